#include "window/people.hpp"
#include <algorithm>

using namespace window;

namespace {

// Help stands over the question; closing it loses nothing, and the ring is where keys begin.
void look_at_help(Kiosk& kiosk) {
    const auto question = kiosk.page().screen;
    kiosk.turn("help");
    kiosk.let_pass(model::settle_time); // before, it would be the second half of the stroke that opened it
    kiosk.strike("Escape");
    kiosk.wait_for_page(question);
    kiosk.wait_for("the ring round the text", [](const ui::Tree& page) {
        const auto* focused = page.find_id(page.focus);
        return focused != nullptr && focused->typing;
    });
}

// One question is answered, and the part finished with that.
void do_part(Kiosk& kiosk, Partner& partner, const std::string& words, Hand hand) {
    begin_part(kiosk, partner);
    begin_module(kiosk);
    kiosk.write(words);
    if (hand == Hand::keyboard) look_at_help(kiosk);
    CHECK(kiosk.written() == words);
    remember(kiosk, partner, model::Written{words});
    kiosk.turn("key:done");
    kiosk.turn("trail");
    finish_part(kiosk);
}

// Everything with one kind of keys, the desk, both partners, their joint page and the therapist.
void do_visit(Hand hand) {
    const Practice practice("a quiet pond");
    Kiosk kiosk({.data = practice.folder(), .pad = hand == Hand::pad}, hand);
    kiosk.wait_for_page("welcome");
    CHECK(kiosk.page().focus.empty());
    const auto code = make_sitting(kiosk, {.chart_code = "R9", .packet = 2});
    Partner maya{.name = "Al", .other = "Bo", .code = "4711"};
    Partner jordan{.name = "Bo", .other = "Al", .code = "9024"};

    CHECK(kiosk.page().focus == "begin");
    enter_code(kiosk, code);
    kiosk.wait_for_page("who-is-here");
    kiosk.turn("partner:a");
    do_part(kiosk, maya, "We rest", hand);
    kiosk.turn("other");
    do_part(kiosk, jordan, "Tea", hand);

    kiosk.turn("joint");
    give_own_code(kiosk, maya);
    kiosk.turn("write");
    kiosk.write("Ok");
    kiosk.turn("key:done");
    kiosk.choose("assent:a");
    kiosk.choose("assent:b");
    kiosk.turn("finish");
    kiosk.wait_for_page("agreed");
    kiosk.turn("done");
    kiosk.wait_for_page("thanks");
    kiosk.turn("home");

    kiosk.turn("staff");
    kiosk.turn("therapist:0");
    kiosk.keys(practice.passphrase());
    kiosk.turn("key:done");
    kiosk.wait_for_page("caseload");
    kiosk.turn("case:1");
    kiosk.turn("tab:mission");
    CHECK(kiosk.page().says("Ok"));
    kiosk.turn("lock");
    kiosk.wait_for_page("welcome");
    CHECK(kiosk.stop() == 0);

    const auto found = read_with_key(practice);
    CHECK(differences(all_answers(found, model::Partner::a), maya.given) == "");
    CHECK(differences(all_answers(found, model::Partner::b), jordan.given) == "");
    REQUIRE(found.visit().joint.content.has_value());
    REQUIRE(found.visit().joint.content->versions.size() == 1);
    CHECK(found.visit().joint.content->versions.front().statement.sentences ==
          std::vector<model::Sentence>{{model::Partner::a, "Ok"}});
}

}

TEST_CASE("a key that is held moves the ring from one to the next, as often as it repeats") {
    REQUIRE(has_display());
    const Practice practice;
    Kiosk kiosk({.data = practice.folder()}, Hand::keyboard);
    kiosk.wait_for_page("welcome");
    kiosk.turn("staff");
    kiosk.turn("desk"); // a page with a dozen keys
    std::vector<std::string> stops;
    for (const auto& widget : kiosk.page().widgets)
        if (ui::is_stop(widget)) stops.push_back(widget.id);
    REQUIRE(stops.size() > 10);
    // A frame may show more than one step.
    const auto place_of = [&](const ui::Tree& page) { return std::ranges::find(stops, page.focus) - stops.begin(); };
    auto place = place_of(kiosk.page());
    std::ptrdiff_t steps = 0;
    kiosk.hold("Tab", [&](const ui::Tree& page) {
        const auto count = std::ssize(stops), now = place_of(page);
        steps += (now - std::exchange(place, now) + count) % count;
        return steps >= 5;
    });
    CHECK(kiosk.shows("desk-pin"));
}

TEST_CASE("the desk, a couple and their therapist do a whole visit with Tab, Enter and letters") {
    REQUIRE(has_display());
    do_visit(Hand::keyboard);
}

TEST_CASE("the desk, a couple and their therapist do a whole visit with a pad of five keys") {
    REQUIRE(has_display());
    do_visit(Hand::pad);
}
