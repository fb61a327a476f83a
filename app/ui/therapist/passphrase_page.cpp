#include "ui/therapist/passphrase_page.hpp"
#include "ui/layout/code_page.hpp"
#include "ui/layout/flow.hpp"
#include <algorithm>

namespace ui {
namespace {

ButtonSpec show_button(const model::SecretEntry& entry, bool enabled) {
    return {.id = "show",
            .name = entry.shown ? tr("unlock.hide", "Hide") : tr("unlock.show", "Show"),
            .icon = entry.shown ? Icon::eye_off : Icon::eye,
            .enabled = enabled,
            .action = model::action::ShowTapped{}};
}

struct Trouble {
    std::string bold, words;
    Icon icon = Icon::alert;
};

std::optional<Trouble> trouble_of(const Page& page, const PassphrasePage& asked) {
    const auto& entry = asked.entry;
    if (!asked.problem.empty() && !entry.working) return Trouble{asked.problem, {}};
    if (entry.working || !entry.refusal) return std::nullopt;
    using Why = model::Refusal::Why;
    switch (entry.refusal->why) {
    case Why::wrong:
        return Trouble{tr("unlock.wrong", "That passphrase doesn't match."),
                       tr("unlock.check", "Please check the letters and try again.")};
    case Why::paused:
        return Trouble{tries_words(entry.refusal->failures), wait_words(page, entry), Icon::clock};
    case Why::gone:
    case Why::other_too:
        return Trouble{tr("unlock.gone", "This caseload cannot be opened now."),
                       tr("unlock.back", "Please go back to welcome.")};
    }
    return std::nullopt;
}

float trouble_height(const Page& page, const Trouble& trouble, float width) {
    const float text = page.text_height(trouble.bold + " " + trouble.words, width - 48 - page.icon_size() - 16,
                                        Style::body, Weight::bold);
    return std::max(64.f, text + 16);
}

void draw_trouble(Page& page, Rect rect, const Trouble& trouble) {
    const auto& color = page.color;
    page.box(rect, color.alert_soft, 16);
    const float size = page.icon_size();
    const float x = rect.x + 24 + size + 16;
    const float width = rect.right() - 24 - x;
    const Page::Run runs[] = {{trouble.bold + " ", Weight::bold, color.alert},
                              {trouble.words, Weight::regular, color.alert}};
    const float height = page.text_height(trouble.bold + " " + trouble.words, width, Style::body, Weight::bold);
    page.icon({rect.x + 24, rect.y + (rect.h - size) / 2, size, size}, trouble.icon, color.alert);
    page.runs({x, rect.y + (rect.h - height) / 2, width, 0}, runs, {.color = color.alert, .paper = color.alert_soft});
}

}

void draw_passphrase_page(Page& page, const PassphrasePage& asked) {
    if (asked.other)
        page.header_with_way(*asked.other, asked.other_short, asked.leave);
    else
        page.practice_header(false, asked.leave);
    const auto inner = page.inner();
    const auto& entry = asked.entry;
    const bool off = paused(page, entry) || entry.working;
    const bool narrow = !page.portrait() && !page.text_at_least(150);
    const float width = narrow ? 800 : inner.w;
    const float x = narrow ? (page.width() - width) / 2 : inner.x;
    const bool show_below = page.text_at_least(200);
    const auto show = show_button(entry, !off);
    const auto show_size = page.fit_button(show);
    const float field = std::max({72.f, show_size.h, page.type(Style::heading).line + 16});
    const float field_width = show_below ? width : width - show_size.w - 16;

    const TextLook soft{.color = page.color.soft};
    const auto trouble = trouble_of(page, asked);
    const bool note_beside = show_below && !page.portrait(); // standing there is height to spare, and no width
    const float below_x = note_beside ? x + show_size.w + 24 : x;
    const float below_width = x + width - below_x;
    Flow below(page, below_width);
    if (entry.working)
        below.text(asked.working, soft);
    else
        below.icon_text(asked.note_icon, asked.note, soft);
    const float below_height = trouble ? trouble_height(page, *trouble, below_width) : below.height();

    // What went wrong needs its room more than the sentence does, and that more than the note on locking.
    const float top = page.header_bottom() + (page.portrait() ? 80.f : 6.f);
    const float bottom = page.keyboard_top() - 8;
    const bool titled = !(trouble && show_below); // in the largest letters there is room for one of them
    const float title_height = titled ? page.text_height(asked.title, width, Style::title) : 0;
    float free = bottom - top - title_height - field - 8;
    if (show_below) free -= show_size.h + 8;
    const float extra = note_beside ? std::max(0.f, below_height - show_size.h) : below_height + 8;
    const bool shows_below = trouble.has_value() || extra <= free;
    if (shows_below) free -= extra;
    const float sentence_height = page.text_height(asked.sentence, width, Style::body);
    const bool shows_sentence = sentence_height + 4 <= free;
    if (shows_sentence) free -= sentence_height + 4;
    const float gap = std::clamp(free / 2, 0.f, 16.f);

    float y = top;
    if (titled) y += page.text({x, y, width, 0}, asked.title, {.style = Style::title}, Role::heading);
    if (shows_sentence) y += 4 + page.text({x, y + 4, width, 0}, asked.sentence, soft);
    y += 8 + gap;
    page.secret_field({x, y, field_width, field}, entry,
                      asked.field.empty() ? tr("unlock.passphrase", "Passphrase") : asked.field,
                      tr("unlock.paused", "Paused for a moment"));
    if (!show_below) page.button({x + field_width + 16, y, show_size.w, field}, show);
    y += field + 8 + gap / 2;
    if (show_below) page.button({x, y, show_size.w, show_size.h}, show);
    if (show_below && !note_beside) y += show_size.h + 16;
    if (shows_below) {
        const float room = note_beside ? std::max(show_size.h, below_height) : below_height;
        const Rect at{below_x, y + (room - below_height) / 2, below_width, below_height};
        if (trouble)
            draw_trouble(page, at, *trouble);
        else
            below.draw({at.x, at.y});
    }
    page.keyboard(entry.keyboard, asked.done.empty() ? tr("unlock.unlock", "Unlock") : asked.done, !off);
}

}
