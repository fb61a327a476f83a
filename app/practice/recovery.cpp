#include "practice/recovery.hpp"
#include "practice/audit.hpp"
#include "practice/reseal.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace {

struct NewKeys {
    store::TherapistRow row; // with the new public key and wrapping
    vault::PublicKey key;
};

core::Result<Recovered> renew(PracticeData& data, const vault::KeyPair& kit, const std::optional<NewKeys>& who,
                              const KitPlan& new_kit, core::WallTime at) {
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(new_kit.file, error)))
        return core::fail(core::ErrorCode::invalid_state,
                          new_kit.file.string() + ": something is there already; the new kit needs a name of its own");
    auto practice = data.store.practice();
    if (!practice) return core::pass(practice.error());
    const auto pair = vault::new_key_pair();
    Recovered recovered;
    recovered.fingerprint = fingerprint(pair.public_key);
    const auto done = data.store.at_once([&]() -> core::Done {
        NewReaders readers{.opener = kit, .of = {}, .recovery_key = pair.public_key};
        if (who) {
            readers.of = who->row.id;
            readers.key = who->key;
        }
        const auto resealed = reseal(data, readers);
        if (!resealed) return core::pass(resealed.error());
        recovered.parts = static_cast<int>(resealed->parts.size());
        recovered.notes = resealed->notes;
        recovered.left = resealed->left;
        practice->recovery_public_key.assign(pair.public_key.begin(), pair.public_key.end());
        if (auto set = data.store.set_practice(*practice); !set) return set;
        if (who) {
            const auto& row = who->row;
            const auto subject = fmt::format("therapist:{}", row.id.value);
            if (auto set = data.store.set_therapist_keys(row.id, row.public_key, row.wrapped_secret_key); !set)
                return set;
            if (auto cleared = data.store.clear_failures(subject); !cleared) return cleared;
            if (auto noted = audit::append(data, at, "recovery", "passphrase-recovered", subject); !noted) return noted;
        }
        if (auto noted = audit::append(data, at, "recovery", "kit-renewed"); !noted) return noted;
        // Last before the commit: a kit that is not on the disk must not be the one that is needed.
        return write_kit(new_kit, pair, at);
    });
    if (!done) {
        // What failed left the former kit in force; the page of the new one would be believed in.
        const auto now = data.store.practice();
        if (now && !std::ranges::equal(now->recovery_public_key, pair.public_key)) {
            std::filesystem::remove(new_kit.file, error);
        }
        return core::pass(done.error());
    }
    // Slots for the former kit and the lost key are overwritten now, or when the file is next written anew.
    (void)data.store.forget_former_keys();
    return recovered;
}

}

core::Result<Recovered> recover(PracticeData& data, const vault::KeyPair& kit, const StaffMember& who,
                                const core::SecretText& passphrase, const vault::KdfCost& cost, const KitPlan& new_kit,
                                core::WallTime at) {
    const auto pair = vault::new_key_pair();
    auto wrapped = vault::wrap_secret_key(pair, passphrase.view(), who.row.uuid, cost);
    if (!wrapped) return core::pass(wrapped.error());
    NewKeys keys{.row = who.row, .key = pair.public_key};
    keys.row.public_key.assign(pair.public_key.begin(), pair.public_key.end());
    keys.row.wrapped_secret_key = std::move(*wrapped);
    return renew(data, kit, keys, new_kit, at);
}

core::Result<Recovered> make_new_kit(PracticeData& data, const vault::KeyPair& kit, const KitPlan& new_kit,
                                     core::WallTime at) {
    return renew(data, kit, std::nullopt, new_kit, at);
}

}
