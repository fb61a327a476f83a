// What update() orders saved, and what it keeps until the disk has answered.
#include "model/visit/update.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace model;

namespace {

constexpr core::PartId own{5}, another{6};
const ItemRef first{{"form"}, {"first"}};

// Maya at the first question of a form, whose page is not on the disk yet.
struct Part {
    State state;
    Effects effects; // all that was ordered

    Part() {
        Content content;
        auto& form = content.modules[{"form"}];
        form.id = {"form"};
        for (const auto* id : {"first", "second"})
            form.items.push_back(
                {.id = {id}, .kind = ItemKind::choices, .choices = {{1, "One"}, {2, "Two"}, {3, "Three"}}});
        content.packets = {{.id = {"packet"}, .title = "Packet", .modules = {{"form"}}, .joint_module = {}}};
        state.content = std::make_shared<const Content>(std::move(content));
        state.practice = std::make_shared<const Practice>();
        screen::ModuleIntro intro;
        intro.session = opened({});
        state.screen = std::move(intro);
        tell(action::ReadyTapped{});
    }

    static Session opened(PartContent content) {
        Session session;
        session.part = own;
        session.seat.sitting.packet = {"packet"};
        session.seat.sitting.a = PartStatus::open;
        session.content = std::move(content);
        return session;
    }
    void tell(const Action& action) {
        auto step = update(std::move(state), action, {});
        state = std::move(step.state);
        std::ranges::move(step.effects, std::back_inserter(effects));
    }
    std::vector<effect::SaveEntries> saves() const {
        std::vector<effect::SaveEntries> found;
        for (const auto& one : effects)
            if (const auto* save = std::get_if<effect::SaveEntries>(&one)) found.push_back(*save);
        return found;
    }
    bool seals() const {
        return std::ranges::any_of(effects,
                                   [](const Effect& one) { return std::holds_alternative<effect::SealPart>(one); });
    }
    const Session& session() const {
        const auto* question = std::get_if<screen::Question>(&state.screen);
        REQUIRE(question != nullptr);
        return question->session;
    }
};

bool gives(const Entry& entry, const Answer& answer) {
    const auto* given = std::get_if<AnswerGiven>(&entry);
    return given != nullptr && given->item == first && given->answer == answer;
}

}

TEST_CASE("what is answered while the disk still writes is saved after it, once and in order") {
    Part part;
    REQUIRE(part.saves().size() == 1); // the page
    part.tell(action::ChoiceTapped{1});
    part.tell(action::ChoiceTapped{3});
    CHECK(part.saves().size() == 1);
    part.tell(action::Saved{own, 1});
    REQUIRE(part.saves().size() == 2);
    const auto entries = part.saves().back().entries;
    REQUIRE(entries.size() == 2);
    CHECK(gives(entries[0], ChosenSet{{1}}));
    CHECK(gives(entries[1], ChosenSet{{1, 3}}));
    part.tell(action::ChoiceTapped{1});
    part.tell(action::Saved{own, 2});
    REQUIRE(part.saves().size() == 3);
    REQUIRE(part.saves().back().entries.size() == 1);
    CHECK(gives(part.saves().back().entries[0], ChosenSet{{3}}));
    CHECK_FALSE(part.session().pending.empty());
    part.tell(action::Saved{own, 1});
    CHECK(part.session().pending.empty());
    CHECK(part.saves().size() == 3);
}

TEST_CASE("what is not saved when the screen is hidden is ordered saved before the keys are forgotten") {
    Part part;
    part.tell(action::Saved{own, 1});
    part.tell(action::ChoiceTapped{2});
    part.tell(action::SaveFailed{own, {core::ErrorCode::disk_full, ""}});
    part.effects.clear();
    part.tell(action::HideTapped{});
    REQUIRE(std::holds_alternative<screen::Cover>(part.state.screen));
    REQUIRE(part.effects.size() == 2);
    REQUIRE(part.saves().size() == 1);
    REQUIRE(part.saves().front().entries.size() == 1);
    CHECK(gives(part.saves().front().entries[0], ChosenSet{{2}}));
    CHECK(std::holds_alternative<effect::ForgetKeys>(part.effects.back()));
}

