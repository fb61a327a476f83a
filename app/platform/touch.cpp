#include "platform/touch.hpp"
#include <algorithm>
#include <cmath>

namespace platform {
namespace {

template<class... Cases>
struct Overload : Cases... {
    using Cases::operator()...;
};
template<class... Cases>
Overload(Cases...) -> Overload<Cases...>;

// The writing in use has caret places where others have an action.
bool can_be_tapped(const ui::Widget& widget) {
    return widget.enabled && (widget.action || !widget.caret_bytes.empty());
}

// Keys and the writing are never held up: what they do can be seen and taken back.
bool is_guarded(ui::Role role) {
    switch (role) {
    case ui::Role::key:
    case ui::Role::writing:
        return false;
    case ui::Role::text:
    case ui::Role::heading:
    case ui::Role::picture:
    case ui::Role::status:
    case ui::Role::button:
    case ui::Role::answer:
    case ui::Role::toggle:
    case ui::Role::tab:
    case ui::Role::row:
    case ui::Role::field:
    case ui::Role::link:
    case ui::Role::drawing:
    case ui::Role::background:
        return true;
    }
    return true;
}

// Where the finger is in the box, in the units lines are kept in; the nearest edge when it left the box.
model::SignaturePoint in_drawing(ui::Point at, const ui::Rect& box) {
    const auto part = [](float from, float length, float value, std::uint16_t whole) {
        const float share = length > 0 ? std::clamp((value - from) / length, 0.0F, 1.0F) : 0;
        return static_cast<std::uint16_t>(std::lround(share * static_cast<float>(whole)));
    };
    return {part(box.x, box.w, at.x, model::signature_width), part(box.y, box.h, at.y, model::signature_height)};
}

// Where the second half of a double tap comes down: a finger's breadth around the first.
ui::Rect around(ui::Point at) {
    constexpr float breadth = 96;
    return {at.x - breadth / 2, at.y - breadth / 2, breadth, breadth};
}

void add(std::vector<model::Action>& actions, std::optional<model::Action> action) {
    if (action) actions.push_back(*std::move(action));
}

}

std::vector<model::Action> Touch::take(const Input& input, const ui::Tree& tree, core::SteadyTime settled_at,
                                       const Hearing::First& heard_first) {
    follow(tree);
    const bool settled = input.at >= settled_at;
    const std::string focused = focus();
    std::vector<model::Action> actions;
    std::visit(Overload{
                   [&](const input::Press& one) {
                       m_keys.finger_came();
                       actions = press(one.at, tree, input.at, settled, heard_first);
                       actions.push_back(model::action::Touched{});
                   },
                   [&](const input::Slide& one) { actions = slide(one.at, tree); },
                   [&](const input::Release& one) { actions = release(one.at, tree, input.at); },
                   [&](const input::Cancel&) {
                       actions = lift_pen();
                       m_pressed.clear();
                       m_shown_pressed.clear();
                   },
                   [&](const input::Typed& one) { actions = m_keys.typed(one.utf8, tree); },
                   [&](const input::KeyDown& one) { actions = m_keys.down(one, tree, input.at, settled); },
                   [](const input::Resized&) {},
                   [](const input::Quit&) {},
                   [](const input::Woken&) {},
               },
               input.what);
    if (!focus().empty() && focus() != focused) m_hearing.focus(focus());
    return actions;
}

void Touch::follow(const ui::Tree& tree) {
    m_hearing.follow(tree, tree.screen != m_screen);
    if (tree.screen != m_screen) {
        m_screen = tree.screen;
        m_pressed.clear();
        m_shown_pressed.clear();
        m_tapped.clear();
        m_pen.clear();
    }
    m_keys.follow(tree);
}

bool Touch::takes(const ui::Widget& widget, ui::Point at, core::SteadyTime now, bool settled) const {
    const bool soon = now < m_tapped_at + model::settle_time;
    const bool same_place = m_tapped_place.contains(at);
    if (is_guarded(widget.role)) return settled && !(soon && (same_place || widget.id == m_tapped));
    const bool turned = m_tapped.empty();
    return !(turned && same_place && (soon || !settled));
}

std::vector<model::Action> Touch::press(ui::Point at, const ui::Tree& tree, core::SteadyTime now, bool settled,
                                        const Hearing::First& heard_first) {
    m_pressed.clear();
    m_shown_pressed.clear();
    std::vector<model::Action> actions = lift_pen(); // of a finger whose lift was lost
    if (const auto* heard = m_hearing.touch(at, tree, settled, heard_first)) {
        // The second half of a double tap comes before anybody has heard what it would do.
        tapped(heard->id, at, now);
        return actions;
    }
    const ui::Widget* widget = tree.at(at);
    if (widget && widget->role == ui::Role::drawing) {
        if (!settled) return actions;
        // A line is no half of a double tap, and what was tapped before it is long ago.
        m_tapped.clear();
        m_tapped_place = {};
        m_pen = widget->id;
        actions.push_back(model::action::StrokeBegun{in_drawing(at, widget->rect)});
        return actions;
    }
    if (widget && can_be_tapped(*widget) && takes(*widget, at, now, settled)) m_pressed = widget->id;
    m_shown_pressed = m_pressed;
    return actions;
}

std::vector<model::Action> Touch::slide(ui::Point at, const ui::Tree& tree) {
    if (!m_pen.empty()) {
        const ui::Widget* drawing = tree.find_id(m_pen);
        if (!drawing) return {};
        return {model::action::StrokeDrawn{in_drawing(at, drawing->rect)}};
    }
    const ui::Widget* widget = tree.at(at);
    m_shown_pressed = widget && widget->id == m_pressed ? m_pressed : std::string();
    return {};
}

std::vector<model::Action> Touch::lift_pen() {
    if (std::exchange(m_pen, {}).empty()) return {};
    return {model::action::StrokeEnded{}};
}

std::vector<model::Action> Touch::release(ui::Point at, const ui::Tree& tree, core::SteadyTime now) {
    if (!m_pen.empty()) {
        std::vector<model::Action> drawn = slide(at, tree);
        for (model::Action& action : lift_pen())
            drawn.push_back(std::move(action));
        return drawn;
    }
    const std::string pressed = std::exchange(m_pressed, {});
    m_shown_pressed.clear();
    const ui::Widget* widget = tree.at(at);
    std::vector<model::Action> actions;
    if (!pressed.empty() && widget && widget->id == pressed && can_be_tapped(*widget)) {
        add(actions, ui::tap(*widget, at));
        tapped(pressed, at, now);
        m_hearing.acted(!is_guarded(widget->role));
    }
    return actions;
}

void Touch::tapped(const std::string& id, ui::Point at, core::SteadyTime now) {
    m_tapped = id;
    m_tapped_place = around(at);
    m_tapped_at = now;
}

}
