// Those who work at a practice: their names, their passphrases, and one who leaves.
#include "practice/secret_rules.hpp"
#include "visits/a_kit.hpp"

using namespace visits;

namespace {

core::Result<core::TherapistId> add(PracticeData& data, std::string_view name) {
    return add_therapist(data, {std::string(name), core::SecretText(passphrase)}, support::test_cost());
}

core::Result<vault::KeyPair> keys_of(Visit& visit, PracticeData& data, std::string_view name, std::string_view secret) {
    return open_keys_of(data, member(data, name), core::SecretText(secret), visit.moment());
}

}

TEST_CASE("two who work here have different names, whatever their capitals, blanks and accents are made of") {
    Visit visit({"José Ruiz"});
    auto data = open_data(visit);
    for (const auto* same : {"José Ruiz", "josé ruiz", "  José   Ruiz ", "Jose\u0301 Ruiz", "JOSÉ RUIZ"}) {
        CAPTURE(std::string(same));
        const auto refused = add(data, same);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().detail.find("works here already") != std::string::npos);
        CHECK(member(data, same).name == "José Ruiz");
    }
    REQUIRE(add(data, "  José Ruiz\tJr. ").has_value());
    CHECK(member(data, "josé ruiz jr.").name == "José Ruiz Jr.");
}

TEST_CASE("a name that the kiosk cannot show is refused") {
    Visit visit;
    auto data = open_data(visit);
    for (const auto* name : {"", "   ", "\xff\xfe", "Dr.\nWho", "\u202eDr. Who", "Dr. \uE000", "Dr. \u2067Who"}) {
        CAPTURE(std::string(name));
        CHECK(add(data, name).error().code == core::ErrorCode::bad_config);
    }
    CHECK_FALSE(add(data, std::string(61, 'x')).has_value());
    CHECK(staff_of(data)->size() == 2);
    for (const auto* name : {"Ольга", "王芳", "د. سمير", "Dr. 😀"})
        CHECK(add(data, name).has_value());
}

TEST_CASE("a changed passphrase opens what the former one did, and the former one nothing") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    {
        auto data = open_data(visit);
        const auto who = member(data, okafor);
        const auto keys = keys_of(visit, data, okafor, passphrase);
        REQUIRE(keys.has_value());
        REQUIRE(change_passphrase(data, who, *keys, core::SecretText(new_passphrase), support::test_cost(),
                                  visit.clock.now().wall));
        CHECK(has_line(whole_log(data), "therapist:1 passphrase-changed therapist:1"));
    }
    CHECK_FALSE(read_as(visit, okafor, passphrase, "RG-1"));
    CHECK(has_words_of_a(read_as(visit, okafor, new_passphrase, "RG-1")));
}

TEST_CASE("a passphrase is the same however its accents were typed") {
    Visit visit;
    auto data = open_data(visit);
    const auto keys = keys_of(visit, data, okafor, passphrase);
    REQUIRE(keys.has_value());
    REQUIRE(change_passphrase(data, member(data, okafor), *keys, core::SecretText("el cafe\u0301 de la man\u0303ana"),
                              support::test_cost(), visit.clock.now().wall));
    CHECK(keys_of(visit, data, okafor, "el café de la mañana").has_value());
}

TEST_CASE("a wrong passphrase is counted and waited for, as on the kiosk's screen") {
    Visit visit;
    auto data = open_data(visit);
    CHECK(keys_of(visit, data, okafor, "paper boats on a quiet lake").error().code == core::ErrorCode::wrong_secret);
    CHECK(keys_of(visit, data, okafor, passphrase).error().code == core::ErrorCode::throttled);
    CHECK(has_line(whole_log(data), "unknown refused therapist:1"));
    visit.clock.pass(std::chrono::seconds(2));
    CHECK(keys_of(visit, data, okafor, passphrase).has_value());
}

