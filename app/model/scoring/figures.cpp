#include "model/scoring/figures.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace model {

namespace {

// The pair at this place when they are put in order.
int days_at(const std::map<int, std::size_t>& days, std::size_t place) {
    for (const auto& [apart, pairs] : days) {
        if (place < pairs) return apart;
        place -= pairs;
    }
    return 0;
}

RetestFigures retest_figures(const ScaleSums& sums) {
    const auto people = sums.again().people();
    const auto& days = sums.days();
    return {.people = people,
            .icc = retest_of(sums.again()),
            .median_days = (days_at(days, (people - 1) / 2) + days_at(days, people / 2)) / 2.0,
            .least_days = days.begin()->first,
            .most_days = days.rbegin()->first};
}

}

void ScaleSums::add_again(double first, double second, int days_between) {
    const double both[] = {first, second};
    m_again.add(both);
    ++m_days[days_between];
}

ScaleFigures figures_of(const ScaleSums& sums) {
    ScaleFigures figures;
    if (const auto& scores = sums.scores(); scores.people() >= least_people)
        figures.scores = {scores.people(), scores.mean(0), std::sqrt(scores.variance(0))};
    if (const auto& items = sums.items(); items.people() >= least_people)
        figures.items = {items.people(), omega_of(items), alpha_of(items), item_rest_of(items)};
    if (sums.again().people() >= least_people) figures.again = retest_figures(sums);
    return figures;
}

std::vector<bool> may_be_told(std::size_t whole, const std::vector<std::size_t>& parts) {
    std::vector<bool> told;
    for (const auto part : parts)
        told.push_back(part >= least_people);
    for (;;) {
        std::size_t left = whole;
        std::optional<std::size_t> smallest;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!told[i]) continue;
            left -= parts[i];
            if (!smallest || parts[i] < parts[*smallest]) smallest = i;
        }
        if (left == 0 || left >= least_people || !smallest) return told;
        told[*smallest] = false;
    }
}

std::optional<OwnError> own_error(const ScaleFigures& figures) {
    if (!figures.scores || figures.scores->deviation <= 0) return std::nullopt;
    const auto usable = [](const std::optional<Estimate>& estimate) {
        return estimate && estimate->value > 0 && estimate->value < 1;
    };
    if (figures.again && usable(figures.again->icc))
        return OwnError{figures.scores->deviation, figures.again->icc->value, true};
    if (figures.items && usable(figures.items->alpha))
        return OwnError{figures.scores->deviation, figures.items->alpha->value, false};
    return std::nullopt;
}

}
