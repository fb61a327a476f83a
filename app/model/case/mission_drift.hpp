// How each sentence that a couple agreed on fared over their visits: kept, changed, or gone.
#pragma once
#include "model/case/records.hpp"

namespace model {

enum class Drift { kept, changed, added, gone };
struct DriftedSentence {
    Drift drift = Drift::kept;  // since the agreed statement before the last one; a gone one stays in the list
    Sentence sentence;          // in the words agreed last
    core::WallTime since;       // when it was agreed first, in whatever words
    core::WallTime last;        // when its words were changed last, or it was left out; `since` where neither happened
    std::size_t statements = 1; // how many agreed statements it has stood in
};
struct MissionDrift {
    core::WallTime before, at;              // when the last two statements were agreed
    std::vector<DriftedSentence> sentences; // those that stand, in their order; then those gone, the latest first
};

// The newest statement agreed at this visit or before it; null where there is none.
const AgreedVersion* agreed_last(const CaseFile& file, std::size_t visit = 0);
// What can be read back of it: at most most_read_back sentences, none longer than longest_read_back bytes, for each
// stands as a question of its own.
inline constexpr std::size_t longest_read_back = 240;
std::vector<std::string> sentences_to_read_back(const CaseFile& file);

// By the last statement agreed at each visit; nothing with fewer than two. Visits newer than `latest`, an index into
// file.visits, are left out. Which sentence became which is what difference() says of two statements.
std::optional<MissionDrift> mission_drift(const CaseFile& file, std::size_t latest = 0);

}
