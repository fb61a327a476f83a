#include "ui/layout/code_page.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include <algorithm>

namespace ui {
namespace {

using model::Refusal;

TextLook alert_look(const Page& page) {
    return {.weight = Weight::bold, .color = page.color.alert};
}

Flow words_of(Page& page, const CodePage& code, const std::string& trouble, bool both, float width) {
    Flow words(page, width);
    words.heading(code.title, Style::title, 16);
    if (both || trouble.empty())
        words.text(code.sentence,
                   {.style = page.text_at_least(150) ? Style::body : Style::heading, .color = page.color.soft}, 16);
    if (!both) words.text(trouble, alert_look(page), 16, Role::status);
    return words;
}

}

ButtonSpec back_button() {
    return {.id = "back", .name = tr("common.back", "Back"), .icon = Icon::back, .action = model::action::BackTapped{}};
}

std::string digits_words(std::size_t count) {
    switch (count) {
    case 4:
        return tr("digits.four", "four digits");
    case 5:
        return tr("digits.five", "five digits");
    case 6:
        return tr("digits.six", "six digits");
    case 7:
        return tr("digits.seven", "seven digits");
    case 8:
        return tr("digits.eight", "eight digits");
    default:
        return tr("digits.some", "digits");
    }
}

bool paused(const Page& page, const model::SecretEntry& entry) {
    return entry.refusal && entry.refusal->why == Refusal::Why::paused && entry.refusal->until &&
           page.view.now.steady < *entry.refusal->until;
}

std::string tries_words(int failures) {
    if (failures == 5) return tr("code.five-tries", "Five tries did not match.");
    return fill(trn("code.tries-count", "One try did not match.", "{count} tries did not match.", failures),
                {{"count", std::to_string(failures)}});
}

std::string wait_words(const Page& page, const model::SecretEntry& entry) {
    if (!entry.refusal || !entry.refusal->until) return tr("code.wait", "Please wait a moment, then try again.");
    const auto left = std::chrono::ceil<std::chrono::seconds>(*entry.refusal->until - page.view.now.steady).count();
    if (left <= 0) return tr("code.again", "You can try again.");
    return fill(trn("code.seconds", "You can try again in 1 second.", "You can try again in {seconds} seconds.", left),
                {{"seconds", std::to_string(left)}});
}

std::string refusal_words(const Page& page, const model::SecretEntry& entry, std::string wrong_words, bool staff) {
    if (entry.working || !entry.refusal) return {};
    switch (entry.refusal->why) {
    case Refusal::Why::wrong:
        return wrong_words;
    case Refusal::Why::paused:
        return staff ? fill(tr("code.tries-and-wait", "{tries} {wait}"),
                            {{"tries", tries_words(entry.refusal->failures)}, {"wait", wait_words(page, entry)}})
                     : tr("code.paused", "Please wait a moment, then try again.");
    case Refusal::Why::gone:
        return tr("code.gone", "This has ended in the meantime. Please ask the front desk.");
    case Refusal::Why::other_too:
        return tr("code.other-too", "Thank you. Now the other one of you, with your own code.");
    }
    return {};
}

void draw_code_page(Page& page, const CodePage& code) {
    page.practice_header(code.hide);
    const bool tall = page.portrait();
    const auto inner = page.inner();
    const auto wished = page.keypad_size();
    const float text_width = tall ? inner.w : inner.w - wished.w - 64;
    std::vector<ButtonSpec> rows{code.back};
    if (code.other) rows.push_back(*code.other);
    const float buttons_y = inner.bottom() - rows_height(page, rows, text_width);
    // The keypad keeps the lower part of a standing screen and the right of a lying one, the words begin beside its
    // top.
    const float top = page.header_bottom();
    const float pad_top =
        tall ? buttons_y - 64 - wished.h : std::max(top, (top + inner.bottom() - wished.h) * 0.5f - 40);
    const Rect pad{tall ? inner.x : inner.right() - wished.w, pad_top, tall ? inner.w : wished.w, wished.h};

    const auto words =
        code.problem.empty() ? refusal_words(page, code.entry, code.wrong_words, code.staff) : code.problem;
    const auto trouble = code.entry.working ? tr("code.checking", "One moment, please.") : words;
    const float dots = std::max(32.f, page.type(Style::heading).line);
    const float below = tall ? pad.y - 32 : buttons_y - 24;
    const auto needed = [&](bool both) {
        const auto after =
            both && !trouble.empty() ? 16 + page.text_height(trouble, text_width, Style::body, Weight::bold) : 0;
        return words_of(page, code, trouble, both, text_width).height() + 32 + dots + after;
    };
    // Where there is no room for both, what went wrong stands in for the sentence.
    const bool both = needed(true) <= below - top;
    const float spare = below - top - needed(both);
    const float begin = top + std::clamp(spare, 0.f, tall ? 80.f : pad.y - top);
    const float y = words_of(page, code, trouble, both, text_width).draw({inner.x, begin}) + 32;
    const auto count = std::max(code.digits, code.entry.typed.length());
    page.code_dots({inner.x - 12, y, std::min(text_width, 56.f * static_cast<float>(count)), dots},
                   code.entry.typed.length(), count);
    if (both) {
        const bool calm = code.entry.working;
        page.text({inner.x, y + dots + 16, text_width, 0}, trouble,
                  calm ? TextLook{.color = page.color.soft} : alert_look(page), calm ? Role::text : Role::status);
    }
    page.keypad(pad, !code.entry.working && !paused(page, code.entry));

    draw_rows(page, {inner.x, buttons_y, text_width, 0}, rows);
}

}
