#include "ui/screens.hpp"
#include "ui/therapist/passphrase_page.hpp"

namespace ui {
namespace {

std::string lock_words(const Page& page) {
    const int minutes = page.state.practice->lock_minutes;
    return fill(trn("unlock.lock", "The caseload locks again after one quiet minute.",
                    "The caseload locks again after {minutes} quiet minutes.", minutes),
                {{"minutes", std::to_string(minutes)}});
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
                                .note = lock_words(page),
                                .note_icon = Icon::lock});
}

}
