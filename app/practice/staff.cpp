#include "practice/staff.hpp"
#include "core/letters.hpp"
#include "core/normal_form.hpp"
#include "core/utf8.hpp"
#include "practice/audit.hpp"
#include "practice/reseal.hpp"
#include "practice/row_values.hpp"
#include "practice/tries.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace {

std::string words_for(const store::TherapistRow& row) {
    return fmt::format("therapist:{}", row.id.value);
}

std::string all_names(const std::vector<StaffMember>& staff) {
    std::string names;
    for (const auto& one : staff)
        names += (names.empty() ? "" : ", ") + one.name;
    return names;
}

}

core::Result<std::vector<StaffMember>> staff_of(PracticeData& data) {
    auto rows = data.store.therapists();
    if (!rows) return core::pass(rows.error());
    std::vector<StaffMember> staff;
    for (auto& row : *rows) {
        auto name = therapist_name(data.device, row);
        if (!name) return core::pass(name.error());
        staff.push_back({std::move(row), std::move(*name)});
    }
    return staff;
}

core::Result<StaffMember> staff_member(PracticeData& data, std::string_view name) {
    auto staff = staff_of(data);
    if (!staff) return core::pass(staff.error());
    if (name.empty() && staff->size() == 1) return std::move(staff->front());
    const auto wanted = core::folded(core::tidied(name));
    for (auto& one : *staff)
        if (!name.empty() && core::folded(one.name) == wanted) return std::move(one);
    return core::fail(core::ErrorCode::not_found,
                      fmt::format("therapist: one of these is needed: {}", all_names(*staff)));
}

core::Result<std::string> usable_name(std::string_view name) {
    constexpr std::size_t most_letters = 60;
    const auto refuse = [](std::string why) { return core::fail(core::ErrorCode::bad_config, "name: " + why); };
    auto trimmed = core::tidied(name);
    if (trimmed.empty()) return refuse("a therapist needs one");
    if (core::utf8::length(trimmed) > most_letters) return refuse(fmt::format("at most {} letters", most_letters));
    std::size_t place = 0;
    for (std::size_t at = 0; at < trimmed.size();) {
        const auto letter = core::utf8::next(trimmed, at);
        ++place;
        if (letter.broken || !core::can_be_shown(letter.code))
            return refuse(fmt::format("its character {} cannot be shown on the kiosk", place));
    }
    return trimmed;
}

core::Result<std::string> new_staff_name(PracticeData& data, std::string_view name) {
    auto usable = usable_name(name);
    if (!usable) return usable;
    const auto staff = staff_of(data);
    if (!staff) return core::pass(staff.error());
    for (const auto& one : *staff)
        if (core::folded(one.name) == core::folded(*usable))
            return core::fail(
                core::ErrorCode::bad_config,
                fmt::format("name: {} works here already; add something that tells them apart", one.name));
    return usable;
}

core::Result<vault::KeyPair> open_keys_of(PracticeData& data, const StaffMember& who,
                                          const core::SecretText& passphrase, const store::Moment& now) {
    const auto subject = words_for(who.row);
    if (const auto pause = pause_before(data, subject, now))
        return core::fail(core::ErrorCode::throttled,
                          fmt::format("wrong passphrases; the next try is in {} s",
                                      std::chrono::ceil<std::chrono::seconds>(pause->left).count()));
    auto keys = vault::unwrap_secret_key(who.row.wrapped_secret_key, public_key_of(who.row.public_key),
                                         passphrase.view(), who.row.uuid);
    if (!keys && keys.error().code == core::ErrorCode::wrong_secret) {
        if (const auto counted = count_wrong(data, subject, now); !counted) return core::pass(counted.error());
        return core::fail(core::ErrorCode::wrong_secret, fmt::format("the passphrase of {} does not match", who.name));
    }
    if (keys) (void)data.store.clear_failures(subject); // a count that stays only makes the next wrong try wait longer
    return keys;
}

core::Done change_passphrase(PracticeData& data, const StaffMember& who, const vault::KeyPair& keys,
                             const core::SecretText& passphrase, const vault::KdfCost& cost, core::WallTime at) {
    const auto wrapped = vault::wrap_secret_key(keys, passphrase.view(), who.row.uuid, cost);
    if (!wrapped) return core::pass(wrapped.error());
    const auto done = data.store.at_once([&]() -> core::Done {
        if (auto set = data.store.set_therapist_keys(who.row.id, keys.public_key, *wrapped); !set) return set;
        return audit::append(data, at, words_for(who.row), "passphrase-changed", words_for(who.row));
    });
    // The former wrapping opens with the former passphrase: it may be known, which is why it was changed.
    if (done) (void)data.store.forget_former_keys();
    return done;
}

core::Done change_pin(PracticeData& data, const StaffMember& by, const core::SecretText& pin,
                      const vault::KdfCost& cost, core::WallTime at) {
    auto verifier = vault::make_verifier(pin.view(), data.device, cost, desk_pin_associated_data);
    if (!verifier) return core::pass(verifier.error());
    auto practice = data.store.practice();
    if (!practice) return core::pass(practice.error());
    practice->desk_pin_verifier = std::move(*verifier);
    return data.store.at_once([&]() -> core::Done {
        if (auto set = data.store.set_practice(*practice); !set) return set;
        if (auto cleared = data.store.clear_failures("desk"); !cleared) return cleared;
        return audit::append(data, at, words_for(by.row), "pin-changed", "desk");
    });
}

core::Result<Removed> remove_staff_member(PracticeData& data, const StaffMember& leaving, const StaffMember& to,
                                          const vault::KeyPair& opener, core::WallTime at) {
    if (leaving.row.id == to.row.id)
        return core::fail(core::ErrorCode::invalid_state, "the cases need somebody else to go to");
    Removed removed;
    const auto notes = data.store.every_note();
    if (!notes) return core::pass(notes.error());
    removed.notes = static_cast<int>(std::ranges::count(*notes, leaving.row.id, &store::NoteRow::therapist));
    const auto done = data.store.at_once([&]() -> core::Done {
        const auto resealed = reseal(data, {.opener = opener,
                                            .of = leaving.row.id,
                                            .key = public_key_of(to.row.public_key),
                                            .recovery_key = {},
                                            .with_notes = false});
        if (!resealed) return core::pass(resealed.error());
        removed.parts = static_cast<int>(resealed->parts.size());
        removed.left = resealed->left;
        if (auto gone = data.store.remove_therapist(leaving.row.id, to.row.id, resealed->parts, at); !gone) return gone;
        return audit::append(data, at, "setup", "therapist-removed",
                             fmt::format("{} to {}", words_for(leaving.row), words_for(to.row)));
    });
    if (!done) return core::pass(done.error());
    (void)data.store.forget_former_keys();
    return removed;
}

}
