// Codes that people choose, try and forget.
#include "support/entry_codes.hpp"
#include "vault/device.hpp"
#include "visits/refused_rows.hpp"
#include <fmt/format.h>

using namespace visits;
namespace action = model::action;
namespace effect = model::effect;

namespace {

const model::screen::Desk& board(const Visit& visit) {
    const auto* desk = std::get_if<model::screen::Desk>(&visit.kiosk->state().screen);
    REQUIRE(desk != nullptr);
    return *desk;
}

void open_row(Visit& visit) {
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    REQUIRE_FALSE(board(visit).board.rows.empty());
    visit.kiosk->tell(action::RowTapped{board(visit).board.rows.front().sitting});
}

void come_back(Visit& visit, const std::string& entry_code) {
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, entry_code));
    if (visit.kiosk->shows("who-is-here")) REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->shows("return-code"));
}

bool log_has(Visit& visit, const std::string& who, const std::string& what) {
    visit.kiosk.reset();
    const auto lines = audit_lines(visit.folder.path());
    visit.start();
    return any_begins(lines, who + " " + what + " ");
}

const std::optional<model::Refusal>& refusal(const Visit& visit) {
    const auto* shown = std::get_if<model::screen::ReturnCode>(&visit.kiosk->state().screen);
    REQUIRE(shown != nullptr);
    return shown->code.refusal;
}

// Wrong digits until there is a pause that is worth saying.
int lock_out(Visit& visit) {
    for (int tries = 1; tries < 12; ++tries) {
        REQUIRE(visit.kiosk->keys("0001"));
        REQUIRE(refusal(visit).has_value());
        if (refusal(visit)->why == model::Refusal::Why::paused) return tries;
        visit.kiosk->pass(std::chrono::seconds(8));
    }
    FAIL("nobody is locked out");
    return 0;
}

}

TEST_CASE("codes that many people choose are refused, each with the reason") {
    Visit visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    act.code = "1234";
    REQUIRE(enter_code(*visit.kiosk, code));
    CHECK_FALSE(begin_part(*visit.kiosk, act));
    CHECK(visit.kiosk->shows("choose-code"));
    CHECK(visit.kiosk->says("Digits in their order are easy to guess."));
    for (const auto& [digits, words] : {std::pair{"1212", "The same digits again"}, std::pair{"1985", "A year is easy"},
                                        std::pair{"2580", "A line on the keypad"}}) {
        REQUIRE(visit.kiosk->keys(digits));
        CHECK(visit.kiosk->says(words));
    }
    REQUIRE((visit.kiosk->keys(code) && visit.kiosk->keys(code)));
    CHECK(visit.kiosk->says("The front desk knows these digits."));
    REQUIRE((visit.kiosk->keys("4711") && visit.kiosk->keys("4711")));
    CHECK(visit.kiosk->shows("module:"));
}

TEST_CASE("a code is as long as the settings say, and one that was chosen before stays as long as it was") {
    Visit visit;
    visit.practice.code_digits = 6;
    visit.start();
    const auto code = visit.new_sitting();
    REQUIRE(enter_code(*visit.kiosk, code));
    auto act = Visit::maya();
    act.code = "471108";
    REQUIRE(begin_part(*visit.kiosk, act));
    visit.practice.code_digits = 4;
    come_back(visit, code);
    CHECK(visit.kiosk->says("These are the six digits you chose yourself."));
    REQUIRE(visit.kiosk->keys("471108"));
    CHECK_FALSE(visit.kiosk->shows("return-code"));
    visit.start();
    act = Visit::jordan();
    visit.begin(code, act); // with four
    CHECK(visit.kiosk->shows("module:"));
}

TEST_CASE("six wrong entry codes hold up nobody who has a right one") {
    Visit visit;
    const auto code = visit.new_sitting();
    const std::string wrong = code == "0001" ? "0002" : "0001";
    REQUIRE(visit.kiosk->tap_id("begin"));
    for (int i = 0; i < 6; ++i)
        REQUIRE(visit.kiosk->keys(wrong));
    REQUIRE(visit.kiosk->keys(code));
    CHECK(visit.kiosk->shows("who-is-here"));
}

