#include "ui/layout/fitting.hpp"
#include "ui/layout/flow.hpp"
// Items answered with a number: typed on a keypad, or one of 0 to 10.
#include "model/form/answer.hpp"
#include "ui/couple/question_parts.hpp"
#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr float between_columns = 48;

// Statement and note left, or above; false when they do not hold there.
bool head_holds(const Page& page, const Asked& asked, Size room, StatementLook look) {
    return statement_words_fit(page, asked, room.w, look) &&
           statement_height(page, asked, room.w, look) + 24 +
                   note_height(page, asked.screen.session, only_therapist_words(asked), room.w) <=
               room.h;
}

void draw_head_left(Page& page, const Asked& asked, Rect room) {
    const auto look = head_holds(page, asked, {room.w, room.h}, usual_statement) ? usual_statement : close_statement;
    draw_statement(page, asked, room, look);
    const auto words = only_therapist_words(asked);
    const float note = note_height(page, asked.screen.session, words, room.w);
    draw_note(page, asked.screen.session, words, {room.x, room.bottom() - note, room.w, note});
}

// What is typed so far, with its unit, and the range it may have.
std::string range_words(const Asked& asked) {
    // The file has the range in whole numbers.
    const auto whole = [&](int end) {
        auto words = model::number_words(end, asked.item.decimals);
        return words.substr(0, words.find('.'));
    };
    return fill(tr("question.range", "From {low} to {high}"),
                {{"low", whole(asked.item.minimum)}, {"high", whole(asked.item.maximum)}});
}

float value_height(const Page& page) {
    return std::max(72.f, page.type(Style::title).line + 16);
}

void draw_value(Page& page, const Asked& asked, Rect at) {
    page.box(at, page.color.surface, 16);
    page.outline(at, page.color.action, 3, 16);
    const auto& words = asked.screen.digits;
    Widget field{.id = "number",
                 .role = Role::field,
                 .name = tr("question.number", "Your number"),
                 .value = words,
                 .rect = at,
                 .ink = page.color.ink,
                 .paper = page.color.surface,
                 .text_px = page.type(Style::title).px,
                 .typing = true};
    const auto before = page.tree.widgets.size();
    const bool number = !words.empty();
    const bool unit_beside =
        page.text_width(asked.item.unit, Style::heading) + page.text_width("000", Style::title) + 72 <= at.w;
    const float line = page.type(Style::title).line;
    const float y = at.y + (at.h - line) / 2;
    if (number)
        page.text({at.x + 24, y, at.w - 48, 0}, words, {.style = Style::title, .paper = page.color.surface},
                  Role::status);
    const float after = at.x + 24 + page.text_width(words, Style::title) + (number ? 16.f : 0.f);
    if (!number) page.box({at.x + 24, y + 8, 3, line - 16}, page.color.action, 0);
    const float unit_line = page.type(Style::heading).line;
    if (unit_beside && !asked.item.unit.empty())
        page.text({after + (number ? 0.f : 16.f), at.y + (at.h - unit_line) / 2, at.right() - after - 24, 0},
                  asked.item.unit, {.style = Style::heading, .color = page.color.soft, .paper = page.color.surface});
    if (number && !asked.item.unit.empty())
        field.value += " " + asked.item.unit;
    else
        field.about = asked.item.unit;
    // What was just drawn is in the field.
    if (page.tree.widgets.size() > before) field.label = page.tree.widgets[before].rect;
    page.tree.widgets.resize(before);
    page.add(std::move(field));
}

// The eleven, in one row, in two, or in a block of four columns.
struct Eleven {
    std::size_t columns = 11;
    float gap = 8, height = 72;
};
float eleven_height(const Eleven& shape) {
    const std::size_t in_rows = (11 + shape.columns - 1) / shape.columns;
    const auto rows = static_cast<float>(in_rows);
    return rows * shape.height + (rows - 1) * shape.gap;
}
void draw_eleven(Page& page, const Asked& asked, Rect at, const Eleven& shape) {
    const auto columns = static_cast<float>(shape.columns);
    const float width = (at.w - shape.gap * (columns - 1)) / columns;
    const auto chosen = chosen_value(asked);
    for (int value = 0; value <= 10; ++value) {
        const auto column = static_cast<float>(static_cast<std::size_t>(value) % shape.columns);
        const std::size_t above = static_cast<std::size_t>(value) / shape.columns;
        const auto row = static_cast<float>(above);
        const Rect place{at.x + column * (width + shape.gap), at.y + row * (shape.height + shape.gap), width,
                         shape.height};
        const auto id = "answer:" + std::to_string(value);
        page.button(place, {.id = id,
                            .name = std::to_string(value),
                            .action = model::action::ChoiceTapped{value},
                            .style = Style::heading,
                            .chosen = chosen == value,
                            .role = Role::answer});
    }
}

