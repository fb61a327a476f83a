#include "platform/keys.hpp"
#include <algorithm>

namespace platform {
namespace {

bool holds(const ui::Tree& tree, ui::Role role) {
    return std::ranges::any_of(tree.widgets,
                               [role](const ui::Widget& widget) { return widget.role == role && widget.enabled; });
}

// A keyboard or keypad is on screen, or a place to write in.
bool takes_typing(const ui::Tree& tree) {
    return holds(tree, ui::Role::key) || holds(tree, ui::Role::writing) || holds(tree, ui::Role::field);
}

const ui::Widget* with_caret(const ui::Tree& tree) {
    const auto found =
        std::ranges::find_if(tree.widgets, [](const ui::Widget& widget) { return !widget.caret_bytes.empty(); });
    return found == tree.widgets.end() ? nullptr : &*found;
}

const ui::Widget* background(const ui::Tree& tree) {
    const auto found = std::ranges::find_if(tree.widgets, [](const ui::Widget& widget) {
        return widget.role == ui::Role::background && ui::is_stop(widget);
    });
    return found == tree.widgets.end() ? nullptr : &*found;
}

ui::KeyStep step_of(Key key) {
    switch (key) {
    case Key::shift_tab:
        return ui::KeyStep::previous;
    case Key::left:
        return ui::KeyStep::left;
    case Key::right:
        return ui::KeyStep::right;
    case Key::up:
        return ui::KeyStep::up;
    case Key::down:
        return ui::KeyStep::down;
    case Key::tab:
    case Key::enter:
    case Key::space:
    case Key::backspace:
    case Key::delete_forward:
    case Key::home:
    case Key::end:
    case Key::escape:
        return ui::KeyStep::next;
    }
    return ui::KeyStep::next;
}

void add(std::vector<model::Action>& actions, std::optional<model::Action> action) {
    if (action) actions.push_back(*std::move(action));
}

}

void Keys::finger_came() {
    m_in_use = false;
    choose(nullptr);
}

void Keys::follow(const ui::Tree& tree) {
    if (tree.screen != m_screen) {
        m_screen = tree.screen;
        m_typed = false;
        m_pressed.clear();
        choose(nullptr);
    }
    if (!m_in_use) return;
    if (m_wanted.empty()) return choose(ui::first_stop(tree, m_by_arrows));
    const ui::Widget* wanted = tree.find_id(m_wanted);
    const ui::Widget* place = ui::typing_place(tree);
    // What is typed goes on in the next field.
    if (m_types && place != nullptr && (wanted == nullptr || !wanted->typing)) return choose(place);
    show(wanted != nullptr && ui::is_stop(*wanted) ? wanted : ui::nearest_stop(tree, m_place));
}

std::vector<model::Action> Keys::typed(const std::string& utf8, const ui::Tree& tree) {
    if (!takes_typing(tree)) return {model::action::Touched{m_in_use}};
    std::vector<model::Action> actions{model::action::Touched{true}};
    m_in_use = m_typed = true;
    m_by_arrows = false;
    const ui::Widget* focused = tree.find_id(m_focus);
    const ui::Widget* place = ui::typing_place(tree);
    if (focused != nullptr && focused->role == ui::Role::field && focused->enabled && !focused->typing)
        add(actions, focused->action); // letters go into the field that has the focus
    else if (place != nullptr)
        choose(place);
    actions.push_back(model::action::KeyTyped{utf8});
    return actions;
}

std::vector<model::Action> Keys::down(const input::KeyDown& down, const ui::Tree& tree, core::SteadyTime now,
                                      bool settled) {
    m_in_use = true;
    std::vector<model::Action> actions{model::action::Touched{true}};
    const ui::Widget* focused = m_focus.empty() ? nullptr : tree.find_id(m_focus);
    const ui::Widget* caret = with_caret(tree);
    const bool in_text = caret != nullptr && (focused == nullptr || focused == caret);
    switch (down.key) {
    case Key::enter:
    case Key::space:
        for (model::Action& action : enter(down, tree, now, settled))
            actions.push_back(std::move(action));
        break;
    case Key::left:
    case Key::right:
        if (in_text) {
            choose(caret);
            actions.push_back(model::action::CaretStepped{down.key == Key::left ? -1 : 1});
            break;
        }
        move(tree, step_of(down.key));
        break;
    case Key::tab:
    case Key::shift_tab:
    case Key::up:
    case Key::down:
        move(tree, step_of(down.key));
        break;
    case Key::home:
    case Key::end: // of what can be seen
        if (in_text) {
            choose(caret);
            actions.push_back(model::action::CaretPlaced{down.key == Key::end ? caret->caret_bytes.back()
                                                                              : caret->caret_bytes.front()});
        }
        break;
    case Key::backspace:
    case Key::delete_forward:
        if (!takes_typing(tree)) break;
        m_typed = true;
        if (const ui::Widget* place = ui::typing_place(tree)) choose(place);
        if (down.key == Key::backspace)
            actions.push_back(model::action::BackspaceTyped{});
        else
            actions.push_back(model::action::DeleteTyped{});
        break;
    case Key::escape:
        if (!down.repeat) add(actions, press(ui::way_out(tree), now, settled));
        break;
    }
    return actions;
}

std::vector<model::Action> Keys::enter(const input::KeyDown& down, const ui::Tree& tree, core::SteadyTime now,
                                       bool settled) {
    std::vector<model::Action> actions;
    const ui::Widget* focused = m_focus.empty() ? nullptr : tree.find_id(m_focus);
    // A held key answers once; only a space being written may repeat.
    if (focused != nullptr && !focused->typing) {
        if (!down.repeat) add(actions, press(focused, now, settled));
    } else if (down.key == Key::space && takes_typing(tree)) {
        actions.push_back(model::action::KeyTyped{" "});
    } else if (down.repeat) {
        return actions;
    } else if (takes_typing(tree)) {
        if (settled || m_typed) actions.push_back(model::action::DoneTyping{});
    } else if (const ui::Widget* anywhere = background(tree)) {
        add(actions, press(anywhere, now, settled));
    } else {
        choose(ui::first_stop(tree, m_by_arrows));
    }
    return actions;
}

std::optional<model::Action> Keys::press(const ui::Widget* widget, core::SteadyTime now, bool settled) {
    if (widget == nullptr || !widget->enabled || !widget->action || !settled) return std::nullopt;
    const bool again = widget->id == m_pressed && now < m_pressed_at + model::settle_time;
    if (again && widget->role != ui::Role::key) return std::nullopt; // a word may have a letter twice
    m_pressed = widget->id;
    m_pressed_at = now;
    return widget->action;
}

void Keys::show(const ui::Widget* stop) {
    m_focus = stop == nullptr ? std::string() : stop->id;
    m_types = stop != nullptr && stop->typing;
    if (stop != nullptr) m_place = stop->rect.center();
}

void Keys::choose(const ui::Widget* stop) {
    show(stop);
    m_wanted = m_focus;
}

void Keys::move(const ui::Tree& tree, ui::KeyStep step) {
    m_by_arrows = step != ui::KeyStep::next && step != ui::KeyStep::previous;
    choose(ui::step_from(tree, m_focus, step, m_by_arrows));
}

}
