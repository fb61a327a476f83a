#include "model/visit/update.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

namespace action = model::action;
using model::Speed;

// Side by side, or below each other where one name is wider than its share.
void add_segments(Page& page, Flow& flow, std::vector<Page::Segment> parts, float gap) {
    const float each = flow.width() / static_cast<float>(parts.size());
    const bool list = std::ranges::any_of(parts, [&](const Page::Segment& part) {
        return page.text_width(part.name, Style::body, Weight::bold) + 40 > each;
    });
    if (!list) {
        const float height = std::max(page.portrait() ? 88.f : 72.f, page.type(Style::body).line + 24);
        flow.block(
            height, [&page, parts](Rect at) { page.segments(at, parts); }, gap);
        return;
    }
    for (const auto& part : parts)
        flow.block(
            page.answer_height(part.name, flow.width()),
            [&page, part](Rect at) { page.answer(at, part.id, part.name, part.on, part.action); },
            &part == &parts.back() ? gap : 8);
}

void add_headset(Page& page, Flow& flow) {
    const auto& state = page.state;
    const auto alone = tr("voice.only-you", "Headset on. Only you can hear.");
    const auto open = tr("voice.all-hear", "Headset off. People near you can hear what is read. Private pages stay "
                                           "silent.");
    if (state.headset) {
        flow.icon_text(Icon::headset, *state.headset ? alone : open, {}, 16);
        return;
    }
    const auto said = state.speech.wears_headset;
    flow.heading(tr("voice.headphones", "Are you wearing headphones?"));
    add_segments(page, flow,
                 {{"headset:yes", tr("voice.yes", "Yes"), said == true, action::HeadsetSaid{true}},
                  {"headset:no", tr("voice.no", "No"), said == false, action::HeadsetSaid{false}}},
                 8);
    flow.text(said == true ? alone : open, {.color = page.color.soft}, 16);
}

void add_loudness(Page& page, Flow& flow) {
    std::vector<Page::Segment> parts;
    for (int volume = model::least_volume; volume <= model::most_volume; ++volume)
        parts.push_back({"volume:" + std::to_string(volume), std::to_string(volume), page.state.speech.volume == volume,
                         action::VolumeChosen{volume}});
    flow.heading(tr("voice.loudness", "How loud"));
    add_segments(page, flow, std::move(parts), 16);
}

void add_speed(Page& page, Flow& flow) {
    const auto part = [&](Speed speed, std::string id, std::string name) {
        return Page::Segment{std::move(id), std::move(name), page.state.speech.speed == speed,
                             action::SpeedChosen{speed}};
    };
    flow.heading(tr("voice.speed", "How fast"));
    add_segments(page, flow,
                 {part(Speed::slow, "speed:slow", tr("voice.slow", "Slow")),
                  part(Speed::usual, "speed:usual", tr("voice.usual", "Usual")),
                  part(Speed::fast, "speed:fast", tr("voice.fast", "Fast"))},
                 16);
}

}

void draw_speech_panel(Page& page) {
    const auto inner = page.inner();
    const auto& state = page.state;
    const auto title = tr("voice.title", "Reading aloud");
    const float width = page.corner(model::can_hide(state.screen)) - 24 - inner.x;
    const float middle = page.portrait() ? 88 : 56, title_height = page.text_height(title, width, Style::title);
    const float title_top = std::max(24.f, middle - title_height / 2);
    page.text({inner.x, title_top, width, 0}, title, {.style = Style::title}, Role::heading);
    const Page::FooterSpec footer{.right = ButtonSpec{.id = "close",
                                                      .name = tr("common.done", "Done"),
                                                      .look = ButtonLook::primary,
                                                      .action = action::SpeechClosed{}}};
    const float top = std::max(page.header_bottom(), title_top + title_height + 16);
    Flow flow(page, inner.w);
    if (!state.can_speak) {
        flow.text(tr("voice.none", "This screen cannot speak here. Please ask the front desk to read to you."),
                  {.style = Style::heading});
    } else {
        const auto name = tr("voice.read-aloud", "Read aloud");
        flow.block(
            page.toggle_height(name, flow.width()),
            [&page, name](Rect at) {
                page.toggle(at, "read-aloud", name, page.state.speech.on, action::SpeechToggled{});
            },
            16);
        if (state.speech.on) {
            flow.icon_text(Icon::tap, tr("voice.twice", "Tap once to hear, tap again to choose."), {}, 16);
            add_headset(page, flow);
            add_loudness(page, flow);
            add_speed(page, flow);
        }
    }
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, state.speech_page);
    page.footer(footer);
}

}
