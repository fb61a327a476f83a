// Lines of scripts that the letters at hand have not, as they are set and kept from frame to frame.
#include "core/i18n.hpp"
#include "ui/kit/fonts.hpp"
#include "ui/kit/text_layout.hpp"
#include <doctest/doctest.h>
#include <imgui.h>

using namespace ui;

namespace {

constexpr float em = 24;
const std::string hebrew_words = "שלום עולם";

SetOrder order_of(const std::string& text, std::optional<float> width = {}) {
    return {.text = text, .faces = {{text.size(), em, Weight::regular}}, .width = width};
}

// The letters of one look, and a source that says how often it was asked, and is ready when the test says so.
struct LettersAtHand {
    ImFontAtlas atlas;
    std::optional<Fonts> fonts;
    struct Source final : SetSource {
        Setter setter;
        std::vector<SetOrder> asked;
        std::vector<Done> done;
        bool ready = true;
        unsigned age = 0;
        void begin_frame() override {}
        void end_frame() override {}
        void ask(const SetOrder& order) override {
            asked.push_back(order);
            done.push_back({order, setter.set(order), age});
        }
        std::vector<Done> take(Wait) override { return ready ? std::exchange(done, {}) : std::vector<Done>(); }
        void forget_drawings() override {
            setter.forget_drawings();
            ++age;
        }
    };
    Source* source = nullptr;
    std::optional<Scripts> scripts;

    LettersAtHand() {
        const auto files = find_fonts();
        REQUIRE(files);
        fonts = *Fonts::build(atlas, *files, 100, false, 1);
        auto made = std::make_unique<Source>();
        source = made.get();
        scripts.emplace(std::move(made), [](std::size_t number) { return std::uintptr_t{number + 1}; });
    }
    std::vector<TextLine> lines(const std::string& text, float width) {
        const FaceRun face{.end = text.size(),
                           .font = fonts->face(Style::heading, Weight::regular),
                           .color = {},
                           .em = fonts->em(Style::heading)};
        return wrap(text, {&face, 1}, width, 1000, &*scripts);
    }
};

}

TEST_CASE("each script is shown with letters of its own, in every size that screens have") {
    Setter setter;
    for (const std::string text : {"مرحبا بالعالم", "שלום עולם", "Ελληνικά", "Привет, мир", "नमस्ते दुनिया", "สวัสดีชาวโลก",
                                   "你好世界", "😀", "Łódź ✓ 2 ≠ 3"}) {
        CAPTURE(text);
        for (const float size : {16.0f, 24.0f, 96.0f}) {
            auto order = order_of(text);
            order.faces.front().em = size;
            const auto set = setter.set(order);
            CHECK(set.without_font == 0);
            REQUIRE(set.lines.size() == 1);
            CHECK(set.lines.front().width > size / 2);
            CHECK_FALSE(set.drawings.empty());
        }
    }
}

TEST_CASE("what Lato has is never given to the other fonts") {
    LettersAtHand faces;
    for (const std::string text : {"Saying yes to something together; “so” – 5 € ≥ 3 …", "Łódź, šest\nĳs, ŉ", "",
                                   "a\xE2\x80\x8D"
                                   "b",
                                   "broken \xFF\xC0\x80 \xE2\x82", "tab\t\x01\x7F"})
        CHECK_FALSE(faces.lines(text, 200).empty());
    CHECK(faces.source->asked.empty());
    CHECK(faces.lines("Łódź\nשלום\nLatin", 200).size() == 3);
    REQUIRE(faces.source->asked.size() == 1);
    CHECK(faces.source->asked.front().text == "שלום");
}

TEST_CASE("each letter is in exactly one line and no line is wider than its room, whatever the script") {
    LettersAtHand faces;
    std::string text = "One line, then ";
    for (int i = 0; i < 60; ++i)
        text += "مرحبا بالعالم 你好世界 สวัสดีชาวโลก " + hebrew_words + " 12 ";
    text += "\n\n" + hebrew_words + "\n";
    for (const float width : {60.0f, 333.0f, 900.0f}) {
        CAPTURE(width);
        std::size_t begin = 0;
        for (const TextLine& line : faces.lines(text, width)) {
            CHECK(line.begin == begin);
            CHECK(line.end <= line.next);
            CHECK(line.width <= width + 1);
            begin = line.next;
        }
        CHECK(begin == text.size());
    }
}

