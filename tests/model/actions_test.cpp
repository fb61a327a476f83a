#include "model/visit/update.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

constexpr core::Now later{core::WallTime(std::chrono::hours(9)), core::SteadyTime(std::chrono::hours(9))};

State at_welcome() {
    State state;
    state.content = std::make_shared<const Content>();
    state.practice = std::make_shared<const Practice>();
    return state;
}

bool keeps_awake(const State& state, Action action) {
    return update(state, action, later).state.touched_at == later.steady;
}

}

TEST_CASE("what a person does keeps the kiosk awake; the clock and what effects answer do not") {
    for (const auto& action : {Action{action::Touched{}}, Action{action::HelpOpened{}}, Action{action::EndTapped{}}})
        CHECK(keeps_awake(at_welcome(), action));
    for (const auto& action : {Action{action::TimePassed{}}, Action{action::SittingFound{}}, Action{action::Saved{}},
                               Action{action::Broke{}}})
        CHECK_FALSE(keeps_awake(at_welcome(), action));
}

TEST_CASE("below help a screen takes nothing from a person, and hears what effects answer") {
    auto state = at_welcome();
    state.help_open = true;
    CHECK(std::holds_alternative<screen::Welcome>(update(state, action::BeginTapped{}, later).state.screen));
    CHECK(std::holds_alternative<screen::StaffDoor>(update(state, action::StaffListed{}, later).state.screen));
}
