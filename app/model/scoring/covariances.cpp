#include "model/scoring/covariances.hpp"

namespace model {

// Welford (1962), Technometrics 4, 419-420, for pairs: numbers far from 0 lose no digits.
void Covariances::add(std::span<const double> values) {
    ++m_people;
    const auto people = static_cast<double>(m_people);
    const double weight = (people - 1) / people;
    for (std::size_t i = 0; i < m_size; ++i)
        for (std::size_t j = 0; j < m_size; ++j)
            m_products[i * m_size + j] += weight * (values[i] - m_means[i]) * (values[j] - m_means[j]);
    for (std::size_t i = 0; i < m_size; ++i)
        m_means[i] += (values[i] - m_means[i]) / people;
}

}
