// How well the items of a scale belong together, and how alike the same people score twice: the coefficients that a
// form's own figures are made of. Each is checked against R's psych (tests/model/figures/figures.R).
#pragma once
#include "model/scoring/covariances.hpp"
#include <optional>

namespace model {

struct Estimate { // with its 95 % interval
    double value = 0;
    double low = 0;
    double high = 0;
};

// In these two `items` holds what each item counts, after reversing, of people who answered all of them.

// Cronbach's alpha (1951) with the interval of Feldt (1965), by the F distribution. Nothing with fewer than two items
// or people, or where all people scored alike.
std::optional<Estimate> alpha_of(const Covariances& items);

// McDonald's omega of the unweighted score: one factor fitted to the correlations by least residuals off the diagonal
// (Harman and Jones, Psychometrika 31 (1966), 351-368), turned back to the items' own units:
// (sum of loadings)^2 / ((sum of loadings)^2 + sum of what is each item's own). The interval is that of ln(1 - omega)
// by the delta method, with the variances of covariances of normal numbers. Nothing with fewer than three items, an
// item that all answered alike, or where no such factor is found: an item would be it to more than 99.5 %.
std::optional<Estimate> omega_of(const Covariances& items);

// Each item's correlation with the sum of the others; none where one of the two never differs.
std::vector<std::optional<double>> item_rest_of(const Covariances& items);

// ICC(2,1) of Shrout and Fleiss, Psychological Bulletin 86 (1979), 420-428: two-way, absolute agreement, of a single
// score, so a shift of all people between the two times counts against it. `scores` holds two numbers a person: at the
// first and at the second time. Nothing with fewer than two people, or where no score differs from another.
std::optional<Estimate> retest_of(const Covariances& scores);

}
