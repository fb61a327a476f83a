// Welcome goes dark where the practice says so, and nothing else does.
#include "model/visit/update.hpp"
#include "model/visit/waiting.hpp"
#include <doctest/doctest.h>

using namespace model;
using namespace std::chrono_literals;

namespace {

constexpr core::SteadyTime start{100h};

struct Kiosk {
    State state;
    core::Now now{core::WallTime(1000h), start};
    Effects ordered;

    explicit Kiosk(Screen screen, int dark_minutes = 10) {
        state.content = std::make_shared<const Content>();
        auto practice = std::make_shared<Practice>();
        practice->dark_minutes = dark_minutes;
        state.practice = std::move(practice);
        state.screen = std::move(screen);
        state.can_speak = true;
        state.headset = false;
        state.touched_at = start;
    }
    void tell(Action action) {
        auto step = update(std::move(state), action, now);
        state = std::move(step.state);
        std::ranges::move(step.effects, std::back_inserter(ordered));
    }
    // As the loop does: it sleeps until something is due.
    void pass(core::Milliseconds time) {
        const auto end = now.steady + time;
        for (auto due = next_deadline(state, now); due && *due <= end; due = next_deadline(state, now)) {
            now.wall += std::max(*due, now.steady) - now.steady;
            now.steady = std::max(*due, now.steady);
            const auto before = state.screen.index();
            tell(action::TimePassed{});
            if (state.screen.index() == before && next_deadline(state, now) == due) break;
        }
        now.wall += end - now.steady;
        now.steady = end;
    }
    bool shows_welcome() const { return std::holds_alternative<screen::Welcome>(state.screen); }
    bool is_dark() const { return shows_welcome() && std::get<screen::Welcome>(state.screen).dark; }
};

Kiosk a_dark_kiosk() {
    return Kiosk(screen::Welcome{.dark = true});
}

template<class... Each>
std::vector<Screen> one_of_each(std::type_identity<std::variant<Each...>>) {
    return {Screen(Each{})...};
}

}

TEST_CASE("an untouched Welcome goes dark after the minutes that the practice says") {
    Kiosk kiosk(screen::Welcome{});
    kiosk.pass(10min - 1ms);
    CHECK_FALSE(kiosk.is_dark());
    kiosk.tell(action::Touched{});
    kiosk.pass(10min - 1ms);
    CHECK_FALSE(kiosk.is_dark());
    kiosk.pass(1ms);
    CHECK(kiosk.is_dark());
    CHECK_FALSE(next_deadline(kiosk.state, kiosk.now)); // and rests
}

TEST_CASE("a screen that is ready for the next couple goes dark too, as Welcome") {
    Kiosk kiosk(screen::Ready{.parked = true});
    kiosk.pass(10min);
    CHECK(kiosk.is_dark());
    kiosk.tell(action::Touched{});
    CHECK(kiosk.shows_welcome());
}

TEST_CASE("without the practice's word nothing ever goes dark") {
    for (auto screen : {Screen(screen::Welcome{}), Screen(screen::Ready{})}) {
        Kiosk kiosk(std::move(screen), 0);
        kiosk.pass(1000h);
        CHECK_FALSE(kiosk.is_dark());
    }
}

TEST_CASE("nothing but Welcome and Ready goes dark by itself") {
    for (auto& screen : one_of_each(std::type_identity<AnyScreen>())) {
        const bool may =
            std::holds_alternative<screen::Welcome>(screen) || std::holds_alternative<screen::Ready>(screen);
        Kiosk kiosk(std::move(screen), 1);
        const auto waiting = waiting_for(kiosk.state);
        CHECK((waiting && waiting->what == Waiting::darken) == may);
    }
}

TEST_CASE("what the last person chose to see is put back before Welcome goes dark") {
    Kiosk kiosk(screen::Welcome{}, 1);
    kiosk.tell(action::ThemeChosen{Theme::high_contrast});
    kiosk.pass(70s);
    CHECK_FALSE(kiosk.is_dark());
    CHECK(kiosk.state.appearance.theme == Theme::high_contrast);
    kiosk.pass(30s);
    CHECK(kiosk.state.appearance.theme == Theme::day);
    CHECK(kiosk.is_dark());
}

TEST_CASE("an open page of help is not dark") {
    Kiosk kiosk(screen::Welcome{}, 1);
    kiosk.tell(action::HelpOpened{});
    kiosk.pass(2min);
    CHECK(kiosk.state.help_open);
    CHECK_FALSE(kiosk.is_dark());
}

TEST_CASE("what is pressed on a dark screen lights it and does nothing else") {
    for (const Action& action :
         {Action(action::Touched{}), Action(action::Touched{.by_key = true}), Action(action::BeginTapped{}),
          Action(action::StaffTapped{}), Action(action::HelpOpened{}), Action(action::LookOpened{}),
          Action(action::SpeechToggled{}), Action(action::LanguageChosen{})}) {
        auto kiosk = a_dark_kiosk();
        const auto language = kiosk.state.appearance.language;
        kiosk.pass(8h);
        kiosk.tell(action);
        CHECK(kiosk.shows_welcome());
        CHECK_FALSE(kiosk.is_dark());
        CHECK_FALSE((kiosk.state.help_open || kiosk.state.look_open || kiosk.state.speech.on));
        CHECK(kiosk.state.appearance.language == language);
        CHECK(kiosk.ordered.empty());
        CHECK(kiosk.state.touched_at == kiosk.now.steady);
        kiosk.pass(10min);
        CHECK(kiosk.is_dark());
    }
}

TEST_CASE("headphones that are plugged in light it, and are read to, however long nobody was there") {
    for (const bool dark : {true, false}) {
        Kiosk kiosk(screen::Welcome{.dark = dark}, dark ? 10 : 0);
        kiosk.pass(8h);
        kiosk.tell(action::HeadsetChanged{true});
        CHECK_FALSE(kiosk.is_dark());
        CHECK(kiosk.state.speech.on);
        kiosk.pass(30s);
        CHECK(kiosk.state.speech.on);
    }
}

TEST_CASE("headphones that are pulled out light nothing") {
    auto kiosk = a_dark_kiosk();
    kiosk.state.headset = true;
    kiosk.tell(action::HeadsetChanged{false});
    CHECK(kiosk.is_dark());
}

TEST_CASE("trouble is shown on a dark screen too") {
    auto kiosk = a_dark_kiosk();
    kiosk.tell(action::Broke{});
    CHECK(std::holds_alternative<screen::OutOfOrder>(kiosk.state.screen));
}
