// A shared page that its couple does not finish, and readers whose rows another hand changed.
#include "support/pen.hpp"
#include "visits/a_visit.hpp"

using namespace visits;
namespace action = model::action;
namespace effect = model::effect;

namespace {

// Both parts of the short packet are sealed; gives the entry code.
std::string both_sealed(Visit& visit) {
    const auto code = visit.new_sitting("RG-2041", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    finish_part(visit, Visit::jordan());
    return code;
}

void open_row(Visit& visit) {
    visit.start();
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    const auto* desk = std::get_if<model::screen::Desk>(&visit.kiosk->state().screen);
    REQUIRE(desk != nullptr);
    REQUIRE_FALSE(desk->board.rows.empty());
    visit.kiosk->tell(action::RowTapped{desk->board.rows.front().sitting});
}

void close_shared_page(Visit& visit) {
    open_row(visit);
    while (visit.kiosk->tree().find_id("close:joint") == nullptr)
        REQUIRE(visit.kiosk->tap_id("later"));
    REQUIRE(visit.kiosk->tap_id("close:joint"));
    REQUIRE(visit.kiosk->shows("confirm-close:joint"));
    REQUIRE(visit.kiosk->tap_id("confirm"));
    REQUIRE(visit.kiosk->shows("desk"));
    CHECK(visit.kiosk->says("The shared page was closed."));
    CHECK(all_over(std::get<model::screen::Desk>(visit.kiosk->state().screen).board));
}

core::SittingId only_sitting(Visit& visit) {
    visit.kiosk.reset();
    auto data = open_practice(visit.folder.path());
    REQUIRE(data.has_value());
    const auto rows = data->store.open_sittings();
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 1);
    return rows->front().id;
}

}

TEST_CASE(
    "a shared page that its couple leaves unfinished is closed by the desk, and the therapist reads what is on it") {
    Visit visit;
    const auto code = both_sealed(visit);
    REQUIRE(visit.kiosk->tap_id("joint"));
    REQUIRE(visit.kiosk->keys("4711"));
    if (!visit.kiosk->shows("joint")) REQUIRE(visit.kiosk->keys("9024"));
    REQUIRE(visit.kiosk->shows("joint"));
    visit.kiosk->tell(action::DraftTapped{0});
    visit.kiosk->pass(std::chrono::seconds(1));
    close_shared_page(visit);
    visit.start();
    CHECK_FALSE(enter_code(*visit.kiosk, code));
    visit.start();
    const auto file = visit.read_case();
    const auto& joint = file.visits.front().joint;
    CHECK(joint.status == model::PartStatus::sealed);
    REQUIRE(joint.content.has_value());
    CHECK(joint.content->statement.sentences.size() == 1);
    CHECK(joint.content->versions.empty());
    visit.kiosk.reset();
    {
        auto data = open_practice(visit.folder.path());
        REQUIRE(data.has_value());
        CHECK(data->store.check().has_value());
    }
    CHECK(any_begins(audit_lines(visit.folder.path()), "desk part-closed "));
}

TEST_CASE("a shared page on which nothing was written leaves nothing when it is closed") {
    Visit visit;
    (void)both_sealed(visit);
    close_shared_page(visit);
    visit.start();
    const auto file = visit.read_case();
    CHECK(file.visits.front().joint.status == model::PartStatus::absent);
    CHECK(file.visits.front().a.status == model::PartStatus::sealed);
    CHECK(file.visits.front().b.status == model::PartStatus::sealed);
}

TEST_CASE("a shared page that was closed takes no code any more, before its therapist comes") {
    Visit visit;
    (void)both_sealed(visit);
    const auto sitting = only_sitting(visit);
    close_shared_page(visit);
    visit.kiosk.reset();
    auto data = open_practice(visit.folder.path());
    REQUIRE(data.has_value());
    const auto parts = data->store.parts_of(sitting);
    REQUIRE(parts.has_value());
    for (const auto& part : *parts)
        CHECK((part.resume_slot.empty() && part.resume_slot_b.empty()));
}

TEST_CASE("the desk cannot close the shared page while one of the two is still answering") {
    Visit visit;
    const auto code = visit.new_sitting("RG-2041", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    open_row(visit);
    CHECK(visit.kiosk->tree().find_id("close:joint") == nullptr);
    const auto sitting = only_sitting(visit);
    visit.start();
    auto& runner = visit.kiosk->runner();
    REQUIRE(runner.run(effect::UnlockDesk{core::SecretText(pin)}).front().as<action::BoardRead>() != nullptr);
    const auto answers = runner.run(effect::ClosePart{sitting, std::nullopt});
    REQUIRE(answers.front().as<action::DeskFailed>() != nullptr);
    CHECK(answers.front().as<action::DeskFailed>()->error.code == core::ErrorCode::invalid_state);
}

TEST_CASE(
    "a colleague's row that another hand changed keeps nobody from answering: that colleague is not named and gets "
    "no key") {
    Visit visit;
    const auto first = visit.new_sitting("RG-2041", true, false, "mission-only");
    visit.begin(first, Visit::maya());
    finish_part(visit, Visit::maya());
    visit.start();
    (void)visit.read_case();
    visit.kiosk->tell(action::CaseActionsTapped{});
    visit.kiosk->tell(action::CaseTaskChosen{model::CaseTask::share});
    REQUIRE(visit.kiosk->tap("M. Reyes, LMFT"));
    visit.start();
    const auto second = visit.new_sitting("RG-2041", false, true, "mission-only");
    visit.kiosk.reset();
    REQUIRE(support::Pen(visit.folder.path() / "sameside.db")
                .write("UPDATE therapists SET public_key = zeroblob(32) WHERE id = 2"));
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, second));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    finish_part(visit, Visit::jordan());
    visit.start();
    const auto file = visit.read_case();
    const auto newest =
        std::ranges::find_if(file.visits, [](const auto& each) { return each.b.status == model::PartStatus::sealed; });
    REQUIRE(newest != file.visits.end());
    REQUIRE(newest->b.content.has_value());
    CHECK(newest->b.content->basis.readers == std::vector<std::string>{"Dr. Okafor"});
}

TEST_CASE("who forgot their code chooses another although their partner came back after the sitting was moved") {
    Visit visit;
    const auto code = visit.new_sitting("RG-2041", true, true, "mission-only");
    visit.begin_at(code, Visit::maya(), 1); // the first, whose key the shared page's is
    const auto sitting = visit.session().seat.sitting.id;
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    visit.start();
    auto& desk = visit.kiosk->runner();
    REQUIRE(desk.run(effect::UnlockDesk{core::SecretText(pin)}).front().as<action::BoardRead>() != nullptr);
    REQUIRE(desk.run(effect::MoveToTherapist{sitting, {2}}).front().as<action::BoardRead>() != nullptr);
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code)); // Maya comes back: her part and the page are for the other therapist now
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    visit.start();
    REQUIRE(unlock_therapist(*visit.kiosk, "Dr. Okafor", passphrase)); // who still has Jordan's
    const auto answers = visit.kiosk->runner().run(effect::LetChooseCode{sitting, model::Partner::b});
    REQUIRE_FALSE(answers.empty());
    const auto* awaited = answers.back().as<action::CodeAwaited>();
    REQUIRE(awaited != nullptr);
    const auto changed = visit.kiosk->runner().run(effect::ChangeCode{awaited->seat, core::SecretText("8305")});
    CHECK(changed.back().as<action::CodeChanged>() != nullptr);
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:b"));
    REQUIRE(visit.kiosk->keys("8305"));
    CHECK_FALSE(visit.kiosk->shows("return-code"));
}
