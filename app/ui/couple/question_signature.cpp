// A box to sign in with a finger; who has keys types the name instead.
#include "chart/signature.hpp"
#include "ui/couple/question_parts.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/flow.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float shape = static_cast<float>(model::signature_width) / model::signature_height;
constexpr float least_box = 168;

ButtonSpec clear_of(bool enabled) {
    return {.id = "sign:clear",
            .name = tr("signature.clear", "Clear"),
            .look = ButtonLook::secondary,
            .enabled = enabled,
            .action = model::action::SignatureCleared{}};
}
ButtonSpec by_name_of() {
    return {.id = "sign:by-name",
            .name = tr("signature.by-name", "I sign by typing my name"),
            .look = ButtonLook::quiet_with_line,
            .action = model::action::SignByNameTapped{}};
}

// The two buttons: in a row where that holds, else one below the other.
struct Buttons {
    bool row = true;
    Size clear, name;
    float height = 0;
};
Buttons buttons_of(const Page& page, float width) {
    Buttons buttons{.row = true, .clear = page.fit_button(clear_of(true)), .name = page.fit_button(by_name_of())};
    const float high = std::max(buttons.clear.h, buttons.name.h);
    buttons.row = buttons.clear.w + 16 + buttons.name.w <= width;
    if (!buttons.row) buttons.clear.w = buttons.name.w = std::min(width, std::max(buttons.clear.w, buttons.name.w));
    buttons.clear.h = high;
    buttons.name.h = buttons.row ? high : page.button_height(by_name_of(), buttons.name.w);
    buttons.height = buttons.row ? high : high + 8 + buttons.name.h;
    return buttons;
}
void draw_buttons(Page& page, const Buttons& buttons, bool drawn, Point at) {
    page.button({at.x, at.y, buttons.clear.w, buttons.clear.h}, clear_of(drawn));
    const Point name = buttons.row ? Point{at.x + buttons.clear.w + 16, at.y} : Point{at.x, at.y + buttons.clear.h + 8};
    page.button({name.x, name.y, buttons.name.w, buttons.name.h}, by_name_of());
}

void draw_ink(Page& page, const model::Stroke& stroke, Rect box) {
    const float width = box.h * chart::pen_share;
    std::vector<Point> places;
    for (const auto at : chart::smooth(stroke, {box.x, box.y, box.w, box.h}))
        places.push_back({at.x, at.y});
    if (places.size() == 1)
        page.disc(places.front(), width, page.color.ink);
    else
        page.curve(places, page.color.ink, width);
}

void draw_box(Page& page, const Asked& asked, Rect box) {
    const auto sign = answer_as<model::Signed>(asked);
    const auto& stroke = asked.screen.stroke;
    const bool empty = sign.strokes.empty() && stroke.empty();
    page.box(box, page.color.surface, 16);
    page.outline(box, stroke.empty() ? page.color.edge : page.color.action, stroke.empty() ? 2 : 3, 16);
    const float base = box.y + box.h * 0.76f;
    page.line({box.x + 32, base}, {box.right() - 32, base}, page.color.line, 2);
    Widget widget{.id = "signature",
                  .role = Role::drawing,
                  .name = tr("signature.box", "Your signature"),
                  .value = sign.strokes.empty() ? std::string() : tr("signature.drawn", "Signed"),
                  .rect = box,
                  .chosen = !sign.strokes.empty(),
                  .ink = page.color.soft,
                  .paper = page.color.surface};
    if (empty) {
        auto hint = tr("signature.hint", "Sign here with your finger");
        if (page.text_width(hint, Style::body) > box.w - 64) hint = tr("signature.hint-short", "Sign here");
        if (!sign.typed.empty())
            hint = widget.value = fill(tr("signature.typed", "Signed by typing: {name}"), {{"name", sign.typed}});
        const float room = box.w - 64, line = page.type(Style::body).line;
        const auto words = shortened(page, hint, {room, line}, Style::body);
        page.text(
            {box.x + 32, base - 12 - line, room, 0}, words,
            {.style = Style::body, .color = page.color.soft, .align = Align::center, .paper = page.color.surface});
        widget.label = page.tree.widgets.back().rect;
        page.tree.widgets.pop_back();
    }
    for (const auto& line : sign.strokes)
        draw_ink(page, line, box);
    if (!stroke.empty()) draw_ink(page, stroke, box);
    page.add(std::move(widget));
}

