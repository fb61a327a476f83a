// Whoever can read the answers is named to whoever gives them.
#include "visits/a_visit.hpp"

using namespace visits;

namespace {

// A case that two therapists read, before its next visit.
struct Shared {
    Visit visit;
    std::string code;
    Shared() {
        const auto first = visit.new_sitting("RG-2041", true, false);
        visit.begin_at(first, Visit::maya(), 1);
        visit.start();
        REQUIRE(unlock_therapist(*visit.kiosk, "Dr. Okafor", passphrase));
        const auto& cases = *std::get<model::screen::Caseload>(visit.kiosk->state().screen).cases;
        (void)visit.kiosk->runner().run(model::effect::ShareCase{cases.front().id, core::TherapistId{2}, true});
        visit.start();
        code = visit.new_sitting("RG-2041", false, true);
    }
};

}

TEST_CASE("before the first question each therapist who will read the answers is named") {
    Shared shared;
    auto& visit = shared.visit;
    SUBCASE("English") {}
    SUBCASE("Spanish") {
        visit.speaks = true;
        visit.appearance.language = {"es"};
    }
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, shared.code));
    auto jordan = Visit::jordan();
    bool named = false;
    jordan.at_each_page = [&] {
        if (visit.kiosk->shows("before-you-begin")) named = named || visit.kiosk->says("M. Reyes, LMFT");
    };
    REQUIRE(begin_part(*visit.kiosk, jordan));
    CHECK(named);
    while (!visit.kiosk->shows("question"))
        REQUIRE(visit.kiosk->tap_id("begin"));
    CHECK(visit.session().content.basis.readers == std::vector<std::string>{"Dr. Okafor", "M. Reyes, LMFT"});
}

TEST_CASE("where an answer is for the therapist alone, all who will read it are named") {
    Shared shared;
    auto& visit = shared.visit;
    REQUIRE(enter_code(*visit.kiosk, shared.code));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    bool named = false;
    auto jordan = Visit::jordan();
    jordan.at_each_page = [&] {
        named = named || visit.kiosk->says("Only Dr. Okafor and M. Reyes, LMFT will see");
        CHECK_FALSE(visit.kiosk->says("Only Dr. Okafor will"));
    };
    finish_part(visit, jordan);
    CHECK(named);
    if (visit.kiosk->shows("hand-over")) visit.kiosk->tell(model::action::NotHereYet{});
    CHECK(visit.kiosk->says("Only Dr. Okafor and M. Reyes, LMFT can open it."));
}
