#include "ui/kit/people.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

namespace action = model::action;
using model::PartStatus;

std::string status_words(PartStatus status) {
    switch (status) {
    case PartStatus::absent:
        return tr("who-is-here.absent", "Not expected today");
    case PartStatus::not_started:
        return tr("who-is-here.not-started", "Not started yet");
    case PartStatus::open:
        return tr("who-is-here.started", "Started");
    case PartStatus::sealed:
        return tr("who-is-here.sealed", "Sealed");
    }
    return {};
}

ChoiceSpec choice_of(const model::Sitting& sitting, model::Partner partner) {
    const auto status = model::status_of(sitting, partner);
    return {.id = partner == model::Partner::a ? "partner:a" : "partner:b",
            .name = called(sitting, partner),
            .words = status_words(status),
            .who = partner,
            .enabled = status == PartStatus::not_started || status == PartStatus::open,
            .action = action::WhoChosen{partner}};
}

// A name without a space may be as long as several lines of large letters, and nobody else would find theirs below it.
void shorten_name(const Page& page, ChoiceSpec& spec, float width, float most) {
    const float line = page.type(Style::heading).line;
    for (int lines = 4; lines > 0 && choice_height(page, spec, width) > most; --lines)
        spec.name =
            shortened(page, spec.name, {width - 100, static_cast<float>(lines) * line}, Style::heading, Weight::bold);
}

bool joint_is_next(const model::Sitting& sitting) {
    return sitting.a == PartStatus::sealed && sitting.b == PartStatus::sealed && sitting.joint != PartStatus::absent &&
           sitting.joint != PartStatus::sealed;
}

std::string sentence(const model::Sitting& sitting) {
    if (joint_is_next(sitting))
        return tr("who-is-here.together", "Both parts are sealed. Now there is one to write together.");
    const auto done = [](PartStatus status) { return status == PartStatus::sealed || status == PartStatus::absent; };
    if (done(sitting.a) && done(sitting.b)) return tr("who-is-here.done", "Everything is done and sealed. Thank you.");
    if (sitting.name_a.empty() && sitting.name_b.empty() && sitting.a == PartStatus::not_started &&
        sitting.b == PartStatus::not_started)
        return tr(
            "who-is-here.either",
            "Each of you answers alone, and either of you may begin. Agree on who is the first partner and who is "
            "the second.");
    return tr("who-is-here.sentence", "Each of you answers alone. Please choose your name.");
}

}

void draw_who_is_here(Page& page, const model::screen::WhoIsHere& screen) {
    page.practice_header(false);
    const auto inner = page.inner();
    Flow words(page, inner.w);
    words.heading(tr("who-is-here.title", "Who is at the screen?"), Style::title, 16);
    words.text(sentence(screen.sitting), {.color = page.color.soft});
    std::vector<ButtonSpec> buttons{
        {.id = "home", .name = tr("common.home", "Back to welcome"), .action = action::WentHome{}}};
    if (joint_is_next(screen.sitting))
        buttons.push_back({.id = "joint",
                           .name = tr("common.joint", "Write your mission together"),
                           .look = ButtonLook::primary,
                           .action = action::JointChosen{}});
    const float buttons_top = inner.bottom() - rows_height(page, buttons, inner.w);
    const float top = page.header_bottom() + (page.portrait() ? 64 : page.text_at_least(150) ? 0 : 40);
    const float texts = words.height();

    ChoiceSpec partners[] = {choice_of(screen.sitting, model::Partner::a),
                             choice_of(screen.sitting, model::Partner::b)};
    const float half = (inner.w - 24) / 2;
    const auto fits_half = [&](const ChoiceSpec& spec) {
        return words_fit(page, spec.name, half - 100, Style::heading, Weight::bold);
    };
    const bool side_by_side = !page.portrait() && fits_half(partners[0]) && fits_half(partners[1]);
    const float width = side_by_side ? half : inner.w;
    const float standing_top = std::max(top + texts + 64, inner.y + inner.h * 0.4f);
    const float room = buttons_top - 24 - (top + texts + 24);
    const float below = page.portrait() ? buttons_top - 24 - standing_top : room;
    for (auto& spec : partners)
        shorten_name(page, spec, width, side_by_side ? below : (below - 16) / 2);
    float height = std::max(choice_height(page, partners[0], width), choice_height(page, partners[1], width));
    height =
        std::clamp(page.portrait() ? 168.f : 144.f, height, std::max(height, side_by_side ? room : (room - 16) / 2));
    const float y = page.portrait() ? standing_top : top + texts + std::clamp(room - height, 0.f, 32.f) + 24;
    words.draw({inner.x, top});
    choice(page, {inner.x, y, width, height}, partners[0]);
    choice(page,
           side_by_side ? Rect{inner.x + half + 24, y, width, height} : Rect{inner.x, y + height + 16, width, height},
           partners[1]);
    draw_rows(page, {inner.x, buttons_top, inner.w, 0}, buttons);
}

}
