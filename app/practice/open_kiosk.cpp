#include "practice/open_kiosk.hpp"
#include "model/visit/update.hpp"
#include "practice/audit.hpp"
#include "practice/check_machine.hpp"
#include "practice/content_at_start.hpp"
#include "practice/held_copy.hpp"
#include "practice/signal.hpp"
#include "practice/usb.hpp"
#include "report/whole_file.hpp"
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>

namespace practice {
namespace {

// Enough to tell one state of the settings from another.
std::string mark_of(const vault::Device& device, std::string_view settings) {
    const auto hash = device.index_of("settings", settings);
    return fmt::format("{:02x}", fmt::join(hash.begin(), hash.begin() + 8, ""));
}

model::State first_state(const World& world, const KioskPlan& plan) {
    model::State state;
    state.content = world.content;
    state.practice = world.practice;
    state.locales = world.locales;
    state.appearance = state.usual_appearance = plan.appearance;
    model::speak_as_chosen(state);
    const auto started = world.now().steady;
    state.touched_at = started;
    state.shown_at = started - std::chrono::seconds(1); // no fade before the first frame
    return state;
}

Begun begin(const KioskPlan& plan, World world) {
    auto data = open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    report::remove_unfinished(plan.export_folder); // rows that nobody encrypted, of an export that was cut off
    remove_left_copies();
    // A disk that is full must not keep the kiosk from starting: it says so on its board.
    (void)audit::append(*data, world.now().wall, "kiosk", "started",
                        "settings:" + mark_of(data->device, plan.settings));
    if (const auto& found = data->store.findings(); !found.empty())
        (void)audit::append(*data, world.now().wall, "kiosk", "rows-changed", found.words());
    (void)note_content(*data, world);
    world.system_root = "/";
    world.signs = std::make_shared<SignsKept>(plan.data_folder, data->device.row_hash(), world.now().wall,
                                              guard_of_this_process(world.system_root));
    if (plan.backup)
        world.backups_aside = std::make_shared<BackupsAside>(ScheduledBackups{.schedule = *plan.backup,
                                                                              .data_folder = plan.data_folder,
                                                                              .content_folder = plan.content_folder,
                                                                              .settings = plan.settings,
                                                                              .usb_drives = find_usb_drives});
    return std::make_unique<EffectRunner>(std::move(*data), std::move(world));
}

}

std::string this_boot() {
    std::string id;
    std::getline(std::ifstream("/proc/sys/kernel/random/boot_id"), id);
    return id;
}

World world_of(const KioskPlan& plan, Clock now, ScreenCheck screen_check) {
    World world{.content = plan.content,
                .practice = std::make_shared<const model::Practice>(plan.practice),
                .locales = plan.locales,
                .now = std::move(now),
                .screen_check = std::move(screen_check),
                .export_folder = plan.export_folder,
                .usb_drives = find_usb_drives,
                .code_cost = plan.code_cost,
                .data_folder = plan.data_folder,
                .backup_every = plan.backup ? plan.backup->every : BackupSchedule{}.every,
                .day_folder = plan.day_folder,
                .has_keys = plan.keys.up != 0};
    if (!plan.signal.empty()) world.signal = [program = plan.signal] { return run_signal(program); };
    if (!plan.printer.program.empty())
        world.print = [printer = plan.printer](const std::string& pdf) { return print_page(printer, pdf); };
    return world;
}

std::function<Begun()> begin_on(PracticeData data, World world) {
    return [data = std::make_shared<PracticeData>(std::move(data)), world = std::move(world)]() -> Begun {
        return std::make_unique<EffectRunner>(std::move(*data), world);
    };
}

OpenKiosk kiosk_on(PracticeData data, World world, const KioskPlan& plan) {
    auto state = first_state(world, plan);
    state.notes_touches = world.signs != nullptr;
    return {std::move(state), begin_on(std::move(data), std::move(world))};
}

core::Result<OpenKiosk> open_kiosk(const KioskPlan& plan, Clock now, ScreenCheck screen_check) {
    auto world = world_of(plan, std::move(now), std::move(screen_check));
    auto state = first_state(world, plan);
    state.notes_touches = true;
    return OpenKiosk{std::move(state), [plan, world = std::move(world)] { return begin(plan, world); }};
}

}
