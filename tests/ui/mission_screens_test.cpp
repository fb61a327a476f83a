// The mission of a couple who wrote alone and agreed on a statement three times.
#include "model/visit/update.hpp"
#include "opened_case.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

using namespace model;
using samples::a_state;

namespace {

constexpr std::size_t first = 4, second = 3, last = 0; // places of visits in the file, newest first

ItemRef prompt(const char* item) {
    return {{"my-mission"}, {item}};
}

void write(couple::ACouple& made, Partner partner, const char* item, std::string text, bool released = true) {
    made.answers(first, partner)[prompt(item)] = Written{std::move(text)};
    auto& visit = made.file.visits[first];
    if (released) (partner == Partner::a ? visit.a : visit.b).content->released.insert(prompt(item));
}

Statement statement(std::initializer_list<Sentence> sentences) {
    return {{sentences}};
}

couple::ACouple who_wrote() {
    auto made = couple::after_five_visits();
    write(made, Partner::a, "myself",
          "I want to be someone who tells the truth early and asks before assuming. When it gets hard, I want to stay "
          "in the room.");
    write(made, Partner::b, "myself", "Patient. I want to listen first, and to tell the truth when it is hard for me.");
    write(made, Partner::a, "us", "A home where both of us can rest, and where we laugh.");
    write(made, Partner::b, "us", "Coming home should feel safe. I want us to laugh more than we fight.", false);
    write(made, Partner::a, "intention-me", "Each day I will put the phone away at dinner.", false);
    write(made, Partner::b, "intention-us", "Once a week, let us walk without our phones.");
    const auto at = made.file.visits[first].date;
    const Sentence kind{Partner::a, "We are kind first, even when we are tired."};
    const Sentence home{Partner::b, "When we come home, we say hello before anything else."};
    const Sentence back{Partner::a, "We come back after a hard talk."};
    JointContent joint;
    joint.versions = {{at, statement({kind, {Partner::b, "When one of us needs space, we say so."}, back})},
                      {at + std::chrono::minutes(9),
                       statement({kind, {Partner::b, "When one of us needs space, we say for how long."}, back, home})},
                      {at + std::chrono::minutes(20),
                       statement({home, kind, {Partner::b, "When one of us needs space, we say for how long."}})}};
    joint.statement = joint.versions.back().statement;
    made.file.visits[first].joint = {.status = PartStatus::sealed, .sealed_at = at, .content = joint, .problem = {}};
    JointContent later;
    later.versions = {
        {made.file.visits[second].date, statement({home, {Partner::a, "We are kind, even when we are very tired."}})}};
    later.statement = later.versions.back().statement;
    later.statement.sentences.push_back({Partner::b, "We plan one evening a week that is only ours."});
    made.file.visits[second].joint = {
        .status = PartStatus::sealed, .sealed_at = later.versions.back().at, .content = later, .problem = {}};
    return made;
}

screen::Case a_mission(std::size_t visit, bool compared, couple::ACouple made = who_wrote()) {
    return {.therapist = {{1}, "Dr. Okafor"},
            .file = std::move(made.file),
            .visit = visit,
            .tab = CaseTab::mission,
            .versions_compared = compared};
}

template<class See>
void see_pages(State state, support::Panel panel, const See& see) {
    auto& screen = std::get<screen::Case>(state.screen);
    for (screen.page = 0; screen.page < 200; ++screen.page) {
        const auto tree = support::draw(state, panel);
        see(tree, screen.page);
        const auto* later = tree.find_id("later");
        if (later == nullptr || !later->enabled) return;
    }
    FAIL("the pages have no end");
}

enum class Looks { all, few };
void holds(const screen::Case& screen, const std::string& name, Looks looks = Looks::all) {
    const auto check = [&](Theme theme, int percent, support::Panel panel, Language language) {
        auto state = a_state(screen, theme, percent);
        support::speak(state, language);
        const auto shown = state;
        see_pages(std::move(state), panel, [&](const ui::Tree& tree, std::size_t page) {
            const support::LayoutRules rules{.least_contrast = theme == Theme::high_contrast ? 7.0 : 4.5};
            const auto complaints = support::layout_complaints(tree, rules);
            CHECK_MESSAGE(complaints.empty(), name, " ", panel.width, " ", percent, " % language ", language.tag,
                          " page ", page + 1, support::joined(complaints));
            support::keep(support::offscreen(panel, percent), support::picture_name(name, shown, panel, page));
        });
    };
    for (const auto panel : {support::lying, support::standing}) {
        if (looks == Looks::few) {
            check(Theme::day, 100, panel, Language{});
            check(Theme::day, 200, panel, Language{"es"});
            continue;
        }
        for (const int percent : support::text_sizes)
            check(Theme::day, percent, panel, Language{});
        for (const auto theme : {Theme::evening, Theme::high_contrast})
            check(theme, 100, panel, Language{});
        for (const int percent : support::text_sizes_in_spanish)
            check(Theme::day, percent, panel, Language{"es"});
    }
}

std::string all_words(const screen::Case& screen, int percent = 100) {
    std::string words;
    see_pages(a_state(screen, Theme::day, percent), support::lying, [&](const ui::Tree& tree, std::size_t) {
        for (const auto& widget : tree.widgets)
            words += widget.name + "\n";
    });
    return words;
}
bool says(const std::string& all, std::string_view words) {
    return all.find(words) != std::string::npos;
}
ui::Tree first_page(const screen::Case& screen, int percent = 100, support::Panel panel = support::lying) {
    return support::draw(a_state(screen, Theme::day, percent), panel);
}
const ui::Widget* widget_saying(const ui::Tree& tree, std::string_view words) {
    for (const auto& widget : tree.widgets)
        if (says(widget.name, words)) return &widget;
    return nullptr;
}
// The page on which the words stand.
ui::Tree page_saying(const screen::Case& screen, std::string_view words, support::Panel panel = support::lying) {
    ui::Tree found;
    see_pages(a_state(screen), panel, [&](const ui::Tree& tree, std::size_t) {
        if (found.widgets.empty() && tree.says(words)) found = tree;
    });
    REQUIRE_FALSE(found.widgets.empty());
    return found;
}

}

