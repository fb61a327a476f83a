#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include "core/when.hpp"
#include <cstdlib>
#include <ctime>
#include <doctest/doctest.h>
#include <map>
#include <thread>

namespace {

// Words by "context/english"; a plural by "context/one" and its form.
class Words final : public core::Catalogue {
public:
    std::map<std::string, std::string> said;
    const char* find(const char* context, const char* english) const override { return at(key(context, english)); }
    const char* find(const char* context, const char* one, int count) const override {
        return at(key(context, one) + (count == 1 ? "/1" : "/n"));
    }

private:
    static std::string key(const char* context, const char* english) { return std::string(context) + "/" + english; }
    const char* at(const std::string& key) const {
        const auto found = said.find(key);
        return found == said.end() ? nullptr : found->second.c_str();
    }
};

core::WallTime at(int hour, int minute) {
    return core::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 3 / 4)) + std::chrono::hours(hour) +
           std::chrono::minutes(minute);
}

struct InUtc {
    InUtc() {
        ::setenv("TZ", "UTC", 1);
        ::tzset();
    }
};

}

TEST_CASE("a sentence is said in the language being spoken, and in English where it has no translation") {
    Words words;
    words.said = {{"a.b/Hello", "Hola"}};
    CHECK(core::tr("a.b", "Hello") == "Hello");
    {
        const core::Speaking speaking(&words);
        CHECK(core::tr("a.b", "Hello") == "Hola");
        CHECK(core::tr("other.context", "Hello") == "Hello");
        CHECK(core::tr("a.b", "Hello there") == "Hello there");
    }
    CHECK(core::tr("a.b", "Hello") == "Hello");
}

TEST_CASE("what is spoken inside a scope ends with it, and another thread is not spoken for") {
    Words outer, inner;
    outer.said = {{"a/Yes", "Sí"}};
    const core::Speaking speaking(&outer);
    {
        const core::Speaking again(&inner);
        CHECK(core::tr("a", "Yes") == "Yes");
    }
    CHECK(core::tr("a", "Yes") == "Sí");
    std::string elsewhere;
    std::thread([&] { elsewhere = core::tr("a", "Yes"); }).join();
    CHECK(elsewhere == "Yes");
}

TEST_CASE("a number chooses its form, in English by one and in another language by that language's rule") {
    CHECK(core::trn("n", "one visit", "{n} visits", 1) == "one visit");
    for (const int n : {0, 2, 7})
        CHECK(core::trn("n", "one visit", "{n} visits", n) == "{n} visits");
    Words words;
    words.said = {{"n/one visit/1", "una visita"}, {"n/one visit/n", "{n} visitas"}};
    const core::Speaking speaking(&words);
    CHECK(core::trn("n", "one visit", "{n} visits", 1) == "una visita");
    CHECK(core::trn("n", "one visit", "{n} visits", 0) == "{n} visitas");
    CHECK(core::trn("m", "one visit", "{n} visits", 1) == "one visit");
}

TEST_CASE("places are filled once, so that braces in a name stay a name") {
    CHECK(core::fill("{a} and {b}", {{"a", "{b}"}, {"b", "Jordan"}}) == "{b} and Jordan");
    CHECK(core::fill("{unknown} {a", {{"a", "x"}}) == "{unknown} {a");
    CHECK(core::fill("", {}).empty());
}

TEST_CASE("a saying is said in the language spoken when it is said, not when it was kept") {
    const auto kept = core::message("d", "{what} is full.", {{"what", "The disk"}});
    CHECK(kept.words() == "The disk is full.");
    Words words;
    words.said = {{"d/{what} is full.", "Lleno: {what}."}};
    const core::Speaking speaking(&words);
    CHECK(kept.words() == "Lleno: The disk.");
    CHECK(core::Message{}.words().empty());
    CHECK(core::Message{}.empty());
}

TEST_CASE("days and times follow the pattern of the language, with twelve or twenty-four hours") {
    const InUtc utc;
    CHECK(core::day_words(at(14, 5)) == "March 4");
    CHECK(core::full_day_words(at(14, 5)) == "March 4, 2026");
    CHECK(core::clock_words(at(14, 5)) == "14:05");
    CHECK(core::now_words(at(9, 30)) == "Wednesday, March 4, 9:30");
    CHECK(core::moment_words(at(14, 5)) == "March 4, 2026, 14:05");
    CHECK(core::moment_words(at(0, 5)) == "March 4, 2026, 0:05");
    Words words;
    words.said = {{"when.month/March", "marzo"},
                  {"when.day/{month} {day}", "{day} de {month}"},
                  {"when.full-day/{day}, {year}", "{day} de {year}"},
                  {"when.clock/{hour}:{minute}", "{hour12}.{minute} {half}"},
                  {"when.afternoon/PM", "p. m."}};
    const core::Speaking speaking(&words);
    CHECK(core::full_day_words(at(14, 5)) == "4 de marzo de 2026");
    CHECK(core::clock_words(at(14, 5)) == "2.05 p. m.");
}

TEST_CASE("a length of time is at least a minute and is rounded up") {
    using std::chrono::seconds;
    CHECK(core::length_words(seconds(0)) == "about a minute");
    CHECK(core::length_words(seconds(60)) == "about a minute");
    CHECK(core::length_words(seconds(61)) == "about 2 minutes");
    CHECK(core::minutes_left_words(seconds(359)) == "6 min");
}

TEST_CASE("a number has the decimal sign of the language and no more digits than it needs") {
    CHECK(core::decimal(4.25, 1) == "4.2"); // halves go to the even digit, as 4.25 is exact in binary
    CHECK(core::decimal(-0.96, 1) == "-1.0");
    CHECK(core::plain(4) == "4");
    CHECK(core::plain(3.5) == "3.5");
    Words words;
    words.said = {{"number.decimal-sign/.", ","}};
    const core::Speaking speaking(&words);
    CHECK(core::decimal(4.75, 1) == "4,8");
    CHECK(core::plain(3.5) == "3,5");
    CHECK(core::plain(12) == "12");
}

TEST_CASE("a sentence kept for later is said by the catalogue it is given, whatever its thread speaks") {
    Words given, of_thread;
    given.said = {{"a/Hello, {name}.", "Hola, {name}."}};
    of_thread.said = {{"a/Hello, {name}.", "Salut, {name}."}};
    const auto kept = core::message("a", "Hello, {name}.", {{"name", "Maya"}});
    const core::Speaking speaking(&of_thread);
    CHECK(kept.words_in(&given) == "Hola, Maya.");
    CHECK(kept.words_in(nullptr) == "Hello, Maya.");
    CHECK(kept.words() == "Salut, Maya.");
}

TEST_CASE("a name of a script from the right is held apart from the sentence around it, others are not touched") {
    CHECK(core::fill("{name}'s turn", {{"name", "שלום"}}) == "\u2068שלום\u2069's turn");
    CHECK(core::fill("{a} & {b}", {{"a", "مايا"}, {"b", "Jo"}}) == "\u2068مايا\u2069 & Jo");
    CHECK(core::fill("{name}", {{"name", "שלום"}}) == "שלום");
    CHECK(core::fill("{name} is", {{"name", "王小明 😀 é"}}) == "王小明 😀 é is");
    CHECK(core::fill("{name} is", {{"name", "\xD7"}}) == "\xD7 is");
}
