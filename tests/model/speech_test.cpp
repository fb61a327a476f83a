// Reading aloud: who has it, for how long, and to whom a page may be read.
#include "model/visit/page_id.hpp"
#include "model/visit/update.hpp"
#include <doctest/doctest.h>

namespace {

using namespace model;
using enum PartStatus;

State heard_on(Screen screen) {
    auto content = std::make_shared<Content>();
    Module open{.id = {"open"}}, secret{.id = {"secret"}};
    open.items = {{.id = {"one"}}, {.id = {"hidden"}}, {.id = {"own"}}};
    open.items[1].is_private = true;
    open.items[2].author_only = true;
    secret.items = {{.id = {"one"}}};
    secret.is_private = true;
    content->packets.push_back({{"first"}, "First visit", {open.id, secret.id}, {}});
    content->modules[open.id] = open;
    content->modules[secret.id] = secret;
    State state;
    state.content = content;
    state.practice = std::make_shared<const Practice>();
    state.can_speak = true;
    state.screen = std::move(screen);
    return state;
}

State after(State state, std::initializer_list<Action> actions) {
    for (const auto& action : actions)
        state = update(std::move(state), action, {}).state;
    return state;
}

Sitting sitting(PartStatus a, PartStatus b) {
    return {.id = {1}, .packet = {"first"}, .a = a, .b = b};
}

screen::Question question(std::size_t module, std::size_t item) {
    return {.session = {.seat = {sitting(open, not_started), Partner::a}}, .module = module, .item = item};
}

}

TEST_CASE("reading aloud is chosen at Welcome, with its loudness and speed, and Welcome has it as usual again") {
    auto state = after(heard_on(screen::Welcome{}), {action::HeadsetChanged{true}, action::SpeechToggled{},
                                                     action::VolumeChosen{5}, action::SpeedChosen{Speed::slow}});
    CHECK(state.speech.on);
    CHECK(state.speech.volume == 5);
    CHECK_FALSE(state.speech_open);
    state = after(std::move(state), {action::VolumeChosen{9}});
    CHECK(state.speech.volume == most_volume);
    // Nobody who comes later has the former one's voice: Welcome looks as usual after a while.
    const auto waits = next_deadline(state, {});
    REQUIRE(waits.has_value());
    state = update(std::move(state), action::TimePassed{}, {.steady = *waits}).state;
    CHECK(state.speech == Speech{});
}

TEST_CASE("where the machine cannot tell whether there is a headset, it is asked once for each person") {
    auto state = after(heard_on(screen::Welcome{}), {action::SpeechToggled{}});
    CHECK(page_id(state).name == "speech");
    CHECK_FALSE(has_headset(state));
    state = after(std::move(state), {action::HeadsetSaid{true}, action::SpeechClosed{}});
    CHECK(has_headset(state));
    state = after(std::move(state), {action::SpeechToggled{}, action::SpeechToggled{}});
    CHECK_FALSE(state.speech_open);
}

TEST_CASE("a kiosk that cannot speak says so and goes on as before") {
    auto state = heard_on(screen::Welcome{});
    state.can_speak = false;
    state = after(std::move(state), {action::SpeechToggled{}});
    CHECK(state.speech_open);
    CHECK_FALSE(state.speech.on);
    state = after(std::move(state), {action::SpeechClosed{}, action::BeginTapped{}});
    CHECK(std::holds_alternative<screen::EntryCode>(state.screen));
}

TEST_CASE("a sound card that goes takes the reading with it, and who wore a headset is asked again") {
    auto state =
        after(heard_on(question(1, 0)), {action::SpeechToggled{}, action::HeadsetSaid{true}, action::SpeechClosed{}});
    REQUIRE(reads_page(state));
    state = after(std::move(state), {action::VoiceFound{false}});
    CHECK_FALSE(state.speech.on);
    CHECK_FALSE(reads_page(state));
    state = after(std::move(state), {action::VoiceFound{true}});
    CHECK_FALSE(reads_page(state)); // another one is not theirs
    state = after(std::move(state), {action::SpeechToggled{}});
    CHECK(page_id(state).name == "speech");
    CHECK_FALSE(reads_page(after(std::move(state), {action::SpeechClosed{}})));
}

TEST_CASE("headphones that are plugged in begin the reading, but for staff") {
    const auto plugged = [](Screen screen) {
        return after(heard_on(std::move(screen)), {action::HeadsetChanged{false}, action::HeadsetChanged{true}});
    };
    CHECK(plugged(screen::Welcome{}).speech.on);
    CHECK(plugged(question(0, 0)).speech.on);
    CHECK_FALSE(plugged(screen::Desk{}).speech.on);
    // Those that were in at the start belong to nobody.
    CHECK_FALSE(after(heard_on(screen::Welcome{}), {action::HeadsetChanged{true}}).speech.on);
}

