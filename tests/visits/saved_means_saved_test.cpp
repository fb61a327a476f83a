// What stands beside the words "Saved", key by key; and what becomes of words that the disk does not take, by every way
// out of a screen where somebody writes.
#include "ui/couple/answering.hpp"
#include "visits/refused_rows.hpp"

using namespace visits;
namespace action = model::action;

namespace {

const ui::Widget* status_that_says(const Visit& visit, std::string_view words) {
    for (const auto& widget : visit.kiosk->tree().widgets)
        if (widget.role == ui::Role::status && widget.name == words) return &widget;
    return nullptr;
}

// One key after the other, faster than they are saved; then a pause.
void check_each_key(Visit& visit) {
    visit.kiosk->pass(std::chrono::seconds(1));
    for (const auto* word : {"Be", "kind"}) {
        for (const char letter : std::string_view(word)) {
            visit.kiosk->type(std::string(1, letter));
            CHECK(status_that_says(visit, "Saved") == nullptr);
            CHECK(status_that_says(visit, "Saving…") != nullptr);
        }
        visit.kiosk->pass(model::typing_in_flight);
        CHECK(status_that_says(visit, "Saved") != nullptr);
        CHECK(status_that_says(visit, "Saving…") == nullptr);
    }
}

void go_to(Visit& visit, model::ItemKind kind) {
    auto act = Visit::maya();
    act.stop_after = 1;
    for (;;) {
        const auto* item = item_on_screen(*visit.kiosk);
        if (item != nullptr && item->kind == kind) return;
        REQUIRE(answer_part(*visit.kiosk, act));
    }
}

// Maya in the middle of her words, which the disk has stopped to take.
struct Writing {
    Visit visit;
    std::string code = visit.new_sitting("RG-1", true, true, "mission-only");
    std::string typed;

    Writing() {
        visit.begin(code, Visit::maya());
        go_to(visit, model::ItemKind::long_text);
        visit.kiosk->pass(std::chrono::seconds(1));
        refuse_rows(visit, "journal");
        visit.kiosk->type(" and brave");
        typed = visit.question().writing->text;
    }
    void come_back() {
        REQUIRE(visit.kiosk->tap_id("return"));
        REQUIRE(visit.kiosk->keys("4711"));
    }
    bool text_is_there() const {
        return visit.kiosk->shows("question") && visit.question().writing && visit.question().writing->text == typed;
    }
    void try_to_park() {
        REQUIRE(unlock_desk(*visit.kiosk, pin));
        const auto sitting = std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows.front().sitting;
        visit.kiosk->tell(action::ParkTapped{sitting});
        visit.kiosk->pass(model::settle_time);
        visit.kiosk->tell(action::Confirmed{});
    }
};

}

TEST_CASE("while somebody types an answer, nothing on the screen calls it saved before it is") {
    Visit visit;
    visit.begin(visit.new_sitting("RG-1", true, true, "mission-only"), Visit::maya());
    go_to(visit, model::ItemKind::long_text);
    check_each_key(visit);
}

TEST_CASE("while the two type a sentence together, nothing on the screen calls it saved before it is") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    finish_part(visit, Visit::jordan());
    REQUIRE(visit.kiosk->tap_id("joint"));
    REQUIRE(visit.kiosk->keys(Visit::maya().code));
    REQUIRE(visit.kiosk->tap_id("write"));
    check_each_key(visit);
}

TEST_CASE("while a therapist types a note, nothing on the screen calls it saved before it is") {
    Visit visit;
    visit.begin(visit.new_sitting("RG-1", true, false, "mission-only"), Visit::maya());
    finish_part(visit, Visit::maya());
    visit.start();
    visit.read_case();
    visit.kiosk->tell(action::CaseTabChosen{model::CaseTab::notes});
    REQUIRE(visit.kiosk->tap_id("note"));
    check_each_key(visit);
}

TEST_CASE("a number that is no answer yet is not called saved") {
    Visit visit;
    visit.begin_at(visit.new_sitting(), Visit::maya(), 1);
    auto state = visit.kiosk->state();
    auto question = std::get<model::screen::Question>(state.screen);
    question.session.saved_once = true;
    question.session.pending.clear();
    CHECK(ui::entered_on(question) == ui::Entered::kept);
    question.digits = "1";
    question.session.content.answers[*question.session.content.at] = model::Skipped{};
    CHECK(ui::saved_words(question.session, ui::entered_on(question)).empty());
    question.session.content.answers[*question.session.content.at] = model::Chosen{1};
    CHECK(ui::saved_words(question.session, ui::entered_on(question)) == "Saved");
}

