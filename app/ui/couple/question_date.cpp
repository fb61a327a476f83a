#include "ui/layout/flow.hpp"
// A date, typed in three fields in the order of the language, on a large number pad.
#include "model/visit/entering_date.hpp"
#include "ui/couple/question_parts.hpp"
#include "ui/kit/when.hpp"
#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr float between_columns = 48, field_gap = 8;

const std::string& digits_of(const model::DateEntry& entry, model::DatePart part) {
    switch (part) {
    case model::DatePart::day:
        return entry.day;
    case model::DatePart::month:
        return entry.month;
    case model::DatePart::year:
        return entry.year;
    }
    return entry.day;
}

std::string label_of(model::DatePart part) {
    switch (part) {
    case model::DatePart::day:
        return tr("date.day", "Day");
    case model::DatePart::month:
        return tr("date.month", "Month");
    case model::DatePart::year:
        return tr("date.year", "Year");
    }
    return {};
}

std::string id_of(model::DatePart part) {
    switch (part) {
    case model::DatePart::day:
        return "date:day";
    case model::DatePart::month:
        return "date:month";
    case model::DatePart::year:
        return "date:year";
    }
    return {};
}

// The date in words, as far as it is known; or why it cannot be one.
struct Said {
    std::string words;
    bool trouble = false;
};

std::string known_words(const Asked& asked, const model::DateEntry& entry) {
    const auto* dated = asked.answer == nullptr ? nullptr : std::get_if<model::Dated>(asked.answer);
    if (dated != nullptr) return date_words(dated->day);
    const auto month = model::month_typed(entry);
    if (!month || (entry.month == "1" && entry.field == model::DatePart::month)) return {};
    return month_words(*month);
}

Said said_of(const Asked& asked, const model::DateEntry& entry) {
    switch (model::trouble_of(entry, asked.item)) {
    case model::DateTrouble::none:
    case model::DateTrouble::open:
        return {known_words(asked, entry)};
    case model::DateTrouble::no_such_month:
        return {tr("date.no-such-month", "A month is a number from 1 to 12."), true};
    case model::DateTrouble::no_such_day:
        return {tr("date.no-such-day", "That month has no such day. Please look at the day again."), true};
    case model::DateTrouble::out_of_years:
        return {fill(tr("date.out-of-years", "The year can be from {first} to {last}."),
                     {{"first", std::to_string(asked.item.minimum)}, {"last", std::to_string(asked.item.maximum)}}),
                true};
    }
    return {};
}

// Room for the longest of what may be said, so that nothing moves while it is typed.
float said_height(const Page& page, const Asked& asked, float width) {
    float height = page.type(Style::body).line;
    for (const auto& words :
         {tr("date.no-such-month", "A month is a number from 1 to 12."),
          tr("date.no-such-day", "That month has no such day. Please look at the day again."),
          fill(tr("date.out-of-years", "The year can be from {first} to {last}."),
               {{"first", std::to_string(asked.item.minimum)}, {"last", std::to_string(asked.item.maximum)}})})
        height = std::max(height, page.text_height(words, width - page.icon_size() - 12, Style::body, Weight::bold));
    return height;
}

