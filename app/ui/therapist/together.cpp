#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include "ui/therapist/together_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

// Below the page: what is on it, and the way to the others.
struct Foot {
    float height, pager; // width
    bool says;
};
std::string note_words() {
    return tr("together.note", "Of what is yours, only what each of you released is shown.");
}
Foot foot_of(const Page& page, float width, bool paged) {
    const float note = page.text_height(note_words(), width, Style::body);
    if (!paged) return {note, 0, true};
    const float pager = std::min(width, page.portrait() ? width : page.percent() >= 150 ? 640.f : 520.f);
    const float beside = width - pager - 32;
    const float high = turner_height(page);
    if (page.portrait()) return {high + 16 + note, pager, true};
    const bool says = page.text_height(note_words(), beside, Style::body) <= high;
    return {high, says ? pager : width, says};
}

}

void draw_together(Page& page, const model::screen::TogetherView& screen) {
    if (screen.card) return draw_card_alone(page, screen);
    const float top = draw_together_header(page, screen.together) + (page.portrait() ? 0.f : 6.f);
    const auto inner = page.inner();
    auto foot = foot_of(page, inner.w, false);
    const auto room = [&] { return Size{inner.w, inner.bottom() - foot.height - 16 - top}; };
    auto sheets = sheets_of(page, screen, room());
    const bool paged = sheets.size() > 1;
    if (paged) {
        foot = foot_of(page, inner.w, true);
        sheets = sheets_of(page, screen, room());
    }
    const auto shown = shown_page(screen.page, sheets.size());
    if (!sheets.empty()) sheets[shown]({inner.x, top, inner.w, room().h});
    const TextLook soft{.style = Style::body, .color = page.color.soft};
    const float y = inner.bottom() - foot.height;
    const float high = turner_height(page);
    if (foot.says && (!paged || page.portrait()))
        page.text({inner.x, y, inner.w, 0}, note_words(), soft);
    else if (foot.says) {
        const float beside = inner.w - foot.pager - 32;
        const float words = page.text_height(note_words(), beside, Style::body);
        page.text({inner.x, y + (high - words) / 2, beside, 0}, note_words(), soft);
    }
    if (paged)
        draw_pager(page, {inner.right() - foot.pager, inner.bottom() - high, foot.pager, high},
                   pager_of(shown, sheets.size()));
}

}
