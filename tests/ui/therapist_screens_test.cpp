#include "all_words.hpp"
#include "model/case/caseload.hpp"
#include "model/visit/update.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include "support/some_figures.hpp"
#include "therapist_samples.hpp"
#include <doctest/doctest.h>
#include <set>

using namespace model;
using samples::a_state;

namespace {

void check_pages(State state, support::Panel panel, const std::string& name) {
    const int percent = state.appearance.text_percent;
    const auto theme = state.appearance.theme;
    std::visit(
        [&](auto& shown) {
            std::size_t page = 0;
            for (bool more = true; more && page < 120; ++page) {
                if constexpr (requires { shown.page; }) shown.page = page;
                const auto tree = support::draw(state, panel);
                const support::LayoutRules rules{.least_contrast = theme == Theme::high_contrast ? 7.0 : 4.5};
                const auto complaints = support::layout_complaints(tree, rules);
                CHECK_MESSAGE(complaints.empty(), name, " ", panel.width, " ", percent, " % language ",
                              state.appearance.language.tag, " page ", page + 1, support::joined(complaints));
                support::keep(support::offscreen(panel, percent), support::picture_name(name, state, panel, page));
                const auto* later = tree.find_id("later");
                more = later != nullptr && later->enabled && theme == Theme::day;
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(shown)>, screen::Caseload>)
                    if (more) shown.first = later->action->as<action::ListPaged>()->first;
                if (!complaints.empty()) more = false;
            }
            CHECK_MESSAGE(page < 120, name, " turns its pages without end at ", percent, " %");
        },
        state.screen);
}

void check_layout(const Screen& screen, const std::string& name) {
    for (const auto panel : {support::lying, support::standing}) {
        for (const int percent : support::text_sizes)
            for (const auto theme : support::themes) {
                auto state = a_state(screen, theme, percent);
                support::speak(state, Language{});
                for (const auto& way : samples::ways_to_look(state))
                    check_pages(way, panel, name);
            }
        for (const int percent : support::text_sizes_in_spanish) {
            auto state = a_state(screen, Theme::day, percent);
            support::speak(state, Language{"es"});
            for (const auto& way : samples::ways_to_look(state))
                check_pages(way, panel, name + " in Spanish");
        }
    }
}

// Everything that a screen says on all of its pages.
std::string all_words(const State& looked_at, support::Panel panel = support::lying) {
    std::string words;
    for (auto& state : samples::ways_to_look(looked_at))
        std::visit(
            [&](auto& shown) {
                if constexpr (requires { shown.page; }) {
                    for (shown.page = 0; shown.page < 120; ++shown.page) {
                        const auto tree = support::draw(state, panel);
                        for (const auto& widget : tree.widgets)
                            words += widget.name + "\n" + widget.value + "\n";
                        const auto* later = tree.find_id("later");
                        if (later == nullptr || !later->enabled) break;
                    }
                }
            },
            state.screen);
    return words;
}

bool says(const std::string& all, std::string_view words) {
    return all.find(words) != std::string::npos;
}

template<class Action>
const Action* action_of(const ui::Tree& tree, std::string_view id) {
    const auto* widget = tree.find_id(id);
    return widget == nullptr || !widget->enabled || !widget->action ? nullptr : widget->action->as<Action>();
}

screen::Case private_case(bool opened, Partner partner = Partner::a) {
    auto screen = samples::an_open_case(CaseTab::private_view);
    screen.partner = partner;
    screen.asking_private = !opened;
    if (opened) screen.opened_private = samples::private_answers(partner);
    return screen;
}

}

namespace {

void look_for(screen::Caseload& list, std::string_view words) {
    list.search = edit_of(words, 60, Lines::one);
    list.found = found_cases(*list.cases, words, list.filter, samples::march_4, 0);
}

}

