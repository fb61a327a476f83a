// Scores as pure functions over the declared scales (rules: the module file; formulas: see each function).
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"
#include <cstdint>
#include <span>

namespace model {

struct TracedItem {
    core::ItemId item;
    bool reversed = false;
    std::optional<int> answer; // as given; empty for a skip or an item never reached
    std::optional<int> scored; // after reversing
};

// 95 %, kept inside the range of the scale: value -/+ t(n-1, 0.975) * standard_error for own_mean, where the error is
// estimated from n answers, and value -/+ 1.96 * standard_error for sem, where it is published.
struct Band {
    double low = 0;
    double high = 0;
    double standard_error = 0; // in the unit of the score; see Figures
};

struct Score {
    core::ScaleId scale;
    std::size_t answered = 0;
    std::size_t of = 0;
    std::optional<double> value; // absent below least_answered: "not scored (7 of 14 answered)"
    std::optional<Band> band;    // absent with the value, or with own_mean and fewer than 2 answered items
    std::vector<TracedItem> trace;
};

// Reverse first (minimum + maximum - answer), then the mean or the sum of what was answered. A sum needs every item,
// unless the scale says `prorate`: then it is the mean of what was answered times the number of items.
Score score(const Module& module, const Scale& scale, const Answers& answers);
std::vector<Score> score_all(const Module& module, const Answers& answers);

// The same arithmetic without a trace, for files of many people. One person's answers to one scale, after reversing.
// Sums of whole numbers are exact, so the order of the items cannot change a score.
struct Tally {
    std::int64_t count = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0;

    void add(std::int64_t value) {
        ++count;
        sum += value;
        squares += value * value;
    }
};
struct Figures {
    std::optional<double> value;
    // own_mean: sd(items) / sqrt(n), times the number of items for a sum; from two answers on. sem: see
    // standard_error_of_measurement. Absent with the value.
    std::optional<double> standard_error;
};
Figures figures(const Scale& scale, const Tally& tally);

// What an answer counts: minimum + maximum - answer for a key that is reversed, unless the module's file was reversed
// before it came. `answer` lies in [minimum, maximum].
int counted(const Module& module, const Scale& scale, const Key& key, int answer);
// Whether an item counts so in one of its scales: of these, or of all that the module has.
bool counted_in_reverse(const Module& module, std::span<const Scale* const> scales, const core::ItemId& item);
bool counted_in_reverse(const Module& module, const core::ItemId& item);

// Whether the answer lies on the scale.
inline bool lies_on(const Scale& scale, int answer) {
    return answer >= scale.minimum && answer <= scale.maximum;
}

// The lowest and highest score the scale can give.
struct ScoreRange {
    double low = 0;
    double high = 0;
};
ScoreRange score_range(const Scale& scale);

// SEM = sd * sqrt(1 - r) (Lord and Novick, Statistical Theories of Mental Test Scores, 1968, section 3.8), with the
// reliability of a form shortened to the answered items by Spearman and Brown (1910):
// r_k = (k/K) r / (1 + (k/K - 1) r). `answered` from 1 to `of`; `reliability` between 0 and 1, that of all items.
double standard_error_of_measurement(double standard_deviation, double reliability, std::size_t answered,
                                     std::size_t of);

}
