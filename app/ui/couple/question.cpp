#include "model/form/applies.hpp"
#include "ui/couple/question_parts.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/flow.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

float statement_gap(StatementLook look) {
    return look.statement == Style::title ? 12.f : 8.f;
}

void draw_item(Page& page, const Asked& asked) {
    switch (asked.item.kind) {
    case model::ItemKind::choice:
    case model::ItemKind::choices:
        return draw_choices(page, asked);
    case model::ItemKind::two_way:
        return draw_two_way(page, asked);
    case model::ItemKind::number:
        return draw_number(page, asked);
    case model::ItemKind::zero_to_ten:
        return draw_zero_to_ten(page, asked);
    case model::ItemKind::short_text:
    case model::ItemKind::long_text:
        return draw_writing(page, asked);
    case model::ItemKind::consent:
        return draw_consent(page, asked);
    case model::ItemKind::date:
        return draw_date(page, asked);
    case model::ItemKind::display:
        return draw_display(page, asked);
    case model::ItemKind::signature:
        return asked.screen.writing ? draw_writing(page, asked) : draw_signature(page, asked);
    }
}

// A private question that was answered or left out before: the same page for either.
void draw_covered(Page& page, const Asked& asked) {
    const auto inner = page.inner();
    const float top = trouble_banner(page, asked.screen.session.trouble, asked.top);
    Flow flow(page, inner.w);
    add_statement(page, flow, asked, page.text_at_least(150) ? close_statement : usual_statement);
    const ButtonSpec anew{.id = "anew",
                          .name = model::is_text(asked.item.kind)
                                      ? tr("question.go-on-writing", "Your words are kept. Tap to see them and go on.")
                                      : tr("question.anew", "Answered. Tap to answer anew."),
                          .look = ButtonLook::quiet_with_line,
                          .action = model::action::AnswerAnewTapped{}};
    const float width = std::min(flow.width(), page.fit_button(anew).w);
    flow.block(
        page.button_height(anew, width),
        [&page, anew, width](Rect at) {
            page.button({at.x, at.y, width, at.h}, anew);
        },
        24);
    const auto note = only_therapist_words(asked);
    const float height = note_height(page, asked.screen.session, note, flow.width());
    flow.block(height, [&page, &asked, note](Rect at) { draw_note(page, asked.screen.session, note, at); });
    flow.draw({inner.x, top, inner.w, question_bottom(page, asked) - top}, asked.screen.choices_page);
    page.footer(question_footer(asked));
}

}

bool has_answer(const Asked& asked) {
    return asked.answer != nullptr && model::is_decided(*asked.answer);
}

bool preferred_not(const Asked& asked) {
    return asked.answer != nullptr && std::holds_alternative<model::PreferredNot>(*asked.answer);
}

std::optional<int> chosen_value(const Asked& asked) {
    const auto* chosen = asked.answer == nullptr ? nullptr : std::get_if<model::Chosen>(asked.answer);
    return chosen == nullptr ? std::nullopt : std::optional<int>(chosen->value);
}

std::string only_therapist_words(const Asked& asked) {
    return fill(trn("question.only-therapist", "Only {therapist} will see your answer",
                    "Only {therapist} will see your answer", readers_count(asked.screen.session.seat.sitting)),
                {{"therapist", readers_within(asked.screen.session.seat.sitting)}});
}

float statement_height(const Page& page, const Asked& asked, float width, StatementLook look) {
    float height = page.text_height(asked.item.text, width, look.statement);
    if (!asked.item.detail.empty())
        height += statement_gap(look) + page.text_height(asked.item.detail, width, look.detail);
    return height;
}

bool statement_words_fit(const Page& page, const Asked& asked, float width, StatementLook look) {
    return words_fit(page, asked.item.text, width, look.statement) &&
           words_fit(page, asked.item.detail, width, look.detail);
}

float draw_statement(Page& page, const Asked& asked, Rect at, StatementLook look) {
    float y = at.y + page.text({at.x, at.y, at.w, 0}, asked.item.text, {.style = look.statement, .balanced = true},
                               Role::heading);
    if (asked.item.detail.empty()) return y;
    y += statement_gap(look);
    return y + page.text({at.x, y, at.w, 0}, asked.item.detail, {.style = look.detail, .color = page.color.soft});
}

void add_statement(Page& page, Flow& flow, const Asked& asked, StatementLook look) {
    flow.text(asked.item.text, {.style = look.statement}, statement_gap(look), Role::heading);
    flow.text(asked.item.detail, {.style = look.detail, .color = page.color.soft}, 24);
}

Page::FooterSpec question_footer(const Asked& asked) {
    const bool covered = asked.screen.earlier == model::screen::Earlier::covered;
    if (covered || !takes_answer(asked.item.kind)) return {.left = back_of(), .right = next_of(true)};
    const bool may_go_on = has_answer(asked) || asked.screen.earlier == model::screen::Earlier::anew;
    Page::FooterSpec footer{.left = back_of(), .middle = skip_of(), .right = next_of(may_go_on)};
    if (asked.item.may_prefer_not) footer.beside = prefer_not_of(preferred_not(asked));
    return footer;
}

float question_bottom(const Page& page, const Asked& asked) {
    return content_bottom(page, question_footer(asked));
}

void draw_question(Page& page, const model::screen::Question& screen) {
    const auto* module = module_at(page, screen.session, screen.module);
    if (module == nullptr || screen.item >= module->items.size()) return;
    const auto& item = module->items[screen.item];
    const float top = answering_top(page, screen.session, screen.module, screen.item + 1, model::action::ReviewTapped{},
                                    entered_on(screen));
    // In the words of this person: with the name they gave to whom it is about.
    auto worded = item;
    const auto name = model::person_named(*module, item.person, screen.session.content.answers);
    worded.text = model::with_person(std::move(worded.text), name);
    worded.detail = model::with_person(std::move(worded.detail), name);
    const bool shown = screen.earlier == model::screen::Earlier::shown;
    const Asked asked{screen, *module, worded, shown ? answer_to(screen.session, {module->id, item.id}) : nullptr, top};
    if (screen.earlier == model::screen::Earlier::covered)
        draw_covered(page, asked);
    else
        draw_item(page, asked);
}

}