// Words for both ends: beside each other where each keeps half the width.
struct Ends {
    std::string low, high;
    bool beside;
    float height;
};
Ends ends_of(const Page& page, const Asked& asked, float width) {
    Ends ends{.low = fill(tr("question.zero-means", "0: {words}"), {{"words", asked.item.low_label}}),
              .high = fill(tr("question.ten-means", "10: {words}"), {{"words", asked.item.high_label}}),
              .beside = false,
              .height = 0};
    if (asked.item.low_label.empty()) ends.low.clear();
    if (asked.item.high_label.empty()) ends.high.clear();
    const float half = (width - 24) / 2;
    ends.beside =
        words_fit(page, ends.low, half, Style::body) && words_fit(page, ends.high, half, Style::body) && half > 300;
    const float each = ends.beside ? half : width;
    const float low = ends.low.empty() ? 0 : page.text_height(ends.low, each, Style::body);
    const float high = ends.high.empty() ? 0 : page.text_height(ends.high, each, Style::body);
    ends.height = ends.beside ? std::max(low, high) : low + high + (low > 0 && high > 0 ? 4.f : 0.f);
    return ends;
}
void draw_ends(Page& page, const Ends& ends, Rect at) {
    const float each = ends.beside ? (at.w - 24) / 2 : at.w;
    float used = 0;
    if (!ends.low.empty())
        used = page.text({at.x, at.y, each, 0}, ends.low, {.style = Style::body, .color = page.color.soft}) + 4;
    if (ends.high.empty()) return;
    if (ends.beside)
        page.text({at.right() - each, at.y, each, 0}, ends.high,
                  {.style = Style::body, .color = page.color.soft, .align = Align::right});
    else
        page.text({at.x, at.y + used, each, 0}, ends.high, {.style = Style::body, .color = page.color.soft});
}

bool draw_eleven_below(Page& page, const Asked& asked, float bottom, const Eleven& shape, StatementLook look) {
    const auto inner = page.inner();
    const auto ends = ends_of(page, asked, inner.w);
    const auto words = only_therapist_words(asked);
    const float note = note_height(page, asked.screen.session, words, inner.w);
    const float head = statement_height(page, asked, inner.w, look);
    const float block = eleven_height(shape) + 16 + ends.height;
    const float needed = head + 32 + block + 24 + note;
    const float digits = page.text_width("10", Style::heading, Weight::bold) + 24;
    const float width =
        (inner.w - shape.gap * static_cast<float>(shape.columns - 1)) / static_cast<float>(shape.columns);
    if (needed > bottom - asked.top || digits > width || !statement_words_fit(page, asked, inner.w, look)) return false;
    draw_statement(page, asked, {inner.x, asked.top, inner.w, 0}, look);
    const float spare = bottom - asked.top - needed;
    float y = asked.top + head + 32 + (page.portrait() ? spare : std::min(spare / 2, 64.f));
    draw_eleven(page, asked, {inner.x, y, inner.w, 0}, shape);
    y += eleven_height(shape) + 16;
    draw_ends(page, ends, {inner.x, y, inner.w, 0});
    draw_note(page, asked.screen.session, words, {inner.x, bottom - note, inner.w, note});
    return true;
}

void draw_eleven_beside(Page& page, const Asked& asked, float bottom) {
    const auto inner = page.inner();
    const float right = 528, left = inner.w - right - between_columns;
    draw_head_left(page, asked, {inner.x, asked.top, left, bottom - asked.top});
    const Eleven shape{.columns = 4};
    const float x = inner.right() - right;
    draw_eleven(page, asked, {x, asked.top, right, 0}, shape);
    draw_ends(page, ends_of(page, asked, right), {x, asked.top + eleven_height(shape) + 16, right, 0});
}

