#include "model/visit/update.hpp"
#include "ui/kit/people.hpp"
#include "ui/kit/theme.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

namespace action = model::action;
using Screen = model::screen::HandOver;
using model::PartStatus;
using Who = model::Partner;

PartStatus next_status(const Screen& screen) {
    return model::status_of(screen.sitting, model::other(screen.sealed));
}
bool both_sealed(const Screen& screen) {
    return next_status(screen) == PartStatus::sealed;
}
bool other_is_next(const Screen& screen) {
    return next_status(screen) == PartStatus::not_started || next_status(screen) == PartStatus::open;
}
bool joint_is_next(const Screen& screen) {
    return both_sealed(screen) &&
           (screen.sitting.joint == PartStatus::not_started || screen.sitting.joint == PartStatus::open);
}

std::string next_words(const Screen& screen) {
    const auto other = name_words(screen.sitting, model::other(screen.sealed));
    if (joint_is_next(screen)) return tr("hand-over.joint", "What is left is for the two of you.");
    if (!other_is_next(screen)) return tr("hand-over.done", "There is nothing more to do here.");
    return other.empty() ? tr("hand-over.pass", "Please pass the screen to your partner.")
                         : fill(tr("hand-over.pass-named", "Please pass the screen to {name}."), {{"name", other}});
}

Flow words_of(Page& page, const Screen& screen, float width) {
    const auto name = name_words(screen.sitting, screen.sealed);
    Flow words(page, width);
    words.heading(name.empty() ? tr("hand-over.thanks", "Thank you.")
                               : fill(tr("hand-over.thanks-named", "Thank you, {name}."), {{"name", name}}),
                  Style::title, 0);
    words.heading(both_sealed(screen) ? tr("hand-over.both", "Both parts are sealed.")
                                      : tr("hand-over.sealed", "Your part is sealed."),
                  Style::title, page.text_at_least(150) ? 16 : 24);
    words.text(next_words(screen), {.style = Style::large, .color = page.color.soft});
    return words;
}

std::vector<ButtonSpec> buttons(const Screen& screen) {
    const auto other = model::other(screen.sealed);
    const auto name = name_words(screen.sitting, other);
    if (other_is_next(screen))
        return {{.id = "other",
                 .name = name.empty() ? tr("hand-over.other", "I'm the other partner")
                                      : fill(tr("hand-over.other-named", "I'm {name}"), {{"name", name}}),
                 .look = ButtonLook::primary,
                 .icon = Icon::next,
                 .icon_right = true,
                 .action = action::WhoChosen{other}},
                {.id = "not-here",
                 .name = name.empty()
                             ? tr("hand-over.not-here", "My partner is not here yet")
                             : fill(tr("hand-over.not-here-named", "{name} is not here yet"), {{"name", name}}),
                 .look = ButtonLook::quiet,
                 .action = action::NotHereYet{}}};
    if (joint_is_next(screen))
        return {{.id = "joint",
                 .name = tr("hand-over.write", "Now write your mission together"),
                 .look = ButtonLook::primary,
                 .icon = Icon::next,
                 .icon_right = true,
                 .action = action::JointChosen{}},
                {.id = "next",
                 .name = tr("hand-over.later", "Not today"),
                 .look = ButtonLook::quiet,
                 .action = action::NextTapped{}}};
    return {
        {.id = "next", .name = tr("common.done", "Done"), .look = ButtonLook::primary, .action = action::NextTapped{}}};
}

std::string status_words(const Page& page, const Screen& screen, Who partner) {
    switch (model::status_of(screen.sitting, partner)) {
    case PartStatus::absent:
        return tr("hand-over.absent", "Not expected today");
    case PartStatus::open:
        return tr("hand-over.started", "Next, already started");
    case PartStatus::sealed:
        return tr("hand-over.is-sealed", "Sealed");
    case PartStatus::not_started:
        break;
    }
    const auto minutes = whole_minutes(model::progress_at_start(*page.state.content, screen.sitting).left);
    return fill(trn("hand-over.minutes", "Next, about a minute", "Next, about {minutes} minutes", minutes),
                {{"minutes", std::to_string(minutes)}});
}

// Name under its circle with the mark beside it; the width they take.
float caption_width(const Page& page, const Screen& screen, Who partner) {
    return std::max(32 + page.text_width(called(screen.sitting, partner), Style::heading, Weight::bold),
                    page.text_width(status_words(page, screen, partner), Style::body));
}
float caption_height(const Page& page) {
    return page.type(Style::heading).line + page.type(Style::body).line;
}

void draw_caption(Page& page, const Screen& screen, Who partner, float center, float y) {
    const auto name = called(screen.sitting, partner);
    const auto status = status_words(page, screen, partner);
    const float line = page.type(Style::heading).line;
    const float width = std::ceil(page.text_width(name, Style::heading, Weight::bold)) + 1;
    const float left = center - (width + 32) / 2;
    page.partner_mark({left + 10, y + line / 2}, 10, partner);
    page.text({left + 32, y, width, 0}, name, {.style = Style::heading, .weight = Weight::bold});
    const float below = std::ceil(page.text_width(status, Style::body)) + 1;
    page.text({center - below / 2, y + line, below, 0}, status, {.color = page.color.soft});
}

