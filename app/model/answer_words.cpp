#include "model/answer_words.hpp"
#include "core/words.hpp"
#include <algorithm>

namespace model {
namespace {

using core::fill;
using core::tr;

std::string label_of(const Item& item, int value) {
    const auto found = std::ranges::find(item.choices, value, &Choice::value);
    if (found != item.choices.end()) return found->label;
    return fill(tr("answer.not-offered", "{value} (no longer offered)"), {{"value", std::to_string(value)}});
}

std::string one_way(const Item& item, const std::optional<int>& value) {
    return value ? label_of(item, *value) : tr("answer.not-answered", "not answered");
}

struct InWords {
    const Item& item;

    std::string operator()(const Skipped&) const { return tr("answer.skipped", "Skipped"); }
    std::string operator()(const Chosen& chosen) const {
        const std::string value = std::to_string(chosen.value);
        if (item.kind == ItemKind::number) {
            if (item.unit.empty()) return value;
            return fill(tr("answer.with-unit", "{value} {unit}"), {{"value", value}, {"unit", item.unit}});
        }
        if (item.kind != ItemKind::zero_to_ten) return label_of(item, chosen.value);
        if (item.low_label.empty() || item.high_label.empty())
            return fill(tr("answer.zero-to-ten", "{value} (0 to 10)"), {{"value", value}});
        return fill(tr("answer.between", "{value} (0: {low}, 10: {high})"),
                    {{"value", value}, {"low", item.low_label}, {"high", item.high_label}});
    }
    std::string operator()(const ChosenSet& set) const {
        std::string words;
        for (const int value : set.values)
            words += (words.empty() ? "" : "; ") + label_of(item, value);
        return words.empty() ? tr("answer.none-chosen", "None chosen") : words;
    }
    std::string operator()(const BothWays& both) const {
        return fill(
            tr("answer.both-ways", "From my partner toward me: {toward_me}. From me toward my partner: {from_me}."),
            {{"toward_me", one_way(item, both.toward_me)}, {"from_me", one_way(item, both.from_me)}});
    }
    std::string operator()(const Written& written) const {
        return written.text.empty() ? tr("answer.left-empty", "Left empty") : written.text;
    }
    std::string operator()(const Consented& consented) const {
        return consented.agreed ? tr("answer.agreed", "Agreed") : tr("answer.not-agreed", "Not agreed");
    }
};

}

std::string answer_words(const Item& item, const Answer& answer) {
    return std::visit(InWords{item}, answer);
}

}
