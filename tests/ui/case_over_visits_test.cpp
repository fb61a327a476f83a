// What the therapist alone is told of a couple over their visits: who presses and who steps back, how sessions were
// rated, and what became of the mission's sentences.
#include "case_pages.hpp"
#include "therapist_samples.hpp"
#include <doctest/doctest.h>

using namespace model;
using samples::all_words;
using samples::holds;
using samples::says;

namespace {

constexpr Partner partners[] = {Partner::a, Partner::b};

void told(couple::ACouple& made, Partner teller, BothWays presses, BothWays steps_back) {
    auto& given = made.answers(0, teller);
    for (const char* item : {"keeps-asking", "gets-louder", "settle-now"})
        given[{{"cycle"}, {item}}] = presses;
    for (const char* item : {"goes-quiet", "walks-away", "gets-busy"})
        given[{{"cycle"}, {item}}] = steps_back;
}

couple::ACouple after_a_second_visit() {
    auto made = couple::after_a_first_visit();
    made.visit("second-visit", couple::ACouple::day(2026, 1, 14));
    for (const auto partner : partners) {
        auto& given = made.answers(0, partner);
        couple::answer_choices(made.form("satisfaction"), {{"satisfaction", 4.5}}, given);
        given[{{"first-bonds"}, {"caregiver-1"}}] = Written{"Mom"};
        couple::answer_choices(made.form("first-bonds"), {{"secure", 5}}, given);
    }
    told(made, Partner::a, {2, 5}, {5, 1});
    told(made, Partner::b, {5, 2}, {2, 4});
    return made;
}

// The newest visit, after a session that each of them rated so.
void rate(couple::ACouple& made, unsigned day, int a, int b) {
    made.visit("after-session", couple::ACouple::day(2026, 3, day));
    for (const auto partner : partners)
        for (const char* item : {"heard", "worked-on", "fits", "overall"})
            made.answers(0, partner)[{{"after-session"}, {item}}] = Chosen{partner == Partner::a ? a : b};
}
couple::ACouple after_three_sessions() {
    auto made = couple::after_a_first_visit();
    rate(made, 2, 9, 9);
    rate(made, 9, 7, 9);
    rate(made, 16, 4, 9);
    return made;
}

void agree(couple::ACouple& made, std::size_t visit, const std::vector<Sentence>& sentences) {
    auto& record = made.file.visits[visit];
    record.joint = {.status = PartStatus::sealed, .content = JointContent{.statement = {sentences}}};
    record.joint.content->versions = {{record.date, {sentences}}};
}
couple::ACouple with_a_mission_twice() {
    auto made = couple::after_five_visits();
    agree(made, 4,
          {{Partner::a, "We are kind first."},
           {Partner::b, "We come back after every fight."},
           {Partner::a, "We save for a house of our own."}});
    agree(made, 1,
          {{Partner::a, "We are kind first."},
           {Partner::b, "We come back soon after every fight."},
           {Partner::b, "We laugh each day."}});
    return made;
}

screen::Case a_case(CaseTab tab, couple::ACouple made) {
    return {.therapist = {{1}, "Dr. Okafor"}, .file = std::move(made.file), .tab = tab};
}

}

TEST_CASE("the overview of a second visit shows who presses and who steps back, in every look") {
    auto screen = a_case(CaseTab::overview, after_a_second_visit());
    holds(screen, "cycle");
    screen.file.name_a = "Maximiliana-Josefina";
    screen.file.name_b = "Bartholomew-Emmanuel";
    screen.file.visits[0].a = {.status = PartStatus::open};
    holds(screen, "cycle-of-one");
}

TEST_CASE("the cycle is said in words beside its picture") {
    const auto words = all_words(a_case(CaseTab::overview, after_a_second_visit()));
    CHECK(says(words, "Presses: Maya more than Jordan, as both tell it."));
    CHECK(says(words, "Steps back: Jordan more than Maya, as both tell it."));
    CHECK(says(words, "Presses · Maya"));
    CHECK(says(words, "Read Private first."));
}

