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

bool holds(const ui::Tree& tree, ui::Role role) {
    return std::any_of(tree.widgets.begin(), tree.widgets.end(),
                       [role](const ui::Widget& widget) { return widget.role == role && widget.enabled; });
}

// A keyboard or keypad is on screen, or a place to write in.
bool takes_typing(const ui::Tree& tree) {
    return holds(tree, ui::Role::key) || holds(tree, ui::Role::writing) || holds(tree, ui::Role::field);
}

bool has_caret(const ui::Tree& tree) {
    return std::any_of(tree.widgets.begin(), tree.widgets.end(),
                       [](const ui::Widget& widget) { return !widget.caret_bytes.empty(); });
}

// The caret stops on screen, for Home and End of what can be seen.
std::optional<std::size_t> caret_stop(const ui::Tree& tree, bool last) {
    for (const ui::Widget& widget : tree.widgets)
        if (!widget.caret_bytes.empty()) return last ? widget.caret_bytes.back() : widget.caret_bytes.front();
    return std::nullopt;
}

std::optional<model::Action> activation(const ui::Tree& tree, std::string_view id, bool settled) {
    const ui::Widget* widget = tree.find_id(id);
    if (!widget || !can_be_tapped(*widget) || (!settled && is_guarded(widget->role))) return std::nullopt;
    return widget->action;
}

// What Tab and the arrows visit, in reading order. Keys of a keyboard are left out, for whoever has Tab has letters,
// and so is the writing in use, which has the caret when nothing has the focus.
std::vector<const ui::Widget*> focus_stops(const ui::Tree& tree) {
    std::vector<const ui::Widget*> stops;
    for (const ui::Widget& widget : tree.widgets)
        if (can_be_tapped(widget) && widget.caret_bytes.empty() && widget.role != ui::Role::key &&
            widget.role != ui::Role::background)
            stops.push_back(&widget);
    return stops;
}

const ui::Widget* background(const ui::Tree& tree) {
    for (const ui::Widget& widget : tree.widgets)
        if (widget.role == ui::Role::background && can_be_tapped(widget)) return &widget;
    return nullptr;
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
    const std::string focused = m_focus;
    std::vector<model::Action> actions;
    std::visit(Overload{
                   [&](const input::Press& one) {
                       m_keys_in_use = false;
                       m_focus.clear();
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
                   [&](const input::Typed& one) {
                       actions.push_back(model::action::Touched{});
                       if (takes_typing(tree)) {
                           // Letters go into the field that has the focus.
                           const ui::Widget* field = tree.find_id(m_focus);
                           if (field != nullptr && field->role == ui::Role::field && field->enabled)
                               add(actions, field->action);
                           m_focus.clear();
                           actions.push_back(model::action::KeyTyped{one.utf8});
                       }
                   },
                   [&](const input::KeyDown& one) { actions = key(one, tree, settled); },
                   [](const input::Resized&) {},
                   [](const input::Quit&) {},
                   [](const input::Woken&) {},
               },
               input.what);
    if (!m_focus.empty() && m_focus != focused) m_hearing.focus(m_focus);
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
        m_focus.clear();
    }
    const ui::Widget* focused = m_focus.empty() ? nullptr : tree.find_id(m_focus);
    if (!focused || !can_be_tapped(*focused)) m_focus.clear();
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

std::vector<model::Action> Touch::key(const input::KeyDown& down, const ui::Tree& tree, bool settled) {
    std::vector<model::Action> actions{model::action::Touched{}};
    const bool typing = takes_typing(tree);
    const bool caret = has_caret(tree);
    switch (down.key) {
    case Key::enter:
    case Key::space:
        // A held key answers once; only a space being written may repeat.
        if (!m_focus.empty()) {
            if (!down.repeat) add(actions, activation(tree, m_focus, settled));
        } else if (down.key == Key::space && typing) {
            actions.push_back(model::action::KeyTyped{" "});
        } else if (down.repeat) {
            break;
        } else if (typing) {
            actions.push_back(model::action::DoneTyping{});
        } else if (const ui::Widget* anywhere = background(tree)) {
            add(actions, activation(tree, anywhere->id, settled));
        } else {
            move_focus(tree, 1);
        }
        break;
    case Key::tab:
        move_focus(tree, 1);
        break;
    case Key::shift_tab:
        move_focus(tree, -1);
        break;
    case Key::left:
    case Key::right:
        if (const int by = down.key == Key::left ? -1 : 1; caret && m_focus.empty())
            actions.push_back(model::action::CaretStepped{by});
        else
            move_focus(tree, by);
        break;
    case Key::up:
        move_focus(tree, -1);
        break;
    case Key::down:
        move_focus(tree, 1);
        break;
    case Key::home:
    case Key::end:
        if (const auto byte = caret_stop(tree, down.key == Key::end))
            actions.push_back(model::action::CaretPlaced{*byte});
        break;
    case Key::backspace:
        if (typing) actions.push_back(model::action::BackspaceTyped{});
        break;
    case Key::delete_forward:
        if (typing) actions.push_back(model::action::DeleteTyped{});
        break;
    case Key::escape:
        if (!down.repeat) add(actions, activation(tree, "back", settled));
        break;
    }
    return actions;
}

void Touch::move_focus(const ui::Tree& tree, int by) {
    m_keys_in_use = true;
    const std::vector<const ui::Widget*> stops = focus_stops(tree);
    if (stops.empty()) {
        m_focus.clear();
        return;
    }
    const auto here =
        std::find_if(stops.begin(), stops.end(), [this](const ui::Widget* stop) { return stop->id == m_focus; });
    // One place more than there are stops: no focus, where Enter means "tap anywhere" and letters go to the writing.
    const auto places = static_cast<std::ptrdiff_t>(stops.size()) + 1;
    const std::ptrdiff_t now = here == stops.end() ? 0 : here - stops.begin() + 1;
    const std::ptrdiff_t next = (now + by + places) % places;
    m_focus = next == 0 ? std::string() : stops[static_cast<std::size_t>(next - 1)]->id;
}

}
