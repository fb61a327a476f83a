// The figures of one scale over many people: how they scored, how well its items belong together, how alike they scored
// again. What is told of fewer than thirty is nothing: not even how many they are.
#pragma once
#include "model/scoring/reliability.hpp"
#include <cstdint>
#include <map>

namespace model {

inline constexpr std::size_t least_people = 30;

// Adds people up, one after the other; nobody's own answers are kept. Scores are in the unit of the scale.
class ScaleSums {
public:
    explicit ScaleSums(std::size_t items) : m_items(items) {}

    void add_score(double score) { m_scores.add({&score, 1}); }
    void add_items(std::span<const double> counted) { m_items.add(counted); } // of somebody who answered them all
    void add_again(double first, double second, int days_between);

    const Covariances& scores() const { return m_scores; }
    const Covariances& items() const { return m_items; }
    const Covariances& again() const { return m_again; }
    const std::map<int, std::size_t>& days() const { return m_days; } // how many pairs lay so many days apart

private:
    Covariances m_scores{1};
    Covariances m_items;
    Covariances m_again{2};
    std::map<int, std::size_t> m_days;
};

struct ScoreFigures {
    std::size_t people = 0;
    double mean = 0, deviation = 0;
};
struct ItemFigures { // of those who answered every item
    std::size_t people = 0;
    std::optional<Estimate> omega, alpha;
    std::vector<std::optional<double>> item_rest; // in the order of the keys
};
struct RetestFigures {
    std::size_t people = 0;
    std::optional<Estimate> icc; // ICC(2,1)
    double median_days = 0;
    int least_days = 0, most_days = 0;
};
struct ScaleFigures { // each none below least_people
    std::optional<ScoreFigures> scores;
    std::optional<ItemFigures> items;
    std::optional<RetestFigures> again;
};
ScaleFigures figures_of(const ScaleSums& sums);

// Of the parts of a whole (the people who answered in one language, say): which may be told beside the whole without
// telling of few by what is left. A part needs thirty, and so do all those together who are in no part that is told,
// unless there are none. `parts` and the answer stand in the same order.
std::vector<bool> may_be_told(std::size_t whole, const std::vector<std::size_t>& parts);

// What a form says of its own error, in the words of a module file: the standard deviation, and the reliability of
// people who were asked again or, without them, of the items. Nothing where none of these lies between 0 and 1.
struct OwnError {
    double deviation = 0;
    double reliability = 0;
    bool by_retest = false; // else by alpha
};
std::optional<OwnError> own_error(const ScaleFigures& figures);

}
