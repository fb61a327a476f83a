#include "kit_support.hpp"
#include "model/visit/marked_letters.hpp"
#include "model/visit/update_context.hpp"
#include "support/layout_check.hpp"
#include <algorithm>
#include <set>

using namespace ui;
using kit::action_of;
using kit::part;
using kit::written;

TEST_CASE("the caret has a stop at each letter of the lines that can be seen, and a tap goes to the nearest") {
    const std::string text = "I want us\nto be kind \xC3\xA9t\xC3\xA9";
    const Tree tree = part([&](Page& page) {
        page.writing_box({64, 160, 1152, 184}, written(text, text.size()), true, "text", "Your answer");
    });
    const Widget& box = *tree.find_id("text");
    CHECK(box.role == Role::writing);
    CHECK(box.carets.size() == box.caret_bytes.size());
    // One for each place between code points: 25 bytes, of which 2 are second halves.
    const std::set<std::size_t> bytes(box.caret_bytes.begin(), box.caret_bytes.end());
    CHECK(bytes.size() == text.size() - 2 + 1);
    CHECK(bytes.count(0) == 1);
    CHECK(bytes.count(text.size()) == 1);
    for (std::size_t stop = 0; stop < box.carets.size(); ++stop) {
        CAPTURE(stop);
        CHECK(box.rect.contains(box.carets[stop]));
        const auto meant = tap(box, {box.carets[stop].x + 1, box.carets[stop].y + 5});
        REQUIRE(meant);
        CHECK(meant->as<model::action::CaretPlaced>()->byte == box.caret_bytes[stop]);
    }
    const auto far_right = tap(box, {1200, box.carets.front().y + 5});
    CHECK(far_right->as<model::action::CaretPlaced>()->byte == 9);
    const auto below = tap(box, {1200, 340});
    CHECK(below->as<model::action::CaretPlaced>()->byte == text.size());
}

TEST_CASE("the line with the caret can always be seen") {
    std::string text;
    for (int line = 0; line < 40; ++line)
        text += "line " + std::to_string(line) + "\n";
    for (const std::size_t caret : {std::size_t{0}, text.size() / 2, text.size()}) {
        CAPTURE(caret);
        const model::TextEdit edit = written(text, caret);
        const Tree tree = part([&](Page& page) {
            page.writing_box({64, 160, 1152, 184}, edit, true, "text", "Your answer");
        });
        const Widget& box = *tree.find_id("text");
        CHECK(std::count(box.caret_bytes.begin(), box.caret_bytes.end(), caret) >= 1);
        for (const Rect& place : box.carets)
            CHECK(box.rect.contains(place));
    }
}

TEST_CASE("a box that is not in use says what a tap on it means") {
    const Tree tree = part([](Page& page) {
        page.writing_box({64, 160, 600, 72}, written("", 0), false, "search", "Search", "Search by name",
                         model::action::SearchTapped{});
    });
    CHECK(tree.find_id("search")->role == Role::field);
    action_of<model::action::SearchTapped>(tree, "search");
}

TEST_CASE("letters, capitals, signs and accents are typed on the keyboard") {
    const auto keys = [](model::Keyboard keyboard) {
        return part([=](Page& page) { page.keyboard(keyboard, "Done"); });
    };
    const auto types = [](const Tree& tree, const std::string& text) {
        CAPTURE(text);
        CHECK(action_of<model::action::KeyTyped>(tree, "key:" + text).text == text);
    };
    const Tree small = keys({});
    for (const char* text : {"q", "a", "z", "'", ",", "."})
        types(small, text);
    CHECK(action_of<model::action::KeyTyped>(small, "key:space").text == " ");
    action_of<model::action::BackspaceTyped>(small, "key:backspace");
    action_of<model::action::ShiftTapped>(small, "key:shift");
    action_of<model::action::SymbolsTapped>(small, "key:symbols");
    action_of<model::action::DoneTyping>(small, "key:done");
    CHECK(small.find_id("key:done")->name == "Done");
    types(keys({.shift = true}), "Q");
    const Tree signs = keys({.symbols = true});
    for (const char* text : {"1", "0", "?", "!", "-", "\"", "@"})
        types(signs, text);
    const Tree accents = keys({.shift = true, .symbols = true});
    for (const char* text : {"á", "é", "í", "ó", "ú", "ñ", "ü", "¿", "¡", "Ñ"})
        types(accents, text);
    CHECK(accents.find_id("key:q") == nullptr);
}

