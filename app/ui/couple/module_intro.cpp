#include "model/form/privacy.hpp"
#include "ui/couple/answering.hpp"
#include "ui/couple/form_words.hpp"
#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include <cmath>

namespace ui {
namespace {

void add_cards(Page& page, Flow& flow, const std::vector<std::string>& notice, const std::vector<std::string>& policy,
               bool in_cards) {
    const auto add = [&](const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        Flow inside(page, in_cards ? flow.width() - 2 * Flow::card_inset : flow.width());
        for (const auto& line : lines)
            inside.text(line, {.style = Style::body, .paper = in_cards ? page.color.surface : page.color.bg});
        if (in_cards)
            flow.card(std::move(inside));
        else
            flow.append(inside);
    };
    add(notice);
    add(policy);
}

// The two circles below what is read, where half a page would be left bare.
void draw_calm(Page& page, Rect room) {
    constexpr float high = 240, air = 40;
    if (room.h < high + air || page.text_at_least(150)) return;
    const float top = room.y + air + (room.h - air - high) / 2;
    page.two_circles({room.x, top, room.w, high}, true);
}

// Little to read: it stands in the middle of the page, with the two circles beside or below it.
bool draw_short(Page& page, const model::Module& module, const model::Answers& answers, Rect room) {
    const bool lying = !page.portrait();
    const Size circles = lying ? Size{440, 280} : Size{528, 336};
    Flow words(page, lying ? room.w - circles.w - 96 : room.w);
    words.text(module.title, {.style = Style::title}, 16, Role::heading);
    words.text(module.intro, {.style = Style::heading, .color = page.color.soft}, 32);
    add_form_facts(page, words, module, answers);
    const float below = lying ? 0 : 96 + circles.h;
    if (!words.words_fit() || !words.fits(room.h - below)) return false;
    const float y = room.y + (room.h - words.height() - below) * 0.4f;
    words.draw({room.x, y});
    if (lying)
        page.two_circles({room.right() - circles.w, room.y + (room.h - circles.h) * 0.45f, circles.w, circles.h}, true);
    else
        page.two_circles({page.width() / 2 - circles.w / 2, y + words.height() + 96, circles.w, circles.h}, true);
    return true;
}

}

void draw_module_intro(Page& page, const model::screen::ModuleIntro& screen) {
    const auto* module = module_at(page, screen.session, screen.module);
    if (module == nullptr) return;
    const auto inner = page.inner();
    const auto& answers = screen.session.content.answers;
    const float begin = answering_top(page, screen.session, screen.module, 0);
    const float top = trouble_banner(page, screen.session.trouble, begin) + (page.text_at_least(150) ? 0.f : 16.f);
    Page::FooterSpec footer{.right = ButtonSpec{.id = "begin",
                                                .name = tr("intro.begin", "Begin"),
                                                .look = ButtonLook::primary,
                                                .icon = Icon::next,
                                                .icon_right = true,
                                                .action = model::action::ReadyTapped{}}};
    if (screen.module > 0) {
        footer.left = back_of();
        footer.middle = ButtonSpec{.id = "stop-here",
                                   .name = tr("intro.stop-here", "Stop here"),
                                   .look = ButtonLook::quiet,
                                   .action = model::action::ReviewTapped{}};
    }
    const float bottom = content_bottom(page, footer);

    const auto notice = notice_of(page, screen.session.seat.sitting, screen.module);
    const auto policy = policy_of(page, screen.session.seat.sitting, screen.module);
    const bool two_columns = !page.portrait() && !(notice.empty() && policy.empty());
    // The notice and the policy are longer than the title and the intro.
    for (const float share : {0.4f, 0.34f}) {
        if (!two_columns) break;
        const float narrow = std::floor((inner.w - 64) * share), wide = inner.w - 64 - narrow;
        Flow left(page, narrow), right(page, wide);
        left.text(module->title, {.style = Style::title}, 16, Role::heading);
        left.text(module->intro, {.style = Style::heading, .color = page.color.soft}, 32);
        add_form_facts(page, left, *module, answers);
        add_cards(page, right, notice, policy, true);
        if (left.fits(bottom - top) && right.fits(bottom - top)) {
            left.draw({inner.x, top, narrow, bottom - top}, 0);
            right.draw({inner.right() - wide, top, wide, bottom - top}, 0);
            if (!is_private(*module)) // the two as one are no comfort where fear is asked about
                draw_calm(page, {inner.right() - wide, top + right.height(), wide, bottom - top - right.height()});
            return page.footer(footer);
        }
    }
    const bool in_cards = !page.text_at_least(150);
    if (in_cards && notice.empty() && policy.empty() &&
        draw_short(page, *module, answers, {inner.x, top, inner.w, bottom - top}))
        return page.footer(footer);
    Flow all(page, inner.w);
    all.text(module->title, {.style = Style::title}, 16, Role::heading);
    all.text(module->intro, {.style = in_cards ? Style::heading : Style::body, .color = page.color.soft}, 24);
    if (page.portrait() || !two_columns) {
        add_cards(page, all, notice, policy, true);
        add_form_facts(page, all, *module, answers);
    } else {
        add_cards(page, all, notice, policy, in_cards);
        add_form_facts(page, all, *module, answers);
    }
    const Rect room{inner.x, top, inner.w, bottom - top};
    const bool must_be_read = !notice.empty() || !policy.empty() || is_private(*module);
    const auto pages = all.pages(room.h), shown = shown_page(screen.page, pages);
    if (!must_be_read || pages < 2) {
        all.draw(room, screen.page);
        return page.footer(footer);
    }
    // Nobody begins before they were on the last page: it may say who learns of this, or that the screen is best
    // turned.
    auto turning = footer_of({.shown = shown, .count = pages, .leave = footer.left, .done = footer.right});
    turning.middle = footer.middle;
    all.draw_page(room, shown);
    page.footer(turning);
}

}
