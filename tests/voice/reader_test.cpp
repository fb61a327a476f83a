// What is read of a screen, and when all falls silent: on trees made by hand, with a voice that keeps what was said.
#include "model/visit/update.hpp"
#include "voice/reader.hpp"
#include "voice/recorded.hpp"
#include "voice/words.hpp"
#include <doctest/doctest.h>

namespace {

namespace action = model::action;
using ui::Role;

ui::Widget a_widget(std::string id, Role role, std::string name) {
    ui::Widget widget;
    widget.id = std::move(id);
    widget.role = role;
    widget.name = std::move(name);
    widget.rect = {0, 0, 100, 48};
    return widget;
}

ui::Tree a_question() {
    ui::Tree tree;
    tree.screen = "question:same-side:turning-1";
    tree.widgets = {a_widget("text:1", Role::text, "5 of 14"),
                    a_widget("text:2", Role::heading, "My partner is the first person I turn to."),
                    a_widget("answer:1", Role::answer, "Disagree"), a_widget("answer:2", Role::answer, "Agree"),
                    a_widget("next", Role::button, "Next")};
    tree.widgets[2].action = action::ChoiceTapped{1};
    tree.widgets[3].action = action::ChoiceTapped{2};
    tree.widgets[4].enabled = false;
    return tree;
}

model::State listening() {
    model::State state;
    state.practice = std::make_shared<const model::Practice>();
    state.can_speak = true;
    state.speech.on = true;
    return state;
}

struct Listener {
    voice::RecordedVoice voice;
    voice::Reader reader{&voice};
    model::State state = listening();
    ui::Tree tree = a_question();
    voice::Pointed pointed;

    std::string hear() {
        reader.follow(state, tree, pointed);
        return voice.taken();
    }
    std::string touch(std::string id) {
        pointed = {std::move(id), pointed.count + 1};
        return hear();
    }
    Listener() { (void)hear(); }
};

}

TEST_CASE("the voice attends while somebody wants to hear, or looks whether they can") {
    voice::RecordedVoice voice;
    voice::Reader reader(&voice);
    auto state = listening();
    const auto attends = [&](bool on, bool panel) {
        state.speech.on = on;
        state.speech_open = panel;
        reader.follow(state, a_question(), {});
        return voice.attends();
    };
    CHECK_FALSE(attends(false, false));
    CHECK(attends(false, true));
    CHECK(attends(true, true));
    CHECK(attends(true, false));
    CHECK_FALSE(attends(false, false));
}

TEST_CASE("a page is read from its heading to its last button") {
    voice::RecordedVoice voice;
    voice::Reader reader(&voice);
    reader.follow(listening(), a_question(), {});
    CHECK(voice.taken() == "Reading aloud is on. Tap once to hear, tap again to choose.\n"
                           "My partner is the first person I turn to.\n"
                           "5 of 14.\n"
                           "Disagree. Answer 1 of 2. Not chosen.\n"
                           "Agree. Answer 2 of 2. Not chosen.\n"
                           "Next. Button. Not possible now.\n");
    CHECK(voice.heard_now() == "text:2");
}

TEST_CASE("what is touched is said, and once more when it is touched once more") {
    Listener listener;
    CHECK(listener.touch("answer:2") == "Agree. Answer 2 of 2. Not chosen.\n");
    CHECK(listener.hear().empty());
    CHECK(listener.touch("answer:2") == "Agree. Answer 2 of 2. Not chosen.\n");
    CHECK(listener.touch("text:1") == "5 of 14.\n");
}

TEST_CASE("a touch ends what is being said") {
    Listener listener;
    const int before = listener.voice.stops();
    (void)listener.touch("answer:1");
    CHECK(listener.voice.stops() == before + 1);
}

TEST_CASE("what changed on the page is said: a choice that was taken, words that came") {
    Listener listener;
    (void)listener.touch("answer:2");
    listener.tree.widgets[3].chosen = true;
    listener.tree.widgets.insert(listener.tree.widgets.begin(), a_widget("text:0", Role::status, "Saved"));
    CHECK(listener.hear() == "Chosen.\nSaved.\n");
    CHECK(listener.hear().empty());
}

TEST_CASE("another page, another language or Hear it again reads the page anew") {
    Listener listener;
    listener.tree.screen = "question:same-side:turning-2";
    CHECK(listener.hear().starts_with("My partner"));
    listener.state.appearance.language = {"es"};
    CHECK(listener.hear().starts_with("My partner"));
    CHECK(listener.voice.manner().language.tag == "es");
    listener.state = model::update(std::move(listener.state), action::HearAgainTapped{}, {}).state;
    CHECK(listener.hear().starts_with("My partner"));
}

TEST_CASE("the cover is silent at once, and says only what is touched on it") {
    Listener listener;
    const int before = listener.voice.stops();
    listener.state.screen = model::screen::Cover{};
    listener.tree.screen = "cover";
    listener.tree.widgets = {a_widget("text:1", Role::status, "10:30"), a_widget("return", Role::button, "Return")};
    CHECK(listener.hear().empty());
    CHECK(listener.voice.stops() == before + 1);
    CHECK_FALSE(listener.voice.speaking());
    listener.tree.widgets[0].name = "10:31";
    CHECK(listener.hear().empty());
    CHECK(listener.touch("return") == "Return. Button.\n");
}

TEST_CASE(
    "without a headset a private page says nothing, not even what is touched, and falls silent when it is pulled") {
    Listener listener;
    listener.state.screen = model::screen::Review{};
    listener.tree.screen = "review";
    CHECK(listener.hear().empty());
    CHECK(listener.touch("next").empty());
    listener.state.headset = true;
    CHECK(listener.hear().starts_with("My partner"));
    const int before = listener.voice.stops();
    listener.state.headset = false;
    CHECK(listener.hear().empty());
    CHECK(listener.voice.stops() == before + 1);
}

TEST_CASE("what is typed is echoed to a headset alone, and what is secret to nobody") {
    for (const bool headset : {false, true}) {
        Listener listener;
        listener.state.headset = headset;
        listener.tree.screen = "names:own";
        listener.tree.widgets = {a_widget("text", Role::writing, "Your name"), a_widget("key:a", Role::key, "a")};
        (void)listener.hear();
        const auto type = [&](std::string text) {
            listener.tree.widgets[0].value = std::move(text);
            return listener.hear();
        };
        CHECK(type("M") == (headset ? "M\n" : ""));
        CHECK(type("Ma") == (headset ? "a\n" : ""));
        CHECK(type("Ma ") == (headset ? "Ma\n" : ""));
        CHECK(type("Ma") == (headset ? "Deleted\n" : ""));
        CHECK(listener.touch("text") ==
              (headset ? "Your name. Text box. Ma.\n" : "Your name. Text box. What you type is not said.\n"));
        listener.tree.widgets[0].secret = true;
        (void)listener.hear();
        CHECK(type("4711").empty());
        CHECK(listener.touch("text").find("4711") == std::string::npos);
    }
}

TEST_CASE("keys are named: capitals, and signs that are no word") {
    const ui::Tree tree;
    CHECK(voice::words_of(tree, a_widget("key:q", Role::key, "q")).words == "q. Key.");
    CHECK(voice::words_of(tree, a_widget("key:Q", Role::key, "Q")).words == "Capital Q. Key.");
    CHECK(voice::words_of(tree, a_widget("key:,", Role::key, ",")).sign == ",");
    CHECK(voice::words_of(tree, a_widget("key:symbols", Role::key, "?123")).words == "Digits and signs. Key.");
}
