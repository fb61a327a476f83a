#include "model/visit/update.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/code_page.hpp"
#include "ui/screens.hpp"

namespace ui {
namespace {

std::size_t digits_of(const Page& page) {
    return static_cast<std::size_t>(page.state.practice->code_digits);
}

std::string title_of(const Page& page, const model::screen::ChooseCode& screen) {
    if (screen.confirming) return tr("choose-code.confirm", "Enter them once more");
    return fill(screen.anew ? tr("choose-code.anew", "Choose {digits} anew")
                            : tr("choose-code.title", "Choose {digits} of your own"),
                {{"digits", digits_words(digits_of(page))}});
}

std::string sentence_of(const Page& page, const model::screen::ChooseCode& screen) {
    if (screen.confirming)
        return fill(tr("choose-code.once-more", "So that you can be sure of them, enter the same {digits} again."),
                    {{"digits", digits_words(digits_of(page))}});
    if (screen.anew)
        return tr("choose-code.instead", "They take the place of those you forgot. Only you need to know them.");
    return fill(tr("choose-code.why", "They bring you back to your place, and {partner} can't come in without them."),
                {{"partner", partner_words(screen.seat.sitting, model::other(screen.seat.partner))}});
}

std::string words_for(model::PlainCode plain) {
    switch (plain) {
    case model::PlainCode::repeats:
        return tr("choose-code.repeats", "The same digits again are easy to guess. Please choose others.");
    case model::PlainCode::run:
        return tr("choose-code.run", "Digits in their order are easy to guess. Please choose others.");
    case model::PlainCode::year:
        return tr("choose-code.year", "A year is easy to guess for those who know you. Please choose others.");
    case model::PlainCode::line:
        return tr("choose-code.line", "A line on the keypad is easy to guess. Please choose others.");
    case model::PlainCode::entry_code:
        return tr("choose-code.entry-code", "The front desk knows these digits. Please choose others.");
    }
    return {};
}

std::string problem_of(const model::screen::ChooseCode& screen) {
    if (screen.mismatch) return tr("choose-code.mismatch", "Those two were not the same. Please choose again.");
    return screen.plain ? words_for(*screen.plain) : std::string();
}

}

void draw_choose_code(Page& page, const model::screen::ChooseCode& screen) {
    draw_code_page(page, {.title = title_of(page, screen),
                          .sentence = sentence_of(page, screen),
                          .entry = screen.code,
                          .wrong_words = tr("choose-code.failed", "That could not be kept. Please try again."),
                          .problem = problem_of(screen),
                          .hide = model::can_hide(page.state.screen),
                          .digits = digits_of(page),
                          .back = back_button()});
}

}
