// A day's list from a stick, taken in at the desk.
#include "core/when.hpp"
#include "practice/audit.hpp"
#include "visits/a_visit.hpp"
#include <fstream>

using namespace visits;
namespace action = model::action;

namespace {

struct Morning {
    Visit visit;
    TemporaryFolder stick;

    Morning() {
        visit.usb_drives.push_back({.name = "OFFICE", .folder = stick.path().string()});
        visit.start();
    }
    void put(const std::string& name, const std::string& text) const {
        std::ofstream(stick.path() / name, std::ios::binary) << text;
    }
    // Up to what of the file becomes a sitting, or why nothing does.
    const model::screen::DayList& look() {
        if (!std::holds_alternative<model::screen::Desk>(visit.kiosk->state().screen))
            REQUIRE(unlock_desk(*visit.kiosk, pin));
        visit.kiosk->tell(action::DayListTapped{});
        REQUIRE(visit.kiosk->shows("day-list"));
        visit.kiosk->tell(action::DayFileChosen{0});
        return std::get<model::screen::DayList>(visit.kiosk->state().screen);
    }
    const model::Board& board() const {
        REQUIRE(visit.kiosk->shows("desk"));
        return std::get<model::screen::Desk>(visit.kiosk->state().screen).board;
    }
};

}

TEST_CASE("a list from a stick becomes the day's sittings, each with a code that opens it") {
    Morning morning;
    morning.put("day.csv", "Time;Chart code;Therapist;Minutes\r\n14:00;RG-2;Reyes;60\r\n13:30;RG-1;Okafor;60\r\n");
    const auto& list = morning.look();
    REQUIRE(list.plan);
    CHECK(list.plan->left_out.empty());
    CHECK(morning.visit.kiosk->says("Make 2 sittings"));
    REQUIRE(morning.visit.kiosk->tap_id("confirm"));
    const auto rows = morning.board().rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].chart_code == "RG-1");
    CHECK(core::clock_words(rows[0].planned_at) == "13:30");
    CHECK(core::is_same_day(rows[0].planned_at, morning.visit.clock.now().wall));
    CHECK(rows[1].therapist == "M. Reyes, LMFT");
    CHECK(morning.visit.kiosk->says("2 sittings were made."));
    morning.visit.kiosk->tell(action::LockTapped{});
    REQUIRE(enter_code(*morning.visit.kiosk, rows[0].entry_code));
    CHECK(morning.visit.kiosk->shows("who-is-here"));
}

TEST_CASE("a list that is taken in again makes nothing twice, and says why") {
    Morning morning;
    morning.put("day.csv", "13:30,RG-1,Okafor\n14:00,RG-2,Reyes\n");
    (void)morning.look();
    REQUIRE(morning.visit.kiosk->tap_id("confirm"));
    const auto& again = morning.look();
    REQUIRE(again.plan);
    CHECK(again.plan->sittings.empty());
    CHECK(again.plan->left_out.size() == 2);
    CHECK(morning.visit.kiosk->says("A sitting for it is open already."));
    CHECK_FALSE(morning.visit.kiosk->tap_id("confirm"));
}

TEST_CASE("of a list none is taken where one of its codes has got a sitting since it was read") {
    Morning morning;
    morning.put("day.csv", "13:30,RG-1,Okafor\n14:00,RG-2,Reyes\n");
    const auto plan = *morning.look().plan;
    auto& runner = morning.visit.kiosk->runner();
    (void)runner.run(model::effect::MakeSitting{"RG-2", {1}, shipped_content()->packets[0].id, true, true});
    REQUIRE(morning.visit.kiosk->tap_id("confirm"));
    CHECK(morning.visit.kiosk->says("so none was taken"));
    morning.visit.kiosk->tell(action::BackTapped{});
    morning.visit.kiosk->tell(action::LockTapped{});
    REQUIRE(unlock_desk(*morning.visit.kiosk, pin));
    CHECK(morning.board().rows.size() == 1);
}

TEST_CASE("a line whose minutes let no packet be asked is left out, and one with few has the packet that fits") {
    Morning morning;
    morning.put("day.csv", "13:30,RG-1,Okafor,1\n14:00,RG-2,Okafor,15\n");
    const auto& list = morning.look();
    REQUIRE(list.plan);
    REQUIRE(list.plan->left_out.size() == 1);
    CHECK(list.plan->left_out[0].why.words() == "No packet fits the time there is.");
    REQUIRE(list.plan->sittings.size() == 1);
    CHECK(list.plan->sittings[0].packet != shipped_content()->packets[0].id);
}

TEST_CASE("a file that is no list is refused in words, and the desk is where it was") {
    Morning morning;
    morning.put("day.csv", std::string(1'000'000, '7'));
    CHECK(morning.look().problem.words() == "That file is too large for a list of one day.");
    morning.put("day.csv", std::string("\0\0\0\0", 4));
    morning.visit.kiosk->tell(action::BackTapped{});
    CHECK(morning.look().problem.words() == "That is no table that can be read. Save it as CSV and try again.");
    morning.put("day.csv", "Maya,555\n");
    morning.visit.kiosk->tell(action::BackTapped{});
    CHECK(morning.look().problem.words() == "No line of it has a time and a chart code.");
    morning.visit.kiosk->tell(action::BackTapped{});
    CHECK(morning.board().rows.empty());
}

TEST_CASE("the list is looked for in its folder and on sticks, newest first, and links are not followed") {
    Morning morning;
    TemporaryFolder calendar;
    morning.put("a.csv", "13:30,RG-1\n");
    morning.put("notes.txt", "13:30,RG-1\n");
    std::filesystem::create_symlink(morning.visit.folder.path() / "device.key", morning.stick.path() / "key.csv");
    std::ofstream(calendar.path() / "B.CSV") << "13:30,RG-2\n";
    std::filesystem::last_write_time(morning.stick.path() / "a.csv",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    auto world = morning.visit.world();
    world.day_folder = calendar.path();
    morning.visit.kiosk.reset();
    auto data = open_practice(morning.visit.folder.path());
    REQUIRE(data.has_value());
    EffectRunner runner(std::move(*data), std::move(world));
    const auto asked = [&]() {
        for (const auto& answer : runner.run(model::effect::FindDayFiles{}))
            if (const auto* found = answer.as<action::DayFilesFound>()) return found->files;
        return std::vector<model::DayFile>();
    };
    CHECK(asked().empty()); // the desk is locked
    (void)runner.run(model::effect::UnlockDesk{core::SecretText(pin)});
    const auto files = asked();
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "B.CSV");
    CHECK(files[1].name == "a.csv (OFFICE)");
    // No other file is read, whatever is asked for.
    const model::DayFile elsewhere{"x", (morning.visit.folder.path() / "device.key").string()};
    const auto refused = runner.run(model::effect::ReadDayFile{elsewhere});
    REQUIRE(refused.size() == 1);
    CHECK(refused.front().as<action::DeskFailed>() != nullptr);
}
