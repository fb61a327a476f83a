// A day at the desk: what its board says of each sitting, and how few taps its work takes.
#include "core/when.hpp"
#include "ui/kit/tree.hpp"
#include "visits/a_visit.hpp"

using namespace visits;
namespace action = model::action;

namespace {

const model::Board& board_of(Visit& visit) {
    if (!std::holds_alternative<model::screen::Desk>(visit.kiosk->state().screen))
        REQUIRE(unlock_desk(*visit.kiosk, pin));
    return std::get<model::screen::Desk>(visit.kiosk->state().screen).board;
}

}

TEST_CASE("a sitting that is over stays on the board until the day ends, and says when") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, false);
    const auto maya = Visit::maya();
    visit.begin(code, maya);
    finish_part(visit, maya);
    visit.start();
    const auto rows = board_of(visit).rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].status == model::SittingStatus::finished);
    CHECK(rows[0].entry_code.empty());
    CHECK(visit.kiosk->says("Finished today, 1"));
    CHECK(visit.kiosk->says("Finished " + core::clock_words(rows[0].changed_at)));
    CHECK(visit.kiosk->tree().find_id("start:" + std::to_string(rows[0].sitting.value)) == nullptr);
    visit.kiosk->tell(action::LockTapped{});
    visit.clock.pass(std::chrono::hours(24));
    CHECK(board_of(visit).rows.empty());
}

TEST_CASE("today's sittings come first, and one of another day has its date") {
    Visit visit;
    (void)visit.new_sitting("RG-1");
    visit.clock.pass(std::chrono::hours(24));
    visit.start();
    (void)visit.new_sitting("RG-2");
    const auto& board = board_of(visit);
    REQUIRE(board.rows.size() == 2);
    const auto& tree = visit.kiosk->tree();
    const auto middle = [&](const model::BoardRow& row) {
        const auto* found = tree.find_id("row:" + std::to_string(row.sitting.value));
        REQUIRE(found != nullptr);
        return found->rect.center().y;
    };
    const auto old = std::ranges::find(board.rows, "RG-1", &model::BoardRow::chart_code);
    const auto today = std::ranges::find(board.rows, "RG-2", &model::BoardRow::chart_code);
    CHECK(middle(*today) < middle(*old));
    CHECK(tree.says("From other days, 1"));
    CHECK(tree.says(core::short_day_words(old->planned_at)));
    // The next of today is the one to begin with.
    visit.kiosk->tell(action::LockTapped{});
}

TEST_CASE("a new sitting takes at most six taps and its code, and a reset three") {
    Visit visit;
    (void)board_of(visit);
    auto before = visit.kiosk->taps();
    REQUIRE(visit.kiosk->tap_id("new"));
    visit.kiosk->type("RG-1");
    REQUIRE(visit.kiosk->tap_id("key:done"));
    REQUIRE(visit.kiosk->tap_id("therapist:1"));
    while (visit.kiosk->tree().find_id("minutes:60") == nullptr)
        REQUIRE(visit.kiosk->tap_id("later"));
    REQUIRE(visit.kiosk->tap_id("minutes:60"));
    REQUIRE(visit.kiosk->tap_id("create"));
    REQUIRE(visit.kiosk->shows("sitting-created"));
    CHECK(visit.kiosk->taps() - before <= 6);
    REQUIRE(visit.kiosk->tap_id("start"));
    visit.kiosk->tell(action::WentHome{});
    const auto& rows = board_of(visit).rows;
    REQUIRE(rows.size() == 1);
    const auto code = rows[0].entry_code;
    visit.kiosk->tell(action::LockTapped{});
    visit.begin_at(code, Visit::maya(), 3);
    REQUIRE((visit.kiosk->tap_id("hide") && visit.kiosk->tap_id("return")));
    REQUIRE(visit.kiosk->tap_id("staff"));
    REQUIRE(visit.kiosk->tap_id("desk"));
    REQUIRE(visit.kiosk->keys(pin));
    REQUIRE(visit.kiosk->tap_id("key:done"));
    before = visit.kiosk->taps();
    const auto id = std::to_string(board_of(visit).rows[0].sitting.value);
    REQUIRE(visit.kiosk->tap_id("park:" + id));
    REQUIRE(visit.kiosk->tap_id("confirm"));
    REQUIRE(visit.kiosk->tap_id("home"));
    CHECK(visit.kiosk->shows("welcome"));
    CHECK(visit.kiosk->taps() - before <= 3);
}

