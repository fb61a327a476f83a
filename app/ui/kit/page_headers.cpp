// What stands above a screen: Help and Hide screen, and what is left of them.
#include "model/visit/waiting.hpp"
#include "ui/kit/page.hpp"
#include <algorithm>
#include <cmath>
#include <ranges>

namespace ui {
namespace {

ButtonSpec hide_button() {
    return {.id = "hide",
            .name = tr("kit.hide", "Hide screen"),
            .look = ButtonLook::quiet_with_line,
            .icon = Icon::hide,
            .action = model::action::HideTapped{}};
}

// What a header needs left of its buttons, so that a question's trail and count, or a title, still stand there.
constexpr float room_beside_language = 340;
// Whoever listens needs the voice at hand more than the trail.
constexpr float room_beside_voice = 200;

}

void Page::icon_button(Rect rect, const ButtonSpec& spec) {
    const bool held = pressed(spec.id);
    const Color paper = held ? color.sunk : spec.chosen ? color.action_soft : color.surface;
    box(rect, paper, 16);
    outline(rect,
            spec.chosen                                                     ? color.action
            : state.appearance.theme == model::Theme::high_contrast || held ? color.edge
                                                                            : color.line,
            spec.chosen ? chosen_line() : control_line(), 16);
    const float side = std::min(icon_size(), rect.h - 16);
    icon({rect.center().x - side / 2, rect.center().y - side / 2, side, side}, spec.icon, color.action);
    Widget widget;
    widget.id = spec.id;
    widget.role = Role::button;
    widget.name = spec.name;
    widget.rect = rect;
    widget.chosen = spec.chosen;
    widget.action = spec.action;
    widget.ink = color.action;
    widget.paper = paper;
    add(std::move(widget));
}

std::optional<ButtonSpec> Page::other_language() const {
    const auto& locales = state.locales;
    if (locales.size() < 2) return std::nullopt;
    const auto now = std::ranges::find(locales, state.appearance.language, &model::Locale::language);
    // The one after it, and the first after the last: each of them is some taps away.
    const auto& other = now == locales.end() || std::next(now) == locales.end() ? locales.front() : *std::next(now);
    return ButtonSpec{.id = "language",
                      .name = other.name,
                      .look = ButtonLook::quiet_with_line,
                      .icon = Icon::globe,
                      .action = model::action::LanguageChosen{other.language}};
}

ButtonSpec Page::help_lines() const {
    return {
        .id = "help", .name = tr("kit.help", "Help lines"), .icon = Icon::phone, .action = model::action::HelpOpened{}};
}

ButtonSpec Page::reading_aloud() const {
    return {.id = "voice",
            .name = tr("voice.title", "Reading aloud"),
            .icon = model::reads_page(state) ? Icon::sound : Icon::sound_off,
            .action = model::action::SpeechOpened{},
            .chosen = model::reads_page(state)};
}

bool Page::silent() const {
    return state.speech.on && state.can_speak && !model::reads_page(state);
}

std::string Page::silent_words() {
    return tr("voice.silent", "Headset off. This page is private, so it stays silent.");
}

float Page::silent_note(float y) {
    if (!silent()) return 0;
    const auto words = silent_words();
    const float side = icon_size(), beside = side + 12, wide = inner().w - beside;
    const float high = text_height(words, wide, Style::body, Weight::bold), line = type(Style::body).line;
    icon({margin(), y + (line - side) / 2, side, side}, Icon::headset, color.ink);
    text({margin() + beside, y, wide, high}, words, {.weight = Weight::bold}, Role::status);
    return high + 16;
}

float Page::corner(bool hide, const std::optional<ButtonSpec>& other, std::optional<float> top,
                   std::optional<float> kept) {
    std::optional<ButtonSpec> right = other;
    if (hide) right = hide_button();
    float x = width() - margin();
    const float side = fit_button(hide_button()).h;
    const float middle = top ? *top + side / 2 : portrait() ? 88 : 56;
    // Placed from the right, and drawn as they are read.
    std::vector<std::pair<Rect, ButtonSpec>> icons;
    Rect right_at;
    if (right) {
        // Beside Help and the margin at least this much stays for the rest of the header.
        const float widest = width() - 2 * margin() - side - 16;
        const Size size = fit_button(*right);
        const float wide = std::min(size.w, widest);
        x -= wide;
        const float high = std::max(size.h, button_height(*right, wide));
        right_at = {x, std::max(top.value_or(24.0f), middle - high / 2), wide, high};
        x -= 16;
    }
    if (!state.help_open) { // which has the language in its own way
        const auto place = [&](ButtonSpec spec) {
            x -= side;
            icons.push_back({{x, middle - side / 2, side, side}, std::move(spec)});
            x -= 16;
        };
        place(help_lines());
        // Welcome and the sheet offer the languages themselves.
        if (!std::holds_alternative<model::screen::Welcome>(state.screen) && !state.look_open) {
            const bool couples = model::may_change_look(state.screen);
            const auto language = other_language();
            const bool voice = state.speech.on && !state.speech_open && x - side - margin() >= grow(room_beside_voice);
            const float left = x - (voice ? 16 + side : 0);
            // Where it would crowd the header of a staff page, the Help page has it.
            const float needed = kept.value_or(grow(room_beside_language));
            if (language && (couples || left - side - margin() >= needed)) place(*language);
            if (couples && !state.idle_asked)
                place({.id = "look",
                       .name = tr("kit.look", "Text size, colors and language"),
                       .icon = Icon::text_size,
                       .action = model::action::LookOpened{}});
            if (voice) place(reading_aloud());
        }
        x += 16;
    }
    const auto first = static_cast<std::ptrdiff_t>(tree.widgets.size());
    for (const auto& [at, spec] : std::views::reverse(icons))
        icon_button(at, spec);
    if (right) button(right_at, *right);
    std::for_each(tree.widgets.begin() + first, tree.widgets.end(), [](Widget& one) { one.aside = true; });
    return x;
}

void Page::practice_header(bool hide, const std::optional<ButtonSpec>& right) {
    const float middle = portrait() ? 88 : 56;
    const float high = grow(32) > 40 ? 40.0f : 32.0f;
    const Rect logo{margin(), middle - high / 2, high * 1.61f, high};
    const float room_ends = corner(hide, right, {}, logo.w + 24) - 24;
    two_circles(logo, false);
    const float x = logo.right() + 16, room = room_ends - x, line_height = type(Style::body).line;
    if (silent()) {
        // In the name's place, for a page with a keypad has no room to give.
        const float needed = text_height(silent_words(), room, Style::body, Weight::bold);
        if (room > 160 && needed <= (portrait() ? 128.0f : 80.0f))
            text({x, middle - needed / 2, room, needed}, silent_words(), {.weight = Weight::bold}, Role::status);
        else
            m_header_bottom = header_bottom() + silent_note(header_bottom());
        return;
    }
    const std::string name = state.practice ? state.practice->name : std::string();
    if (name.empty()) return;
    // The name may take two lines, where they fit beside the buttons; else the two circles stand for it.
    const float needed = text_height(name, room, Style::body, Weight::bold);
    if (room > 160 && needed <= 2 * line_height && needed <= (portrait() ? 128.0f : 80.0f)) {
        text({x, middle - needed / 2, room, needed}, name, {.weight = Weight::bold});
        return;
    }
    Widget widget;
    widget.id = "practice";
    widget.role = Role::picture;
    widget.name = name;
    widget.rect = logo;
    add(std::move(widget));
}

void Page::header_with_way(ButtonSpec way, const std::string& short_name, const std::optional<ButtonSpec>& right) {
    auto least = way;
    least.name = short_name;
    const float room = corner(false, right, {}, fit_button(least).w + 16) - 16 - margin();
    const float middle = portrait() ? 88 : 56;
    if (fit_button(way).w > room) way.name = short_name;
    const Size size = fit_button(way);
    const float wide = std::min(size.w, room), high = std::max(size.h, button_height(way, wide));
    button({margin(), std::max(24.0f, middle - high / 2), wide, high}, way);
}

float Page::header_bottom() const {
    return m_header_bottom.value_or(portrait() ? 240.0f : 112.0f);
}

void Page::staff_header(const std::string& title, const std::string& beside, const std::optional<ButtonSpec>& right) {
    const float button_middle = portrait() ? 88 : 56;
    const TypeSize large = type(Style::large), body = type(Style::body);
    const float title_width = text_width(title, Style::large), beside_width = text_width(beside, Style::body);
    float widest_word = 0; // a word is not broken for the buttons beside it
    for (std::string_view rest = title; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        widest_word = std::max(widest_word, text_width(word, Style::large));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    const float without_language =
        width() - 2 * margin() - (right ? fit_button(*right).w + 16 : 0) - fit_button(hide_button()).h - 24;
    // Standing, a title that is too long beside the buttons stands below them: it has no room to keep.
    const float kept = portrait()                        ? 0
                       : title_width <= without_language ? title_width + 24
                       : widest_word <= without_language ? widest_word + 24
                                                         : 0;
    const float buttons = corner(false, right, {}, kept) - 24;
    const bool below_buttons = (portrait() ? title_width : widest_word) > buttons - margin();
    const float room = below_buttons ? inner().w : buttons - margin();
    const float middle =
        below_buttons ? button_middle + (fit_button(hide_button()).h + large.line) / 2 + 8 : button_middle;
    const float title_height = text_height(title, room, Style::large);
    const float top = std::max(24.0f, middle - large.line / 2);
    const bool on_one_line = title_height <= large.line && title_width + 24 + beside_width <= room;
    // No wider than it is: a title from the right ends where what stands beside it begins.
    text({margin(), top, on_one_line ? title_width + 1 : room, title_height}, title, {.style = Style::large},
         Role::heading);
    float bottom = top + title_height;
    if (!beside.empty()) {
        if (on_one_line) {
            const float down = (large.px - body.px) * 0.35f; // both on one base line
            text({margin() + title_width + 24, middle - body.line / 2 + down, beside_width + 1, body.line}, beside,
                 {.color = color.soft});
        } else {
            const float below = std::max(bottom, middle + fit_button(hide_button()).h / 2);
            bottom = below + text({margin(), below, width() - 2 * margin(), 0}, beside, {.color = color.soft});
        }
    }
    const float least = portrait() ? 152 : 96;
    m_header_bottom = std::max(least, bottom + 16);
}

}
