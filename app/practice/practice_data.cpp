#include "practice/practice_data.hpp"
#include "practice/commit_count.hpp"
#include "practice/device_rotation.hpp"
#include "practice/set_up.hpp"
#include "practice/staff.hpp"
#include "store/reserve.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace practice {

namespace {

std::filesystem::path key_file(const std::filesystem::path& folder) {
    return folder / "device.key";
}
std::filesystem::path database_file(const std::filesystem::path& folder) {
    return folder / "sameside.db";
}
std::filesystem::path count_file(const std::filesystem::path& folder) {
    return folder / "device.count";
}

core::Error earlier(std::string why) {
    return {core::ErrorCode::tampered, "sameside.db " + std::move(why) +
                                           "; if it was put back on purpose, `sameside accept-earlier-copy` goes on "
                                           "with it"};
}

core::Result<store::Store> open_store(const std::filesystem::path& folder, const vault::Device& device) {
    const auto open = [&] {
        return store::Database::open(database_file(folder), device.row_hash(), device.public_key());
    };
    auto database = open();
    const bool full = !database && database.error().code == core::ErrorCode::disk_full;
    if (full && store::give_back_reserve(database_file(folder))) database = open();
    if (!database) return core::pass(database.error());
    return store::Store(std::move(*database));
}

// From now on each commit is counted there.
core::Done count_commits(PracticeData& data, const std::filesystem::path& folder, EarlierCopy copy) {
    auto opened = CommitCount::open(count_file(folder), data.device);
    if (!opened) return core::pass(opened.error());
    auto count = std::make_shared<CommitCount>(std::move(*opened));
    const auto here = data.store.generation();
    // The first commit makes the tables of a new file, or gives an old one its MACs.
    if (copy == EarlierCopy::refused && !count->highest() && here > 1)
        return core::pass(earlier("has no count of its changes beside it (device.count)"));
    if (const auto highest = count->highest().value_or(here); highest > here) {
        if (copy == EarlierCopy::refused)
            return core::pass(
                earlier(fmt::format("is an earlier copy: {} later changes are not in it", highest - here)));
        data.commits_missing = highest - here;
    }
    count->put(std::max(here, count->highest().value_or(here)));
    data.store.after_commit([count](std::int64_t generation) { count->put(generation); });
    data.count = std::move(count);
    return {};
}

}

core::Result<PracticeData> open_practice(const std::filesystem::path& folder, EarlierCopy earlier) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        return core::fail(core::ErrorCode::not_found,
                          fmt::format("--data {}: there is no such folder", folder.string()));
    settle_set_up(folder);
    if (!std::filesystem::exists(key_file(folder), error) && !std::filesystem::exists(database_file(folder), error))
        return core::fail(
            core::ErrorCode::not_found,
            fmt::format("--data {}: no practice has been set up here; run `sameside setup`", folder.string()));
    auto device = vault::Device::open(key_file(folder));
    if (!device) return core::pass(device.error());
    auto opened = open_store(folder, *device);
    if (!opened) return core::pass(opened.error());
    auto practice = opened->practice();
    if (const auto next = vault::Device::open(next_key(key_file(folder)));
        next && !practice && practice.error().code == core::ErrorCode::tampered) {
        // A rotation of the key that was cut off: its rows may be under the key beside.
        opened = core::fail(core::ErrorCode::busy, "closed");
        opened = open_store(folder, *next);
        if (!opened) return core::pass(opened.error());
        practice = opened->practice();
    }
    if (!practice && practice.error().code == core::ErrorCode::tampered)
        return core::fail(core::ErrorCode::tampered,
                          "device.key does not belong to sameside.db, or the practice's row was changed");
    if (!practice) return core::pass(practice.error());
    auto right = settle_device_key(key_file(folder), std::move(*device), practice->device_public_key);
    if (!right) return core::pass(right.error());
    PracticeData data{std::move(*right), std::move(*opened), 0, {}};
    if (const auto done = count_commits(data, folder, earlier); !done) return core::pass(done.error());
    data.store.keep_reserve();
    return data;
}

core::Result<core::TherapistId> add_therapist(PracticeData& data, const NewTherapist& therapist,
                                              const vault::KdfCost& cost) {
    const auto pair = vault::new_key_pair();
    const auto name = new_staff_name(data, therapist.name);
    if (!name) return core::pass(name.error());
    store::TherapistRow row;
    row.uuid = vault::new_uuid();
    row.sealed_name = data.device.seal_value(*name, {"therapist-name", row.uuid});
    row.public_key.assign(pair.public_key.begin(), pair.public_key.end());
    auto wrapped = vault::wrap_secret_key(pair, therapist.passphrase.view(), row.uuid, cost);
    if (!wrapped) return core::pass(wrapped.error());
    row.wrapped_secret_key = std::move(*wrapped);
    return data.store.add_therapist(row);
}

core::Result<MadePractice> make_practice(const std::filesystem::path& folder, const NewPractice& practice,
                                         core::WallTime at) {
    std::error_code error;
    if (std::filesystem::exists(key_file(folder), error) || std::filesystem::exists(database_file(folder), error))
        return core::fail(core::ErrorCode::invalid_state,
                          fmt::format("{}: a practice is set up here already", folder.string()));
    auto device = vault::Device::create(key_file(folder));
    if (!device) return core::pass(device.error());
    auto database = store::Database::create(database_file(folder), device->row_hash());
    if (!database) return core::pass(database.error());
    MadePractice made{{std::move(*device), store::Store(std::move(*database)), 0, {}}, {}, {}};
    if (const auto done = count_commits(made.data, folder, EarlierCopy::refused); !done)
        return core::pass(done.error());
    const auto recovery = vault::new_key_pair();
    auto verifier =
        vault::make_verifier(practice.desk_pin.view(), made.data.device, practice.pin_cost, desk_pin_associated_data);
    if (!verifier) return core::pass(verifier.error());
    store::PracticeRow row;
    row.device_public_key.assign(made.data.device.public_key().begin(), made.data.device.public_key().end());
    row.desk_pin_verifier = std::move(*verifier);
    row.recovery_public_key.assign(recovery.public_key.begin(), recovery.public_key.end());
    row.created_at_ms = at.time_since_epoch().count();
    if (const auto done = made.data.store.set_practice(row); !done) return core::pass(done.error());
    for (const auto& therapist : practice.therapists) {
        const auto added = add_therapist(made.data, therapist, practice.passphrase_cost);
        if (!added) return core::pass(added.error());
    }
    made.recovery_words = vault::recovery_words(recovery.secret_key);
    made.recovery_fingerprint = fingerprint(row.recovery_public_key);
    return made;
}

std::string fingerprint(std::span<const std::uint8_t> public_key) {
    std::string text;
    for (std::size_t i = 0; i < 8 && i < public_key.size(); ++i)
        text += fmt::format("{}{:02X}", i > 0 && i % 2 == 0 ? " " : "", public_key[i]);
    return text;
}

vault::PublicKey public_key_of(std::span<const std::uint8_t> bytes) {
    vault::PublicKey key{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), key.size()), key.begin());
    return key;
}

}
