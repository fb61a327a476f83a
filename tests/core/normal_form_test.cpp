#include "core/normal_form.hpp"
#include <doctest/doctest.h>

TEST_CASE("what looks the same is the same text in normal form") {
    CHECK(core::normal_form("cafe\u0301") == "café");
    CHECK(core::normal_form("café") == "café");
    CHECK(core::normal_form("") == "");
    CHECK(core::normal_form("plain words, 12.") == "plain words, 12.");
}

TEST_CASE("what is no text stays as it is") {
    CHECK(core::normal_form("\xff\xfe") == "\xff\xfe");
    const std::string zero("cafe\u0301\0more", 11);
    CHECK(core::normal_form(zero) == zero);
    CHECK(core::folded("\xff") == "\xff");
}

TEST_CASE("a secret in normal form is a secret still, and is kept whole where it would not fit") {
    REQUIRE(core::init_secrets());
    CHECK(core::normal_form(core::SecretText("man\u0303ana")).view() == "mañana");
    CHECK(core::normal_form(core::SecretText()).empty());
    // U+0958 is longer in normal form than by itself.
    core::SecretText full;
    while (full.append("\u0958"))
        ;
    CHECK(core::normal_form(full).view() == full.view());
}

TEST_CASE("names are compared without their capitals, and tidied without losing a letter") {
    CHECK(core::folded("JOSÉ") == core::folded("jose\u0301"));
    CHECK(core::folded("STRASSE") == core::folded("straße"));
    CHECK(core::folded("Ann") != core::folded("Anne"));
    CHECK(core::tidied("  Dr. \t Okafor ") == "Dr. Okafor");
    CHECK(core::tidied(" \t ") == "");
}
