// Whether two scores of one person, given at two times, differ by more than their answers and a day do.
#pragma once
#include "model/scoring/scoring.hpp"

namespace model {

// What a change is held against.
enum class Against {
    own_answers, // how much the person's answers differ from item to item, and an ordinary day
    published,   // the form's standard error of measurement, which says nothing of days
    retest,      // what the form says of people who were asked twice: only then is a change called reliable
    nothing,     // nothing is known of the score's error: the two scores, and no more
};

struct Change {
    double first = 0; // the two scores, over the items answered both times and nothing else
    double second = 0;
    std::size_t items = 0;   // how many those are
    double index = 0;        // (second - first) / S_diff
    bool stands_out = false; // |index| > 1.96
    double noise = 0;        // 1.96 * S_diff: a change that stands out is larger
    Against against = Against::own_answers;
};

// RC = (x2 - x1) / S_diff with S_diff = sqrt(2) * SEM, beyond noise where |RC| > 1.96: Jacobson and Truax, Clinical
// significance, Journal of Consulting and Clinical Psychology 59 (1991), 12-19. Where the error is the person's own
// (own_mean) the two times differ in it, and S_diff = sqrt(SE1^2 + SE2^2 + 2 * day_error()^2). Where the form has a
// retest figure, that is the SEM, widened for items left out as least_standard_error() is. `scale` is the later form's;
// the earlier score may come from a longer form that asks the same items on the same response scale. Only items
// answered both times count. Nothing when these are fewer than the scale needs, when either time was not scored, or
// when a key is reversed or takes the other way in one form and not in the other.
std::optional<Change> change(const Scale& scale, const Score& first, const Score& second);

}
