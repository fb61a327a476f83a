#include "support/pen.hpp"
#include "visits/a_visit.hpp"
#include <fstream>
#include <sstream>

using namespace visits;

namespace {

std::string all_bytes_in(const std::filesystem::path& folder) {
    std::string bytes;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        std::ostringstream text;
        text << std::ifstream(file.path(), std::ios::binary).rdbuf();
        bytes += text.str();
    }
    return bytes;
}

void change_database(const std::filesystem::path& folder, const std::string& sql) {
    CHECK(support::Pen(folder / "sameside.db").write(sql));
}

// Maya's whole part, sealed, and back at Welcome.
void one_sealed_part(Visit& visit, std::string_view chart_code) {
    const auto code = visit.new_sitting(chart_code);
    const auto act = Visit::maya();
    visit.begin(code, act);
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(seal_part(*visit.kiosk, act));
    visit.kiosk->tell(model::action::NotHereYet{});
    visit.kiosk->tell(model::action::WentHome{});
}

}

TEST_CASE("the data folder holds no answer, no name and no chart code that can be read") {
    Visit visit;
    const auto code = visit.new_sitting("ZEBRA-99");
    auto act = Visit::maya();
    act.name = "Maximiliana";
    visit.begin(code, act);
    REQUIRE(answer_part(*visit.kiosk, act));
    const auto while_answering = all_bytes_in(visit.folder.path());
    REQUIRE(seal_part(*visit.kiosk, act));
    for (const auto& bytes : {while_answering, all_bytes_in(visit.folder.path())}) {
        REQUIRE(bytes.size() > 10'000);
        for (const auto* words : {"We want to talk", "kind first", "Maximiliana", "Jordan", "ZEBRA", "4711", "Okafor",
                                  "\"module\":\"same-side\"", "\"answer\"", passphrase})
            CHECK_MESSAGE(bytes.find(words) == std::string::npos, words);
    }
}

TEST_CASE("a sealed part leaves no key on the disk but the readers', and its own code opens nothing any more") {
    Visit visit;
    const auto code = visit.new_sitting();
    const auto act = Visit::maya();
    visit.begin(code, act);
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(seal_part(*visit.kiosk, act));
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    CHECK_FALSE(visit.kiosk->tap_id("partner:a"));
    visit.kiosk->tell(model::action::WhoChosen{model::Partner::a});
    CHECK(visit.kiosk->shows("who-is-here"));
}

TEST_CASE("wrong codes are counted across restarts and wait longer each time") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    const auto come_back = [&] {
        visit.start();
        REQUIRE(enter_code(*visit.kiosk, code));
        REQUIRE(visit.kiosk->tap_id("partner:a"));
    };
    come_back();
    for (int i = 0; i < 5; ++i) {
        REQUIRE(visit.kiosk->keys("0001"));
        visit.kiosk->pass(std::chrono::minutes(6));
        come_back();
    }
    REQUIRE(visit.kiosk->keys("0001"));
    come_back();
    REQUIRE(visit.kiosk->keys("4711")); // right, but too soon
    CHECK(visit.kiosk->shows("return-code"));
    visit.kiosk->pass(std::chrono::seconds(40));
    if (!visit.kiosk->shows("return-code")) come_back();
    REQUIRE(visit.kiosk->keys("4711"));
    REQUIRE(visit.kiosk->shows("wrong-tries"));
    REQUIRE(visit.kiosk->tap_id("go-on"));
    CHECK((visit.kiosk->shows("question") || visit.kiosk->shows("module:")));

    // Who had the right one is not made to wait for the wrong ones before.
    come_back();
    REQUIRE(visit.kiosk->keys("0001"));
    const auto& refusal = std::get<model::screen::ReturnCode>(visit.kiosk->state().screen).code.refusal;
    REQUIRE(refusal.has_value());
    CHECK(refusal->failures == 1);
}