TEST_CASE("whose case it is is chosen for a chart code that is known, unless the desk chose by hand") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1");
    const auto sitting = board_of(visit).rows[0].sitting;
    visit.kiosk->tell(action::MoveTapped{sitting});
    visit.kiosk->tell(action::TherapistChosen{1});
    visit.kiosk->tell(action::LockTapped{});
    const auto maya = Visit::maya();
    visit.begin(code, maya);
    finish_part(visit, maya);
    visit.start();
    for (const bool by_hand : {false, true}) {
        (void)board_of(visit);
        visit.kiosk->tell(action::NewSittingTapped{});
        visit.kiosk->pass(model::settle_time);
        if (by_hand) visit.kiosk->tell(action::TherapistChosen{0});
        visit.kiosk->type("RG-1");
        visit.kiosk->tell(action::DoneTyping{});
        const auto& made = std::get<model::screen::NewSitting>(visit.kiosk->state().screen);
        CHECK(made.therapist == (by_hand ? 0U : 1U));
        visit.kiosk->tell(action::WentHome{});
    }
}

TEST_CASE("a slip holds the code, goes to the printer, and names nobody") {
    std::vector<std::string> printed;
    Visit visit;
    visit.practice.prints = true;
    bool takes = true;
    visit.print = [&](const std::string& pdf) {
        printed.push_back(pdf);
        return takes;
    };
    visit.start();
    const auto code = visit.new_sitting("RG-1");
    visit.begin_at(code, Visit::maya(), 2);
    visit.start();
    const auto id = board_of(visit).rows[0].sitting;
    visit.kiosk->tell(action::RowTapped{id});
    REQUIRE(visit.kiosk->tap_id("slip"));
    REQUIRE(printed.size() == 1);
    CHECK(printed[0].starts_with("%PDF"));
    CHECK(visit.kiosk->says("The slip is at the printer."));
    takes = false;
    REQUIRE(visit.kiosk->tap_id("slip"));
    CHECK(visit.kiosk->says("The printer did not take it."));
    CHECK(visit.kiosk->says(code)); // to be read out
}

TEST_CASE("without a printer no slip is offered, and none is printed for a desk that is locked") {
    Visit visit;
    (void)visit.new_sitting("RG-1");
    const auto id = board_of(visit).rows[0].sitting;
    visit.kiosk->tell(action::RowTapped{id});
    CHECK(visit.kiosk->tree().find_id("slip") == nullptr);
    visit.kiosk->tell(action::LockTapped{});
    int asked = 0;
    visit.print = [&](const std::string&) { return ++asked > 0; };
    visit.start();
    (void)visit.kiosk->runner().run(model::effect::PrintSlip{id, model::Language{}});
    CHECK(asked == 0);
}

TEST_CASE("somebody forgot their own code: the board leads to their sitting, and says what can be done") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1");
    (void)visit.new_sitting("RG-2");
    visit.begin_at(code, Visit::maya(), 2);
    visit.start();
    const auto rows = board_of(visit).rows;
    REQUIRE(rows.size() == 2);
    REQUIRE(visit.kiosk->tap_id("codes"));
    CHECK(visit.kiosk->says("RG-1"));
    CHECK_FALSE(visit.kiosk->says("RG-2")); // nobody of it has a code yet
    CHECK_FALSE(visit.kiosk->says("Maya"));
    REQUIRE(visit.kiosk->tap_id("row:" + std::to_string(rows[0].sitting.value)));
    CHECK(visit.kiosk->tree().find_id("close:a") != nullptr);
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.kiosk->shows("desk:codes"));
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.kiosk->shows("desk"));
}
