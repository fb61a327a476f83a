#include "shown_samples.hpp"
#include <doctest/doctest.h>
#include <functional>
#include <set>

namespace {

using namespace asking;
using namespace model::action;
using model::Role;
using enum model::PartStatus;
using enum model::SittingStatus;

model::BoardPart answering() {
    return {open, {.screens_done = 30, .screens_total = 50, .left = std::chrono::seconds(340)}};
}

model::BoardRow row(int id, model::SittingStatus status, model::BoardPart a, model::BoardPart b, bool long_names) {
    model::BoardRow made;
    made.sitting = {id};
    made.chart_code = long_names ? "RG-2041-LONGER-CODE" + std::to_string(id) : "RG-20" + std::to_string(40 + id);
    made.therapist = long_names ? "Dr. Bartholomew Okafor-Lindqvist" : "Dr. Okafor";
    made.packet_title = long_names ? "A later visit with questions about the past" : "First visit";
    made.entry_code = "4711";
    made.planned_at = core::WallTime{std::chrono::hours(490000) + std::chrono::minutes(30 * id)};
    made.status = status;
    made.a = a;
    made.b = b;
    made.joint = {not_started, {}};
    made.can_move = status == waiting;
    made.can_cancel = status == waiting || status == parked;
    return made;
}

model::Board board(bool long_names = false, std::size_t copies = 1) {
    model::Board made;
    int id = 0;
    for (std::size_t i = 0; i < copies; ++i) {
        made.rows.push_back(row(++id, active, {sealed, {}}, answering(), long_names));
        made.rows.push_back(row(++id, waiting, {not_started, {}}, {not_started, {}}, long_names));
        made.rows.push_back(row(++id, parked, answering(), {absent, {}}, long_names));
        made.rows.push_back(row(++id, finished, {sealed, {}}, {sealed, {}}, long_names));
    }
    made.rows[0].marked = true;
    made.screen = made.storage = made.clock = {model::Health::good, "OK"};
    made.backup = {model::Health::attention,
                   core::message("", "The last backup is 9 days old. Plug in the backup drive.")};
    for (const auto* name : {"Dr. Okafor", "Dr. Lindqvist", "M. Reyes, LMFT"})
        made.therapists.push_back({{static_cast<int>(made.therapists.size()) + 1}, name});
    if (long_names) made.therapists.push_back({{4}, "Dr. Maximiliana-Josefina Okafor-Lindqvist"});
    return made;
}

model::screen::Desk desk(bool long_names = false, std::size_t copies = 1) {
    model::screen::Desk screen;
    screen.board = board(long_names, copies);
    return screen;
}
model::screen::NewSitting new_sitting(bool long_names, bool typing) {
    model::screen::NewSitting screen;
    screen.board = board(long_names);
    screen.chart_code = model::edit_of("RG-2130", 24, core::Lines::one);
    screen.typing = typing;
    return screen;
}
model::screen::WhoAsked who_asked(bool long_names) {
    return {.board = board(long_names), .row = board(long_names).rows[0], .pin = {}, .who = {}};
}

std::vector<Sample> staff_samples(bool long_names) {
    std::vector<Sample> samples;
    samples.push_back({"desk", desk(long_names)});
    samples.push_back({"desk, many rows", desk(long_names, 5)});
    samples.push_back({"desk, no rows", model::screen::Desk{}});
    auto noticed = desk(long_names);
    noticed.notice = core::message("desk.moved-now", "The sitting was moved.");
    noticed.page = 1;
    samples.push_back({"desk, later page with a notice", noticed});
    for (int id = 1; id <= 4; ++id) {
        auto opened = desk(long_names);
        opened.open_row = core::SittingId{id};
        samples.push_back({"row " + std::to_string(id), opened});
    }
    samples.push_back({"chart code", new_sitting(long_names, true)});
    samples.push_back({"new sitting", new_sitting(long_names, false)});
    for (const bool typing : {true, false}) {
        auto wrong = new_sitting(long_names, typing);
        wrong.problem =
            core::message("new.incomplete", "Please type the chart code and choose a therapist and a packet.");
        wrong.page = typing ? 0 : 2;
        samples.push_back({"new sitting, problem", wrong});
    }
    const auto one = board(long_names).rows[0];
    samples.push_back({"created", model::screen::SittingCreated{board(long_names), one}});
    samples.push_back({"park", model::screen::ConfirmPark{board(long_names), one}});
    samples.push_back({"parking", model::screen::ConfirmPark{board(long_names), one, true}});
    samples.push_back({"cancel", model::screen::ConfirmCancel{board(long_names), one}});
    samples.push_back(
        {"move", model::screen::MoveSitting{.board = board(long_names), .row = one, .page = 0, .problem = {}}});
    samples.push_back({"who asked, PIN", who_asked(long_names)});
    auto shown = who_asked(long_names);
    shown.who = std::vector<model::Asked>{{model::Role::a, ""}, {model::Role::b, "Jordan"}, {std::nullopt, ""}};
    samples.push_back({"who asked", shown});
    return samples;
}

}

TEST_CASE("every desk screen holds on a lying panel, whatever the text size and theme") {
    check_layout(staff_samples(false), support::lying);
    check_layout(staff_samples(true), support::lying);
}