TEST_CASE("the desk's new PIN opens the board at once, and the former one does not") {
    Visit visit;
    {
        auto data = open_data(visit);
        REQUIRE(data.store.count_failure("desk", visit.moment()));
        REQUIRE(change_pin(data, member(data, reyes), core::SecretText("7391"), support::test_cost(),
                           visit.clock.now().wall));
        CHECK(has_line(whole_log(data), "therapist:2 pin-changed desk"));
    }
    visit.start();
    CHECK(unlock_desk(*visit.kiosk, "7391"));
    CHECK(std::holds_alternative<model::screen::Desk>(visit.kiosk->state().screen));
    visit.start();
    (void)unlock_desk(*visit.kiosk, pin);
    CHECK(std::holds_alternative<model::screen::DeskPin>(visit.kiosk->state().screen));
}

TEST_CASE("the cases of one who leaves are read by their successor, and their name is gone from the kiosk") {
    for (const bool with_kit : {false, true}) {
        CAPTURE(with_kit);
        Visit visit;
        a_visit_with_a_note(visit, "RG-1", "Winter");
        const auto entry = visit.new_sitting("RG-2", true, false, "mission-only");
        visit.begin_at(entry, Visit::maya(), 1);
        {
            auto data = open_data(visit);
            const auto opener =
                with_kit ? try_kit(visit, data, visit.kit_words) : keys_of(visit, data, okafor, passphrase);
            REQUIRE(opener.has_value());
            const auto done =
                remove_staff_member(data, member(data, okafor), member(data, reyes), *opener, visit.clock.now().wall);
            REQUIRE_MESSAGE(done.has_value(), done.error().detail);
            CHECK(done->parts == 2);
            CHECK(done->notes == 1);
            CHECK(done->left == 0);
            CHECK(has_line(whole_log(data), "setup therapist-removed therapist:1 to therapist:2"));
            CHECK(staff_of(data)->size() == 1);
            CHECK(data.store.check());
        }
        const auto file = read_as(visit, reyes, passphrase, "RG-1");
        CHECK(has_words_of_a(file));
        REQUIRE(file);
        CHECK(file->own);
        CHECK(file->visits.front().note.empty()); // it was theirs alone
        finish_begun_part(visit, entry, reyes);
        CHECK(has_words_of_a(read_as(visit, reyes, passphrase, "RG-2")));
        visit.start();
        CHECK_FALSE(unlock_therapist(*visit.kiosk, okafor, passphrase));
        auto data = open_data(visit);
        CHECK(add(data, okafor).has_value()); // the name is free again
    }
}

TEST_CASE("nobody is their own successor") {
    Visit visit;
    auto data = open_data(visit);
    const auto keys = keys_of(visit, data, okafor, passphrase);
    REQUIRE(keys.has_value());
    const auto same =
        remove_staff_member(data, member(data, okafor), member(data, okafor), *keys, visit.clock.now().wall);
    CHECK(same.error().code == core::ErrorCode::invalid_state);
    CHECK(staff_of(data)->size() == 2);
}

TEST_CASE("a passphrase that no keyboard of the kiosk types is refused, by the place of its character") {
    Visit visit;
    visit.speaks = true;
    std::vector<std::shared_ptr<const model::KeyboardLayout>> keyboards;
    for (const auto& locale : visit.locales())
        keyboards.push_back(locale.keyboard);
    CHECK(passphrase_trouble("paper boats on a quiet river", keyboards) == "");
    CHECK(passphrase_trouble("El niño, ¿qué dijo ayer?", keyboards) == "");
    CHECK(passphrase_trouble("el nin\u0303o que\u0301 dijo", keyboards) == "");
    CHECK(passphrase_trouble("paper boats → river", keyboards) ==
          "The kiosk's keyboards cannot type character 13 of it.");
    CHECK(passphrase_trouble("бумажные кораблики", keyboards) ==
          "The kiosk's keyboards cannot type character 1 of it.");
    CHECK(passphrase_trouble("tab\tin the passphrase", keyboards) != "");
    CHECK(passphrase_trouble("short", keyboards) == "Use at least 12 characters.");
    CHECK(passphrase_trouble(std::string(300, 'x') + "y", keyboards) == "Use at most 256 bytes.");
}
