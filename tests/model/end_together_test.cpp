// The couple's view behind the passphrase that ends it.
#include "model/visit/update.hpp"
#include <doctest/doctest.h>

using namespace model;

TEST_CASE("nobody types the passphrase: the couple's view comes back as it was") {
    screen::TogetherView view{.therapist = {{1}, "Dr. Okafor, who is here on Tuesdays"}};
    view.together.name_a = "Maya, as she would like to be called";
    for (const auto* title : {"The first of two things to talk about", "The second of two things to talk about"})
        view.together.cards.push_back({.id = title, .kind = CardKind::talk, .title = title, .words = title});
    view.card = 1;
    State state;
    state.content = std::make_shared<const Content>();
    state.practice = std::make_shared<const Practice>();
    state.screen = screen::EndTogether{.from = view, .passphrase = {}, .problem = {}};
    const auto due = next_deadline(state, {});
    REQUIRE(due.has_value());
    const auto later = update(std::move(state), action::TimePassed{}, {.wall = {}, .steady = *due});
    const auto* back = std::get_if<screen::TogetherView>(&later.state.screen);
    REQUIRE(back != nullptr);
    CHECK(back->together == view.together);
    CHECK(back->therapist.name == view.therapist.name);
    CHECK(back->card == view.card);
}
