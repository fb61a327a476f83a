#include "platform/input.hpp"
#include <cmath>

namespace platform {

bool FirstFinger::is_echo(Id finger, core::SteadyTime now) const {
    return m_of_mouse && *m_of_mouse != (finger == mouse) && now < m_heard + echo;
}

std::optional<input::Press> FirstFinger::down(Id finger, ui::Point at, core::SteadyTime now) {
    if (is_echo(finger, now)) return std::nullopt;
    // The same finger twice without lifting: its lift was lost, so this is a new press.
    if (m_finger && *m_finger != finger && now < m_went_on + lost_after) return std::nullopt;
    m_finger = finger;
    m_at = at;
    m_of_mouse = finger == mouse;
    m_went_on = m_heard = now;
    return input::Press{at};
}

std::optional<input::Slide> FirstFinger::moved(Id finger, ui::Point at, core::SteadyTime now) {
    if (m_finger != finger) return std::nullopt;
    m_heard = now;
    if (std::hypot(at.x - m_at.x, at.y - m_at.y) > trembling) {
        m_at = at;
        m_went_on = now;
    }
    return input::Slide{at};
}

std::optional<input::Release> FirstFinger::up(Id finger, ui::Point at, core::SteadyTime now) {
    if (m_finger != finger) return std::nullopt;
    m_finger.reset();
    m_heard = now;
    return input::Release{at};
}

std::optional<input::Cancel> FirstFinger::lost() {
    if (!m_finger) return std::nullopt;
    m_finger.reset();
    return input::Cancel{};
}

}
