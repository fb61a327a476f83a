#include "model/scoring/reliability.hpp"
#include "model/scoring/one_factor.hpp"
#include <algorithm>
#include <boost/math/distributions/fisher_f.hpp>
#include <cmath>

namespace model {

namespace {

constexpr double upper_normal = 1.959963984540054; // the normal distribution's 0.975 quantile

double f_quantile(double share, double over, double under) {
    return boost::math::quantile(boost::math::fisher_f(over, under), share);
}

// Of the sum of all items.
double total_variance(const Covariances& items) {
    double sum = 0;
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = 0; j < items.size(); ++j)
            sum += items.covariance(i, j);
    return sum;
}

}

std::optional<Estimate> alpha_of(const Covariances& items) {
    if (items.size() < 2 || items.people() < 2) return std::nullopt;
    const double whole = total_variance(items);
    if (whole <= 0) return std::nullopt;
    double own = 0;
    for (std::size_t i = 0; i < items.size(); ++i)
        own += items.variance(i);
    const auto size = static_cast<double>(items.size());
    const auto people = static_cast<double>(items.people());
    const double error = 1 - size / (size - 1) * (1 - own / whole);
    const double over = people - 1, under = (people - 1) * (size - 1);
    return Estimate{1 - error, 1 - error * f_quantile(0.975, over, under), 1 - error * f_quantile(0.025, over, under)};
}

std::optional<Estimate> omega_of(const Covariances& items) {
    if (items.people() < 2) return std::nullopt;
    const auto fit = one_factor(items);
    if (!fit) return std::nullopt;
    const double reach = upper_normal * std::sqrt(fit->variance) / (1 - fit->omega);
    return Estimate{fit->omega, 1 - (1 - fit->omega) * std::exp(reach), 1 - (1 - fit->omega) * std::exp(-reach)};
}

std::vector<std::optional<double>> item_rest_of(const Covariances& items) {
    std::vector<std::optional<double>> correlations(items.size());
    if (items.people() < 2) return correlations;
    const double whole = total_variance(items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        double with_all = 0;
        for (std::size_t j = 0; j < items.size(); ++j)
            with_all += items.covariance(i, j);
        const double own = items.variance(i), rest = whole - 2 * with_all + own;
        if (own > 0 && rest > 1e-12 * whole) correlations[i] = (with_all - own) / std::sqrt(own * rest);
    }
    return correlations;
}

// With two times the mean squares of the analysis of variance are sums and differences of variances. The interval's
// bounds are those that Shrout and Fleiss give for ICC(2,1), which psych::ICC computes as well.
std::optional<Estimate> retest_of(const Covariances& scores) {
    if (scores.people() < 2) return std::nullopt;
    constexpr double times = 2;
    const auto people = static_cast<double>(scores.people());
    const double spread = (scores.variance(0) + scores.variance(1)) / 2, common = scores.covariance(0, 1);
    const double shift = scores.mean(1) - scores.mean(0);
    const double between = spread + common; // mean square of people
    const double error = spread - common;   // residual
    const double of_times = people * shift * shift / 2;
    const double whole = between + (times - 1) * error + times * (of_times - error) / people;
    if (between <= 0 || whole <= 0) return std::nullopt;
    const double icc = (between - error) / whole;
    if (error <= 0) return Estimate{icc, icc, icc};
    const double f = of_times / error;
    const double along = times * icc * f + people * (1 + (times - 1) * icc) - times * icc;
    const double degrees = (times - 1) * (people - 1) * along * along /
                           ((people - 1) * times * times * icc * icc * f * f +
                            std::pow(people * (1 + (times - 1) * icc) - times * icc, 2));
    const double upper = f_quantile(0.975, people - 1, degrees), lower = f_quantile(0.975, degrees, people - 1);
    const double rest = times * people - times - people;
    const double low =
        people * (between - upper * error) / (upper * (times * of_times + rest * error) + people * between);
    const double high =
        people * (lower * between - error) / (times * of_times + rest * error + people * lower * between);
    return Estimate{icc, low, high};
}

}
