#include "ui/screens.hpp"
#include "ui/screens/rows.hpp"
#include "ui/screens/stack.hpp"
#include <algorithm>

namespace ui {
namespace {

namespace action = model::action;

// Two circles that share a bubble, with rings that fade outwards.
void draw_picture(Page& page, Rect circles) {
    const float radius = circles.h / 2;
    const Point left{circles.x + radius, circles.y + radius}, right{circles.right() - radius, circles.y + radius};
    static constexpr float reach[] = {1.95f, 1.57f, 1.24f};
    static constexpr float strength[] = {0.35f, 0.6f, 0.9f};
    for (std::size_t i = 0; i < std::size(reach); ++i)
        for (const auto center : {left, right})
            page.ring(center, radius * reach[i], 2, mix(page.color.bg, page.color.line, strength[i]));
    page.two_circles(circles, true);
}

ButtonSpec read_button() {
    return {.id = "read",
            .name = tr("welcome.read", "Read about attachment while you wait"),
            .icon = Icon::book,
            .action = action::ReadTapped{}};
}

std::vector<ButtonSpec> controls(const Page& page) {
    const auto usual = page.state.usual_look.theme;
    const bool high = page.state.look.theme == model::Theme::high_contrast;
    const auto back_to = usual == model::Theme::high_contrast ? model::Theme::day : usual;
    return {{.id = "look",
             .name = tr("welcome.text-size", "Text size"),
             .icon = Icon::text_size,
             .action = action::LookTapped{}},
            {.id = "contrast",
             .name = tr("welcome.high-contrast", "High contrast"),
             .icon = Icon::contrast,
             .action = action::ThemeChosen{high ? back_to : model::Theme::high_contrast},
             .chosen = high,
             .role = Role::toggle},
            {.id = "staff",
             .name = tr("common.staff", "Staff"),
             .look = ButtonLook::quiet,
             .action = action::StaffTapped{}}};
}

// The two controls left, the staff's door at the far right where nobody looks for it first.
void draw_controls(Page& page, Rect row, std::span<const ButtonSpec> specs) {
    float x = row.x;
    for (const auto& spec : specs.first(2)) {
        const float width = std::max(page.fit_button(spec).w, page.portrait() ? 320.f : 256.f);
        page.button({x, row.y, width, row.h}, spec);
        x += width + 16;
    }
    const float width = std::max(page.fit_button(specs[2]).w, 96.f);
    page.button({row.right() - width, row.bottom() - std::max(64.f, page.fit_button(specs[2]).h), width,
                 std::max(64.f, page.fit_button(specs[2]).h)},
                specs[2]);
}

float controls_width(const Page& page, std::span<const ButtonSpec> specs) {
    float width = 0;
    for (const auto& spec : specs)
        width += page.fit_button(spec).w + 16;
    return width;
}

}

void draw_welcome(Page& page) {
    page.add({.id = "begin",
              .role = Role::background,
              .name = tr("welcome.tap", "Tap anywhere to begin."),
              .rect = {0, 0, page.width(), page.height()},
              .action = action::BeginTapped{}});
    const auto inner = page.inner();
    const bool tall = page.portrait();
    const auto specs = controls(page);
    const bool one_row = controls_width(page, specs) <= inner.w;
    const float row = std::max(tall ? 96.f : 80.f, page.fit_button(specs[0]).h);
    const float bottom = tall ? inner.bottom() : page.height() - 40;
    const float controls_top = bottom - (one_row ? row : rows_height(page, specs, inner.w, row));

    const std::vector<Line> lines{
        {.text = tr("welcome.welcome", "Welcome."), .style = Style::display, .gap = 0, .role = Role::heading},
        {.text = tr("welcome.tap", "Tap anywhere to begin."),
         .style = Style::large,
         .color = page.color.soft,
         .gap = 8}};
    const auto read = read_button();
    const float read_width = std::min(inner.w, page.fit_button(read).w);
    const float read_height = page.button_height(read, read_width);
    const float text_width = tall ? inner.w : 576;
    const float text_height = stack_height(page, lines, text_width);

    const float top = tall ? 240.f : std::min(204.f, controls_top - 32 - read_height - 32 - text_height);
    const float read_top = tall ? controls_top - 48 - read_height
                                : std::min(std::max(408.f, top + text_height + 32), controls_top - 24 - read_height);
    if (tall) {
        const float room = read_top - 96 - (top + text_height + 96);
        const float height = std::min(room * 0.7f, inner.w / 528 * 336);
        if (height > 200)
            draw_picture(page, {page.width() / 2 - height * 264 / 336, top + text_height + 96 + (room - height) / 2,
                                height * 528 / 336, height});
    } else if (!page.text_at_least(175) && inner.x + read_width + 24 <= page.width() - 616) {
        draw_picture(page, {page.width() - 616, 168, 528, 336});
    }
    page.practice_header(false);
    draw_stack(page, {inner.x, top, text_width, 0}, lines);
    page.button({inner.x, read_top, read_width, read_height}, read);
    if (one_row)
        draw_controls(page, {inner.x, controls_top, inner.w, row}, specs);
    else
        draw_rows(page, {inner.x, controls_top, inner.w, 0}, specs, row);
}

}
