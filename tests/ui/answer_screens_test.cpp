#include "answer_samples.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <functional>
#include <set>

namespace {

using namespace asking;
using namespace model::action;
using model::Partner;

// Everything but the words: where things stand, what they are, their colours.
std::string shape(const ui::Tree& tree) {
    std::string all;
    for (const auto& widget : tree.widgets) {
        all += widget.id + "|" + std::to_string(static_cast<int>(widget.role)) + "|" + widget.value;
        for (const float place : {widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h})
            all += "," + std::to_string(place);
        all += widget.enabled ? " on" : " off";
        all += widget.chosen ? " chosen" : "";
        for (const auto color : {widget.ink, widget.paper})
            all += " " + std::to_string(color.r) + "." + std::to_string(color.g) + "." + std::to_string(color.b);
        all += "\n";
    }
    return all;
}

model::State with_item(const std::function<void(model::Item&)>& change) {
    auto state = state_with(question("usual"));
    auto content = asking::content();
    change(content->modules[{"every-kind"}].items[0]);
    state.content = content;
    return state;
}

}

TEST_CASE("every answering screen holds on a lying panel, whatever the text size and theme") {
    check_layout(answer_samples(false), support::lying);
    check_layout(answer_samples(true), support::lying);
}

TEST_CASE("every answering screen holds on a standing panel, whatever the text size and theme") {
    check_layout(answer_samples(false), support::standing);
    check_layout(answer_samples(true), support::standing);
}

TEST_CASE("a private item is drawn like any other") {
    const auto usual = with_item([](auto&) {});
    const auto secret = with_item([](auto& item) { item.is_private = true; });
    for (const auto panel : {support::lying, support::standing})
        CHECK(shape(support::draw(usual, panel)) == shape(support::draw(secret, panel)));
}

TEST_CASE("every answer of a question can be tapped, the chosen one is marked") {
    const auto tree = drawn(question("usual"));
    for (int value = 1; value <= 7; ++value) {
        const auto id = "answer:" + std::to_string(value);
        const auto tapped = means<ChoiceTapped>(tree, id);
        REQUIRE(tapped);
        CHECK(tapped->value == value);
        CHECK(tree.find_id(id)->chosen == (value == 5));
    }
    CHECK(means<BackTapped>(tree, "back"));
    CHECK(means<SkipTapped>(tree, "skip"));
    CHECK(means<NextTapped>(tree, "next"));
    CHECK(means<HideTapped>(tree, "hide"));
    CHECK(tree.says("Only Dr. Okafor will see your answer"));
}

TEST_CASE("Next waits for an answer and stays in sight") {
    auto screen = question("usual");
    screen.session.content.answers.clear();
    const auto tree = drawn(screen);
    REQUIRE(tree.find_id("next"));
    CHECK_FALSE(tree.find_id("next")->enabled);
    CHECK(means<SkipTapped>(tree, "skip"));
}

TEST_CASE("Saved is said only when the disk has everything") {
    auto screen = question("usual");
    CHECK(drawn(screen).find_name("Saved"));
    screen.session.pending.push_back(model::Visited{{{"every-kind"}, {"usual"}}});
    CHECK_FALSE(drawn(screen).find_name("Saved"));
    CHECK(drawn(screen).says("Saving"));
    screen.session.trouble = true;
    const auto tree = drawn(screen);
    CHECK(tree.says("This answer is not saved yet."));
    CHECK(tree.says("Please tell the front desk"));
    CHECK(means<RetrySave>(tree, "retry"));
    CHECK_FALSE(tree.find_name("Saved"));
}

TEST_CASE("all choices of a long list can be reached by turning pages, and none stands on two") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            std::set<std::string> found;
            auto screen = question("long", true);
            for (std::size_t page = 0; page < 12; ++page) {
                screen.choices_page = page;
                const auto tree = drawn(screen, percent, panel);
                for (int value = 1; value <= 7; ++value) {
                    const auto id = "answer:" + std::to_string(value);
                    if (tree.find_id(id) != nullptr) CHECK(found.insert(id).second);
                }
                if (!means<PageChosen>(tree, "later")) break;
            }
            INFO(percent, " %, ", panel.width);
            CHECK(found.size() == 7);
        }
}

