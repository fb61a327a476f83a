#include "model/case/beside.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <cstdlib>

namespace model {
namespace {

// From the lowest to the highest answer; 0 where answers have no order.
int span_of(const Item& item) {
    if (item.kind == ItemKind::zero_to_ten) return 10;
    if (!item.choices.empty()) return item.choices.back().value - item.choices.front().value;
    return is_counted(item.kind) ? item.maximum - item.minimum : 0;
}

std::optional<double> apart(const std::optional<int>& one, const std::optional<int>& other, int span) {
    if (!one || !other) return std::nullopt;
    return std::min(1.0, std::abs(*one - *other) / static_cast<double>(span));
}

// What comes from one to the other is told by both: toward me by the one, from me by the other.
std::optional<double> apart(const BothWays& a, const BothWays& b, int span) {
    const auto to_a = apart(a.toward_me, b.from_me, span), to_b = apart(a.from_me, b.toward_me, span);
    return to_a && to_b ? std::max(*to_a, *to_b) : to_a ? to_a : to_b;
}

// Not of what is its author's only, which nothing looks at, nor of what each said of somebody of their own.
std::optional<double> apart(const Item& item, const OfBoth<const Answer*>& answers) {
    const int span = span_of(item);
    if (item.author_only || item.person || span <= 0 || !answers.a || !answers.b) return std::nullopt;
    const auto *a = std::get_if<Chosen>(answers.a), *b = std::get_if<Chosen>(answers.b);
    if (a && b) return apart(std::optional(a->value), std::optional(b->value), span);
    const auto *ways_a = std::get_if<BothWays>(answers.a), *ways_b = std::get_if<BothWays>(answers.b);
    return ways_a && ways_b ? apart(*ways_a, *ways_b, span) : std::nullopt;
}

void add_rows(Beside& beside, const Module& module) {
    OfBoth<std::vector<bool>> asked;
    for (const Partner partner : both_partners) {
        const auto& given = beside.given.of(partner);
        asked.of(partner) = given ? which_apply(module, *given) : std::vector<bool>(module.items.size());
    }
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        const Item& item = module.items[i];
        if (is_private(module, item) || !takes_answer(item.kind) || !(asked.a[i] || asked.b[i])) continue;
        Beside::Row row{.module = &module, .item = &item};
        for (const Partner partner : both_partners) {
            const auto& given = beside.given.of(partner);
            row.asked.of(partner) = asked.of(partner)[i];
            if (!given || !asked.of(partner)[i]) continue;
            const auto found = given->find({module.id, item.id});
            if (found != given->end()) row.answers.of(partner) = &found->second;
            row.persons.of(partner) = person_named(module, item.person, *given);
        }
        row.apart = apart(item, row.answers);
        beside.rows.push_back(std::move(row));
    }
}

}

Beside beside_each_other(const Content& today, const VisitRecord& visit) {
    Beside beside;
    for (const Partner partner : both_partners)
        if (part_of(visit, partner).content) beside.given.of(partner) = public_answers(today, visit, partner);
    for (const Module* module : forms_of(today, visit))
        add_rows(beside, *module);
    return beside;
}

std::vector<const Beside::Row*> furthest_first(const Beside& beside) {
    std::vector<const Beside::Row*> rows;
    for (const auto& row : beside.rows)
        if (row.apart) rows.push_back(&row);
    std::ranges::stable_sort(rows, std::greater<>(), [](const auto* row) { return *row->apart; });
    return rows;
}

}
