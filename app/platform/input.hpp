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

// Lets one finger through, or the mouse as if it were one; the others count for nothing until it lifts, or until
// nothing was heard of it for so long that its lift must have been lost. Whatever it does after that counts for
// nothing: of one press there is one tap at most.
class FirstFinger {
public:
    using Id = std::int64_t;
    static constexpr Id mouse = -1;
    static constexpr std::chrono::seconds lost_after{3};

    // `now` is when it was heard of; a finger that takes another's place makes a Press, which ends the other's.
    std::optional<input::Press> down(Id finger, ui::Point at, core::SteadyTime now);
    std::optional<input::Slide> moved(Id finger, ui::Point at, core::SteadyTime now);
    std::optional<input::Release> up(Id finger, ui::Point at);
    std::optional<input::Cancel> lost();
    bool is(Id finger) const { return m_finger == finger; }

private:
    std::optional<Id> m_finger;
    core::SteadyTime m_heard{};
};

}
