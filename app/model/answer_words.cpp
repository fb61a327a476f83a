#include "model/answer_words.hpp"
#include <algorithm>
#include <array>
#include <cstdlib>

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
        const std::string value = number_words(chosen.value, item.decimals);
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
    std::string operator()(const PreferredNot&) const { return "Preferred not to say"; }
    std::string operator()(const Dated& dated) const { return date_words(dated.day); }
    std::string operator()(const Signed& sign) const {
        if (!sign.strokes.empty()) return "Signed by hand";
        return sign.typed.empty() ? "Not signed" : "Signed by typing: " + sign.typed;
    }
};

}

std::string answer_words(const Item& item, const Answer& answer) {
    return std::visit(InWords{item}, answer);
}

std::string number_words(int value, int decimals) {
    if (decimals == 0) return std::to_string(value);
    std::string digits = std::to_string(std::abs(value));
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
    return value < 0 ? "-" + digits : digits;
}

std::string date_words(std::chrono::year_month_day day) {
    static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
    return std::string(months.at(static_cast<unsigned>(day.month()) - 1)) + " " +
           std::to_string(static_cast<unsigned>(day.day())) + ", " + std::to_string(static_cast<int>(day.year()));
}

}