TEST_CASE("both directions stand on one screen until the text is large, then one after the other") {
    auto screen = question("ways");
    const auto both = drawn(screen);
    CHECK(means<DirectionTapped>(both, "toward:4"));
    CHECK(means<DirectionTapped>(both, "from:3"));
    CHECK_FALSE(means<DirectionTapped>(both, "from:3")->toward_me);
    CHECK(means<NextTapped>(both, "next"));

    const auto first = drawn(screen, 150);
    CHECK(first.find_id("toward:4"));
    CHECK_FALSE(first.find_id("from:3"));
    REQUIRE(means<DirectionChosen>(first, "next"));
    CHECK_FALSE(means<DirectionChosen>(first, "next")->toward_me);
    screen.second_direction = true;
    const auto second = drawn(screen, 150);
    CHECK(second.find_id("from:3"));
    CHECK_FALSE(second.find_id("toward:4"));
    CHECK(means<NextTapped>(second, "next"));
}

TEST_CASE("leaving out one direction keeps the other") {
    auto screen = question("long-ways"); // the second direction has no answer
    screen.second_direction = true;
    CHECK(means<NextTapped>(drawn(screen, 200), "skip"));
    screen.session.content.answers.clear();
    CHECK(means<SkipTapped>(drawn(screen, 200), "skip"));
    screen.second_direction = false;
    CHECK(means<DirectionChosen>(drawn(screen, 200), "skip"));
}

TEST_CASE("a number shows what is typed, its unit and its range") {
    auto screen = question("years");
    screen.digits = "31";
    const auto tree = drawn(screen);
    CHECK(tree.says("31"));
    CHECK(tree.says("years"));
    CHECK(tree.says("From 0 to 80"));
    CHECK(means<KeyTyped>(tree, "key:7"));
    CHECK(means<BackspaceTyped>(tree, "key:backspace"));
}

TEST_CASE("zero to ten has eleven answers and words for both ends") {
    for (const int percent : support::text_sizes) {
        const auto tree = drawn(question("urgent"), percent);
        for (int value = 0; value <= 10; ++value)
            CHECK(means<ChoiceTapped>(tree, "answer:" + std::to_string(value)));
        CHECK(tree.says("It can wait"));
        CHECK(tree.says("We need help now"));
    }
}

TEST_CASE("writing keeps Back, Skip and the starters beside the keyboard") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            const auto tree = drawn(question("stand"), percent, panel);
            INFO(percent, " %, ", panel.width);
            CHECK(means<BackTapped>(tree, "back"));
            CHECK(means<SkipTapped>(tree, "skip"));
            CHECK(means<StarterTapped>(tree, "starter:0"));
            CHECK(means<DoneTyping>(tree, "key:done"));
            REQUIRE(tree.find_id("writing"));
            CHECK_FALSE(tree.find_id("writing")->carets.empty());
        }
    CHECK(drawn(question("stand")).says("Private until you release it"));
    CHECK(drawn(question("like")).says("Only Dr. Okafor will see this"));
}

TEST_CASE("every starter can be reached") {
    std::set<std::string> found;
    auto screen = question("stand");
    for (std::size_t page = 0; page < 4; ++page) {
        screen.choices_page = page;
        const auto tree = drawn(screen, 200);
        for (int i = 0; i < 4; ++i)
            if (tree.find_id("starter:" + std::to_string(i)) != nullptr) found.insert(std::to_string(i));
    }
    CHECK(found.size() == 4);
}

TEST_CASE("consent is a statement and one tick") {
    const auto tree = drawn(question("agree"));
    CHECK(means<ConsentTapped>(tree, "consent"));
    CHECK(tree.find_id("consent")->chosen);
    CHECK(tree.says("I agree to take part"));
}

TEST_CASE("a module says how long it is, and how answering moves on") {
    const auto tree = drawn(intro(0, false));
    const auto items = every_kind().items;
    const auto questions = std::ranges::count_if(items, [](const auto& item) { return takes_answer(item.kind); });
    CHECK(tree.says(std::to_string(questions) + " questions"));
    CHECK(tree.says("Choosing an answer moves on by itself."));
    CHECK(means<ReadyTapped>(tree, "begin"));
    auto state = state_with(intro(0, false));
    auto practice = asking::practice();
    practice->advance = model::AdvanceBy::button;
    state.practice = practice;
    CHECK_FALSE(support::draw(state, support::lying).says("moves on by itself"));
}

TEST_CASE("the policy on secrets stands before the first private questions and not before others") {
    CHECK(drawn(intro(1, false)).says("does not pass it on"));
    CHECK(drawn(intro(1, false)).says("ask about fear"));
    CHECK_FALSE(drawn(intro(0, false)).says("does not pass it on"));
}

