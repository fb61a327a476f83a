#include "rehearsal/walk.hpp"
#include <fmt/format.h>
#include <fstream>

namespace rehearsal {

core::Done as_it_stands(Rehearsal& kiosk, const std::string& /*page*/, const std::filesystem::path& file) {
    return write_png(kiosk.picture(), file.string());
}

void Walk::shoot(const std::string& name) {
    const auto page = fmt::format("{:02}-{}", ++m_count, name), file = page + ".png";
    if (const auto done = m_shot(m_kiosk, page, m_folder / file); !done) m_error = done.error();
    if (m_voice != nullptr) listen(m_folder / (page + ".txt"));
    m_index += fmt::format("{}  {}\n", file, m_kiosk.tree().screen);
}

// Reading aloud is on for as long as the page is read, so that the tour takes its way as without it.
void Walk::listen(const std::filesystem::path& file) {
    m_kiosk.tell(model::action::VoiceFound{true});
    m_kiosk.tell(model::action::HeadsetChanged{true});
    m_kiosk.tell(model::action::SpeechToggled{});
    (void)m_voice->taken();
    m_kiosk.tell(model::action::HearAgainTapped{});
    std::ofstream(file) << m_voice->taken();
    m_kiosk.tell(model::action::SpeechToggled{});
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
