#include "platform/input.hpp"

namespace platform {

std::optional<input::Press> FirstFinger::down(Id finger, ui::Point at, core::SteadyTime now) {
    // The same finger twice without lifting: its lift was lost, so this is a new press.
    if (m_finger && *m_finger != finger && now < m_heard + lost_after) return std::nullopt;
    m_finger = finger;
    m_heard = now;
    return input::Press{at};
}

std::optional<input::Slide> FirstFinger::moved(Id finger, ui::Point at, core::SteadyTime now) {
    if (m_finger != finger) return std::nullopt;
    m_heard = now;
    return input::Slide{at};
}

std::optional<input::Release> FirstFinger::up(Id finger, ui::Point at) {
    if (m_finger != finger) return std::nullopt;
    m_finger.reset();
    return input::Release{at};
}

std::optional<input::Cancel> FirstFinger::lost() {
    if (!m_finger) return std::nullopt;
    m_finger.reset();
    return input::Cancel{};
}

}