TEST_CASE("a case is found by its chart code or by either name, whatever the capitals and accents") {
    const auto cases = samples::a_list();
    const auto found = [&](std::string_view search) { return matching_cases(cases, search); };
    CHECK(found("").size() == cases.size());
    CHECK(found("  ").size() == cases.size());
    CHECK(found("jor") == std::vector<std::size_t>{0});
    CHECK(found("NURIA") == std::vector<std::size_t>{6});
    CHECK(found("zoe nu") == std::vector<std::size_t>{6});
    CHECK(found("2044") == std::vector<std::size_t>{3});
    CHECK(found("maya theo").empty());
    CHECK(found("rg-").size() == cases.size());
    CHECK(found("rg2044") == std::vector<std::size_t>{3});
    CHECK(found("RG 2044") == std::vector<std::size_t>{3});
}

TEST_CASE("a couple is found by the words its row shows, in each language, and by letters of every alphabet's marks") {
    std::vector<CaseSummary> cases{{.id = {1}, .chart_code = "RG-1", .name_a = "José", .name_b = "Jordan"},
                                   {.id = {2}, .chart_code = "RG-2", .name_a = "Dvořák", .name_b = "Łukasz"},
                                   {.id = {3}, .chart_code = "RG-3", .name_a = "Großmann", .name_b = "Ándrea"}};
    for (auto& summary : cases)
        summary.folded = fold_for_search(summary);
    auto state = a_state(samples::a_caseload());
    support::speak(state, Language{"es"});
    const auto between = words_between_names(state.locales);
    using Places = std::vector<std::size_t>;
    for (const auto& [search, places] : {std::pair{"jose and jordan", Places{0}},
                                         {"JOSÉ y jordan", Places{0}},
                                         {"jose and", Places{0}},
                                         {"dvorak", Places{1}},
                                         {"lukasz", Places{1}},
                                         {"ŁUKASZ", Places{1}},
                                         {"grossmann", Places{2}},
                                         {"and", Places{2}}, // the first word is a name
                                         {"jose und jordan", Places{}}})
        CHECK_MESSAGE(matching_cases(cases, search, between) == places, search);
}

TEST_CASE("a chart code as long as it may be stays within its row of the caseload") {
    auto cases = *samples::a_caseload().cases;
    for (auto& each : cases)
        each.chart_code = "RG-2043RG-2042RG-2043RG-";
    check_layout(samples::list_of(std::move(cases)), "caseload of long chart codes");
}

TEST_CASE("the caseload holds in every look, with and without the keyboard") {
    check_layout(samples::a_caseload(), "caseload");
    auto typing = samples::a_caseload();
    typing.typing = true;
    check_layout(typing, "search");
    look_for(typing, "Maximiliana-Josefina RG-2990");
    check_layout(typing, "search with words");
    auto broken = samples::a_caseload();
    broken.problem = core::message(
        "", "The data could not be read just now. Please try again, and tell your technician if this stays.");
    check_layout(broken, "caseload with a problem");
    broken = samples::list_of({});
    broken.problem = core::message("", "The data could not be read just now.");
    check_layout(broken, "empty caseload");
}

TEST_CASE("a page of the caseload shows three couples or more, in the largest letters too") {
    for (const char* language : {"", "es"})
        for (const auto panel : {support::lying, support::standing})
            for (const int percent : support::text_sizes) {
                auto cases = samples::a_list("Jo");
                for (auto& one : cases)
                    if (!one.name_a.empty())
                        one.private_answers = {PrivateAnswers::not_opened, PrivateAnswers::not_opened};
                auto state = a_state(samples::list_of(std::move(cases)), Theme::day, percent);
                support::speak(state, Language{language});
                const auto tree = support::draw(state, panel);
                support::keep(support::offscreen(panel, percent), support::picture_name("couples", state, panel));
                const auto rows = std::ranges::count_if(
                    tree.widgets, [](const ui::Widget& widget) { return widget.id.starts_with("case:"); });
                CHECK_MESSAGE(rows >= 3, rows, " at ", percent, " % in ", language, " on ", panel.width);
                CHECK(tree.find_id("search") != nullptr);
                CHECK(tree.find_id("filter:asked") != nullptr);
            }
}

