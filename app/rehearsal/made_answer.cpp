#include "rehearsal/made_answer.hpp"
#include <cmath>

namespace rehearsal {
namespace {

std::chrono::year_month_day in_march(int year) {
    return std::chrono::year(year) / std::chrono::March / 14;
}

int value_at(const model::Item& item, double place) {
    if (has_choices(item.kind)) {
        const auto last = static_cast<double>(item.choices.size() - 1);
        return item.choices[static_cast<std::size_t>(std::lround(place * last))].value;
    }
    const int range = item.maximum - item.minimum;
    if (entered_by(item.kind) == model::EnteredBy::digits) return item.minimum + static_cast<int>(place * range / 4);
    return item.minimum + static_cast<int>(std::lround(place * range));
}

}

std::chrono::year_month_day a_day_in_march(const model::Item& item) {
    return in_march(item.minimum);
}

model::Signed a_line(const model::Item& /*item*/) {
    return {.strokes = {{{300, 600}, {2400, 300}}}, .typed = {}};
}

model::Answer made_answer(const model::Item& item, const MadeUp& made_up) {
    switch (shape_of(item.kind)) {
    case model::AnswerShape::nothing:
        return model::Skipped{};
    case model::AnswerShape::one_value:
        return model::Chosen{made_up.value(item)};
    case model::AnswerShape::values: {
        const int first = made_up.value(item);
        return model::ChosenSet{{first, made_up.value(item)}};
    }
    case model::AnswerShape::both_ways: {
        const int toward_me = made_up.value(item);
        return model::BothWays{toward_me, made_up.value(item)};
    }
    case model::AnswerShape::words:
        return model::Written{made_up.words(item)};
    case model::AnswerShape::tick:
        return model::Consented{true};
    case model::AnswerShape::day:
        return model::Dated{made_up.day(item)};
    case model::AnswerShape::signature:
        return made_up.signature(item);
    }
    return model::Skipped{};
}

MadeUp always_at(double place, std::function<std::string(const model::Item&)> words) {
    return {.value = [place](const model::Item& item) { return value_at(item, place); },
            .words = std::move(words),
            .day =
                [place](const model::Item& item) {
                    return in_march(item.minimum + static_cast<int>(place * (item.maximum - item.minimum)));
                }};
}

}
