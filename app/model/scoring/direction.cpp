#include "model/scoring/direction.hpp"
#include <cmath>

namespace model {

// One pass, exact enough for any length: Welford, Note on a method for calculating corrected sums of squares and
// products, Technometrics 4 (1962), 419-420.
void Direction::add(double reversed, double others) {
    ++m_people;
    const auto people = static_cast<double>(m_people);
    const double from_x = reversed - m_mean_x, from_y = others - m_mean_y;
    m_mean_x += from_x / people;
    m_mean_y += from_y / people;
    m_xx += from_x * (reversed - m_mean_x);
    m_yy += from_y * (others - m_mean_y);
    m_xy += from_x * (others - m_mean_y);
}

double Direction::correlation() const {
    if (m_people < least_people || m_xx <= 0 || m_yy <= 0) return 0;
    return m_xy / std::sqrt(m_xx * m_yy);
}

}