void draw_eleven_in_pages(Page& page, const Asked& asked, float bottom) {
    const auto inner = page.inner();
    Flow all(page, inner.w);
    add_statement(page, all, asked, close_statement);
    const Eleven shape{.columns = 6, .height = page.portrait() ? 104.f : 72.f};
    all.block(
        eleven_height(shape), [&page, &asked, shape](Rect at) { draw_eleven(page, asked, at, shape); }, 16);
    const auto ends = ends_of(page, asked, inner.w);
    all.block(
        ends.height, [&page, ends](Rect at) { draw_ends(page, ends, at); }, 24);
    const auto words = only_therapist_words(asked);
    all.block(note_height(page, asked.screen.session, words, inner.w),
              [&page, &asked, words](Rect at) { draw_note(page, asked.screen.session, words, at); });
    all.draw({inner.x, asked.top, inner.w, bottom - asked.top}, asked.screen.choices_page);
}

void draw_scale(Page& page, const Asked& asked, float bottom) {
    const bool tall = page.portrait();
    const float high = tall ? 104.f : 80.f;
    const bool one_row = !tall && !page.text_at_least(125);
    if (one_row && draw_eleven_below(page, asked, bottom, {.columns = 11, .height = 96}, usual_statement)) return;
    for (const auto look : {usual_statement, close_statement})
        if (draw_eleven_below(page, asked, bottom, {.columns = 6, .height = high}, look)) return;
    const float left = page.inner().w - 528 - between_columns;
    if (!tall && head_holds(page, asked, {left, bottom - asked.top}, close_statement))
        return draw_eleven_beside(page, asked, bottom);
    draw_eleven_in_pages(page, asked, bottom);
}

Page::Corner corner_of(const Asked& asked) {
    return asked.item.decimals > 0 ? Page::Corner::point : Page::Corner::empty;
}

void draw_keypad_lying(Page& page, const Asked& asked, float bottom) {
    const auto inner = page.inner();
    const float right = 448, left = inner.w - right - between_columns;
    const Rect head{inner.x, asked.top, left, bottom - asked.top};
    const float x = inner.right() - right;
    const float pad = page.keypad_size().h;
    const auto range = range_words(asked);
    const float range_height = page.text_height(range, right, Style::body);
    float y = asked.top;
    if (head_holds(page, asked, {left, head.h}, close_statement)) {
        draw_head_left(page, asked, head);
    } else {
        Flow all(page, left);
        add_statement(page, all, asked, close_statement);
        const auto words = only_therapist_words(asked);
        all.block(note_height(page, asked.screen.session, words, left),
                  [&page, &asked, words](Rect at) { draw_note(page, asked.screen.session, words, at); });
        all.draw(head, asked.screen.choices_page);
    }
    draw_value(page, asked, {x, y, right, value_height(page)});
    y += value_height(page) + 8;
    page.text({x, y, right, 0}, range, {.style = Style::body, .color = page.color.soft});
    y += range_height + 16;
    page.keypad({x, y, right, std::min(pad, bottom - y)}, true, corner_of(asked));
}

void draw_keypad_standing(Page& page, const Asked& asked, float bottom) {
    const auto inner = page.inner();
    const float pad = page.keypad_size().h;
    const auto range = range_words(asked);
    const float range_height = page.text_height(range, inner.w, Style::body);
    float y = bottom - pad;
    page.keypad({inner.x, y, inner.w, pad}, true, corner_of(asked));
    y -= 24 + range_height;
    page.text({inner.x, y, inner.w, 0}, range, {.style = Style::body, .color = page.color.soft});
    y -= 8 + value_height(page);
    draw_value(page, asked, {inner.x, y, inner.w, value_height(page)});
    const Rect head{inner.x, asked.top, inner.w, y - 48 - asked.top};
    if (head_holds(page, asked, {inner.w, head.h}, close_statement)) return draw_head_left(page, asked, head);
    Flow all(page, inner.w);
    add_statement(page, all, asked, close_statement);
    const auto words = only_therapist_words(asked);
    all.block(note_height(page, asked.screen.session, words, inner.w),
              [&page, &asked, words](Rect at) { draw_note(page, asked.screen.session, words, at); });
    all.draw(head, asked.screen.choices_page);
}

}

void draw_zero_to_ten(Page& page, const Asked& asked) {
    draw_scale(page, asked, question_bottom(page, asked));
    page.footer(question_footer(asked));
}

void draw_number(Page& page, const Asked& asked) {
    const float bottom = question_bottom(page, asked);
    if (page.portrait())
        draw_keypad_standing(page, asked, bottom);
    else
        draw_keypad_lying(page, asked, bottom);
    page.footer(question_footer(asked));
}

}
