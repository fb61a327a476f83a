// Those who work here, by name, and the keys that their passphrases open.
#pragma once
#include "practice/practice_data.hpp"
#include <vector>

namespace practice {

struct StaffMember {
    store::TherapistRow row;
    std::string name;
};

[[nodiscard]] core::Result<std::vector<StaffMember>> staff_of(PracticeData& data);
// Capitals and blanks make no difference. Empty: the one that there is. Fails with not_found, naming all.
[[nodiscard]] core::Result<StaffMember> staff_member(PracticeData& data, std::string_view name);
// The name as it will be kept: trimmed, in normal form. Fails with bad_config for one that is empty, longer than 60
// letters, has what a screen cannot show, or is somebody's who works here.
[[nodiscard]] core::Result<std::string> new_staff_name(PracticeData& data, std::string_view name);
[[nodiscard]] core::Result<std::string> usable_name(std::string_view name);

// Fails with wrong_secret, which is counted, or throttled.
[[nodiscard]] core::Result<vault::KeyPair> open_keys_of(PracticeData& data, const StaffMember& who,
                                                        const core::SecretText& passphrase, const store::Moment& now);
// The same keys under another passphrase.
[[nodiscard]] core::Done change_passphrase(PracticeData& data, const StaffMember& who, const vault::KeyPair& keys,
                                           const core::SecretText& passphrase, const vault::KdfCost& cost,
                                           core::WallTime at);
// The desk's; `by` has shown who they are.
[[nodiscard]] core::Done change_pin(PracticeData& data, const StaffMember& by, const core::SecretText& pin,
                                    const vault::KdfCost& cost, core::WallTime at);

struct Removed {
    int parts = 0; // that the successor reads now
    int left = 0;  // damaged: they stay as they are
    int notes = 0; // of the one who left, kept and read by nobody
};
// `opener`: the leaving one's keys, or the recovery kit's. All that they could read as its owner is read by `to` from
// now on; their own notes are not. Fails with invalid_state when both are the same.
[[nodiscard]] core::Result<Removed> remove_staff_member(PracticeData& data, const StaffMember& leaving,
                                                        const StaffMember& to, const vault::KeyPair& opener,
                                                        core::WallTime at);

}
