#include "ui/layout/flow.hpp"
// Items asked in both directions: what comes from my partner toward me, and from me toward my partner.
#include "ui/couple/question_parts.hpp"
#include "ui/kit/people.hpp"
#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr float between_columns = 48;

std::string note_words(const Asked& asked) {
    return fill(trn("question.only-therapist-two", "Only {therapist} will see these. You may skip either one.",
                    "Only {therapist} will see these. You may skip either one.",
                    readers_count(asked.screen.session.seat.sitting)),
                {{"therapist", readers_within(asked.screen.session.seat.sitting)}});
}

std::string whom_words(bool toward_me) {
    return toward_me ? tr("question.toward-me", "from my partner toward me?")
                     : tr("question.from-me", "from me toward my partner?");
}

std::array<Page::Run, 2> question_runs(bool toward_me) {
    const auto whom = whom_words(toward_me);
    return {Page::Run{tr("question.how-often", "How often does this come up "), Weight::regular, {}},
            Page::Run{whom, Weight::bold, {}}};
}
float question_height(const Page& page, bool toward_me, float width, Style style) {
    const auto runs = question_runs(toward_me);
    // Measured as if all of it were bold: never less than it takes.
    return page.text_height(runs[0].text + runs[1].text, width, style, Weight::bold);
}

struct Marks {
    float radius, width;
};
Marks marks_of(const Page& page) {
    const float size = page.icon_size();
    return {size / 2, size * 3 + 16};
}
// From whom, an arrow, to whom.
void draw_marks(Page& page, Point left_middle, model::Partner me, bool toward_me) {
    const auto marks = marks_of(page);
    const auto from = toward_me ? model::other(me) : me;
    const float size = page.icon_size();
    page.partner_mark({left_middle.x + marks.radius, left_middle.y}, marks.radius, from);
    page.icon({left_middle.x + size + 8, left_middle.y - size / 2, size, size}, Icon::arrow_right, page.color.soft);
    page.partner_mark({left_middle.x + 2 * size + 16 + marks.radius, left_middle.y}, marks.radius, model::other(from));
}

// `alone`: the other direction stands on a page of its own.
std::vector<Option> options_of(const Asked& asked, bool toward_me, bool alone = false) {
    const auto both = answer_as<model::BothWays>(asked);
    const auto chosen = toward_me ? both.toward_me : both.from_me;
    std::vector<Option> options;
    for (const auto& choice : asked.item.choices)
        options.push_back({(toward_me ? "toward:" : "from:") + std::to_string(choice.value), choice.label,
                           chosen == choice.value, model::action::DirectionTapped{toward_me, choice.value, alone}});
    return options;
}

// Both directions on one screen: rows of answers, or lists beside or below each other.
struct BothPlan {
    enum class Shape { rows, columns, lists } shape = Shape::rows;
    float gap = 48;    // above each direction
    float least = 72;  // height of an answer
    float between = 8; // list answers
};

float row_width(const Asked& asked, float width) {
    const auto count = static_cast<float>(std::max<std::size_t>(1, asked.item.choices.size()));
    return (width - 8 * (count - 1)) / count;
}

// The label and its tick stand beside each other on one line.
bool rows_hold(const Page& page, const Asked& asked, float width) {
    const float room = row_width(asked, width) - 24 - page.icon_size() * 28 / 24 - 8;
    return std::ranges::all_of(asked.item.choices, [&](const auto& choice) {
        return page.text_width(choice.label, Style::heading, Weight::bold) <= room;
    });
}

float answers_height(Page& page, const Asked& asked, bool toward_me, float width, const BothPlan& plan) {
    if (plan.shape == BothPlan::Shape::rows) return std::max(plan.least, page.type(Style::heading).line + 8);
    Flow list(page, width);
    add_options(page, list, options_of(asked, toward_me), {.least = plan.least, .gap = plan.between});
    return list.height();
}

float direction_height(Page& page, const Asked& asked, bool toward_me, float width, const BothPlan& plan) {
    const float question = question_height(page, toward_me, width - marks_of(page).width - 24, Style::heading);
    return std::max(question, page.icon_size()) + 16 + answers_height(page, asked, toward_me, width, plan);
}