TEST_CASE("codes cannot be tried out at the shared page either") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 1);
    const auto sitting = visit.session().seat.sitting.id;
    visit.start();
    visit.begin(code, Visit::jordan()); // either one's code opens it now
    const auto answer = [&](const char* typed) {
        auto answers = visit.kiosk->runner().run(model::effect::ResumeJoint{sitting, core::SecretText(typed)});
        REQUIRE(answers.size() == 1);
        return answers.front();
    };
    const auto wrong = answer("0001");
    REQUIRE(wrong.as<model::action::Refused>() != nullptr);
    CHECK(wrong.as<model::action::Refused>()->refusal.failures == 1);
    const auto too_soon = answer("4711");
    REQUIRE(too_soon.as<model::action::Refused>() != nullptr);
    CHECK(too_soon.as<model::action::Refused>()->refusal.why == model::Refusal::Why::paused);
    visit.clock.pass(std::chrono::seconds(1));
    CHECK(answer("4711").as<model::action::JointOpened>() != nullptr);
    CHECK(answer("0001").as<model::action::Refused>()->refusal.failures == 1); // the right one ended the count
}

TEST_CASE("a database is not opened with the device key of another kiosk") {
    Visit visit, other;
    visit.kiosk.reset();
    other.kiosk.reset();
    std::filesystem::copy_file(other.folder.path() / "device.key", visit.folder.path() / "device.key",
                               std::filesystem::copy_options::overwrite_existing);
    const auto opened = open_practice(visit.folder.path());
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == core::ErrorCode::tampered);
}

TEST_CASE("wrong PINs are counted across restarts and wait longer each time, at the desk's door and before who asked") {
    Visit visit;
    (void)visit.new_sitting();
    const auto at_the_door = [&] {
        visit.start();
        REQUIRE((visit.kiosk->tap_id("staff") && visit.kiosk->tap_id("desk")));
        visit.kiosk->pass(model::settle_time);
    };
    const auto type = [&](std::string_view typed) {
        REQUIRE(visit.kiosk->keys(typed));
        REQUIRE(visit.kiosk->tap_id("key:done"));
    };
    const auto refusal = [&]() -> const std::optional<model::Refusal>& {
        if (const auto* asked = std::get_if<model::screen::WhoAsked>(&visit.kiosk->state().screen))
            return asked->pin.refusal;
        const auto* door = std::get_if<model::screen::DeskPin>(&visit.kiosk->state().screen);
        REQUIRE(door != nullptr);
        return door->pin.refusal;
    };
    at_the_door();
    for (int i = 0; i < 4; ++i) {
        type("0001");
        REQUIRE(refusal().has_value());
        CHECK(refusal()->failures == i + 1);
        visit.kiosk->pass(std::chrono::seconds(8)); // longer than each of these waits
    }
    type("0001");
    at_the_door();
    type(pin); // right, but too soon
    REQUIRE(refusal().has_value());
    CHECK(refusal()->why == model::Refusal::Why::paused);
    visit.kiosk->pass(std::chrono::seconds(17));
    type(pin);
    REQUIRE(visit.kiosk->shows("desk"));

    const auto sitting = std::get<model::screen::Desk>(visit.kiosk->state().screen).board.rows.front().sitting;
    visit.kiosk->tell(model::action::WhoAskedTapped{sitting});
    visit.kiosk->pass(model::settle_time);
    type("0001");
    CHECK_FALSE(visit.kiosk->shows("who-asked:shown"));
    REQUIRE(refusal().has_value());
    CHECK(refusal()->failures == 1); // who had the right one does not wait for the wrong ones before
    visit.kiosk->pass(std::chrono::seconds(2));
    type(pin);
    CHECK(visit.kiosk->shows("who-asked:shown"));

    visit.kiosk.reset();
    auto data = open_practice(visit.folder.path());
    REQUIRE(data.has_value());
    const auto last = data->store.last_audit();
    REQUIRE((last.has_value() && last->has_value()));
    CHECK((*last)->who == "desk");
    CHECK((*last)->what == "wish-shown");
}

TEST_CASE("no key of a part is left after Hide, and none when the desk put the sitting away") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    const auto session = visit.session();
    auto& runner = visit.kiosk->runner();
    const auto has_own_key = [&] {
        return runner.run(model::effect::SaveEntries{session.part, {}, {}}).front().as<model::action::Saved>() !=
               nullptr;
    };
    const auto has_joint_key = [&] {
        return runner.run(model::effect::OpenJoint{session.seat.sitting.id}).front().as<model::action::JointOpened>() !=
               nullptr;
    };
    REQUIRE((has_own_key() && has_joint_key()));
    SUBCASE("hidden") {
        REQUIRE(visit.kiosk->tap_id("hide"));
    }
    SUBCASE("put away") {
        runner.run(model::effect::UnlockDesk{core::SecretText(pin)});
        const auto parked = runner.run(model::effect::ParkAndReset{session.seat.sitting.id});
        REQUIRE(parked.front().as<model::action::Parked>() != nullptr);
    }
    CHECK_FALSE(has_own_key());
    CHECK_FALSE(has_joint_key());
}