TEST_CASE("a split and a fall stand above the overview and the scores, with their figures") {
    for (const auto tab : {CaseTab::overview, CaseTab::scores}) {
        const auto words = all_words(a_case(tab, after_three_sessions()));
        CHECK(says(words, "Maya rates it 4.0 of 10, Jordan 9.0. They are further apart than noise (3.7)."));
        CHECK(says(words, "Maya rates each of three sessions lower, from 9.0 of 10"));
        CHECK_FALSE(says(words, "Jordan rates each"));
    }
    holds(a_case(CaseTab::overview, after_three_sessions()), "sessions");
    auto alike = couple::after_a_first_visit();
    rate(alike, 2, 8, 7);
    CHECK_FALSE(says(all_words(a_case(CaseTab::overview, alike)), "further apart"));
}

TEST_CASE("what is rated after a session changes no card that the two look at together") {
    const auto cards = [](int a, int b) {
        auto made = couple::after_a_first_visit();
        rate(made, 2, a, b);
        for (auto& visit : made.file.visits)
            for (const auto partner : partners)
                for (const auto& [id, module] : made.content.modules)
                    (partner == Partner::a ? visit.a : visit.b).content->released.insert(whole_form(id));
        std::vector<Together> shown;
        for (std::size_t visit = 0; visit < made.file.visits.size(); ++visit)
            shown.push_back(together_of(made.content, made.file, visit));
        return shown;
    };
    CHECK(cards(9, 2) == cards(7, 7));
    for (const auto* form : shareable_forms(couple::shipped(), {"after-session"}))
        CHECK_MESSAGE(false, form->id.value);
}

TEST_CASE("the mission says of each sentence what became of it, also at a visit that wrote none") {
    const auto words = all_words(a_case(CaseTab::mission, with_a_mission_twice()));
    CHECK(says(words, "Sentence by sentence"));
    CHECK(says(words, "Kept. In these words since "));
    CHECK(says(words, "Changed. First agreed: "));
    CHECK(says(words, "We save for a house of our own."));
    CHECK(says(words, "Gone since "));
    holds(a_case(CaseTab::mission, with_a_mission_twice()), "drift");
    CHECK_FALSE(says(all_words(a_case(CaseTab::mission, couple::after_five_visits())), "Sentence by sentence"));
}

TEST_CASE("the caseload says in a word where sessions were rated apart or lower, and no row is higher for it") {
    const auto plain = samples::a_caseload();
    auto told_of = plain;
    const auto id = told_of.cases->front().id;
    const auto row = "case:" + std::to_string(id.value);
    const auto drawn = [](const screen::Caseload& list) {
        return support::draw(samples::a_state(list), support::lying);
    };
    const auto before = drawn(plain);
    for (const auto& [signs, tag, words] :
         {std::tuple{SessionSigns{.split = true}, "Rated apart", "The two rate the session apart"},
          {SessionSigns{.falling = {false, true}}, "Rated lower", "rates each session lower"},
          {SessionSigns{.split = true, .falling = {true, true}}, "Apart, lower", "The two rate the session apart"}}) {
        told_of.glances.at(id).session = signs;
        const auto tree = drawn(told_of);
        const auto* there = tree.find_id(row);
        REQUIRE(there != nullptr);
        CHECK(says(there->value, words));
        CHECK(there->rect.h == before.find_id(row)->rect.h);
        CHECK(std::ranges::any_of(tree.widgets, [&](const auto& widget) { return widget.name == tag; }));
    }
    told_of.glances.at(id).points.clear();
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes)
            for (const auto& language : {Language{}, Language{"es"}}) {
                auto state = samples::a_state(told_of, Theme::day, percent);
                support::speak(state, language);
                const auto tree = support::draw(state, panel);
                support::keep(support::offscreen(panel, percent), support::picture_name("caseload-told", state, panel));
                const auto complaints = support::layout_complaints(tree, {});
                CHECK_MESSAGE(complaints.empty(), panel.width, " ", percent, " ", language.tag,
                              support::joined(complaints));
            }
}
