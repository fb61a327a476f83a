// Whether two scores of one person, given at two times, differ by more than measuring does.
#pragma once
#include "model/scoring/scoring.hpp"

namespace model {

struct Change {
    double first = 0; // the two scores, over the items answered both times and nothing else
    double second = 0;
    std::size_t items = 0; // how many those are
    // (second - first) / S_diff; absent when neither time leaves an error to compare with (every answer was the same).
    std::optional<double> index;
    bool reliable = false;       // |index| > 1.96; otherwise no change that stands out from noise
    std::optional<double> noise; // 1.96 * S_diff: a reliable change is larger; absent with the index
};

// RC = (x2 - x1) / S_diff with S_diff = sqrt(2) * SEM, reliable where |RC| > 1.96: Jacobson and Truax, Clinical
// significance, Journal of Consulting and Clinical Psychology 59 (1991), 12-19. Where the error is the person's own
// (own_mean) the two times differ in it, and S_diff = sqrt(SE1^2 + SE2^2), which is the same where they do not.
// `scale` is the later form's; the earlier score may come from a longer form that asks the same items on the same
// response scale. Only items answered both times count. Nothing when these are fewer than the scale needs, when either
// time was not scored, or when a key is reversed in one form and not in the other.
std::optional<Change> change(const Scale& scale, const Score& first, const Score& second);

}
