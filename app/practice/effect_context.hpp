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
    core::Result<std::vector<model::TherapistName>> therapist_names();
    core::Result<store::TherapistRow> therapist(core::TherapistId id);
    // Wrong tries: whether the next one has to wait, and one more.
    std::optional<model::Refusal> paused(const std::string& subject);
    model::Refusal wrong(const std::string& subject);
    core::WallTime wall() const { return world.now().wall; }

    PracticeData data;
    World world;
    KeptForms forms{data.store, world};
    OpenKeys keys;
    core::SteadyTime started;
};

}
