// What the forms after a session say of a couple, for their therapist alone: whether the two rate it apart, and whether
// one of them rates it lower each time. Nothing of it stands on any page that the couple is shown.
#pragma once
#include "model/case/records.hpp"
#include "model/scoring/change.hpp"

namespace model {

// The two of them about one session, over the items that both answered: `first` is a's score, `second` b's. What a day
// moves a score by counts for each of the two.
struct SessionSplit {
    core::WallTime at;
    Change between;
};
// One partner's latest three sessions that gave a score.
struct SessionFall {
    core::WallTime from, to;
    Change change; // from the first of the three to the last, by the items answered both times
};
struct SessionReport {
    ScoreRange range;                         // of every score in it
    std::optional<SessionSplit> split;        // of the latest session that both rated, where it stands out from noise
    OfBoth<std::optional<SessionFall>> falls; // each lower than the one before, and the whole fall out of the noise
};

// By the scales of forms that say `after_session`; of several the first one that tells something. Visits newer than
// `latest`, an index into file.visits, are left out.
SessionReport session_report(const Content& content, const CaseFile& file, std::size_t latest = 0);
SessionSigns signs_of(const SessionReport& report);

}