TEST_CASE("each tab of a case holds in every look") {
    for (const auto tab :
         {CaseTab::scores, CaseTab::answers, CaseTab::mission, CaseTab::notes, CaseTab::private_view}) {
        check_layout(samples::an_open_case(tab), "case");
        check_layout(samples::an_open_case(tab, samples::a_case(samples::long_name, samples::long_name)),
                     "case with long names");
        auto before = samples::an_open_case(tab);
        before.visit = 1;
        check_layout(before, "case, a visit that could not be opened");
    }
    auto none = samples::an_open_case(CaseTab::scores);
    none.file.visits.clear();
    none.problem = core::message("", "This could not be opened.");
    check_layout(none, "case without visits");
}

TEST_CASE("what was asked about a person stands under the name they have, and nothing about one who was not named") {
    const auto scores = all_words(a_state(samples::an_open_case(CaseTab::scores)));
    CHECK(says(scores, "Maya with Grandma Rosa"));
    CHECK(says(scores, "Jordan with Uncle Tom"));
    auto screen = samples::an_open_case(CaseTab::answers);
    const auto answers = all_words(a_state(screen));
    CHECK(says(answers, "Grandma Rosa was warm with me."));
    CHECK(says(answers, "Uncle Tom was warm with me."));
    CHECK_FALSE(says(answers, "{person}"));
}

TEST_CASE("dates, signatures and what one prefers not to say are in the answers, and texts to read are not") {
    const auto answers = all_words(a_state(samples::an_open_case(CaseTab::answers)));
    CHECK(says(answers, "March 4, 1998"));
    CHECK(says(answers, "Preferred not to say"));
    CHECK(says(answers, "Signed by hand"));
    CHECK(says(answers, "Maya: the signature as it was drawn"));
    CHECK_FALSE(says(answers, "Thank you for that"));
}

TEST_CASE("private answers hold in every look") {
    check_layout(private_case(true), "private answers");
    auto named = private_case(true, Partner::b);
    named.file.name_a = named.file.name_b = samples::long_name;
    check_layout(named, "private answers with long names");
    named.opened_private.reset();
    check_layout(named, "the step before private answers");
    named.file = samples::a_case("wwwwwwwwwwwwwwwwwwww wwwww", "wwwwwwwwwwwwwwwwwwww wwwww");
    check_layout(named, "the step before private answers, with wide names");
}

TEST_CASE("writing the chart holds in every look") {
    screen::Export chart{.from = samples::an_open_case(CaseTab::scores), .written_to = {}, .problem = {}};
    check_layout(chart, "chart");
    chart.from.file.name_a = chart.from.file.name_b = samples::long_name;
    chart.whose = Partner::a;
    chart.with_private = true;
    chart.usb_drives = {{"KINGSTON", "/media/KINGSTON"}, {"Dr. Okafor's grey stick", "/media/grey"}};
    chart.to = "/media/grey";
    chart.written_to = "/var/lib/sameside/export/RG-2041-A private 2025-03-04.pdf";
    check_layout(chart, "chart written");
    chart.written_to.clear();
    chart.working = true;
    chart.done = 3;
    chart.of = 41;
    check_layout(chart, "chart being written");
    chart.working = false;
    chart.problem =
        core::message("", "There is no room on the disk. Nothing was written. Please make room and try again.");
    check_layout(chart, "chart with a problem");
}

TEST_CASE("a couple in the list opens its case, and the list shows who would like a word") {
    const auto tree = support::draw(a_state(samples::a_caseload()), support::lying);
    const auto* chosen = action_of<action::CaseChosen>(tree, "case:100");
    REQUIRE(chosen != nullptr);
    CHECK(chosen->id.value == 100);
    CHECK(tree.says("Maya and Jordan"));
    CHECK(tree.says("RG-2041"));
    CHECK(tree.says("Both would like a word."));
    CHECK_FALSE(tree.says("Maya would like a word."));
    CHECK(action_of<action::LockTapped>(tree, "lock") != nullptr);
    CHECK(action_of<action::HelpOpened>(tree, "help") != nullptr);
    CHECK(action_of<action::SearchTapped>(tree, "search") != nullptr);
    CHECK(tree.says("Locks in 5 min"));
}

