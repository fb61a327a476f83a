#include "model/case/mission_drift.hpp"
#include "model/case/trend.hpp"
#include "rehearsal/demo.hpp"
#include "visits/a_visit.hpp"

namespace visits {
namespace {

// The demo as somebody opens it who tries the kiosk.
struct TriedOut {
    TemporaryFolder folder;
    ManualClock clock{core::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)) + std::chrono::hours(10)};
    std::unique_ptr<Rehearsal> kiosk;

    TriedOut() {
        practice::KioskPlan plan{.practice = rehearsal::demo_practice({}), .content = shipped_content()};
        plan.data_folder = folder.path();
        plan.export_folder = folder.path() / "charts";
        plan.appearance.reduced_motion = true;
        plan.code_cost = support::test_cost();
        auto demo = open_demo_kiosk(plan, [this] { return clock.now(); }, {});
        REQUIRE(demo.has_value());
        auto staged = Rehearsal::create(std::move(*demo), {}, clock);
        REQUIRE(staged.has_value());
        kiosk = std::move(*staged);
    }
    void unlock() { REQUIRE(unlock_therapist(*kiosk, "Dr. Okafor", kiosk->state().demo->passphrase)); }
    model::CaseFile file(std::string_view chart_code) {
        const auto& cases = *std::get<model::screen::Caseload>(kiosk->state().screen).cases;
        const auto found = std::ranges::find(cases, chart_code, &model::CaseSummary::chart_code);
        REQUIRE(found != cases.end());
        kiosk->tell(model::action::CaseChosen{found->id});
        auto opened = std::get<model::screen::Case>(kiosk->state().screen).file;
        kiosk->tell(model::action::BackTapped{});
        return opened;
    }
};

double alliance_moved(const model::CaseFile& file, model::Partner partner) {
    for (const auto& trend : model::trends_of(*shipped_content(), file))
        if (trend.scale->id.value == "alliance") {
            const auto& points = trend.lines.of(partner).points;
            REQUIRE(points.size() == 3);
            return points.back().value - points.front().value;
        }
    FAIL("no alliance over the visits");
    return 0;
}

}

TEST_CASE("a demo's couples differ: over three visits one grows closer and agrees on other words, one grows apart") {
    TriedOut demo;
    demo.unlock();
    const auto closer = demo.file("RG-1987"), apart = demo.file("RG-1902");
    for (const auto partner : model::both_partners) {
        CHECK(alliance_moved(closer, partner) > 1.5);
        CHECK(alliance_moved(apart, partner) < -1.5);
    }
    const auto drift = model::mission_drift(closer);
    REQUIRE(drift.has_value());
    std::map<model::Drift, int> fared;
    for (const auto& sentence : drift->sentences)
        ++fared[sentence.drift];
    CHECK(fared[model::Drift::kept] == 1);
    CHECK(fared[model::Drift::changed] == 1);
    CHECK(fared[model::Drift::added] == 1);
    CHECK(closer.visits[1].a.content->answers.contains({{"check-in"}, {"still-1"}})); // it was read back to them
}

TEST_CASE("a demo's couple spoke Spanish, one partner came alone, and one part was closed as it was") {
    TriedOut demo;
    demo.unlock();
    const auto in_spanish = demo.file("RG-2016").visits.back();
    CHECK(in_spanish.a.content->languages == std::set<std::string>{"es"});
    CHECK(std::get<model::Written>(in_spanish.a.content->answers.at({{"about-us"}, {"like"}})).text ==
          "Cantamos en el coche, aunque cantamos mal.");
    const auto alone = demo.file("RG-2121").visits.front();
    CHECK(alone.a.content.has_value());
    CHECK(alone.b.status == model::PartStatus::absent);
    const auto closed = demo.file("RG-2127").visits.front();
    REQUIRE(closed.a.content.has_value());
    REQUIRE(closed.b.content.has_value());
    CHECK(closed.a.content->answers.size() * 3 < closed.b.content->answers.size() * 2);
}

TEST_CASE("a demo's board has a couple that waits, one that was put away half way, and a mark for the therapist") {
    TriedOut demo;
    CHECK(enter_code(*demo.kiosk, demo.kiosk->state().demo->entry_code));
    CHECK(demo.kiosk->shows("who-is-here"));
    REQUIRE(demo.kiosk->tap_id("home"));
    REQUIRE(unlock_desk(*demo.kiosk, demo.kiosk->state().demo->desk_pin));
    std::map<std::string, model::BoardRow> rows;
    for (const auto& row : std::get<model::screen::Desk>(demo.kiosk->state().screen).board.rows)
        rows[row.chart_code] = row;
    CHECK(rows.size() == 3);
    CHECK(rows["RG-2041"].a.status == model::PartStatus::not_started);
    CHECK(rows["RG-2098"].status == model::SittingStatus::parked);
    CHECK(rows["RG-2098"].a.progress.screens_done > 0);
    CHECK_FALSE(rows["RG-2098"].marked);
    CHECK(rows["RG-2003"].marked);
    CHECK(rows["RG-2003"].b.status == model::PartStatus::sealed);
}

}
