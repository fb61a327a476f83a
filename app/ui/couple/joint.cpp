#include "ui/couple/answering.hpp"
#include "ui/couple/joint_parts.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

using Who = model::Partner;
using JointScreen = model::screen::Joint;

// `saved` stands before the buttons, or below them where there is no room; a title gives way to both.
float joint_header(Page& page, const std::string& saved) {
    const float buttons = page.corner(true) - 24;
    const float middle = page.portrait() ? 88.f : 56.f;
    page.two_circles({page.margin(), middle - 16, 52, 32}, false);
    const auto title = tr("joint.title", "Our shared statement");
    const float line = page.type(Style::heading).line, title_x = page.margin() + 68;
    const float title_width = page.text_width(title, Style::heading, Weight::bold) + 2;
    const float saved_width = saved.empty() ? 0 : page.text_width(saved, Style::body) + 2;
    const bool beside = title_x + saved_width <= buttons;
    const float saved_ends = beside && !saved.empty() ? 24 + saved_width : 0;
    if (!page.text_at_least(150) && title_x + title_width + saved_ends <= buttons)
        page.text({title_x, middle - line / 2, title_width, 0}, title,
                  {.style = Style::heading, .weight = Weight::bold}, Role::heading);
    if (saved.empty()) return page.header_bottom();
    const TextLook look{.style = Style::body, .color = page.color.soft};
    if (!beside) {
        const auto inner = page.inner();
        const float top = page.header_bottom();
        return top + page.text({inner.x, top, inner.w, 0}, saved, look, Role::status) + 8;
    }
    page.text({buttons - saved_width, middle - page.type(Style::body).line / 2, saved_width, 0}, saved, look,
              Role::status);
    return page.header_bottom();
}

bool agreed(const JointScreen& screen) {
    return screen.session.content.a_agrees && screen.session.content.b_agrees &&
           !screen.session.content.statement.sentences.empty();
}

ButtonSpec pass_button(const JointScreen& screen) {
    const auto to = called(screen.session.sitting, model::other(screen.session.content.turn));
    return {.id = "pass",
            .name = fill(tr("joint.pass", "Pass the turn to {name}"), {{"name", to}}),
            .icon = Icon::pass_turn,
            .enabled = !screen.sealing,
            .action = model::action::TurnPassed{}};
}
ButtonSpec write_button(const JointScreen& screen) {
    return {.id = "write",
            .name = tr("joint.write", "Write a sentence"),
            .icon = Icon::plus,
            .enabled = !screen.sealing,
            .action = model::action::WriteTapped{}};
}
ButtonSpec finish_button(const JointScreen& screen) {
    return {.id = "finish",
            .name = screen.sealing       ? tr("joint.saving", "Saving…")
                    : screen.seal_failed ? tr("joint.again", "Try again")
                                         : tr("joint.finish", "Save as our mission"),
            .look = ButtonLook::primary,
            .enabled = !screen.sealing && screen.session.pending.empty(),
            .action = model::action::StatementFinished{}};
}
ButtonSpec stop_button(const JointScreen& screen) {
    return {.id = "back",
            .name = tr("joint.stop", "Stop for now"),
            .look = ButtonLook::quiet,
            .enabled = !screen.sealing,
            .action = model::action::BackTapped{}};
}

// Three columns: what Maya released, the statement, what Jordan released.
struct Columns {
    Rect left, middle, right, inner_middle;
    float bottom_y;
};
Columns columns_of(const Page& page, float top, const std::string& words) {
    const auto inner = page.inner();
    const float side = std::clamp(inner.w * 0.278f, 320.f, 400.f), gap = 24;
    // Below them the words about agreeing, and the button to stop.
    const float below = page.text_height(words, inner.w - 2 * (side + gap), Style::body);
    const float bottom = inner.bottom() - 48 - 8 - std::max(56.f, below) - 32;
    const Rect middle{inner.x + side + gap, top, inner.w - 2 * (side + gap), bottom - top};
    return {{inner.x, top + 16, side, bottom - top - 32},
            middle,
            {inner.right() - side, top + 16, side, bottom - top - 32},
            middle.inset(28, 24),
            bottom + 32};
}

