#include "model/visit/update.hpp"
#include "ui/layout/code_page.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_names(Page& page, const model::screen::Names& screen) {
    page.practice_header(model::can_hide(page.state.screen));
    const auto inner = page.inner();
    const auto& edit = screen.asking_partner ? screen.partner : screen.own;
    // What stands there may be what the other called them.
    const auto& known = model::name_of(screen.seat.sitting, screen.seat.partner);
    const bool known_so = !screen.asking_partner && !screen.mends && !known.empty() && known == edit.text;
    const auto title = screen.asking_partner ? tr("names.partner", "And what is your partner called?")
                                             : tr("names.own", "What should we call you?");
    const auto note = screen.asking_partner ? tr("names.note-partner", "You may leave this out.")
                      : screen.needs_one    ? tr("names.needs-one", "Please type what we may call you.")
                      : known_so            ? tr("names.known", "Is this right? Tap Next, or change it.")
                                            : tr("names.note", "A first name or a nickname is enough.");
    const auto back = back_button();
    const ButtonSpec skip{.id = "skip",
                          .name = tr("common.skip", "Skip"),
                          .look = ButtonLook::quiet,
                          .action = model::action::SkipTapped{}};
    const auto back_size = page.fit_button(back), skip_size = page.fit_button(skip);

    const float bottom = page.keyboard_top() - 24;
    const float row = std::max({back_size.h, skip_size.h, 64.f});
    const float field = std::max(72.f, page.type(Style::heading).line + 40);
    float y = page.header_bottom();
    const float free = bottom - y - page.text_height(title, inner.w, Style::title) - 16 - field - 16 - row;
    y += page.portrait() ? std::max(0.f, free * 0.4f) : 0;
    y += page.text({inner.x, y, inner.w, 0}, title, {.style = Style::title}, Role::heading) +
         std::clamp(free, 8.f, 24.f);
    page.writing_box({inner.x, y, inner.w, field}, edit, true, "name", title);
    const float row_y = page.portrait() ? y + field + 24 : std::max(bottom - row, y + field + 8);

    page.button({inner.x, row_y, back_size.w, row}, back);
    const float right = screen.asking_partner ? inner.right() - skip_size.w : inner.right();
    const float note_x = inner.x + back_size.w + 24;
    const float note_width = right - 24 - note_x;
    const float note_height =
        page.text_height(note, note_width, Style::body, screen.needs_one ? Weight::bold : Weight::regular);
    page.text({note_x, row_y + std::max(0.f, (row - note_height) / 2), note_width, 0}, note,
              {.weight = screen.needs_one ? Weight::bold : Weight::regular,
               .color = screen.needs_one ? page.color.ink : page.color.soft},
              screen.needs_one ? Role::status : Role::text);
    if (screen.asking_partner) page.button({right, row_y, skip_size.w, row}, skip);
    page.keyboard(screen.keyboard, tr("common.next", "Next"));
}

}
