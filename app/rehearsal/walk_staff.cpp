// What those who work there do on a tour: the desk, the therapist.
#include "rehearsal/rehearsed_visit.hpp"
#include "rehearsal/walk.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace rehearsal {
namespace {

namespace fs = std::filesystem;

// From the case to the couple's view with one explanation more, through each of its pages, and back with the
// passphrase.
bool walk_together(Rehearsal& kiosk, Walk& walk) {
    const bool chosen = kiosk.tap_id("together") || (kiosk.tap_id("case:more") && kiosk.tap_id("together"));
    if (!walk.must(chosen, "choose cards")) return false;
    walk.shoot("choose-cards");
    const auto& offered = std::get<model::screen::ChooseCards>(kiosk.state().screen).offered.cards;
    for (std::size_t i = 0; i < offered.size(); ++i)
        if ((offered[i].kind == model::CardKind::article && offered[i].by_a) ||
            offered[i].kind == model::CardKind::text)
            kiosk.tell(model::action::CardTapped{i});
    if (!walk.must(kiosk.tap_id("turn"), "turn the screen")) return false;
    std::map<model::CardKind, std::size_t> seen;
    for (bool more = true; more; more = kiosk.tap_id("later")) {
        walk.shoot("together");
        const auto& cards = std::get<model::screen::TogetherView>(kiosk.state().screen).together.cards;
        for (std::size_t i = 0; i < cards.size(); ++i) {
            if (!seen.contains(cards[i].kind) && kiosk.tap_id(fmt::format("card:{}", i))) {
                seen[cards[i].kind] = i;
                walk.shoot("together-card");
                kiosk.tap_id("back");
            }
        }
    }
    if (!walk.must(kiosk.tap_id("end"), "end the view")) return false;
    kiosk.pass(model::settle_time);
    walk.shoot("end-together");
    kiosk.type(kiosk.state().demo->passphrase);
    return walk.must(kiosk.tap_id("key:done") && kiosk.shows("case"), "come back to the case");
}

// Of a couple that was here more than once.
bool walk_trend(Rehearsal& kiosk, Walk& walk) {
    const auto& cases = *std::get<model::screen::Caseload>(kiosk.state().screen).cases;
    const auto often = std::ranges::find(cases, "RG-1987", &model::CaseSummary::chart_code);
    if (!walk.must(often != cases.end(), "find a couple of the demo's")) return false;
    kiosk.tell(model::action::CaseChosen{often->id});
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::trend});
    walk.shoot("case-trend");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::mission});
    kiosk.tell(model::action::VersionsCompared{true});
    walk.shoot("case-mission-compared");
    kiosk.tell(model::action::BackTapped{});
    return walk.must(kiosk.shows("caseload"), "come back to the caseload");
}

}

bool at_the_desk(Rehearsal& kiosk, Walk& walk, std::string& entry_code) {
    if (!walk.must(kiosk.tap_id("staff"), "open the staff door")) return false;
    walk.shoot("staff-door");
    kiosk.tell(model::action::BackTapped{});
    if (!walk.must(kiosk.tap_id("staff") && kiosk.tap_id("desk"), "open the desk")) return false;
    walk.shoot("desk-pin");
    kiosk.pass(model::settle_time);
    if (!walk.must(kiosk.keys(kiosk.state().demo->desk_pin) && kiosk.tap_id("key:done"), "enter the desk PIN"))
        return false;
    walk.shoot("desk");
    kiosk.tell(model::action::NewSittingTapped{});
    kiosk.pass(model::settle_time);
    kiosk.type("RG-3055");
    walk.shoot("new-sitting-code");
    kiosk.tell(model::action::DoneTyping{});
    walk.shoot("new-sitting");
    kiosk.tell(model::action::CreateTapped{});
    const auto* made = std::get_if<model::screen::SittingCreated>(&kiosk.state().screen);
    if (!walk.must(made != nullptr, "make a sitting")) return false;
    entry_code = made->row.entry_code;
    walk.shoot("sitting-created");
    kiosk.tell(model::action::BackTapped{});
    kiosk.tell(model::action::LockTapped{});
    return walk.must(kiosk.shows("welcome"), "lock the desk");
}