TEST_CASE("a PIN that cannot be checked, for its record was changed, is a matter for staff and no wrong try") {
    Visit visit;
    change_database(visit.folder.path(), "UPDATE practice SET desk_pin_verifier = zeroblob(length(desk_pin_verifier))");
    CHECK_FALSE(unlock_desk(*visit.kiosk, pin));
    CHECK(visit.kiosk->shows("out-of-order"));
    CHECK(visit.kiosk->says("Nothing was deleted"));
    visit.kiosk.reset();
    const auto data = open_practice(visit.folder.path());
    REQUIRE_FALSE(data.has_value());
    CHECK(data.error().code == core::ErrorCode::tampered);
}

TEST_CASE("the therapist's passphrase is throttled, and a clock set back is no way around") {
    Visit visit;
    REQUIRE(visit.kiosk->tap_id("staff"));
    REQUIRE(visit.kiosk->tap("Dr. Okafor"));
    for (int i = 0; i < 6; ++i) {
        visit.kiosk->type("not the passphrase");
        visit.kiosk->press(platform::Key::enter);
        REQUIRE(visit.kiosk->shows("unlock"));
        const auto& refusal = std::get<model::screen::Unlock>(visit.kiosk->state().screen).passphrase.refusal;
        REQUIRE(refusal.has_value());
        if (refusal->until) break;
        visit.kiosk->pass(std::chrono::seconds(8));
    }
    CHECK(visit.kiosk->says("try again in"));
    visit.clock.set_wall(visit.clock.now().wall - std::chrono::hours(24));
    visit.start();
    REQUIRE(visit.kiosk->tap_id("staff"));
    REQUIRE(visit.kiosk->tap("Dr. Okafor"));
    visit.kiosk->type(passphrase);
    visit.kiosk->press(platform::Key::enter);
    CHECK(visit.kiosk->shows("unlock"));
    visit.kiosk->pass(std::chrono::minutes(1));
    if (!visit.kiosk->shows("unlock")) {
        REQUIRE(visit.kiosk->tap_id("staff"));
        REQUIRE(visit.kiosk->tap("Dr. Okafor"));
    }
    visit.kiosk->type(passphrase);
    visit.kiosk->press(platform::Key::enter);
    CHECK(visit.kiosk->shows("caseload"));
}

