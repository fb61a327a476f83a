#include "model/visit/entering.hpp"
#include "model/visit/entering_date.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

Item number(int minimum, int maximum, int decimals = 0) {
    Item item;
    item.kind = ItemKind::number;
    item.minimum = minimum;
    item.maximum = maximum;
    item.decimals = decimals;
    return item;
}

Item years(int earliest, int latest) {
    Item item;
    item.kind = ItemKind::date;
    item.minimum = earliest;
    item.maximum = latest;
    return item;
}

struct Typing {
    Item item;
    screen::Question screen;
    Answer answer = Skipped{};

    explicit Typing(Item of) : item(std::move(of)) {
        if (item.kind == ItemKind::date) screen.date = DateEntry{};
    }
    Typing& type(std::string_view keys) {
        for (const char key : keys) {
            const Action action = key == '<' ? Action(action::BackspaceTyped{}) : Action(action::KeyTyped{{key}});
            if (auto given = enter(screen, item, action)) answer = *given;
        }
        return *this;
    }
};

std::string typed(const Item& item, std::string_view keys) {
    return Typing(item).type(keys).screen.digits;
}

Answer day(int year, unsigned month, unsigned day) {
    return Dated{std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)};
}

}

TEST_CASE("a whole number takes digits up to its largest, and drops leading zeros") {
    CHECK(typed(number(0, 80), "12") == "12");
    CHECK(typed(number(0, 80), "812") == "8");
    CHECK(typed(number(0, 80), "007") == "7");
    CHECK(typed(number(0, 80), "1.5") == "15");
    CHECK(typed(number(0, 80), "12<") == "1");
    CHECK(typed(number(0, 80), "1<<<") == "");
    CHECK(Typing(number(5, 80)).type("1").answer == Answer{Skipped{}});
    CHECK(Typing(number(5, 80)).type("12").answer == Answer{Chosen{12}});
    CHECK(Typing(number(0, 80)).type("12<<").answer == Answer{Skipped{}});
}

