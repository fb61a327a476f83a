#include "ui/screens.hpp"
#include "ui/therapist/passphrase_page.hpp"

namespace ui {
namespace {

std::string note_words(const Page& page, const std::string& kit) {
    const int minutes = page.state.practice->lock_minutes;
    const auto locks = fill(trn("unlock.lock", "The caseload locks again after one quiet minute.",
                                "The caseload locks again after {minutes} quiet minutes.", minutes),
                            {{"minutes", std::to_string(minutes)}});
    if (kit.empty()) return locks;
    return locks + " " + fill(tr("unlock.kit", "Kit: {kit}"), {{"kit", kit}});
}

}

void draw_unlock(Page& page, const model::screen::Unlock& screen) {
    draw_passphrase_page(page, {.title = screen.therapist.name,
                                .sentence = tr("unlock.sentence", "Enter your passphrase to open your caseload."),
                                .entry = screen.passphrase,
                                .leave = {.id = "home",
                                          .name = tr("common.home", "Back to welcome"),
                                          .look = ButtonLook::quiet_with_line,
                                          .action = model::action::WentHome{}},
                                .working = tr("unlock.working", "Opening your caseload…"),
                                .note = note_words(page, screen.kit),
                                .note_icon = Icon::lock,
                                .other = ButtonSpec{.id = "forgotten",
                                                    .name = tr("unlock.forgotten", "Forgotten passphrase?"),
                                                    .look = ButtonLook::quiet_with_line,
                                                    .enabled = !screen.passphrase.working,
                                                    .action = model::action::ForgottenTapped{}},
                                .other_short = tr("unlock.forgotten-short", "Forgotten?")});
}

}
