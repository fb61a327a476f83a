#include "model/visit/update.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/code_page.hpp"
#include "ui/screens.hpp"

namespace ui {
namespace {

// Who it was stays unsaid on the way out of the cover: anyone may be standing there.
std::string title_of(const model::screen::ReturnCode& screen) {
    if (!screen.partner && !screen.from_cover) return tr("return-code.either", "Either of you: enter your own code");
    if (screen.partner && !screen.from_cover) {
        const auto name = name_words(screen.sitting, *screen.partner);
        if (!name.empty()) return fill(tr("return-code.named", "{name}, enter your own code"), {{"name", name}});
    }
    return tr("return-code.title", "Enter your own code");
}

}

void draw_return_code(Page& page, const model::screen::ReturnCode& screen) {
    const auto digits = model::digits_of_code(screen);
    auto back = back_button();
    if (screen.from_cover) back.name = tr("return-code.resting", "Back to the resting screen");
    draw_code_page(page, {.title = title_of(screen),
                          .sentence = fill(tr("return-code.sentence", "These are the {digits} you chose yourself."),
                                           {{"digits", digits_words(digits)}}),
                          .entry = screen.code,
                          .wrong_words = tr("return-code.wrong", "Those digits don't match. Please try again."),
                          .digits = digits,
                          .back = back,
                          .other = ButtonSpec{.id = "staff",
                                              .name = tr("common.staff", "Staff"),
                                              .look = ButtonLook::quiet,
                                              .action = model::action::StaffTapped{}}});
}

}
