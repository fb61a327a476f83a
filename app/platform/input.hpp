// What a person did to the window, as plain values in panel pixels. `at` is when it was taken in, on the steady clock.
#pragma once
#include "core/time.hpp"
#include "ui/kit/geometry.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace platform {

enum class Key {
    enter,
    space,
    tab,
    shift_tab,
    backspace,
    delete_forward,
    left,
    right,
    up,
    down,
    home,
    end,
    escape,
};

namespace input {

struct Press {
    ui::Point at;
};
struct Slide {
    ui::Point at;
};
struct Release {
    ui::Point at;
};
struct Cancel {}; // the finger, the pointer or the focus was taken away: no tap comes of this press
struct Typed {    // never a space on its own: that is Key::space
    std::string utf8;
};
struct KeyDown {
    Key key;
    bool repeat = false;
};
struct Resized {}; // the panel changed, or must be drawn again
struct Quit {};
struct Woken {}; // wake() was called from another thread

}

struct Input {
    core::SteadyTime at;
    std::variant<input::Press, input::Slide, input::Release, input::Cancel, input::Typed, input::KeyDown,
                 input::Resized, input::Quit, input::Woken>
        what;
};

// Lets one finger through, or the mouse as if it were one; the others count for nothing until it lifts, or until it has
// rested for so long that its lift must have been lost, or that it is a palm or a drop of water. Whatever it does after
// that counts for nothing: of one press there is one tap at most. A panel that speaks as both, with a mouse for an echo
// of each finger, is heard as the one that it spoke as first.
class FirstFinger {
public:
    using Id = std::int64_t;
    static constexpr Id mouse = -1;
    static constexpr std::chrono::seconds lost_after{3};
    static constexpr float trembling = 24;                // panel pixels: no farther is at rest
    static constexpr std::chrono::milliseconds echo{500}; // after which the other kind is somebody else

    // `now` is when it was heard of; a finger that takes another's place makes a Press, which ends the other's.
    std::optional<input::Press> down(Id finger, ui::Point at, core::SteadyTime now);
    std::optional<input::Slide> moved(Id finger, ui::Point at, core::SteadyTime now);
    std::optional<input::Release> up(Id finger, ui::Point at, core::SteadyTime now);
    std::optional<input::Cancel> lost();
    bool is(Id finger) const { return m_finger == finger; }

private:
    bool is_echo(Id finger, core::SteadyTime now) const;

    std::optional<Id> m_finger;
    ui::Point m_at{};               // where it was when it last went on
    core::SteadyTime m_went_on{};   // from one place to another
    std::optional<bool> m_of_mouse; // what was heard last, and when
    core::SteadyTime m_heard{};
};

}
