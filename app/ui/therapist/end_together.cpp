#include "ui/screens.hpp"
#include "ui/therapist/passphrase_page.hpp"

namespace ui {
void draw_end_together(Page& page, const model::screen::EndTogether& screen) {
    draw_passphrase_page(page, {.title = screen.from.therapist.name,
                                .sentence = tr("end.sentence", "Enter your passphrase to go back to your own view."),
                                .entry = screen.passphrase,
                                .leave = {.id = "back",
                                          .name = tr("end.cancel", "Cancel"),
                                          .look = ButtonLook::quiet_with_line,
                                          .action = model::action::BackTapped{}},
                                .working = tr("end.working", "Opening the case…"),
                                .note = tr("end.note", "Until then nothing private can be opened here."),
                                .note_icon = Icon::lock,
                                .problem = screen.problem.words()});
}

}
