#include "model/scoring/scoring.hpp"
#include "model/form/applies.hpp"
#include "model/scoring/error_floor.hpp"
#include <algorithm>
#include <cmath>

namespace model {

namespace {

// What the person chose, or nothing for a skip, an item never reached or no longer asked, or an answer of another kind.
std::optional<int> chosen(const Module& module, const Answers& answers, const Key& key) {
    const Item* item = find_item(module, key.item);
    if (item != nullptr && !applies(module, *item, answers)) return std::nullopt;
    auto found = answers.find({module.id, key.item});
    if (found == answers.end()) return std::nullopt;
    if (key.way) {
        const auto* ways = std::get_if<BothWays>(&found->second);
        if (ways == nullptr) return std::nullopt;
        return *key.way == Way::toward_me ? ways->toward_me : ways->from_me;
    }
    const Chosen* choice = std::get_if<Chosen>(&found->second);
    return choice ? std::optional(choice->value) : std::nullopt;
}

// Of the mean: sd / sqrt(n), the sd from the sample variance (n - 1), which is
// (n * sum of squares - square of the sum) / (n * (n - 1)). One answer says nothing of how much answers differ.
double own_error(const Tally& tally) {
    if (tally.count < 2) return 0;
    const auto over = static_cast<double>(tally.count * tally.squares - tally.sum * tally.sum);
    const double deviation = std::sqrt(over / static_cast<double>(tally.count * (tally.count - 1)));
    return deviation / std::sqrt(static_cast<double>(tally.count));
}

// How many times the mean of the answered items a score is.
double times_the_mean(const Scale& scale) {
    return scale.method == Method::sum ? static_cast<double>(scale.keys.size()) : 1.0;
}

std::optional<double> standard_error(const Scale& scale, const Tally& tally) {
    switch (scale.uncertainty) {
    case Uncertainty::own_mean:
        return std::max(own_error(tally) * times_the_mean(scale),
                        least_standard_error(scale, static_cast<std::size_t>(tally.count)));
    case Uncertainty::sem:
        if (!scale.standard_deviation || !scale.reliability) return std::nullopt;
        return standard_error_of_measurement(scale.standard_deviation->value, scale.reliability->value,
                                             static_cast<std::size_t>(tally.count), scale.keys.size());
    case Uncertainty::none:
        break;
    }
    return std::nullopt;
}

Band band_of(const Scale& scale, double value, double error) {
    double reach = reach_95 * error;
    ScoreRange range = score_range(scale);
    return Band{std::max(value - reach, range.low), std::min(value + reach, range.high), error};
}

std::size_t needed(const Scale& scale) {
    if (scale.method == Method::sum && !scale.prorate) return scale.keys.size();
    return scale.least_answered;
}

bool has_all_points(const Scale& scale, const Tally& tally) {
    return static_cast<std::size_t>(tally.count + tally.unanswered) == scale.keys.size();
}

double divided(const Scale& scale, std::int64_t points) {
    return static_cast<double>(scale.add + points) / scale.divide_by.value_or(1);
}

int points_of(const Key& key, int answer) {
    const auto above = std::ranges::upper_bound(key.points, answer, {}, &PointStep::from);
    return above == key.points.begin() ? answer : std::prev(above)->points;
}

}

bool can_be_answered(const Item& item, int answer) {
    if (item.choices.empty()) return answer >= item.minimum && answer <= item.maximum;
    return std::ranges::find(item.choices, answer, &Choice::value) != item.choices.end();
}

bool lies_on(const Module& module, const Scale& scale, const core::ItemId& item, int answer) {
    if (scale.method != Method::points) return answer >= scale.minimum && answer <= scale.maximum;
    const Item* asked = find_item(module, item);
    return asked != nullptr && can_be_answered(*asked, answer);
}

ScoreRange points_range(const Module& module, const Scale& scale) {
    std::int64_t low = 0, high = 0;
    for (const Key& key : scale.keys) {
        const Item* item = find_item(module, key.item);
        if (item == nullptr) continue;
        std::vector<int> points;
        for (const Choice& choice : item->choices)
            points.push_back(points_of(key, choice.value));
        if (item->choices.empty() && key.points.empty()) points = {item->minimum, item->maximum};
        for (const PointStep& step : key.points)
            if (item->choices.empty() && step.from <= item->maximum) points.push_back(step.points);
        if (key.unanswered) points.push_back(*key.unanswered);
        if (points.empty()) continue;
        low += std::ranges::min(points);
        high += std::ranges::max(points);
    }
    return {divided(scale, low), divided(scale, high)};
}

int counted(const Module& module, const Scale& scale, const Key& key, int answer) {
    if (scale.method == Method::points) return points_of(key, answer);
    return key.reversed && !module.already_reversed ? scale.minimum + scale.maximum - answer : answer;
}

bool counted_in_reverse(const Module& module, std::span<const Scale* const> scales, const core::ItemId& item,
                        std::optional<Way> way) {
    const auto meant = [&](const Key& key) { return key.item == item && key.reversed && (!way || key.way == way); };
    return !module.already_reversed &&
           std::ranges::any_of(scales, [&](const Scale* scale) { return std::ranges::any_of(scale->keys, meant); });
}

bool counted_in_reverse(const Module& module, const core::ItemId& item, std::optional<Way> way) {
    return std::ranges::any_of(module.scales, [&](const Scale& scale) {
        const Scale* const one[] = {&scale};
        return counted_in_reverse(module, one, item, way);
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
    switch (scale.method) {
    case Method::mean:
        result.value = sum / count;
        break;
    case Method::sum:
        result.value = whole ? sum : sum * static_cast<double>(scale.keys.size()) / count;
        break;
    case Method::points:
        if (!has_all_points(scale, tally)) return {};
        result.value = divided(scale, tally.sum);
        break;
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
        TracedItem traced{key.item, key.reversed, chosen(module, answers, key), std::nullopt, key.way};
        // An answer outside the scale comes from an older form of the item; it is shown as given and not counted.
        if (traced.answer && lies_on(module, scale, key.item, *traced.answer)) {
            traced.scored = counted(module, scale, key, *traced.answer);
            tally.add(*traced.scored);
        } else if (!traced.answer && key.unanswered) {
            traced.scored = key.unanswered;
            tally.add_unanswered(*key.unanswered);
        }
        result.trace.push_back(std::move(traced));
    }
    result.answered = static_cast<std::size_t>(tally.count);
    Figures made = figures(scale, tally);
    result.value = made.value;
    if (made.standard_error) result.band = band_of(scale, *made.value, *made.standard_error);
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