TEST_CASE("the mission holds in every look, read and compared") {
    holds(a_mission(first, false), "mission-read");
    holds(a_mission(first, true), "mission-compared");
    holds(a_mission(second, true), "mission-of-two-visits", Looks::few);
    auto long_names = a_mission(first, true);
    long_names.file.name_a = "Maximiliana-Josefina";
    long_names.file.name_b = "Bartholomew-Emmanuel";
    holds(long_names, "mission-long-names", Looks::few);
}

TEST_CASE("the mission of one partner, and of nobody, holds and says who is missing") {
    auto made = who_wrote();
    made.file.visits[first].b = {.status = PartStatus::open, .content = {}, .problem = {}};
    const auto one = a_mission(first, false, made);
    holds(one, "mission-of-one", Looks::few);
    const auto words = all_words(one);
    CHECK(says(words, "Jordan has not finished."));
    CHECK(says(words, "Maya: I want to be someone who tells the truth early"));
    CHECK_FALSE(says(words, "Words that both used"));
    const auto nobody = a_mission(last, false);
    holds(nobody, "mission-of-nobody", Looks::few);
    CHECK(says(all_words(nobody), "Nothing written."));
    CHECK(first_page(nobody).find_id("versions:compare") == nullptr);
}

TEST_CASE("long texts go on upon the next page, and not a word of them is lost") {
    auto made = who_wrote();
    std::string much[2];
    for (int i = 0; i < 40; ++i) {
        much[0] += "Maya" + std::to_string(i) + " is there when it is hard. ";
        much[1] += i % 3 == 0 ? "Jordan" + std::to_string(i) + " says so when that cannot be. " : "";
    }
    write(made, Partner::a, "us", much[0]);
    write(made, Partner::b, "us", much[1]);
    made.file.visits[first].joint.content->versions.back().statement.sentences.front().text = much[1];
    const auto screen = a_mission(first, true, made);
    holds(screen, "mission-long", Looks::few);
    for (const int percent : {100, 200}) {
        const auto words = all_words(screen, percent);
        // The last one on a page has no blank after it.
        const auto stands = [&](const std::string& word) {
            return says(words, word + " ") || says(words, word + "\n");
        };
        for (int i = 0; i < 40; ++i) {
            CHECK(stands("Maya" + std::to_string(i)));
            if (i % 3 == 0) CHECK(stands("Jordan" + std::to_string(i)));
        }
    }
}

