#include "practice/self_check.hpp"
#include "practice/backup_state.hpp"
#include "practice/check_data.hpp"
#include "practice/check_machine.hpp"
#include "practice/held_copy.hpp"
#include "store/reserve.hpp"
#include "store/whole_copy.hpp"

namespace practice {
namespace {

using model::Checked;
using model::Health;

core::Result<std::uint64_t> room_in(const std::filesystem::path& folder) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error) return core::fail(core::ErrorCode::io, folder.string());
    return space.available;
}

// Why nothing of the data can be told.
model::SelfCheck unreadable_data(const core::Error& error) {
    if (error.code == core::ErrorCode::not_found)
        return {Health::failed, core::message("check.no-practice", "No practice"),
                core::message("check.no-practice.do", "The technician sets one up: sameside setup")};
    if (error.code == core::ErrorCode::io || error.code == core::ErrorCode::bad_config)
        return {Health::failed, core::message("check.not-read", "Cannot be read"),
                core::message("check.not-read.do",
                              "The technician runs it as the kiosk's user: sudo sameside-kiosk-order check")};
    return whole_check(core::pass(error), {});
}

// What is in the database, in a copy of it that is nowhere but in memory.
core::Done check_data_in(const OutsideCheck& check, const vault::Device& device, model::Checks& checks) {
    const auto file = check.kiosk.data_folder / "sameside.db";
    auto bytes = store::snapshot(file, store::Holder::not_known);
    if (!bytes) return core::pass(bytes.error());
    auto copy = HeldCopy::open(*bytes, device.row_hash());
    if (!copy) return core::pass(copy.error());
    auto& store = copy->store();
    auto disk = whole_check(store.check(), store::try_disk(file));
    if (disk.health == Health::good)
        if (auto worn = wear_check(check.system_root, check.kiosk.data_folder)) disk = std::move(*worn);
    checks.push_back({Checked::disk, std::move(disk)});
    checks.push_back({Checked::audit, audit_check(device, store)});
    checks.push_back({Checked::clock, clock_check(check.system_root, check.now, newest_in(store))});
    return {};
}

}

model::Checks check_from_outside(const OutsideCheck& check) {
    const auto& kiosk = check.kiosk;
    model::Checks checks{{Checked::display, display_check(check.system_root)},
                         {Checked::fonts, check.fonts},
                         {Checked::content, content_check(*kiosk.content)},
                         {Checked::updates, updates_check(check.system_root, check.now, check.updates_waiting)},
                         {Checked::space, space_check(room_in(kiosk.data_folder))}};
    const auto device = vault::Device::open(kiosk.data_folder / "device.key");
    const auto told = [&]() -> core::Done {
        if (!device) return core::pass(device.error());
        return check_data_in(check, *device, checks);
    }();
    std::error_code error;
    if (!told)
        checks.push_back({Checked::disk, std::filesystem::exists(kiosk.data_folder / "sameside.db", error) || error
                                             ? unreadable_data(told.error())
                                             : unreadable_data({core::ErrorCode::not_found, {}})});
    if (device) {
        const auto signs = read_kiosk_signs(kiosk.data_folder, device->row_hash());
        checks.push_back({Checked::touch, touch_check(signs ? signs->touched_at : std::nullopt, check.now,
                                                      has_touch_panel(check.system_root), kiosk.keys.up != 0)});
        checks.push_back({Checked::unit, unit_check(signs ? std::optional(signs->guard) : std::nullopt)});
        checks.push_back({Checked::sealing, sealing_check(*device)});
        const auto every = kiosk.backup ? kiosk.backup->every : BackupSchedule{}.every;
        checks.push_back(
            {Checked::backup, backup_check(read_backup_state(kiosk.data_folder, *device), check.now, every)});
    }
    model::put_in_order(checks);
    return checks;
}

}
