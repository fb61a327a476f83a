// What the effects of all people share: the practice's data, the world, the keys that are open, and what each of them
// may ask of these. The desk has a DeskBook instead.
#pragma once
#include "model/visit/state.hpp"
#include "practice/kept_forms.hpp"
#include "practice/open_keys.hpp"
#include "practice/practice_data.hpp"
#include "practice/world.hpp"

namespace practice {

struct EffectContext {
    EffectContext(PracticeData data, World world);
    EffectContext(const EffectContext&) = delete; // its forms refer to its data
    EffectContext& operator=(const EffectContext&) = delete;

    // An entry in the audit log, by whoever is unlocked.
    core::Done append_audit(std::string_view what, std::string_view about = {});
    core::Result<model::Sitting> sitting_of(core::SittingId id);
    // Whose names were given by themselves: they have begun a part, at this visit or before.
    core::Result<model::OfBoth<bool>> own_names(core::CaseId id);
    core::Result<std::vector<model::TherapistName>> therapist_names();
    core::Result<store::TherapistRow> therapist(core::TherapistId id);
    // Wrong tries: whether the next one has to wait, and one more.
    std::optional<model::Refusal> paused(const std::string& subject);
    model::Refusal wrong(const std::string& subject);
    // Wrong tries that whoever comes back is told of. A single one of the last minute was most likely their own slip.
    int tries_to_tell(const std::string& subject);
    // One try before the pause is over, to whoever the desk or the therapist knows. Nothing was wrong: nothing to do.
    core::Done allow_try(const std::string& subject);
    // Each wrong entry code was a guess at every one that is open. After fifty of them since it was used last, one
    // opens nothing until the desk opens its sitting: a guesser meets it with one chance in two hundred, and nobody who
    // has the right one is ever made to wait for another's mistakes.
    model::Refusal wrong_entry_code();
    bool entry_code_closed(core::SittingId id);
    core::Done reopen_entry_code(core::SittingId id);
    // Its last part is sealed, or closed by the desk.
    core::Done finish_if_done(core::SittingId id);
    // Who reads what is answered in it: its therapist first, then those with whom the case is shared.
    core::Result<std::vector<std::string>> reader_names(const store::SittingRow& sitting);
    core::WallTime wall() const { return world.now().wall; }
    store::Moment moment() const;
    // The couple's keys are wiped; what they wrote and the disk refused is held, sealed.
    void forget_part_keys();

    PracticeData data;
    World world;
    KeptForms forms{data.store, world};
    OpenKeys keys;
    Unsaved unsaved;

private:
    core::Done count_failure(const std::string& subject);
};

// What wrong tries are counted under.
std::string part_subject(core::PartId id);

}