void draw_direction(Page& page, const Asked& asked, bool toward_me, Rect at, const BothPlan& plan) {
    const float marks = marks_of(page).width + 24;
    const float question = question_height(page, toward_me, at.w - marks, Style::heading);
    const float middle = at.y + page.type(Style::heading).line / 2;
    draw_marks(page, {at.x, middle}, asked.screen.session.seat.partner, toward_me);
    const auto runs = question_runs(toward_me);
    page.runs({at.x + marks, at.y, at.w - marks, 0}, runs, {.style = Style::heading});
    const float y = at.y + std::max(question, page.icon_size()) + 16;
    const auto since = page.tree.widgets.size();
    if (plan.shape != BothPlan::Shape::rows) {
        Flow list(page, at.w);
        add_options(page, list, options_of(asked, toward_me), {.least = plan.least, .gap = plan.between});
        list.draw_page({at.x, y, at.w, list.height() + 1}, 0);
        return page.say_about(since, whom_words(toward_me));
    }
    const float width = row_width(asked, at.w);
    const float height = answers_height(page, asked, toward_me, at.w, plan);
    float x = at.x;
    for (const auto& option : options_of(asked, toward_me)) {
        page.answer({x, y, width, height}, option.id, option.name, option.chosen, option.action, Align::center);
        x += width + 8;
    }
    page.say_about(since, whom_words(toward_me));
}

float both_height(Page& page, const Asked& asked, const BothPlan& plan) {
    const float width = page.inner().w;
    const float head = statement_height(page, asked, width, usual_statement);
    const float note = plan.gap / 2 + note_height(page, asked.screen.session, note_words(asked), width);
    if (plan.shape == BothPlan::Shape::columns) {
        const float column = (width - between_columns) / 2;
        return head + plan.gap +
               std::max(direction_height(page, asked, true, column, plan),
                        direction_height(page, asked, false, column, plan)) +
               note;
    }
    return head + 2 * plan.gap + direction_height(page, asked, true, width, plan) +
           direction_height(page, asked, false, width, plan) + note;
}

void draw_both(Page& page, const Asked& asked, const BothPlan& plan) {
    const auto inner = page.inner();
    const float bottom = question_bottom(page, asked);
    draw_statement(page, asked, {inner.x, asked.top, inner.w, 0}, usual_statement);
    const float note = note_height(page, asked.screen.session, note_words(asked), inner.w);
    float y = asked.top + statement_height(page, asked, inner.w, usual_statement) + plan.gap;
    const float spare = bottom - asked.top - both_height(page, asked, plan);
    if (plan.shape == BothPlan::Shape::columns) {
        const float column = (inner.w - between_columns) / 2;
        draw_direction(page, asked, true, {inner.x, y, column, 0}, plan);
        draw_direction(page, asked, false, {inner.right() - column, y, column, 0}, plan);
    } else {
        // Standing, the answers stay within reach: the spare height goes above them.
        if (page.portrait()) y += std::max(0.f, spare);
        draw_direction(page, asked, true, {inner.x, y, inner.w, 0}, plan);
        y += direction_height(page, asked, true, inner.w, plan) + plan.gap;
        draw_direction(page, asked, false, {inner.x, y, inner.w, 0}, plan);
    }
    draw_note(page, asked.screen.session, note_words(asked), {inner.x, bottom - note, inner.w, note});
}

std::vector<BothPlan> plans_for(const Page& page, const Asked& asked) {
    std::vector<BothPlan> plans;
    const float width = page.inner().w;
    if (page.portrait())
        return {{.shape = BothPlan::Shape::lists, .gap = 56, .least = 88, .between = 8},
                {.shape = BothPlan::Shape::lists, .gap = 32, .least = 72, .between = 8}};
    if (rows_hold(page, asked, width))
        for (const float gap : {64.f, 48.f, 32.f, 24.f})
            plans.push_back({.gap = gap});
    for (const float gap : {32.f, 16.f})
        for (const float least : {72.f, 64.f})
            plans.push_back({.shape = BothPlan::Shape::columns, .gap = gap, .least = least});
    return plans;
}

// One direction a screen. The first leads to the second, the second on to the next item.
Page::FooterSpec footer_of_one(const Asked& asked, bool toward_me) {
    const auto both = answer_as<model::BothWays>(asked);
    const bool answered = toward_me ? both.toward_me.has_value() : both.from_me.has_value();
    Page::FooterSpec footer = question_footer(asked);
    if (toward_me) {
        if (!answered) footer.middle->action = model::action::DirectionChosen{.toward_me = false};
        if (!preferred_not(asked)) footer.right = next_of(answered, model::action::DirectionChosen{.toward_me = false});
        return footer;
    }
    // Leaving out the second keeps what was said to the first.
    if (!answered && both.toward_me) footer.middle->action = model::action::NextTapped{};
    return footer;
}

std::string part_words(bool toward_me) {
    return toward_me ? tr("question.part-one", "Part 1 of 2") : tr("question.part-two", "Part 2 of 2");
}

