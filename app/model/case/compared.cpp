#include "model/case/compared.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>

namespace model {
namespace {

// An item that counts the other way round in one of them makes their scores run against each other; the other way of a
// two_way item is another question.
bool same_directions(const Scale& one, const Scale& other) {
    return std::ranges::all_of(one.keys, [&](const Key& key) {
        const auto same = std::ranges::find(other.keys, key.item, &Key::item);
        return same == other.keys.end() || (same->reversed == key.reversed && same->way == key.way);
    });
}

// Points are read beside each other only where the same answers count the same.
bool same_points(const Scale& one, const Scale& other) {
    return one.method != Method::points ||
           (one.keys == other.keys && one.add == other.add && one.divide_by == other.divide_by);
}

std::optional<Change> between(const Module& earlier, const Answers& then, const Module& later, const Answers& now,
                              const Scale& scale) {
    const auto first = std::ranges::find(earlier.scales, scale.id, &Scale::id);
    if (first == earlier.scales.end() || !measure_alike(*first, scale) || !same_directions(*first, scale))
        return std::nullopt;
    // Who was named first then need not be who was named first now.
    if (person_named(earlier, first->person, then) != person_named(later, scale.person, now)) return std::nullopt;
    return change(scale, score(earlier, *first, then), score(later, scale, now));
}

}

bool comparable(const Module& one, const Module& other) {
    return one.id == other.id || one.same_items_as == other.id || other.same_items_as == one.id ||
           (one.same_items_as && one.same_items_as == other.same_items_as);
}

bool measure_alike(const Scale& one, const Scale& other) {
    return same_points(one, other) && one.minimum == other.minimum && one.maximum == other.maximum &&
           one.method == other.method && one.uncertainty == other.uncertainty;
}

std::optional<Compared> compared_with_earlier(const Content& content, const CaseFile& file, std::size_t visit,
                                              Partner partner, const Module& module, const Scale& scale) {
    if (is_private(module, scale) || visit >= file.visits.size()) return std::nullopt;
    const auto& now = part_of(file.visits[visit], partner).content;
    if (!now) return std::nullopt;
    for (std::size_t i = visit + 1; i < file.visits.size(); ++i) {
        const auto& then = part_of(file.visits[i], partner).content;
        if (!then) continue;
        for (const auto* earlier : forms_of(content, file.visits[i])) {
            if (!comparable(*earlier, module)) continue;
            if (const auto found = between(*earlier, then->answers, module, now->answers, scale))
                return Compared{file.visits[i].date, *found};
        }
    }
    return std::nullopt;
}

}