TEST_CASE("a number with decimals is kept whole, in the smallest unit it has") {
    const Item hours = number(0, 240, 1);
    CHECK(Typing(hours).type("7.5").answer == Answer{Chosen{75}});
    CHECK(Typing(hours).type("7").answer == Answer{Chosen{70}});
    CHECK(Typing(hours).type("7.").answer == Answer{Chosen{70}});
    CHECK(Typing(hours).type("7,5").answer == Answer{Chosen{75}});
    CHECK(Typing(hours).type(".5").answer == Answer{Chosen{5}});
    CHECK(Typing(hours).type("0.5").answer == Answer{Chosen{5}});
    CHECK(typed(hours, "7.55") == "7.5");
    CHECK(typed(hours, "7..5") == "7.5");
    CHECK(typed(hours, "25") == "2");
    CHECK(typed(hours, "24.1") == "24.");
    CHECK(Typing(number(0, 2'000'000, 3)).type("1234.567").answer == Answer{Chosen{1234567}});
    CHECK(typed(number(0, 1'000'000'000, 3), "99999999999999") == "999999");
}

TEST_CASE("a stored number is typed and read with its decimals again") {
    CHECK(number_entry(number(0, 240, 1), nullptr) == "");
    const Answer kept = Chosen{75};
    CHECK(number_entry(number(0, 240, 1), &kept) == "7.5");
    CHECK(number_entry(number(0, 240), &kept) == "75");
    CHECK(number_words(5, 1) == "0.5");
    CHECK(number_words(-5, 2) == "-0.05");
    CHECK(number_words(1200, 3) == "1.200");
    CHECK(number_words(0, 0) == "0");
}

TEST_CASE("digits fill one field after the other, in the order shown") {
    Typing one(years(1900, 2100));
    one.type("03141988");
    CHECK(one.answer == day(1988, 3, 14));
    Typing quick(years(1900, 2100)); // no other month begins with 3, no other day with 4
    quick.type("341988");
    CHECK(quick.answer == day(1988, 3, 4));
    Typing other(years(1900, 2100));
    other.screen.date = DateEntry{.order = {DatePart::day, DatePart::month, DatePart::year}, .field = DatePart::day};
    other.type("14031988");
    CHECK(other.answer == day(1988, 3, 14));
}

TEST_CASE("a day that does not exist, or a year too early or too late, is said and not kept") {
    const Item item = years(1950, 2026);
    const auto trouble = [&](std::string_view keys) {
        Typing typing(item);
        typing.type(keys);
        CHECK(typing.answer == Answer{Skipped{}});
        return trouble_of(*typing.screen.date, item);
    };
    CHECK(trouble("") == DateTrouble::open);
    CHECK(trouble("0314") == DateTrouble::open);
    CHECK(trouble("13") == DateTrouble::no_such_month);
    CHECK(trouble("00") == DateTrouble::no_such_month);
    CHECK(trouble("0231") == DateTrouble::no_such_day);
    CHECK(trouble("0230") == DateTrouble::no_such_day);
    CHECK(trouble("0431") == DateTrouble::no_such_day);
    CHECK(trouble("0132") == DateTrouble::no_such_day);
    CHECK(trouble("0100") == DateTrouble::no_such_day);
    CHECK(trouble("0229") == DateTrouble::open); // perhaps of a leap year
    CHECK(trouble("02291999") == DateTrouble::no_such_day);
    CHECK(trouble("12311949") == DateTrouble::out_of_years);
    CHECK(trouble("01012027") == DateTrouble::out_of_years);
    CHECK(trouble("01010000") == DateTrouble::out_of_years);
    CHECK(Typing(item).type("02292000").answer == day(2000, 2, 29));
    CHECK(Typing(item).type("12312026").answer == day(2026, 12, 31));
}

TEST_CASE("a date can be taken back digit by digit and typed anew, and the saved one goes with it") {
    Typing typing(years(1900, 2100));
    typing.type("03141988<");
    CHECK(typing.answer == Answer{Skipped{}});
    typing.type("5");
    CHECK(typing.answer == day(1985, 3, 14));
    typing.type("<<<<<<<<<<");
    CHECK(typing.screen.date->month.empty());
    CHECK(typing.screen.date->field == DatePart::month);
    typing.type("12251990");
    CHECK(typing.answer == day(1990, 12, 25));
}

TEST_CASE("a tap on a field types over it, and Enter leads to the one that is open") {
    Typing typing(years(1900, 2100));
    typing.type("03141988");
    CHECK_FALSE(enter(typing.screen, typing.item, action::DatePartTapped{DatePart::day}).has_value());
    typing.type("21");
    CHECK(typing.answer == day(1988, 3, 21));
    DateEntry entry{.day = "4"};
    CHECK(step_to_open_field(entry));
    CHECK(entry.field == DatePart::month);
    entry.month = "3";
    CHECK(step_to_open_field(entry));
    CHECK(entry.field == DatePart::year);
    entry.year = "1988";
    CHECK_FALSE(step_to_open_field(entry));
}

TEST_CASE("a kept date stands in its fields again") {
    const Answer kept = day(1988, 3, 4);
    const DateEntry entry = date_entry(month_first, &kept);
    CHECK(entry.day == "4");
    CHECK(entry.month == "3");
    CHECK(entry.year == "1988");
    CHECK(trouble_of(entry, years(1900, 2100)) == DateTrouble::none);
}

namespace {

struct Signing {
    Item item;
    screen::Question screen;

    Signing() {
        item.id = {"sign"};
        item.kind = ItemKind::signature;
        screen.session.content.at = ref();
    }
    static ItemRef ref() { return {{"m"}, {"sign"}}; }
    void act(const Action& action) {
        if (auto answer = enter(screen, item, action)) screen.session.content.answers[ref()] = *answer;
    }
    void draw(std::initializer_list<SignaturePoint> points) {
        bool first = true;
        for (const auto point : points) {
            act(first ? Action(action::StrokeBegun{point}) : Action(action::StrokeDrawn{point}));
            first = false;
        }
        act(action::StrokeEnded{});
    }
    Signed kept() const {
        const auto found = screen.session.content.answers.find(ref());
        const auto* sign =
            found == screen.session.content.answers.end() ? nullptr : std::get_if<Signed>(&found->second);
        return sign == nullptr ? Signed{} : *sign;
    }
};

}

TEST_CASE("a line is kept when the finger lifts, and Clear takes all of it away") {
    Signing signing;
    signing.act(action::StrokeBegun{{100, 100}});
    signing.act(action::StrokeDrawn{{200, 100}});
    CHECK(signing.kept().strokes.empty());
    CHECK(signing.screen.stroke.size() == 2);
    signing.act(action::StrokeEnded{});
    REQUIRE(signing.kept().strokes.size() == 1);
    CHECK(signing.kept().strokes[0] == Stroke{{100, 100}, {200, 100}});
    CHECK(signing.screen.stroke.empty());
    signing.draw({{500, 500}});
    CHECK(signing.kept().strokes.size() == 2);
    signing.act(action::SignatureCleared{});
    CHECK_FALSE(is_answered(signing.screen.session.content.answers.at(Signing::ref())));
}

TEST_CASE("points that say nothing more are left out, and none leaves the box") {
    Signing signing;
    signing.draw({{100, 100}, {101, 101}, {102, 100}, {110, 100}, {9000, 9000}});
    CHECK(signing.kept().strokes[0] == Stroke{{100, 100}, {110, 100}, {3000, 1000}});
}

TEST_CASE("a scribble without end stops being taken, and nothing breaks") {
    Signing many;
    for (int i = 0; i < 300; ++i)
        many.draw({{static_cast<std::uint16_t>(i * 7), 100}, {static_cast<std::uint16_t>(i * 7), 300}});
    CHECK(many.kept().strokes.size() == most_strokes);
    Signing longest;
    for (int line = 0; line < 4; ++line) {
        longest.act(action::StrokeBegun{{0, 0}});
        for (int i = 0; i < 2000; ++i)
            longest.act(action::StrokeDrawn{{static_cast<std::uint16_t>(i % 2 == 0 ? 2900 : 100), 500}});
        longest.act(action::StrokeEnded{});
    }
    std::size_t points = 0;
    for (const auto& stroke : longest.kept().strokes)
        points += stroke.size();
    CHECK(points == most_points);
    CHECK(longest.kept().strokes.size() == 3);
}

TEST_CASE("moves and lifts without a finger down draw nothing") {
    Signing signing;
    signing.act(action::StrokeDrawn{{100, 100}});
    signing.act(action::StrokeEnded{});
    CHECK(signing.screen.session.content.answers.empty());
    CHECK(signing.screen.stroke.empty());
}

TEST_CASE("a typed name takes the place of lines, and lines take the place of a typed name") {
    Signing signing;
    signing.draw({{100, 100}, {900, 500}});
    signing.act(action::SignByNameTapped{});
    REQUIRE(signing.screen.writing.has_value());
    CHECK(signing.kept().strokes.size() == 1); // until something is typed
    insert(*signing.screen.writing, "Maya");
    CHECK(written(signing.screen, signing.item) == Answer{Signed{{}, "Maya"}});
    signing.screen.session.content.answers[Signing::ref()] = written(signing.screen, signing.item);
    signing.screen.writing.reset();
    signing.draw({{100, 100}, {900, 500}});
    CHECK(signing.kept().typed.empty());
    CHECK(signing.kept().strokes.size() == 1);
}

namespace {

screen::Question begun(const Item& item, const Answer& answer) {
    screen::Question screen;
    begin_entering(screen, item, &answer, nullptr);
    return screen;
}

bool takes_digits(ItemKind kind) {
    return entered_by(kind) == EnteredBy::digits || entered_by(kind) == EnteredBy::date_fields;
}

Item of_kind(ItemKind kind) {
    Item item = number(0, 240);
    item.kind = kind;
    item.max_bytes = 300;
    return item;
}

}

TEST_CASE("a screen begins with what was answered, in what its kind is entered with, and with nothing else") {
    CHECK(begun(number(0, 240, 1), Chosen{75}).digits == "7.5");
    CHECK(begun(years(1900, 2100), day(1988, 3, 4)).date->year == "1988");
    CHECK(begun(of_kind(ItemKind::short_text), Written{"Kind first"}).writing->text == "Kind first");
    CHECK(begun(of_kind(ItemKind::short_text), Written{"Kind first"}).writing->lines == Lines::one);
    CHECK(begun(of_kind(ItemKind::long_text), Skipped{}).writing->lines == Lines::many);
    CHECK(begun(of_kind(ItemKind::long_text), Skipped{}).keyboard.shift);
    CHECK(begun(of_kind(ItemKind::signature), Signed{{}, "Maya"}).writing->text == "Maya");
    CHECK_FALSE(begun(of_kind(ItemKind::signature), Signed{{{{1, 1}}}, {}}).writing.has_value());
    for (const auto kind : every_kind()) {
        CAPTURE(word_of(kind));
        const auto screen = begun(of_kind(kind), Skipped{});
        CHECK(screen.digits.empty());
        CHECK(screen.date.has_value() == (entered_by(kind) == EnteredBy::date_fields));
        CHECK(screen.writing.has_value() == is_text(kind));
        CHECK(has_keys(screen, of_kind(kind)) == (is_text(kind) || takes_digits(kind)));
    }
}

TEST_CASE("what was typed gives way to another answer") {
    Typing typing(years(1900, 2100));
    typing.type("0314");
    typing.screen.digits = "7";
    typing.screen.writing = edit_of("Maya", 120, Lines::one);
    clear_entered(typing.screen);
    CHECK(typing.screen.digits.empty());
    CHECK(typing.screen.date->month.empty());
    CHECK(typing.screen.date->field == DatePart::month);
    CHECK(typing.screen.writing->text.empty());
    CHECK(typing.screen.writing->max_bytes == 120);
}

TEST_CASE("a key means nothing where there is nothing to type, and the pen is there again without its keyboard") {
    for (const auto kind : every_kind()) {
        CAPTURE(word_of(kind));
        Typing typing(of_kind(kind));
        typing.screen.session.content.at = ItemRef{{"m"}, {"item"}};
        CHECK(enter(typing.screen, typing.item, action::KeyTyped{"7"}).has_value() == takes_digits(kind));
        typing.screen.writing = edit_of("Maya", 120, Lines::one);
        put_keyboard_away(typing.screen, typing.item);
        CHECK(typing.screen.writing.has_value() == (entered_by(kind) != EnteredBy::pen));
    }
}
