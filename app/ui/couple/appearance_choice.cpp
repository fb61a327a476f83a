#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

namespace action = model::action;
using model::Theme;

std::vector<Page::Segment> sizes(const Page& page) {
    std::vector<Page::Segment> segments;
    for (const int percent : {100, 125, 150, 175, 200})
        segments.push_back({"size:" + std::to_string(percent), std::to_string(percent) + " %",
                            page.percent() == percent, action::TextSizeChosen{percent}});
    return segments;
}

std::vector<Page::Segment> themes(const Page& page) {
    const auto now = page.state.appearance.theme;
    return {
        {"theme:day", tr("look.day", "Day"), now == Theme::day, action::ThemeChosen{Theme::day}},
        {"theme:evening", tr("look.evening", "Evening"), now == Theme::evening, action::ThemeChosen{Theme::evening}},
        {"theme:high-contrast", tr("welcome.high-contrast", "High contrast"), now == Theme::high_contrast,
         action::ThemeChosen{Theme::high_contrast}}};
}

// A segmented control, or a list of answers where a label is wider than its segment.
struct Choices {
    std::vector<Page::Segment> segments;
    bool list = false;
    float height = 0;
};

Choices choices(const Page& page, std::vector<Page::Segment> segments, float width) {
    Choices made{.segments = std::move(segments)};
    const float each = width / static_cast<float>(made.segments.size());
    for (const auto& segment : made.segments)
        made.list = made.list || page.text_width(segment.name, Style::body, Weight::bold) + 40 > each;
    const float line = page.type(Style::body).line;
    made.height = std::max(page.portrait() ? 88.f : 72.f, line + 24);
    if (!made.list) return made;
    made.height = -8;
    for (const auto& segment : made.segments)
        made.height += page.answer_height(segment.name, width) + 8;
    return made;
}

void draw_choices(Page& page, Rect rect, const Choices& choices) {
    if (!choices.list) {
        page.segments(rect, choices.segments);
        return;
    }
    float y = rect.y;
    for (const auto& segment : choices.segments) {
        const float height = page.answer_height(segment.name, rect.w);
        page.answer({rect.x, y, rect.w, height}, segment.id, segment.name, segment.on, segment.action);
        y += height + 8;
    }
}

}

void draw_appearance_choice(Page& page) {
    page.practice_header(false);
    const auto inner = page.inner();
    const auto title = tr("look.title", "How this screen looks");
    const auto sample = tr("look.sample", "This is how the words will stand. Choose what is easy to read.");
    const std::string labels[] = {tr("look.size", "Text size"), tr("look.colours", "Colors")};
    const auto size = choices(page, sizes(page), inner.w);
    const auto theme = choices(page, themes(page), inner.w);
    const auto motion = tr("look.motion", "Reduced motion: nothing fades");
    const ButtonSpec done{
        .id = "done", .name = tr("common.done", "Done"), .look = ButtonLook::primary, .action = action::BackTapped{}};
    const auto done_size = page.fit_button(done);
    const float done_width = std::max(page.portrait() ? 320.f : 240.f, done_size.w);
    const float toggle_width = page.portrait() ? inner.w : inner.w - done_width - 24;
    const float toggle = page.toggle_height(motion, toggle_width);
    const float last = page.portrait() ? toggle + 48 + done_size.h : std::max(toggle, done_size.h);

    const float top = page.header_bottom();
    float label_heights = 0;
    for (const auto& label : labels)
        label_heights += page.text_height(label, inner.w, Style::body, Weight::bold) + 8;
    float free = inner.bottom() - top - page.text_height(title, inner.w, Style::title) - label_heights - size.height -
                 theme.height - last;
    // Where there is little room the words around the samples are sample enough, and then the labels go too.
    const float sample_height = page.text_height(sample, inner.w, Style::body) + 8;
    const bool shows_sample = free - sample_height >= 3 * 16;
    if (shows_sample) free -= sample_height;
    const bool shows_labels = free >= 3 * 8;
    if (!shows_labels) free += label_heights;
    const float gap = std::clamp(free / 3, 8.f, page.portrait() ? 64.f : 32.f);

    float y = top + page.text({inner.x, top, inner.w, 0}, title, {.style = Style::title}, Role::heading);
    if (shows_sample) y += 8 + page.text({inner.x, y + 8, inner.w, 0}, sample, {.color = page.color.soft});
    y += gap;
    const auto draw_label = [&](const std::string& label) {
        if (shows_labels) y += 8 + page.text({inner.x, y, inner.w, 0}, label, {.weight = Weight::bold}, Role::heading);
    };
    draw_label(labels[0]);
    draw_choices(page, {inner.x, y, inner.w, size.height}, size);
    y += size.height + gap;
    draw_label(labels[1]);
    draw_choices(page, {inner.x, y, inner.w, theme.height}, theme);
    const float bottom = inner.bottom();
    const float toggle_y = page.portrait() ? y + theme.height + gap : bottom - std::max(toggle, done_size.h);
    page.toggle({inner.x, toggle_y, toggle_width, toggle}, "motion", motion, page.state.appearance.reduced_motion,
                action::MotionToggled{});
    page.button({inner.right() - done_width, bottom - done_size.h, done_width, done_size.h}, done);
}

}
