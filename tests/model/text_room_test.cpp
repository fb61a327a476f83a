// A text that has no more room: nothing is cut in silence, and no letter in its middle.
#include "core/utf8.hpp"
#include "model/visit/text_edit.hpp"
#include <doctest/doctest.h>

using namespace model;

TEST_CASE("what has no room is left out between two letters, and the text knows it until there is room again") {
    auto edit = edit_of("abcdefghij", 16, Lines::one);
    CHECK_FALSE(edit.cut);
    CHECK(insert(edit, "ñññññ")); // as fast as it is pasted: two bytes a letter
    CHECK(edit.text == "abcdefghijñññ");
    CHECK(edit.cut);
    CHECK(little_room(edit) == 0);
    CHECK_FALSE(insert(edit, "x"));
    CHECK(edit.cut);
    erase_before(edit);
    CHECK_FALSE(edit.cut);
    CHECK(little_room(edit) == 2);
    CHECK(insert(edit, "é"));
    CHECK_FALSE(edit.cut);
    CHECK(little_room(edit) == 0);
}

TEST_CASE("one byte that is left is not filled with half a letter") {
    auto edit = edit_of("abc", 4, Lines::one);
    CHECK_FALSE(insert(edit, "é"));
    CHECK(edit.text == "abc");
    CHECK(edit.cut);
    CHECK(core::utf8::valid_until(edit.text) == edit.text.size());
    move_caret(edit, 0);
    erase_after(edit);
    CHECK_FALSE(edit.cut);
}

TEST_CASE("room is said near the end alone: the last tenth, the last hundred bytes at most") {
    CHECK_FALSE(little_room(edit_of(std::string(899, 'x'), 1000, Lines::many)));
    CHECK(little_room(edit_of(std::string(900, 'x'), 1000, Lines::many)) == 100);
    CHECK_FALSE(little_room(edit_of(std::string(19'899, 'x'), 20'000, Lines::many)));
    CHECK(little_room(edit_of(std::string(19'900, 'x'), 20'000, Lines::many)) == 100);
    CHECK_FALSE(little_room(edit_of("", 24, Lines::one)));
    CHECK_FALSE(little_room(TextEdit{}));
}

TEST_CASE("what was there before is whole, also where it is longer than what may be written now") {
    const std::string long_ago(500, 'x');
    auto edit = edit_of(long_ago, 400, Lines::one);
    CHECK(edit.text == long_ago);
    CHECK_FALSE(insert(edit, "y"));
    CHECK(edit.cut);
    CHECK(edit.text == long_ago);
}

TEST_CASE("a word of a name is as long as a button is wide, and no longer one that was there before grows") {
    auto edit = edit_of("", 32, Lines::one);
    edit.longest_word = 5;
    CHECK(insert(edit, "Maria"));
    CHECK_FALSE(insert(edit, "n"));
    CHECK(little_room(edit) == 0U); // which the page says
    CHECK(insert(edit, " de losss"));
    CHECK(edit.text == "Maria de losss");
    CHECK(insert(edit, " Ángeles"));
    CHECK(edit.text == "Maria de losss Ángel");
    CHECK(edit.cut);
    move_caret(edit, 5);
    CHECK_FALSE(insert(edit, "x"));
    CHECK(insert(edit, " "));
    auto kept = edit_of("Maximiliana", 32, Lines::one);
    kept.longest_word = 5;
    CHECK(kept.text == "Maximiliana");
    CHECK_FALSE(insert(kept, "a"));
    erase_before(kept);
    CHECK(insert(kept, " x"));
}
