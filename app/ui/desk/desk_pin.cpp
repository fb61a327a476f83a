#include "ui/layout/code_page.hpp"
#include "ui/screens.hpp"

namespace ui {

void draw_desk_pin(Page& page, const model::screen::DeskPin& screen) {
    draw_code_page(page,
                   {.title = tr("desk-pin.title", "Front desk"),
                    .sentence = tr("desk-pin.sentence", "Enter the desk's PIN to start, follow and reset sittings."),
                    .entry = screen.pin,
                    .wrong_words = tr("desk-pin.wrong", "That PIN doesn't match."),
                    .staff = true,
                    .back = back_button()});
}

}
