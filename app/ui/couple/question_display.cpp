#include "ui/layout/flow.hpp"
// A text to read on the way; nothing is answered.
#include "ui/couple/question_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

// Longer lines than this are hard to read.
constexpr float widest_text = 880;

}

void draw_display(Page& page, const Asked& asked) {
    const auto inner = page.inner();
    const float top = trouble_banner(page, asked.screen.session.trouble, asked.top);
    const Rect room{inner.x, top, inner.w, question_bottom(page, asked) - top};
    const float width = page.portrait() ? inner.w : std::min(inner.w, widest_text);
    const bool usual = statement_words_fit(page, asked, width, usual_statement) &&
                       statement_height(page, asked, width, usual_statement) <= room.h;
    if (usual) {
        const float spare = room.h - statement_height(page, asked, width, usual_statement);
        draw_statement(page, asked, {room.x, room.y + std::min(spare / 3, 96.f), width, 0}, usual_statement);
    } else {
        Flow flow(page, inner.w);
        add_statement(page, flow, asked, close_statement);
        flow.draw(room, asked.screen.choices_page);
    }
    page.footer(question_footer(asked));
}

}