float drafts_head(const Page& page) {
    return page.type(Style::heading).line + page.type(Style::small).line + 16;
}

void draw_draft_column(Page& page, const JointScreen& screen, Who who, Rect at, Flow& drafts) {
    page.card(at);
    const auto name = called(screen.session.sitting, who);
    const float line = page.type(Style::heading).line;
    page.partner_mark({at.x + 36, at.y + 24 + line / 2}, 12, who);
    page.text({at.x + 60, at.y + 24, at.w - 84, 0}, name,
              {.style = Style::heading, .weight = Weight::bold, .paper = page.color.surface});
    const float note_y = at.y + 24 + line;
    const bool turn = screen.session.content.turn == who;
    const auto under = turn ? tr("joint.tap-to-bring", "Tap words to bring them in.")
                            : fill(tr("joint.turn-next", "{name}'s turn is next."), {{"name", name}});
    page.text({at.x + 24, note_y, at.w - 48, 0}, under,
              {.style = Style::small, .color = page.color.soft, .paper = page.color.surface});
    const float y = note_y + page.type(Style::small).line + 12;
    drafts.draw_page({at.x + 24, y, at.w - 48, at.bottom() - 16 - y}, 0);
}

bool draw_columns(Page& page, const JointScreen& screen, float top) {
    const auto places = columns_of(page, top, agreement_words(screen));
    const auto& sitting = screen.session.sitting;
    const auto inner = places.inner_middle;
    Flow left(page, places.left.w - 48), right(page, places.right.w - 48), statement(page, inner.w);
    add_drafts(page, left, screen, Who::a, 1e6f);
    add_drafts(page, right, screen, Who::b, 1e6f);
    const float head = 24 + drafts_head(page) + 16;
    const auto note_fits = [&](Who who) {
        return page.text_width(called(sitting, who), Style::heading, Weight::bold) <= places.left.w - 84;
    };
    if (!left.fits(places.left.h - head) || !right.fits(places.right.h - head) || !note_fits(Who::a) ||
        !note_fits(Who::b))
        return false;

    const bool done = agreed(screen);
    const std::vector<ButtonSpec> below{write_button(screen), pass_button(screen)};
    for (const auto& spec : below)
        if (page.fit_button(spec).w > inner.w) return false;
    const float buttons = 64 + 8 + 64;
    const float pill = turn_pill_size(page, screen).h;
    if (turn_pill_size(page, screen).w > inner.w) return false;
    const float room = inner.h - pill - 16 - buttons - 16;
    add_statement_sentences(page, statement, screen, room - 96);

    draw_draft_column(page, screen, Who::a, places.left, left);
    page.box(places.middle, page.color.surface, 24);
    page.outline(places.middle, page.color.action, 3, 24);
    draw_turn_pill(page, screen, {inner.x + (inner.w - turn_pill_size(page, screen).w) / 2, inner.y});
    statement.draw({inner.x, inner.y + pill + 16, inner.w, room}, screen.page);
    page.button({inner.x, inner.bottom() - 64 - 8 - 64, inner.w, 64}, below[0]);
    page.button({inner.x, inner.bottom() - 64, inner.w, 64}, below[1]);
    draw_draft_column(page, screen, Who::b, places.right, right);

    draw_assent(page, screen, Who::a, {places.left.x, places.bottom_y, places.left.w, 72});
    const Rect words{places.middle.x, places.bottom_y, places.middle.w, 56};
    if (done)
        page.button({words.x, words.y, words.w, 72}, finish_button(screen));
    else
        page.text(words, agreement_words(screen),
                  {.style = Style::body, .color = page.color.soft, .align = Align::center});
    const auto stop = stop_button(screen);
    const auto stop_size = page.fit_button(stop);
    if (!done || screen.seal_failed)
        page.button(
            {words.x + (words.w - stop_size.w) / 2, page.inner().bottom() - 48 + (done ? 8.f : 0.f), stop_size.w, 48},
            stop);
    draw_assent(page, screen, Who::b, {places.right.x, places.bottom_y, places.right.w, 72});
    return true;
}

