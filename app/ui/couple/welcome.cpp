#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>
#include <cmath>

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
    const auto usual = page.state.usual_appearance.theme;
    const bool high = page.state.appearance.theme == model::Theme::high_contrast;
    const auto back_to = usual == model::Theme::high_contrast ? model::Theme::day : usual;
    return {{.id = "look",
             .name = tr("welcome.text-size", "Text size"),
             .icon = Icon::text_size,
             .action = action::LookOpened{}},
            {.id = "contrast",
             .name = tr("welcome.high-contrast", "High contrast"),
             .icon = Icon::contrast,
             .action = action::ThemeChosen{high ? back_to : model::Theme::high_contrast},
             .chosen = high,
             .role = Role::toggle},
            {.id = "read-aloud",
             .name = tr("voice.read-aloud", "Read aloud"),
             .icon = Icon::sound,
             .action = action::SpeechToggled{},
             .chosen = page.state.speech.on,
             .role = Role::toggle},
            {.id = "staff",
             .name = tr("common.staff", "Staff"),
             .look = ButtonLook::quiet,
             .action = action::StaffTapped{}}};
}

// Each language in its own words, for whoever cannot read the others.
std::vector<Page::Segment> languages(const Page& page) {
    std::vector<Page::Segment> segments;
    for (const auto& locale : page.state.locales) {
        segments.push_back({.id = "language:" + locale.name,
                            .name = locale.name,
                            .on = locale.language == page.state.appearance.language,
                            .action = action::LanguageChosen{locale.language},
                            .icon = segments.empty() ? Icon::globe : Icon::none});
    }
    return segments;
}

float languages_width(const Page& page, const std::vector<Page::Segment>& segments) {
    float widest = 0;
    for (const auto& segment : segments)
        widest = std::max(widest, page.text_width(segment.name, Style::body, Weight::bold) + page.icon_size() + 12);
    return std::ceil((widest + 48) / 8) * 8 * static_cast<float>(segments.size());
}

float controls_width(const Page& page, std::span<const ButtonSpec> specs) {
    const auto segments = languages(page);
    float width = segments.empty() ? 0 : languages_width(page, segments) + 16;
    for (const auto& spec : specs)
        width += page.fit_button(spec).w + 16;
    return width;
}

// Languages and the controls left, the staff's door at the far right where nobody looks for it first.
void draw_controls(Page& page, Rect row, std::span<const ButtonSpec> specs) {
    float x = row.x;
    if (const auto segments = languages(page); !segments.empty()) {
        const float width = languages_width(page, segments);
        page.segments({x, row.y, width, row.h}, segments, true);
        x += width + 16;
    }
    for (const auto& spec : specs.first(specs.size() - 1)) {
        const float wished = page.state.locales.empty() ? (page.portrait() ? 320.f : 256.f) : 224.f;
        const float width = controls_width(page, specs) + 3 * wished <= row.w
                                ? std::max(page.fit_button(spec).w, wished)
                                : page.fit_button(spec).w;
        page.button({x, row.y, width, row.h}, spec);
        x += width + 16;
    }
    const auto& staff = specs.back();
    const float width = std::max(page.fit_button(staff).w, 96.f);
    const float height = std::max(64.f, page.fit_button(staff).h);
    page.button({row.right() - width, row.bottom() - height, width, height}, staff);
}

}

void draw_welcome(Page& page, const model::screen::Welcome& screen) {
    // Nothing to press, so that a press only lights it.
    if (screen.dark) return page.box({0, 0, page.width(), page.height()}, {0, 0, 0}, 0);
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
    const auto segments = languages(page);
    const float above = one_row || segments.empty() ? 0 : row + 16; // the languages, on a row of their own
    const float controls_top = bottom - (one_row ? row : rows_height(page, specs, inner.w, row)) - above;

    const auto read = read_button();
    const float read_width = std::min(inner.w, page.fit_button(read).w);
    const float read_height = page.button_height(read, read_width);
    const bool pictured = !tall && !page.text_at_least(175) && inner.x + read_width + 24 <= page.width() - 616;
    Flow words(page, pictured ? 576 : inner.w);
    words.text(tr("welcome.welcome", "Welcome."), {.style = Style::display}, 8, Role::heading);
    words.text(tr("welcome.tap", "Tap anywhere to begin."), {.style = Style::large, .color = page.color.soft});
    const float text_height = words.height();

    const float top = tall ? 240.f : std::min(204.f, controls_top - 32 - read_height - 32 - text_height);
    const float read_top = tall ? controls_top - 48 - read_height
                                : std::min(std::max(408.f, top + text_height + 32), controls_top - 24 - read_height);
    if (tall) {
        const float room = read_top - 96 - (top + text_height + 96);
        const float height = std::min(room * 0.7f, inner.w / 528 * 336);
        if (height > 200)
            draw_picture(page, {page.width() / 2 - height * 264 / 336, top + text_height + 96 + (room - height) / 2,
                                height * 528 / 336, height});
    } else if (pictured) {
        draw_picture(page, {page.width() - 616, 168, 528, 336});
    }
    page.practice_header(false);
    words.draw({inner.x, top});
    page.button({inner.x, read_top, read_width, read_height}, read);
    if (one_row)
        draw_controls(page, {inner.x, controls_top, inner.w, row}, specs);
    else
        draw_rows(page, {inner.x, controls_top + above, inner.w, 0}, specs, row);
    if (above > 0)
        page.segments({inner.x, controls_top, std::min(inner.w, languages_width(page, segments)), row}, segments, true);
}

}
