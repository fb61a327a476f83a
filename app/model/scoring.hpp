// Scores as pure functions over the declared scales (rules: the module file; formulas: see each function).
#pragma once
#include "model/answer.hpp"
#include "model/module.hpp"

namespace model {

struct TracedItem {
    core::ItemId item;
    bool reversed = false;
    std::optional<int> answer; // as given; empty for a skip or an item never reached
    std::optional<int> scored; // after reversing
};

struct Band {
    double low = 0; // 95 %: value -/+ t(n-1, 0.975) * standard_error, kept inside the response scale
    double high = 0;
    double standard_error = 0; // of the person's own item mean: sd(items) / sqrt(n), or of the sum: * n
};

struct Score {
    core::ScaleId scale;
    std::size_t answered = 0;
    std::size_t of = 0;
    std::optional<double> value; // absent below least_answered: "not scored (7 of 14 answered)"
    std::optional<Band> band;    // absent with the value, or with fewer than 2 answered items
    std::vector<TracedItem> trace;
};

// Reverse first (minimum + maximum - answer), then the mean or the sum of what was answered. A sum needs every item.
Score score(const Module& module, const Scale& scale, const Answers& answers);
std::vector<Score> score_all(const Module& module, const Answers& answers);

}
