// What dark paper may not cost: two bands that are one grey, pictures that glare, a sign of being sealed that is not
// seen.
#include "chart/pictures.hpp"
#include "couple_samples.hpp"
#include "kit_support.hpp"
#include "staff_samples.hpp"
#include "ui/kit/chart_canvas.hpp"
#include <algorithm>
#include <map>

namespace {

using model::Theme;
using ui::Color;

constexpr Theme dark_themes[] = {Theme::evening, Theme::high_contrast};

Color over(Color paper, chart::Color fill) {
    return ui::mix(paper, {fill.r, fill.g, fill.b, 255}, static_cast<float>(fill.a) / 255);
}

chart::PictureColors colors_in(Theme theme) {
    chart::PictureColors colors;
    kit::part([&](ui::Page& page) { colors = ui::picture_colors(page); }, support::lying, 100, theme);
    return colors;
}

RecordedCanvas trend_in(Theme theme) {
    const auto made = couple::after_five_visits();
    RecordedCanvas canvas;
    chart::draw_trend(canvas, model::trends_of(made.content, made.file).at(0), pictures::short_names, {88, 184},
                      {800, 520}, colors_in(theme));
    return canvas;
}

bool same_place(std::span<const chart::Point> one, std::span<const chart::Point> other) {
    return std::ranges::equal(one, other, [](const auto& a, const auto& b) { return a.x == b.x && a.y == b.y; });
}

// How often each colour stands in the rect of what was drawn last.
std::map<std::uint32_t, int> colors_within(ui::Rect rect) {
    const auto image = support::offscreen(support::lying, 100).image();
    std::map<std::uint32_t, int> found;
    for (int y = static_cast<int>(rect.y); y < static_cast<int>(rect.bottom()); ++y)
        for (int x = static_cast<int>(rect.x); x < static_cast<int>(rect.right()); ++x) {
            const auto* at = &image.rgba[4 * static_cast<std::size_t>(y * image.width + x)];
            ++found[static_cast<std::uint32_t>(at[0] << 16 | at[1] << 8 | at[2])];
        }
    return found;
}

Color color_of(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb)};
}

// Pixels that are told apart from the colour most of the rect has: 3:1, as WCAG 2.2 (1.4.11) asks of a sign.
int seen_within(ui::Rect rect) {
    const auto found = colors_within(rect);
    const auto most = std::ranges::max_element(found, {}, [](const auto& one) { return one.second; });
    int seen = 0;
    for (const auto& [rgb, count] : found)
        if (ui::contrast(color_of(rgb), color_of(most->first)) >= 3) seen += count;
    return seen;
}

ui::Tree hand_over(Theme theme, model::PartStatus a, model::PartStatus b, model::Partner sealed) {
    auto state = samples::state_of(samples::usual_couple);
    state.appearance = {.theme = theme, .reduced_motion = true};
    state.screen = model::screen::HandOver{samples::sitting_of(samples::usual_couple, a, b), sealed};
    return support::draw(state, support::lying);
}

}

TEST_CASE("on dark paper two ranges over each other stay dark, and both partners' lines are read upon them") {
    for (const auto theme : dark_themes) {
        const auto& paper = ui::colors(theme);
        const auto canvas = trend_in(theme);
        Color ground = paper.surface;
        for (const auto& line : {paper.a, paper.b}) {
            const auto band = std::ranges::find_if(canvas.bands, [&](const auto& drawn) {
                return drawn.color.r == line.r && drawn.color.g == line.g && drawn.color.b == line.b;
            });
            REQUIRE(band != canvas.bands.end());
            ground = over(ground, band->color);
        }
        INFO(static_cast<int>(theme), " ", ui::contrast(ground, paper.surface));
        CHECK_FALSE(ground == paper.surface);
        CHECK(ui::contrast(ground, paper.surface) < 1.5);
        CHECK(ui::contrast(paper.a, ground) >= 4.5);
        CHECK(ui::contrast(paper.b, ground) >= 4.5);
    }
}

TEST_CASE("on dark paper a range has a line along both its sides, on light paper its fill alone") {
    const auto edges = [](const RecordedCanvas& canvas) {
        std::ptrdiff_t count = 0;
        for (const auto& band : canvas.bands) {
            const std::span corners(band.corners);
            for (const auto side : {corners.first(corners.size() / 2), corners.last(corners.size() / 2)})
                count +=
                    std::ranges::count_if(canvas.curves, [&](const auto& curve) { return same_place(curve, side); });
        }
        return count;
    };
    CHECK(edges(trend_in(Theme::day)) == 0);
    for (const auto theme : dark_themes) {
        const auto canvas = trend_in(theme);
        CHECK(edges(canvas) == 2); // partner A's; partner B's are dashes
        CHECK(canvas.curves.size() > trend_in(Theme::day).curves.size() + 10);
    }
}

TEST_CASE("a picture of daylight is no lamp on dark paper, and is what it was on light paper") {
    const std::string name = "as white as paper";
    support::offscreen(support::lying, 100).add_picture(name, {2, 1, std::vector<std::uint8_t>(8, 255)});
    auto state = samples::state_of(samples::usual_couple);
    auto content = *state.content;
    content.articles.front().picture = name;
    state.content = std::make_shared<const model::Content>(std::move(content));
    state.screen = model::screen::Reading{.article = 0, .page = 0, .thanks = {}};
    for (const auto theme : support::themes) {
        state.appearance = {.theme = theme, .reduced_motion = true};
        const auto tree = support::draw(state, support::lying);
        const auto picture = std::ranges::find(tree.widgets, ui::Role::picture, &ui::Widget::role);
        REQUIRE(picture != tree.widgets.end());
        const auto middle = picture->rect.inset(40, 40);
        const auto found = colors_within(middle);
        REQUIRE(found.size() == 1);
        const auto shown = color_of(found.begin()->first);
        INFO(static_cast<int>(theme));
        if (theme == Theme::day) {
            CHECK(shown == Color{255, 255, 255});
        } else {
            // Still seen, and far from the words beside it.
            CHECK(ui::contrast(shown, ui::colors(theme).bg) > 1.5);
            CHECK(ui::contrast(ui::colors(theme).ink, shown) > 4.5);
        }
    }
}

TEST_CASE("the tick of a sealed part is seen within its circle in every theme") {
    using enum model::PartStatus;
    for (const auto theme : support::themes) {
        INFO(static_cast<int>(theme));
        hand_over(theme, sealed, not_started, model::Partner::a);
        CHECK(seen_within({724, 300, 72, 72}) > 150);
        hand_over(theme, not_started, sealed, model::Partner::b);
        CHECK(seen_within({1020, 300, 72, 72}) > 150);
        hand_over(theme, sealed, sealed, model::Partner::b);
        CHECK(seen_within({742, 300, 72, 72}) > 150);
        CHECK(seen_within({1002, 300, 72, 72}) > 150);
    }
}

TEST_CASE("a sealed part has its lock on the desk's board, and it is seen in every theme") {
    for (const auto theme : support::themes) {
        const auto tree = support::draw(asking::state_with(asking::desk(), {theme, 100}), support::lying);
        std::size_t locks = 0;
        for (const auto& widget : tree.widgets) {
            if (widget.role != ui::Role::status || widget.name != "Sealed") continue;
            INFO(static_cast<int>(theme), " at ", widget.rect.x, " ", widget.rect.y);
            // Left of the words, which begin where the label does.
            CHECK(seen_within({widget.rect.x + 14, widget.rect.y + 4, widget.label.x - widget.rect.x - 16,
                               widget.rect.h - 8}) > 40);
            ++locks;
        }
        CHECK(locks == 3);
    }
}