TEST_CASE("what a part brings back that is not on the disk is shown, said to be unsaved, and ordered saved again") {
    for (const bool therapist_changed : {false, true}) {
        CAPTURE(therapist_changed);
        Part part;
        part.tell(action::HideTapped{});
        part.tell(action::ReturnTapped{});
        part.effects.clear();
        auto back = Part::opened({.answers = {{first, ChosenSet{{2}}}}, .released = {}, .at = first});
        back.pending = {AnswerGiven{first, ChosenSet{{2}}, {}}};
        back.trouble = true;
        part.tell(action::PartOpened{back, therapist_changed});
        if (therapist_changed) part.tell(action::ReadyTapped{});
        CHECK(part.session().trouble);
        CHECK(part.session().content.answers.at(first) == Answer{ChosenSet{{2}}});
        REQUIRE(part.saves().size() == 1);
        REQUIRE(part.saves().front().entries.size() == 1);
        CHECK(gives(part.saves().front().entries[0], ChosenSet{{2}}));
        part.tell(action::Saved{own, 1});
        CHECK(part.session().pending.empty());
        CHECK_FALSE(part.session().trouble);
    }
}

TEST_CASE("who was told that something is not saved is told when it is, though nothing was answered") {
    Part part;
    part.tell(action::SaveFailed{own, {core::ErrorCode::disk_full, ""}});
    CHECK(part.session().trouble);
    CHECK_FALSE(part.session().saved_once);
    part.tell(action::RetrySave{});
    REQUIRE(part.saves().size() == 2);
    CHECK_FALSE(part.session().saved_once);
    part.tell(action::Saved{own, 1});
    CHECK(part.session().saved_once);
    CHECK_FALSE(part.session().trouble);
    CHECK(part.session().pending.empty());
    // A page that came up without trouble is nothing that anybody saved.
    Part other;
    other.tell(action::Saved{own, 1});
    CHECK_FALSE(other.session().saved_once);
}

TEST_CASE("under the cover what the disk refused is tried again each minute") {
    Part part;
    part.tell(action::HideTapped{});
    part.effects.clear();
    part.tell(action::TimePassed{});
    REQUIRE(part.effects.size() == 1);
    CHECK(std::holds_alternative<effect::TryUnsaved>(part.effects.front()));
}

TEST_CASE("whatever breaks, what is typed is ordered saved before the keys are forgotten") {
    Part part;
    part.tell(action::Saved{own, 1});
    part.tell(action::ChoiceTapped{2});
    part.tell(action::SaveFailed{own, {core::ErrorCode::disk_full, ""}});
    part.effects.clear();
    part.tell(action::Broke{{core::ErrorCode::io, ""}});
    REQUIRE(std::holds_alternative<screen::OutOfOrder>(part.state.screen));
    REQUIRE(part.effects.size() >= 2);
    CHECK(std::holds_alternative<effect::SaveEntries>(part.effects.front()));
}

TEST_CASE("a part is not sealed before all of it is on the disk") {
    Part part;
    part.tell(action::ReviewTapped{});
    REQUIRE(std::holds_alternative<screen::Review>(part.state.screen));
    part.tell(action::SealTapped{});
    CHECK_FALSE(part.seals());
    part.tell(action::Saved{own, 1});
    part.tell(action::SealTapped{});
    CHECK(part.seals());
}

TEST_CASE("the shared page waits until both parts are sealed") {
    for (const bool b_is_done : {false, true}) {
        Part part;
        screen::WhoIsHere who;
        who.sitting.a = PartStatus::sealed;
        who.sitting.b = b_is_done ? PartStatus::sealed : PartStatus::open;
        who.sitting.joint = PartStatus::open;
        part.state.screen = who;
        part.tell(action::JointChosen{});
        CHECK(std::holds_alternative<screen::ReturnCode>(part.state.screen) == b_is_done);
    }
}
