// The picture of who presses and who steps back, and its words.
#include "chart/move_words.hpp"
#include "pictures.hpp"
#include <doctest/doctest.h>

using namespace pictures;
using model::Partner;

namespace {

constexpr chart::Point at{64, 170};
constexpr const char* press[] = {"keeps-asking", "gets-louder", "settle-now"};
constexpr const char* back[] = {"goes-quiet", "walks-away", "gets-busy"};

struct Told {
    int of_other = 3, of_self = 3;
};

struct ACycle {
    couple::ACouple made;
    ACycle() { made.visit("second-visit", couple::ACouple::day(2026, 1, 14)); }
    void tells(Partner teller, Told presses, Told steps_back) {
        auto& given = made.answers(0, teller);
        for (const char* item : press)
            given[{{"cycle"}, {item}}] = model::BothWays{presses.of_other, presses.of_self};
        for (const char* item : back)
            given[{{"cycle"}, {item}}] = model::BothWays{steps_back.of_other, steps_back.of_self};
    }
    model::Overview overview() const { return model::overview_of(made.content, made.file, 0); }
    std::vector<std::string> words() const { return chart::move_words(overview().moves.at(0), short_names); }
};

Picture drawn(const chart::RangeBars& bars, const chart::Names& names, chart::Room in) {
    Picture picture;
    picture.drawn = chart::draw_range_bars(picture.canvas, bars, names, at, in, colors);
    return picture;
}

}

TEST_CASE("each partner's move is a row, and a shape stands for who says it") {
    ACycle cycle;
    cycle.tells(Partner::a, {.of_other = 2, .of_self = 5}, {.of_other = 4, .of_self = 1});
    cycle.tells(Partner::b, {.of_other = 4, .of_self = 2}, {.of_other = 1, .of_self = 5});
    const auto bars = chart::range_bars(cycle.overview().moves.at(0), short_names);
    REQUIRE(bars.rows.size() == 4);
    CHECK(bars.rows[0].title == "Presses · Maya");
    CHECK(*bars.rows[0].scores.a->value == 5);
    CHECK(*bars.rows[0].scores.b->value == 4);
    CHECK(bars.rows[1].title == "Presses · Jordan");
    CHECK(*bars.rows[1].scores.a->value == 2);
    CHECK(*bars.rows[1].scores.b->value == 2);
    for (const auto& names : {short_names, long_names})
        for (const auto width : {560.0F, 760.0F, 1100.0F}) {
            const auto picture = drawn(chart::range_bars(cycle.overview().moves[0], names), names, {width, 300});
            check_picture(picture, at, width);
            CHECK(RecordedCanvas::points(picture.canvas.discs).size() >= 4);
            CHECK(picture.drawn.hits.size() == 4);
        }
    const auto canvas = drawn(bars, short_names, {760, 300}).canvas;
    CHECK(canvas.says("Maya says"));
    CHECK(canvas.says("Jordan says"));
}

TEST_CASE("what is held under each row opens another of the form's scales or partners") {
    ACycle cycle;
    cycle.tells(Partner::b, {}, {});
    std::set<std::string> scales;
    for (const auto& row : chart::range_bars(cycle.overview().moves.at(0), short_names).rows)
        scales.insert(row.scale.value);
    CHECK(scales == std::set<std::string>{"presses", "steps-back", "partner-presses", "partner-steps-back"});
}

TEST_CASE("words say who does it more, and whether both tell it so") {
    ACycle cycle;
    cycle.tells(Partner::a, {.of_other = 1, .of_self = 5}, {.of_other = 5, .of_self = 1});
    CHECK(cycle.words() == std::vector<std::string>{"Presses: Maya more than Jordan, as Maya tells it.",
                                                    "Steps back: Jordan more than Maya, as Maya tells it."});
    cycle.tells(Partner::b, {.of_other = 5, .of_self = 1}, {.of_other = 3, .of_self = 3});
    CHECK(cycle.words() ==
          std::vector<std::string>{"Presses: Maya more than Jordan, as both tell it.",
                                   "Steps back: Jordan more than Maya, as Maya tells it; Jordan tells no difference "
                                   "that stands out."});
    cycle.tells(Partner::b, {.of_other = 1, .of_self = 5}, {.of_other = 5, .of_self = 1});
    CHECK(cycle.words() == std::vector<std::string>{"Presses: each of the two tells it more of themselves.",
                                                    "Steps back: each of the two tells it more of the other."});
    cycle.tells(Partner::a, {}, {});
    cycle.tells(Partner::b, {}, {});
    CHECK(cycle.words().front() == "Presses: neither tells a difference between the two that stands out.");
    cycle.made.answers(0, Partner::a).clear();
    CHECK(cycle.words().front() == "Presses: Jordan tells no difference between the two that stands out.");
    cycle.made.answers(0, Partner::b).clear();
    CHECK(cycle.words().front() == "Presses: too few answers to tell who does it more.");
}
