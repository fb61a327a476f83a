#include "model/visit/paging.hpp"
#include "model/visit/update.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

std::size_t after(std::size_t page, const std::optional<Action>& action) {
    REQUIRE(action.has_value());
    CHECK(go_to_page(page, *action));
    return page;
}

}

TEST_CASE("a page leads to the ones beside it, the first and the last to one only") {
    CHECK_FALSE(to_earlier_page(0).has_value());
    CHECK(after(0, to_later_page(0, 3)) == 1);
    CHECK(after(1, to_later_page(1, 3)) == 2);
    CHECK(after(2, to_earlier_page(2)) == 1);
    CHECK_FALSE(to_later_page(2, 3).has_value());
    CHECK_FALSE(to_later_page(0, 1).has_value());
    CHECK_FALSE(to_later_page(0, 0).has_value());
}

TEST_CASE("what lies past the last page is shown as the last, and Earlier leads on from what is shown") {
    CHECK(shown_page(40, 3) == 2);
    CHECK(shown_page(1, 3) == 1);
    CHECK(shown_page(7, 0) == 0);
    CHECK(after(40, to_earlier_page(shown_page(40, 3))) == 1);
}

TEST_CASE("a tap that comes twice turns one page") {
    std::size_t page = 0;
    const auto tapped = to_later_page(0, 9);
    for (int i = 0; i < 10; ++i)
        page = after(page, tapped);
    CHECK(page == 1);
}

TEST_CASE("what turns no page leaves it as it is") {
    std::size_t page = 4;
    CHECK_FALSE(go_to_page(page, Action{action::NextTapped{}}));
    CHECK_FALSE(go_to_page(page, Action{action::ListPaged{1}}));
    CHECK(page == 4);
}

TEST_CASE("a list turns to one of its rows and never past them") {
    std::size_t first = 0;
    CHECK(go_through_list(first, 20, action::ListPaged{7}));
    CHECK(first == 7);
    CHECK_FALSE(go_through_list(first, 20, action::ListPaged{20}));
    CHECK_FALSE(go_through_list(first, 20, Action{action::PageChosen{3}}));
    CHECK(first == 7);
}

TEST_CASE("another tab of the shared page begins on its first page") {
    screen::Joint joint;
    joint.tab = Partner::a;
    joint.page = 3;
    State state;
    state.screen = joint;
    const auto shown = std::get<screen::Joint>(update(state, action::TabChosen{std::nullopt}, {}).state.screen);
    CHECK_FALSE(shown.tab.has_value());
    CHECK(shown.page == 0);
}

TEST_CASE("a row of the desk begins on its first page, and so does the board behind it") {
    State state;
    state.screen = screen::Desk{.board = {.rows = {{.sitting = {3}}}}, .page = 2, .notice = {}};
    auto step = update(state, action::RowTapped{core::SittingId{3}}, {});
    CHECK(std::get<screen::Desk>(step.state.screen).page == 0);
    step = update(step.state, action::PageChosen{1}, {});
    REQUIRE(std::get<screen::Desk>(step.state.screen).page == 1);
    step = update(step.state, action::RowTapped{std::nullopt}, {});
    CHECK(std::get<screen::Desk>(step.state.screen).page == 0);
}