TEST_CASE("every desk screen holds on a standing panel, whatever the text size and theme") {
    check_layout(staff_samples(false), support::standing);
    check_layout(staff_samples(true), support::standing);
}

TEST_CASE("the board starts what waits, parks what is under way, and leaves alone what is over") {
    const auto tree = drawn(desk());
    CHECK(means<ParkTapped>(tree, "park:1")->sitting == core::SittingId{1});
    CHECK(means<StartTapped>(tree, "start:2")->sitting == core::SittingId{2});
    CHECK(means<StartTapped>(tree, "start:3"));
    CHECK_FALSE(tree.find_id("start:4"));
    CHECK_FALSE(tree.find_id("park:4"));
    CHECK(means<RowTapped>(tree, "row:4")->sitting == core::SittingId{4});
    CHECK(means<NewSittingTapped>(tree, "new"));
    CHECK(means<LockTapped>(tree, "lock"));
    CHECK(tree.says("Answering, about 6 min left"));
    CHECK(tree.says("No answers or scores are shown on this board."));
}

TEST_CASE("all rows of a long board can be reached at every text size") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            auto screen = desk(true, 5);
            std::set<std::string> found;
            for (std::size_t page = 0; page < 40; ++page) {
                screen.page = page;
                const auto tree = drawn(screen, percent, panel);
                for (int id = 1; id <= 20; ++id)
                    if (means<RowTapped>(tree, "row:" + std::to_string(id))) found.insert(std::to_string(id));
                if (!means<PageTurned>(tree, "later")) break;
            }
            INFO(percent, " %, ", panel.width);
            CHECK(found.size() == 20);
        }
}

TEST_CASE("a wish for a word changes no word on the board") {
    auto marked = desk(), plain = desk();
    plain.board.rows[0].marked = false;
    const auto with = drawn(marked), without = drawn(plain);
    REQUIRE(with.widgets.size() == without.widgets.size());
    for (std::size_t i = 0; i < with.widgets.size(); ++i) {
        CHECK(with.widgets[i].id == without.widgets[i].id);
        CHECK(with.widgets[i].name == without.widgets[i].name);
        CHECK(with.widgets[i].value == without.widgets[i].value);
    }
}

TEST_CASE("one row offers what can be done with it and nothing else") {
    auto screen = desk();
    screen.open_row = core::SittingId{1};
    const auto active_row = drawn(screen);
    CHECK(active_row.says("4711"));
    CHECK(active_row.says("First visit"));
    CHECK(means<StartTapped>(active_row, "start"));
    CHECK(means<ParkTapped>(active_row, "park"));
    CHECK(means<WhoAskedTapped>(active_row, "mark"));
    CHECK_FALSE(active_row.find_id("move"));
    screen.open_row = core::SittingId{2};
    const auto waiting_row = drawn(screen);
    CHECK(means<MoveTapped>(waiting_row, "move"));
    CHECK(means<CancelTapped>(waiting_row, "cancel"));
    CHECK_FALSE(waiting_row.find_id("mark"));
    REQUIRE(means<RowTapped>(waiting_row, "back"));
    CHECK_FALSE(means<RowTapped>(waiting_row, "back")->sitting);
    screen.open_row = core::SittingId{4};
    CHECK_FALSE(drawn(screen).find_id("start"));
}

TEST_CASE("a self-check that needs a look says what to do") {
    for (const int percent : {100, 200})
        CHECK(drawn(desk(), percent).says("Plug in the backup drive."));
}

TEST_CASE("a packet that cannot be used is off, with the reason") {
    auto screen = new_sitting(false, false);
    std::set<std::string> found;
    bool create = false;
    for (std::size_t page = 0; page < 8; ++page) {
        screen.page = page;
        const auto tree = drawn(screen);
        create = create || means<CreateTapped>(tree, "create");
        if (means<PacketChosen>(tree, "packet:0")) found.insert("usable");
        if (tree.find_id("packet:1") != nullptr && !tree.find_id("packet:1")->enabled && tree.says("item in no scale"))
            found.insert("off");
        if (means<TherapistChosen>(tree, "therapist:2")) found.insert("therapist");
        if (means<ExpectToggled>(tree, "expect:b")) found.insert("who");
        if (!means<PageTurned>(tree, "later")) break;
    }
    CHECK(found.size() == 4);
    CHECK(create);
    screen.packet = 1;
    CHECK_FALSE(means<CreateTapped>(drawn(screen), "create"));
    screen.packet = 0;
    screen.expects_a = screen.expects_b = false;
    CHECK_FALSE(means<CreateTapped>(drawn(screen), "create"));
}

TEST_CASE("the chart code is typed on the keyboard and can be changed later") {
    const auto typing = drawn(new_sitting(false, true));
    CHECK(means<DoneTyping>(typing, "key:done"));
    CHECK(means<BackTapped>(typing, "back"));
    CHECK(typing.says("never a full name"));
    CHECK(means<ChartCodeTapped>(drawn(new_sitting(false, false)), "chart-code"));
}

TEST_CASE("a new sitting shows its entry code and opens here when asked to") {
    const auto tree = drawn(model::screen::SittingCreated{board(), board().rows[1]});
    CHECK(tree.says("4711"));
    bool starts = false;
    for (const auto& widget : tree.widgets)
        starts = starts || (widget.action && widget.action->as<StartTapped>() != nullptr);
    CHECK(starts);
}
