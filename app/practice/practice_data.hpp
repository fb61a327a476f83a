// The data folder of one practice: the device's key and the database, opened or made together.
#pragma once
#include "store/store.hpp"
#include "vault/reader.hpp"
#include <filesystem>
#include <memory>

namespace practice {

class CommitCount;

// There is one desk, so its PIN belongs to no row.
inline constexpr vault::ValueAssociatedData desk_pin_associated_data{"desk-pin", {}};

struct PracticeData {
    vault::Device device;
    store::Store store;
    std::int64_t commits_missing = 0; // of an earlier copy that was accepted
    std::shared_ptr<CommitCount> count;
};

struct NewTherapist {
    std::string name;
    core::SecretText passphrase;
};

struct NewPractice {
    core::SecretText desk_pin;
    std::vector<NewTherapist> therapists;
    vault::KdfCost passphrase_cost = vault::passphrase_cost();
    vault::KdfCost pin_cost = vault::code_cost();
};

struct MadePractice {
    PracticeData data;
    std::string recovery_words; // shown once, on the recovery kit, and kept nowhere
    std::string recovery_fingerprint;
};

// How an opening takes a database that is older than the commits that were counted beside it (see commit_count.hpp).
enum class EarlierCopy { refused, accepted };

// Fails with tampered when the database is an earlier copy of itself, or was not written with this device's key.
// Fails with not_found (no practice there: `sameside setup` makes one), or as Device::open and Database::open do.
[[nodiscard]] core::Result<PracticeData> open_practice(const std::filesystem::path& folder,
                                                       EarlierCopy earlier = EarlierCopy::refused);

// Makes device.key and sameside.db in an existing folder; never over existing ones (invalid_state).
[[nodiscard]] core::Result<MadePractice> make_practice(const std::filesystem::path& folder, const NewPractice& practice,
                                                       core::WallTime at);
// Fails as new_staff_name() does.
[[nodiscard]] core::Result<core::TherapistId> add_therapist(PracticeData& data, const NewTherapist& therapist,
                                                            const vault::KdfCost& cost);

// Four groups of four letters and digits of a public key, for comparing a kit with its kiosk.
std::string fingerprint(std::span<const std::uint8_t> public_key);
vault::PublicKey public_key_of(std::span<const std::uint8_t> bytes);

}
