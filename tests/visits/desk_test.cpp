#include "core/when.hpp"
#include "visits/a_visit.hpp"

using namespace visits;

namespace {

// Of the board, which stays open.
model::BoardRow only_row(Visit& visit) {
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    const auto& rows = std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows;
    REQUIRE(rows.size() == 1);
    return rows.front();
}

}

TEST_CASE("the desk parks a part in the middle, and the partner finds it again") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 11);
    const auto page = visit.page();
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap("Return"));
    REQUIRE(visit.kiosk->tap_id("staff"));
    REQUIRE(visit.kiosk->tap_id("desk"));
    REQUIRE(visit.kiosk->keys(pin));
    REQUIRE(visit.kiosk->tap_id("key:done"));
    REQUIRE(visit.kiosk->shows("desk"));
    const auto sitting = std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows.front().sitting;
    visit.kiosk->tell(model::action::ParkTapped{sitting});
    visit.kiosk->tell(model::action::Confirmed{});
    REQUIRE(visit.kiosk->shows("ready"));
    visit.kiosk->tell(model::action::ReadyTapped{});
    CHECK(only_row(visit).status == model::SittingStatus::parked);
    visit.kiosk->tell(model::action::LockTapped{});
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.page() == page);
}

TEST_CASE("a sitting nobody has begun can be cancelled, and one that somebody has begun cannot") {
    Visit visit;
    const auto unwanted = visit.new_sitting("RG-1");
    const auto begun = visit.new_sitting("RG-2");
    visit.begin_at(begun, Visit::maya(), 3);
    REQUIRE((visit.kiosk->tap_id("hide") && visit.kiosk->tap_id("return")));
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    const auto row = [&](std::string_view chart_code) {
        for (const auto& each : std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows)
            if (each.chart_code == chart_code) return each;
        FAIL("no such row");
        return model::BoardRow{};
    };
    CHECK_FALSE(row("RG-2").can_cancel);
    visit.kiosk->tell(model::action::CancelTapped{row("RG-2").sitting});
    visit.kiosk->tell(model::action::Confirmed{});
    if (!visit.kiosk->shows("desk")) visit.kiosk->tell(model::action::BackTapped{});
    REQUIRE(visit.kiosk->shows("desk"));
    CHECK(row("RG-2").status == model::SittingStatus::active);
    REQUIRE(row("RG-1").can_cancel);
    visit.kiosk->tell(model::action::CancelTapped{row("RG-1").sitting});
    visit.kiosk->tell(model::action::Confirmed{});
    REQUIRE(visit.kiosk->shows("desk"));
    CHECK(std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows.size() == 1);
    visit.start();
    REQUIRE(visit.kiosk->tap_id("begin"));
    visit.kiosk->keys(unwanted);
    CHECK(visit.kiosk->shows("entry-code"));
}

TEST_CASE("a sitting that nobody has begun waits again after it was put away") {
    Visit visit;
    (void)visit.new_sitting();
    visit.kiosk->tell(model::action::ParkTapped{only_row(visit).sitting});
    visit.kiosk->tell(model::action::Confirmed{});
    visit.kiosk->tell(model::action::ReadyTapped{});
    CHECK(only_row(visit).status == model::SittingStatus::waiting);
}

TEST_CASE("a sitting without a shared page is open until both partners are done") {
    Visit visit;
    auto made = *shipped_content();
    made.packets.push_back({.id = {"apart"}, .title = "Apart", .modules = {{"my-mission"}}, .joint_module = {}});
    visit.content = std::make_shared<const model::Content>(std::move(made));
    visit.start();
    const auto code = visit.new_sitting("RG-1", true, true, "apart");
    for (const auto& act : {Visit::maya(), Visit::jordan()}) {
        CHECK(only_row(visit).status != model::SittingStatus::finished);
        visit.start();
        visit.begin(code, act);
        finish_part(visit, act);
        visit.start();
    }
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    CHECK(all_over(std::get<model::screen::Desk>(visit.kiosk->state().screen).board));
}

