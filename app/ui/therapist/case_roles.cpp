#include "ui/therapist/case_roles.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float widest_pair = 640; // of two segments beside each other

void add_pair(Page& page, Flow& flow, const std::string& name, const std::vector<Page::Segment>& both) {
    flow.text(name, {.style = Style::body, .weight = Weight::bold}, 4);
    flow.stay_with_next();
    float wide = 0;
    for (const auto& one : both)
        wide = std::max(wide, page.text_width(one.name, Style::body, Weight::bold) + 48);
    const bool stacked = 2 * wide > std::min(flow.width(), widest_pair);
    const float high = std::max(64.f, page.type(Style::body).line + 24);
    flow.block(
        stacked ? 2 * high : high,
        [&page, both, stacked, high](Rect at) {
            const std::span all(both);
            if (!stacked) return page.segments({at.x, at.y, std::min(at.w, widest_pair), high}, all);
            page.segments({at.x, at.y, at.w, high}, all.first(1));
            page.segments({at.x, at.y + high, at.w, high}, all.last(1));
        },
        16);
}

}

void add_whose(Page& page, Flow& flow, const model::screen::CaseActions& screen) {
    std::vector<Page::Segment> both;
    for (const auto partner : model::both_partners)
        both.push_back({.id = partner == model::Partner::a ? "whose:a" : "whose:b",
                        .name = called(screen.from.file, partner),
                        .on = screen.partner == partner,
                        .action = model::action::PartnerChosen{partner}});
    add_pair(page, flow, tr("folder.whose", "Whose part of this visit?"), both);
}

void add_as(Page& page, Flow& flow, const model::screen::CaseActions& screen) {
    std::vector<Page::Segment> both;
    for (const auto partner : model::both_partners)
        both.push_back({.id = partner == model::Partner::a ? "as:a" : "as:b",
                        .name = partner == model::Partner::a ? tr("couple.first-partner", "First partner")
                                                             : tr("couple.second-partner", "Second partner"),
                        .on = screen.as == partner,
                        .action = model::action::WhoChosen{partner}});
    add_pair(page, flow, tr("folder.as", "Who are they in the other case?"), both);
}

bool can_choose_code(const model::screen::Case& from, model::Partner partner) {
    return from.visit < from.file.visits.size() &&
           part_of(from.file.visits[from.visit], partner).status == model::PartStatus::open;
}

bool is_answered_now(const model::screen::Case& from) {
    return std::ranges::any_of(model::both_partners, [&](auto partner) { return can_choose_code(from, partner); });
}

void add_new_code(Page& page, Flow& flow, const model::screen::CaseActions& screen) {
    flow.text(tr("folder.new-code-hint",
                 "For somebody who is here and forgot the digits they chose. Your caseload locks and the screen is "
                 "theirs: they choose new digits and go on where they were. You see none of their answers."),
              {.style = Style::body, .color = page.color.soft}, 16);
    add_whose(page, flow, screen);
}

}
