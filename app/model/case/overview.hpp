// What one visit's pictures show of both partners, taken from whatever forms the visit had. It points into the content,
// which outlives it. Nothing private is in it, and a partner without a sealed part has nothing in it.
#pragma once
#include "model/case/moves.hpp"
#include "model/scoring/map_position.hpp"
#include <array>

namespace model {

// Both partners on a form's map.
struct MapPoint {
    std::optional<MapPosition> position; // none: too few answers
    std::size_t answered = 0, items = 0; // of the two scales together
    std::optional<double> x, y;          // of each scale that could be scored, also where the other could not
};
struct OnMap {
    const Module* module = nullptr;
    const Scale* x = nullptr;
    const Scale* y = nullptr;
    OfBoth<std::optional<MapPoint>> points;
};

// Both partners' scores of a form's scales. A facet stands below its whole.
struct SideBySide {
    struct Row {
        const Scale* scale = nullptr;
        OfBoth<std::optional<Score>> scores;
    };
    const Module* module = nullptr;
    bool has_facets = false;
    std::vector<Row> rows;
};

// One direction of what was asked both ways: what comes from one partner to the other, as each of them sees it.
enum class Said { value, skipped, preferred_not, not_reached };
struct Pair {
    const Item* item = nullptr;
    struct Side {
        Said said = Said::not_reached;
        int value = 0;
    };
    OfBoth<std::optional<Side>> sides; // none for a partner without a sealed part
    std::optional<int> gap() const;    // none unless both answered
};
enum class PairOrder { by_gap, by_level };
struct Pairs {
    const Module* module = nullptr;
    Partner toward = Partner::a;          // to whom it comes
    const std::vector<Choice>* choices{}; // the same for all of them
    std::vector<Pair> pairs;
    std::size_t answered_by(Partner partner) const;
};
// Widest gap or highest level first, ties in the form's order; what only one of them or nobody answered comes last, in
// the form's order too.
void put_in_order(std::vector<Pair>& pairs, PairOrder order);

// The scores about one person whom a partner named: a profile, never one label.
struct Profile {
    const Module* module = nullptr;
    Partner partner = Partner::a;
    core::ItemId person;
    std::string name;
    struct Row {
        const Scale* scale = nullptr;
        Score score;
    };
    std::vector<Row> rows;
};

struct Overview {
    std::vector<OnMap> maps;
    std::vector<SideBySide> sides; // scales that are on no map, about nobody named and of no move
    std::vector<Moves> moves;
    std::vector<std::array<Pairs, 2>> both_ways; // toward a, toward b; by gap
    std::vector<Profile> profiles;               // a's, then b's
    bool empty() const;
};

// `visit` is an index into file.visits.
Overview overview_of(const Content& content, const CaseFile& file, std::size_t visit);

}
