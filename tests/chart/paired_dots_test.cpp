#include "pictures.hpp"
#include <doctest/doctest.h>

using namespace pictures;
using model::Partner;

namespace {

constexpr chart::Room room{560, 900};
constexpr chart::Point at{632, 480};

Picture drawn(const chart::PairedDots& dots, const chart::Names& names = short_names, chart::Room in = room) {
    Picture picture;
    picture.drawn = chart::draw_paired_dots(picture.canvas, dots, names, at, in, colors);
    return picture;
}

// Baselines of the rows' labels, from the top.
std::vector<std::string> labels_of(const RecordedCanvas& canvas, const model::Pairs& pairs) {
    std::vector<std::string> found;
    for (const auto& words : canvas.words)
        for (const auto& pair : pairs.pairs)
            if (words.text == pair.item->chart_label) found.push_back(words.text);
    return found;
}

struct Shown {
    couple::ACouple made = couple::after_a_first_visit();
    model::Overview view() const { return model::overview_of(made.content, made.file, 0); }
};

}

TEST_CASE("the widest gap stands first, and each row has its two points at their answers with the gap between them") {
    const Shown shown;
    const auto view = shown.view();
    const auto& pairs = view.both_ways.at(0)[0];
    const auto canvas = drawn({pairs}).canvas;
    const auto labels = labels_of(canvas, pairs);
    REQUIRE(labels.size() >= 12);
    CHECK(labels[0] == "Unavailability");
    const auto discs = RecordedCanvas::points(canvas.discs), rings = RecordedCanvas::points(canvas.rings);
    REQUIRE(discs.size() > 3);
    // 5 and 2 of 1 to 5, on the same line
    CHECK(discs[0].centre.y == rings[0].centre.y);
    const auto gap = std::ranges::find(canvas.lines, colors.edge, &RecordedCanvas::Line::color);
    REQUIRE(gap != canvas.lines.end());
    CHECK(gap->from.x == doctest::Approx(rings[0].centre.x));
    CHECK(gap->to.x == doctest::Approx(discs[0].centre.x));
    const float step = (discs[0].centre.x - rings[0].centre.x) / 3;
    for (std::size_t i = 1; i + 1 < std::min(discs.size(), rings.size()); ++i)
        CHECK(std::remainder(discs[i].centre.x - discs[0].centre.x, step) == doctest::Approx(0).epsilon(0.01));
}

TEST_CASE("a skipped answer shows one point, says who skipped, and stands last") {
    Shown shown;
    shown.made.wear(Partner::a, "lack-of-curiosity", 3, 3);
    const auto view = shown.view();
    const auto& pairs = view.both_ways.at(0)[0];
    const auto canvas = drawn({pairs}).canvas;
    CHECK(canvas.says("Jordan skipped"));
    CHECK(labels_of(canvas, pairs).back() == "Lack of curiosity");
    const auto line = std::ranges::find(canvas.words, "Lack of curiosity", &RecordedCanvas::Words::text)->at.y;
    const auto on_line = [&](const auto& shape) { return std::abs(shape.centre.y + 5.76F - line) < 1; };
    CHECK(std::ranges::count_if(canvas.discs, on_line) == 1);
    CHECK(std::ranges::count_if(canvas.rings, on_line) == 0);

    shown.made.answers(0, Partner::a)[{{"wear"}, {"lack-of-curiosity"}}] = model::Skipped{};
    const auto both = shown.view();
    CHECK(drawn({both.both_ways[0][0]}).canvas.says("Both skipped"));
    shown.made.answers(0, Partner::a).erase({{"wear"}, {"lack-of-curiosity"}});
    const auto apart = shown.view();
    CHECK(
        drawn({apart.both_ways[0][0]}, short_names, {900, 900}).canvas.says("Maya did not reach this; Jordan skipped"));
}

TEST_CASE("the same answer of both is a ring round a disc, and no gap is drawn") {
    Shown shown;
    for (const auto& item : shown.made.form("wear").items)
        for (const Partner partner : {Partner::a, Partner::b})
            if (!item.is_private) shown.made.wear(partner, item.id.value.c_str(), 3, 3);
    const auto view = shown.view();
    const auto canvas = drawn({view.both_ways[0][0]}).canvas;
    CHECK(std::ranges::count(canvas.rings, 9.0F, &RecordedCanvas::Shape::radius) == 15);
    CHECK(std::ranges::count(canvas.lines, colors.edge, &RecordedCanvas::Line::color) == 0);
}

TEST_CASE("rows high enough for a finger are a target each, else the whole picture is one") {
    const Shown shown;
    const auto view = shown.view();
    const auto& pairs = view.both_ways[0][0];
    const auto high = drawn({.pairs = pairs, .count = 6, .row = 48}).drawn;
    REQUIRE(high.hits.size() == 6);
    CHECK(high.hits[0].item->value == "unavailability");
    CHECK(high.hits[0].words == "Unavailability. Maya: Very often. Jordan: Rarely.");
    const auto low = drawn({.pairs = pairs, .count = 6}).drawn;
    REQUIRE(low.hits.size() == 1);
    CHECK_FALSE(low.hits[0].item.has_value());
}

TEST_CASE("as many rows are drawn as fit, and the rest can follow") {
    const Shown shown;
    const auto view = shown.view();
    const RecordedCanvas ruler;
    chart::PairedDots dots{.pairs = view.both_ways[0][0]};
    const chart::Room low{560, 220};
    dots.count = chart::rows_that_fit(ruler, dots, short_names, low);
    CHECK(dots.count > 3);
    CHECK(dots.count < 9);
    const auto head = drawn(dots, short_names, low);
    CHECK(head.drawn.height <= 220);
    dots.first = dots.count;
    const auto rest = drawn(dots, short_names, low);
    const auto first = labels_of(head.canvas, dots.pairs), next = labels_of(rest.canvas, dots.pairs);
    for (const auto& label : next)
        CHECK(std::ranges::find(first, label) == first.end());
}

TEST_CASE("nothing private stands among the pairs") {
    Shown shown;
    for (const Partner partner : {Partner::a, Partner::b})
        for (const char* item : {"verbal-abuse", "physical-abuse", "spiritual-abuse", "power-and-control"})
            shown.made.wear(partner, item, 5, 5);
    const auto view = shown.view();
    for (const auto& pairs : view.both_ways.at(0)) {
        CHECK(pairs.pairs.size() == 15);
        for (const auto& words : drawn({pairs}).canvas.words) {
            CHECK(words.text.find("abuse") == std::string::npos);
            CHECK(words.text.find("ontrol") == std::string::npos);
        }
    }
}

TEST_CASE("pairs hold in both languages, with long names and in narrow rooms") {
    in_both_languages(couple::after_a_first_visit(), [](couple::ACouple made) {
        made.answers(0, Partner::a).erase({{"wear"}, {"lying"}});
        made.answers(0, Partner::b)[{{"wear"}, {"blaming"}}] = model::PreferredNot{};
        made.answers(0, Partner::a)[{{"wear"}, {"blaming"}}] = model::Skipped{};
        const auto view = model::overview_of(made.content, made.file, 0);
        for (const auto& pairs : view.both_ways.at(0))
            for (const auto& names : {short_names, long_names})
                for (const float width : {320.0F, 420.0F, 560.0F, 864.0F})
                    for (const float row : {24.0F, 48.0F}) {
                        CAPTURE(width);
                        check_picture(drawn({.pairs = pairs, .row = row}, names, {width, 4000}), at, width);
                    }
    });
}
