#include "model/scoring/student_t.hpp"
#include <cmath>
#include <numbers>

namespace model {

double student_t_within(double t, int degrees) {
    double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
    double sine = std::sin(angle);
    double cosine = std::cos(angle);
    bool odd = degrees % 2 != 0;
    // 26.7.3: cos + 2/3 cos^3 + ... up to cos^(v-2); 26.7.4: 1 + 1/2 cos^2 + ... up to cos^(v-2).
    double term = odd ? cosine : 1.0;
    double sum = 0;
    for (int power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
        sum += term;
        term *= cosine * cosine * (power + 1) / (power + 2);
    }
    return odd ? 2 / std::numbers::pi * (angle + sine * sum) : sine * sum;
}

double student_t_975(int degrees) {
    double low = 1.9;   // below the limit for ever more degrees, 1.95996
    double high = 12.8; // above the value for one degree, 12.7062
    while (high - low > 1e-12) {
        double middle = (low + high) / 2;
        (student_t_within(middle, degrees) < 0.95 ? low : high) = middle;
    }
    return (low + high) / 2;
}

}