TEST_CASE("each text that may be shared offers both words, and the one that is not chosen changes it") {
    const auto tree = drawn(release(false));
    const auto share = means<Touched>(tree, "share:every-kind.stand");
    const auto keep = means<ReleaseToggled>(tree, "keep:every-kind.stand");
    CHECK(share);
    REQUIRE(keep);
    CHECK(keep->item == model::ItemRef{{"every-kind"}, {"stand"}});
    CHECK(tree.says("Share with Jordan"));
}

TEST_CASE("below the texts each form that can be used is offered, whatever was answered in it, and is kept at first") {
    const auto forms = [](model::screen::Release screen) {
        std::vector<std::string> said;
        for (screen.page = 0; screen.page < 6; ++screen.page) {
            const auto tree = drawn(screen);
            if (const auto share = means<ReleaseToggled>(tree, "share:every-kind")) {
                CHECK(share->item == model::ItemRef{{"every-kind"}, {}});
                CHECK(means<Touched>(tree, "keep:every-kind"));
                CHECK(tree.says("Dr. Okafor may use a form to pick them if both of you share it."));
                CHECK(tree.says("Your answers themselves are not shown, nor whose they were."));
                said.push_back("every-kind");
            }
            CHECK(tree.find_id("share:steady") == nullptr); // private
            if (!means<PageChosen>(tree, "next")) break;
        }
        return said;
    };
    auto screen = release(false);
    CHECK(forms(screen) == std::vector<std::string>{"every-kind"});
    screen.session.content.answers.clear();
    CHECK(forms(screen) == std::vector<std::string>{"every-kind"});
    for (const auto& item : every_kind().items)
        screen.session.content.answers[{{"every-kind"}, item.id}] = model::Skipped{};
    CHECK(forms(screen) == std::vector<std::string>{"every-kind"});
    CHECK_FALSE(drawn(screen).says("shared page"));
}

TEST_CASE("Next leads through every page of what may be released before it leads on") {
    auto screen = release(false);
    std::size_t pages = 1;
    for (; pages < 10; ++pages, ++screen.page)
        if (!means<PageChosen>(drawn(screen), "next")) break;
    CHECK(pages > 1);
    CHECK(means<NextTapped>(drawn(screen), "next"));
    CHECK(means<PageChosen>(drawn(screen), "back"));
    screen.page = 0;
    CHECK(means<BackTapped>(drawn(screen), "back"));
}

TEST_CASE("what was left out is listed and leads back; with nothing left out that is said") {
    std::set<std::string> found;
    auto screen = review(false);
    for (std::size_t page = 0; page < 6; ++page) {
        screen.page = page;
        const auto tree = drawn(screen);
        for (const auto* id :
             {"review:every-kind.long-years", "review:every-kind.long-urgent", "review:every-kind.like"})
            if (means<ReviewItemChosen>(tree, id)) found.insert(id);
        CHECK_FALSE(tree.says("It is easy to speak")); // private, whatever was left out of it
        CHECK(tree.find_id("review:steady.speak") == nullptr);
        CHECK(means<SealTapped>(tree, "seal"));
        if (!means<PageChosen>(tree, "later")) break;
    }
    CHECK(found.size() == 3);
    for (const auto& item : every_kind().items)
        if (item.kind != model::ItemKind::display)
            if (auto& answer = screen.session.content.answers[{{"every-kind"}, item.id}]; !model::is_answered(answer))
                answer = model::PreferredNot{};
    for (const auto* id : {"long-years", "long-urgent"})
        screen.session.content.answers[{{"every-kind"}, {id}}] = model::Chosen{2};
    screen.session.content.answers[{{"every-kind"}, {"like"}}] = model::Written{"Her laugh"};
    screen.session.content.answers[{{"steady"}, {"speak"}}] = model::Chosen{2};
    auto state = state_with(screen);
    auto content = std::make_shared<model::Content>(*state.content);
    content->packets.front().modules = {{"every-kind"}};
    state.content = content;
    CHECK(support::draw(state, support::lying).says("Nothing was skipped"));
}

