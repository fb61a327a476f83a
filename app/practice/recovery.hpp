// The recovery kit used: a therapist whose passphrase is forgotten reads everything again, and the practice has a new
// kit. The new kit is on the disk before anything of the practice changes, and then all changes at once: whoever is cut
// off in between has the former kit, which still is the right one.
#pragma once
#include "practice/kit.hpp"
#include "practice/staff.hpp"

namespace practice {

struct Recovered {
    int parts = 0, notes = 0; // of the therapist, who reads them again
    int left = 0;             // damaged: only the former kit could have opened them
    std::string fingerprint;  // of the new kit
};

// A kit's words must have been opened by open_kit(). The therapist gets new keys: what was read with the former ones
// opens for these alone.
[[nodiscard]] core::Result<Recovered> recover(PracticeData& data, const vault::KeyPair& kit, const StaffMember& who,
                                              const core::SecretText& passphrase, const vault::KdfCost& cost,
                                              const KitPlan& new_kit, core::WallTime at);
// For a kit that was lost, seen or copied. The former one opens nothing afterwards.
[[nodiscard]] core::Result<Recovered> make_new_kit(PracticeData& data, const vault::KeyPair& kit,
                                                   const KitPlan& new_kit, core::WallTime at);

}