TEST_CASE("an entry code that was tried out opens nothing until the desk opens its sitting") {
    Visit visit;
    const auto code = visit.new_sitting();
    const std::string wrong = code == "0001" ? "0002" : "0001";
    REQUIRE(visit.kiosk->tap_id("begin"));
    for (int i = 0; i < 50; ++i)
        REQUIRE(visit.kiosk->keys(wrong));
    const auto later = [&] { // one that was made afterwards was not tried yet
        visit.start();
        return visit.new_sitting("RG-7");
    }();
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, later));
    visit.start();
    CHECK_FALSE(enter_code(*visit.kiosk, code));
    CHECK(visit.kiosk->says("That code doesn't match."));
    visit.start();
    open_row(visit);
    CHECK(visit.kiosk->says("It was tried out and opens nothing."));
    REQUIRE(visit.kiosk->tap_id("start"));
    REQUIRE(visit.kiosk->shows("who-is-here"));
    visit.start();
    CHECK(enter_code(*visit.kiosk, code));
}

TEST_CASE("who comes back is told how often somebody tried other digits since they left") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    const auto page = visit.page();
    come_back(visit, code);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(visit.kiosk->keys("0001"));
        visit.kiosk->pass(std::chrono::seconds(8));
    }
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    REQUIRE(visit.kiosk->shows("wrong-tries"));
    CHECK(visit.kiosk->says("Somebody tried 3 times to open this"));
    CHECK(visit.kiosk->says("Dr. Okafor"));
    REQUIRE(visit.kiosk->tap_id("go-on"));
    CHECK(visit.page() == page);
    // Told once.
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.page() == page);
}

TEST_CASE("a slip of one's own a moment ago is nothing to be told of, and a single try of somebody else's is") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    const auto page = visit.page();
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("0001"));
    visit.kiosk->pass(std::chrono::seconds(2));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.page() == page);
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("0001"));
    visit.clock.pass(std::chrono::minutes(1));
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->says("Somebody tried once to open this"));
}

TEST_CASE("the page that tells of wrong tries can be hidden, and nothing typed before is lost on it") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    while (!visit.kiosk->shows("question"))
        REQUIRE(visit.kiosk->tap_id("begin"));
    visit.kiosk->pass(model::settle_time);
    refuse_rows(visit, "journal");
    visit.kiosk->type("Just now");
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("return"));
    for (int i = 0; i < 2; ++i) {
        REQUIRE(visit.kiosk->keys("0001"));
        visit.kiosk->pass(std::chrono::seconds(2));
    }
    REQUIRE(visit.kiosk->keys("4711"));
    REQUIRE(visit.kiosk->shows("wrong-tries"));
    CHECK(visit.kiosk->says("This answer is not saved yet."));
    take_rows(visit);
    REQUIRE(visit.kiosk->tap_id("retry"));
    REQUIRE(visit.kiosk->tap_id("hide"));
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    REQUIRE(visit.question().writing.has_value());
    CHECK(visit.question().writing->text == "Just now");
}

TEST_CASE("the desk gives one try at once to who is locked out, three times at most, and each is on record") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    come_back(visit, code);
    int tries = lock_out(visit);
    for (int given = 0; given < 3; ++given) {
        visit.start();
        open_row(visit);
        REQUIRE(visit.kiosk->tap_id("allow-try:a"));
        CHECK(visit.kiosk->tree().find_id("allow-try:a") == nullptr);
        come_back(visit, code);
        REQUIRE(visit.kiosk->keys("0001"));
        REQUIRE(refusal(visit)->why == model::Refusal::Why::paused);
        CHECK(refusal(visit)->failures == ++tries); // it was tried, and counted
        come_back(visit, code);
        REQUIRE(visit.kiosk->keys("4711"));
        CHECK(visit.kiosk->shows("return-code")); // the next one waits
    }
    visit.start();
    open_row(visit);
    CHECK(visit.kiosk->tree().find_id("allow-try:a") == nullptr);
    CHECK(log_has(visit, "desk", "try-allowed"));
    visit.clock.pass(std::chrono::minutes(5));
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->says(fmt::format("Somebody tried {} times", tries)));
}

