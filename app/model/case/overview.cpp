#include "model/case/overview.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <cstdlib>

namespace model {
namespace {

using BothAnswers = OfBoth<std::optional<Answers>>;

const Scale* find_scale(const Module& module, const core::ScaleId& id) {
    const auto found = std::ranges::find(module.scales, id, &Scale::id);
    return found == module.scales.end() || is_private(module, *found) ? nullptr : &*found;
}

std::optional<OnMap> on_map(const Module& module, const BothAnswers& answers) {
    if (!module.map) return std::nullopt;
    OnMap map{&module, find_scale(module, module.map->x), find_scale(module, module.map->y), {}};
    if (!map.x || !map.y) return std::nullopt;
    for (const Partner partner : both_partners) {
        const auto& given = answers.of(partner);
        if (!given) continue;
        const Score x = score(module, *map.x, *given), y = score(module, *map.y, *given);
        MapPoint point{.position = position_on_map(module, *given),
                       .answered = x.answered + y.answered,
                       .items = x.of + y.of,
                       .x = x.value,
                       .y = y.value};
        map.points.of(partner) = std::move(point);
    }
    return map;
}

std::optional<SideBySide> side_by_side(const Module& module, const BothAnswers& answers) {
    SideBySide side{.module = &module, .has_facets = false, .rows = {}};
    for (const Scale& scale : module.scales) {
        const bool mapped = module.map && (module.map->x == scale.id || module.map->y == scale.id);
        if (is_private(module, scale) || scale.person || mapped || is_of_moves(module, scale)) continue;
        SideBySide::Row row{&scale, {}};
        for (const Partner partner : both_partners)
            if (const auto& given = answers.of(partner)) row.scores.of(partner) = score(module, scale, *given);
        side.has_facets = side.has_facets || scale.facet_of.has_value();
        side.rows.push_back(std::move(row));
    }
    if (side.rows.empty()) return std::nullopt;
    return side;
}

Pair::Side side_of(const Module& module, const Item& item, const Answers& answers, bool toward_me) {
    const Answer* answer = answer_in_use(module, item, answers);
    if (answer == nullptr) return {Said::not_reached, 0};
    if (std::holds_alternative<PreferredNot>(*answer)) return {Said::preferred_not, 0};
    const auto* both = std::get_if<BothWays>(answer);
    const auto value = both == nullptr ? std::nullopt : toward_me ? both->toward_me : both->from_me;
    return value ? Pair::Side{Said::value, *value} : Pair::Side{Said::skipped, 0};
}

Pairs pairs_of(const Module& module, const std::vector<const Item*>& items, const BothAnswers& answers,
               Partner toward) {
    Pairs pairs{.module = &module, .toward = toward, .choices = &items.front()->choices, .pairs = {}};
    for (const Item* item : items) {
        Pair pair{item, {}};
        for (const Partner partner : both_partners)
            if (const auto& given = answers.of(partner))
                pair.sides.of(partner) = side_of(module, *item, *given, partner == toward);
        pairs.pairs.push_back(pair);
    }
    put_in_order(pairs.pairs, PairOrder::by_gap);
    return pairs;
}

void add_both_ways(std::vector<std::array<Pairs, 2>>& list, const Module& module, const BothAnswers& answers) {
    // Items stand in one picture where their answers do.
    std::vector<std::vector<const Item*>> groups;
    for (const Item& item : module.items) {
        if (shape_of(item.kind) != AnswerShape::both_ways || is_private(module, item) || item.choices.empty()) continue;
        const auto group =
            std::ranges::find_if(groups, [&](const auto& items) { return items.front()->choices == item.choices; });
        if (group == groups.end())
            groups.push_back({&item});
        else
            group->push_back(&item);
    }
    for (const auto& items : groups)
        list.push_back({pairs_of(module, items, answers, Partner::a), pairs_of(module, items, answers, Partner::b)});
}

void add_profiles(std::vector<Profile>& list, const Module& module, Partner partner, const Answers& answers) {
    std::vector<Profile> profiles;
    for (const Scale& scale : module.scales) {
        if (is_private(module, scale) || !scale.person) continue;
        const auto name = person_named(module, scale.person, answers);
        if (!name) continue;
        auto profile = std::ranges::find(profiles, *scale.person, &Profile::person);
        if (profile == profiles.end()) {
            profiles.push_back({&module, partner, *scale.person, *name, {}});
            profile = profiles.end() - 1;
        }
        profile->rows.push_back({&scale, score(module, scale, answers)});
    }
    std::ranges::move(profiles, std::back_inserter(list));
}

}

std::optional<int> Pair::gap() const {
    if (!sides.a || !sides.b || sides.a->said != Said::value || sides.b->said != Said::value) return std::nullopt;
    return std::abs(sides.a->value - sides.b->value);
}

std::size_t Pairs::answered_by(Partner partner) const {
    return static_cast<std::size_t>(std::ranges::count_if(pairs, [&](const Pair& pair) {
        const auto& side = pair.sides.of(partner);
        return side && side->said == Said::value;
    }));
}

void put_in_order(std::vector<Pair>& pairs, PairOrder order) {
    // The form's order, whatever order they were in before.
    std::ranges::sort(pairs, std::less<>(), &Pair::item);
    std::ranges::stable_sort(pairs, std::greater<>(), [order](const Pair& pair) {
        const auto gap = pair.gap();
        if (!gap) return -1;
        return order == PairOrder::by_gap ? *gap : std::max(0, pair.sides.a->value + pair.sides.b->value);
    });
}

bool Overview::empty() const {
    return maps.empty() && sides.empty() && moves.empty() && both_ways.empty() && profiles.empty();
}

Overview overview_of(const Content& content, const CaseFile& file, std::size_t visit) {
    Overview overview;
    if (visit >= file.visits.size()) return overview;
    const VisitRecord& record = file.visits[visit];
    BothAnswers answers;
    for (const Partner partner : both_partners)
        if (part_of(record, partner).content) answers.of(partner) = public_answers(content, record, partner);
    if (!answers.a && !answers.b) return overview;
    const auto modules = forms_of(content, record);
    for (const Module* module : modules) {
        if (auto map = on_map(*module, answers)) overview.maps.push_back(std::move(*map));
        if (auto side = side_by_side(*module, answers)) overview.sides.push_back(std::move(*side));
        if (auto moves = moves_of(*module, answers)) overview.moves.push_back(std::move(*moves));
        add_both_ways(overview.both_ways, *module, answers);
    }
    for (const Partner partner : both_partners)
        for (const Module* module : modules)
            if (const auto& given = answers.of(partner)) add_profiles(overview.profiles, *module, partner, *given);
    std::ranges::stable_sort(overview.sides, std::greater<>(), &SideBySide::has_facets);
    return overview;
}

}