// The circle of one person: filled to its edge with a halo when sealed, dotted while it waits.
void draw_circle(Page& page, Point center, float radius, Who partner, PartStatus status) {
    const bool a = partner == Who::a;
    if (status != PartStatus::sealed) {
        page.dotted_ring(center, radius,
                         status == PartStatus::absent ? page.color.line
                         : a                          ? page.color.a
                                                      : page.color.b);
        return;
    }
    page.disc(center, radius * 1.167f, mix(page.color.bg, a ? page.color.a_soft : page.color.b_soft, 0.75f));
    page.disc(center, radius, a ? page.color.a_mid : page.color.b_soft);
    if (!a) page.ring(center, radius, radius * 0.12f, page.color.b_mid);
}

void draw_tick(Page& page, Point at, float radius, Who partner) {
    const float size = radius * 0.5f;
    const float away = radius * (partner == Who::a ? -0.33f : 0.33f);
    const Color below = partner == Who::a ? page.color.a_mid : page.color.b_soft;
    const bool seen = contrast(page.color.ink, below) >= 3; // not so on High contrast's light circle
    page.icon({at.x + away - size / 2, at.y - size / 2, size, size}, Icon::tick, seen ? page.color.ink : page.color.bg);
}

void draw_circles(Page& page, const Screen& screen, Point left, Point right, float radius) {
    if (both_sealed(screen)) {
        const Point middle{(left.x + right.x) / 2, left.y};
        const float half = radius * 4 / 7;
        page.two_circles({middle.x - half - radius, middle.y - radius, 2 * (half + radius), 2 * radius}, true);
        draw_tick(page, {middle.x - half, middle.y}, radius, Who::a);
        draw_tick(page, {middle.x + half, middle.y}, radius, Who::b);
        return;
    }
    const auto second = model::other(screen.sealed);
    const auto center = [&](Who partner) { return partner == Who::a ? left : right; };
    draw_circle(page, center(screen.sealed), radius, screen.sealed, PartStatus::sealed);
    draw_circle(page, center(second), radius, second, next_status(screen));
    draw_tick(page, center(screen.sealed), radius, screen.sealed);
}

}

void draw_hand_over(Page& page, const Screen& screen) {
    page.practice_header(false);
    const auto inner = page.inner();
    const bool tall = page.portrait();
    const auto specs = buttons(screen);
    Flow lock(page, inner.w);
    lock.icon_text(Icon::lock, tr("hand-over.lock", "A sealed part cannot be opened again on this screen."),
                   {.color = page.color.soft});
    const float lock_top = inner.bottom() - lock.height() - (tall ? 0 : 24);
    const float captions = std::max(caption_width(page, screen, Who::a), caption_width(page, screen, Who::b));

    const float column = 528, half = 284;
    const auto narrow = words_of(page, screen, column);
    const bool beside =
        !tall && narrow.words_fit() && narrow.fits(400) && captions <= half &&
        page.header_bottom() + narrow.height() + 32 + rows_height(page, specs, column, 72) <= lock_top - 24;
    const auto words = beside ? narrow : words_of(page, screen, inner.w);
    const float width = words.width(), texts = words.height();
    const float rows = rows_height(page, specs, width, 72);
    const float free = lock_top - 24 - page.header_bottom() - texts - rows;
    const float gap = std::clamp(free / 3, 8.f, 40.f);
    float top = page.header_bottom() + (beside ? std::max(0.f, (free - gap) * 0.42f) : tall ? 64.f : 0.f);
    const float ends = words.draw({inner.x, top});
    draw_rows(page, {inner.x, tall ? lock_top - 48 - rows : ends + gap, width, 0}, specs, 72);
    lock.draw({inner.x, lock_top});
    if (beside) {
        draw_circles(page, screen, {page.width() - 472, 336}, {page.width() - 272, 336}, 144);
        draw_caption(page, screen, Who::a, page.width() - 520, 536);
        draw_caption(page, screen, Who::b, page.width() - 520 + 288, 536);
    } else if (tall) {
        const float room = lock_top - 48 - rows - 48 - ends - 48;
        const float radius = std::min(250.f, (room - caption_height(page) - 64) / 2.35f);
        if (radius < 96 || captions > inner.w / 2 - 16) return;
        const float y = ends + 48 + (room - caption_height(page) - 64) / 2;
        draw_circles(page, screen, {page.width() / 2 - radius * 0.7f, y}, {page.width() / 2 + radius * 0.7f, y},
                     radius);
        draw_caption(page, screen, Who::a, inner.x + inner.w / 4, y + radius * 1.167f + 40);
        draw_caption(page, screen, Who::b, inner.x + inner.w * 3 / 4, y + radius * 1.167f + 40);
    }
}

}
