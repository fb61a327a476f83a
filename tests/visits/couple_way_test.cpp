// The way of a couple through a visit: what they are called, how it looks for each, where they rest, how much they tap.
#include "visits/a_visit.hpp"
#include <set>

using namespace visits;
namespace action = model::action;
namespace screen = model::screen;

namespace {

// All that a page shows.
std::string drawn(const Rehearsal& kiosk) {
    std::string all;
    for (const auto& widget : kiosk.tree().widgets) {
        all += widget.id + "|" + widget.name + "|" + widget.value;
        for (const float place : {widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h})
            all += "|" + std::to_string(static_cast<int>(place));
        all += "\n";
    }
    return all;
}

void sit_down(Visit& visit, const std::string& code, std::string_view who) {
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id(who));
}

void clear_and_type(Visit& visit, std::string_view name) {
    visit.kiosk->pass(model::settle_time);
    while (!std::get<screen::Names>(visit.kiosk->state().screen).own.text.empty())
        visit.kiosk->press(platform::Key::backspace);
    visit.kiosk->type(name);
}

// Both have finished a short visit.
void do_visit(Visit& visit, const std::string& code) {
    for (auto act : {Visit::maya(), Visit::jordan()}) {
        if (act.partner == model::Partner::a) REQUIRE(enter_code(*visit.kiosk, code));
        if (visit.kiosk->shows("hand-over")) REQUIRE(visit.kiosk->tap_id("other"));
        REQUIRE(begin_part(*visit.kiosk, act));
        finish_part(visit, act);
    }
    visit.start();
}

}

TEST_CASE("the look that one partner chose is not the other's, and nobody's of the next couple") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    const auto maya = Visit::maya(), jordan = Visit::jordan();
    visit.begin(code, maya);
    REQUIRE(visit.kiosk->tap_id("begin"));
    REQUIRE(visit.kiosk->tap_id("look"));
    CHECK(visit.kiosk->shows("look"));
    REQUIRE(visit.kiosk->tap_id("size:150"));
    CHECK(visit.kiosk->state().appearance.text_percent == 150);
    CHECK(visit.kiosk->shows("look"));
    REQUIRE(visit.kiosk->tap_id("theme:evening"));
    REQUIRE(visit.kiosk->tap_id("done"));
    CHECK(visit.kiosk->shows("question"));
    CHECK(visit.kiosk->state().appearance.theme == model::Theme::evening);
    finish_part(visit, maya);
    REQUIRE(visit.kiosk->tap_id("other"));
    CHECK(visit.kiosk->state().appearance == visit.appearance);
    REQUIRE(begin_part(*visit.kiosk, jordan));
    finish_part(visit, jordan);
    CHECK(visit.kiosk->state().appearance == visit.appearance);
    REQUIRE(visit.kiosk->tap_id("look"));
    REQUIRE(visit.kiosk->tap_id("theme:high-contrast"));
    REQUIRE(visit.kiosk->tap_id("done"));
    visit.kiosk->pass(std::chrono::minutes(10));
    CHECK(visit.kiosk->shows("welcome"));
    CHECK(visit.kiosk->state().appearance == visit.appearance);
}

TEST_CASE("who comes back to their part finds their own look again") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    visit.kiosk->tell(action::LookOpened{});
    visit.kiosk->tell(action::TextSizeChosen{200});
    visit.kiosk->tell(action::LookClosed{});
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("return"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->state().appearance.text_percent == 200);
}

TEST_CASE("what stands on the page is still there after the sheet was opened over it, and Hide covers both") {
    Visit visit;
    visit.begin(visit.new_sitting("RG-1", true, true, "mission-only"), Visit::maya());
    REQUIRE(visit.kiosk->tap_id("begin"));
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->type("Half a sent");
    REQUIRE(visit.kiosk->tap_id("look"));
    visit.kiosk->type("x");
    REQUIRE(visit.kiosk->tap_id("done"));
    CHECK(visit.question().writing->text.ends_with("Half a sent"));
    REQUIRE(visit.kiosk->tap_id("look"));
    REQUIRE(visit.kiosk->tap_id("hide"));
    CHECK(visit.kiosk->shows("cover"));
    CHECK_FALSE(visit.kiosk->state().look_open);
}

TEST_CASE("between two forms stands the same page, whatever was answered, and a break leads back to it") {
    std::set<std::string> pages;
    for (const double place : {0.0, 1.0, -1.0}) {
        Visit visit;
        auto act = Visit::maya();
        act.temper = [place](const model::Module&, const model::Item& item) {
            return item.kind == model::ItemKind::consent ? 1.0 : place;
        };
        std::string rests;
        act.at_each_page = [&] {
            if (visit.kiosk->shows("rest")) rests += drawn(*visit.kiosk);
        };
        visit.begin(visit.new_sitting("RG-1", true, true, "whole-intake"), act);
        REQUIRE(answer_part(*visit.kiosk, act));
        CHECK(rests.find("That's the tenth of eleven.") != std::string::npos);
        pages.insert(rests);
    }
    CHECK(pages.size() == 1);

    Visit visit;
    auto act = Visit::maya();
    act.at_each_page = [&] {
        if (!visit.kiosk->shows("rest:1") || act.stop_after == 0) return;
        act.stop_after = 0;
        REQUIRE(visit.kiosk->tap_id("break"));
        CHECK(visit.kiosk->shows("cover"));
        REQUIRE(visit.kiosk->tap_id("return"));
        REQUIRE(visit.kiosk->keys(act.code));
        CHECK(visit.kiosk->shows("rest:1"));
    };
    visit.begin(visit.new_sitting("RG-1", true, true, "short-first-visit"), act);
    REQUIRE(answer_part(*visit.kiosk, act));
    CHECK(act.stop_after == 0);
}

