#include "model/visit/page_id.hpp"
#include "model/visit/update.hpp"
#include <doctest/doctest.h>
#include <set>

using namespace model;
using namespace std::chrono_literals;

namespace {

State showing(Screen screen) {
    State state;
    state.content = std::make_shared<const Content>();
    state.practice = std::make_shared<const Practice>();
    state.screen = std::move(screen);
    return state;
}

template<class S, class Change>
Screen changed(S screen, Change change) {
    change(screen);
    return screen;
}

}

TEST_CASE("whatever brings other buttons to the same place is another page") {
    std::vector<Screen> pages;
    const auto add = [&](auto screen, auto... changes) {
        pages.push_back(screen);
        (pages.push_back(changed(screen, changes)), ...);
    };
    add(
        screen::Desk{}, [](auto& desk) { desk.page = 1; }, [](auto& desk) { desk.open_row = core::SittingId{3}; },
        [](auto& desk) { desk.open_row = core::SittingId{4}; });
    add(
        screen::NewSitting{}, [](auto& made) { made.typing = false; },
        [](auto& made) { made.typing = false, made.page = 1; });
    add(screen::WhoAsked{}, [](auto& asked) { asked.who.emplace(); });
    add(
        screen::ChooseCode{}, [](auto& code) { code.confirming = true; }, [](auto& code) { code.anew = true; },
        [](auto& code) { code.anew = code.confirming = true; });
    add(screen::ConfirmClose{}, [](auto& close) { close.partner = Partner::b; });
    add(
        screen::Caseload{}, [](auto& list) { list.typing = true; }, [](auto& list) { list.first = 7; },
        [](auto& list) { list.glances[core::CaseId{1}] = {.id = {1}, .session = {.split = true}}; });
    add(
        screen::Joint{}, [](auto& joint) { joint.tab = Partner::a; }, [](auto& joint) { joint.tab = Partner::b; },
        [](auto& joint) { joint.writing.emplace(); }, [](auto& joint) { joint.page = 1; });
    add(
        screen::Case{}, [](auto& file) { file.tab = CaseTab::brief; }, [](auto& file) { file.menu = CaseMenu::tabs; },
        [](auto& file) { file.menu = CaseMenu::more; }, [](auto& file) { file.tab = CaseTab::overview; },
        [](auto& file) { file.tab = CaseTab::overview, file.pictures = Pictures::glance; },
        [](auto& file) { file.tab = CaseTab::overview, file.pictures = Pictures::people; },
        [](auto& file) { file.tab = CaseTab::answers; },
        [](auto& file) { file.tab = CaseTab::answers, file.answers_by_form = true; },
        [](auto& file) { file.tab = CaseTab::trend; }, [](auto& file) { file.tab = CaseTab::trend, file.trend = 1; },
        [](auto& file) { file.tab = CaseTab::private_view; },
        [](auto& file) { file.tab = CaseTab::private_view, file.asking_private = true; },
        [](auto& file) { file.tab = CaseTab::private_view, file.opened_private.emplace(); },
        [](auto& file) { file.tab = CaseTab::notes; }, [](auto& file) { file.note.emplace(); },
        [](auto& file) { file.visit = 1; }, [](auto& file) { file.partner = Partner::b; },
        [](auto& file) { file.behind = Behind{.module = {"one"}, .scale = {}, .item = {}}; },
        [](auto& file) { file.behind = Behind{.module = {"two"}, .scale = {}, .item = {}}; },
        [](auto& file) { file.behind = Behind{.module = {"two"}, .scale = {}, .item = {}, .partner = Partner::b}; });
    for (const auto task : {CaseTask::menu, CaseTask::follow_up, CaseTask::share, CaseTask::hand_over,
                            CaseTask::move_part, CaseTask::new_code, CaseTask::erase})
        add(
            screen::CaseActions{.task = task}, [](auto& folder) { folder.page = 1; },
            [](auto& folder) { folder.typing = true; });
    add(
        screen::Export{}, [](auto& writing) { writing.typing = true; }, [](auto& writing) { writing.working = true; },
        [](auto& writing) { writing.written_to = "/k/a.pdf"; });
    std::set<std::string> names;
    for (const auto& page : pages)
        names.insert(page_id(showing(page)).name);
    CHECK(names.size() == pages.size());
}

TEST_CASE("help and the question whether somebody is there are pages of their own, over any screen") {
    auto state = showing(screen::Welcome{});
    const auto below = page_id(state);
    state.idle_asked = true;
    const auto asked = page_id(state);
    state.help_open = true;
    const auto help = page_id(state);
    state.help_page = 1;
    CHECK(below != asked);
    CHECK(asked != help);
    CHECK(help != page_id(state));
}

TEST_CASE("a page that opens within a screen must settle like any other") {
    auto state = showing(screen::Desk{.board = {.rows = {{.sitting = {3}}}}, .notice = {}});
    const core::Now now{{}, core::SteadyTime(1h)};
    state.shown_at = now.steady - 10s;
    const auto step = update(state, action::RowTapped{core::SittingId{3}}, now);
    CHECK(settled_at(step.state) == now.steady + settle_time);
}

TEST_CASE("a page on which one tap decides takes longer to settle, but not each of its pages") {
    auto folder = screen::CaseActions{.task = CaseTask::share};
    CHECK(settle_time_of(showing(folder)) == settle_time_to_decide);
    folder.page = 1;
    CHECK(settle_time_of(showing(folder)) == settle_time);
    CHECK(settle_time_of(showing(screen::SittingCreated{})) == settle_time_to_decide);
    CHECK(settle_time_of(showing(screen::Welcome{})) == settle_time);
    auto helped = showing(screen::SittingCreated{});
    helped.help_open = true;
    CHECK(settle_time_of(helped) == settle_time);
}