TEST_CASE("the right code is tried at once when the desk gave it a try") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    come_back(visit, code);
    lock_out(visit);
    visit.start();
    open_row(visit);
    REQUIRE(visit.kiosk->tap_id("allow-try:a"));
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("wrong-tries"));
}

TEST_CASE("a clock that was set holds nobody longer than the pause, and lets nobody in before it is over") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    come_back(visit, code);
    lock_out(visit);
    SUBCASE("back") {
        visit.clock.set_wall(visit.clock.now().wall - std::chrono::days(400));
    }
    SUBCASE("forwards") {
        visit.clock.set_wall(visit.clock.now().wall + std::chrono::days(400));
    }
    // Each time another process, as commands are.
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("return-code"));
    visit.clock.pass(std::chrono::seconds(20));
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("wrong-tries"));
}

TEST_CASE("after another start of the machine a pause lasts as long as it is, and no longer") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    come_back(visit, code);
    lock_out(visit);
    visit.boot = "another";
    visit.clock.start_again();
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("return-code"));
    visit.clock.pass(std::chrono::seconds(20));
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("wrong-tries"));
}

TEST_CASE("a therapist lets who forgot their code choose another, and sees none of their answers") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 5);
    const auto page = visit.page();
    const auto answers = visit.session().content.answers;
    come_back(visit, code);
    const int tries = lock_out(visit);
    visit.start();
    CHECK_FALSE(visit.read_case().visits.front().a.content.has_value());
    REQUIRE(visit.kiosk->tap_id("folder"));
    while (visit.kiosk->tree().find_id("task:new-code") == nullptr)
        REQUIRE(visit.kiosk->tap_id("later"));
    REQUIRE(visit.kiosk->tap_id("task:new-code"));
    REQUIRE(visit.kiosk->tap_id("confirm"));
    REQUIRE(visit.kiosk->shows("choose-code:anew"));
    // The caseload is locked while somebody else sits here.
    CHECK(visit.kiosk->runner().run(effect::ReadCaseload{}).front().as<action::TherapistFailed>() != nullptr);
    REQUIRE(visit.kiosk->keys("1234"));
    CHECK(visit.kiosk->says("easy to guess"));
    REQUIRE(visit.kiosk->keys("8305"));
    REQUIRE(visit.kiosk->keys("8305"));
    REQUIRE(visit.kiosk->shows("return-code"));
    REQUIRE(visit.kiosk->keys("8305"));
    REQUIRE(visit.kiosk->shows("wrong-tries"));
    CHECK(visit.kiosk->says(fmt::format("Somebody tried {} times", tries)));
    REQUIRE(visit.kiosk->tap_id("go-on"));
    CHECK(visit.page() == page);
    CHECK(visit.session().content.answers == answers);
    CHECK(log_has(visit, "therapist:1", "code-forgotten"));
    CHECK(log_has(visit, "couple", "code-changed"));
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("return-code"));
    visit.kiosk->pass(std::chrono::seconds(2));
    // With the shared page, which the new code opens as the former one did.
    REQUIRE(visit.kiosk->keys("8305"));
    finish_part(visit, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    finish_part(visit, Visit::jordan());
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("joint"));
    REQUIRE(visit.kiosk->keys("8305"));
    CHECK(visit.kiosk->says("the other one of you"));
    REQUIRE(visit.kiosk->keys("9024"));
    CHECK(visit.kiosk->shows("joint"));
}

TEST_CASE("who started second and forgot their code opens the shared page with the new one") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    visit.start();
    visit.read_case();
    REQUIRE(visit.kiosk->tap_id("folder"));
    while (visit.kiosk->tree().find_id("task:new-code") == nullptr)
        REQUIRE(visit.kiosk->tap_id("later"));
    REQUIRE(visit.kiosk->tap_id("task:new-code"));
    REQUIRE(visit.kiosk->tap_id("confirm"));
    REQUIRE(visit.kiosk->keys("8305"));
    REQUIRE(visit.kiosk->keys("8305"));
    REQUIRE(visit.kiosk->keys("8305"));
    finish_part(visit, Visit::jordan());
    for (const auto* first : {"8305", "4711"}) { // both are asked for once
        visit.start();
        REQUIRE(enter_code(*visit.kiosk, code));
        REQUIRE(visit.kiosk->tap_id("joint"));
        REQUIRE(visit.kiosk->keys(first));
        if (!visit.kiosk->shows("joint")) REQUIRE(visit.kiosk->keys("4711"));
        CHECK(visit.kiosk->shows("joint"));
    }
}