// One at a time: what either released, or the statement. Turn and both assents stay on every tab.
void draw_tabs(Page& page, const JointScreen& screen, float top) {
    const auto inner = page.inner();
    const bool done = agreed(screen);
    std::vector<ButtonSpec> buttons;
    if (done)
        buttons.push_back(finish_button(screen));
    else
        buttons.push_back(pass_button(screen));
    buttons.push_back(stop_button(screen));
    const float rows = rows_height(page, buttons, inner.w);
    const bool assents_beside = assent_width(page, screen, Who::a) <= (inner.w - 16) / 2 &&
                                assent_width(page, screen, Who::b) <= (inner.w - 16) / 2;
    const float assent = assent_height(page, screen, inner.w);
    const float assents = assents_beside ? assent : 2 * assent + 8;

    float y = top;
    const float tab = std::max(page.portrait() ? 88.f : 64.f, page.type(Style::body).line + 24);
    draw_joint_tabs(page, screen, {inner.x, y, inner.w, tab});
    y += tab + 12;
    const float rows_y = inner.bottom() - rows;
    const float assents_y = rows_y - 12 - assents;
    Flow flow(page, inner.w);
    const float most = assents_y - 16 - y - 96;
    add_turn(page, flow, screen);
    if (screen.tab) {
        add_drafts(page, flow, screen, *screen.tab, most);
    } else {
        add_statement_sentences(page, flow, screen, most);
        const auto write = write_button(screen);
        flow.block(
            page.button_height(write, std::min(page.fit_button(write).w, inner.w)),
            [&page, write](Rect at) {
                page.button({at.x, at.y, std::min(page.fit_button(write).w, at.w), at.h}, write);
            },
            16);
        flow.text(agreement_words(screen), {.style = Style::body, .color = page.color.soft});
    }
    flow.draw({inner.x, y, inner.w, assents_y - 16 - y}, screen.page);
    const float half = (inner.w - 16) / 2;
    draw_assent(page, screen, Who::a, {inner.x, assents_y, assents_beside ? half : inner.w, assent});
    draw_assent(page, screen, Who::b,
                assents_beside ? Rect{inner.right() - half, assents_y, half, assent}
                               : Rect{inner.x, assents_y + assent + 8, inner.w, assent});
    draw_rows(page, {inner.x, rows_y, inner.w, rows}, buttons);
}

void draw_writing_sentence(Page& page, const JointScreen& screen, float top) {
    const auto inner = page.inner();
    const float bottom = page.keyboard_top() - 24;
    // The same words for a new sentence and a changed one: it is saved while it is typed, and nothing may move then.
    const auto prompt = tr("joint.one-sentence", "One sentence for the two of you. Leave nothing to take it out.");
    Style style = Style::large;
    for (const Style next : {Style::large, Style::heading, Style::body, Style::small}) {
        style = next;
        const float box = page.type(Style::heading).line + 48;
        if (top + page.text_height(prompt, inner.w, style) + 12 + box <= bottom &&
            words_fit(page, prompt, inner.w, style))
            break;
    }
    const float y = top + page.text({inner.x, top, inner.w, 0}, prompt, {.style = style}, Role::heading) + 12;
    page.writing_box({inner.x, y, inner.w, std::min(bottom - y, page.portrait() ? 480.f : 1000.f)}, *screen.writing,
                     true, "writing", prompt, tr("joint.we", "We…"));
    page.keyboard(screen.keyboard, tr("joint.done", "Done"));
}

}

void draw_joint(Page& page, const JointScreen& screen) {
    const bool in_flight = screen.writing && screen.save_typing_at;
    const auto saved =
        screen.writing ? saved_words(screen.session, in_flight ? Entered::in_flight : Entered::kept) : std::string();
    const float header = joint_header(page, saved);
    const float top = trouble_banner(page, screen.session.trouble, header);
    if (screen.writing) return draw_writing_sentence(page, screen, top);
    if (!page.portrait() && !page.text_at_least(125) && !screen.session.trouble && !screen.tab &&
        draw_columns(page, screen, top))
        return;
    draw_tabs(page, screen, top);
}

}