// The two of them in a column right of the box: lying, large letters leave more width beside it than height below.
struct SideColumn {
    float width = 0, clear = 0, name = 0; // heights of the two
    float height() const { return clear + 8 + name; }
};
SideColumn column_of(const Page& page, float width) {
    return {width, page.button_height(clear_of(true), width), page.button_height(by_name_of(), width)};
}

constexpr StatementLook looks[] = {usual_statement, {Style::title, Style::body}, close_statement};

struct Plan {
    StatementLook look = close_statement;
    float high = 0; // of the box
    std::optional<SideColumn> column = {};
};

// The highest box below the statement, `rest` of the room kept for what stands below the box.
Plan plan_below(const Page& page, const Asked& asked, float room, float rest) {
    const float width = page.inner().w;
    for (const auto look : looks) {
        if (!statement_words_fit(page, asked, width, look)) continue;
        const float high = room - statement_height(page, asked, width, look) - 16 - rest;
        if (high >= least_box) return {look, std::min({high, width / shape, 384.f})};
    }
    return {};
}
Plan plan_beside(const Page& page, const Asked& asked, float room, float note) {
    Plan best;
    const float width = page.inner().w;
    if (page.portrait() || !statement_words_fit(page, asked, width, usual_statement)) return best;
    const float left = room - statement_height(page, asked, width, usual_statement) - 16 - 24 - note;
    for (const float wide : {200.f, 240.f, 280.f, 320.f}) {
        if (!words_fit(page, by_name_of().name, wide - 32, Style::body, Weight::bold)) continue;
        const auto column = column_of(page, wide);
        const float high = std::min({left, (width - 16 - wide) / shape, 384.f});
        if (high > best.high && high >= std::max(least_box, column.height())) best = {usual_statement, high, column};
    }
    return best;
}

}

void draw_signature(Page& page, const Asked& asked) {
    const auto inner = page.inner();
    const float bottom = question_bottom(page, asked), room = bottom - asked.top;
    const auto words = only_therapist_words(asked);
    const float note = note_height(page, asked.screen.session, words, inner.w);
    const auto buttons = buttons_of(page, inner.w);
    // Beside the buttons where there is room, so that the box can be larger.
    const float beside_x = inner.x + buttons.clear.w + 16 + buttons.name.w + 48;
    const float beside_width = page.icon_size() + 12 + page.text_width(words, Style::body) + 2;
    const bool beside = buttons.row && !asked.screen.session.trouble && beside_x + beside_width <= inner.right();
    const float below = 8 + buttons.height + (beside ? 0 : 24 + note);
    const bool drawn = !answer_as<model::Signed>(asked).strokes.empty();

    auto plan = plan_below(page, asked, room, below);
    if (const auto other = plan_beside(page, asked, room, note); other.high > plan.high) plan = other;
    const bool whole = plan.high > 0;
    float head = 0, high = plan.high;
    if (whole) {
        head = draw_statement(page, asked, {inner.x, asked.top, inner.w, 0}, plan.look) - asked.top + 16;
    } else {
        // The question in pages above the box.
        high = std::min(least_box, inner.w / shape);
        head = room - high - 16 - buttons.height - 24;
        Flow text(page, inner.w);
        add_statement(page, text, asked, close_statement);
        text.block(note, [&page, &asked, words](Rect at) { draw_note(page, asked.screen.session, words, at); });
        text.draw({inner.x, asked.top, inner.w, head - 24}, asked.screen.choices_page);
    }
    const float spare = page.portrait() && whole ? std::max(0.f, room - head - high - below) : 0;
    const Rect box{inner.x, asked.top + head + spare, high * shape, high};
    draw_box(page, asked, box);
    if (plan.column) {
        const auto& column = *plan.column;
        const float x = box.right() + 16, y = box.bottom() - column.height();
        page.button({x, y, column.width, column.clear}, clear_of(drawn));
        page.button({x, y + column.clear + 8, column.width, column.name}, by_name_of());
    } else {
        draw_buttons(page, buttons, drawn, {inner.x, box.bottom() + 8});
    }
    if (whole && beside && !plan.column)
        draw_note(page, asked.screen.session, words,
                  {inner.right() - beside_width, box.bottom() + 8 + (buttons.height - note) / 2, beside_width, note});
    else if (whole)
        draw_note(page, asked.screen.session, words, {inner.x, bottom - note, inner.w, note});
    page.footer(question_footer(asked));
}

}
