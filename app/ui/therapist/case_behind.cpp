// What stands behind a point, a bar or a dot: each item, what was answered, what was counted in reverse, what was
// skipped.
#include "chart/answer_words.hpp"
#include "chart/range_words.hpp"
#include "chart/score_words.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

struct Listed {
    std::vector<const model::Scale*> scales; // whose items are listed; none: the items alone
    std::vector<const model::Item*> items;
};

bool keyed(const model::Scale& scale, const model::Item& item) {
    return std::ranges::find(scale.keys, item.id, &model::Key::item) != scale.keys.end();
}

Listed listed(const model::Module& module, const model::Behind& behind) {
    Listed list;
    for (const auto& scale : module.scales) {
        const bool mapped = module.map && (module.map->x == scale.id || module.map->y == scale.id);
        const bool meant = behind.scale ? scale.id == *behind.scale : !behind.item && mapped;
        if (meant && !is_private(module, scale)) list.scales.push_back(&scale);
    }
    for (const auto& item : module.items) {
        const bool of_scale = std::ranges::any_of(list.scales, [&](const auto* scale) { return keyed(*scale, item); });
        const bool meant = behind.item           ? item.id == *behind.item
                           : list.scales.empty() ? shape_of(item.kind) == model::AnswerShape::both_ways
                                                 : of_scale;
        if (meant && !is_private(module, item)) list.items.push_back(&item);
    }
    return list;
}

std::string answer_in_words(const model::Module& module, const model::Item& item, const model::Answers& answers,
                            const std::vector<const model::Scale*>& scales) {
    const auto* answer = model::answer_in_use(module, item, answers);
    if (answer == nullptr) return tr("case.not-reached", "Not reached");
    const auto words = chart::answer_words(item, *answer);
    if (!model::is_answered(*answer) || !model::counted_in_reverse(module, scales, item.id)) return words;
    return fill(tr("chart.reversed", "{answer} (counted in reverse)"), {{"answer", words}});
}

void add_scores_behind(Flow& flow, const model::Module& module, const std::vector<const model::Scale*>& scales,
                       const model::Answers& answers) {
    for (const auto* scale : scales) {
        const auto score = model::score(module, *scale, answers);
        const auto band = chart::band_words(score);
        const auto words = band.empty()
                               ? fill(tr("behind.score", "{scale}: {value}"),
                                      {{"scale", scale->title}, {"value", chart::value_words(score)}})
                               : fill(tr("behind.score-range", "{scale}: {value}, 95 % range {band}, {count} answered"),
                                      {{"scale", scale->title},
                                       {"value", chart::value_words(score)},
                                       {"band", band},
                                       {"count", chart::count_words(score)}});
        flow.text(words, {.style = Style::body, .weight = Weight::bold}, 8);
        flow.stay_with_next();
    }
}

// What the ranges say, once for all of them.
void add_range_words(Page& page, Flow& flow, const std::vector<const model::Scale*>& scales) {
    std::vector<std::string> said{chart::range_words(scales)};
    for (const auto* scale : scales)
        if (auto words = chart::floor_words(*scale); std::ranges::find(said, words) == said.end())
            said.push_back(std::move(words));
    for (const auto& words : said)
        if (!words.empty()) flow.text(words, {.style = Style::small, .color = page.color.soft}, 4);
}

// On the map each point is one partner's; a row is both partners'.
bool is_about(const model::Module& module, const model::Behind& behind, model::Partner partner) {
    const bool point = module.map && !behind.scale && !behind.item;
    return !point || partner == behind.partner;
}

}

void add_behind(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                float highest) {
    const auto& behind = *screen.behind;
    const ButtonSpec close{.id = "behind:close",
                           .name = tr("behind.back", "Back to the picture"),
                           .look = ButtonLook::secondary,
                           .icon = Icon::back,
                           .action = model::action::BehindClosed{}};
    add_button(page, flow, close, 16);
    const auto* module = model::find_module(model::content_of(*page.state.content, visit), behind.module);
    if (module == nullptr || is_private(*module)) return;
    flow.heading(module->title);
    const auto list = listed(*module, behind);
    bool any = false;
    for (const auto partner : {model::Partner::a, model::Partner::b}) {
        const auto& content = model::part_of(visit, partner).content;
        if (!content || !is_about(*module, behind, partner)) continue;
        const auto answers = model::public_answers(*page.state.content, visit, partner);
        const auto person =
            list.scales.empty() ? std::nullopt : model::person_named(*module, list.scales.front()->person, answers);
        if (!list.scales.empty() && list.scales.front()->person && !person) continue;
        any = true;
        const auto name = called(screen.file, partner);
        add_partner(page, flow,
                    person ? fill(tr("case.about", "{name} with {person}"), {{"name", name}, {"person", *person}})
                           : name,
                    partner);
        add_scores_behind(flow, *module, list.scales, answers);
        if (!behind.scale && !behind.item)
            flow.text(chart::map_words(*module, answers), {.style = Style::body, .color = page.color.soft}, 12);
        for (const auto* item : list.items) {
            const auto* answer = model::answer_in_use(*module, *item, answers);
            add_answer(page, flow, model::with_person(item->text, model::person_named(*module, item->person, answers)),
                       answer_in_words(*module, *item, answers, list.scales),
                       answer != nullptr && model::is_answered(*answer), highest);
        }
        flow.block(
            0, [](Rect) {}, 16);
    }
    if (any) add_range_words(page, flow, list.scales);
    if (!any) flow.text(tr("behind.nothing", "There is nothing here at this visit."), {.style = Style::body});
}

}