TEST_CASE("each gives their own name: what the other put there can be mended, and stays mended") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    auto maya = Visit::maya();
    maya.other_name = "Jordann";
    visit.begin(code, maya);
    finish_part(visit, maya);
    REQUIRE(visit.kiosk->tap_id("other"));
    CHECK(visit.kiosk->shows("names:own"));
    CHECK(std::get<screen::Names>(visit.kiosk->state().screen).own.text == "Jordann");
    clear_and_type(visit, "Jordan");
    REQUIRE(visit.kiosk->tap_id("key:done"));
    CHECK(visit.kiosk->shows("before-you-begin")); // whose name Maya gave herself is not asked
    REQUIRE(visit.kiosk->tap_id("name"));
    clear_and_type(visit, "");
    REQUIRE(visit.kiosk->tap_id("key:done"));
    CHECK(visit.kiosk->says("Please type what we may call you."));
    visit.kiosk->type("Jordi");
    REQUIRE(visit.kiosk->tap_id("key:done"));
    REQUIRE(visit.kiosk->shows("before-you-begin"));
    auto jordan = Visit::jordan();
    REQUIRE(begin_part(*visit.kiosk, jordan));
    CHECK(visit.kiosk->shows("module:"));
    finish_part(visit, jordan);
    visit.start();
    const auto file = visit.read_case();
    CHECK(file.name_a == "Maya");
    CHECK(file.name_b == "Jordi");
}

TEST_CASE("at a later visit one page and the own code lead to the first question, and nobody renames the other") {
    Visit visit;
    do_visit(visit, visit.new_sitting("RG-1", true, true, "mission-only"));
    const auto code = visit.new_sitting("RG-1", true, true, "later-visit");
    sit_down(visit, code, "partner:a");
    CHECK(visit.kiosk->says("Welcome back, Maya"));
    CHECK(visit.kiosk->says("Since last time"));
    CHECK(visit.kiosk->says("call 988")); // before anything is written
    CHECK(visit.kiosk->says("Where privacy ends"));
    std::set<std::string> pages{visit.page().name};
    REQUIRE(visit.kiosk->tap_id("ready"));
    pages.insert(visit.page().name);
    REQUIRE(visit.kiosk->keys("4711"));
    pages.insert(visit.page().name);
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->shows("question:check-in"));
    CHECK(pages.size() == 3);

    // A part that is begun with another name for the other changes nothing of theirs.
    auto seat = visit.session().seat;
    visit.kiosk->tell(action::HideTapped{});
    seat.partner = model::Partner::b;
    seat.sitting.name_a = "Somebody";
    seat.sitting.name_b = "Jordan";
    const auto answered =
        visit.kiosk->runner().run(model::effect::StartPart{seat, core::SecretText("9024"), model::Progress{}});
    REQUIRE(answered.size() == 1);
    visit.start();
    const auto file = visit.read_case();
    CHECK(file.name_a == "Maya");
    CHECK(file.name_b == "Jordan");
}

TEST_CASE("two of one name are told apart wherever one of them is named") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    auto first = Visit::maya(), second = Visit::jordan();
    first.name = first.other_name = second.name = second.other_name = "Alex";
    std::set<std::string> bare;
    const auto look = [&] {
        for (const auto& widget : visit.kiosk->tree().widgets)
            if (widget.role != ui::Role::field && widget.name.find("Alex") != std::string::npos &&
                widget.name.find("Alex (") == std::string::npos)
                bare.insert(visit.kiosk->tree().screen + ": " + widget.name);
    };
    first.at_each_page = second.at_each_page = look;
    visit.begin(code, first);
    finish_part(visit, first);
    look();
    CHECK(visit.kiosk->says("I'm Alex (second)"));
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, second));
    finish_part(visit, second);
    look();
    CHECK(bare.empty());
}

TEST_CASE("a partner's part of a first visit takes at most 120 taps besides typing and signing") {
    Visit visit;
    const auto code = visit.new_sitting();
    REQUIRE(enter_code(*visit.kiosk, code));
    for (auto act : {Visit::maya(), Visit::jordan()}) {
        std::size_t pages = 0;
        act.at_each_page = [&] { ++pages; };
        // What they wrote is for the page that they write together; of what they said nothing is released.
        act.shares = [](const model::ItemRef& item) { return !item.item.empty(); };
        const auto before = visit.kiosk->taps();
        if (act.partner == model::Partner::b) REQUIRE(visit.kiosk->tap_id("other"));
        REQUIRE(begin_part(*visit.kiosk, act));
        finish_part(visit, act);
        const auto taps = visit.kiosk->taps() - before;
        MESSAGE(act.name, ": ", taps, " taps on ", pages, " pages");
        CHECK(taps <= 120);
    }
}
