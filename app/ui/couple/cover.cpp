#include "ui/kit/ground.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/flow.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

namespace action = model::action;

void draw_hill(Page& page, std::span<const Point> points, Color color, std::optional<Color> ridge) {
    draw_ground(page, {{0, 0}, page.width() / 1280, page.height() / 800},
                {.points = points, .right = 1280, .bottom = 800}, color, ridge);
}

constexpr float sun_x = 0.7f; // of the width
float sun_radius(const Page& page) {
    return page.portrait() ? 90 : 72;
}

void draw_hills(Page& page) {
    static constexpr Point far[] = {{0, 470},   {140, 420}, {280, 402},  {420, 418},  {540, 443},
                                    {680, 418}, {840, 390}, {1000, 408}, {1180, 443}, {1280, 430}};
    static constexpr Point middle[] = {{0, 560},   {120, 530}, {250, 521},  {420, 533},  {590, 555},
                                       {760, 530}, {950, 504}, {1110, 522}, {1240, 538}, {1280, 536}};
    static constexpr Point left[] = {{0, 640},   {110, 620}, {220, 615}, {340, 626},  {460, 655},
                                     {560, 700}, {640, 800}, {760, 980}, {1280, 1600}};
    static constexpr Point right[] = {{0, 1600},  {480, 1000}, {600, 800},  {700, 700},
                                      {830, 632}, {1000, 598}, {1140, 588}, {1280, 596}};
    const auto& color = page.color;
    if (page.state.appearance.theme == model::Theme::high_contrast) {
        page.ring({page.width() * 0.7f, page.height() * 0.35f}, 72, 2, color.line);
        for (const auto& hill : {std::span<const Point>(far), std::span<const Point>(middle),
                                 std::span<const Point>(right), std::span<const Point>(left)})
            draw_hill(page, hill, color.bg, color.line);
        return;
    }
    const auto grass = [&color](float share) { return mix(mix(color.bg, color.line, 0.5f), color.ok, share); };
    page.disc({page.width() * sun_x, page.height() * 0.35f}, sun_radius(page), mix(color.bg, color.b_mid, 0.28f));
    draw_hill(page, far, grass(0.04f), {});
    draw_hill(page, middle, grass(0.12f), {});
    draw_hill(page, right, grass(0.19f), {});
    draw_hill(page, left, grass(0.25f), {});
}

}

// Nothing here is taken from the screen behind, nor from who it belongs to: one cover for everyone.
void draw_cover(Page& page, const model::screen::Cover&) {
    draw_hills(page);
    const auto inner = page.inner();
    const float end = page.corner(false);
    // Lying, large letters would reach the sun.
    const float words_end = page.portrait() ? end : std::min(end, page.width() * sun_x - sun_radius(page));
    Flow words(page, words_end - 24 - inner.x);
    words.text(clock_words(page.view.now.wall), {.style = Style::display}, 8, Role::status);
    words.text(tr("cover.resting", "This screen is resting."),
               {.style = Style::large, .color = page.color.soft, .balanced = true});
    words.draw({inner.x, page.portrait() ? 96.f : 52.f});

    const ButtonSpec wish{
        .id = "wish", .name = tr("cover.wish", "I'd like to speak with someone alone"), .action = action::WishRaised{}};
    const ButtonSpec back{.id = "return", .name = tr("cover.return", "Return"), .action = action::ReturnTapped{}};
    const float bottom = page.portrait() ? inner.bottom() : page.height() - 48;
    const float back_width = std::max(160.f, page.fit_button(back).w);
    const float back_height = page.button_height(back, back_width);
    const float wish_width = std::min(inner.w, page.fit_button(wish).w);
    const float wish_height = page.button_height(wish, wish_width);
    const bool beside = wish_width + 24 + back_width <= inner.w;
    // Keys begin at the way back: a wish that nobody has must not come of the first Enter.
    page.button({inner.right() - back_width, bottom - back_height, back_width, back_height}, back);
    page.button({inner.x, bottom - wish_height - (beside ? 0 : back_height + 16), wish_width, wish_height}, wish);
}

}
