#include "practice/check_data.hpp"
#include "practice/audit.hpp"
#include "vault/part.hpp"
#include <algorithm>

namespace practice {
namespace {

using model::Health;

constexpr std::uint64_t little_space = 500'000'000, no_space = 50'000'000;

core::Message copy_the_folder() {
    return core::message("check.data.do", "Nothing is deleted because of it. The technician copies the data folder "
                                          "before anything else.");
}

core::Message make_room() {
    return core::message("check.space.do", "The technician makes room: old files in the export folder, old backups.");
}

// Locked and opened again by each of its two readers; false where anything of it differs.
bool goes_round(const vault::Device& device) {
    const vault::AssociatedData about{.part = vault::new_uuid(), .sitting = vault::new_uuid()};
    const auto therapist = vault::new_key_pair(), kit = vault::new_key_pair();
    const auto key = vault::new_data_key();
    const std::vector<std::uint8_t> answer{'s', 'e', 'l', 'f', '-', 'c', 'h', 'e', 'c', 'k'};
    const auto sealed = vault::seal_entry(answer, key, about, 1);
    const auto opened = vault::open_entry(sealed, key, about, 1);
    if (!opened || *opened != answer || sealed == answer) return false;
    const vault::PublicKey readers[] = {therapist.public_key, kit.public_key};
    const auto packet = vault::seal_packet(answer, key, readers, about, device);
    if (!packet) return false;
    for (const auto* reader : {&therapist, &kit}) {
        const auto read = vault::open_packet(*packet, *reader, about, device.public_key());
        if (!read || *read != answer) return false;
    }
    // What opens for anybody would not be locked.
    return !vault::open_packet(*packet, vault::new_key_pair(), about, device.public_key()).has_value();
}

}

model::SelfCheck content_check(const model::Content& content) {
    if (content.broken.empty()) return model::all_well();
    return {Health::attention,
            core::message("check.broken-form", "Cannot be used: {what}", {{"what", content.broken.front().what}}),
            core::message("check.broken-form.do", "The technician runs: sameside content check")};
}

model::SelfCheck space_check(const core::Result<std::uint64_t>& free_bytes) {
    if (free_bytes && *free_bytes >= little_space) return model::all_well();
    return {free_bytes && *free_bytes >= no_space ? Health::attention : Health::failed,
            core::message("check.nearly-full", "Nearly full"), make_room()};
}

model::SelfCheck whole_check(const core::Done& whole, const core::Done& takes_more) {
    if (!whole)
        return {Health::failed,
                whole.error().code == core::ErrorCode::tampered ? core::message("check.changed", "Changed outside")
                                                                : core::message("check.damaged", "Damaged"),
                copy_the_folder()};
    if (takes_more) return model::all_well();
    if (takes_more.error().code == core::ErrorCode::disk_full)
        return {Health::failed, core::message("check.full", "Full"), make_room()};
    return {Health::failed, core::message("check.not-written", "Cannot be written"),
            core::message("check.not-written.do", "Start no sitting. Please call the technician.")};
}

model::SelfCheck sealing_check(const vault::Device& device) {
    if (goes_round(device)) return model::all_well();
    return {Health::failed, core::message("check.not-sealed", "Does not open again"),
            core::message("check.not-written.do", "Start no sitting. Please call the technician.")};
}

model::SelfCheck audit_check(const vault::Device& device, store::Store& store) {
    const auto report = audit::verify(device, store, [](const store::AuditRow&) {});
    if (report && report->broken.empty()) return model::all_well();
    return {Health::failed, core::message("check.audit", "Not whole"),
            core::message("check.audit.do", "The technician runs: sameside audit")};
}

core::WallTime newest_in(store::Store& store) {
    core::WallTime newest{};
    if (const auto last = store.last_audit(); last && *last)
        newest = core::WallTime(core::Milliseconds((*last)->at_ms));
    if (const auto open = store.open_sittings())
        for (const auto& sitting : *open)
            newest = std::max(newest, core::WallTime(core::Milliseconds(sitting.changed_at_ms)));
    return newest;
}

}
