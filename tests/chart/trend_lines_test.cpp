#include "pictures.hpp"
#include <doctest/doctest.h>

using namespace pictures;
using model::Partner;

namespace {

constexpr chart::Room room{800, 520};
constexpr chart::Point at{88, 184};

Picture drawn(const model::Trend& trend, const chart::Names& names = short_names, chart::Room in = room) {
    Picture picture;
    picture.drawn = chart::draw_trend(picture.canvas, trend, names, at, in, colors);
    return picture;
}

std::ptrdiff_t brackets(const RecordedCanvas& canvas) {
    return std::ranges::count_if(canvas.curves, [](const auto& curve) {
        return curve.size() == 4 && curve[0].x == curve[3].x && curve[1].x == curve[2].x && curve[0].x < curve[1].x;
    });
}

// The first time at 3.5 on average, the second at `second` for partner A; B has the same answers both times.
model::Trend two_visits(couple::ACouple& made, double second) {
    made.file.visits.clear();
    for (const double level : {3.5, second}) {
        made.visit("later-visit", couple::ACouple::day(2026, static_cast<unsigned>(made.file.visits.size()) + 1, 5));
        couple::answer_choices(made.form("check-in"), {{"alliance", level}}, made.answers(0, Partner::a));
        couple::answer_choices(made.form("check-in"), {{"alliance", 4}}, made.answers(0, Partner::b));
    }
    const auto trends = model::trends_of(made.content, made.file);
    REQUIRE(trends.size() == 1);
    return trends[0];
}

}

TEST_CASE("a bracket stands only where the change stands out, and reaches from the first value to the latest") {
    couple::ACouple made;
    const auto still = two_visits(made, 3.9);
    REQUIRE(still.lines.a.change.has_value());
    CHECK(std::abs(still.lines.a.change->index) < 1.96);
    CHECK(brackets(drawn(still).canvas) == 0);
    const auto moved = two_visits(made, 6.3);
    REQUIRE(moved.lines.a.change->index > 1.96);
    const auto canvas = drawn(moved).canvas;
    CHECK(brackets(canvas) == 1);
    const auto discs = RecordedCanvas::points(canvas.discs);
    REQUIRE(discs.size() == 2);
    const auto bracket = std::ranges::find_if(canvas.curves, [](const auto& curve) { return curve.size() == 4; });
    CHECK((*bracket)[0].y == doctest::Approx(discs[0].centre.y));
    CHECK((*bracket)[3].y == doctest::Approx(discs[1].centre.y));
}

TEST_CASE("points stand at their scores, A a little left of the visit and B a little right of it") {
    const auto made = couple::after_five_visits();
    const auto trend = model::trends_of(made.content, made.file).at(0);
    const auto canvas = drawn(trend).canvas;
    const auto discs = RecordedCanvas::points(canvas.discs), rings = RecordedCanvas::points(canvas.rings);
    REQUIRE(discs.size() == 5);
    REQUIRE(rings.size() == 5);
    const auto line_at = [&](const char* tick) {
        return std::ranges::find(canvas.words, tick, &RecordedCanvas::Words::text)->at.y - 5.76F;
    };
    const float unit = (line_at("1") - line_at("7")) / 6;
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(rings[i].centre.x - discs[i].centre.x == doctest::Approx(16));
        const auto value = static_cast<float>(trend.lines.a.points[i].value);
        CHECK(discs[i].centre.y == doctest::Approx(line_at("1") - (value - 1) * unit));
    }
    REQUIRE(canvas.bands.size() == 2);
    CHECK(canvas.bands[0].color.a == 41); // 16 %
    CHECK(canvas.bands[0].corners.size() == 10);
    CHECK(canvas.says("Jan 7"));
    CHECK(canvas.says("Mar 4"));
}

TEST_CASE("a range is broken where a visit has none") {
    auto made = couple::after_five_visits();
    auto trend = model::trends_of(made.content, made.file).at(0);
    trend.lines.a.points[2].band.reset();
    CHECK(drawn(trend).canvas.bands.size() == 3);
}

TEST_CASE("years are said where the visits lie in more than one") {
    couple::ACouple made;
    auto trend = two_visits(made, 5);
    CHECK_FALSE(drawn(trend).canvas.says("2026"));
    trend.visits[0].date -= std::chrono::days(200);
    const auto canvas = drawn(trend).canvas;
    CHECK(canvas.says("2025"));
    CHECK(canvas.says("2026"));
}

TEST_CASE(
    "a trend is said in words: how far, what that is more than, by which items, and from where on it would stand out") {
    couple::ACouple made;
    const auto moved = two_visits(made, 6.3);
    CHECK(chart::trend_title(moved, short_names) == "Alliance over 2 visits");
    const auto words = chart::trend_words(moved, Partner::a);
    CHECK(words.stands_out);
    CHECK(words.change.starts_with("+"));
    CHECK(words.verdict == "More than their answers differ from item to item; a bad day can do this too");
    CHECK(words.sentences.at(0).find("by the 6 items answered both times") != std::string::npos);
    const auto still = chart::trend_words(moved, Partner::b);
    CHECK_FALSE(still.stands_out);
    CHECK(still.change == "0.0");
    CHECK(still.verdict == "No more than their answers differ from item to item");
    auto once = moved;
    once.lines.b.points.pop_back();
    once.lines.b.change.reset();
    CHECK(chart::trend_words(once, Partner::b).verdict == "Scored once");
    once.lines.b.points.clear();
    CHECK(chart::trend_words(once, Partner::b).change.empty());
    auto down = moved;
    down.lines.a.change->second = down.lines.a.change->first - 1;
    CHECK(chart::trend_words(down, Partner::a).change == "−1.0");
}

TEST_CASE("a trend holds in both languages, with long names, many visits and little room") {
    in_both_languages(couple::after_five_visits(), [](couple::ACouple made) {
        for (unsigned month = 4; month <= 12; ++month) {
            made.visit("later-visit", couple::ACouple::day(2026 + static_cast<int>(month) / 8, month, 28));
            couple::answer_choices(made.form("check-in"), {{"alliance", 4}}, made.answers(0, Partner::a));
            couple::answer_choices(made.form("check-in"), {{"alliance", 7}}, made.answers(0, Partner::b));
        }
        for (const std::size_t latest : {0U, 6U, 11U}) {
            const auto trends = model::trends_of(made.content, made.file, latest);
            REQUIRE(trends.size() == 1);
            for (const auto& names : {short_names, long_names})
                for (const chart::Room in : {room, chart::Room{320, 160}, chart::Room{560, 300}}) {
                    CAPTURE(in.width);
                    check_picture(drawn(trends[0], names, in), at, in.width);
                }
        }
    });
}

TEST_CASE("a sparkline shows each partner's course and their latest point, beside each other") {
    const auto made = couple::after_five_visits();
    const auto glance = model::glance_of(made.content, made.file);
    RecordedCanvas canvas;
    const chart::Box box{900, 260, 220, 64};
    chart::draw_sparkline(canvas, glance, box, some_colors);
    REQUIRE(canvas.discs.size() == 1);
    REQUIRE(canvas.rings.size() == 1);
    CHECK(canvas.rings[0].centre.x - canvas.discs[0].centre.x == doctest::Approx(16));
    CHECK(canvas.left >= box.x);
    CHECK(canvas.right <= box.x + box.width);
    CHECK(canvas.bottom <= box.y + box.height);
}