TEST_CASE("words that the disk refused when the screen was hidden come back with their author, and say that they are "
          "not saved") {
    Writing maya;
    auto& visit = maya.visit;
    SUBCASE("hidden by hand") {
        REQUIRE(visit.kiosk->tap_id("hide"));
    }
    SUBCASE("hidden because nobody touched it") {
        visit.kiosk->pass(std::chrono::minutes(5));
    }
    SUBCASE("hidden, and staff at the door and at the PIN meanwhile") {
        REQUIRE(visit.kiosk->tap_id("hide"));
        REQUIRE(visit.kiosk->tap_id("return"));
        REQUIRE(visit.kiosk->tap_id("staff"));
        REQUIRE(visit.kiosk->tap_id("desk"));
        visit.kiosk->tell(action::WentHome{});
        REQUIRE(enter_code(*visit.kiosk, maya.code));
        REQUIRE(visit.kiosk->tap_id("partner:a"));
        REQUIRE(visit.kiosk->keys("4711"));
        CHECK(visit.kiosk->says("not saved yet"));
        CHECK(maya.text_is_there());
        return;
    }
    REQUIRE(visit.kiosk->shows("cover"));
    maya.come_back();
    CHECK(visit.kiosk->says("not saved yet"));
    CHECK_FALSE(visit.kiosk->says("Saved"));
    CHECK(maya.text_is_there());
    take_rows(visit);
    REQUIRE(visit.kiosk->tap_id("retry"));
    CHECK(visit.session().pending.empty());
    visit.start(); // power was cut
    REQUIRE(enter_code(*visit.kiosk, maya.code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(maya.text_is_there());
}

TEST_CASE("under the cover refused words are on the disk a minute after it takes them again") {
    Writing maya;
    REQUIRE(maya.visit.kiosk->tap_id("hide"));
    CHECK(maya.visit.kiosk->runner().has_unsaved());
    take_rows(maya.visit);
    maya.visit.kiosk->pass(std::chrono::minutes(1));
    CHECK_FALSE(maya.visit.kiosk->runner().has_unsaved());
    maya.visit.start(); // power was cut
    REQUIRE(enter_code(*maya.visit.kiosk, maya.code));
    REQUIRE(maya.visit.kiosk->tap_id("partner:a"));
    REQUIRE(maya.visit.kiosk->keys("4711"));
    CHECK(maya.text_is_there());
}

TEST_CASE("a sitting whose last words the disk refuses is not put away, and the desk is told why") {
    Writing maya;
    auto& visit = maya.visit;
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("return"));
    REQUIRE(visit.kiosk->tap_id("staff"));
    REQUIRE(visit.kiosk->tap_id("desk"));
    visit.kiosk->tell(action::WentHome{});
    maya.try_to_park();
    REQUIRE(visit.kiosk->shows("desk"));
    CHECK(visit.kiosk->says("not put away yet"));
    CHECK(visit.kiosk->says("Not all is saved"));
    take_rows(visit);
    visit.kiosk->tell(action::LockTapped{});
    maya.try_to_park();
    CHECK(visit.kiosk->shows("ready"));
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, maya.code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(maya.text_is_there());
}

TEST_CASE("who comes back while nothing can be logged is told that their last words are not saved, and loses none") {
    Writing maya;
    auto& visit = maya.visit;
    REQUIRE(visit.kiosk->tap_id("hide"));
    on_kiosk_connection(
        visit, "CREATE TEMP TRIGGER unlogged BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'no room'); END");
    maya.come_back();
    REQUIRE(visit.kiosk->shows("out-of-order"));
    CHECK(visit.kiosk->says("What you wrote last could not be saved"));
    take_rows(visit);
    on_kiosk_connection(visit, "DROP TRIGGER temp.unlogged");
    visit.kiosk->tell(action::WentHome{});
    REQUIRE(enter_code(*visit.kiosk, maya.code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(maya.text_is_there());
    CHECK_FALSE(visit.kiosk->says("not saved yet"));
}

TEST_CASE("a note that the disk refused when the screen locked is its author's again, and is saved when it can be") {
    Visit visit;
    visit.begin(visit.new_sitting("RG-1", true, false, "mission-only"), Visit::maya());
    finish_part(visit, Visit::maya());
    visit.start();
    visit.read_case();
    visit.kiosk->tell(action::CaseTabChosen{model::CaseTab::notes});
    REQUIRE(visit.kiosk->tap_id("note"));
    visit.kiosk->pass(model::settle_time);
    refuse_rows(visit, "notes");
    visit.kiosk->type("Winter");
    SUBCASE("locked by hand") {
        visit.kiosk->tell(action::LockTapped{});
    }
    SUBCASE("locked because nobody touched it") {
        visit.kiosk->pass(std::chrono::hours(1));
    }
    REQUIRE(visit.kiosk->shows("welcome"));
    REQUIRE(unlock_therapist(*visit.kiosk, "Dr. Okafor", passphrase));
    CHECK(visit.kiosk->says("could not be saved yet"));
    visit.kiosk->tell(action::LockTapped{});
    CHECK(visit.read_case().visits.front().note == "Winter");
    take_rows(visit);
    visit.kiosk->tell(action::LockTapped{});
    visit.start(); // power was cut
    CHECK(visit.read_case().visits.front().note == "Winter");
}

TEST_CASE("another language, or the help lines, take nothing of what is being typed and not saved") {
    Writing maya;
    auto& visit = maya.visit;
    visit.kiosk->pass(std::chrono::seconds(1));
    REQUIRE(visit.kiosk->tap_id("help"));
    visit.kiosk->tell(action::HelpClosed{});
    visit.kiosk->tell(action::LanguageChosen{model::Language{"es"}});
    CHECK(maya.text_is_there());
    CHECK(visit.session().trouble);
    take_rows(visit);
    REQUIRE(visit.kiosk->tap_id("retry"));
    CHECK(visit.session().pending.empty());
}
