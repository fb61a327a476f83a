// What a therapist's screens keep, close and order, whatever comes late.
#include "model/visit/update.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace model;

namespace {

// One visit of a couple, in the hands of its therapist.
struct Room {
    State state;
    Effects effects; // all that was ordered
    core::Now now;

    Room() {
        state.content = std::make_shared<const Content>();
        state.practice = std::make_shared<const Practice>();
        state.screen = open_case();
    }
    static screen::Case open_case() {
        screen::Case open;
        open.file.id = {1};
        open.file.visits = {VisitRecord{.sitting = {7}, .packet = {}, .date = {}, .a = {}, .b = {}, .joint = {}}};
        return open;
    }
    void tell(const Action& action) {
        auto step = update(std::move(state), action, now);
        state = std::move(step.state);
        std::ranges::move(step.effects, std::back_inserter(effects));
    }
    void pass(std::chrono::milliseconds time) {
        now.steady += time;
        now.wall += time;
        tell(action::TimePassed{});
    }
    template<class E>
    std::vector<E> ordered() const {
        std::vector<E> found;
        for (const auto& one : effects)
            if (const auto* order = std::get_if<E>(&one)) found.push_back(*order);
        return found;
    }
    const screen::Case& open() const {
        const auto* shown = std::get_if<screen::Case>(&state.screen);
        REQUIRE(shown != nullptr);
        return *shown;
    }
};

}

TEST_CASE("private answers that come after the page was turned to the other partner are not shown as theirs") {
    Room room;
    room.tell(action::CaseTabChosen{CaseTab::private_view});
    room.tell(action::PrivateOpened{});
    REQUIRE(room.ordered<effect::ReadPrivate>().size() == 1);
    const PrivateRecord of_a{.sitting = {7}, .partner = Partner::a, .answers = {{{{"form"}, {"fear"}}, Chosen{3}}}};
    SUBCASE("turned") {
        room.tell(action::PartnerChosen{Partner::b});
        room.tell(action::PrivateRead{of_a});
        CHECK_FALSE(room.open().opened_private.has_value());
    }
    SUBCASE("another tab") {
        room.tell(action::CaseTabChosen{CaseTab::scores});
        room.tell(action::PrivateRead{of_a});
        CHECK_FALSE(room.open().opened_private.has_value());
    }
    SUBCASE("still there") {
        room.tell(action::PrivateRead{of_a});
        CHECK(room.open().opened_private.has_value());
    }
}

TEST_CASE("a note that could not be saved is ordered saved once more before the screen locks") {
    Room room;
    room.tell(action::CaseTabChosen{CaseTab::notes});
    room.tell(action::NoteTapped{});
    room.tell(action::KeyTyped{"Winter"});
    room.pass(typing_in_flight);
    REQUIRE(room.ordered<effect::SaveNote>().size() == 1);
    room.tell(action::NoteFailed{{core::ErrorCode::disk_full, ""}, room.open().file.visits.front().sitting});
    room.effects.clear();
    room.pass(std::chrono::minutes(room.state.practice->lock_minutes));
    REQUIRE(std::holds_alternative<screen::Welcome>(room.state.screen));
    REQUIRE(room.ordered<effect::SaveNote>().size() == 1);
    CHECK(room.ordered<effect::SaveNote>().front().text == "Winter");
    CHECK(std::holds_alternative<effect::SaveNote>(room.effects.front())); // the lock forgets the key
}

TEST_CASE("what is written for both is ordered for both and without private answers, whatever was chosen before") {
    Room room;
    screen::Export writing;
    writing.from = Room::open_case();
    room.state.screen = std::move(writing);
    room.tell(action::ExportWhoseChosen{Partner::a});
    room.tell(action::ExportPrivateToggled{});
    room.tell(action::ExportFormatChosen{ExportFormat::keepsake});
    room.tell(action::Confirmed{});
    REQUIRE(room.ordered<effect::WriteExport>().size() == 1);
    const auto order = room.ordered<effect::WriteExport>().front();
    CHECK(order.format == ExportFormat::keepsake);
    CHECK_FALSE(order.whose.has_value());
    CHECK_FALSE(order.with_private);
}

TEST_CASE("a list over the case opens and closes at its button, and closes with what is chosen or with Back") {
    Room room;
    room.tell(action::CaseMenuTapped{CaseMenu::tabs});
    CHECK(room.open().menu == CaseMenu::tabs);
    room.tell(action::CaseMenuTapped{CaseMenu::more});
    CHECK(room.open().menu == CaseMenu::more);
    room.tell(action::CaseMenuTapped{CaseMenu::more});
    CHECK_FALSE(room.open().menu.has_value());
    room.tell(action::CaseMenuTapped{CaseMenu::tabs});
    room.tell(action::CaseTabChosen{CaseTab::mission});
    CHECK_FALSE(room.open().menu.has_value());
    CHECK(room.open().tab == CaseTab::mission);
    room.tell(action::CaseMenuTapped{CaseMenu::more});
    room.tell(action::BackTapped{});
    CHECK_FALSE(room.open().menu.has_value());
    CHECK(room.ordered<effect::ReadCaseload>().empty());
}