bool therapist(Rehearsal& kiosk, Walk& walk, const fs::path& folder) {
    if (!walk.must(kiosk.tap_id("staff") && kiosk.tap("Dr. Okafor"), "open the therapist's door")) return false;
    kiosk.pass(model::settle_time);
    kiosk.type(kiosk.state().demo->passphrase);
    walk.shoot("unlock");
    if (!walk.must(kiosk.tap_id("key:done") && kiosk.shows("caseload"), "unlock")) return false;
    walk.shoot("caseload");
    if (!walk_trend(kiosk, walk)) return false;
    const auto& cases = *std::get<model::screen::Caseload>(kiosk.state().screen).cases;
    const auto mine = std::ranges::find(cases, std::string("RG-3055"), &model::CaseSummary::chart_code);
    if (!walk.must(mine != cases.end(), "find the case")) return false;
    kiosk.tell(model::action::CaseChosen{mine->id});
    walk.shoot("case-brief");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::overview});
    walk.shoot("case-overview");
    kiosk.tell(model::action::PicturesChosen{model::Pictures::gaps});
    walk.shoot("case-overview-gaps");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::scores});
    walk.shoot("case-scores");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::answers});
    walk.shoot("case-answers");
    kiosk.tell(model::action::AnswersOrdered{true});
    walk.shoot("case-answers-by-form");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::mission});
    walk.shoot("case-mission");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::private_view});
    walk.shoot("case-private-step");
    kiosk.tell(model::action::PrivateOpened{});
    walk.shoot("case-private");
    kiosk.tell(model::action::PrivateClosed{});
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::notes});
    kiosk.tell(model::action::NoteTapped{});
    kiosk.pass(model::settle_time);
    walk.shoot("case-note");
    kiosk.tell(model::action::BackTapped{});
    kiosk.tell(model::action::CaseActionsTapped{});
    walk.shoot("folder");
    kiosk.tell(model::action::BackTapped{});
    kiosk.tell(model::action::ExportTapped{});
    walk.shoot("chart");
    kiosk.tell(model::action::ExportWhoseChosen{model::Partner::a});
    walk.shoot("chart-of-one");
    kiosk.tell(model::action::Confirmed{});
    walk.shoot("chart-being-written");
    kiosk.pass(core::Milliseconds(100)); // a piece each time it is asked
    const auto* chart = std::get_if<model::screen::Export>(&kiosk.state().screen);
    if (!walk.must(chart != nullptr && !chart->written_to.empty(), "write the chart")) return false;
    std::error_code error;
    fs::copy_file(chart->written_to, folder / "chart.pdf", fs::copy_options::overwrite_existing, error);
    walk.shoot("chart-written");
    kiosk.tell(model::action::BackTapped{});
    if (!walk.must(!error && kiosk.shows("case"), "go back to the case") || !walk_together(kiosk, walk)) return false;
    kiosk.tell(model::action::LockTapped{});
    return walk.must(kiosk.shows("welcome"), "lock");
}

bool park(Rehearsal& kiosk, Walk& walk) {
    if (!walk.must(unlock_desk(kiosk, kiosk.state().demo->desk_pin), "open the desk")) return false;
    walk.shoot("desk-after");
    const auto& rows = std::get<model::screen::Desk>(kiosk.state().screen).board.rows;
    if (!walk.must(!rows.empty(), "see the waiting sitting")) return false;
    const auto sitting = rows.front().sitting;
    kiosk.tell(model::action::RowTapped{sitting});
    walk.shoot("desk-row");
    kiosk.tell(model::action::ParkTapped{sitting});
    walk.shoot("park");
    kiosk.tell(model::action::Confirmed{});
    if (!walk.must(kiosk.shows("ready"), "park and reset")) return false;
    walk.shoot("ready");
    return true;
}

}
