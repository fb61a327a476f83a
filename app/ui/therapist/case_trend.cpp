// How a score went over the visits: the picture left and what it says right of it, or below.
#include "chart/trend_lines.hpp"
#include "ui/therapist/case_cards.hpp"
#include <algorithm>
#include <cmath>
#include <memory>

namespace ui {
namespace {

constexpr float padding = 24;
constexpr float least_picture = 300; // with its legend and dates, before it grows with the text
constexpr model::Partner both_partners[] = {model::Partner::a, model::Partner::b};

struct Shown {
    std::vector<model::Trend> trends;
    std::size_t at = 0;
    chart::Names names;
    const model::Trend& trend() const { return trends[at]; }
};

// What the picture says of one partner: how far, what that is more than, and between what.
void add_words(Page& page, Flow& flow, const Shown& shown, model::Partner partner) {
    const auto words = chart::trend_words(shown.trend(), partner);
    add_partner(page, flow, shown.names.of(partner), partner);
    if (!words.change.empty()) {
        flow.text(words.change, {.style = Style::large, .paper = page.color.surface}, 0);
        flow.stay_with_next();
    }
    const TextLook verdict{.style = Style::body,
                           .weight = Weight::bold,
                           .color = words.stands_out ? page.color.ink : page.color.soft,
                           .paper = page.color.surface};
    flow.text(words.verdict, verdict, 2);
    flow.stay_with_next();
    for (const auto& sentence : words.sentences)
        flow.text(sentence, {.style = Style::small, .color = page.color.soft, .paper = page.color.surface}, 2);
    flow.block(
        0, [](Rect) {}, 8);
}

Flow words_column(Page& page, const Shown& shown, float width) {
    Flow column(page, width);
    for (const auto partner : both_partners)
        add_words(page, column, shown, partner);
    return column;
}

// "1 of 4" between the ways to the other scores; nothing where there is only one.
struct Chooser {
    float width = 0, height = 0;
};
Chooser chooser_of(const Page& page, const Shown& shown) {
    if (shown.trends.size() < 2) return {};
    const float high = std::max(56.f, page.icon_size() + 24);
    return {2 * high + 8, high};
}
void draw_chooser(Page& page, const Shown& shown, Point right_top) {
    const auto size = chooser_of(page, shown);
    if (size.width == 0) return;
    const float x = right_top.x - size.width;
    const auto button = [&](float left, std::string id, std::string name, Icon icon, bool enabled, std::size_t to) {
        page.button({left, right_top.y, size.height, size.height}, {.id = std::move(id),
                                                                    .name = {},
                                                                    .icon = icon,
                                                                    .enabled = enabled,
                                                                    .action = model::action::TrendChosen{to}});
        page.tree.widgets.back().name = std::move(name);
    };
    button(x, "trend:before", tr("trend.before", "The score before"), Icon::back, shown.at > 0,
           shown.at > 0 ? shown.at - 1 : 0);
    button(x + size.height + 8, "trend:next", tr("trend.next", "The next score"), Icon::next,
           shown.at + 1 < shown.trends.size(), shown.at + 1);
}

// The title and the ways to the other scores.
float title_height(const Page& page, const Shown& shown, float width) {
    const auto chooser = chooser_of(page, shown);
    const float room = width - (chooser.width > 0 ? chooser.width + 16 : 0);
    return std::max(chooser.height, page.text_height(chart::trend_title(shown.trend(), shown.names), room,
                                                     Style::heading, Weight::bold));
}
void draw_title(Page& page, const Shown& shown, Rect at, Color paper) {
    const auto chooser = chooser_of(page, shown);
    draw_chooser(page, shown, {at.right(), at.y});
    const auto title = chart::trend_title(shown.trend(), shown.names);
    const float width = at.w - (chooser.width > 0 ? chooser.width + 16 : 0);
    const float high = page.text_height(title, width, Style::heading, Weight::bold);
    page.text({at.x, at.y + std::max(0.f, (chooser.height - high) / 2), width, 0}, title,
              {.style = Style::heading, .weight = Weight::bold, .paper = paper}, Role::heading);
}

struct ChartCard {
    bool with_title = true; // else it is called by its title where the points are explained
    float words_width = 0;  // beside the picture; 0: none

    void draw(Page& page, const Shown& shown, Rect at) const {
        page.card(at);
        auto inside = at.inset(padding, with_title ? padding - 8 : 10);
        const auto title = chart::trend_title(shown.trend(), shown.names);
        const float width = page.text_width(title, Style::heading, Weight::bold);
        const float beside = words_width > 0 ? words_width + 32 : 0;
        auto room = room_in(page, {0, 0, inside.w - beside, inside.h});
        if (with_title) {
            draw_title(page, shown, inside, page.color.surface);
            // The points are explained right of a short title that nothing else stands beside.
            const bool kept = shown.trends.size() < 2 && width <= inside.w - beside;
            const float top = kept ? 0 : title_height(page, shown, inside.w) + 8;
            inside = {inside.x, inside.y + top, inside.w, inside.h - top};
            room = room_in(page, {0, 0, inside.w - beside, inside.h});
            if (kept) room.kept_left = width * room.width / (inside.w - beside);
        }
        ChartCanvas canvas(page, {inside.x, inside.y}, page.color.surface);
        chart::draw_trend(canvas, shown.trend(), shown.names, {}, room, picture_colors(page),
                          with_title ? std::string() : title);
        if (words_width > 0)
            words_column(page, shown, words_width)
                .draw_page({inside.right() - words_width, inside.y, words_width, inside.h}, 0);
    }
};

}

void add_trend(Page& page, Flow& flow, const model::screen::Case& screen, float highest, float whole) {
    auto shown = std::make_shared<Shown>();
    shown->trends = model::trends_of(*page.state.content, screen.file);
    shown->names = names_of(screen.file);
    if (shown->trends.empty()) {
        flow.text(tr("trend.none", "No score was made at two visits yet. A trend begins with the second."),
                  {.style = Style::heading});
        return;
    }
    shown->at = std::min(screen.trend, shown->trends.size() - 1);
    const float title = title_height(page, *shown, flow.width() - 2 * padding);
    if (is_crowded(page)) { // the picture has a page of its own
        flow.block(
            highest, [&page, shown](Rect at) { ChartCard{.with_title = false}.draw(page, *shown, at); }, 16);
        flow.block(
            title, [&page, shown](Rect at) { draw_title(page, *shown, at, page.color.bg); }, 8);
        flow.stay_with_next();
        flow.append(words_column(page, *shown, flow.width()));
        return;
    }
    // The picture is wide enough for what the words leave, and squashed by words below it.
    const float words_high = whole - 36 - (shown->trends.size() > 1 ? title + 8 : 0);
    float words_width = 0;
    for (const float share : {0.29f, 0.34f, 0.4f}) {
        const float width = std::floor(flow.width() * share);
        const auto words = words_column(page, *shown, width);
        if (words_width == 0 && words.fits(words_high) && words.words_fit()) words_width = width;
    }
    const bool beside = !page.portrait() && words_width > 0;
    const auto below = words_column(page, *shown, flow.width());
    const float least = 2 * padding + title + least_picture * ChartCanvas(page, {}, page.color.surface).growth();
    const bool one_page = beside || below.height() + least + 20 < highest;
    const float height = beside ? whole : one_page ? std::min(highest - below.height() - 20, flow.width()) : highest;
    flow.block(
        height,
        [&page, shown, words = beside ? words_width : 0](Rect at) {
            ChartCard{.words_width = words}.draw(page, *shown, at);
        },
        20);
    if (!beside) flow.append(below);
}

}
