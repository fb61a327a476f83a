// How a score went over the visits of a couple, made of the same items at every visit. Private scales have no trend.
#pragma once
#include "model/case/overview.hpp"
#include "model/scoring/change.hpp"

namespace model {

struct TrendPoint {
    std::size_t visit = 0; // an index into Trend::visits
    double value = 0;
    std::optional<Band> band;
    std::size_t answered = 0;
};
struct TrendLine {
    std::vector<TrendPoint> points;    // oldest first; a visit that gave no score has none
    std::optional<Change> change;      // from the first to the latest of them, by the items answered both times
    std::optional<std::string> person; // whom the score is about
};
struct Trend {
    struct Visit {
        std::size_t index = 0; // into CaseFile::visits
        core::WallTime date;
    };
    const Module* module = nullptr; // of the latest visit among them; both point into the content
    const Scale* scale = nullptr;
    ScoreRange range;
    std::vector<core::ItemId> items; // asked by every form in it
    std::vector<Visit> visits;       // oldest first; those where somebody was scored
    OfBoth<TrendLine> lines;
};

// One for each scale in which somebody was scored twice, in the order of the forms, newest visit first. Visits newer
// than `latest`, an index into file.visits, are left out.
std::vector<Trend> trends_of(const Content& content, const CaseFile& file, std::size_t latest = 0);

// The one score that stands for a case in a list: the first that is a whole with facets, else the first of all, and
// none about a session. Without points where nothing was scored twice.
Glance glance_of(const Content& content, const CaseFile& file);

}
