// Turns presses and releases into facts, and hands keys to Keys, against the one description of the screen. Knows no
// window and no clock. A tap is a press and a release on the same widget of the same page; sliding off and letting go
// there is none. A press in a drawing draws: the line follows the finger, kept within the box, until it lifts or the
// page goes.
#pragma once
#include "platform/hearing.hpp"
#include "platform/keys.hpp"

namespace platform {

class Touch {
public:
    // `tree` is what the person sees, in reference pixels as are the places in `input`. A press that begins before
    // `settled_at` activates nothing but keys of a keyboard and the writing; of keys Keys says it. Nor does the second
    // half of a double tap activate anything, whatever stands there by then: it would take back what the first half
    // chose, or press what it brought. Only a key may follow a key of its own page, for a word may have a letter twice.
    // What `heard_first` holds for is only pointed at by a first touch.
    std::vector<model::Action> take(const Input& input, const ui::Tree& tree, core::SteadyTime settled_at,
                                    const Hearing::First& heard_first = {});

    // What the last tap ordered is done. Its second half may have come down while the screen stood still.
    void answered(core::SteadyTime at) { m_tapped_at = at; }

    // To be called with each new description: forgets the press and the focus that belonged to another page.
    void follow(const ui::Tree& tree);

    const std::string& pressed() const { return m_shown_pressed; } // id of the widget under the finger, or empty
    const std::string& focus() const { return m_keys.focus(); }    // id of the widget with key focus, or empty
    bool keys_in_use() const { return m_keys.in_use(); }
    const voice::Pointed& pointed() const { return m_hearing.pointed(); } // by a finger, or by the focus
    // What Enter does, or the next touch on it where the screen is read aloud.
    const std::string& ringed() const { return keys_in_use() ? focus() : m_hearing.ready(); }

private:
    std::vector<model::Action> press(ui::Point at, const ui::Tree& tree, core::SteadyTime now, bool settled,
                                     const Hearing::First& heard_first);
    bool takes(const ui::Widget& widget, ui::Point at, core::SteadyTime now, bool settled) const;
    std::vector<model::Action> slide(ui::Point at, const ui::Tree& tree);
    std::vector<model::Action> lift_pen();
    std::vector<model::Action> release(ui::Point at, const ui::Tree& tree, core::SteadyTime now);
    void tapped(const std::string& id, ui::Point at, core::SteadyTime now);

    std::string m_screen;
    std::string m_pressed;       // armed by the press
    std::string m_shown_pressed; // the same while the finger is over it, else empty
    std::string m_tapped;        // last, on this page
    ui::Rect m_tapped_place;     // around the last tap, also of the page before
    core::SteadyTime m_tapped_at{};
    std::string m_pen; // id of the drawing that a line is drawn in
    Keys m_keys;
    Hearing m_hearing;
};

}
