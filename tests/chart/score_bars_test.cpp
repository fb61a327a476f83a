#include "recorded_canvas.hpp"
#include <doctest/doctest.h>

namespace {

RecordedCanvas drawn(const chart::ScoreBars& bars, float width = 860, chart::Point at = {100, 50}) {
    RecordedCanvas canvas;
    chart::draw_score_bars(canvas, bars, at, width, some_colors);
    return canvas;
}

}

TEST_CASE("partner A's disc stands above partner B's ring, each in its colour and at its value") {
    const auto module = a_scored_module();
    const auto low = chosen({1, 1, 1, 1}), high = chosen({7, 7, 7, 7}), middle = chosen({4, 4, 4, 4});
    const auto ends = drawn(chart::score_bars(module, "Maya", &low, "Jordan", &high));
    const auto discs = RecordedCanvas::points(ends.discs), rings = RecordedCanvas::points(ends.rings);
    REQUIRE(discs.size() == 1);
    REQUIRE(rings.size() == 1);
    CHECK(discs[0].centre.y < rings[0].centre.y);
    CHECK(discs[0].color == some_colors.a);
    CHECK(rings[0].color == some_colors.b);
    const auto half = drawn(chart::score_bars(module, "Maya", &middle, "Jordan", &middle));
    CHECK(RecordedCanvas::points(half.discs)[0].centre.x ==
          doctest::Approx((discs[0].centre.x + rings[0].centre.x) / 2));
}

TEST_CASE("the bar reaches from the low to the high end of the 95 % range and the numbers stand beside it") {
    const auto module = a_scored_module();
    const auto answers = chosen({3, 4, 5, 4});
    const auto wide = chosen({1, 1, 1, 1}), far = chosen({7, 7, 7, 7});
    const auto scale = drawn(chart::score_bars(module, "Maya", &wide, "Jordan", &far));
    const float at_1 = RecordedCanvas::points(scale.discs)[0].centre.x,
                at_7 = RecordedCanvas::points(scale.rings)[0].centre.x;
    const auto canvas = drawn(chart::score_bars(module, "Maya", &answers, "Jordan", nullptr));
    // mean 4; the floor of four items, 0.7, is more than their own error; 4 -/+ 1.3720
    const auto bar = std::ranges::find_if(canvas.bars, [](const auto& drawn) { return drawn.color.a < 255; });
    REQUIRE(bar != canvas.bars.end());
    CHECK(bar->box.x == doctest::Approx(at_1 + (2.6280F - 1) / 6 * (at_7 - at_1)).epsilon(0.001));
    CHECK(bar->box.width == doctest::Approx(2 * 1.3720F / 6 * (at_7 - at_1)).epsilon(0.001));
    CHECK(canvas.says("4.0"));
    CHECK(canvas.says("2.6 to 5.4"));
    CHECK(canvas.says("4 of 4"));
}

TEST_CASE("a score that was not made has no point, no bar and no number, and says how many were answered") {
    const auto module = a_scored_module();
    auto answers = chosen({4, 5, 0, 0});
    answers[{{"m"}, {"q3"}}] = model::Skipped{};
    const auto canvas = drawn(chart::score_bars(module, "Maya", &answers, "Jordan", nullptr));
    CHECK(RecordedCanvas::points(canvas.discs).empty());
    CHECK(canvas.says("Not scored (2 of 4 answered)"));
    CHECK(canvas.says("2 of 4"));
    CHECK_FALSE(canvas.says("4.5"));
    CHECK(std::ranges::none_of(canvas.bars, [](const auto& bar) { return bar.color.a < 255; }));
}

TEST_CASE("a score without a range is drawn without a bar and says so") {
    const auto module = a_scored_module(1);
    const auto answers = chosen({6, 0, 0, 0});
    auto bars = chart::score_bars(module, "Maya", &answers, "Jordan", nullptr);
    REQUIRE(bars.rows.at(0).a.has_value());
    REQUIRE(bars.rows[0].a->band.has_value()); // one answer has the floor's
    bars.rows[0].a->band.reset();
    const auto canvas = drawn(bars);
    CHECK(RecordedCanvas::points(canvas.discs).size() == 1);
    CHECK(canvas.bars.empty());
    CHECK(canvas.says("no range"));
}

TEST_CASE("a partner without a sealed part is not in the picture") {
    const auto module = a_scored_module();
    const auto answers = chosen({4, 4, 4, 4});
    const auto canvas = drawn(chart::score_bars(module, "Maya", nullptr, "Jordan", &answers));
    CHECK(canvas.discs.empty());
    CHECK_FALSE(canvas.says("Maya"));
    CHECK(canvas.says("Jordan"));
}

