// Turns keys, of a keyboard or of a pad of five, into facts, against the one description of the screen. Knows no window
// and no clock. The focus is on a stop of the page as soon as a key was used, until a finger comes.
#pragma once
#include "platform/input.hpp"
#include "ui/kit/focus.hpp"

namespace platform {

class Keys {
public:
    // A press before the page has settled taps nothing, nor does a second one that follows the first too soon; what is
    // typed is never held up, nor the Enter that ends it.
    std::vector<model::Action> down(const input::KeyDown& down, const ui::Tree& tree, core::SteadyTime now,
                                    bool settled);
    std::vector<model::Action> typed(const std::string& utf8, const ui::Tree& tree);
    void finger_came();
    // To be called with each new description: on another page the focus is where keys begin there.
    void follow(const ui::Tree& tree);

    const std::string& focus() const { return m_focus; } // id, or empty
    bool in_use() const { return m_in_use; }

private:
    void show(const ui::Widget* stop);
    void choose(const ui::Widget* stop);
    void move(const ui::Tree& tree, ui::KeyStep step);
    std::optional<model::Action> press(const ui::Widget* widget, core::SteadyTime now, bool settled);
    std::vector<model::Action> enter(const input::KeyDown& down, const ui::Tree& tree, core::SteadyTime now,
                                     bool settled);

    std::string m_screen;
    std::string m_focus;
    std::string m_wanted; // where a key brought the focus; it comes back there when it could not stay
    ui::Point m_place;    // of the focus
    bool m_types = false; // the focus was on what is typed in
    bool m_typed = false; // something was, on this page: whoever did knows which page it is
    bool m_in_use = false;
    bool m_by_arrows = false; // moved by arrows last: there may be no letters to type
    std::string m_pressed;    // last, on this page
    core::SteadyTime m_pressed_at{};
};

}