TEST_CASE("the other partner starts with the usual, unless it was chosen between the two") {
    const auto handed_over = [](State state) { return after(std::move(state), {action::WhoChosen{Partner::b}}); };
    auto first = after(
        heard_on(screen::WhoIsHere{sitting(not_started, not_started)}),
        {action::SpeechToggled{}, action::SpeechClosed{}, action::VolumeChosen{5}, action::WhoChosen{Partner::a}});
    CHECK(first.speech.on);
    CHECK(first.speech.volume == 5);
    first.screen = screen::HandOver{sitting(sealed, not_started), Partner::a};
    CHECK(handed_over(first).speech == Speech{});
    // Jordan takes Maya's off, and has it their own way.
    const auto between = handed_over(after(first, {action::SpeechToggled{}, action::SpeechToggled{}}));
    CHECK(between.speech.on);
}

TEST_CASE("a switch between two people turns what it shows, whoever's look that was") {
    auto state = heard_on(screen::WhoIsHere{sitting(not_started, not_started)});
    state.usual_appearance.reduced_motion = true; // the practice's, which the next one begins with
    state.appearance = state.usual_appearance;
    state = after(std::move(state), {action::WhoChosen{Partner::a}, action::LookOpened{}, action::MotionToggled{}});
    REQUIRE_FALSE(state.appearance.reduced_motion); // Maya's
    state.screen = screen::HandOver{sitting(sealed, not_started), Partner::a};
    CHECK(after(std::move(state), {action::LookOpened{}, action::MotionToggled{}}).appearance.reduced_motion);
}

TEST_CASE("private forms, codes and what staff see are read to a headset alone") {
    const auto read = [](Screen screen, bool headset) {
        auto state = heard_on(std::move(screen));
        state.speech.on = true;
        state.headset = headset;
        return reads_page(state);
    };
    CHECK(read(question(0, 0), false));
    const Screen alone[] = {
        question(0, 1),           question(0, 2),
        question(1, 0),           screen::ModuleIntro{.session = question(0, 0).session, .module = 1},
        screen::ReturnCode{},     screen::ChooseCode{},
        screen::Release{},        screen::Review{},
        screen::WithoutConsent{}, screen::WrongTries{},
        screen::Desk{},           screen::Case{}};
    for (const auto& screen : alone) {
        INFO(screen.index());
        CHECK_FALSE(read(screen, false));
        CHECK(read(screen, true));
    }
    CHECK(read(screen::ModuleIntro{.session = question(0, 0).session, .module = 0}, false));
    CHECK(read(screen::Welcome{}, false));
}

TEST_CASE("what somebody looks for in need is not said where others hear, and hiding never waits to be heard") {
    auto state = heard_on(question(0, 0));
    state.speech.on = true;
    state.headset = false;
    CHECK(says_before_doing(state, action::ChoiceTapped{1}));
    CHECK_FALSE(says_before_doing(state, action::WishRaised{}));
    CHECK_FALSE(says_before_doing(state, action::HelpOpened{}));
    CHECK_FALSE(says_before_doing(state, action::HideTapped{}));
    CHECK_FALSE(reads_page(after(state, {action::HelpOpened{}})));
    state.headset = true;
    CHECK(says_before_doing(state, action::WishRaised{}));
    CHECK_FALSE(says_before_doing(state, action::HideTapped{}));
}

TEST_CASE("hiding closes the panel for reading aloud as well") {
    auto state = after(heard_on(question(0, 0)), {action::SpeechOpened{}});
    CHECK(page_id(state).name == "speech");
    state = after(std::move(state), {action::HideTapped{}});
    CHECK(page_id(state).name == "cover");
}

TEST_CASE("a language without a tag is noted once at the most") {
    screen::Question question;
    question.session.seat.sitting.packet = {"first"};
    auto state = heard_on(std::move(question));
    state.usual_appearance.language = {"es"};
    state.appearance.language = {""};
    for (int times = 0; times < 3; ++times)
        state = update(state, action::Touched{}, {}).state;
    const auto& pending = std::get<screen::Question>(state.screen).session.pending;
    CHECK(std::ranges::count_if(pending, [](const auto& entry) { return std::holds_alternative<Spoken>(entry); }) == 1);
}
