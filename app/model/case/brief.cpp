#include "model/case/brief.hpp"
#include "model/case/how_answered.hpp"
#include "model/case/mission_drift.hpp"
#include "model/case/together.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>

namespace model {
namespace {

template<class Value>
using Of = std::optional<Brief::Of<Value>>;

// The newest visit from `visit` on for which `read` has something.
template<class Value, class Read>
Of<Value> newest(const CaseFile& file, std::size_t visit, const Read& read) {
    for (; visit < file.visits.size(); ++visit)
        if (std::optional<Value> value = read(visit)) return Brief::Of<Value>{visit, std::move(*value)};
    return std::nullopt;
}

void take_words(Brief::Words& words, const Item& item, const Answer& answer) {
    const auto* written = std::get_if<Written>(&answer);
    const auto* chosen = std::get_if<Chosen>(&answer);
    if (item.brief == InBrief::why && written != nullptr) words.why = written->text;
    if (item.brief == InBrief::hope && written != nullptr) words.hope = written->text;
    if (item.brief == InBrief::urgency && chosen != nullptr) words.urgency = chosen->value;
}

// Nothing of a visit at which nobody who finished was asked for such words.
std::optional<OfBoth<Brief::Words>> words_of(const Content& today, const VisitRecord& visit) {
    OfBoth<Brief::Words> words;
    bool asked = false;
    for (const Module* module : forms_of(today, visit))
        for (const Item& item : module->items) {
            if (!item.brief || is_private(*module, item)) continue;
            for (const Partner partner : both_partners) {
                const auto& part = part_of(visit, partner);
                if (!part.content) continue;
                asked = true;
                const auto found = part.content->answers.find({module->id, item.id});
                if (found != part.content->answers.end()) take_words(words.of(partner), item, found->second);
            }
        }
    if (!asked) return std::nullopt;
    return words;
}

std::optional<SideBySide> alliance_of(const Overview& overview) {
    if (overview.sides.empty()) return std::nullopt;
    SideBySide side = overview.sides.front(); // those with facets come first
    const auto whole = std::ranges::find_if(side.rows, [](const auto& row) { return !row.scale->facet_of; });
    if (whole == side.rows.end()) return std::nullopt;
    side.rows = {*whole};
    return side;
}

std::optional<Pairs> gaps_of(const Overview& overview) {
    const Pairs* widest = nullptr;
    const auto width = [](const Pairs& pairs) {
        return pairs.pairs.empty() ? 0 : pairs.pairs.front().gap().value_or(0);
    };
    for (const auto& ways : overview.both_ways)
        for (const Pairs& pairs : ways)
            if (width(pairs) > 0 && (widest == nullptr || width(pairs) > width(*widest))) widest = &pairs;
    if (widest == nullptr) return std::nullopt;
    Pairs few = *widest;
    std::erase_if(few.pairs, [](const Pair& pair) { return pair.gap().value_or(0) == 0; });
    if (few.pairs.size() > brief_gaps) few.pairs.erase(few.pairs.begin() + brief_gaps, few.pairs.end());
    return few;
}

std::size_t skipped_in(const Module& module, const Answers& answers) {
    std::size_t skipped = 0;
    const auto asked = which_apply(module, answers);
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        if (!asked[i] || is_private(module, module.items[i])) continue;
        const auto found = answers.find({module.id, module.items[i].id});
        if (found != answers.end() && std::holds_alternative<Skipped>(found->second)) ++skipped;
    }
    return skipped;
}

Brief::Manner manner_of(const Content& today, const VisitRecord& visit, Partner partner) {
    Brief::Manner manner;
    manner.not_agreed = !not_agreed_to(today, visit, partner).empty();
    const auto answers = public_answers(today, visit, partner);
    for (const Module* module : forms_of(today, visit)) {
        manner.skipped += skipped_in(*module, answers);
        std::vector<const Scale*> scales;
        for (const Scale& scale : module->scales)
            if (!is_private(*module, scale)) scales.push_back(&scale);
        const auto how = how_answered(*module, scales, answers, {});
        if (const auto run = how.longest_run.value_or(0); run >= long_run)
            manner.longest_run = std::max(manner.longest_run, run);
    }
    return manner;
}

void add_changes(std::vector<Brief::Changed>& changed, const Content& today, const CaseFile& file, std::size_t visit,
                 Partner partner) {
    for (const Module* module : forms_of(today, file.visits[visit]))
        for (const Scale& scale : module->scales) {
            if (scale.facet_of) continue; // its whole stands for it
            const auto since = compared_with_earlier(today, file, visit, partner, *module, scale);
            if (since && since->change.stands_out) changed.push_back({partner, &scale, *since});
        }
}

std::vector<std::string> prompts_of(const Together& together) {
    std::vector<std::string> prompts;
    for (const auto& card : together.cards)
        if (card.kind == CardKind::talk && prompts.size() < brief_prompts) prompts.push_back(card.words);
    return prompts;
}

}

Brief brief_of(const Content& today, const CaseFile& file, std::size_t visit) {
    Brief brief;
    if (visit >= file.visits.size()) return brief;
    std::vector<Overview> seen; // made once for all that look back
    const auto overview = [&](std::size_t at) -> const Overview& {
        while (visit + seen.size() <= at)
            seen.push_back(overview_of(today, file, visit + seen.size()));
        return seen[at - visit];
    };
    brief.words =
        newest<OfBoth<Brief::Words>>(file, visit, [&](std::size_t at) { return words_of(today, file.visits[at]); });
    brief.alliance = newest<SideBySide>(file, visit, [&](std::size_t at) { return alliance_of(overview(at)); });
    brief.map = newest<OnMap>(file, visit, [&](std::size_t at) {
        const auto& maps = overview(at).maps;
        return maps.empty() ? std::nullopt : std::optional(maps.front());
    });
    brief.gaps = newest<Pairs>(file, visit, [&](std::size_t at) { return gaps_of(overview(at)); });
    for (const Partner partner : both_partners) {
        brief.manner.of(partner) = manner_of(today, file.visits[visit], partner);
        add_changes(brief.changed, today, file, visit, partner);
    }
    if (const auto* agreed = agreed_last(file, visit)) brief.mission = *agreed;
    brief.prompts = prompts_of(together_of(today, file, visit));
    return brief;
}

}
