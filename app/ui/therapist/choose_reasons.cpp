#include "ui/therapist/choose_reasons.hpp"
#include "chart/score_words.hpp"
#include "model/form/applies.hpp"
#include "model/scoring/map_position.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

using model::CardKind;
using Who = model::Partner;

const model::VisitRecord* visit_of(const model::screen::Case& from) {
    return from.visit < from.file.visits.size() ? &from.file.visits[from.visit] : nullptr;
}

bool is_from(const model::TogetherCard& card, Who partner) {
    return partner == Who::a ? card.by_a : card.by_b;
}

std::string listed(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words)
        all = all.empty() ? word : fill(tr("choose.list", "{first}, {next}"), {{"first", all}, {"next", word}});
    return all;
}

// "Maya 3.2 (2.1 to 4.3)"
std::string score_of(const std::string& name, const model::Score& score) {
    const auto band = chart::band_words(score);
    if (!score.value || band.empty())
        return fill(tr("choose.value", "{name}: {value}."), {{"name", name}, {"value", chart::value_words(score)}});
    return fill(tr("choose.score", "{name}: {value}, 95 % range {band}."),
                {{"name", name}, {"value", chart::value_words(score)}, {"band", band}});
}

std::string label_of(const model::Item& item, const std::optional<int>& value) {
    const auto found = std::ranges::find_if(item.choices, [&](const auto& choice) { return choice.value == value; });
    return found == item.choices.end() ? tr("choose.skipped", "skipped") : found->label;
}

std::string ways_of(const std::string& name, const model::Module& module, const model::Item& item,
                    const model::Answers& answers) {
    const auto* answer = model::answer_in_use(module, item, answers);
    const auto* ways = answer == nullptr ? nullptr : std::get_if<model::BothWays>(answer);
    return fill(tr("choose.ways", "{name}: toward me {toward}, from me {from}."),
                {{"name", name},
                 {"toward", label_of(item, ways == nullptr ? std::nullopt : ways->toward_me)},
                 {"from", label_of(item, ways == nullptr ? std::nullopt : ways->from_me)}});
}

std::string regions_of(const std::string& name, const model::Module& module, const model::Answers& answers) {
    const auto position = model::position_on_map(module, answers);
    if (!position) return {};
    std::vector<std::string> regions;
    for (const auto region : position->touched)
        regions.push_back(model::region_name(*module.map, region));
    return fill(tr("choose.regions", "{name}'s range touches: {regions}."),
                {{"name", name}, {"regions", listed(regions)}});
}

// The form whose map leads to the article.
const model::Module* map_of(const model::Content& content, const core::ArticleId& article) {
    for (const auto& [id, module] : content.modules)
        if (module.map && std::ranges::find(module.map->articles, article) != module.map->articles.end())
            return &module;
    return nullptr;
}

std::string about_one(const model::Content& content, const std::string& name, const model::CardSource& source,
                      const model::Answers& answers) {
    if (source.scale != nullptr) return score_of(name, model::score(*source.module, *source.scale, answers));
    if (source.item != nullptr) return ways_of(name, *source.module, *source.item, answers);
    const auto* module = source.article == nullptr ? nullptr : map_of(content, source.article->id);
    return module == nullptr ? std::string() : regions_of(name, *module, answers);
}

}

std::string reason_for(const Page& page, const model::screen::Case& from, const model::TogetherCard& card) {
    const auto* visit = visit_of(from);
    if (visit == nullptr) return {};
    if (card.kind == CardKind::mission) return tr("choose.agreed", "Both agreed to these words.");
    if (card.kind == CardKind::text)
        return fill(tr("choose.text", "{name} released it to their shared page."),
                    {{"name", called(from.file, card.by_a ? Who::a : Who::b)}});
    if (card.kind == model::CardKind::talk && !card.by_a)
        return tr("choose.any-couple", "For any couple: nobody's answers led to it.");
    if (!card.by_a && !card.by_b) return tr("choose.anybody", "Anybody may read it.");
    const auto& content = model::content_of(*page.state.content, *visit);
    const auto source = model::source_of(content, card);
    std::string why = source.scale != nullptr  ? source.scale->title
                      : source.item != nullptr ? source.item->chart_label
                                               : std::string();
    if (!why.empty()) why += ".";
    for (const auto partner : {Who::a, Who::b}) {
        const auto& part = model::part_of(*visit, partner);
        if (!is_from(card, partner) || !part.content) continue;
        const auto words = about_one(content, called(from.file, partner), source, part.content->answers);
        if (!words.empty()) why += (why.empty() ? "" : page.text_at_least(150) ? " " : "\n") + words;
    }
    return why;
}

std::string shared_words(const Page& page, const model::screen::Case& from, Who partner) {
    const auto* visit = visit_of(from);
    const auto name = called(from.file, partner);
    std::vector<std::string> shared;
    if (visit != nullptr && model::part_of(*visit, partner).content)
        for (const auto* form : model::shareable_forms(*page.state.content, *visit))
            if (model::part_of(*visit, partner).content->released.contains(model::whole_form(form->id)))
                shared.push_back(form->title);
    if (shared.empty())
        return fill(tr("choose.nothing-shared", "{name} shared no form. A strength needs both."), {{"name", name}});
    return fill(tr("choose.shared", "{name} shared: {forms}."), {{"name", name}, {"forms", listed(shared)}});
}

}
