// The first page of a case.
#include "case_pages.hpp"
#include "model/case/brief.hpp"

using namespace model;
using samples::all_words;
using samples::says;

namespace {

constexpr Partner partners[] = {Partner::a, Partner::b};

void write(couple::ACouple& made, Partner partner, const char* why, const char* hope, int urgency) {
    auto& given = made.answers(0, partner);
    given[{{"about-us"}, {"brings"}}] = Written{why};
    given[{{"about-us"}, {"hopes"}}] = Written{hope};
    given[{{"about-us"}, {"urgent"}}] = Chosen{urgency};
}

couple::ACouple with_words() {
    auto made = couple::after_a_first_visit();
    write(made, Partner::a, "We talk past each other, then go quiet for days.",
          "To come back sooner after a fight and feel like one team.", 7);
    write(made, Partner::b, "I never know what I did. I stop trying to ask, and then a week is gone again like that.",
          "To laugh at home again, just the two of us, with no phones.", 5);
    return made;
}

couple::ACouple over_five_visits() {
    auto made = with_words();
    made.later_visits();
    auto& agreed = made.file.visits.back();
    agreed.joint = {.status = PartStatus::sealed, .content = JointContent{}};
    agreed.joint.content->versions = {{agreed.date,
                                       {{{Partner::a, "We are kind first, even when we are tired."},
                                         {Partner::b, "When one of us needs space, we say for how long."},
                                         {Partner::a, "We come back before we sleep, and each of us may begin."}}}}};
    return made;
}

screen::Case brief(couple::ACouple made, std::size_t visit = 0) {
    return {.therapist = {{1}, "Dr. Okafor"}, .file = std::move(made.file), .visit = visit, .tab = CaseTab::brief};
}

// Where each widget stands and what it is, without what it says.
std::string shape(const screen::Case& screen) {
    std::string shape;
    for (const auto& widget : support::draw(samples::a_state(screen), support::lying).widgets)
        if (widget.role == ui::Role::button || widget.role == ui::Role::heading)
            shape += widget.id + "@" + std::to_string(widget.rect.x) + "," + std::to_string(widget.rect.y) + "\n";
    return shape;
}

}

TEST_CASE("the brief holds on one page lying, and at every size and in both languages") {
    samples::holds(brief(over_five_visits()), "brief");
    samples::holds(brief(with_words()), "brief-first");
    CaseFile none{.id = {1}, .chart_code = "RG-1", .therapist = "Dr. O"};
    none.visits.push_back({.sitting = {1}, .packet = {"first-visit"}, .date = couple::ACouple::day(2026, 1, 7)});
    samples::holds({.therapist = {{1}, "Dr. O"}, .file = none, .tab = CaseTab::brief}, "brief-empty");
    auto long_names = over_five_visits();
    long_names.file.name_a = "Maximiliana Josefina von Heide";
    long_names.file.name_b = "Bartholomew Emmanuel Reed Junior";
    samples::holds(brief(long_names), "brief-long");
    CHECK(support::draw(samples::a_state(brief(over_five_visits())), support::lying).find_id("later") == nullptr);
}

TEST_CASE("the brief says why they come, where they stand, what to know, what they agreed on and how to begin") {
    const auto words = all_words(brief(over_five_visits()));
    for (const char* said :
         {"“We talk past each other", "“To laugh at home again", "Asked January 7", "Alliance", "5.5", "Widest gaps",
          "Private answers", "Maya not opened", "Open Private to see", "Changed since an earlier visit",
          "We are kind first, even when we are tired.", "Agreed January 7"})
        CHECK_MESSAGE(says(words, said), std::string(said));
    const auto made = brief_of(couple::shipped(), over_five_visits().file, 0);
    REQUIRE(made.prompts.size() == brief_prompts);
    for (const auto& prompt : made.prompts)
        CHECK_MESSAGE(says(words, prompt.substr(0, 20)), prompt);
}

TEST_CASE("the brief has the same blocks in the same places whatever was written, skipped or left out") {
    const auto as_usual = shape(brief(over_five_visits()));
    auto silent = over_five_visits();
    for (const auto partner : partners) {
        auto& first = silent.file.visits.back();
        auto& given = (partner == Partner::a ? first.a : first.b).content->answers;
        for (const char* item : {"brings", "hopes", "urgent"})
            given[{{"about-us"}, {item}}] = Skipped{};
    }
    silent.file.visits.front().b.wish = true;
    CHECK(shape(brief(silent)) == as_usual);
    CHECK(says(all_words(brief(silent)), "Nothing written"));
}

TEST_CASE("in the largest letters the brief begins with a row for each card, and each leads to its own") {
    const auto screen = brief(over_five_visits());
    auto state = samples::a_state(screen, Theme::day, 200);
    const auto first = support::draw(state, support::lying);
    constexpr std::string_view begins[] = {"In their words", "Where they stand", "Before you meet", "Their mission",
                                           "Could open with"};
    for (std::size_t i = 0; i < std::size(begins); ++i) {
        const auto* row = first.find_id("brief:" + std::to_string(i + 1));
        REQUIRE(row != nullptr);
        CHECK(row->name == begins[i]);
        REQUIRE(row->action.has_value());
        const auto* to = row->action->as<action::PageChosen>();
        REQUIRE(to != nullptr);
        auto opened = screen;
        opened.page = to->to;
        const auto tree = support::draw(samples::a_state(opened, Theme::day, 200), support::lying);
        CHECK(std::ranges::any_of(tree.widgets, [&](const auto& widget) { return widget.name == begins[i]; }));
    }
}

TEST_CASE("in the largest letters every tab, and all that is done with a case, is two taps away") {
    for (const auto panel : {support::lying, support::standing}) {
        auto screen = brief(over_five_visits(), 1);
        const auto ids = [&](std::optional<CaseMenu> menu) {
            screen.menu = menu;
            auto state = samples::a_state(screen, Theme::day, 200);
            support::speak(state, Language{"es"});
            auto tree = support::draw(state, panel);
            const auto* name = !menu ? "lists" : *menu == CaseMenu::tabs ? "lists-tabs" : "lists-more";
            support::keep(support::offscreen(panel, 200), support::picture_name(name, state, panel));
            return tree;
        };
        const auto plain = ids({});
        for (const char* id : {"back", "case:tabs", "case:more", "lock"})
            CHECK_MESSAGE(plain.find_id(id) != nullptr, std::string(id));
        const auto tabs = ids(CaseMenu::tabs);
        for (const char* tab : {"brief", "overview", "trend", "scores", "answers", "mission", "notes", "private"})
            CHECK_MESSAGE(tabs.find_id("tab:" + std::string(tab)) != nullptr, std::string(tab));
        const auto more = ids(CaseMenu::more);
        for (const char* id : {"together", "chart", "folder", "visit:earlier", "visit:later", "language", "help"})
            CHECK_MESSAGE(more.find_id(id) != nullptr, std::string(id));
        for (const auto& tree : {plain, tabs, more})
            CHECK_MESSAGE(support::layout_complaints(tree, {}).empty(),
                          support::joined(support::layout_complaints(tree, {})));
    }
}
