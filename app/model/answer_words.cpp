#include "model/answer_words.hpp"
#include <algorithm>

namespace model {
namespace {

std::string label_of(const Item& item, int value) {
    const auto found = std::ranges::find(item.choices, value, &Choice::value);
    return found == item.choices.end() ? std::to_string(value) + " (no longer offered)" : found->label;
}

std::string one_way(const Item& item, const std::optional<int>& value) {
    return value ? label_of(item, *value) : "not answered";
}

struct InWords {
    const Item& item;

    std::string operator()(const Skipped&) const { return "Skipped"; }
    std::string operator()(const Chosen& chosen) const {
        const std::string value = std::to_string(chosen.value);
        if (item.kind == ItemKind::number) return item.unit.empty() ? value : value + " " + item.unit;
        if (item.kind != ItemKind::zero_to_ten) return label_of(item, chosen.value);
        if (item.low_label.empty() || item.high_label.empty()) return value + " (0 to 10)";
        return value + " (0: " + item.low_label + ", 10: " + item.high_label + ")";
    }
    std::string operator()(const ChosenSet& set) const {
        std::string words;
        for (const int value : set.values)
            words += (words.empty() ? "" : "; ") + label_of(item, value);
        return words.empty() ? "None chosen" : words;
    }
    std::string operator()(const BothWays& both) const {
        return "From my partner toward me: " + one_way(item, both.toward_me) +
               ". From me toward my partner: " + one_way(item, both.from_me) + ".";
    }
    std::string operator()(const Written& written) const { return written.text.empty() ? "Left empty" : written.text; }
    std::string operator()(const Consented& consented) const { return consented.agreed ? "Agreed" : "Not agreed"; }
};

}

std::string answer_words(const Item& item, const Answer& answer) {
    return std::visit(InWords{item}, answer);
}

}
