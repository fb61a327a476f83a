// Backups where something is in their way: a disk that fills, a key that was replaced, a program that was killed.
#include "practice/backup_schedule.hpp"
#include "practice/backup_trial.hpp"
#include "practice/device_rotation.hpp"
#include "practice/held_copy.hpp"
#include "practice/open_kiosk.hpp"
#include "support/process_memory.hpp"
#include "support/small_disk.hpp"
#include "visits/a_backup.hpp"
#include <fstream>
#include <sodium.h>
#include <sys/wait.h>

using namespace visits;
using namespace std::chrono_literals;

namespace {

struct Scheduled {
    Visit visit;
    Folder out;
    ScheduledBackups backups{.schedule = {.folder = (out / "").string(), .every = 24h, .keep = 2},
                             .data_folder = visit.folder.path(),
                             .content_folder = std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content",
                             .settings = "",
                             .usb_drives = {}};

    BackupState go_on(core::WallTime at) const {
        const auto done = go_on_with(backups, at);
        REQUIRE_MESSAGE(done.has_value(), done.error().detail);
        return *done;
    }
    std::map<std::string, std::string> files() const { // what begins with a dot too
        std::map<std::string, std::string> found;
        for (const auto& each : std::filesystem::directory_iterator(out / ""))
            found[each.path().filename().string()] = bytes_of(each.path());
        return found;
    }
    model::SelfCheck tile() {
        REQUIRE(unlock_desk(*visit.kiosk, pin));
        const auto& board = std::get<model::screen::Desk>(visit.kiosk->state().screen).board;
        const auto check = *model::find_check(board.checks, model::Checked::backup);
        visit.kiosk->tell(model::action::LockTapped{});
        return check;
    }
};

std::set<std::filesystem::path> copies() {
    std::set<std::filesystem::path> found;
    for (const auto& each : std::filesystem::directory_iterator("/dev/shm"))
        if (each.path().filename().string().starts_with("sameside-copy-")) found.insert(each.path());
    return found;
}

}

TEST_CASE("a disk that fills while a backup is written has the earlier ones, no half file, and is told on the board") {
    Scheduled kiosk;
    const auto now = kiosk.visit.clock.now().wall;
    (void)kiosk.go_on(now);
    const auto before = kiosk.files();
    REQUIRE(before.size() == 1);
    const auto size = before.begin()->second.size();
    REQUIRE(std::filesystem::file_size(kiosk.visit.folder.path() / "sameside.db") < size / 2);
    {
        const support::SmallDisk disk(size * 3 / 4);
        const auto ordered = make_backup(backup_plan(kiosk.visit, kiosk.out / "ordered.backup"), now);
        REQUIRE_FALSE(ordered.has_value());
        CHECK(ordered.error().code == core::ErrorCode::disk_full);
        CHECK(ordered.error().detail.starts_with((kiosk.out / "ordered.backup").string() + ": "));
        CHECK(kiosk.files() == before);
        const auto state = kiosk.go_on(now + 24h);
        CHECK(state.failed_at == now + 24h);
        CHECK(state.made_at == now);
        CHECK(kiosk.files() == before);
    }
    CHECK(kiosk.tile().health == model::Health::failed);
    CHECK(kiosk.go_on(now + 25h).made_at == now + 25h); // somebody made room
    CHECK(kiosk.files().size() == 2);
    CHECK(kiosk.tile().health != model::Health::failed);
}

TEST_CASE("backups of before a new device key, or a new kit after it, count among those that are kept") {
    Scheduled kiosk;
    const auto now = kiosk.visit.clock.now().wall;
    (void)kiosk.go_on(now);
    (void)kiosk.go_on(now + 24h);
    const auto former = kiosk.files();
    REQUIRE(former.size() == 2);
    Visit stranger; // another kiosk's, by the same name but for its mark
    backed_up(stranger, kiosk.out / "sameside-00000000-20200101T000000Z.backup");
    {
        auto data = open_data(kiosk.visit);
        const auto done = rotate_device_key(kiosk.visit.folder.path(), data, core::SecretText(pin),
                                            support::test_cost(), kiosk.visit.moment());
        REQUIRE_MESSAGE(done.has_value(), done.error().detail);
    }
    (void)kiosk.go_on(now + 48h);
    auto left = kiosk.files();
    CHECK(left.size() == 3); // with the stranger's
    CHECK_FALSE(left.contains(former.begin()->first));
    CHECK(left.contains(former.rbegin()->first));
    (void)kiosk.go_on(now + 72h);
    left = kiosk.files();
    CHECK(left.size() == 3);
    CHECK_FALSE(left.contains(former.rbegin()->first));
    CHECK(left.contains("sameside-00000000-20200101T000000Z.backup"));
}

