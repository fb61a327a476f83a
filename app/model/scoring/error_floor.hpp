// The least that the standard error of a scale of our own is taken for. A few answers agree by chance: without a floor
// the band of three items covers 80 % instead of 95, and equal answers have no band at all.
#pragma once
#include "model/form/module.hpp"

namespace model {

// The floor that the form declares; where it declares none, as forms did that were kept before there were floors, the
// one of borrowed_floor(). Forms that were kept stay byte for byte as they were: the floor is not put into them, it is
// asked for here whenever one is scored.
ErrorFloor floor_of(const Scale& scale);

// On 1 to 7, of the mean of 3, 4 and 7 items: 0.85, 0.7 and 0.55; between them in proportion to the inverse root of the
// number of items, and beyond them as that root goes. On another range proportional to it; of a sum, times the items.
// From how much the answers of one person to one scale differ (standard deviation 1.45 on 1 to 7, divided by the root
// of the number of items), of 300 of 51,491 people who answered another form: see borrowed_source. A day moves such a
// score by 0.4 on 1 to 7, whatever the number of items. Nobody measured that; without it, 7 to 11 of 100 people who did
// not change would be said to have changed, by 7 and by 12 items.
ErrorFloor borrowed_floor(const Scale& scale);
inline constexpr auto borrowed_source =
    "Answers of 300 of 51,491 people to another form (openpsychometrics.org, ECR, 1 March 2018); the day is assumed";

// The floor of a score of which only so many items were answered: the errors of items are independent, so that of their
// mean grows with the root of how many times fewer they are (Spearman and Brown, of items that measure alike).
// `answered` from 1 on.
double least_standard_error(const Scale& scale, std::size_t answered);

// What a day moves a score by: see ErrorFloor::day.
double day_error(const Scale& scale);

}
