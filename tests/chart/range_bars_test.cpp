#include "pictures.hpp"
#include <doctest/doctest.h>

using namespace pictures;
using model::Partner;

namespace {

constexpr chart::Point at{632, 170};

Picture drawn(const chart::RangeBars& bars, const chart::Names& names, chart::Room in) {
    Picture picture;
    picture.drawn = chart::draw_range_bars(picture.canvas, bars, names, at, in, colors);
    return picture;
}

}

TEST_CASE("a whole and its facets stand in rows, A's bar above B's, each as long as its 95 % range") {
    const auto made = couple::after_a_first_visit();
    const auto view = model::overview_of(made.content, made.file, 0);
    REQUIRE(view.sides.size() == 1);
    const auto bars = chart::range_bars(view.sides[0]);
    const auto canvas = drawn(bars, short_names, {560, 400}).canvas;
    const auto discs = RecordedCanvas::points(canvas.discs), rings = RecordedCanvas::points(canvas.rings);
    REQUIRE(discs.size() == 5);
    REQUIRE(rings.size() == 5);
    const float unit = (discs[1].centre.x - discs[0].centre.x) /
                       static_cast<float>(*bars.rows[1].scores.a->value - *bars.rows[0].scores.a->value);
    std::vector<chart::Box> boxes;
    for (const auto& bar : canvas.bars)
        if (bar.color.a == 89) boxes.push_back(bar.box); // 35 %
    REQUIRE(boxes.size() == 10);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(discs[i].centre.y < rings[i].centre.y);
        const auto& band = *bars.rows[i].scores.a->band;
        CHECK(boxes[2 * i].width == doctest::Approx(static_cast<float>(band.high - band.low) * unit).epsilon(0.01));
    }
    CHECK(canvas.says("Maya 18 of 18"));
    for (const auto& words : canvas.words)
        if (words.text == "Alliance") CHECK(words.weight == chart::Weight::bold);
}

TEST_CASE("rows are targets of their own where they are high enough, and say both scores") {
    const auto made = couple::after_a_first_visit();
    const auto view = model::overview_of(made.content, made.file, 0);
    const auto bars = chart::range_bars(view.sides[0]);
    const auto high = drawn(bars, short_names, {560, 400}).drawn;
    REQUIRE(high.hits.size() == 5);
    CHECK(high.hits[1].scale->value == "turning");
    CHECK(high.hits[1].words.starts_with("Turning to each other. Maya: "));
    const RecordedCanvas ruler;
    const auto heights = chart::range_bars_heights(ruler, bars, short_names, {560, 0});
    CHECK(heights.least < heights.best);
    const auto low = drawn(bars, short_names, {560, heights.least}).drawn;
    CHECK(low.height == doctest::Approx(heights.least));
    REQUIRE(low.hits.size() == 1);
    CHECK(low.hits[0].scale->value == "alliance");
}

TEST_CASE("a score that was not made is words in its place, and no number") {
    auto made = couple::after_a_first_visit();
    for (const char* item : {"turn-afraid", "hurt-elsewhere", "turn-sad"})
        made.answers(0, Partner::a)[{{"same-side"}, {item}}] = model::Skipped{};
    const auto view = model::overview_of(made.content, made.file, 0);
    const auto canvas = drawn(chart::range_bars(view.sides[0]), short_names, {560, 300}).canvas;
    CHECK(RecordedCanvas::points(canvas.discs).size() == 4);
    CHECK(canvas.says("Not scored (3 of 6 answered)"));
    CHECK(canvas.says("Maya 15 of 18"));
}

TEST_CASE("what fits a person named is a profile of rows alike, one partner's alone") {
    const auto made = couple::after_a_first_visit();
    const auto view = model::overview_of(made.content, made.file, 0);
    REQUIRE(view.profiles.size() == 2);
    const auto canvas = drawn(chart::range_bars(view.profiles[1]), short_names, {400, 300}).canvas;
    CHECK(canvas.discs.empty());
    CHECK(RecordedCanvas::points(canvas.rings).size() == 4);
    CHECK(std::ranges::none_of(canvas.words, [](const auto& words) { return words.weight == chart::Weight::bold; }));
}

TEST_CASE("bars hold in both languages, with long names and in narrow rooms") {
    in_both_languages(couple::after_a_first_visit(), [](couple::ACouple made) {
        made.answers(0, Partner::a)[{{"same-side"}, {"turn-afraid"}}] = model::Skipped{};
        made.answers(0, Partner::b)[{{"same-side"}, {"turn-afraid"}}] = model::Skipped{};
        const auto view = model::overview_of(made.content, made.file, 0);
        for (const auto& names : {short_names, long_names})
            for (const float width : {280.0F, 420.0F, 560.0F, 864.0F})
                for (const float height : {100.0F, 500.0F}) {
                    CAPTURE(width);
                    check_picture(drawn(chart::range_bars(view.sides[0]), names, {width, height}), at, width);
                    for (const auto& profile : view.profiles)
                        check_picture(drawn(chart::range_bars(profile), names, {width, height}), at, width);
                }
    });
}
