// Means and covariances of a few numbers over many people, one person after the other. Nobody's own numbers are kept.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace model {

class Covariances {
public:
    explicit Covariances(std::size_t size) : m_size(size), m_means(size), m_products(size * size) {}

    void add(std::span<const double> values); // one person's, `size` of them
    std::size_t size() const { return m_size; }
    std::size_t people() const { return m_people; }
    double mean(std::size_t i) const { return m_means[i]; }
    // Over n - 1; from two people on.
    double covariance(std::size_t i, std::size_t j) const {
        return m_products[i * m_size + j] / static_cast<double>(m_people - 1);
    }
    double variance(std::size_t i) const { return covariance(i, i); }

private:
    std::size_t m_size;
    std::size_t m_people = 0;
    std::vector<double> m_means;
    std::vector<double> m_products; // sums of products of deviations
};

}
