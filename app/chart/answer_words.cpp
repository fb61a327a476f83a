#include "chart/answer_words.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include "core/when.hpp"
#include <algorithm>
#include <cmath>

namespace chart {
namespace {

using core::fill;
using core::tr;
using model::Item;
using model::ItemKind;

std::string label_of(const Item& item, int value) {
    const auto found = std::ranges::find(item.choices, value, &model::Choice::value);
    if (found != item.choices.end()) return found->label;
    return fill(tr("answer.not-offered", "{value} (no longer offered)"), {{"value", std::to_string(value)}});
}

std::string one_way(const Item& item, const std::optional<int>& value) {
    return value ? label_of(item, *value) : tr("answer.not-answered", "not answered");
}

struct InWords {
    const Item& item;

    std::string operator()(const model::Skipped&) const { return tr("answer.skipped", "Skipped"); }
    std::string operator()(const model::Chosen& chosen) const {
        if (!is_counted(item.kind)) return label_of(item, chosen.value);
        const std::string value = core::decimal(chosen.value / std::pow(10.0, item.decimals), item.decimals);
        if (item.kind != ItemKind::zero_to_ten) {
            if (item.unit.empty()) return value;
            return fill(tr("answer.with-unit", "{value} {unit}"), {{"value", value}, {"unit", item.unit}});
        }
        if (item.low_label.empty() || item.high_label.empty())
            return fill(tr("answer.zero-to-ten", "{value} (0 to 10)"), {{"value", value}});
        return fill(tr("answer.between", "{value} (0: {low}, 10: {high})"),
                    {{"value", value}, {"low", item.low_label}, {"high", item.high_label}});
    }
    std::string operator()(const model::ChosenSet& set) const {
        std::string words;
        for (const int value : set.values)
            words += (words.empty() ? "" : "; ") + label_of(item, value);
        return words.empty() ? tr("answer.none-chosen", "None chosen") : words;
    }
    std::string operator()(const model::BothWays& both) const {
        return fill(
            tr("answer.both-ways", "From my partner toward me: {toward_me}. From me toward my partner: {from_me}."),
            {{"toward_me", one_way(item, both.toward_me)}, {"from_me", one_way(item, both.from_me)}});
    }
    std::string operator()(const model::Written& written) const {
        return written.text.empty() ? tr("answer.left-empty", "Left empty") : written.text;
    }
    std::string operator()(const model::Consented& consented) const {
        return consented.agreed ? tr("answer.agreed", "Agreed") : tr("answer.not-agreed", "Not agreed");
    }
    std::string operator()(const model::PreferredNot&) const {
        return tr("answer.preferred-not", "Preferred not to say");
    }
    std::string operator()(const model::Dated& dated) const { return core::date_words(dated.day); }
    std::string operator()(const model::Signed& sign) const {
        if (!sign.strokes.empty()) return tr("answer.signed", "Signed by hand");
        if (sign.typed.empty()) return tr("answer.not-signed", "Not signed");
        return fill(tr("answer.signed-by-typing", "Signed by typing: {name}"), {{"name", sign.typed}});
    }
};

}

std::string answer_words(const Item& item, const model::Answer& answer) {
    return std::visit(InWords{item}, answer);
}

}