TEST_CASE("partners may come on different days, and their answers are one visit") {
    Visit visit;
    const auto code = visit.new_sitting();
    const auto maya = Visit::maya(), jordan = Visit::jordan();
    visit.begin(code, maya);
    finish_part(visit, maya);
    visit.kiosk->tell(model::action::NotHereYet{});
    visit.kiosk->tell(model::action::WentHome{});
    visit.clock.pass(std::chrono::hours(24 * 9));
    visit.start();
    visit.begin(code, jordan);
    finish_part(visit, jordan);
    CHECK(visit.kiosk->says("Both parts are sealed"));
    visit.kiosk->tell(model::action::NextTapped{});
    visit.kiosk->tell(model::action::WentHome{});
    const auto file = visit.read_case();
    REQUIRE(file.visits.size() == 1);
    CHECK(file.visits.front().a.content.has_value());
    CHECK(file.visits.front().b.content.has_value());
    CHECK(*file.visits.front().b.sealed_at - *file.visits.front().a.sealed_at >= std::chrono::hours(24 * 9));
}

TEST_CASE("a partner is told when the desk moved the sitting to another therapist, and only that one can read it") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    REQUIRE(visit.kiosk->tap_id("hide"));
    visit.start();
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    const auto sitting = std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows.front().sitting;
    visit.kiosk->tell(model::action::MoveTapped{sitting});
    visit.kiosk->tell(model::action::TherapistChosen{1});
    visit.kiosk->tell(model::action::LockTapped{});
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    REQUIRE(visit.kiosk->shows("before-you-begin"));
    CHECK(visit.kiosk->says("M. Reyes, LMFT"));
    while (visit.kiosk->tree().find_id("ready") == nullptr)
        REQUIRE(visit.kiosk->tap_id("next"));
    REQUIRE(visit.kiosk->tap_id("ready"));
    auto act = Visit::maya();
    finish_part(visit, act);
    visit.kiosk->tell(model::action::NotHereYet{});
    visit.kiosk->tell(model::action::WentHome{});
    REQUIRE(unlock_therapist(*visit.kiosk, "M. Reyes, LMFT", passphrase));
    CHECK(std::get<model::screen::Caseload>(visit.kiosk->state().screen).cases->front().unread_a);
    visit.kiosk->tell(model::action::LockTapped{});
    const auto file = visit.read_case("M. Reyes, LMFT");
    CHECK(file.visits.front().a.content.has_value());
    visit.kiosk->tell(model::action::LockTapped{});
    REQUIRE(unlock_therapist(*visit.kiosk, "Dr. Okafor", passphrase));
    CHECK(std::get<model::screen::Caseload>(visit.kiosk->state().screen).cases->empty());
}

TEST_CASE("a couple that was here before is offered the later visit, unless the desk chose by hand") {
    Visit visit;
    const auto code = visit.new_sitting("RG-7", true, false);
    const auto maya = Visit::maya();
    visit.begin(code, maya);
    finish_part(visit, maya);
    visit.start();
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    const auto packet_for = [&](std::string_view chart_code, std::optional<std::size_t> by_hand) {
        visit.kiosk->tell(model::action::NewSittingTapped{});
        visit.kiosk->pass(model::settle_time);
        if (by_hand) visit.kiosk->tell(model::action::PacketChosen{*by_hand});
        visit.kiosk->type(chart_code);
        visit.kiosk->tell(model::action::DoneTyping{});
        const auto chosen = std::get<model::screen::NewSitting>(visit.kiosk->state().screen).packet;
        visit.kiosk->tell(model::action::WentHome{});
        return shipped_content()->packets.at(chosen).id.value;
    };
    CHECK(packet_for("RG-8", std::nullopt) == "first-visit");
    CHECK(packet_for("rg-7", std::nullopt) == "later-visit");
    CHECK(packet_for("RG-7", 2) == "mission-only");
}

