// The morning check: what of a kiosk is looked at, what is found where it is not well, and by whom it is mended.
#include "practice/backup_state.hpp"
#include "practice/check_data.hpp"
#include "practice/check_machine.hpp"
#include "practice/self_check.hpp"
#include "visits/a_visit.hpp"
#include <fstream>
#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace visits;
using namespace std::chrono_literals;
using model::Checked;
using model::Health;

namespace {

// A machine's files as Linux shows them.
struct MadeUpMachine {
    TemporaryFolder root;
    core::WallTime now = std::chrono::floor<core::Milliseconds>(std::chrono::system_clock::now());

    void put(const std::filesystem::path& file, const std::string& text) const {
        std::filesystem::create_directories((root.path() / file).parent_path());
        std::ofstream(root.path() / file, std::ios::binary) << text;
    }
    void set_clock(core::WallTime at) const {
        put("sys/class/rtc/rtc0/since_epoch",
            std::to_string(std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count()) + "\n");
    }
    void guard(const std::string& rights = "0000000000000000") const {
        put("proc/self/cgroup", "0::/system.slice/sameside-kiosk.service\n");
        put("proc/self/status", "Name:\tsameside\nCapBnd:\t" + rights + "\nNoNewPrivs:\t1\nSeccomp:\t2\n");
        put("proc/self/mountinfo", "31 1 8:1 / / ro,relatime - ext4 /dev/sda1 rw\n");
    }
};

model::Checks outside(const practice::KioskPlan& plan, const MadeUpMachine& machine) {
    return practice::check_from_outside({.kiosk = plan,
                                         .now = machine.now,
                                         .system_root = machine.root.path(),
                                         .fonts = model::all_well(),
                                         .updates_waiting = 0});
}

practice::KioskPlan plan_for(const Visit& visit) {
    practice::KioskPlan plan;
    plan.content = visit.content;
    plan.data_folder = visit.folder.path();
    return plan;
}

Health health_in(const model::Checks& checks, Checked what) {
    const auto* found = model::find_check(checks, what);
    REQUIRE(found != nullptr);
    return found->health;
}

}

TEST_CASE("every check says in English and Spanish what was found, and what is not well says what to do") {
    const MadeUpMachine machine;
    Visit visit;
    visit.speaks = true;
    const auto spanish = support::locales(shipped_content(), std::make_shared<const model::Practice>(visit.practice));
    std::vector<model::SelfCheck> all{
        practice::touch_check({}, machine.now, true, false),
        practice::touch_check({}, machine.now, false, false),
        practice::clock_check(machine.root.path(), machine.now, machine.now + 1h),
        practice::unit_check({}),
        practice::unit_check(practice::Guard{.in_unit = true, .missing = {"ProtectSystem"}}),
        practice::updates_check(machine.root.path(), machine.now, 3),
        practice::space_check(std::uint64_t{1}),
        practice::whole_check(core::fail(core::ErrorCode::tampered, ""), {}),
        practice::whole_check({}, core::fail(core::ErrorCode::disk_full, "")),
        practice::whole_check({}, core::fail(core::ErrorCode::io, "")),
        practice::backup_check({}, machine.now, 24h)};
    for (const auto& each : all) {
        CHECK(each.health != Health::good);
        CHECK_FALSE(each.words.words().empty());
        CHECK_FALSE(each.to_do.words().empty());
        const auto* catalogue = spanish.back().catalogue.get();
        CHECK_MESSAGE(each.to_do.words_in(catalogue) != each.to_do.words(), each.to_do.words());
        CHECK_MESSAGE(each.words.words_in(catalogue) != each.words.words(), each.words.words());
    }
}

TEST_CASE("touch is seen today or it is not, and a panel that is not there is missed unless keys stand for it") {
    const MadeUpMachine machine;
    const auto root = machine.root.path();
    CHECK_FALSE(practice::has_touch_panel(root));
    machine.put("proc/bus/input/devices", "N: Name=\"Mouse\"\nB: PROP=0\n\nN: Name=\"Panel\"\nB: PROP=2\n");
    CHECK(practice::has_touch_panel(root));
    CHECK(practice::touch_check(machine.now, machine.now, true, false).health == Health::good);
    CHECK(practice::touch_check(machine.now - 24h, machine.now, true, false).health == Health::attention);
    CHECK(practice::touch_check({}, machine.now, false, false).health == Health::attention);
    CHECK(practice::touch_check({}, machine.now, false, true).health == Health::good);
}

TEST_CASE("a panel that is unplugged is missed, and a machine that does not tell is not complained of") {
    const MadeUpMachine machine;
    CHECK(practice::display_check(machine.root.path()).health == Health::good);
    machine.put("sys/class/drm/card0-HDMI-A-1/status", "disconnected\n");
    CHECK(practice::display_check(machine.root.path()).health == Health::failed);
    machine.put("sys/class/drm/card0-DP-1/status", "connected\n");
    machine.put("sys/class/drm/card0-DP-1/modes", "1920x1080\n1280x720\n");
    const auto found = practice::display_check(machine.root.path());
    CHECK(found.health == Health::good);
    CHECK(found.words.words() == "1920x1080");
}

