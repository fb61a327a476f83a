#include "rehearsal/walk.hpp"
#include <fmt/format.h>

namespace rehearsal {

void Walk::shoot(const std::string& name) {
    const auto file = fmt::format("{:02}-{}.png", ++m_count, name);
    if (const auto done = write_png(m_kiosk.picture(), (m_folder / file).string()); !done) m_error = done.error();
    m_index += fmt::format("{}  {}\n", file, m_kiosk.tree().screen);
}

bool Walk::must(bool done, const char* what) {
    if (done && !m_error) return true;
    if (!m_error) {
        m_error = core::Error{core::ErrorCode::invalid_state,
                              fmt::format("tour: could not {} on the page {}", what, m_kiosk.tree().screen)};
        const auto stuck = write_png(m_kiosk.picture(), (m_folder / "stuck.png").string());
        if (!stuck) m_error = stuck.error();
    }
    return false;
}

}
