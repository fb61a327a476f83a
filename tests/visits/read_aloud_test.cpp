// A kiosk that is only heard: nothing here looks at the tree or the state to find its way, but for what is checked.
#include "visits/a_visit.hpp"

using namespace visits;
namespace action = model::action;

namespace {

// A couple's kiosk with a voice, and headphones that the machine can feel.
struct SpokenVisit : Visit {
    SpokenVisit() {
        kiosk->tell(action::VoiceFound{true});
        kiosk->tell(action::HeadsetChanged{false});
    }
    void plug_in() {
        kiosk->tell(action::HeadsetChanged{false});
        kiosk->tell(action::HeadsetChanged{true});
    }
    void turn_on() { kiosk->tell(action::SpeechToggled{}); }
    std::string hear() {
        kiosk->pass(model::settle_time);
        return voice.taken();
    }
};

// Somebody at a black screen. They press Tab, listen, and press Enter on what they want.
class Listener {
public:
    explicit Listener(SpokenVisit& visit) : m_visit(visit) {}

    // What was read of the page that stands there.
    const std::string& page() const { return m_page; }
    bool hears(std::string_view words) const { return m_page.find(words) != std::string::npos; }
    void listen() {
        // A page is read in many sentences; what changed on one is short.
        if (auto said = m_visit.hear(); std::ranges::count(said, '\n') > 2) m_page = std::move(said);
    }
    void press(platform::Key key) {
        m_visit.kiosk->press(key);
        listen();
    }
    // On by Tab until the words are heard. False when all of the page went by.
    bool find(std::string_view words) {
        for (int i = 0; i < 40; ++i) {
            m_visit.kiosk->press(platform::Key::tab);
            if (m_visit.voice.taken().find(words) != std::string::npos) return true;
        }
        return false;
    }
    bool choose(std::string_view words) {
        if (!find(words)) return false;
        m_visit.kiosk->pass(model::settle_time_to_decide);
        press(platform::Key::enter);
        return true;
    }
    void type(std::string_view text) {
        m_visit.kiosk->type(text);
        listen();
    }

private:
    SpokenVisit& m_visit;
    std::string m_page;
};

// Through the pages of a part as they are heard, to the one where it is sealed.
void answer_by_ear(Listener& listener) {
    for (int pages = 0; pages < 400 && !listener.hears("Finish and lock"); ++pages) {
        INFO(listener.page());
        if (listener.hears("\nBegin. Button.\n")) {
            REQUIRE(listener.choose("Begin. Button."));
        } else if (listener.hears("Tick box. Off.")) {
            REQUIRE(listener.choose("Tick box. Off."));
            REQUIRE(listener.choose("Next. Button."));
        } else if (listener.hears("Go on. Button.")) {
            REQUIRE(listener.choose("Go on. Button."));
        } else if (listener.hears("Text box.")) {
            listener.type("We laugh.");
            listener.press(platform::Key::enter);
        } else if (listener.hears("Answer 1 of")) {
            const auto before = listener.page();
            REQUIRE(listener.choose("Answer 1 of"));
            if (!listener.find("Next. Button.\n")) REQUIRE(listener.find("Skip. Button."));
            listener.press(platform::Key::enter);
            if (listener.page() == before) REQUIRE(listener.choose("Skip. Button."));
        } else if (listener.hears("Next. Button.\n")) {
            REQUIRE(listener.choose("Next. Button."));
        } else {
            REQUIRE(listener.choose("Skip. Button."));
        }
    }
}

// To the next page of a part.
void go_on(SpokenVisit& visit) {
    if (visit.kiosk->shows("module:"))
        REQUIRE(visit.kiosk->tap_id("begin"));
    else if (visit.kiosk->shows("rest:"))
        REQUIRE(visit.kiosk->tap_id("go-on"));
    else
        REQUIRE(answer_question(*visit.kiosk, middling));
}

}

