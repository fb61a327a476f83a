// Between two forms: how far one is, about how long it still takes, a break, a place to stop. Nothing on it depends on
// what was answered.
#include "model/form/form_notice.hpp"
#include "model/form/pace.hpp"
#include "ui/couple/answering.hpp"
#include "ui/couple/form_words.hpp"
#include "ui/kit/ground.hpp"
#include "ui/kit/when.hpp"
#include "ui/screens.hpp"
#include <algorithm>
#include <array>

namespace ui {
namespace {

namespace action = model::action;
using Screen = model::screen::Rest;

std::string which_words(std::size_t number) {
    const std::array words{
        tr("rest.first", "first"),     tr("rest.second", "second"),     tr("rest.third", "third"),
        tr("rest.fourth", "fourth"),   tr("rest.fifth", "fifth"),       tr("rest.sixth", "sixth"),
        tr("rest.seventh", "seventh"), tr("rest.eighth", "eighth"),     tr("rest.ninth", "ninth"),
        tr("rest.tenth", "tenth"),     tr("rest.eleventh", "eleventh"), tr("rest.twelfth", "twelfth")};
    return number >= 1 && number <= words.size() ? words[number - 1] : std::string();
}

std::string count_words(std::size_t number) {
    const std::array words{tr("rest.two", "two"),       tr("rest.three", "three"),  tr("rest.four", "four"),
                           tr("rest.five", "five"),     tr("rest.six", "six"),      tr("rest.seven", "seven"),
                           tr("rest.eight", "eight"),   tr("rest.nine", "nine"),    tr("rest.ten", "ten"),
                           tr("rest.eleven", "eleven"), tr("rest.twelve", "twelve")};
    return number >= 2 && number < words.size() + 2 ? words[number - 2] : std::string();
}

std::string title_words(std::size_t done, std::size_t of) {
    const auto which = which_words(done), all = count_words(of);
    if (which.empty() || all.empty())
        return fill(tr("rest.title-in-digits", "{done} of {of} are done."),
                    {{"done", std::to_string(done)}, {"of", std::to_string(of)}});
    return fill(tr("rest.title", "That's the {which} of {of}."), {{"which", which}, {"of", all}});
}

std::string minutes_words(const Page& page, const Screen& screen) {
    const auto& sitting = screen.session.seat.sitting;
    const auto& content = model::content_of(*page.state.content, sitting);
    const auto* packet = model::find_packet(content, sitting.packet);
    if (packet == nullptr) return {};
    const auto left = model::time_from(content, *packet, screen.module);
    const auto count = whole_minutes(std::chrono::ceil<std::chrono::seconds>(left));
    return fill(trn("rest.minutes", "About a minute left.", "About {minutes} minutes left.", count),
                {{"minutes", std::to_string(count)}});
}

// What the page before the form would say of it, where it has none.
const model::Module* begins_here(const Page& page, const Screen& screen) {
    const auto& sitting = screen.session.seat.sitting;
    const auto& content = model::content_of(*page.state.content, sitting);
    const auto* packet = model::find_packet(content, sitting.packet);
    const bool here = packet != nullptr && model::begins_on_rest(content, *packet, screen.module);
    return here ? model::find_module(content, packet->modules[screen.module]) : nullptr;
}

std::string stop_words() {
    return tr("rest.stop", "Stop whenever you like; your place is kept.");
}

std::string break_words() {
    return tr("rest.break-words", "A break covers the screen. Your code brings you back.");
}

Flow words_of(Page& page, const Screen& screen, std::size_t of, float width) {
    const auto* next = begins_here(page, screen);
    Flow words(page, width);
    words.heading(title_words(screen.module, of), Style::title, 16);
    words.text(minutes_words(page, screen), {.style = Style::large, .color = page.color.soft},
               next != nullptr ? 40 : 16);
    if (next == nullptr) {
        words.text(stop_words(), {.style = Style::heading, .color = page.color.soft}, 16);
        return words;
    }
    words.heading(fill(tr("rest.next", "Next: {form}"), {{"form", next->title}}), Style::heading, 8);
    words.text(next->intro, {.style = Style::body, .color = page.color.soft}, 16);
    add_form_facts(page, words, *next, {});
    return words;
}

std::string note_words(const Page& page, const Screen& screen) {
    return begins_here(page, screen) == nullptr ? break_words() : stop_words() + " " + break_words();
}

// In large letters, or while an answer could not be saved, without the picture, on as many pages as it takes.
void draw_words_alone(Page& page, const Screen& screen, std::size_t of, Rect room) {
    auto words = words_of(page, screen, of, room.w);
    words.text(note_words(page, screen), {.color = page.color.soft});
    words.draw(room, screen.page);
}

// A bench under a tree, in a picture of 528 x 568. Lines alone in High contrast.
constexpr Size picture_size{528, 568};

void draw_tree_and_bench(Page& page, const Canvas& canvas) {
    const auto& color = page.color;
    const bool lines = page.state.appearance.theme == model::Theme::high_contrast;
    const bool dark = page.state.appearance.theme == model::Theme::evening;
    const auto wood = lines ? color.edge : mix(color.edge, dark ? color.bg : color.ink, dark ? 0.45f : 0.18f);
    const auto bench = lines ? color.edge : mix(color.edge, dark ? color.bg : color.ink, dark ? 0.3f : 0.38f);
    const auto leaf = [&color](float share) { return mix(color.line, color.ok, share); };
    const auto disc = [&](Point center, float radius, Color fill) {
        if (lines)
            page.ring(canvas.at(center), radius * canvas.across, 2, color.edge);
        else
            page.disc(canvas.at(center), radius * canvas.across, fill);
    };
    const auto bar = [&](Rect rect, Color fill, float radius) {
        const auto at = canvas.at({rect.x, rect.y});
        page.box({at.x, at.y, rect.w * canvas.across, rect.h * canvas.down}, fill, radius * canvas.across);
    };
    const auto branch = [&](Point from, Point to) {
        page.line(canvas.at(from), canvas.at(to), wood, 8 * canvas.across);
    };
    if (!lines) {
        branch({393, 352}, {350, 306});
        branch({393, 318}, {424, 290});
    }
    bar({384, lines ? 272.f : 250.f, 16, lines ? 168.f : 190.f}, wood, 6);
    disc({344, 256}, 56, leaf(dark ? 0.3f : 0.44f));
    disc({436, 240}, 56, leaf(dark ? 0.3f : 0.44f));
    disc({392, 192}, 80, leaf(dark ? 0.38f : 0.35f));
    for (const Rect& plank : {Rect{152, 368, 168, 12}, Rect{152, 388, 168, 12}, Rect{144, 412, 184, 12}})
        bar(plank, bench, 6);
    for (const float x : {164.f, 300.f})
        bar({x, 372, 8, 76}, bench, 4);
}

void draw_picture(Page& page, Rect rect) {
    static constexpr Point far[] = {{0, 300}, {80, 278}, {160, 272}, {260, 288}, {350, 304}, {440, 300}, {528, 270}};
    static constexpr Point middle[] = {{0, 364}, {70, 350}, {140, 346}, {230, 358}, {330, 371}, {430, 362}, {528, 344}};
    static constexpr Point near[] = {{0, 452}, {80, 437}, {180, 429}, {280, 430}, {370, 432}, {460, 425}, {528, 412}};
    static constexpr Point front[] = {{0, 512}, {90, 497}, {180, 493}, {270, 500}, {340, 506}, {440, 500}, {528, 488}};
    const auto& color = page.color;
    const Canvas canvas{{rect.x, rect.y}, rect.w / picture_size.w, rect.h / picture_size.h};
    if (page.state.appearance.theme == model::Theme::high_contrast) {
        page.outline(rect, color.line, 2, 24);
        page.ring(canvas.at({152, 176}), 64 * canvas.across, 2, color.line);
        for (const auto& hill : {std::span<const Point>(far), std::span<const Point>(near)}) {
            std::vector<Point> ridge;
            for (const auto point : hill)
                ridge.push_back(canvas.at(point));
            page.curve(ridge, color.line, 2);
        }
        return draw_tree_and_bench(page, canvas);
    }
    const auto grass = [&color](float share) { return mix(mix(color.bg, color.line, 0.6f), color.ok, share); };
    // The front hill lies below everything, so that its lower corners are round.
    const float round = 24 / canvas.down;
    page.box({rect.x, rect.center().y, rect.w, rect.h / 2}, grass(0.38f), 24);
    page.box({rect.x, rect.y, rect.w, rect.h - 56 * canvas.down}, mix(color.bg, color.b_soft, 0.35f), 24);
    page.disc(canvas.at({152, 176}), 64 * canvas.across, mix(color.b_soft, color.b_mid, 0.3f));
    const auto hill = [&](std::span<const Point> points, float share) {
        draw_ground(page, canvas, {.points = points, .right = picture_size.w, .bottom = picture_size.h - round},
                    grass(share), {});
    };
    hill(far, 0.06f);
    hill(middle, 0.14f);
    hill(near, 0.26f);
    draw_tree_and_bench(page, canvas);
    hill(front, 0.38f);
}

}

void draw_rest(Page& page, const Screen& screen) {
    const auto modules = modules_of(page, screen.session.seat.sitting);
    page.answering_header({.modules = modules.size(),
                           .now = std::nullopt,
                           .done = screen.module,
                           .of = modules.size(),
                           .name = {},
                           .saved = saved_words(screen.session),
                           .tick = screen.session.pending.empty()});
    const float top = trouble_banner(page, screen.session.trouble, page.header_bottom());
    const auto inner = page.inner();
    const Page::FooterSpec footer{.left = ButtonSpec{.id = "break",
                                                     .name = tr("rest.break", "Take a break"),
                                                     .icon = Icon::cup,
                                                     .action = action::HideTapped{}},
                                  .middle = ButtonSpec{.id = "stop-here",
                                                       .name = tr("intro.stop-here", "Stop here"),
                                                       .look = ButtonLook::quiet,
                                                       .action = action::ReviewTapped{}},
                                  .right = ButtonSpec{.id = "go-on",
                                                      .name = tr("rest.go-on", "Go on"),
                                                      .look = ButtonLook::primary,
                                                      .icon = Icon::next,
                                                      .icon_right = true,
                                                      .action = action::ReadyTapped{}}};
    const float bottom = content_bottom(page, footer);
    const auto note = note_words(page, screen);
    const bool lying = !page.portrait(), large = page.text_at_least(150);
    const float column = lying && !large ? inner.w - picture_size.w - 48 : inner.w;
    const auto words = words_of(page, screen, modules.size(), column);
    const float note_height = page.text_height(note, column, Style::body);
    const float room = bottom - note_height - 16 - top;
    const bool whole = words.words_fit() && words.fits(room) && !screen.session.trouble;
    if (!whole || large) {
        draw_words_alone(page, screen, modules.size(), {inner.x, top, inner.w, bottom - top});
        return page.footer(footer);
    }
    page.text({inner.x, bottom - note_height, column, 0}, note, {.color = page.color.soft});
    if (lying) {
        words.draw({inner.x, top + (room - words.height()) * 0.45f});
        draw_picture(page, {inner.right() - picture_size.w, top, picture_size.w, bottom - top});
        return page.footer(footer);
    }
    const float high = std::min(room - words.height() - 96, inner.w * picture_size.h / picture_size.w);
    if (high > 320) {
        const float wide = high * picture_size.w / picture_size.h;
        draw_picture(page, {page.width() / 2 - wide / 2, top, wide, high});
    }
    words.draw({inner.x, top + std::max(0.f, high) + 64});
    page.footer(footer);
}

}
