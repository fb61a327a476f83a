#include "visits/a_visit.hpp"

using namespace visits;

TEST_CASE("a partner who is called in early sees how far each form is, and can go on or finish with that") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 20);
    const auto page = visit.page();
    REQUIRE(visit.kiosk->tap_id("trail"));
    REQUIRE(visit.kiosk->shows("review"));
    CHECK(visit.kiosk->says("Stopping here for today?"));
    CHECK(visit.kiosk->says("Not begun"));
    CHECK(visit.kiosk->says("All answered"));
    REQUIRE(visit.kiosk->tap("Keep answering"));
    CHECK(visit.page() == page);
    REQUIRE(visit.kiosk->tap_id("trail"));
    REQUIRE(visit.kiosk->tap_id("seal"));
    REQUIRE(visit.kiosk->shows("hand-over"));
    visit.start();
    const auto file = visit.read_case();
    const auto& answers = file.visits.front().a.content.value().answers;
    CHECK(answers.size() >= 17); // without what is private
    CHECK(answers.size() < 24);
}

TEST_CASE("what is being typed when somebody stops early is kept") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin(code, Visit::maya());
    auto act = Visit::maya();
    const auto is_writing = [&] {
        const auto* item = item_on_screen(*visit.kiosk);
        return item != nullptr && item->kind == model::ItemKind::long_text && !item->is_private;
    };
    act.stop_after = 1;
    while (!is_writing())
        REQUIRE(answer_part(*visit.kiosk, act));
    const auto item = *item_on_screen(*visit.kiosk);
    visit.kiosk->type("We lost each other in the move");
    REQUIRE(visit.kiosk->tap_id("trail"));
    REQUIRE(visit.kiosk->tap_id("seal"));
    visit.start();
    const auto file = visit.read_case();
    const auto& answers = file.visits.front().a.content.value().answers;
    const auto found = answers.find({{"about-us"}, item.id});
    REQUIRE(found != answers.end());
    CHECK(std::get<model::Written>(found->second).text == "We lost each other in the move");
}

TEST_CASE("before each form but the first one can stop, and a form tapped in the review opens at its first gap") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin(code, Visit::maya());
    CHECK_FALSE(visit.kiosk->tap_id("stop-here"));
    auto act = Visit::maya();
    const auto on_second_intro = [&] {
        const auto* intro = std::get_if<model::screen::ModuleIntro>(&visit.kiosk->state().screen);
        return intro != nullptr && intro->module == 1;
    };
    act.stop_after = 1;
    while (!visit.kiosk->shows("rest"))
        REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(visit.kiosk->tree().find_id("stop-here") != nullptr);
    CHECK(visit.kiosk->says("Next: On the same side"));
    REQUIRE(visit.kiosk->tap_id("go-on"));
    REQUIRE(visit.kiosk->shows("question"));
    REQUIRE(visit.kiosk->tap_id("back"));
    REQUIRE(on_second_intro());
    REQUIRE(visit.kiosk->tap_id("stop-here"));
    REQUIRE(visit.kiosk->tap_id("form:same-side"));
    REQUIRE(visit.kiosk->shows("question"));
    CHECK(visit.question().item == 0);
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.kiosk->says("Stopping here for today?"));
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(on_second_intro());
}

TEST_CASE("a therapist turns the screen to read with a couple, and has locked their caseload by that") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 20);
    REQUIRE(visit.kiosk->tap_id("trail"));
    REQUIRE(visit.kiosk->tap_id("seal"));
    visit.start();
    REQUIRE(unlock_therapist(*visit.kiosk, "Dr. Okafor", passphrase));
    REQUIRE(visit.kiosk->says("Maya"));
    REQUIRE(visit.kiosk->tap("Explanations"));
    REQUIRE(visit.kiosk->shows("articles"));
    CHECK_FALSE(visit.kiosk->says("Maya"));
    // The key is gone: an order for the caseload is refused.
    const auto answers = visit.kiosk->runner().run(model::effect::ReadCaseload{});
    REQUIRE(answers.size() == 1);
    CHECK(answers.front().as<model::action::TherapistFailed>() != nullptr);
}
