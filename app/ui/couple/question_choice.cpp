// Items answered from a list: one of it, or any that fit.
#include "ui/couple/question_parts.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float between_columns = 48;
constexpr std::size_t most_at_once = 20; // more are on pages, whatever the room
constexpr float usual_list = 528, widest_list = 688;

// One way to stand on the screen; tried in order until one holds everything at once.
struct Plan {
    bool beside = true; // statement left, list right
    float list_width = usual_list;
    StatementLook look = usual_statement;
    bool grid = false; // several answers in a row
};

std::string note_words(const Asked& asked) {
    return only_therapist_words(asked);
}

std::optional<std::string> hint_words(const Asked& asked) {
    // A detail says it in the question's own words.
    if (shape_of(asked.item.kind) != model::AnswerShape::values || !asked.item.detail.empty()) return std::nullopt;
    return tr("question.any-that-fit", "Choose any that fit.");
}

std::string chosen_words(const std::string& answer) {
    return fill(tr("question.chosen", "Chosen: {answer}"), {{"answer", answer}});
}

// What is chosen may stand on another page of the list.
std::optional<std::string> chosen_words(const Asked& asked) {
    const auto& choices = asked.item.choices;
    if (choices.size() <= most_at_once) return std::nullopt;
    if (shape_of(asked.item.kind) == model::AnswerShape::values)
        return fill(tr("question.chosen-of", "Chosen: {count} of {of}"),
                    {{"count", std::to_string(answer_as<model::ChosenSet>(asked).values.size())},
                     {"of", std::to_string(choices.size())}});
    const auto found = std::ranges::find_if(
        choices, [&](const model::Choice& one) { return chosen_value(asked) == std::optional(one.value); });
    return found == choices.end() ? tr("question.none-chosen", "Nothing chosen yet") : chosen_words(found->label);
}

// As high whatever is chosen, so that the list stays where it is.
float chosen_height(const Page& page, const Asked& asked, float width) {
    const auto words = chosen_words(asked);
    if (!words) return 0;
    float height = page.text_height(*words, width, Style::body);
    if (has_one_value(asked.item.kind))
        for (const auto& choice : asked.item.choices)
            height = std::max(height, page.text_height(chosen_words(choice.label), width, Style::body));
    return 12 + height;
}

float hint_height(const Page& page, const Asked& asked, float width) {
    const auto hint = hint_words(asked);
    return (hint ? 12 + page.text_height(*hint, width, Style::body, Weight::bold) : 0) +
           chosen_height(page, asked, width);
}

float draw_head(Page& page, const Asked& asked, Rect at, StatementLook look) {
    float y = draw_statement(page, asked, at, look);
    if (const auto hint = hint_words(asked))
        y += 12 + page.text({at.x, y + 12, at.w, 0}, *hint, {.style = Style::body, .weight = Weight::bold});
    if (const auto chosen = chosen_words(asked)) {
        page.text({at.x, y + 12, at.w, 0}, *chosen, {.color = page.color.soft}, Role::status);
        y += chosen_height(page, asked, at.w);
    }
    return y;
}

OptionLook option_look(const Page& page, const Asked& asked, bool roomy) {
    const bool seven = has_one_value(asked.item.kind) && asked.item.choices.size() == 7;
    if (page.portrait()) return {.least = roomy ? 104.f : 80.f, .gap = roomy ? 16.f : 8.f, .part_middle = seven};
    return {.least = 72, .gap = 8, .part_middle = seven};
}

void add_list(Page& page, Flow& flow, const Asked& asked, const Plan& plan, bool roomy) {
    const auto options = choice_options(asked);
    if (!plan.grid) return add_options(page, flow, options, option_look(page, asked, roomy));
    std::vector<GridChoice> choices;
    for (const auto& option : options)
        choices.push_back({option.id, option.name, option.chosen, option.action, {}});
    add_grid(page, flow, std::move(choices));
}