TEST_CASE("every letter of Latin Extended-A is typed with the keys, under the letter that it is made of") {
    const auto letter_of = [](unsigned code) {
        return std::string{static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
    };
    const auto base_of = [](const std::string& marked) -> std::string {
        for (char base = 'a'; base <= 'z'; ++base) {
            const auto found = model::letters_with_marks({&base, 1});
            for (const auto* row : {&found.small, &found.capital})
                if (std::ranges::find(*row, marked) != row->end()) return {base};
        }
        return {};
    };
    for (unsigned code = 0x100; code <= 0x17F; ++code) {
        const auto letter = letter_of(code);
        CAPTURE(letter);
        auto edit = model::edit_of("", 100, core::Lines::one);
        model::Keyboard keyboard;
        for (const std::string& id : std::vector<std::string>{"key:symbols", "key:shift", "key:marks",
                                                              "key:" + base_of(letter), "key:" + letter}) {
            const Tree tree = part([&](Page& page) { page.keyboard(keyboard, "Done"); });
            const auto* key = tree.find_id(id);
            REQUIRE(key != nullptr);
            REQUIRE(key->enabled);
            model::type_text(edit, keyboard, *key->action);
        }
        CHECK(edit.text == letter);
        CHECK(keyboard == model::Keyboard{});
    }
}

TEST_CASE("while it is asked which letter bears the mark, the others are off, and the way back is there") {
    const Tree tree = part([](Page& page) { page.keyboard({.marks_of = ""}, "Done"); });
    CHECK(tree.find_id("key:e")->enabled);
    CHECK_FALSE(tree.find_id("key:x")->enabled);
    CHECK(tree.find_id("key:symbols")->name == "abc");
    const Tree marked = part([](Page& page) { page.keyboard({.marks_of = "e"}, "Done"); });
    CHECK(marked.find_id("key:ę")->rect.y < marked.find_id("key:Ę")->rect.y);
    CHECK(marked.find_id("key:q") == nullptr);
    for (const Tree* each : {&tree, &marked})
        CHECK(support::joined(support::layout_complaints(*each)) == "");
}

TEST_CASE("lying, the keyboard has the geometry of the mockup") {
    const Tree tree = part([](Page& page) {
        CHECK(page.keyboard_top() == 440);
        page.keyboard({}, "Done");
    });
    const auto rect = [&](const char* id) { return tree.find_id(id)->rect; };
    CHECK(rect("key:q").x == 64);
    CHECK(rect("key:q").y == 456);
    CHECK(rect("key:q").w == doctest::Approx(108));
    CHECK(rect("key:p").right() == doctest::Approx(1216));
    CHECK(rect("key:shift").w == doctest::Approx(164));
    CHECK(rect("key:backspace").w == doctest::Approx(168));
    CHECK(rect("key:space").w == doctest::Approx(456));
    CHECK(rect("key:done").w == doctest::Approx(224));
    CHECK(rect("key:done").bottom() == 768);
}

TEST_CASE("a keyboard that is off takes no taps") {
    const Tree tree = part([](Page& page) { page.keyboard({}, "Unlock", false); });
    for (const Widget& widget : tree.widgets) {
        CHECK_FALSE(widget.enabled);
        CHECK(tree.at(widget.rect.center()) == nullptr);
        CHECK_FALSE(tap(widget, widget.rect.center()).has_value());
    }
}

TEST_CASE("a passphrase is never in the tree, shown or not") {
    for (const bool shown : {false, true}) {
        model::SecretEntry entry;
        entry.typed = core::SecretText("correct horse battery");
        entry.shown = shown;
        const Tree tree = part([&](Page& page) {
            page.secret_field({240, 224, 640, 72}, entry, "Passphrase", "Paused");
        });
        CHECK_FALSE(tree.says("correct"));
        CHECK(tree.find_name("Passphrase")->secret);
    }
    const Tree code = part([](Page& page) { page.code_dots({240, 224, 640, 72}, 2, 4); });
    CHECK(code.find_id("code")->name == "2 of 4 typed");
}

TEST_CASE("a text says when it is nearly full, and when no more fits, to the eye and to a screen reader") {
    const auto status_of = [](const Tree& tree) {
        std::string words;
        for (const auto& widget : tree.widgets)
            if (widget.role == Role::status) words += widget.name;
        return words;
    };
    for (const float high : {64.f, 184.f})
        for (const int percent : {100, 200}) {
            CAPTURE(high);
            CAPTURE(percent);
            const auto box = [&](const model::TextEdit& edit) {
                return part(
                    [&](Page& page) {
                        page.writing_box({64, 160, 600, std::max(high, page.type(Style::heading).line + 24)}, edit,
                                         true, "text", "Your answer");
                    },
                    support::lying, percent);
            };
            auto edit = model::edit_of(std::string(80, 'x'), 100, core::Lines::one);
            CHECK(status_of(box(edit)).empty());
            model::insert(edit, std::string(12, 'x'));
            CHECK(status_of(box(edit)).find('8') != std::string::npos);
            model::insert(edit, std::string(12, 'x'));
            const auto full = box(edit);
            CHECK(status_of(full).find("Full") != std::string::npos);
            CHECK(support::joined(support::layout_complaints(full)) == "");
        }
}