void draw_said(Page& page, const Said& said, Rect at) {
    if (said.words.empty()) return;
    if (!said.trouble) {
        page.text(at, said.words, {.style = Style::body, .color = page.color.soft}, Role::status);
        return;
    }
    const float icon = page.icon_size();
    page.icon({at.x, at.y + (page.type(Style::body).line - icon) / 2, icon, icon}, Icon::alert, page.color.alert);
    page.text({at.x + icon + 12, at.y, at.w - icon - 12, 0}, said.words,
              {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, Role::status);
}

// A field is as high as its label and its digits need.
struct Fields {
    bool labels_above = true;
    float label = 0, field = 0;
    float height() const { return (labels_above ? label + 4 : 0) + field; }
};

Fields fields_of(const Page& page, bool labels_above) {
    Fields fields;
    fields.labels_above = labels_above;
    fields.label = page.type(Style::body).line;
    fields.field = std::max(page.portrait() ? 104.f : 72.f, page.type(Style::title).line + 16);
    return fields;
}

void draw_field(Page& page, const model::DateEntry& entry, model::DatePart part, Rect at, bool label_inside) {
    const auto id = id_of(part);
    const auto name = label_of(part);
    const auto& digits = digits_of(entry, part);
    const bool in_use = entry.field == part;
    const auto paper = page.view.pressed == id ? page.color.sunk : page.color.surface;
    page.box(at, paper, 16);
    page.outline(at, in_use ? page.color.action : page.color.edge, in_use ? 3 : 2, 16);
    Widget field{.id = id,
                 .role = Role::field,
                 .name = name,
                 .value = digits,
                 .rect = at,
                 .chosen = in_use,
                 .action = model::action::DatePartTapped{part},
                 .ink = page.color.ink,
                 .paper = paper,
                 .text_px = page.type(Style::title).px,
                 .typing = in_use};
    const float line = page.type(digits.empty() ? Style::body : Style::title).line;
    if (!digits.empty() || label_inside) {
        const bool hint = digits.empty();
        page.text({at.x + 4, at.y + (at.h - line) / 2, at.w - 8, 0}, hint ? name : digits,
                  {.style = hint ? Style::body : Style::title,
                   .color = hint ? page.color.soft : page.color.ink,
                   .align = Align::center,
                   .paper = paper});
        // What was just drawn is the field's own label.
        field.label = page.tree.widgets.back().rect;
        page.tree.widgets.pop_back();
    } else if (in_use) {
        const float caret = page.type(Style::heading).line;
        page.box({at.center().x - 1.5f, at.center().y - caret / 2, 3, caret}, page.color.action, 0);
    }
    page.add(std::move(field));
}

void draw_fields(Page& page, const model::DateEntry& entry, const Fields& fields, Rect at) {
    const float year = 1.4f, unit = (at.w - 2 * field_gap) / (2 + year);
    float x = at.x;
    for (const auto part : entry.order) {
        const float wide = part == model::DatePart::year ? unit * year : unit;
        float y = at.y;
        if (fields.labels_above) {
            page.text({x, y, wide, 0}, label_of(part),
                      {.style = Style::body, .color = page.color.soft, .align = Align::center});
            y += fields.label + 4;
        }
        draw_field(page, entry, part, {x, y, wide, fields.field}, !fields.labels_above);
        x += wide + field_gap;
    }
}

void draw_head(Page& page, const Asked& asked, Rect room) {
    const auto words = only_therapist_words(asked);
    const float note = note_height(page, asked.screen.session, words, room.w);
    for (const auto look : {usual_statement, close_statement}) {
        if (!statement_words_fit(page, asked, room.w, look) ||
            statement_height(page, asked, room.w, look) + 24 + note > room.h)
            continue;
        draw_statement(page, asked, room, look);
        draw_note(page, asked.screen.session, words, {room.x, room.bottom() - note, room.w, note});
        return;
    }
    Flow all(page, room.w);
    add_statement(page, all, asked, close_statement);
    all.block(note, [&page, &asked, words](Rect at) { draw_note(page, asked.screen.session, words, at); });
    all.draw(room, asked.screen.choices_page);
}

void draw_lying(Page& page, const Asked& asked, const model::DateEntry& entry, float bottom) {
    const auto inner = page.inner();
    const float right = 528, left = inner.w - right - between_columns, x = inner.right() - right;
    const float words = said_height(page, asked, right);
    const float pad_least = 4 * 64 + 24 + 32;
    const float room = bottom - asked.top;
    auto fields = fields_of(page, true);
    if (fields.height() + 8 + words + 8 + pad_least > room) fields = fields_of(page, false);
    // Where even that is too much, what is said stands below the question.
    const bool words_right = fields.height() + 8 + words + 8 + pad_least <= room;
    const float left_words = words_right ? 0 : said_height(page, asked, left) + 16;
    draw_head(page, asked, {inner.x, asked.top, left, room - left_words});
    float y = asked.top;
    draw_fields(page, entry, fields, {x, y, right, 0});
    y += fields.height() + 8;
    const auto said = said_of(asked, entry);
    if (words_right) {
        draw_said(page, said, {x, y, right, 0});
        y += words + 8;
    } else {
        draw_said(page, said, {inner.x, bottom - left_words + 16, left, 0});
    }
    page.keypad({x, y, right, std::min(page.keypad_size().h, bottom - y)}, true, Page::Corner::empty);
}

void draw_standing(Page& page, const Asked& asked, const model::DateEntry& entry, float bottom) {
    const auto inner = page.inner();
    const float pad = page.keypad_size().h, words = said_height(page, asked, inner.w);
    const auto fields = fields_of(page, true);
    float y = bottom - pad;
    page.keypad({inner.x, y, inner.w, pad}, true, Page::Corner::empty);
    y -= 24 + words;
    draw_said(page, said_of(asked, entry), {inner.x, y, inner.w, 0});
    y -= 12 + fields.height();
    draw_fields(page, entry, fields, {inner.x, y, inner.w, 0});
    draw_head(page, asked, {inner.x, asked.top, inner.w, y - 48 - asked.top});
}

}

void draw_date(Page& page, const Asked& asked) {
    const auto entry = asked.screen.date.value_or(model::DateEntry{});
    const float bottom = question_bottom(page, asked);
    if (page.portrait())
        draw_standing(page, asked, entry, bottom);
    else
        draw_lying(page, asked, entry, bottom);
    page.footer(question_footer(asked));
}

}
