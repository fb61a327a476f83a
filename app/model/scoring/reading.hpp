// What a score says beside published lines and groups.
#pragma once
#include "model/scoring/scoring.hpp"

namespace model {

enum class Reached {
    no,
    yes,
    either, // the band crosses the line: it could be either of the two
};

// Nothing for a score that was not made. A score without a band is read by its value alone.
std::optional<Reached> reached(const Cut& cut, const Score& score);

// How many standard deviations of the group the score lies above its mean: z = (score - mean) / sd.
double standard_score(const Norm& norm, double score);

}
