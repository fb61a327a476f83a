#include "model/scoring.hpp"
#include "model/student_t.hpp"
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace model {

namespace {

// What the person chose, or nothing for a skip, an item never reached or an answer of another kind.
std::optional<int> chosen(const Answers& answers, const ItemRef& item) {
    auto found = answers.find(item);
    if (found == answers.end()) return std::nullopt;
    const Chosen* choice = std::get_if<Chosen>(&found->second);
    return choice ? std::optional(choice->value) : std::nullopt;
}

// Sums of whole numbers are exact, so the order of the items cannot change a score.
struct Sums {
    std::int64_t count = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0;

    void add(std::int64_t value) {
        ++count;
        sum += value;
        squares += value * value;
    }
    double mean() const { return static_cast<double>(sum) / static_cast<double>(count); }
    // Sample variance (n - 1), from (n * sum of squares - square of the sum) / (n * (n - 1)).
    double standard_deviation() const {
        double over = static_cast<double>(count * squares - sum * sum);
        return std::sqrt(over / static_cast<double>(count * (count - 1)));
    }
};

Band band_of(const Scale& scale, const Sums& sums, double value) {
    double per_item = sums.standard_deviation() / std::sqrt(static_cast<double>(sums.count));
    double items = scale.method == Method::sum ? static_cast<double>(sums.count) : 1.0;
    double error = per_item * items;
    double reach = student_t_975(static_cast<int>(sums.count - 1)) * error;
    return Band{std::max(value - reach, items * scale.minimum), std::min(value + reach, items * scale.maximum), error};
}

std::size_t needed(const Scale& scale) {
    if (scale.method == Method::sum) return scale.keys.size();
    return std::max<std::size_t>(scale.least_answered, 1);
}

}

Score score(const Module& module, const Scale& scale, const Answers& answers) {
    Score result;
    result.scale = scale.id;
    result.of = scale.keys.size();
    Sums sums;
    for (const Key& key : scale.keys) {
        TracedItem traced{key.item, key.reversed, chosen(answers, ItemRef{module.id, key.item}), std::nullopt};
        // An answer outside the scale comes from an older form of the item; it is shown as given and not counted.
        if (traced.answer && *traced.answer >= scale.minimum && *traced.answer <= scale.maximum) {
            traced.scored = key.reversed ? scale.minimum + scale.maximum - *traced.answer : *traced.answer;
            sums.add(*traced.scored);
            ++result.answered;
        }
        result.trace.push_back(std::move(traced));
    }
    if (result.of == 0 || result.answered < needed(scale)) return result;
    result.value = scale.method == Method::sum ? static_cast<double>(sums.sum) : sums.mean();
    if (result.answered >= 2) result.band = band_of(scale, sums, *result.value);
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
