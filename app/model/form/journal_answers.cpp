#include "model/form/journal_json.hpp"
#include <climits>
#include <stdexcept>

namespace model {
namespace {

// A whole number in [least, most]; anything else is damage.
int bounded(const json& value, int least, int most) {
    const auto number = whole(value);
    if (number < least || number > most) throw std::invalid_argument("out of bounds");
    return static_cast<int>(number);
}
int answer_value(const json& value) {
    return bounded(value, INT_MIN, INT_MAX);
}

json optional_number(const std::optional<int>& number) {
    return number ? json(*number) : json(nullptr);
}
std::optional<int> optional_number(const json& value) {
    return value.is_null() ? std::nullopt : std::optional<int>(answer_value(value));
}

// Each stroke as its points' x and y in turn.
json to_json(const std::vector<Stroke>& strokes) {
    auto all = json::array();
    for (const auto& stroke : strokes) {
        auto line = json::array();
        for (const auto& point : stroke) {
            line.push_back(point.x);
            line.push_back(point.y);
        }
        all.push_back(std::move(line));
    }
    return all;
}

Signed signed_of(const json& value) {
    Signed sign{.strokes = {}, .typed = value.at("signed").get<std::string>()};
    const auto& strokes = value.at("strokes").get_ref<const json::array_t&>();
    std::size_t points = 0;
    for (const auto& stroke : strokes) {
        const auto& numbers = stroke.get_ref<const json::array_t&>();
        points += numbers.size() / 2;
        if (numbers.empty() || numbers.size() % 2 != 0 || points > most_points || sign.strokes.size() == most_strokes)
            throw std::invalid_argument("strokes");
        Stroke line;
        for (std::size_t i = 0; i < numbers.size(); i += 2)
            line.push_back({static_cast<std::uint16_t>(bounded(numbers[i], 0, signature_width)),
                            static_cast<std::uint16_t>(bounded(numbers[i + 1], 0, signature_height))});
        sign.strokes.push_back(std::move(line));
    }
    if (sign.typed.size() > most_typed_signature || (!sign.typed.empty() && !sign.strokes.empty()))
        throw std::invalid_argument("signature");
    return sign;
}

Dated dated_of(const json& value) {
    if (value.size() != 3) throw std::invalid_argument("date");
    const std::chrono::year_month_day day{std::chrono::year(bounded(value.at(0), 1, 9999)),
                                          std::chrono::month(static_cast<unsigned>(bounded(value.at(1), 1, 12))),
                                          std::chrono::day(static_cast<unsigned>(bounded(value.at(2), 1, 31)))};
    if (!day.ok()) throw std::invalid_argument("date");
    return {day};
}

ChosenSet chosen_set_of(const json& values) {
    ChosenSet set;
    for (const auto& value : values.get_ref<const json::array_t&>())
        set.values.insert(answer_value(value));
    return set;
}

}

std::int64_t whole(const json& value) {
    const bool fits = !value.is_number_unsigned() || value.get<std::uint64_t>() <= std::uint64_t{INT64_MAX};
    if (!value.is_number_integer() || !fits) throw std::invalid_argument("not a whole number");
    return value.get<std::int64_t>();
}

json to_json(const Answer& answer) {
    return std::visit(
        Overloaded{
            [](const Skipped&) -> json {
                return {{"skipped", true}};
            },
            [](const Chosen& chosen) -> json {
                return {{"value", chosen.value}};
            },
            [](const ChosenSet& set) -> json {
                return {{"values", set.values}};
            },
            [](const BothWays& both) -> json {
                return {{"toward_me", optional_number(both.toward_me)}, {"from_me", optional_number(both.from_me)}};
            },
            [](const Written& written) -> json {
                return {{"text", written.text}};
            },
            [](const Consented& consented) -> json {
                return {{"agreed", consented.agreed}};
            },
            [](const PreferredNot&) -> json {
                return {{"preferred_not", true}};
            },
            [](const Dated& dated) -> json {
                return {{"date",
                         {static_cast<int>(dated.day.year()), static_cast<unsigned>(dated.day.month()),
                          static_cast<unsigned>(dated.day.day())}}};
            },
            [](const Signed& sign) -> json {
                return {{"strokes", to_json(sign.strokes)}, {"signed", sign.typed}};
            },
        },
        answer);
}

Answer answer_of(const json& value) {
    if (value.contains("skipped")) return Skipped{};
    if (value.contains("value")) return Chosen{answer_value(value.at("value"))};
    if (value.contains("values")) return chosen_set_of(value.at("values"));
    if (value.contains("text")) return Written{value.at("text").get<std::string>()};
    if (value.contains("agreed")) return Consented{value.at("agreed").get<bool>()};
    if (value.contains("preferred_not")) return PreferredNot{};
    if (value.contains("date")) return dated_of(value.at("date"));
    if (value.contains("signed")) return signed_of(value);
    return BothWays{optional_number(value.at("toward_me")), optional_number(value.at("from_me"))};
}

}