struct Room {
    Rect head, list;
};
Room room_of(const Page& page, const Asked& asked, const Plan& plan) {
    const auto inner = page.inner();
    const float bottom = question_bottom(page, asked);
    const float top = asked.top;
    if (plan.beside) {
        const float left = inner.w - plan.list_width - between_columns;
        return {{inner.x, top, left, bottom - top},
                {inner.right() - plan.list_width, top, plan.list_width, bottom - top}};
    }
    const float head = statement_height(page, asked, inner.w, plan.look) + hint_height(page, asked, inner.w);
    const float above = head + 24 + note_height(page, asked.screen.session, note_words(asked), inner.w) + 24;
    return {{inner.x, top, inner.w, head}, {inner.x, top + above, inner.w, bottom - top - above}};
}

bool head_fits(const Page& page, const Asked& asked, const Plan& plan, const Room& room) {
    if (!statement_words_fit(page, asked, room.head.w, plan.look)) return false;
    if (!plan.beside) return room.list.h > 0;
    const float head = statement_height(page, asked, room.head.w, plan.look) + hint_height(page, asked, room.head.w);
    return head + 24 + note_height(page, asked.screen.session, note_words(asked), room.head.w) <= room.head.h;
}

bool holds(Page& page, const Asked& asked, const Plan& plan, bool roomy) {
    if (asked.item.choices.size() > most_at_once) return false;
    const auto room = room_of(page, asked, plan);
    if (!head_fits(page, asked, plan, room)) return false;
    Flow list(page, room.list.w);
    add_list(page, list, asked, plan, roomy);
    return list.fits(room.list.h);
}

// A page of the list has room for its longest label, above the buttons that turn it.
bool each_fits(const Page& page, const Asked& asked, Rect list) {
    const float room = list.h - turner_height(page) - 24;
    return std::ranges::all_of(asked.item.choices, [&](const model::Choice& choice) {
        return answer_height(page, choice.label, list.w, 72) <= room;
    });
}

void draw_beside(Page& page, const Asked& asked, const Plan& plan, const Room& room, Flow& list) {
    const float top = draw_head(page, asked, room.head, plan.look);
    const float note = note_height(page, asked.screen.session, note_words(asked), room.head.w);
    const Rect place{room.head.x, room.head.bottom() - note, room.head.w, note};
    draw_for_listener(page, top, place);
    draw_note(page, asked.screen.session, note_words(asked), place);
    list.draw(room.list, asked.screen.choices_page);
}

// Standing screens keep the answers low, within reach of a seated hand.
void draw_below(Page& page, const Asked& asked, const Plan& plan, const Room& room, Flow& list) {
    draw_head(page, asked, room.head, plan.look);
    const float height = std::min(list.height(), room.list.h);
    const float y = page.portrait() ? room.list.bottom() - height : room.list.y;
    const float note = note_height(page, asked.screen.session, note_words(asked), room.head.w);
    draw_note(page, asked.screen.session, note_words(asked), {room.head.x, y - 24 - note, room.head.w, note});
    list.draw({room.list.x, y, room.list.w, room.list.bottom() - y}, asked.screen.choices_page);
}

void draw_plan(Page& page, const Asked& asked, const Plan& plan, bool roomy) {
    const auto room = room_of(page, asked, plan);
    Flow list(page, room.list.w);
    add_list(page, list, asked, plan, roomy);
    if (plan.beside)
        draw_beside(page, asked, plan, room, list);
    else
        draw_below(page, asked, plan, room, list);
}