TEST_CASE("with a part that the desk closed nobody waits for a shared page, and the visit ends with the other's part") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    visit.start();
    open_row(visit);
    REQUIRE(visit.kiosk->tap_id("close:b"));
    REQUIRE(visit.kiosk->tap_id("confirm"));
    CHECK(all_over(board(visit).board));
    visit.start();
    const auto file = visit.read_case();
    CHECK(file.visits.front().a.status == model::PartStatus::sealed);
    CHECK(file.visits.front().b.status == model::PartStatus::sealed);
    CHECK(file.visits.front().joint.status == model::PartStatus::absent);
}

TEST_CASE("nothing of a forgotten code's part can be opened once the choosing was left") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 5);
    const auto seat = visit.session().seat;
    visit.start();
    (void)visit.read_case();
    visit.kiosk->tell(action::CaseActionsTapped{});
    visit.kiosk->tell(action::CaseTaskChosen{model::CaseTask::new_code});
    visit.kiosk->tell(action::Confirmed{});
    REQUIRE(visit.kiosk->shows("choose-code:anew"));
    REQUIRE(visit.kiosk->tap_id("back"));
    REQUIRE(visit.kiosk->shows("welcome"));
    const auto answers = visit.kiosk->runner().run(effect::ChangeCode{seat, core::SecretText("8305")});
    CHECK(answers.front().as<action::Refused>() != nullptr);
    come_back(visit, code);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("question"));
}

TEST_CASE("the desk closes a part as it is, unread, and its therapist reads it after unlocking the next time") {
    Visit visit;
    const auto code = visit.new_sitting("RG-2041", true, false);
    visit.begin_at(code, Visit::maya(), 5);
    const auto answers = visit.session().content.answers;
    visit.start();
    open_row(visit);
    REQUIRE(visit.kiosk->tap_id("close:a"));
    REQUIRE(visit.kiosk->shows("confirm-close"));
    REQUIRE(visit.kiosk->tap_id("confirm"));
    REQUIRE(visit.kiosk->shows("desk"));
    CHECK(all_over(board(visit).board)); // nobody else was expected
    visit.start();
    CHECK_FALSE(enter_code(*visit.kiosk, code));
    visit.start();
    const auto file = visit.read_case();
    const auto& part = file.visits.front().a;
    CHECK(part.status == model::PartStatus::sealed);
    REQUIRE(part.content.has_value());
    for (const auto& [item, answer] : part.content->answers)
        CHECK(answers.at(item) == answer);
    CHECK(part.content->answers.size() >= 3); // and what is private stands elsewhere
    CHECK(log_has(visit, "desk", "part-closed"));
    CHECK(log_has(visit, "therapist:1", "part-sealed"));
    visit.kiosk.reset();
    auto data = open_practice(visit.folder.path());
    REQUIRE(data.has_value());
    const auto row = data->store.part(core::PartId{1});
    REQUIRE(row.has_value());
    CHECK(row->resume_slot.empty());
    CHECK(data->store.journal(row->id)->empty());
    CHECK(data->store.check().has_value());
}

TEST_CASE("a part that the desk closed takes no code and no answer, before its therapist comes") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 5);
    const auto sitting = visit.session().seat.sitting.id;
    visit.start();
    auto& runner = visit.kiosk->runner();
    REQUIRE(runner.run(effect::UnlockDesk{core::SecretText(pin)}).front().as<action::BoardRead>() != nullptr);
    REQUIRE(runner.run(effect::ClosePart{sitting, model::Partner::a}).front().as<action::BoardRead>() != nullptr);
    CHECK(runner.run(effect::ClosePart{sitting, model::Partner::a}).front().as<action::DeskFailed>() != nullptr);
    const auto answers = runner.run(effect::ResumePart{sitting, model::Partner::a, core::SecretText("4711")});
    REQUIRE(answers.front().as<action::Refused>() != nullptr);
    CHECK(answers.front().as<action::Refused>()->refusal.why == model::Refusal::Why::gone);
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    CHECK_FALSE(visit.kiosk->tap_id("partner:a"));
}

