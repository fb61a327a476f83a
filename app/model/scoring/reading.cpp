#include "model/scoring/reading.hpp"

namespace model {

namespace {

bool lies_there(const Cut& cut, double score) {
    if (cut.bound == Bound::inclusive && score == cut.at) return true;
    return cut.side == Side::above ? score > cut.at : score < cut.at;
}

}

std::optional<Reached> reached(const Cut& cut, const Score& score) {
    if (!score.value) return std::nullopt;
    if (score.band && lies_there(cut, score.band->low) != lies_there(cut, score.band->high)) return Reached::either;
    return lies_there(cut, *score.value) ? Reached::yes : Reached::no;
}

double standard_score(const Norm& norm, double score) {
    return (score - norm.mean) / norm.standard_deviation;
}

}