TEST_CASE("what each wrote to one question stands beside each other while there is room, else below") {
    const std::string_view hers = "I want to be someone", his = "Patient. I want to listen";
    auto made = who_wrote();
    made.file.visits[first].joint = {};
    const auto lying = page_saying(a_mission(first, false, made), hers);
    const auto *a = widget_saying(lying, hers), *b = widget_saying(lying, his);
    REQUIRE(a != nullptr);
    REQUIRE(b != nullptr);
    CHECK(a->rect.y == b->rect.y);
    CHECK(a->rect.right() < b->rect.x);
    const auto standing = page_saying(a_mission(first, false, made), hers, support::standing);
    a = widget_saying(standing, hers);
    b = widget_saying(standing, his);
    REQUIRE(a != nullptr);
    REQUIRE(b != nullptr);
    CHECK(a->rect.x == b->rect.x);
    CHECK(a->rect.bottom() < b->rect.y);
}

TEST_CASE("words that both used are named, and each text says who wrote it and whether it is released") {
    for (const int percent : {100, 200}) {
        const auto words = all_words(a_mission(first, false), percent);
        CAPTURE(percent);
        CHECK(says(words, "Words that both used are bold and underlined: truth, hard, home, laugh."));
        CHECK(says(words, "Jordan: Patient. I want to listen first"));
        CHECK(says(words, "Released to their shared page"));
        CHECK(says(words, "Kept private: not for the shared page"));
        CHECK(says(words, "Maya: Nothing written."));
    }
}

TEST_CASE("reading shows the newest version first and says what changed since the one before") {
    const auto words = all_words(a_mission(first, false));
    const auto newest = words.find("Version 3, agreed by both"), oldest = words.find("Version 1, agreed by both");
    REQUIRE(newest != std::string::npos);
    REQUIRE(oldest != std::string::npos);
    CHECK(newest < oldest);
    CHECK(says(words, "Since version 2: 1 sentence was taken out. 1 sentence stands at another place."));
    CHECK(says(words, "Since version 1: 1 sentence is new. 1 sentence was changed."));
}

TEST_CASE("a tap on Compare shows each version right of the one before it, with what became of each sentence") {
    auto state = a_state(a_mission(first, false));
    auto tree = support::draw(state, support::lying);
    const auto* compare = tree.find_id("versions:compare");
    REQUIRE(compare != nullptr);
    CHECK_FALSE(compare->chosen);
    std::get<screen::Case>(state.screen).page = 2;
    state = update(std::move(state), *compare->action, {}).state;
    CHECK(std::get<screen::Case>(state.screen).page == 0);
    tree = support::draw(state, support::lying);
    CHECK(tree.find_id("versions:compare")->chosen);
    CHECK(tree.says("Words that were taken out are struck through."));
    const auto both = page_saying(std::get<screen::Case>(state.screen), "we say so.");
    const auto *before = widget_saying(both, "we say so."), *after = widget_saying(both, "Jordan: When we come home");
    REQUIRE(before != nullptr);
    CHECK(before->rect.right() < 640);
    REQUIRE(after != nullptr);
    const auto words = all_words(std::get<screen::Case>(state.screen));
    for (const char* fate : {"\nNew\n", "\nTaken out\n", "\nChanged\n", "\nStands at another place\n"})
        CHECK_MESSAGE(says(words, fate), fate);
    state = update(std::move(state), *tree.find_id("versions:read")->action, {}).state;
    CHECK_FALSE(std::get<screen::Case>(state.screen).versions_compared);
}

TEST_CASE(
    "a first version is compared with the last of an earlier visit, and what is unfinished with the last agreed") {
    const auto words = all_words(a_mission(second, true));
    CHECK(says(words, "As it stands, not agreed by both"));
    CHECK(says(words, "Since version 1: 1 sentence is new."));
    CHECK(says(words, "Agreed by both at an earlier visit, January 7"));
    CHECK(says(words, "Since what was agreed at an earlier visit"));
    CHECK_FALSE(says(words, "Version 2"));
    CHECK_FALSE(says(all_words(a_mission(second, false)), "Agreed by both at an earlier visit"));
}

TEST_CASE("a single version has nothing to be compared with") {
    auto made = who_wrote();
    made.file.visits[first].joint.content->versions.resize(1);
    made.file.visits[first].joint.content->statement = made.file.visits[first].joint.content->versions.back().statement;
    const auto screen = a_mission(first, true, made);
    CHECK(first_page(screen).find_id("versions:compare") == nullptr);
    CHECK(says(all_words(screen), "Maya: We are kind first"));
}
