// What moves on by itself, what corrects it in time, and when "Saved" is true.
#include "model/visit/update.hpp"
#include <doctest/doctest.h>

using namespace model;
using namespace std::chrono_literals;

namespace {

constexpr core::PartId own{5};

struct Part {
    State state;
    core::Now now{core::WallTime{}, core::SteadyTime(1h)};

    explicit Part(ItemKind kind) {
        Content content;
        auto& form = content.modules[{"form"}];
        form.id = {"form"};
        for (const auto* id : {"first", "second"})
            form.items.push_back({.id = {id}, .kind = kind, .choices = {{1, "One"}, {2, "Two"}, {3, "Three"}}});
        for (auto& item : form.items) {
            item.max_bytes = 400;
            item.starters = {"I want us to…"};
        }
        content.packets = {{.id = {"packet"}, .title = "Packet", .modules = {{"form"}}, .joint_module = {}}};
        state.content = std::make_shared<const Content>(std::move(content));
        state.practice = std::make_shared<const Practice>();
        screen::ModuleIntro intro;
        intro.session.part = own;
        intro.session.seat.sitting.packet = {"packet"};
        intro.session.seat.sitting.a = PartStatus::open;
        state.screen = std::move(intro);
        tell(action::ReadyTapped{});
    }
    // The disk answers at once.
    void tell(const Action& action) {
        auto step = update(std::move(state), action, now);
        state = std::move(step.state);
        for (const auto& one : step.effects)
            if (const auto* save = std::get_if<effect::SaveEntries>(&one))
                tell(action::Saved{save->part, save->entries.size()});
    }
    void pass(core::Milliseconds time) {
        now.steady += time;
        tell(action::TimePassed{});
    }
    const screen::Question& question() const {
        const auto* question = std::get_if<screen::Question>(&state.screen);
        REQUIRE(question != nullptr);
        return *question;
    }
    Answer answer(const char* id = "first") const { return question().session.content.answers.at({{"form"}, {id}}); }
};

}

TEST_CASE("a tap beside the first one, before the page moves on, corrects it; on the same one it changes nothing") {
    Part part(ItemKind::choice);
    part.tell(action::ChoiceTapped{2});
    part.pass(100ms);
    part.tell(action::ChoiceTapped{2});
    CHECK(part.answer() == Answer{Chosen{2}});
    part.tell(action::ChoiceTapped{3});
    CHECK(part.answer() == Answer{Chosen{3}});
    part.pass(200ms); // what was chosen last is seen as long as any
    CHECK(part.question().item == 0);
    part.pass(60ms);
    CHECK(part.question().item == 1);
}

TEST_CASE("Back before the page moves on keeps it there") {
    Part part(ItemKind::choice);
    part.tell(action::ChoiceTapped{2});
    part.pass(100ms);
    part.tell(action::BackTapped{});
    part.pass(5s);
    CHECK(part.question().item == 0);
    part.tell(action::NextTapped{});
    CHECK(part.question().item == 1);
}

TEST_CASE("a question of two directions goes on by itself once both are answered") {
    Part part(ItemKind::two_way);
    part.tell(action::DirectionTapped{true, 1});
    part.pass(5s);
    CHECK(part.question().item == 0);
    part.tell(action::DirectionTapped{false, 2});
    part.pass(100ms);
    part.tell(action::DirectionTapped{false, 3});
    part.pass(240ms);
    CHECK(part.question().item == 0);
    CHECK(part.answer() == Answer{BothWays{1, 3}});
    part.pass(20ms);
    CHECK(part.question().item == 1);
}

TEST_CASE("one direction a page: the first leads to the second, the second on") {
    Part part(ItemKind::two_way);
    part.tell(action::DirectionTapped{true, 1, true});
    CHECK_FALSE(part.question().second_direction);
    part.pass(250ms);
    CHECK(part.question().second_direction);
    CHECK(part.question().item == 0);
    part.tell(action::DirectionTapped{false, 2, true});
    part.pass(250ms);
    CHECK(part.question().item == 1);
    CHECK_FALSE(part.question().second_direction);
}

TEST_CASE("nothing is said to be saved before something was answered") {
    Part part(ItemKind::choice);
    CHECK(part.question().session.pending.empty());
    CHECK_FALSE(part.question().session.saved_once);
    part.tell(action::ChoiceTapped{2});
    CHECK(part.question().session.saved_once);
}

TEST_CASE("a starter brings its words without the dots, and what follows is no new sentence") {
    Part part(ItemKind::long_text);
    part.tell(action::StarterTapped{0});
    CHECK(part.question().writing->text == "I want us to ");
    CHECK_FALSE(part.question().keyboard.shift);
}

TEST_CASE("the keys for signs show signs, also while a capital waits") {
    Part part(ItemKind::long_text);
    REQUIRE(part.question().keyboard.shift);
    part.tell(action::SymbolsTapped{});
    CHECK(part.question().keyboard == Keyboard{.shift = false, .symbols = true});
    for (const auto* key : {"1", ".", " "})
        part.tell(action::KeyTyped{key});
    CHECK(part.question().keyboard == Keyboard{.shift = false, .symbols = true});
}
