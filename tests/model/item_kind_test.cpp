#include "model/form/pace.hpp"
#include <doctest/doctest.h>
#include <set>

using namespace model;

namespace {

std::string words_of_those(bool (*are)(ItemKind)) {
    std::string words;
    for (const auto kind : every_kind())
        if (are(kind)) words += (words.empty() ? "" : " ") + std::string(word_of(kind));
    return words;
}

}

TEST_CASE("every kind has a word of its own, in the order of the enum, and takes its time") {
    std::set<std::string_view> words;
    int place = 0;
    for (const auto kind : every_kind()) {
        CAPTURE(place);
        CHECK(static_cast<int>(kind) == place++);
        CHECK_FALSE(word_of(kind).empty());
        CHECK(words.insert(word_of(kind)).second);
        CHECK(time_for(Item{.kind = kind}) > std::chrono::seconds(0));
    }
    CHECK(every_kind().back() == ItemKind::signature); // the last of them: none was left out
    CHECK(word_of(ItemKind::zero_to_ten) == "zero_to_ten");
}

TEST_CASE("each question about a kind has one answer, which all that read, show and export it share") {
    CHECK(words_of_those(has_choices) == "choice choices two_way");
    CHECK(words_of_those(is_counted) == "number zero_to_ten");
    CHECK(words_of_those(has_one_value) == "choice number zero_to_ten");
    CHECK(words_of_those(has_values) == "choice choices number zero_to_ten");
    CHECK(words_of_those(is_text) == "short_text long_text");
    CHECK(words_of_those(is_given_or_not) == "consent signature");
    CHECK(words_of_those([](ItemKind kind) { return !takes_answer(kind); }) == "display");
    CHECK(words_of_those([](ItemKind kind) { return !can_prefer_not(kind); }) == "consent display signature");
    CHECK(words_of_those([](ItemKind kind) { return entered_by(kind) == EnteredBy::one_tap; }) == "choice zero_to_ten");
}

TEST_CASE("a value is a choice or a number, never both, and one that is chosen or typed is one of the two") {
    for (const auto kind : every_kind()) {
        CAPTURE(word_of(kind));
        CHECK_FALSE((has_choices(kind) && is_counted(kind)));
        if (has_values(kind)) CHECK((has_choices(kind) || is_counted(kind)));
        CHECK(takes_answer(kind) == (entered_by(kind) != EnteredBy::nothing));
    }
}