TEST_CASE("a name that was being changed when the desk closed the part leaves the answers with whom they are about") {
    Visit visit;
    auto one_form = std::make_shared<model::Content>(*shipped_content());
    one_form->packets = {
        {.id = {"bonds"}, .title = "Where it began", .modules = {{"first-bonds"}}, .joint_module = std::nullopt}};
    visit.content = one_form;
    visit.start();
    const auto code = visit.new_sitting("RG-1", true, false);
    visit.begin_at(code, Visit::maya(), 3);
    for (int i = 0; i < 2; ++i)
        REQUIRE(visit.kiosk->tap_id("back"));
    if (!visit.kiosk->tree().find_id("key:done")) REQUIRE(visit.kiosk->tap_id("back"));
    visit.kiosk->pass(model::settle_time);
    while (!visit.question().writing->text.empty())
        visit.kiosk->press(platform::Key::backspace);
    visit.kiosk->type("Mr. Bell");
    visit.kiosk->pass(model::typing_in_flight);
    visit.start();
    open_row(visit);
    REQUIRE(visit.kiosk->tap_id("close:a"));
    REQUIRE(visit.kiosk->tap_id("confirm"));
    visit.start();
    const auto file = visit.read_case();
    REQUIRE(file.visits.front().a.content.has_value());
    CHECK(file.visits.front().a.content->answers.at({{"first-bonds"}, {"caregiver-1"}}) ==
          model::Answer{model::Written{"Grandma Rosa"}});
}

TEST_CASE("a part that was closed after its sitting went to another therapist is read by that one") {
    Visit visit;
    const auto code = visit.new_sitting("RG-2041", true, false);
    visit.begin_at(code, Visit::maya(), 5);
    const auto sitting = visit.session().seat.sitting.id;
    visit.start();
    auto& desk = visit.kiosk->runner();
    REQUIRE(desk.run(effect::UnlockDesk{core::SecretText(pin)}).front().as<action::BoardRead>() != nullptr);
    REQUIRE(desk.run(effect::MoveToTherapist{sitting, {2}}).front().as<action::BoardRead>() != nullptr);
    REQUIRE(desk.run(effect::ClosePart{sitting, model::Partner::a}).front().as<action::BoardRead>() != nullptr);
    visit.start();
    REQUIRE(unlock_therapist(*visit.kiosk, "Dr. Okafor", passphrase)); // the one whose key opens it
    visit.start();
    const auto file = visit.read_case("M. Reyes, LMFT");
    REQUIRE(file.visits.front().a.content.has_value());
    CHECK(file.visits.front().a.content->basis.readers == std::vector<std::string>{"Dr. Okafor", "M. Reyes, LMFT"});
    CHECK(log_has(visit, "therapist:1", "reader-changed"));
}

TEST_CASE("one partner's own code gives no free tries at the other's") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    finish_part(visit, Visit::jordan());
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("joint"));
    bool paused = false;
    for (int tries = 0; tries < 8 && !paused; ++tries) {
        REQUIRE(visit.kiosk->keys("0001"));
        paused = refusal(visit)->why == model::Refusal::Why::paused;
        visit.kiosk->pass(std::chrono::seconds(5));
        if (!paused) REQUIRE(visit.kiosk->keys("4711"));
    }
    CHECK(paused);
}

TEST_CASE("no visit of these tests stands still because its entry code is somebody's own") {
    bool all_else = true;
    for (int i = 0; i < 200'000; ++i) {
        const auto code = vault::random_below(support::entry_codes);
        all_else = all_else && code < support::entry_codes &&
                   std::ranges::find(support::codes_of_people, code) == support::codes_of_people.end();
    }
    CHECK(all_else);
}