TEST_CASE("a clock before the newest entry was set back, and the machine's own may be off") {
    const MadeUpMachine machine;
    const auto check = [&](core::WallTime newest) {
        return practice::clock_check(machine.root.path(), machine.now, newest).health;
    };
    CHECK(check(machine.now - 1h) == Health::good);
    CHECK(check(machine.now + 1min) == Health::good);
    CHECK(check(machine.now + 3min) == Health::failed);
    machine.set_clock(machine.now + 1min);
    CHECK(check(machine.now) == Health::good);
    machine.set_clock(machine.now - 10min);
    CHECK(check(machine.now) == Health::attention);
}

TEST_CASE("a kiosk that its unit does not guard says what is missing, and one started by hand is not blamed") {
    const MadeUpMachine machine;
    const auto guard = [&] { return practice::guard_of_this_process(machine.root.path()); };
    CHECK_FALSE(guard().in_unit);
    CHECK(practice::unit_check(guard()).health == Health::good);
    machine.guard();
    CHECK(guard() == practice::Guard{.in_unit = true, .missing = {}});
    CHECK(practice::unit_check(guard()).health == Health::good);
    machine.guard("00000000a80425fb");
    CHECK(guard().missing == std::vector<std::string>{"CapabilityBoundingSet"});
    CHECK(practice::unit_check(guard()).health == Health::attention);
    machine.put("proc/self/status", "CapBnd:\t0\nNoNewPrivs:\t0\nSeccomp:\t0\n");
    machine.put("proc/self/mountinfo", "31 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n");
    CHECK(guard().missing == std::vector<std::string>{"NoNewPrivileges", "SystemCallFilter", "ProtectSystem"});
}

TEST_CASE("updates that wait, a restart that is due and updates that stopped coming are told") {
    const MadeUpMachine machine;
    const auto root = machine.root.path();
    CHECK(practice::updates_check(root, machine.now, std::nullopt).health == Health::good);
    CHECK(practice::updates_check(root, machine.now, 2).words.words() == "2 waiting");
    machine.put("var/lib/apt/periodic/unattended-upgrades-stamp", "");
    CHECK(practice::updates_check(root, machine.now, 0).health == Health::good);
    CHECK(practice::updates_check(root, machine.now + 9 * 24h, 0).health == Health::attention);
    machine.put("run/reboot-required", "");
    CHECK(practice::updates_check(root, machine.now, 0).words.words() == "A restart is due");
}

TEST_CASE("the disk below the data is asked how worn it is") {
    const MadeUpMachine machine;
    struct stat status {};
    REQUIRE(stat(machine.root.path().c_str(), &status) == 0);
    const auto number = std::to_string(major(status.st_dev)) + ":" + std::to_string(minor(status.st_dev));
    const auto check = [&] { return practice::wear_check(machine.root.path(), machine.root.path()); };
    CHECK_FALSE(check()); // nothing can be told
    machine.put("sys/devices/mmcblk0/mmcblk0p2/partition", "2\n");
    machine.put("sys/devices/mmcblk0/device/pre_eol_info", "0x01\n");
    machine.put("sys/devices/mmcblk0/device/life_time", "0x02 0x01\n");
    // An encrypted volume on its second partition.
    std::filesystem::create_directories(machine.root.path() / "sys/devices/dm-0/slaves");
    std::filesystem::create_directory_symlink(machine.root.path() / "sys/devices/mmcblk0/mmcblk0p2",
                                              machine.root.path() / "sys/devices/dm-0/slaves/mmcblk0p2");
    std::filesystem::create_directories(machine.root.path() / "sys/dev/block");
    std::filesystem::create_directory_symlink(machine.root.path() / "sys/devices/dm-0",
                                              machine.root.path() / "sys/dev/block" / number);
    REQUIRE(check());
    CHECK(check()->health == Health::good);
    machine.put("sys/devices/mmcblk0/device/life_time", "0x0a 0x01\n");
    CHECK(check()->health == Health::attention);
    machine.put("sys/devices/mmcblk0/device/pre_eol_info", "0x02\n");
    CHECK(check()->health == Health::failed);
}

TEST_CASE("a part of nobody's is locked and opened again, and leaves nothing in the practice") {
    Visit visit;
    (void)visit.new_sitting("RG-1"); // the audit log begins
    visit.kiosk.reset();
    auto data = open_practice(visit.folder.path());
    REQUIRE(data.has_value());
    const auto before = data->store.generation();
    CHECK(practice::sealing_check(data->device).health == Health::good);
    CHECK(practice::audit_check(data->device, data->store).health == Health::good);
    CHECK(data->store.generation() == before);
}