TEST_CASE("the review is the same whether a private item was answered or skipped, and names none") {
    auto screen = review(false);
    std::vector<std::string> seen;
    for (const auto& answer : {model::Answer{model::Skipped{}}, model::Answer{model::Chosen{2}}}) {
        screen.session.content.answers[{{"steady"}, {"speak"}}] = answer;
        std::string words;
        for (screen.page = 0; screen.page < 6; ++screen.page)
            for (const auto& widget : drawn(screen).widgets)
                words += widget.id + "|" + widget.name + "|" + widget.value + "\n";
        seen.push_back(words);
    }
    CHECK(seen[0] == seen[1]);
    CHECK(seen[0].find("free to say what you think") == std::string::npos);
    for (const auto& item : every_kind().items)
        screen.session.content.answers[{{"every-kind"}, item.id}] = model::PreferredNot{};
    screen.session.content.answers[{{"steady"}, {"speak"}}] = model::Skipped{};
    screen.page = 0;
    CHECK_FALSE(drawn(screen).says("Nothing was skipped")); // it might not be so
}

TEST_CASE("one who stops early reads how far each form is, and can tap it to go on there") {
    const auto tree = drawn(early(false));
    CHECK(tree.says("Stopping here for today?"));
    CHECK(tree.says("Feeling safe"));
    CHECK(tree.says("Only Dr. Okafor will see this form."));
    CHECK(means<SealTapped>(tree, "seal"));
    CHECK(means<BackTapped>(tree, "back"));
    const auto open = means<ReviewItemChosen>(tree, "form:steady");
    REQUIRE(open);
    CHECK(open->item == model::ItemRef{{"steady"}, {"speak"}});
}

TEST_CASE("while it is locked nothing can be tapped but help and hide") {
    auto screen = review(false);
    screen.sealing = true;
    const auto tree = drawn(screen);
    CHECK(tree.says("Locking"));
    CHECK_FALSE(means<SealTapped>(tree, "seal"));
    CHECK_FALSE(means<BackTapped>(tree, "back"));
}

TEST_CASE("the joint page shows authors, what is in the statement, the turn and both assents") {
    const auto tree = drawn(joint());
    CHECK(tree.says("Jordan's turn to write"));
    CHECK(means<TurnPassed>(tree, "pass"));
    CHECK(means<WriteTapped>(tree, "write"));
    CHECK(means<SentenceTapped>(tree, "sentence:1"));
    REQUIRE(means<DraftTapped>(tree, "draft:3"));
    CHECK(means<DraftTapped>(tree, "draft:3")->index == 3);
    CHECK(tree.find_id("draft:0")->value == "In our statement");
    CHECK(tree.find_id("draft:1")->value.empty());
    CHECK(means<AssentTapped>(tree, "assent:a")->who == Partner::a);
    CHECK(means<AssentTapped>(tree, "assent:b")->who == Partner::b);
    CHECK(tree.says("Version 2"));
    CHECK_FALSE(tree.find_id("finish"));
}

TEST_CASE("the statement can be finished when both agree") {
    auto screen = joint();
    screen.session.content.a_agrees = screen.session.content.b_agrees = true;
    for (const int percent : {100, 200})
        CHECK(means<StatementFinished>(drawn(screen, percent), "finish"));
    screen.session.pending.push_back(model::AssentChanged{Partner::a, true});
    CHECK_FALSE(means<StatementFinished>(drawn(screen), "finish"));
}

TEST_CASE("at large text the joint page has tabs, and turn and assents stay on each") {
    auto screen = joint();
    for (const auto tab :
         {std::optional<Partner>{}, std::optional<Partner>{Partner::a}, std::optional<Partner>{Partner::b}}) {
        screen.tab = tab;
        const auto tree = drawn(screen, 125);
        CHECK(means<TabChosen>(tree, "tab:a"));
        CHECK(means<TabChosen>(tree, "tab:b"));
        CHECK(tree.says("Jordan's turn to write"));
        CHECK(means<AssentTapped>(tree, "assent:a"));
        CHECK(means<AssentTapped>(tree, "assent:b"));
        CHECK(means<TurnPassed>(tree, "pass"));
    }
}

TEST_CASE("all words of a long statement can be read by turning pages") {
    auto screen = joint(false, 12);
    std::string read;
    for (std::size_t page = 0; page < 40; ++page) {
        screen.page = page;
        const auto tree = drawn(screen, 200);
        for (const auto& widget : tree.widgets)
            if (widget.id.starts_with("sentence:")) read += widget.name + " ";
        if (!means<PageChosen>(tree, "later")) break;
    }
    const auto times = [&](std::string_view words) {
        std::size_t count = 0;
        for (auto at = read.find(words); at != std::string::npos; at = read.find(words, at + 1))
            ++count;
        return count;
    };
    CHECK(times("tired.") == 12);
    CHECK(times("We come back") == 1);
}
