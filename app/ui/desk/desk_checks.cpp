// All that the morning check looked at, with what to do about it.
#include "ui/desk/desk_parts.hpp"
#include "ui/layout/ways.hpp"

namespace ui {
namespace {

void add_check(Page& page, Flow& flow, const model::Check& check) {
    const bool good = check.found.health == model::Health::good;
    const auto words = fill(tr("desk.check", "{what}: {how}"),
                            {{"what", name_of(check.what).words()}, {"how", check.found.words.words()}});
    flow.icon_text(good ? Icon::tick : Icon::alert, words,
                   {.style = Style::body,
                    .weight = good ? Weight::regular : Weight::bold,
                    .color = good ? page.color.ink : page.color.alert},
                   check.found.to_do.empty() ? 12.f : 4.f);
    if (check.found.to_do.empty()) return;
    flow.stay_with_next();
    flow.text(check.found.to_do.words(), {.style = Style::body, .color = page.color.soft}, 16);
}

}

void draw_checks_page(Page& page, const model::screen::Desk& screen) {
    const auto inner = page.inner();
    page.staff_header(tr("checks.title", "Is everything well?"), {}, std::nullopt);
    const Page::FooterSpec footer{.left = back_of(),
                                  .right = ButtonSpec{.id = "check-again",
                                                      .name = tr("checks.again", "Check again"),
                                                      .action = model::action::CheckAgainTapped{}}};
    Flow flow(page, inner.w);
    // What needs somebody comes first.
    for (const bool good : {false, true})
        for (const auto& check : screen.board.checks)
            if ((check.found.health == model::Health::good) == good) add_check(page, flow, check);
    const float top = page.header_bottom() + 16;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
