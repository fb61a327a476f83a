#include "model/scoring/scoring.hpp"
#include "model/form/applies.hpp"
#include "model/scoring/student_t.hpp"
#include <algorithm>
#include <cmath>

namespace model {

namespace {

constexpr double normal_975 = 1.959963984540054; // the normal distribution's 0.975 quantile

// What the person chose, or nothing for a skip, an item never reached or no longer asked, or an answer of another kind.
std::optional<int> chosen(const Module& module, const Answers& answers, const core::ItemId& id) {
    const Item* item = find_item(module, id);
    if (item != nullptr && !applies(module, *item, answers)) return std::nullopt;
    auto found = answers.find({module.id, id});
    if (found == answers.end()) return std::nullopt;
    const Chosen* choice = std::get_if<Chosen>(&found->second);
    return choice ? std::optional(choice->value) : std::nullopt;
}

// Sample variance (n - 1), from (n * sum of squares - square of the sum) / (n * (n - 1)).
double standard_deviation(const Tally& tally) {
    auto over = static_cast<double>(tally.count * tally.squares - tally.sum * tally.sum);
    return std::sqrt(over / static_cast<double>(tally.count * (tally.count - 1)));
}

// How many times the mean of the answered items a score is.
double times_the_mean(const Scale& scale) {
    return scale.method == Method::sum ? static_cast<double>(scale.keys.size()) : 1.0;
}

std::optional<double> standard_error(const Scale& scale, const Tally& tally) {
    switch (scale.uncertainty) {
    case Uncertainty::own_mean:
        if (tally.count < 2) return std::nullopt;
        return standard_deviation(tally) / std::sqrt(static_cast<double>(tally.count)) * times_the_mean(scale);
    case Uncertainty::sem:
        if (!scale.standard_deviation || !scale.reliability) return std::nullopt;
        return standard_error_of_measurement(scale.standard_deviation->value, scale.reliability->value,
                                             static_cast<std::size_t>(tally.count), scale.keys.size());
    }
    return std::nullopt;
}

Band band_of(const Scale& scale, const Tally& tally, double value, double error) {
    double quantile =
        scale.uncertainty == Uncertainty::sem ? normal_975 : student_t_975(static_cast<int>(tally.count - 1));
    double reach = quantile * error;
    ScoreRange range = score_range(scale);
    return Band{std::max(value - reach, range.low), std::min(value + reach, range.high), error};
}

std::size_t needed(const Scale& scale) {
    if (scale.method == Method::sum && !scale.prorate) return scale.keys.size();
    return scale.least_answered;
}

}

int counted(const Module& module, const Scale& scale, const Key& key, int answer) {
    return key.reversed && !module.already_reversed ? scale.minimum + scale.maximum - answer : answer;
}

bool counted_in_reverse(const Module& module, std::span<const Scale* const> scales, const core::ItemId& item) {
    return !module.already_reversed && std::ranges::any_of(scales, [&](const Scale* scale) {
        return std::ranges::any_of(scale->keys, [&](const Key& key) { return key.item == item && key.reversed; });
    });
}

bool counted_in_reverse(const Module& module, const core::ItemId& item) {
    return std::ranges::any_of(module.scales, [&](const Scale& scale) {
        const Scale* const one[] = {&scale};
        return counted_in_reverse(module, one, item);
    });
}

ScoreRange score_range(const Scale& scale) {
    return {times_the_mean(scale) * scale.minimum, times_the_mean(scale) * scale.maximum};
}

double standard_error_of_measurement(double standard_deviation, double reliability, std::size_t answered,
                                     std::size_t of) {
    double share = static_cast<double>(answered) / static_cast<double>(of);
    double shortened = share * reliability / (1 + (share - 1) * reliability);
    return standard_deviation * std::sqrt(1 - shortened);
}

Figures figures(const Scale& scale, const Tally& tally) {
    if (tally.count == 0 || static_cast<std::size_t>(tally.count) < needed(scale)) return {};
    auto sum = static_cast<double>(tally.sum);
    auto count = static_cast<double>(tally.count);
    bool whole = static_cast<std::size_t>(tally.count) == scale.keys.size();
    Figures result;
    if (scale.method == Method::mean) {
        result.value = sum / count;
    } else {
        result.value = whole ? sum : sum * static_cast<double>(scale.keys.size()) / count;
    }
    result.standard_error = standard_error(scale, tally);
    return result;
}

Score score(const Module& module, const Scale& scale, const Answers& answers) {
    Score result;
    result.scale = scale.id;
    result.of = scale.keys.size();
    Tally tally;
    for (const Key& key : scale.keys) {
        TracedItem traced{key.item, key.reversed, chosen(module, answers, key.item), std::nullopt};
        // An answer outside the scale comes from an older form of the item; it is shown as given and not counted.
        if (traced.answer && lies_on(scale, *traced.answer)) {
            traced.scored = counted(module, scale, key, *traced.answer);
            tally.add(*traced.scored);
        }
        result.trace.push_back(std::move(traced));
    }
    result.answered = static_cast<std::size_t>(tally.count);
    Figures made = figures(scale, tally);
    result.value = made.value;
    if (made.standard_error) result.band = band_of(scale, tally, *made.value, *made.standard_error);
    return result;
}

std::vector<Score> score_all(const Module& module, const Answers& answers) {
    std::vector<Score> scores;
    scores.reserve(module.scales.size());
    for (const Scale& scale : module.scales)
        scores.push_back(score(module, scale, answers));
    return scores;
}

}
