// Backups that the kiosk makes by itself, and what its board says of them.
#include "core/when.hpp"
#include "practice/backup_schedule.hpp"
#include "visits/a_backup.hpp"

using namespace visits;
using namespace std::chrono_literals;

namespace {

struct Schedule {
    Visit visit;
    Folder out;
    ScheduledBackups backups{.schedule = {.folder = (out / "").string(), .every = 24h, .keep = 3},
                             .data_folder = visit.folder.path(),
                             .content_folder = std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content",
                             .settings = "",
                             .usb_drives = [this] { return visit.usb_drives; }};

    BackupState go_on(core::WallTime at) const {
        const auto done = go_on_with(backups, at);
        REQUIRE_MESSAGE(done.has_value(), done.error().detail);
        return *done;
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& each : std::filesystem::directory_iterator(out / ""))
            names.push_back(each.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
    model::SelfCheck tile() {
        REQUIRE(unlock_desk(*visit.kiosk, pin));
        const auto* board = std::get_if<model::screen::Desk>(&visit.kiosk->state().screen);
        REQUIRE(board != nullptr);
        const auto check = *model::find_check(board->board.checks, model::Checked::backup);
        visit.kiosk->tell(model::action::LockTapped{});
        return check;
    }
};

}

TEST_CASE("a backup is made when it is due, tried out, and the newest ones are kept") {
    Schedule kiosk;
    const auto start = kiosk.visit.clock.now().wall;
    CHECK(kiosk.tile().words == core::message("check.no-backup", "None yet"));
    const auto first = kiosk.go_on(start);
    CHECK(first.made_at == start);
    CHECK(first.rehearsed_at == start);
    REQUIRE(kiosk.files().size() == 1);
    CHECK(kiosk.go_on(start + 23h) == first);
    CHECK(kiosk.files().size() == 1);
    overwrite(kiosk.out / "sameside-other.backup", "of another kiosk");
    const auto oldest = kiosk.files().front();
    for (int day = 1; day <= 3; ++day)
        CHECK(kiosk.go_on(start + day * 24h).made_at == start + day * 24h);
    const auto left = kiosk.files();
    CHECK(left.size() == 4); // three, and the other's
    CHECK(std::ranges::find(left, oldest) == left.end());
    CHECK(std::ranges::find(left, "sameside-other.backup") != left.end());
    CHECK(read_backup(kiosk.out / left.front()).has_value());
}

TEST_CASE("the board says how old the last backup is, and what is wrong with it") {
    Schedule kiosk;
    const auto now = kiosk.visit.clock.now().wall;
    (void)kiosk.go_on(now);
    auto tile = kiosk.tile();
    CHECK(tile.health == model::Health::good);
    CHECK(tile.words.words() == "Today " + core::clock_words(now));
    {
        auto data = open_data(kiosk.visit);
        const auto log = whole_log(data);
        CHECK(std::ranges::count_if(log, [](const auto& line) { return line.starts_with("kiosk backup-made "); }) == 1);
    }
    kiosk.visit.start();
    const auto state = kiosk.go_on(now);
    const auto check = [&](std::optional<BackupState> known, std::chrono::hours later) {
        return backup_check(known, now + later, 24h);
    };
    CHECK(check(state, 47h).health == model::Health::good);
    CHECK(check(state, 49h).health == model::Health::attention);
    CHECK(check(state, 73h).words.words() == "3 days ago");
    CHECK(check(state, -5h).health == model::Health::attention);
    auto untried = state;
    untried.rehearsed_at.reset();
    CHECK(check(untried, 1h).words.words() == "Not tried out");
    CHECK(check(std::nullopt, 1h).health == model::Health::attention);
}

TEST_CASE("a backup that cannot be made is said on the board, and tried again in an hour") {
    Schedule kiosk;
    kiosk.backups.schedule.folder = "usb:OFFICE";
    const auto now = kiosk.visit.clock.now().wall;
    CHECK(kiosk.go_on(now).failed_at == now);
    CHECK(kiosk.tile().health == model::Health::failed);
    kiosk.visit.usb_drives.push_back({.name = "OFFICE", .folder = (kiosk.out / "").string()});
    CHECK(kiosk.go_on(now + 59min).failed_at == now);
    CHECK(kiosk.files().empty());
    const auto done = kiosk.go_on(now + 1h);
    CHECK_FALSE(done.failed_at.has_value());
    CHECK(kiosk.files().size() == 1);
    CHECK(kiosk.tile().health != model::Health::failed);
}

TEST_CASE("what another hand wrote of the last backup counts as nothing") {
    Schedule kiosk;
    const auto now = kiosk.visit.clock.now().wall;
    (void)kiosk.go_on(now);
    const auto file = kiosk.visit.folder.path() / "backup.state";
    auto text = bytes_of(file);
    const auto at = text.find("generation\":") + 12;
    text[at] = text[at] == '9' ? '8' : '9';
    overwrite(file, text);
    CHECK(kiosk.tile().words == core::message("check.no-backup", "None yet"));
}

TEST_CASE("a kiosk with a schedule makes a backup beside its screen") {
    Schedule kiosk;
    { const BackupsAside aside(kiosk.backups); } // waits for the one that it began, or had none to make yet
    (void)kiosk.go_on(std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now()));
    CHECK(kiosk.files().size() == 1);
}
