// Student's t for the 95 % bands: P(|T| <= t) = A(t | v), as in Abramowitz and Stegun, Handbook of Mathematical
// Functions (1964), 26.7.3 (v odd) and 26.7.4 (v even): finite sums, exact for every whole number of degrees of
// freedom.
#pragma once

namespace model {

// A(t | degrees) for t >= 0 and degrees >= 1.
double student_t_within(double t, int degrees);

// The t with A(t | degrees) = 0.95, to 1e-12: the 0.975 quantile. degrees >= 1.
double student_t_975(int degrees);

}
