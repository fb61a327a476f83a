#include "chart/pair_words.hpp"
#include "chart/answer_words.hpp"
#include "core/i18n.hpp"

namespace chart {
namespace {

using core::fill;
using core::tr;
using model::Said;

std::string why_not(Said said, const std::string& name) {
    switch (said) {
    case Said::value:
        return {};
    case Said::skipped:
        return fill(tr("pairs.skipped", "{name} skipped"), {{"name", name}});
    case Said::preferred_not:
        return fill(tr("pairs.preferred-not", "{name} preferred not to say"), {{"name", name}});
    case Said::not_reached:
        return fill(tr("pairs.not-reached", "{name} did not reach this"), {{"name", name}});
    }
    return {};
}

std::string neither(Said said) {
    switch (said) {
    case Said::value:
        return {};
    case Said::skipped:
        return tr("pairs.both-skipped", "Both skipped");
    case Said::preferred_not:
        return tr("pairs.both-preferred-not", "Both preferred not to say");
    case Said::not_reached:
        return tr("pairs.neither-reached", "Neither reached this");
    }
    return {};
}

std::string answer_of(const model::Pair& pair, model::Partner partner, const Names& names) {
    const auto& side = pair.sides.of(partner);
    if (!side) return {};
    if (side->said != Said::value) return why_not(side->said, names.of(partner));
    return fill(tr("pairs.answer", "{name}: {answer}"),
                {{"name", names.of(partner)}, {"answer", answer_words(*pair.item, model::Chosen{side->value})}});
}

}

const std::string& label_of(const model::Item& item) {
    return item.chart_label.empty() ? item.text : item.chart_label;
}

std::string missing_words(const model::Pair& pair, const Names& names) {
    const auto& [a, b] = pair.sides;
    const auto of = [&](const std::optional<model::Pair::Side>& side, model::Partner partner) {
        return side ? why_not(side->said, names.of(partner)) : std::string();
    };
    if (a && b && a->said == b->said) return neither(a->said);
    const auto first = of(a, model::Partner::a), second = of(b, model::Partner::b);
    if (first.empty() || second.empty()) return first + second;
    return fill(tr("pairs.two-reasons", "{first}; {second}"), {{"first", first}, {"second", second}});
}

std::string pair_words(const model::Pair& pair, const Names& names) {
    const auto a = answer_of(pair, model::Partner::a, names), b = answer_of(pair, model::Partner::b, names);
    const auto& item = label_of(*pair.item);
    if (a.empty() || b.empty())
        return fill(tr("pairs.row-one", "{item}. {answer}."), {{"item", item}, {"answer", a + b}});
    return fill(tr("pairs.row", "{item}. {answer_a}. {answer_b}."), {{"item", item}, {"answer_a", a}, {"answer_b", b}});
}

std::string pairs_words(const model::Pairs& pairs, const Names& names) {
    std::string words;
    for (const auto& pair : pairs.pairs)
        words += (words.empty() ? "" : " ") + pair_words(pair, names);
    return words;
}

}