TEST_CASE("the minutes until the caseload locks count from the last touch") {
    const auto state = a_state(samples::a_caseload());
    ui::View view;
    view.now.steady = state.touched_at + std::chrono::minutes(3) + std::chrono::seconds(10);
    view.now.wall = samples::march_4;
    CHECK(support::draw(state, support::lying, view).says("Locks in 2 min"));
}

TEST_CASE("a note holds in every look, read, being written, and where it could not be saved") {
    auto screen = samples::an_open_case(CaseTab::notes);
    screen.file.visits.front().note = "Ask about the winter, and about the money.\nThey laughed when they came in.";
    check_layout(screen, "a note");
    screen.note = edit_of(screen.file.visits.front().note, 20'000, Lines::many);
    check_layout(screen, "a note being written");
    screen.save_note_at = core::SteadyTime{};
    screen.note = edit_of(std::string(19'950, 'm'), 20'000, Lines::many);
    check_layout(screen, "a note that is nearly full");
    insert(*screen.note, std::string(60, 'm'));
    check_layout(screen, "a note that is full");
    screen.note_trouble = screen.file.visits.front().sitting;
    check_layout(screen, "a note that could not be saved");
}

TEST_CASE("a note of which nothing is written yet is not called saved") {
    const auto says_saved = [&](const std::string& text) {
        auto screen = samples::an_open_case(CaseTab::notes);
        screen.note = edit_of(text, 20'000, Lines::many);
        return support::draw(a_state(screen, Theme::day, 100), support::lying).says("Saved");
    };
    CHECK_FALSE(says_saved(""));
    CHECK(says_saved("Ask about the winter."));
}

TEST_CASE("what is done with a case as a whole holds in every look") {
    auto colleagues =
        std::vector<TherapistName>{{{2}, "M. Reyes, LMFT"}, {{3}, "Dr. Anneliese Hohenstaufen-Wittgenstein"}};
    for (const auto& name : {std::string("Maya"), samples::long_name})
        for (const auto task : {CaseTask::menu, CaseTask::follow_up, CaseTask::share, CaseTask::hand_over,
                                CaseTask::move_part, CaseTask::new_code, CaseTask::erase}) {
            screen::CaseActions folder{.from = samples::an_open_case(CaseTab::scores, samples::a_case(name, name)),
                                       .task = task,
                                       .chart_code = edit_of("RG-2041", 40, Lines::one)};
            folder.from.file.colleagues = colleagues;
            folder.from.file.shared_with = {colleagues.front()};
            folder.chosen = colleagues.back().id;
            check_layout(folder, "folder");
            folder.from.file.own = false;
            folder.from.file.legal_hold = true;
            folder.problem = core::message("", "You have no case with this chart code.");
            check_layout(folder, "folder of a shared case, with a problem");
            folder.typing = task == CaseTask::move_part || task == CaseTask::erase;
            if (folder.typing) check_layout(folder, "a chart code being typed");
        }
}

TEST_CASE("a search leaves the couples that match, and says when none does") {
    auto list = samples::a_caseload();
    list.typing = true;
    look_for(list, "theo");
    const auto tree = support::draw(a_state(list), support::lying);
    CHECK(tree.find_id("case:101") != nullptr);
    CHECK(tree.find_id("case:100") == nullptr);
    CHECK(tree.find_id("key:done") != nullptr);
    look_for(list, "nobody");
    CHECK(support::draw(a_state(list), support::lying).says("No couple matches."));
}

TEST_CASE("every couple of the list stands on one of its pages") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            auto list = samples::a_caseload();
            std::set<std::string> seen;
            for (int turns = 0; turns < 20; ++turns) {
                const auto tree = support::draw(a_state(list, Theme::day, percent), panel);
                for (const auto& widget : tree.widgets)
                    if (widget.id.starts_with("case:"))
                        CHECK_MESSAGE(seen.insert(widget.id).second, widget.id, " stands on two pages");
                const auto* later = tree.find_id("later");
                if (later == nullptr || !later->enabled) break;
                list.first = later->action->as<action::ListPaged>()->first;
            }
            CHECK(seen.size() == list.cases->size());
        }
}

TEST_CASE("scores are shown with their range, how many were answered, and no norms") {
    const auto words = all_words(a_state(samples::an_open_case(CaseTab::scores)));
    CHECK(says(words, "Alliance"));
    CHECK(says(words, "6 of 6"));
    CHECK(says(words, "95 % range"));
    CHECK(says(words, "No norms"));
    CHECK(says(words, "Not scored"));
    CHECK(says(words, "Often on alert"));
    CHECK(says(words, "Maya would like a word."));
    CHECK(says(words, "Therapist view - not for sharing"));
}

TEST_CASE("scores at the largest text say the same in words") {
    const auto words = all_words(a_state(samples::an_open_case(CaseTab::scores), Theme::day, 200));
    for (const auto* part : {"Alliance", "6 of 6 answered", "95 % range", "Not scored (1 of 2 answered)",
                             "Turning to each other", "Avoidance"})
        CHECK_MESSAGE(says(words, part), part);
}

TEST_CASE("answers are in words, a skip is a skip, and what was never reached says so") {
    auto screen = samples::an_open_case(CaseTab::answers);
    const auto words = all_words(a_state(screen));
    CHECK(says(words, "Slightly disagree"));
    CHECK(says(words, "Skipped"));
    CHECK(says(words, "Not reached"));
    CHECK(says(words, "Maya: Toward me: Often"));
    screen.visit = 1;
    CHECK(says(all_words(a_state(screen)), "This part was changed outside the kiosk"));
    CHECK(says(all_words(a_state(screen)), "Jordan has not finished."));
}

TEST_CASE("private questions and answers stand nowhere but behind the deliberate step") {
    auto full = samples::a_case();
    // Even where they were in memory by mistake.
    for (const auto& [item, answer] : samples::private_answers(Partner::a).answers)
        full.visits.front().a.content->answers[item] = answer;
    for (const auto tab : {CaseTab::scores, CaseTab::answers, CaseTab::mission}) {
        const auto words = all_words(a_state(samples::an_open_case(tab, full)));
        CHECK_FALSE(says(words, "private question"));
        CHECK_FALSE(says(words, "afraid"));
        CHECK_FALSE(says(words, "Safety at home"));
        CHECK_FALSE(says(words, "Feeling safe"));
        CHECK_FALSE(says(words, "older form"));
    }
    const auto step = support::draw(a_state(private_case(false)), support::lying);
    CHECK(step.says("Open Maya's private answers"));
    CHECK(action_of<action::PrivateOpened>(step, "private:open") != nullptr);
    CHECK_FALSE(step.says("afraid"));
    const auto words = all_words(a_state(private_case(true)));
    CHECK(says(words, "How often are you afraid?"));
    CHECK(says(words, "Strongly agree"));
    CHECK(says(words, "Skipped"));
    CHECK(says(words, "Not reached"));
    CHECK(says(words, "Safety at home"));
    CHECK(says(words, "A private text of an older form."));
    CHECK(action_of<action::PrivateClosed>(support::draw(a_state(private_case(true)), support::lying),
                                           "private:close") != nullptr);
}

TEST_CASE("private answers of the partner who is not shown are not drawn") {
    auto screen = private_case(true, Partner::b);
    screen.opened_private->partner = Partner::a;
    const auto tree = support::draw(a_state(screen), support::lying);
    CHECK_FALSE(tree.says("afraid"));
    CHECK(tree.find_id("private:open") != nullptr);
}

TEST_CASE("the step before private answers looks the same whatever is behind it") {
    auto silent = private_case(false);
    auto telling = private_case(false);
    for (const auto& [item, answer] : samples::private_answers(Partner::a).answers)
        telling.file.visits.front().a.content->answers[item] = answer;
    const auto one = support::draw(a_state(silent), support::lying),
               other = support::draw(a_state(telling), support::lying);
    REQUIRE(one.widgets.size() == other.widgets.size());
    for (std::size_t i = 0; i < one.widgets.size(); ++i) {
        CHECK(one.widgets[i].name == other.widgets[i].name);
        CHECK(one.widgets[i].rect.y == other.widgets[i].rect.y);
    }
}

TEST_CASE("the mission shows what was released, what was kept, and every version") {
    const auto words = all_words(a_state(samples::an_open_case(CaseTab::mission)));
    CHECK(says(words, "Version 2, agreed by both"));
    CHECK(says(words, "Version 1, agreed by both"));
    CHECK(says(words, "We come home, and we say so when we cannot."));
    CHECK(says(words, "I stand for telling the truth early"));
    CHECK(says(words, "Released to their shared page"));
    CHECK(says(words, "Kept private: not for the shared page"));
    auto changed = samples::an_open_case(CaseTab::mission);
    CHECK_FALSE(says(words, "not agreed by both"));
    changed.file.visits.front().joint.content->statement.sentences.push_back({Partner::a, "One sentence more."});
    CHECK(says(all_words(a_state(changed)), "not agreed by both"));
}

TEST_CASE("visits turn at their ends, and a tab leads back to its first page") {
    auto screen = samples::an_open_case(CaseTab::answers);
    auto tree = support::draw(a_state(screen), support::lying);
    CHECK(tree.says("Visit 2 of 2"));
    CHECK(action_of<action::VisitStepped>(tree, "visit:later") == nullptr);
    const auto* earlier = action_of<action::VisitStepped>(tree, "visit:earlier");
    REQUIRE(earlier != nullptr);
    const auto before = update(a_state(screen), *earlier, {}).state;
    tree = support::draw(before, support::lying);
    CHECK(tree.says("Visit 1 of 2"));
    CHECK(tree.says("2024"));
    CHECK(action_of<action::VisitStepped>(tree, "visit:earlier") == nullptr);
    CHECK(action_of<action::VisitStepped>(tree, "visit:later") != nullptr);
    const auto* tab = action_of<action::CaseTabChosen>(tree, "tab:mission");
    REQUIRE(tab != nullptr);
    CHECK(tab->tab == CaseTab::mission);
    CHECK(action_of<action::ExportTapped>(tree, "chart") != nullptr);
    CHECK(action_of<action::BackTapped>(tree, "back") != nullptr);
}

TEST_CASE("private answers are added to one partner's own export, each time anew, and never to one of both") {
    const screen::Export chart{.from = samples::an_open_case(CaseTab::scores), .written_to = {}, .problem = {}};
    auto state = a_state(chart);
    const auto tree = [&] { return support::draw(state, support::lying); };
    const auto tap = [&]<class A>(const char* id, A) {
        const auto drawn = tree();
        const auto* meant = action_of<A>(drawn, id);
        REQUIRE(meant != nullptr);
        state = update(state, *meant, {}).state;
    };
    const auto chosen = [&]() -> const screen::Export& { return std::get<screen::Export>(state.screen); };
    CHECK(tree().find_id("whose:both")->chosen);
    CHECK(tree().find_id("with-private") == nullptr);
    tap("whose:b", action::ExportWhoseChosen{});
    REQUIRE(tree().find_id("with-private") != nullptr);
    CHECK(tree().find_id("with-private")->value == "off");
    tap("with-private", action::ExportPrivateToggled{});
    CHECK(tree().find_id("with-private")->value == "on");
    auto step = update(state, action::Confirmed{}, {});
    REQUIRE(step.effects.size() == 1);
    const auto& order = std::get<effect::WriteExport>(step.effects.front());
    CHECK(order.whose == Partner::b);
    CHECK(order.with_private);
    CHECK_FALSE(std::get<screen::Export>(update(step.state, action::ExportWritten{"/export/x.pdf"}, {}).state.screen)
                    .with_private);
    tap("whose:a", action::ExportWhoseChosen{});
    CHECK_FALSE(chosen().with_private);
    tap("with-private", action::ExportPrivateToggled{});
    tap("whose:both", action::ExportWhoseChosen{});
    step = update(state, action::Confirmed{}, {});
    CHECK_FALSE(std::get<effect::WriteExport>(step.effects.front()).with_private);
    // Told so by something that is not on the page.
    state = update(state, action::ExportPrivateToggled{}, {}).state;
    CHECK_FALSE(chosen().with_private);
}

TEST_CASE("while it is written the page shows how far it is, and can only be stopped") {
    screen::Export chart{.from = samples::an_open_case(CaseTab::scores), .written_to = {}, .problem = {}};
    chart.working = true;
    chart.done = 3;
    chart.of = 8;
    const auto tree = support::draw(a_state(chart), support::lying);
    CHECK(action_of<action::Confirmed>(tree, "write") == nullptr);
    CHECK(action_of<action::ExportFormatChosen>(tree, "format:csv") == nullptr);
    CHECK(tree.says("3 of 8 parts"));
    const auto* stop = action_of<action::BackTapped>(tree, "back");
    REQUIRE(stop != nullptr);
    const auto step = update(a_state(chart), *stop, {});
    CHECK(std::holds_alternative<effect::StopWriting>(step.effects.front()));
    CHECK(support::draw(step.state, support::lying).says("Nothing was written."));
    chart.working = false;
    chart.written_to = "/export/RG-2041.pdf";
    CHECK(support::draw(a_state(chart), support::lying).says("/export/RG-2041.pdf"));
}

TEST_CASE("the practice's own figures fit at every size, before they are counted, while they are, and afterwards") {
    screen::Figures figures{.therapist = {{1}, "Dr. Okafor"}};
    check_layout(figures, "figures");
    figures.working = true;
    figures.done = 340;
    figures.of = 1000;
    check_layout(figures, "figures-counting");
    figures.working = false;
    figures.figures = support::some_figures(samples::some_content(), samples::march_4);
    figures.written_to = "/var/lib/sameside/charts/figures.csv\n/var/lib/sameside/charts/figures.pdf";
    check_layout(figures, "figures-counted");
}

TEST_CASE("figures say what can be told, by language, and of few people nothing but that they are few") {
    screen::Figures figures{.therapist = {{1}, "Dr. Okafor"}};
    figures.figures = support::some_figures(samples::some_content(), samples::march_4);
    auto state = a_state(figures, Theme::day, 100);
    support::speak(state, Language{});
    const auto words = all_words(state);
    for (const std::string said : {"84 people, mean 4.72, SD 1.11", "0.88 (0.83 to 0.92)", "Español",
                                   "Fewer than 30 people", "2 parts could not be opened", "34.5"})
        CHECK_MESSAGE(says(words, said), said);
    CHECK_FALSE(says(words, "Safety at home")); // private
    auto spanish = a_state(figures, Theme::day, 100);
    support::speak(spanish, Language{"es"});
    CHECK(says(all_words(spanish), "84 personas, promedio 4.72, DE 1.11"));
}

TEST_CASE("nothing is counted before it is asked for, and Stop ends it") {
    State state = a_state(samples::a_caseload(), Theme::day, 100);
    CHECK(action_of<action::FiguresTapped>(support::draw(state, support::lying), "figures") != nullptr);
    auto step = update(state, action::FiguresTapped{}, {});
    CHECK(step.effects.empty());
    const auto shown = [&]() -> const screen::Figures& { return std::get<screen::Figures>(step.state.screen); };
    step = update(step.state, action::FiguresPrivateToggled{}, {});
    step = update(step.state, action::Confirmed{}, {});
    REQUIRE(step.effects.size() == 1);
    CHECK(std::get<effect::GatherFigures>(step.effects.front()).with_private);
    CHECK(shown().working);
    step = update(step.state, action::FiguresGoOn{20, 40}, {});
    CHECK(support::draw(step.state, support::lying).find_id("count")->enabled == false);
    step = update(step.state, action::TimePassed{}, {});
    REQUIRE(step.effects.size() == 1);
    CHECK(std::holds_alternative<effect::GoOnGathering>(step.effects.front()));
    step = update(step.state, action::BackTapped{}, {});
    REQUIRE(step.effects.size() == 1);
    CHECK(std::holds_alternative<effect::StopGathering>(step.effects.front()));
    CHECK_FALSE(shown().working);
    // What comes late of what was stopped is not shown.
    step =
        update(step.state, action::FiguresRead{support::some_figures(samples::some_content(), samples::march_4)}, {});
    CHECK_FALSE(shown().figures);
    step = update(step.state, action::BackTapped{}, {});
    CHECK(std::holds_alternative<screen::Caseload>(step.state.screen));
}