TEST_CASE("the copy of a program that was killed while it tried a backup out is gone when a kiosk starts") {
    Visit visit;
    const auto bytes = bytes_of(visit.folder.path() / "sameside.db");
    const auto device = vault::Device::open(visit.folder.path() / "device.key");
    REQUIRE(device.has_value());
    const auto before = copies();
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto copy = HeldCopy::open(bytes, device->row_hash());
        ::kill(::getpid(), SIGKILL);
        _exit(copy ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    auto left = copies();
    for (const auto& each : before)
        left.erase(each);
    REQUIRE(left.size() == 1);
    visit.kiosk.reset();
    const KioskPlan plan{.practice = visit.practice,
                         .content = visit.content,
                         .data_folder = visit.folder.path(),
                         .export_folder = visit.folder.path() / "charts"};
    auto kiosk = open_kiosk(plan, [&] { return visit.clock.now(); }, {});
    REQUIRE(kiosk.has_value());
    auto begun = kiosk->begin();
    REQUIRE(begun.has_value());
    CHECK_FALSE(std::filesystem::exists(*left.begin()));
    begun = core::fail(core::ErrorCode::busy, "closed");
    // One that is in use stays.
    const auto used = HeldCopy::open(bytes, device->row_hash());
    REQUIRE(used.has_value());
    remove_left_copies();
    CHECK(std::filesystem::exists(used->file()));
}

namespace {

// The most memory that this process has held, in bytes, since `forget` was called.
struct Peak {
    static void forget() { std::ofstream("/proc/self/clear_refs") << "5"; } // proc(5)
    static double held() {
        std::ifstream in("/proc/self/status");
        for (std::string line; std::getline(in, line);)
            if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024;
        return 0;
    }
};

}

TEST_CASE("a backup of a large practice holds it in memory no more often than it must") {
    Visit visit;
    constexpr std::size_t forms = 50, form_size = 1U << 20;
    {
        auto data = open_data(visit);
        REQUIRE(data.store.at_once([&]() -> core::Done {
            for (std::size_t i = 0; i < forms; ++i) {
                std::vector<std::uint8_t> hash(32, static_cast<std::uint8_t>(i)), bytes(form_size);
                randombytes_buf(bytes.data(), bytes.size());
                if (auto kept = data.store.keep_form(hash, bytes); !kept) return kept;
            }
            return {};
        }));
    }
    visit.start();
    const Folder out;
    auto plan = backup_plan(visit, out / "large.backup");
    plan.holder = store::Holder::this_process;
    const auto size = static_cast<double>(std::filesystem::file_size(visit.folder.path() / "sameside.db"));
    REQUIRE(size > forms * form_size);
    const auto measured = [&](const char* what, double most, const std::function<core::Done()>& body) {
        Peak::forget();
        const auto before = Peak::held();
        const auto began = std::chrono::steady_clock::now();
        const auto done = body();
        REQUIRE_MESSAGE(done.has_value(), done.error().detail);
        const auto times = (Peak::held() - before) / size;
        MESSAGE(what, " of ", size / (1 << 20), " MiB: ", times, " times in memory, ",
                std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(), " s");
        if (support::memory_can_be_searched) CHECK(times < most); // else what was freed is held as well
    };
    measured("making", 2.6, [&] {
        const auto made = make_backup(plan, visit.clock.now().wall);
        return made ? core::Done() : core::pass(made.error());
    });
    measured("trying out", 2.6, [&] {
        const auto tried = try_backup(out / "large.backup", visit.folder.path(), store::Holder::this_process);
        return tried ? core::Done() : core::pass(tried.error());
    });
}
