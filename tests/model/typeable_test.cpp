#include "model/visit/typeable.hpp"
#include <doctest/doctest.h>

using model::first_not_typeable;

TEST_CASE("a keyboard types its letters, capitals and signs, and what stands on every keyboard") {
    const auto keyboard = *model::source_keyboard();
    CHECK_FALSE(first_not_typeable(keyboard, "Paper boats, 12 of them. Isn't it?"));
    CHECK_FALSE(first_not_typeable(keyboard, "mañana à la (fête)"));
    CHECK_FALSE(first_not_typeable(keyboard, ""));
    CHECK(first_not_typeable(keyboard, "boats → river") == 7);
    CHECK(first_not_typeable(keyboard, "é\u0301") == 2);
    CHECK(first_not_typeable(keyboard, "tab\t") == 4);
    CHECK(first_not_typeable(keyboard, "broken \xff") == 8);
}

TEST_CASE("letters with marks are typed where the keyboard has the letter that bears them") {
    auto keyboard = *model::source_keyboard();
    CHECK_FALSE(first_not_typeable(keyboard, "Ńő łaſt"));
    CHECK(first_not_typeable(keyboard, "ǎ") == 1);
    keyboard.letters = keyboard.capitals = keyboard.signs;
    CHECK(first_not_typeable(keyboard, "ő") == 1);
}

TEST_CASE("an accent itself counts where the keyboard has a key for it") {
    auto keyboard = *model::source_keyboard();
    CHECK(first_not_typeable(keyboard, "´") == 1);
    keyboard.accent_key = true;
    CHECK_FALSE(first_not_typeable(keyboard, "´"));
}
