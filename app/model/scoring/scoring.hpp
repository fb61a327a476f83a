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
    std::optional<int> answer;             // as given; empty for a skip or an item never reached
    std::optional<int> scored;             // after reversing, or the points; also of a skip that counts something
    std::optional<Way> way = std::nullopt; // of a two_way item: which of its answers
};

// 95 %, kept inside the range of the scale: value -/+ 1.96 * standard_error. Not Student's t: with a floor
// the error does not rest on these few answers alone, and t would cover 98 % with three of them.
inline constexpr double reach_95 = 1.959963984540054; // the normal distribution's 0.975 quantile
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
    std::optional<Band> band;    // absent with the value, and where nothing is known of its error (none)
    std::vector<TracedItem> trace;
};

// Reverse first (minimum + maximum - answer), then the mean or the sum of what was answered. A sum needs every item,
// unless the scale says `prorate`: then it is the mean of what was answered times the number of items. Points need
// every item whose key does not say what counts where there is no answer.
Score score(const Module& module, const Scale& scale, const Answers& answers);
std::vector<Score> score_all(const Module& module, const Answers& answers);

// The same arithmetic without a trace, for files of many people. One person's answers to one scale, after reversing.
// Sums of whole numbers are exact, so the order of the items cannot change a score.
struct Tally {
    std::int64_t count = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0;
    std::int64_t unanswered = 0; // items that count although nothing was answered

    void add(std::int64_t value) {
        ++count;
        sum += value;
        squares += value * value;
    }
    void add_unanswered(std::int64_t value) {
        ++unanswered;
        sum += value;
    }
};
struct Figures {
    std::optional<double> value;
    // own_mean: sd(items) / sqrt(n), times the number of items for a sum, and never less than least_standard_error().
    // sem: see standard_error_of_measurement. Absent with the value.
    std::optional<double> standard_error;
};
Figures figures(const Scale& scale, const Tally& tally);

// What an answer counts: minimum + maximum - answer for a key that is reversed, unless the module's file was reversed
// before it came; else its points. `answer` lies on the scale.
int counted(const Module& module, const Scale& scale, const Key& key, int answer);
// Whether an item counts so in one of its scales: of these, or of all that the module has. `way` is the answer meant of
// a two_way item; without one either of the two is enough.
bool counted_in_reverse(const Module& module, std::span<const Scale* const> scales, const core::ItemId& item,
                        std::optional<Way> way = std::nullopt);
bool counted_in_reverse(const Module& module, const core::ItemId& item, std::optional<Way> way = std::nullopt);

// Whether the item can be answered so.
bool can_be_answered(const Item& item, int answer);
// Whether the answer lies on the scale: of points, whether the item can be answered so.
bool lies_on(const Module& module, const Scale& scale, const core::ItemId& item, int answer);

// The lowest and highest score the scale can give.
struct ScoreRange {
    double low = 0;
    double high = 0;
};
ScoreRange score_range(const Scale& scale);
// The lowest and highest score that the keys of a scale of points can give; its items are those of the module.
ScoreRange points_range(const Module& module, const Scale& scale);

// SEM = sd * sqrt(1 - r) (Lord and Novick, Statistical Theories of Mental Test Scores, 1968, section 3.8), with the
// reliability of a form shortened to the answered items by Spearman and Brown (1910):
// r_k = (k/K) r / (1 + (k/K - 1) r). `answered` from 1 to `of`; `reliability` between 0 and 1, that of all items.
double standard_error_of_measurement(double standard_deviation, double reliability, std::size_t answered,
                                     std::size_t of);

}
