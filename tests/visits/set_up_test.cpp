// A practice that is being made, and what is left when that is cut off.
#include "practice/set_up.hpp"
#include "visits/a_kit.hpp"
#include <sys/wait.h>

using namespace visits;

namespace {

NewPractice one_therapist() {
    NewPractice made{
        .desk_pin = core::SecretText(pin), .passphrase_cost = support::test_cost(), .pin_cost = support::test_cost()};
    made.therapists.push_back({okafor, core::SecretText(passphrase)});
    return made;
}

core::Done set_up(const Folder& data, const Folder& out, const std::function<void(SetUpStep)>& passed = {}) {
    return set_up_practice(data / "", one_therapist(), {.file = out / "kit.pdf", .practice = "Rivergate"},
                           core::WallTime(core::Milliseconds(1)), passed);
}

}

TEST_CASE("a setup makes a practice that opens, and the kit that belongs to it") {
    const Folder data, out;
    REQUIRE(set_up(data, out));
    auto opened = open_practice(data / "");
    REQUIRE(opened.has_value());
    CHECK(open_kit(*opened, core::SecretText(words_on(out / "kit.pdf")),
                   store::Moment{core::WallTime(core::Milliseconds(2)), {}, {}}));
    CHECK(whole_log(*opened) == std::vector<std::string>{"setup practice-made "});
    const auto again = set_up(data, out);
    REQUIRE_FALSE(again.has_value());
    CHECK((again.error().code == core::ErrorCode::invalid_state || again.error().code == core::ErrorCode::busy));
}

TEST_CASE("a setup that is killed at any step leaves nothing, or a practice whose kit was written before") {
    for (const auto step : {SetUpStep::key_made, SetUpStep::practice_made, SetUpStep::kit_written,
                            SetUpStep::key_placed, SetUpStep::practice_placed}) {
        CAPTURE(static_cast<int>(step));
        const Folder data, out;
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            (void)set_up(data, out, [&](SetUpStep passed) {
                if (passed == step) ::kill(::getpid(), SIGKILL);
            });
            _exit(0);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        auto opened = open_practice(data / "");
        const bool whole = step >= SetUpStep::key_placed;
        CHECK(opened.has_value() == whole);
        if (opened) {
            CHECK(open_kit(*opened, core::SecretText(words_on(out / "kit.pdf")),
                           store::Moment{core::WallTime(core::Milliseconds(2)), {}, {}}));
            const auto who = staff_member(*opened, okafor);
            REQUIRE(who);
            CHECK(open_keys_of(*opened, *who, core::SecretText(passphrase),
                               store::Moment{core::WallTime(core::Milliseconds(2)), {}, {}}));
            continue;
        }
        CHECK(opened.error().code == core::ErrorCode::not_found);
        // The next one begins anew.
        std::filesystem::remove(out / "kit.pdf");
        REQUIRE(set_up(data, out));
        CHECK(open_practice(data / "").has_value());
    }
}

TEST_CASE("a setup that is killed after any time leaves nothing, or a practice whose kit was written before") {
    int nothing = 0, whole = 0;
    // On a busy machine one that comes to its end takes longer.
    for (int turn = 0; turn < 40 || (whole == 0 && turn < 1000); ++turn) {
        const Folder data, out;
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            (void)set_up(data, out);
            _exit(0);
        }
        ::usleep(static_cast<useconds_t>(4'000 * turn + 1'000));
        ::kill(child, SIGKILL);
        REQUIRE(::waitpid(child, nullptr, 0) == child);
        auto opened = open_practice(data / "");
        if (!opened) {
            CHECK(opened.error().code == core::ErrorCode::not_found);
            ++nothing;
            continue;
        }
        ++whole;
        CHECK(open_kit(*opened, core::SecretText(words_on(out / "kit.pdf")),
                       store::Moment{core::WallTime(core::Milliseconds(2)), {}, {}}));
    }
    CHECK(nothing > 0);
    CHECK(whole > 0);
}

TEST_CASE("a setup whose kit cannot be written leaves nothing") {
    const Folder data;
    const auto done = set_up_practice(data / "", one_therapist(), {.file = data / "none/kit.pdf", .practice = "R"},
                                      core::WallTime(core::Milliseconds(1)));
    CHECK_FALSE(done.has_value());
    CHECK(data.files().empty());
}

TEST_CASE("a count of changes that was left in the folder without a practice is in no setup's way") {
    const Folder data, out;
    std::ofstream(data / "device.count") << "of a kiosk that is gone";
    const auto made = set_up(data, out);
    REQUIRE_MESSAGE(made.has_value(), made.error().detail);
    CHECK(open_practice(data / "").has_value());
}
