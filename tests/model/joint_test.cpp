// The shared page: when words are agreed on, and when it can be finished.
#include "model/visit/update.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace model;

namespace {

// The page of a couple with one sentence on it, and nothing that waits for the disk.
struct Page {
    State state;
    Effects effects; // all that was ordered

    Page() {
        state.content = std::make_shared<const Content>();
        state.practice = std::make_shared<const Practice>();
        screen::Joint joint;
        joint.session.part = {7};
        joint.session.content.statement.sentences = {{Partner::a, "We keep our word."}};
        state.screen = std::move(joint);
    }

    void tell(const Action& action) {
        auto step = update(std::move(state), action, {});
        state = std::move(step.state);
        for (auto& effect : step.effects) {
            const auto* entries = std::get_if<effect::SaveJointEntries>(&effect);
            const auto count = entries == nullptr ? 0 : entries->entries.size();
            effects.push_back(std::move(effect));
            if (count > 0) tell(action::Saved{{7}, count});
        }
    }
    const JointContent& content() const { return std::get<screen::Joint>(state.screen).session.content; }
    bool seals() const {
        return std::ranges::any_of(effects,
                                   [](const Effect& one) { return std::holds_alternative<effect::SealJoint>(one); });
    }
};

}

TEST_CASE("words are agreed on when both have said so, and not when one has") {
    Page page;
    page.tell(action::AssentTapped{Partner::b});
    CHECK(page.content().b_agrees);
    CHECK(page.content().versions.empty());
    page.tell(action::AssentTapped{Partner::a});
    REQUIRE(page.content().versions.size() == 1);
    CHECK(page.content().versions.front().statement == page.content().statement);
}

TEST_CASE("words that were changed are agreed on by nobody, until both say so again") {
    Page page;
    page.tell(action::AssentTapped{Partner::a});
    page.tell(action::AssentTapped{Partner::b});
    page.tell(action::SentenceTapped{0});
    page.tell(action::KeyTyped{"!"});
    page.tell(action::DoneTyping{});
    REQUIRE(page.content().statement.sentences.front().text == "We keep our word.!");
    CHECK_FALSE(page.content().a_agrees);
    CHECK_FALSE(page.content().b_agrees);
    page.tell(action::StatementFinished{});
    CHECK_FALSE(page.seals());
    page.tell(action::AssentTapped{Partner::a});
    page.tell(action::AssentTapped{Partner::b});
    REQUIRE(page.content().versions.size() == 2);
    CHECK(page.content().versions.back().statement.sentences.front().text == "We keep our word.!");
}

TEST_CASE("passing the turn changes no words and takes no agreement back") {
    Page page;
    page.tell(action::AssentTapped{Partner::a});
    page.tell(action::TurnPassed{});
    CHECK(page.content().turn == Partner::b);
    CHECK(page.content().a_agrees);
}

TEST_CASE("the page is finished and sealed only when both agree to what stands there") {
    Page page;
    page.tell(action::StatementFinished{});
    page.tell(action::AssentTapped{Partner::a});
    page.tell(action::StatementFinished{});
    CHECK_FALSE(page.seals());
    page.tell(action::AssentTapped{Partner::b});
    page.tell(action::StatementFinished{});
    CHECK(page.seals());
}