TEST_CASE("marks that would reorder a line are seen and reorder nothing") {
    Setter setter;
    const std::string text = "ab\u202Ecd\u202C " + hebrew_words;
    const auto set = setter.set(order_of(text));
    REQUIRE(set.lines.size() == 1);
    float before = -1;
    int seen = 0;
    for (const SetGlyph& glyph : set.lines.front().glyphs) {
        if (glyph.byte >= text.find(' ')) continue;
        CHECK(glyph.x > before);
        before = glyph.x;
        seen += glyph.drawing != 0;
    }
    CHECK(seen == 6);
    LettersAtHand faces;
    CHECK(faces.lines("ab\u202Ecd", 500).front().width > faces.lines("abcd", 500).front().width + 5);
}

TEST_CASE("a name from the right does not change the order of the sentence around it") {
    Setter setter;
    const std::string text = core::fill("{name} (12) and you", {{"name", hebrew_words}});
    const auto digits = text.find("(12)"), word = text.find("and");
    float of_digits = 0, of_word = 0, of_name = 0;
    const auto set = setter.set(order_of(text));
    CHECK_FALSE(set.lines.front().from_right);
    const auto latin = setter.set(order_of("To " + text));
    for (const SetGlyph& glyph : latin.lines.front().glyphs) {
        if (glyph.byte == digits + 3) of_digits = glyph.x;
        if (glyph.byte == word + 3) of_word = glyph.x;
        if (glyph.byte > 3 && glyph.byte < digits) of_name = std::max(of_name, glyph.x);
    }
    CHECK(of_name < of_digits);
    CHECK(of_digits < of_word);
}

TEST_CASE("any bytes are shown, and none of them ends a text") {
    Setter setter;
    const std::string text = hebrew_words + std::string(1, '\0') + "\xED\xA0\x80\xFF\xC0\x80 \x1B\r\u2029x\xE2\x82";
    const auto set = setter.set(order_of(text));
    REQUIRE(set.lines.size() == 1);
    CHECK(set.lines.front().next == text.size());
    std::size_t last = 0;
    for (const SetGlyph& glyph : set.lines.front().glyphs)
        last = std::max(last, glyph.byte);
    CHECK(last == text.size() - 2);
    CHECK(setter.set(order_of("")).lines.size() == 1);
}

TEST_CASE("while a script is not ready its letters are boxes, and a later frame has them") {
    LettersAtHand faces;
    faces.source->ready = false;
    faces.scripts->begin_frame();
    const std::string text = "Maya " + hebrew_words + " and more\nLatin";
    const auto boxes = faces.lines(text, 500);
    faces.scripts->end_frame();
    REQUIRE(boxes.size() == 2);
    CHECK_FALSE(boxes.front().set);
    CHECK(boxes.front().width > 0);
    faces.source->ready = true;
    faces.scripts->begin_frame();
    const auto letters = faces.lines(text, 500);
    faces.scripts->end_frame();
    REQUIRE(letters.size() == 2);
    CHECK(letters.front().set);
}

TEST_CASE("nothing of a text is kept once a frame is drawn without it") {
    LettersAtHand faces;
    const auto frame = [&](const std::string& text) {
        faces.scripts->begin_frame();
        (void)faces.lines(text, 500);
        faces.scripts->end_frame();
        return faces.source->asked.size();
    };
    CHECK(frame(hebrew_words) == 1);
    CHECK(frame(hebrew_words) == 1);
    CHECK(frame("Latin") == 1);
    CHECK(frame(hebrew_words) == 2);
}

TEST_CASE("many letters of many sizes never leave one without a drawing") {
    LettersAtHand faces;
    const auto letter = [](int number) {
        const int code = 0x4E00 + number;
        return std::string{static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                           static_cast<char>(0x80 | (code & 0x3F))};
    };
    int number = 0;
    for (int frame = 0; frame < 40; ++frame) {
        std::string text;
        for (int i = 0; i < 60; ++i)
            text += letter(number++);
        auto order = order_of(text);
        order.faces.front().em = 64;
        faces.scripts->begin_frame();
        const auto set = faces.scripts->set(order);
        REQUIRE(set);
        for (const SetGlyph& glyph : set->lines.front().glyphs)
            CHECK(faces.scripts->drawn(glyph.drawing) != nullptr);
        faces.scripts->end_frame();
    }
    CHECK(faces.scripts->sheets().size() < 10);
}
