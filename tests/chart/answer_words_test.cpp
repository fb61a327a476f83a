#include "chart/answer_words.hpp"
#include <doctest/doctest.h>

using chart::answer_words;

TEST_CASE("a date is written out, and what was not told is said to be so") {
    model::Item item;
    item.kind = model::ItemKind::date;
    CHECK(answer_words(item, model::Dated{std::chrono::year(1988) / 3 / 4}) == "March 4, 1988");
    CHECK(answer_words(item, model::PreferredNot{}) == "Preferred not to say");
}

TEST_CASE("a signature is said to be by hand, or by typing and whose") {
    model::Item item;
    item.kind = model::ItemKind::signature;
    CHECK(answer_words(item, model::Signed{{{{100, 100}, {900, 500}}}, ""}) == "Signed by hand");
    CHECK(answer_words(item, model::Signed{{}, "Maya"}) == "Signed by typing: Maya");
}
