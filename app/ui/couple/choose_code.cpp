#include "model/visit/update.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/code_page.hpp"
#include "ui/screens.hpp"

namespace ui {
namespace {

std::string sentence_of(const model::screen::ChooseCode& screen) {
    if (screen.confirming)
        return tr("choose-code.once-more", "So that you can be sure of them, enter the same four digits again.");
    return fill(tr("choose-code.why", "They bring you back to your place, and {partner} can't come in without them."),
                {{"partner", partner_words(screen.seat.sitting, model::other(screen.seat.partner))}});
}

std::string problem_of(const model::screen::ChooseCode& screen) {
    if (screen.mismatch) return tr("choose-code.mismatch", "Those two were not the same. Please choose again.");
    if (screen.too_plain)
        return tr("choose-code.too-plain", "Those digits are too easy to guess. Please choose others.");
    return {};
}

}

void draw_choose_code(Page& page, const model::screen::ChooseCode& screen) {
    draw_code_page(page, {.title = screen.confirming ? tr("choose-code.confirm", "Enter them once more")
                                                     : tr("choose-code.title", "Choose four digits of your own"),
                          .sentence = sentence_of(screen),
                          .entry = screen.code,
                          .wrong_words = tr("choose-code.failed", "That could not be kept. Please try again."),
                          .problem = problem_of(screen),
                          .hide = model::can_hide(page.state.screen),
                          .back = back_button()});
}

}
