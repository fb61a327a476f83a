#include "model/visit/update.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"
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

// One thing to choose, under its own words.
void add_choices(Page& page, Flow& flow, const std::string& label, std::vector<Page::Segment> segments) {
    const auto made = choices(page, std::move(segments), flow.width());
    flow.heading(label, Style::body, 8);
    flow.block(
        made.height, [&page, made](Rect at) { draw_choices(page, at, made); }, 16);
}

// Each language in its own words, for whoever cannot read the others.
std::vector<Page::Segment> languages(const Page& page) {
    std::vector<Page::Segment> segments;
    for (const auto& locale : page.state.locales)
        segments.push_back({"language:" + locale.name, locale.name, locale.language == page.state.appearance.language,
                            action::LanguageChosen{locale.language}});
    return segments;
}

}

// Over any of the couple's screens, which stays as it is below.
void draw_look(Page& page) {
    page.practice_header(model::can_hide(page.state.screen));
    const auto inner = page.inner();
    const Page::FooterSpec footer{.right = ButtonSpec{.id = "done",
                                                      .name = tr("common.done", "Done"),
                                                      .look = ButtonLook::primary,
                                                      .action = action::LookClosed{}}};
    const float top = page.header_bottom() + (page.portrait() ? 32.f : 0.f), bottom = content_bottom(page, footer);
    Flow flow(page, inner.w);
    flow.heading(tr("look.title", "How this screen looks"), Style::title, 4);
    flow.text(tr("look.sample", "This is how the words will stand. Choose what is easy to read."),
              {.color = page.color.soft}, 16);
    add_choices(page, flow, tr("look.size", "Text size"), sizes(page));
    add_choices(page, flow, tr("look.colours", "Colors"), themes(page));
    if (page.state.locales.size() > 1) add_choices(page, flow, tr("look.language", "Language"), languages(page));
    const ButtonSpec voice{.id = "voice",
                           .name = tr("voice.title", "Reading aloud"),
                           .look = ButtonLook::secondary,
                           .icon = Icon::sound,
                           .action = action::SpeechOpened{}};
    const Size size = page.fit_button(voice);
    const auto motion = tr("look.motion", "Reduced motion: nothing fades");
    // Beside each other where the words stand on one line: then all there is to choose is on one page.
    const float left = inner.w - size.w - 16, toggle = page.toggle_height(motion, left);
    const bool beside = left > 0 && page.text_width(motion, Style::body) + page.icon_size() + 80 <= left;
    const float row = beside ? std::max(size.h, toggle) : size.h;
    flow.block(
        row,
        [&page, voice, motion, size, left, row, beside](Rect at) {
            page.button({at.x, at.y, size.w, row}, voice);
            if (beside)
                page.toggle({at.right() - left, at.y, left, row}, "motion", motion,
                            page.state.appearance.reduced_motion, action::MotionToggled{});
        },
        16);
    if (!beside)
        flow.block(page.toggle_height(motion, inner.w), [&page, motion](Rect at) {
            page.toggle(at, "motion", motion, page.state.appearance.reduced_motion, action::MotionToggled{});
        });
    flow.draw({inner.x, top, inner.w, bottom - top}, page.state.look_page);
    page.footer(footer);
}

}
