#include "model/case/moves.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <cmath>

namespace model {
namespace {

bool goes(const Scale& scale, Way way) {
    return !scale.keys.empty() && std::ranges::all_of(scale.keys, [&](const Key& key) { return key.way == way; });
}

bool count_the_same(const Scale& one, const Scale& other) {
    return one.method == other.method && one.minimum == other.minimum && one.maximum == other.maximum &&
           one.keys.size() == other.keys.size() && std::ranges::all_of(one.keys, [&](const Key& key) {
               const auto same = std::ranges::find(other.keys, key.item, &Key::item);
               return same != other.keys.end() && same->reversed == key.reversed;
           });
}

std::optional<MoreOf> more_by(Partner teller, const std::optional<Score>& of_self,
                              const std::optional<Score>& of_other) {
    if (!of_self || !of_other || !of_self->value || !of_other->value) return std::nullopt;
    const double difference = *of_self->value - *of_other->value;
    if (!of_self->band || !of_other->band) return MoreOf::neither;
    const double noise = reach_95 * std::hypot(of_self->band->standard_error, of_other->band->standard_error);
    if (std::abs(difference) <= noise) return MoreOf::neither;
    return (difference > 0) == (teller == Partner::a) ? MoreOf::a : MoreOf::b;
}

Move move_of(const Module& module, const Scale& own, const Scale& seen, const OfBoth<std::optional<Answers>>& answers) {
    Move move{.own = &own, .seen = &seen, .of = {}, .more = {}};
    for (const Partner teller : both_partners) {
        const auto& given = answers.of(teller);
        if (!given) continue;
        auto& of_self = move.of.of(teller).of(teller);
        auto& of_other = move.of.of(other(teller)).of(teller);
        of_self = score(module, own, *given);
        of_other = score(module, seen, *given);
        move.more.of(teller) = more_by(teller, of_self, of_other);
    }
    return move;
}

}

const Scale* seen_by_other(const Module& module, const Scale& scale) {
    if (!goes(scale, Way::from_me) || is_private(module, scale)) return nullptr;
    const auto found = std::ranges::find_if(module.scales, [&](const Scale& seen) {
        return goes(seen, Way::toward_me) && !is_private(module, seen) && count_the_same(scale, seen);
    });
    return found == module.scales.end() ? nullptr : &*found;
}

bool is_of_moves(const Module& module, const Scale& scale) {
    return std::ranges::any_of(module.scales, [&](const Scale& own) {
        const Scale* seen = seen_by_other(module, own);
        return seen != nullptr && (&own == &scale || seen == &scale);
    });
}

std::optional<Moves> moves_of(const Module& module, const OfBoth<std::optional<Answers>>& answers) {
    Moves made{.module = &module, .moves = {}};
    for (const Scale& scale : module.scales)
        if (const Scale* seen = seen_by_other(module, scale))
            made.moves.push_back(move_of(module, scale, *seen, answers));
    return made.moves.empty() ? std::nullopt : std::optional(std::move(made));
}

}