TEST_CASE("a packet that asks what must not wait is made only where the practice reads on the same day") {
    Visit visit;
    const auto make = [&] {
        REQUIRE(unlock_desk(*visit.kiosk, pin));
        visit.kiosk->tell(model::action::NewSittingTapped{});
        visit.kiosk->pass(model::settle_time);
        visit.kiosk->type("RG-9");
        visit.kiosk->tell(model::action::DoneTyping{});
        const auto& packets = shipped_content()->packets;
        const auto health = std::ranges::find(packets, core::PacketId{"health"}, &model::Packet::id);
        REQUIRE(health != packets.end());
        visit.kiosk->tell(model::action::PacketChosen{static_cast<std::size_t>(health - packets.begin())});
        visit.kiosk->tell(model::action::CreateTapped{});
        if (visit.kiosk->shows("new-sitting:second")) visit.kiosk->tell(model::action::Confirmed{});
        const auto* made = std::get_if<model::screen::SittingCreated>(&visit.kiosk->state().screen);
        REQUIRE(made != nullptr);
        return made->row.packet.value;
    };
    CHECK(make() == "first-visit"); // it could not be chosen, and the usual one stayed
    visit.practice.reads_same_day = true;
    visit.start();
    CHECK(make() == "health");
}

namespace {

void type_code(Visit& visit, std::string_view chart_code) {
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    visit.kiosk->tell(model::action::NewSittingTapped{});
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->type(chart_code);
    visit.kiosk->tell(model::action::DoneTyping{});
}

}

TEST_CASE("the desk sees whether a chart code is known, and when its couple was here last, before it makes a sitting") {
    Visit visit;
    type_code(visit, "RG-7");
    CHECK(visit.kiosk->says("New: nobody has been here with this chart code."));
    visit.start();
    const auto code = visit.new_sitting("RG-7", true, false);
    type_code(visit, "rg7"); // as somebody in a hurry types it
    CHECK(visit.kiosk->says("Known, but no visit was finished yet."));
    visit.start();
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    const auto day = core::full_day_words(visit.clock.now().wall);
    visit.clock.pass(std::chrono::hours(24 * 8));
    visit.start();
    type_code(visit, "RG-7");
    CHECK(visit.kiosk->says("Here last on " + day + "."));
    CHECK_FALSE(visit.kiosk->says("is open already"));
    // Another code, and nothing is said of the one before.
    REQUIRE(visit.kiosk->tap_id("chart-code"));
    visit.kiosk->type("5");
    visit.kiosk->tell(model::action::DoneTyping{});
    CHECK(visit.kiosk->says("New: nobody has been here with this chart code."));
}

TEST_CASE("a second sitting for one chart code is made only after a question, and a double tap does not answer it") {
    Visit visit;
    const auto code = visit.new_sitting("RG-7", true, false);
    type_code(visit, "RG-7");
    CHECK(visit.kiosk->says("A sitting is open already."));
    const auto sittings = [&] { return std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows.size(); };
    REQUIRE(visit.kiosk->tap_id("create"));
    REQUIRE(visit.kiosk->shows("new-sitting:second"));
    visit.kiosk->tell(model::action::CreateTapped{}); // late, from the page before
    CHECK(visit.kiosk->shows("new-sitting:second"));
    SUBCASE("no: the code was mistyped") {
        REQUIRE(visit.kiosk->tap_id("back"));
        CHECK(visit.kiosk->tree().find_id("create") != nullptr);
        visit.kiosk->tell(model::action::Confirmed{}); // late as well
        CHECK(visit.kiosk->shows("new-sitting"));
        visit.kiosk->tell(model::action::WentHome{});
        CHECK(sittings() == 1);
    }
    SUBCASE("yes") {
        REQUIRE(visit.kiosk->tap_id("confirm"));
        REQUIRE(visit.kiosk->shows("sitting-created"));
        visit.kiosk->tell(model::action::BackTapped{});
        CHECK(sittings() == 2);
        visit.start();
        CHECK(enter_code(*visit.kiosk, code)); // and the first one is as it was
    }
    SUBCASE("once that one is finished nothing is asked") {
        visit.start();
        visit.begin(code, Visit::maya());
        finish_part(visit, Visit::maya());
        visit.start();
        type_code(visit, "RG-7");
        REQUIRE(visit.kiosk->tap_id("create"));
        CHECK(visit.kiosk->shows("sitting-created"));
    }
}
