#include "core/letters.hpp"
#include "kit_support.hpp"
#include "ui/kit/text_layout.hpp"
#include <chrono>
#include <imgui.h>

using namespace ui;
using kit::part;
using kit::pixels_of;
using kit::written;
using support::lying;

TEST_CASE("named places are filled once, and braces within a name are left alone") {
    CHECK(fill("Thank you, {name}.", {{"name", "Maya"}}) == "Thank you, Maya.");
    CHECK(fill("{a} and {b}", {{"a", "{b}"}, {"b", "Jo"}}) == "{b} and Jo");
    CHECK(fill("{unknown} {", {{"name", "Maya"}}) == "{unknown} {");
}

TEST_CASE("text wraps at spaces and after hyphens, and within a word only when it must") {
    part([](Page& page) {
        const float maya = page.text_width("Maya and", Style::body);
        CHECK(page.text_height("Maya and Jordan", maya + 2, Style::body) == 2 * page.type(Style::body).line);
        CHECK(page.text_height("Maya and Jordan", 1000, Style::body) == page.type(Style::body).line);
        const float half = page.text_width("Maximiliana-", Style::title);
        CHECK(page.text_height("Maximiliana-Josefina", half + 2, Style::title) == 2 * page.type(Style::title).line);
        CHECK(page.text_height("Donaudampfschifffahrt", 100, Style::body) > page.type(Style::body).line);
        CHECK(page.text_height("one\ntwo\n\nfour", 1000, Style::body) == 4 * page.type(Style::body).line);
        CHECK(page.text_height("", 1000, Style::body) == 0);
    });
}

TEST_CASE("no line is wider than its room, and every letter is in exactly one line") {
    ImFontAtlas atlas;
    const auto files = find_fonts();
    REQUIRE(files);
    const auto fonts = Fonts::build(atlas, *files, 100, false, 1);
    REQUIRE(fonts);
    const std::string text =
        "Saying yes to something together,  then doing otherwise - without   talking first; Llanfairpwllgwyngyll.";
    const FaceRun face{text.size(), fonts->face(Style::body, Weight::regular), {}};
    for (float width = 40; width < 900; width += 37) {
        const auto lines = wrap(text, {&face, 1}, width, 1000);
        std::size_t begin = 0;
        for (const TextLine& line : lines) {
            CHECK(line.begin == begin);
            CHECK(line.end <= line.next);
            CHECK(line.width <= width + 1);
            CHECK(line.width == doctest::Approx(line_width(text, {&face, 1}, line.begin, line.end)).epsilon(0.001));
            begin = line.next;
        }
        CHECK(begin == text.size());
    }
}

TEST_CASE("the letters at hand are in the fonts, and others are not") {
    ImFontAtlas atlas;
    const auto files = find_fonts();
    REQUIRE(files);
    const auto fonts = Fonts::build(atlas, *files, 100, false, 1);
    REQUIRE(fonts);
    for (const Weight weight : {Weight::regular, Weight::bold}) {
        const ImFont* face = fonts->face(Style::body, weight);
        for (const core::LetterRange& range : core::letters_at_hand)
            for (unsigned letter = range.first; letter <= range.last; ++letter) {
                CAPTURE(letter);
                CHECK(face->FindGlyphNoFallback(static_cast<ImWchar>(letter)) != nullptr);
            }
        for (const unsigned letter : {0x3A9U, 0x416U, 0x2011U, 0x2713U})
            CHECK(face->FindGlyphNoFallback(static_cast<ImWchar>(letter)) == nullptr);
    }
}

TEST_CASE("a balanced statement keeps its number of lines and is narrower") {
    const std::string statement = "When something goes wrong, my partner is the first person I turn to in the evening.";
    Rect plain, balanced;
    const Tree tree = part([&](Page& page) {
        page.text({64, 120, 700, 0}, statement, {.style = Style::title});
        page.text({64, 400, 700, 0}, statement, {.style = Style::title, .balanced = true});
    });
    plain = tree.widgets[0].rect;
    balanced = tree.widgets[1].rect;
    CHECK(balanced.h == plain.h);
    CHECK(balanced.w < plain.w);
}

TEST_CASE("letters of other scripts and broken bytes are drawn, and never as nothing") {
    const std::string odd =
        "\xF0\x9F\x98\x80 \xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xE4\xBD\xA0\xE5\xA5\xBD \xFF\xC0\x80 \xE2\x82";
    const Tree tree = part([&](Page& page) { page.text({64, 120, 600, 0}, odd); });
    REQUIRE(tree.widgets.size() == 1);
    const Rect rect = tree.widgets[0].rect;
    CHECK(rect.w > 100);
    CHECK(pixels_of(colors(model::Theme::day).ink, rect) > 100);
    // Marks with no width of their own take none.
    part([](Page& page) {
        CHECK(page.text_width("a\xE2\x80\x8D\xEF\xB8\x8F", Style::body) == page.text_width("a", Style::body));
    });
}

TEST_CASE("a text of a megabyte is drawn quickly, because only what can be seen is laid out") {
    std::string text;
    while (text.size() < (1 << 20))
        text += "words and more words \xC3\xA9 ";
    support::offscreen(lying, 100);
    const auto begin = std::chrono::steady_clock::now();
    const Tree tree = part([&](Page& page) { page.text({64, 120, 600, 0}, text); });
    const auto took = std::chrono::steady_clock::now() - begin;
    CHECK(took < std::chrono::milliseconds(200));
    REQUIRE(tree.widgets.size() == 1);
    CHECK(tree.widgets[0].name.size() == text.size());
    CHECK(tree.widgets[0].rect.h < 800);
    const Tree box = part([&](Page& page) {
        page.writing_box({64, 120, 1152, 184}, written(text, text.size()), true, "text", "Your answer");
    });
    CHECK_FALSE(box.widgets[0].carets.empty());
}

TEST_CASE("the letters of one look are drawn, and missing files are named") {
    const auto files = find_fonts();
    REQUIRE(files);
    ImFontAtlas atlas;
    const auto fonts = Fonts::build(atlas, *files, 100, false, 1);
    REQUIRE(fonts);
    const auto missing = Fonts::build(atlas, {"/nowhere/regular.ttf", "/nowhere/bold.ttf"}, 100, false, 1);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == core::ErrorCode::not_found);
}
