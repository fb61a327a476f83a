#include "ui/layout/flow.hpp"
// A statement to agree to, in a card, with one large tick.
#include "ui/couple/question_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

std::string agree_words() {
    return tr("question.agree", "I have read this and I agree.");
}

float card_height(const Page& page, const Asked& asked, float width, StatementLook look) {
    return statement_height(page, asked, width - 64, look) + 64;
}

}

void draw_consent(Page& page, const Asked& asked) {
    const auto inner = page.inner();
    const float bottom = question_bottom(page, asked);
    const auto note_words = only_therapist_words(asked);
    const float note = note_height(page, asked.screen.session, note_words, inner.w);
    const float tick = std::max(page.portrait() ? 104.f : 80.f, page.toggle_height(agree_words(), inner.w));
    const float note_y = bottom - note;
    const float tick_y = note_y - 24 - tick;
    const Rect room{inner.x, asked.top, inner.w, tick_y - 24 - asked.top};

    bool in_card = false;
    for (const auto look : {usual_statement, {Style::title, Style::body}, close_statement}) {
        const float height = card_height(page, asked, inner.w, look);
        if (height > room.h || !statement_words_fit(page, asked, inner.w - 64, look)) continue;
        page.card({room.x, room.y, room.w, height});
        float y = room.y + 32;
        y += page.text({room.x + 32, y, room.w - 64, 0}, asked.item.text,
                       {.style = look.statement, .balanced = true, .paper = page.color.surface}, Role::heading);
        if (!asked.item.detail.empty())
            page.text({room.x + 32, y + 12, room.w - 64, 0}, asked.item.detail,
                      {.style = look.detail, .color = page.color.soft, .paper = page.color.surface});
        in_card = true;
        break;
    }
    if (!in_card) {
        Flow text(page, inner.w);
        add_statement(page, text, asked, close_statement);
        text.draw(room, asked.screen.choices_page);
    }
    page.toggle({inner.x, tick_y, inner.w, tick}, "consent", agree_words(), answer_as<model::Consented>(asked).agreed,
                model::action::ConsentTapped{});
    draw_note(page, asked.screen.session, note_words, {inner.x, note_y, inner.w, note});
    page.footer(question_footer(asked));
}

}
