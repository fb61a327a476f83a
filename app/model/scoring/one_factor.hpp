// Inside of reliability.cpp: one factor behind the items of a scale.
#pragma once
#include "model/scoring/covariances.hpp"
#include <optional>

namespace model {

struct OneFactor {
    std::vector<double> loadings; // on items of standard deviation 1
    double omega = 0;
    double variance = 0; // of omega over samples of as many people
};

// See omega_of(); at least two people.
std::optional<OneFactor> one_factor(const Covariances& items);

}