// Nothing holds at this text size: everything one below the other, in pages.
void draw_in_pages(Page& page, const Asked& asked) {
    const auto inner = page.inner();
    Flow all(page, inner.w);
    add_statement(page, all, asked, close_statement);
    if (const auto hint = hint_words(asked)) all.text(*hint, {.style = Style::body, .weight = Weight::bold}, 16);
    if (const auto chosen = chosen_words(asked))
        all.block(
            chosen_height(page, asked, inner.w),
            [&page, words = *chosen](Rect at) { page.text(at, words, {.color = page.color.soft}, Role::status); }, 16);
    const float note = note_height(page, asked.screen.session, note_words(asked), inner.w);
    all.block(
        note, [&page, &asked](Rect at) { draw_note(page, asked.screen.session, note_words(asked), at); }, 24);
    add_list(page, all, asked, {.grid = !has_one_value(asked.item.kind)}, false);
    all.draw({inner.x, asked.top, inner.w, question_bottom(page, asked) - asked.top}, asked.screen.choices_page);
}

// One of several is read down a list, in its order. Where any may be chosen they may stand in rows.
std::vector<Plan> plans_for(const Page& page, const Asked& asked) {
    std::vector<Plan> plans;
    if (page.portrait()) {
        plans = {{.beside = false},
                 {.beside = false, .look = close_statement},
                 {.beside = false, .grid = true},
                 {.beside = false, .look = close_statement, .grid = true}};
    } else {
        const float needed = widest_option(page, choice_options(asked));
        const float narrow = std::clamp(needed, 320.f, usual_list), wide = std::clamp(needed, usual_list, widest_list);
        plans = {{},
                 {.list_width = narrow},
                 {.beside = false, .grid = true},
                 {.look = close_statement},
                 {.list_width = narrow, .look = close_statement},
                 {.list_width = wide}, // labels that take a line each only there
                 {.list_width = wide, .look = close_statement},
                 {.beside = false},
                 {.beside = false, .look = close_statement, .grid = true},
                 {.beside = false, .look = close_statement}};
    }
    if (has_one_value(asked.item.kind)) std::erase_if(plans, &Plan::grid);
    return plans;
}

// The first plan that holds everything at once. Failing that, the whole statement beside pages of answers; failing
// that, everything in pages.
void draw_list(Page& page, const Asked& asked) {
    const auto plans = plans_for(page, asked);
    for (const bool roomy : {true, false}) {
        for (const auto& plan : plans)
            if (holds(page, asked, plan, roomy)) return draw_plan(page, asked, plan, roomy);
        if (!page.portrait()) break;
    }
    for (const auto& plan : plans) {
        const auto room = room_of(page, asked, plan);
        const float least = page.portrait() ? 400.f : 240.f;
        if (head_fits(page, asked, plan, room) && room.list.h >= least && each_fits(page, asked, room.list))
            return draw_plan(page, asked, plan, false);
    }
    draw_in_pages(page, asked);
}

}

std::vector<Option> choice_options(const Asked& asked) {
    std::vector<Option> options;
    const auto one = chosen_value(asked);
    const auto any = answer_as<model::ChosenSet>(asked).values;
    for (const auto& choice : asked.item.choices) {
        const bool chosen =
            shape_of(asked.item.kind) == model::AnswerShape::values ? any.contains(choice.value) : one == choice.value;
        options.push_back({"answer:" + std::to_string(choice.value), choice.label, chosen,
                           model::action::ChoiceTapped{choice.value}});
    }
    return options;
}

float widest_option(const Page& page, const std::vector<Option>& options) {
    float widest = 0;
    for (const auto& option : options)
        widest = std::max(widest, page.text_width(option.name, Style::heading, Weight::bold));
    return widest + 48 + page.icon_size() * 28 / 24 + 12;
}

void add_options(Page& page, Flow& flow, const std::vector<Option>& options, OptionLook look) {
    for (std::size_t i = 0; i < options.size(); ++i) {
        const bool round_middle = look.part_middle && (i + 1 == options.size() / 2 || i == options.size() / 2);
        flow.block(
            answer_height(page, options[i].name, flow.width(), look.least),
            [&page, option = options[i]](Rect at) {
                page.answer(at, option.id, option.name, option.chosen, option.action);
            },
            round_middle ? 2 * look.gap : look.gap);
    }
}

void draw_choices(Page& page, const Asked& asked) {
    draw_list(page, asked);
    page.footer(question_footer(asked));
}

}
