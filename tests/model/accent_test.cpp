#include "model/visit/update_context.hpp"
#include <doctest/doctest.h>

namespace {

using model::action::KeyTyped;

std::string typed(std::initializer_list<const char*> keys) {
    auto edit = model::edit_of("", 100, core::Lines::one);
    model::Keyboard keyboard;
    for (const auto* key : keys)
        model::type_text(edit, keyboard, KeyTyped{key});
    return edit.text;
}

std::string secret(std::initializer_list<const char*> keys) {
    model::SecretEntry entry;
    for (const auto* key : keys)
        model::type_secret(entry, KeyTyped{key}, {});
    return std::string(entry.typed.view());
}

}

TEST_CASE("an accent and the letter after it become one, in words and in a passphrase, whatever the language") {
    CHECK(typed({"s", "´", "i"}) == "sí");
    CHECK(typed({"´", "s", "w", "i", "t"}) == "świt");
    CHECK(typed({"´", "A", "´", "e"}) == "Áé");
    CHECK(secret({"s", "´", "i"}) == "sí");
    CHECK(secret({"´", "U"}) == "Ú");
}

TEST_CASE("an accent before anything else stays what it is, and one that stands elsewhere is left alone") {
    CHECK(typed({"´", "b", "i"}) == "´bi");
    CHECK(typed({"´", "´", "a"}) == "´á");
    CHECK(typed({"´"}) == "´");
    CHECK(secret({"´", "1"}) == "´1");
    auto edit = model::edit_of("´x", 100, core::Lines::one);
    model::Keyboard keyboard;
    model::type_text(edit, keyboard, KeyTyped{"a"});
    CHECK(edit.text == "´xa");
}

TEST_CASE("a full text takes the accented letter where the accent already stood") {
    auto edit = model::edit_of("ab", 4, core::Lines::one);
    model::Keyboard keyboard;
    model::type_text(edit, keyboard, KeyTyped{"´"});
    model::type_text(edit, keyboard, KeyTyped{"o"});
    CHECK(edit.text == "abó");
}

TEST_CASE("the capital that begins a sentence waits for the letter that an accent waits for") {
    auto edit = model::edit_of("", 100, core::Lines::one);
    model::Keyboard keyboard{.shift = true};
    model::type_text(edit, keyboard, KeyTyped{"´"});
    CHECK(keyboard.shift);
    model::type_text(edit, keyboard, KeyTyped{"E"});
    CHECK_FALSE(keyboard.shift);
    CHECK(edit.text == "É");
}

TEST_CASE("a letter with a mark is chosen by the letter that bears it, and then the letters are there again") {
    auto edit = model::edit_of("", 100, core::Lines::one);
    model::Keyboard keyboard{.shift = true, .symbols = true};
    model::type_text(edit, keyboard, model::action::MarksTapped{});
    CHECK(keyboard == model::Keyboard{.marks_of = ""});
    model::type_text(edit, keyboard, model::action::MarksOfChosen{"x"});
    CHECK(keyboard.marks_of == "");
    model::type_text(edit, keyboard, model::action::MarksOfChosen{"e"});
    CHECK(keyboard.marks_of == "e");
    model::type_text(edit, keyboard, KeyTyped{"ę"});
    CHECK(edit.text == "ę");
    CHECK(keyboard == model::Keyboard{});
    model::type_text(edit, keyboard, model::action::MarksTapped{});
    model::type_text(edit, keyboard, model::action::SymbolsTapped{});
    CHECK(keyboard == model::Keyboard{});

    model::SecretEntry entry;
    model::type_secret(entry, model::action::MarksTapped{}, {}, {});
    model::type_secret(entry, model::action::MarksOfChosen{"L"}, {}, {});
    model::type_secret(entry, KeyTyped{"ł"}, {}, {});
    CHECK(entry.typed.view() == "ł");
    CHECK(entry.keyboard == model::Keyboard{});
}

TEST_CASE("a picture of several code points is stepped over and erased as one, letters and their marks one by one") {
    for (const std::string picture : {"👩‍👩‍👧", "👍🏽", "❤️", "🇵🇱"}) {
        CAPTURE(picture);
        auto edit = model::edit_of("a" + picture + "🇩🇪b", 100, core::Lines::one);
        model::step_left(edit);
        model::step_left(edit);
        CHECK(edit.caret == 1 + picture.size());
        model::step_left(edit);
        CHECK(edit.caret == 1);
        model::step_right(edit);
        CHECK(edit.caret == 1 + picture.size());
        model::erase_before(edit);
        CHECK(edit.text == "a🇩🇪b");
        model::erase_after(edit);
        CHECK(edit.text == "ab");
    }
    auto edit = model::edit_of("e\u0301", 100, core::Lines::one);
    model::erase_before(edit);
    CHECK(edit.text == "e");
    edit = model::edit_of("می‌خواهم", 100, core::Lines::one);
    CHECK(edit.text == "می‌خواهم");
}