TEST_CASE("a whole part is done at a black screen, by what is heard alone") {
    SpokenVisit visit;
    const auto code = visit.new_sitting();
    visit.plug_in();
    Listener listener(visit);
    listener.listen();
    REQUIRE(listener.hears("Reading aloud is on."));
    REQUIRE(listener.hears("Tap anywhere to begin."));
    REQUIRE(listener.choose("Read about attachment"));
    REQUIRE(listener.choose("Close. Button."));
    for (int tries = 0; tries < 3 && !listener.hears("digits"); ++tries)
        listener.press(platform::Key::enter); // nothing has the focus: anywhere
    REQUIRE(listener.hears("digits"));
    listener.type(code);
    listener.press(platform::Key::enter);
    REQUIRE(listener.choose("Row 1 of 2"));
    REQUIRE(listener.hears("Text box. Empty."));
    listener.type("Maya");
    listener.press(platform::Key::enter);
    listener.type("Jordan");
    listener.press(platform::Key::enter);
    for (int pages = 0; pages < 8 && !listener.hears("I'm ready. Button."); ++pages)
        REQUIRE(listener.choose("Next. Button."));
    REQUIRE(listener.choose("I'm ready. Button."));
    for (int times = 0; times < 2; ++times) {
        listener.type("4711");
        listener.press(platform::Key::enter);
    }
    answer_by_ear(listener);
    CHECK(visit.kiosk->shows("review"));
    REQUIRE(listener.choose("Finish and lock. Button."));
    CHECK(visit.kiosk->shows("hand-over"));
    CHECK(listener.hears("Jordan"));
}

TEST_CASE("a finger hears first and chooses by the second touch; Next stays") {
    SpokenVisit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 12);
    while (!visit.kiosk->tree().find_id("answer:1"))
        go_on(visit);
    visit.plug_in();
    (void)visit.hear();
    const auto* answer = visit.kiosk->tree().find_id("answer:1");
    REQUIRE(answer != nullptr);
    const auto place = answer->rect.center();
    const auto name = answer->name;
    const auto page = visit.page();
    const auto given = visit.session().content.answers.size();
    visit.kiosk->touch(place);
    CHECK(visit.hear().starts_with(name));
    CHECK(visit.session().content.answers.size() == given);
    visit.kiosk->touch(place);
    CHECK(visit.hear().starts_with("Chosen."));
    CHECK(visit.session().content.answers.size() == given + 1);
    visit.kiosk->pass(std::chrono::seconds(2));
    CHECK(visit.page() == page);
    CHECK(visit.kiosk->tree().find_id("next")->enabled);
}

TEST_CASE("Hide is one touch and silence") {
    SpokenVisit visit;
    visit.begin_at(visit.new_sitting(), Visit::maya(), 3);
    visit.plug_in();
    CHECK_FALSE(visit.hear().empty());
    CHECK(visit.voice.speaking());
    visit.kiosk->touch(visit.kiosk->tree().find_id("hide")->rect.center());
    CHECK(visit.kiosk->shows("cover"));
    CHECK_FALSE(visit.voice.speaking());
    CHECK(visit.hear().empty());
}

TEST_CASE("pulling the headphones silences a private page, and what is on it") {
    SpokenVisit visit;
    visit.begin(visit.new_sitting(), Visit::maya());
    while (!model::for_headset_alone(visit.kiosk->state()))
        go_on(visit);
    visit.plug_in();
    CHECK_FALSE(visit.hear().empty());
    visit.kiosk->tell(action::HeadsetChanged{false});
    CHECK_FALSE(visit.voice.speaking());
    CHECK(visit.hear().empty());
    CHECK(visit.kiosk->says("Headset off."));
    // It is answered as by anyone: by one touch, without a word.
    for (const auto& widget : visit.kiosk->tree().widgets)
        if (widget.action && !widget.action->as<action::HelpOpened>() && !widget.action->as<action::HideTapped>() &&
            widget.role == ui::Role::answer) {
            const auto id = widget.id;
            visit.kiosk->touch(widget.rect.center());
            CHECK(visit.hear().empty());
            break;
        }
}

TEST_CASE("the next person starts with a silent kiosk") {
    SpokenVisit visit;
    const auto code = visit.new_sitting();
    visit.turn_on();
    visit.kiosk->tell(action::SpeechClosed{});
    visit.kiosk->tell(action::VolumeChosen{5});
    for (int taps = 0; taps < 3 && visit.kiosk->shows("welcome"); ++taps) // its words are heard first
        REQUIRE(visit.kiosk->tap_id("begin"));
    visit.begin(code, Visit::maya());
    CHECK(visit.kiosk->state().speech.on);
    finish_part(visit, Visit::maya());
    REQUIRE(visit.kiosk->shows("hand-over"));
    CHECK(visit.hear().find("Jordan") != std::string::npos);
    REQUIRE(visit.kiosk->tap_id("other"));
    CHECK(visit.kiosk->state().speech == model::Speech{});
    (void)visit.voice.taken();
    REQUIRE(begin_part(*visit.kiosk, Visit::jordan()));
    CHECK(visit.voice.taken().empty());
}