void draw_one_lying(Page& page, const Asked& asked, bool toward_me, float bottom, StatementLook look) {
    const auto inner = page.inner();
    const float right = 528, left = inner.w - right - between_columns;
    const float y = draw_statement(page, asked, {inner.x, asked.top, left, 0}, look);
    const float line = page.type(Style::body).line;
    const float mark_row = std::max(line, page.icon_size());
    const bool trouble = asked.screen.session.trouble;
    const float note = note_height(page, asked.screen.session, note_words(asked), left);
    float below = bottom;
    if (y + 24 + mark_row + 16 + note <= bottom || trouble) {
        draw_note(page, asked.screen.session, note_words(asked), {inner.x, bottom - note, left, note});
        below = bottom - note - 16;
    }
    if (y + 16 + mark_row <= below) {
        const float middle = below - mark_row / 2;
        draw_marks(page, {inner.x, middle}, asked.screen.session.seat.partner, toward_me);
        const float beside = marks_of(page).width + 24;
        page.text({inner.x + beside, middle - line / 2, left - beside, 0}, part_words(toward_me),
                  {.style = Style::body, .color = page.color.soft});
    }
    const auto runs = question_runs(toward_me);
    const float x = inner.right() - right;
    const float question = question_height(page, toward_me, right, Style::body);
    page.runs({x, asked.top, right, 0}, runs, {.style = Style::body});
    Flow list(page, right);
    add_options(page, list, options_of(asked, toward_me), {});
    // Half the gap rather than a page of its own for what is often.
    const float list_y = asked.top + question + (list.fits(bottom - asked.top - question - 16) ? 16.f : 8.f);
    list.draw({x, list_y, right, bottom - list_y}, asked.screen.choices_page);
}

bool one_lying_holds(Page& page, const Asked& asked, float bottom, StatementLook look) {
    const float left = page.inner().w - 528 - between_columns;
    const float row = std::max(page.type(Style::body).line, page.icon_size());
    const float trouble = asked.screen.session.trouble ? trouble_height(page, left) + 16 : 0;
    return statement_words_fit(page, asked, left, look) &&
           asked.top + statement_height(page, asked, left, look) + 16 + row + trouble <= bottom;
}

Flow one_below(Page& page, const Asked& asked, bool toward_me, StatementLook look, OptionLook list) {
    const auto inner = page.inner();
    Flow all(page, inner.w);
    add_statement(page, all, asked, look);
    const float note = note_height(page, asked.screen.session, note_words(asked), inner.w);
    all.block(
        note, [&page, &asked](Rect at) { draw_note(page, asked.screen.session, note_words(asked), at); }, 24);
    const float marks = marks_of(page).width + 24;
    const float question = question_height(page, toward_me, inner.w - marks, Style::heading);
    all.block(
        std::max(question, page.icon_size()),
        [&page, &asked, toward_me, marks](Rect at) {
            draw_marks(page, {at.x, at.y + page.type(Style::heading).line / 2}, asked.screen.session.seat.partner,
                       toward_me);
            const auto runs = question_runs(toward_me);
            page.runs({at.x + marks, at.y, at.w - marks, 0}, runs, {.style = Style::heading});
        },
        16);
    all.stay_with_next();
    add_options(page, all, options_of(asked, toward_me, true), list);
    return all;
}

void draw_one_below(Page& page, const Asked& asked, bool toward_me, float bottom) {
    const auto inner = page.inner();
    const bool tall = page.portrait();
    const OptionLook usual{.least = tall ? 88.f : 72.f};
    // What is often must not stand on a page of its own, where it is seen last: the statement makes way.
    const bool close = !tall || !one_below(page, asked, toward_me, usual_statement, usual).fits(bottom - asked.top);
    auto all = one_below(page, asked, toward_me, close ? close_statement : usual_statement,
                         tall && close ? OptionLook{.least = 72} : usual);
    const float y = tall && all.fits(bottom - asked.top) ? bottom - all.height() : asked.top;
    all.draw({inner.x, std::min(y, asked.top + 200), inner.w, bottom - std::min(y, asked.top + 200)},
             asked.screen.choices_page);
}

void draw_one(Page& page, const Asked& asked, bool toward_me) {
    const auto footer = footer_of_one(asked, toward_me);
    const float bottom = content_bottom(page, footer);
    if (!page.portrait() && one_lying_holds(page, asked, bottom, usual_statement))
        draw_one_lying(page, asked, toward_me, bottom, usual_statement);
    else if (!page.portrait() && one_lying_holds(page, asked, bottom, close_statement))
        draw_one_lying(page, asked, toward_me, bottom, close_statement);
    else
        draw_one_below(page, asked, toward_me, bottom);
    page.footer(footer);
}

}

void draw_two_way(Page& page, const Asked& asked) {
    if (page.text_at_least(150)) return draw_one(page, asked, !asked.screen.second_direction);
    const float room = question_bottom(page, asked) - asked.top;
    for (const auto& plan : plans_for(page, asked)) {
        if (both_height(page, asked, plan) > room) continue;
        draw_both(page, asked, plan);
        return page.footer(question_footer(asked));
    }
    draw_one(page, asked, !asked.screen.second_direction);
}

}
