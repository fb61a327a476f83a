// How a couple goes round, as each of the two sees it: what a partner says of themselves beside what the other says of
// them. Made of any two scales of a form that count the same two_way items, one from me and one toward me.
#pragma once
#include "model/case/records.hpp"
#include "model/scoring/scoring.hpp"

namespace model {

// Who makes a move more, in the eyes of one of them.
enum class MoreOf { a, b, neither }; // neither: no difference that stands out from noise

struct Move {
    const Scale* own = nullptr;              // of oneself; its title names the move
    const Scale* seen = nullptr;             // of the other
    OfBoth<OfBoth<std::optional<Score>>> of; // by whom it is about, then by who says it; none: no sealed part
    OfBoth<std::optional<MoreOf>> more;      // by who says it; none: not scored both ways
};
struct Moves {
    const Module* module = nullptr;
    std::vector<Move> moves; // in the order of the form's scales from me
};

// The scale that asks the same of the other partner, where `scale` is about oneself; null where there is none.
const Scale* seen_by_other(const Module& module, const Scale& scale);
// Whether the scale is one of such a pair.
bool is_of_moves(const Module& module, const Scale& scale);

// Nothing for a form without such scales. Private scales are left out. A difference stands out where it is more than
// 1.96 * sqrt(SE1^2 + SE2^2): both scores are one person's, of one day. Of a score whose error is not known none does.
std::optional<Moves> moves_of(const Module& module, const OfBoth<std::optional<Answers>>& answers);

}