TEST_CASE("a private scale is left out, and what it holds changes nothing that is drawn") {
    auto module = a_scored_module();
    model::Scale hidden = module.scales[0];
    hidden.id = {"hidden"};
    hidden.title = "Hidden";
    hidden.is_private = true;
    module.scales.push_back(hidden);
    const auto answers = chosen({4, 4, 4, 4});
    const auto bars = chart::score_bars(module, "Maya", &answers, "Jordan", &answers);
    REQUIRE(bars.rows.size() == 1);
    CHECK(bars.rows[0].title == "The whole");
}

TEST_CASE("scales with different ranges have lines of their own, and a sum runs over the sum's range") {
    auto module = a_scored_module();
    model::Scale sum = module.scales[0];
    sum.id = {"sum"};
    sum.method = model::Method::sum;
    module.scales.push_back(sum);
    const auto answers = chosen({7, 7, 7, 7});
    const auto canvas = drawn(chart::score_bars(module, "Maya", &answers, "Jordan", nullptr));
    CHECK(canvas.says("7"));
    CHECK(canvas.says("28"));
    CHECK(canvas.says("28.0"));
    const auto points = RecordedCanvas::points(canvas.discs);
    REQUIRE(points.size() == 2);
    CHECK(points[0].centre.x == doctest::Approx(points[1].centre.x));
}

TEST_CASE("long names and titles stay within the width, and the height asked for is the height drawn") {
    auto module = a_scored_module();
    module.scales[0].title =
        "Turning to each other when afraid, hurt or sad, and Donaudampfschifffahrtsgesellschaftskapitän";
    module.scales.push_back(module.scales[0]);
    module.scales[1].facet_of = module.scales[0].id;
    const auto answers = chosen({1, 7, 4, 2});
    for (const float width : {560.0F, 640.0F, 860.0F, 1152.0F}) {
        CAPTURE(width);
        const auto bars =
            chart::score_bars(module, "Maximiliana-Josefina von der Heide", &answers,
                              "A name without any space that is far wider than Donaudampfschifffahrt", &answers);
        RecordedCanvas canvas;
        const float height = chart::draw_score_bars(canvas, bars, {100, 50}, width, some_colors);
        CHECK(height == doctest::Approx(chart::score_bars_height(canvas, bars, width)));
        CHECK(canvas.left >= 100);
        CHECK(canvas.right <= 100 + width + 0.01F);
        CHECK(canvas.bottom <= 50 + height);
    }
}

TEST_CASE("no two texts of a chart cover each other") {
    auto module = a_scored_module();
    for (int i = 0; i < 3; ++i) {
        module.scales.push_back(module.scales[0]);
        module.scales.back().title = "Standing together in front of others, always";
        module.scales.back().facet_of = module.scales[0].id;
    }
    const auto a = chosen({1, 7, 0, 2}), b = chosen({1, 0, 0, 2});
    for (const float width : {560.0F, 860.0F}) {
        const auto canvas =
            drawn(chart::score_bars(module, "Maximiliana-Josefina", &a, "Bartholomew-Emmanuel", &b), width);
        for (std::size_t i = 0; i < canvas.words.size(); ++i)
            for (std::size_t j = i + 1; j < canvas.words.size(); ++j) {
                const auto &one = canvas.words[i], &two = canvas.words[j];
                const bool apart =
                    one.right <= two.left || two.right <= one.left || std::abs(one.at.y - two.at.y) >= 16;
                CAPTURE(one.text);
                CAPTURE(two.text);
                CHECK(apart);
            }
    }
}

TEST_CASE("wrapping keeps every letter, breaks at spaces and never tears a letter apart") {
    const RecordedCanvas ruler;
    CHECK(chart::wrapped(ruler, "one two three", 64, 16, chart::Weight::regular) ==
          std::vector<std::string>{"one two", "three"});
    CHECK(chart::wrapped(ruler, "äöüäöü", 24, 16, chart::Weight::regular) == std::vector<std::string>{"äöü", "äöü"});
    CHECK(chart::wrapped(ruler, "a", 1, 16, chart::Weight::regular) == std::vector<std::string>{"a"});
    CHECK(chart::wrapped(ruler, "", 100, 16, chart::Weight::regular).empty());
    CHECK(chart::wrapped(ruler, "  two  spaces ", 400, 16, chart::Weight::regular) ==
          std::vector<std::string>{"two spaces"});
}