TEST_CASE("the entry code and four equal digits are no private codes") {
    Visit visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    act.code = "3333";
    REQUIRE(enter_code(*visit.kiosk, code));
    CHECK_FALSE(begin_part(*visit.kiosk, act));
    CHECK(visit.kiosk->shows("choose-code"));
    REQUIRE(visit.kiosk->keys(code));
    REQUIRE(visit.kiosk->keys(code));
    CHECK(visit.kiosk->shows("choose-code"));
    REQUIRE(visit.kiosk->keys("4711"));
    REQUIRE(visit.kiosk->keys("4712"));
    CHECK(visit.kiosk->shows("choose-code"));
    REQUIRE(visit.kiosk->keys("4711"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("module:"));
}

TEST_CASE("a packet that was altered or moved to another part is refused and named, and the rest is shown") {
    Visit visit;
    one_sealed_part(visit, "RG-1");
    one_sealed_part(visit, "RG-2");
    visit.kiosk.reset();
    change_database(
        visit.folder.path(),
        "CREATE TEMP TABLE first AS SELECT * FROM packets ORDER BY part LIMIT 1;"
        "UPDATE packets SET box = (SELECT box FROM first), signature = (SELECT signature FROM first), "
        "therapist_slot = (SELECT therapist_slot FROM first), recovery_slot = (SELECT recovery_slot FROM first)");
    visit.start();
    int opened = 0, refused = 0;
    for (std::size_t which : {0U, 1U}) {
        const auto file = visit.read_case("Dr. Okafor", which);
        const auto& part = file.visits.front().a;
        CHECK(part.status == model::PartStatus::sealed);
        if (part.content)
            ++opened;
        else {
            ++refused;
            CHECK(part.problem.words().find("changed outside the kiosk") != std::string::npos);
        }
        visit.kiosk->tell(model::action::LockTapped{});
    }
    CHECK(opened == 1);
    CHECK(refused == 1);
}

TEST_CASE("a journal that lost its last entry, or had two exchanged, is refused in words and left alone") {
    for (const auto* sql : {"DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)",
                            "CREATE TEMP TABLE two AS SELECT sequence, sealed FROM journal WHERE sequence IN (2, 3);"
                            "UPDATE journal SET sealed = (SELECT sealed FROM two WHERE two.sequence = 5 - "
                            "journal.sequence) WHERE sequence IN (2, 3)",
                            "UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE sequence = 1"}) {
        Visit visit;
        const auto code = visit.new_sitting();
        visit.begin_at(code, Visit::maya(), 4);
        visit.kiosk.reset();
        change_database(visit.folder.path(), sql);
        const auto before = all_bytes_in(visit.folder.path()).size();
        visit.start();
        REQUIRE(enter_code(*visit.kiosk, code));
        REQUIRE(visit.kiosk->tap_id("partner:a"));
        REQUIRE(visit.kiosk->keys("4711"));
        CHECK(visit.kiosk->shows("out-of-order"));
        CHECK(visit.kiosk->says("Nothing was deleted"));
        CHECK(all_bytes_in(visit.folder.path()).size() >= before);
    }
}

TEST_CASE("a wish to speak alone changes nothing on the cover and reaches the desk's board as a mark without words") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 3);
    REQUIRE(visit.kiosk->tap_id("hide"));
    visit.kiosk->pass(std::chrono::seconds(2));
    const auto appearance = [&] {
        const auto image = visit.kiosk->picture();
        return image.rgba;
    };
    const auto before = appearance();
    REQUIRE(visit.kiosk->tap("I'd like to speak with someone alone"));
    CHECK(visit.kiosk->shows("cover"));
    CHECK(appearance() == before);
    visit.start();
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    const auto& board = std::get<model::screen::Desk>(visit.kiosk->state().screen).board;
    CHECK(board.rows.front().marked);
    CHECK_FALSE(visit.kiosk->says("speak"));
    CHECK_FALSE(visit.kiosk->says("Maya"));
    const auto sitting = board.rows.front().sitting;
    visit.kiosk->tell(model::action::WhoAskedTapped{sitting});
    visit.kiosk->pass(model::settle_time);
    REQUIRE(visit.kiosk->keys(pin));
    visit.kiosk->tell(model::action::DoneTyping{});
    CHECK(visit.kiosk->says("Maya"));
}

TEST_CASE("absurd text is kept as text: emoji, right to left, NUL bytes, a megabyte") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    while (!visit.kiosk->shows("question"))
        REQUIRE(visit.kiosk->tap_id("begin"));
    const std::string odd = "\xF0\x9F\x98\x80 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85";
    visit.kiosk->tell(model::action::KeyTyped{odd});
    visit.kiosk->tell(model::action::KeyTyped{std::string("\0\x01\xFF\xC0", 4)});
    visit.kiosk->tell(model::action::KeyTyped{"\xE2\x80\xAE"
                                              "reordered"});
    CHECK(visit.question().writing->text == odd + "reordered");
    visit.kiosk->tell(model::action::KeyTyped{std::string(1'000'000, 'x')});
    CHECK(visit.question().writing->text.size() == visit.question().writing->max_bytes);
    visit.kiosk->pass(std::chrono::seconds(1));
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.question().writing->text.starts_with(odd));
}

TEST_CASE("the therapist's screens lock by themselves, and nothing of the case stays in the state") {
    Visit visit;
    one_sealed_part(visit, "RG-1");
    (void)visit.read_case();
    CHECK(visit.kiosk->shows("case"));
    visit.kiosk->pass(std::chrono::minutes(visit.practice.lock_minutes));
    CHECK(visit.kiosk->shows("welcome"));
    const auto answers = visit.kiosk->runner().run(model::effect::ReadCaseload{});
    REQUIRE(answers.size() == 1);
    CHECK(answers.front().as<model::action::TherapistFailed>() != nullptr);
}
