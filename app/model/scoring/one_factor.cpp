#include "model/scoring/one_factor.hpp"
#include <algorithm>
#include <cmath>
#include <functional>

namespace model {

namespace {

constexpr double most_common = 0.995; // of an item's variance; psych::fa stops there too
constexpr int most_rounds = 20'000;
constexpr double settled = 1e-13;

class Square {
public:
    explicit Square(std::size_t size) : m_size(size), m_values(size * size) {}
    double& operator()(std::size_t i, std::size_t j) { return m_values[i * m_size + j]; }
    double operator()(std::size_t i, std::size_t j) const { return m_values[i * m_size + j]; }
    std::size_t size() const { return m_size; }

private:
    std::size_t m_size;
    std::vector<double> m_values;
};

std::optional<Square> correlations_of(const Covariances& items) {
    Square correlations(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = 0; j < items.size(); ++j) {
            const double scale = items.variance(i) * items.variance(j);
            if (scale <= 0) return std::nullopt;
            correlations(i, j) = items.covariance(i, j) / std::sqrt(scale);
        }
    return correlations;
}

// Sum over j other than i.
double over_others(std::size_t i, std::size_t size, const std::function<double(std::size_t)>& term) {
    double sum = 0;
    for (std::size_t j = 0; j < size; ++j)
        if (j != i) sum += term(j);
    return sum;
}

// Each loading in turn where the residuals are least, the others standing still, until none moves. It begins at the
// centroid.
std::optional<std::vector<double>> loadings_of(const Square& correlations) {
    const auto size = correlations.size();
    std::vector<double> loadings(size);
    double all = 0;
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            all += correlations(i, j);
    if (all <= 0) return std::nullopt;
    for (std::size_t i = 0; i < size; ++i)
        loadings[i] = (1 + over_others(i, size, [&](std::size_t j) { return correlations(i, j); })) / std::sqrt(all);
    const double most = std::sqrt(most_common);
    for (int round = 0; round < most_rounds; ++round) {
        double moved = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const double squares = over_others(i, size, [&](std::size_t j) { return loadings[j] * loadings[j]; });
            if (squares <= 0) return std::nullopt;
            const double best =
                over_others(i, size, [&](std::size_t j) { return correlations(i, j) * loadings[j]; }) / squares;
            const double next = std::clamp(best, -most, most);
            moved = std::max(moved, std::abs(next - loadings[i]));
            loadings[i] = next;
        }
        if (moved > settled) continue;
        const bool at_bound = std::ranges::any_of(loadings, [&](double one) { return std::abs(one) >= most; });
        return at_bound ? std::nullopt : std::optional(loadings);
    }
    return std::nullopt;
}

// Gauss, with the largest pivot of each column. Nothing where there is no single solution.
std::optional<std::vector<double>> solved(Square matrix, std::vector<double> right) {
    const auto size = matrix.size();
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < size; ++row)
            if (std::abs(matrix(row, column)) > std::abs(matrix(pivot, column))) pivot = row;
        if (std::abs(matrix(pivot, column)) < 1e-12) return std::nullopt;
        std::swap(right[pivot], right[column]);
        for (std::size_t j = column; j < size; ++j)
            std::swap(matrix(pivot, j), matrix(column, j));
        for (std::size_t row = column + 1; row < size; ++row) {
            const double times = matrix(row, column) / matrix(column, column);
            right[row] -= times * right[column];
            for (std::size_t j = column; j < size; ++j)
                matrix(row, j) -= times * matrix(column, j);
        }
    }
    for (std::size_t row = size; row-- > 0;) {
        for (std::size_t j = row + 1; j < size; ++j)
            right[row] -= matrix(row, j) * right[j];
        right[row] /= matrix(row, row);
    }
    return right;
}

// What omega changes by, for each covariance. The loadings follow the correlations as the condition for least residuals
// says, sum over j of (l_i l_j - r_ij) l_j = 0.
std::optional<Square> slopes_of(const Covariances& items, const Square& correlations,
                                const std::vector<double>& loadings, double common, double own) {
    const auto size = items.size();
    const double whole = common * common + own;
    std::vector<double> by_loading(size);
    Square curvature(size);
    for (std::size_t i = 0; i < size; ++i) {
        const double variance = items.variance(i);
        by_loading[i] = 2 * common * (own * std::sqrt(variance) + common * variance * loadings[i]) / (whole * whole);
        for (std::size_t j = 0; j < size; ++j)
            curvature(i, j) =
                i == j ? over_others(i, size, [&](std::size_t other) { return loadings[other] * loadings[other]; })
                       : 2 * loadings[i] * loadings[j] - correlations(i, j);
    }
    const auto follows = solved(std::move(curvature), std::move(by_loading));
    if (!follows) return std::nullopt;
    const auto by_correlation = [&](std::size_t i, std::size_t j) {
        return (*follows)[i] * loadings[j] + (*follows)[j] * loadings[i];
    };
    Square slopes(size);
    for (std::size_t i = 0; i < size; ++i) {
        const double variance = items.variance(i);
        const double straight = common *
                                (own * loadings[i] / std::sqrt(variance) - common * (1 - loadings[i] * loadings[i])) /
                                (whole * whole);
        slopes(i, i) = straight - over_others(i, size, [&](std::size_t j) {
                                      return by_correlation(i, j) * correlations(i, j);
                                  }) / (2 * variance);
        for (std::size_t j = 0; j < size; ++j)
            if (j != i) slopes(i, j) = by_correlation(i, j) / (2 * std::sqrt(variance * items.variance(j)));
    }
    return slopes;
}

// Twice the trace of G S G S, over n - 1, for covariances S of normal numbers and slopes G.
double variance_of(const Covariances& items, const Square& slopes) {
    const auto size = items.size();
    Square turned(size);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            for (std::size_t k = 0; k < size; ++k)
                turned(i, j) += slopes(i, k) * items.covariance(k, j);
    double trace = 0;
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            trace += turned(i, j) * turned(j, i);
    return 2 * trace / static_cast<double>(items.people() - 1);
}

}

std::optional<OneFactor> one_factor(const Covariances& items) {
    if (items.size() < 3) return std::nullopt;
    const auto correlations = correlations_of(items);
    if (!correlations) return std::nullopt;
    auto loadings = loadings_of(*correlations);
    if (!loadings) return std::nullopt;
    double common = 0, own = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        common += (*loadings)[i] * std::sqrt(items.variance(i));
        own += items.variance(i) * (1 - (*loadings)[i] * (*loadings)[i]);
    }
    const auto slopes = slopes_of(items, *correlations, *loadings, common, own);
    if (!slopes) return std::nullopt;
    OneFactor fit{.loadings = std::move(*loadings), .omega = common * common / (common * common + own)};
    fit.variance = variance_of(items, *slopes);
    return fit;
}

}
