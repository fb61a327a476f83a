// What the database refuses to take: no answer is lost by it, and nobody gets a free try.
#include "visits/refused_rows.hpp"

using namespace visits;

TEST_CASE("answers that the database refused are saved by the next try, and are there after a cut of power") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 13);
    visit.kiosk->pass(std::chrono::seconds(1));
    refuse_rows(visit, "journal");
    const auto* item = item_on_screen(*visit.kiosk);
    REQUIRE(item->kind == model::ItemKind::choice);
    REQUIRE(visit.kiosk->tap_id("answer:" + std::to_string(item->choices[2].value)));
    visit.kiosk->pass(std::chrono::seconds(1));
    CHECK(visit.kiosk->says("not saved yet"));
    REQUIRE(visit.kiosk->tap_id("retry"));
    CHECK(visit.kiosk->says("not saved yet"));
    take_rows(visit);
    REQUIRE(visit.kiosk->tap_id("retry"));
    CHECK(visit.session().pending.empty());
    const auto answers = visit.session().content.answers;

    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.session().content.answers == answers);
}

TEST_CASE("a wrong code that cannot be counted is no free try") {
    Visit visit;
    const auto code = visit.new_sitting();
    REQUIRE(visit.kiosk->tap_id("begin"));
    refuse_rows(visit, "throttle");
    REQUIRE(visit.kiosk->keys(code == "0001" ? "0002" : "0001"));
    const auto& refusal = std::get<model::screen::EntryCode>(visit.kiosk->state().screen).code.refusal;
    REQUIRE(refusal.has_value());
    CHECK(refusal->why == model::Refusal::Why::paused);
    CHECK(refusal->until == visit.clock.now().steady + std::chrono::minutes(5));
}

TEST_CASE("a database that another hand gives a trigger while the kiosk runs is not written to") {
    Visit visit;
    const auto code = visit.new_sitting();
    REQUIRE(visit.kiosk->tap_id("begin"));
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open((visit.folder.path() / "sameside.db").c_str(), &handle) == SQLITE_OK);
    CHECK(sqlite3_exec(handle, "CREATE TRIGGER kept AFTER INSERT ON journal BEGIN SELECT 1; END", nullptr, nullptr,
                       nullptr) == SQLITE_OK);
    sqlite3_close(handle);
    REQUIRE(visit.kiosk->keys(code));
    CHECK(!visit.kiosk->shows("entry-code"));
    CHECK(visit.kiosk->shows("out-of-order"));
}
