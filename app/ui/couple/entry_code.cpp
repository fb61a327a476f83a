#include "ui/layout/code_page.hpp"
#include "ui/screens.hpp"

namespace ui {

void draw_entry_code(Page& page, const model::screen::EntryCode& screen) {
    draw_code_page(page,
                   {.title = tr("entry-code.title", "Your entry code"),
                    .sentence = tr("entry-code.sentence", "Enter the four digits the front desk gave you."),
                    .entry = screen.code,
                    .wrong_words = tr("entry-code.wrong", "That code doesn't match. Please check with the front desk."),
                    .back = back_button()});
}

}