TEST_CASE("the whole kiosk is checked from outside while it runs, and stays as it is") {
    Visit visit;
    (void)visit.new_sitting("RG-1");
    MadeUpMachine machine;
    machine.now = visit.clock.now().wall;
    const auto plan = plan_for(visit);
    auto checks = outside(plan, machine);
    CHECK(health_in(checks, Checked::disk) == Health::good);
    CHECK(health_in(checks, Checked::audit) == Health::good);
    CHECK(health_in(checks, Checked::sealing) == Health::good);
    CHECK(health_in(checks, Checked::clock) == Health::good);
    CHECK(health_in(checks, Checked::backup) == Health::attention); // none yet
    CHECK(std::ranges::is_sorted(checks, {}, &model::Check::what));
    machine.now -= 24h;
    CHECK(health_in(outside(plan, machine), Checked::clock) == Health::failed);
    (void)visit.new_sitting("RG-2"); // the kiosk goes on
}

TEST_CASE("what the kiosk told of itself is read from outside, and nothing that another hand wrote") {
    Visit visit;
    MadeUpMachine machine;
    machine.now = visit.clock.now().wall;
    machine.put("proc/bus/input/devices", "B: PROP=2\n");
    const auto plan = plan_for(visit);
    CHECK(health_in(outside(plan, machine), Checked::unit) == Health::attention); // none has run
    const auto device = vault::Device::open(visit.folder.path() / "device.key");
    REQUIRE(device.has_value());
    practice::SignsKept kept(visit.folder.path(), device->row_hash(), machine.now,
                             {.in_unit = true, .missing = {"ProtectSystem"}});
    CHECK(health_in(outside(plan, machine), Checked::touch) == Health::attention);
    kept.note_touch(machine.now);
    CHECK(health_in(outside(plan, machine), Checked::touch) == Health::good);
    const auto* unit = model::find_check(outside(plan, machine), Checked::unit);
    CHECK(unit != nullptr);
    // The next start keeps when it was touched.
    const practice::SignsKept next(visit.folder.path(), device->row_hash(), machine.now + 1h, {});
    CHECK(next.signs().touched_at == machine.now);
    std::ofstream(visit.folder.path() / "kiosk.signs") << "{\"in_unit\":true,\"missing\":[]}\n00\n";
    CHECK(health_in(outside(plan, machine), Checked::unit) == Health::attention);
}

TEST_CASE("without its key, without a practice or with a file that is damaged the check says so and does not end") {
    Visit visit;
    const MadeUpMachine machine;
    const auto plan = plan_for(visit);
    visit.kiosk.reset();
    std::filesystem::permissions(visit.folder.path() / "device.key",
                                 std::filesystem::perms::owner_all | std::filesystem::perms::others_read);
    CHECK(health_in(outside(plan, machine), Checked::disk) == Health::failed);
    std::filesystem::permissions(visit.folder.path() / "device.key", std::filesystem::perms::owner_read);
    std::filesystem::resize_file(visit.folder.path() / "sameside.db", 5000);
    CHECK(health_in(outside(plan, machine), Checked::disk) == Health::failed);
    std::filesystem::remove(visit.folder.path() / "sameside.db");
    const auto checks = outside(plan, machine);
    REQUIRE(model::find_check(checks, Checked::disk) != nullptr);
    CHECK(model::find_check(checks, Checked::disk)->words.words() == "No practice");
}

TEST_CASE("the first touch is noted, again after an hour, and no key is") {
    Visit visit;
    model::State state = visit.kiosk->state();
    state.notes_touches = true;
    const auto touch = [&](bool by_key, core::Milliseconds after) {
        const auto now = visit.clock.now();
        auto step =
            model::update(std::move(state), model::action::Touched{by_key}, {now.wall + after, now.steady + after});
        state = std::move(step.state);
        return std::ranges::count_if(step.effects, [](const model::Effect& effect) {
            return std::holds_alternative<model::effect::NoteTouch>(effect);
        });
    };
    CHECK(touch(true, 0ms) == 0);
    CHECK(touch(false, 1ms) == 1);
    CHECK(touch(false, 59min) == 0);
    CHECK(touch(false, 61min) == 1);
    CHECK(touch(false, 1min) == 1); // the clock was set back
}

TEST_CASE("a tile leads to all that was checked, and it can be checked again") {
    Visit visit;
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    REQUIRE(visit.kiosk->tap_id("tile:1"));
    REQUIRE(visit.kiosk->shows("desk:checks"));
    CHECK(visit.kiosk->says("Locking answers: OK"));
    CHECK(visit.kiosk->says("Backup: None yet"));
    CHECK(visit.kiosk->says("[backup] in the settings"));
    REQUIRE(visit.kiosk->tap_id("check-again"));
    CHECK(visit.kiosk->shows("desk:checks"));
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.kiosk->shows("desk"));
}
