// Codes typed while a pause lasts, and after it.
#include "model/visit/update.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

struct Door {
    State state;
    Effects effects; // of the last fact
    core::Now now;

    Door() {
        state.content = std::make_shared<const Content>();
        state.practice = std::make_shared<const Practice>();
        state.screen = screen::EntryCode{};
    }
    void tell(const Action& action) {
        auto step = update(std::move(state), action, now);
        state = std::move(step.state);
        effects = std::move(step.effects);
    }
    void type(std::string_view digits) {
        for (const char digit : digits)
            tell(action::KeyTyped{std::string(1, digit)});
    }
    const SecretEntry& code() const { return std::get<screen::EntryCode>(state.screen).code; }
};

}

TEST_CASE("a code typed during a pause is not taken, and one typed after it is tried") {
    Door door;
    door.tell(action::Refused{
        {.why = Refusal::Why::paused, .failures = 5, .until = std::chrono::seconds(16) + door.now.steady}});
    door.now.steady += std::chrono::milliseconds(15'999);
    door.type("4711");
    CHECK(door.code().typed.empty());
    CHECK(door.effects.empty());
    CHECK(door.code().refusal.has_value());
    door.now.steady += std::chrono::milliseconds(1);
    door.type("4711");
    REQUIRE(door.effects.size() == 1);
    CHECK(std::holds_alternative<effect::FindSitting>(door.effects.front()));
    CHECK(door.code().working);
    door.type("5"); // while it is being tried
    CHECK(door.code().typed.length() == 4);
}

TEST_CASE("a code is tried with its last digit, but with OK where digits are found from key to key") {
    Door door;
    door.tell(action::Touched{.by_key = true});
    door.type("4712");
    CHECK(door.effects.empty());
    CHECK_FALSE(door.code().working);
    door.tell(action::BackspaceTyped{}); // the wrong one can be taken back
    door.tell(action::DoneTyping{});
    CHECK(door.effects.empty());
    door.type("1");
    door.tell(action::DoneTyping{});
    REQUIRE(door.effects.size() == 1);
    CHECK(std::get<effect::FindSitting>(door.effects.front()).entry_code.view() == "4711");

    Door touched;
    touched.tell(action::Touched{.by_key = true});
    touched.tell(action::Touched{});
    touched.type("4711");
    CHECK(touched.code().working);
}
