#include "ui/draw.hpp"
#include <cmath>
#include <doctest/doctest.h>

using namespace ui;

namespace {

double rounded(double ratio) {
    return std::round(ratio * 10) / 10;
}

}

TEST_CASE("type sizes follow the table: all but title and display grow fully, those by half") {
    CHECK(type_size(Style::display, 100, false).px == 64);
    CHECK(type_size(Style::display, 200, false).px == 96);
    CHECK(type_size(Style::title, 100, false).px == 40);
    CHECK(type_size(Style::title, 100, false).line == 48);
    CHECK(type_size(Style::title, 200, false).px == 60);
    CHECK(type_size(Style::title, 200, false).line == 72);
    CHECK(type_size(Style::large, 150, false).px == 48);
    CHECK(type_size(Style::heading, 200, false).line == 64);
    CHECK(type_size(Style::body, 125, false).px == 25);
    CHECK(type_size(Style::body, 200, false).line == 56);
    CHECK(type_size(Style::small, 175, false).px == 28);
    CHECK(type_size(Style::body, 100, true).px == 25);
    CHECK(type_size(Style::title, 100, true).px == 60);
    CHECK(type_size(Style::heading, 200, true).px == 60);
}

TEST_CASE("the measured contrasts of the colour table hold in all three themes") {
    struct Row {
        Color Colors::*ink;
        Color Colors::*paper;
        double day, evening, high;
    };
    // The table of the visual language, section 3.
    const Row rows[] = {
        {&Colors::ink, &Colors::bg, 13.1, 13.2, 21.0},
        {&Colors::ink, &Colors::surface, 14.5, 11.4, 21.0},
        {&Colors::ink, &Colors::sunk, 11.4, 14.5, 17.4},
        {&Colors::soft, &Colors::bg, 6.3, 8.0, 17.1},
        {&Colors::soft, &Colors::surface, 6.9, 6.9, 17.1},
        {&Colors::soft, &Colors::sunk, 5.4, 8.8, 14.2},
        {&Colors::action, &Colors::bg, 9.4, 11.9, 16.1},
        {&Colors::action, &Colors::surface, 10.4, 10.3, 16.1},
        {&Colors::action, &Colors::action_soft, 8.3, 7.4, 11.6},
        {&Colors::on_action, &Colors::action, 10.4, 11.4, 16.1},
        {&Colors::on_action, &Colors::press, 14.2, 8.2, 18.7},
        {&Colors::on_chosen, &Colors::chosen, 11.6, 8.2, 16.1},
        {&Colors::a, &Colors::bg, 5.8, 8.4, 11.8},
        {&Colors::a, &Colors::surface, 6.4, 7.3, 11.8},
        {&Colors::b, &Colors::bg, 5.1, 8.0, 11.4},
        {&Colors::b, &Colors::surface, 5.7, 7.0, 11.4},
        {&Colors::ink, &Colors::a_soft, 11.5, 8.7, 13.7},
        {&Colors::ink, &Colors::b_soft, 12.3, 9.0, 12.5},
        {&Colors::alert, &Colors::alert_soft, 6.1, 6.0, 9.7},
        {&Colors::ok, &Colors::ok_soft, 5.4, 6.2, 9.4},
        {&Colors::edge, &Colors::bg, 3.7, 4.9, 21.0},
        {&Colors::action, &Colors::line, 6.7, 7.1, 4.1},
    };
    for (const Row& row : rows) {
        const auto ratio = [&](model::Theme theme) {
            return contrast(colors(theme).*row.ink, colors(theme).*row.paper);
        };
        CAPTURE(&row - rows);
        CHECK(std::abs(rounded(ratio(model::Theme::day)) - row.day) < 0.11);
        CHECK(std::abs(rounded(ratio(model::Theme::evening)) - row.evening) < 0.11);
        CHECK(std::abs(rounded(ratio(model::Theme::high_contrast)) - row.high) < 0.11);
    }
    for (const Color map : {colors(model::Theme::day).map_secure, colors(model::Theme::day).map_fearful}) {
        CHECK(contrast(colors(model::Theme::day).soft, map) > 5.6);
    }
}

TEST_CASE("a panel is fitted by its reference size, and what is wider or taller gives more room") {
    CHECK(fit(1280, 800).scale == doctest::Approx(1));
    const Fit wide = fit(1920, 1080);
    CHECK(wide.scale == doctest::Approx(1.35));
    CHECK(wide.size.h == doctest::Approx(800));
    CHECK(wide.size.w == doctest::Approx(1422.2).epsilon(0.001));
    const Fit tall = fit(1080, 1920);
    CHECK(tall.portrait);
    CHECK(tall.size.w == doctest::Approx(1080));
    CHECK(tall.size.h == doctest::Approx(1920));
}
