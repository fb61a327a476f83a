#include "ui/kit/page.hpp"
#include "ui/kit/pen.hpp"
#include <algorithm>

namespace ui {

Page::Page(const model::State& shown, const View& seen, const Surface& surface, std::string screen_name)
    : state(shown), view(seen), color(colors(shown.appearance.theme)), m_surface(surface) {
    tree.screen = std::move(screen_name);
    tree.size = view.size;
    tree.widgets.reserve(64);
    list()->AddRectFilled({0, 0}, {view.size.w * scale() + 1, view.size.h * scale() + 1}, packed(color.bg));
}

float Page::width() const {
    return view.size.w;
}
float Page::height() const {
    return view.size.h;
}
bool Page::portrait() const {
    return view.size.h > view.size.w;
}
float Page::margin() const {
    return portrait() ? 80 : 64;
}
Rect Page::inner() const {
    return {margin(), 24, width() - 2 * margin(), height() - 24 - (portrait() ? 64.0f : 24.0f)};
}
int Page::percent() const {
    return state.appearance.text_percent;
}
bool Page::text_at_least(int least) const {
    return percent() >= least;
}
TypeSize Page::type(Style style) const {
    return type_size(style, percent(), portrait());
}
float Page::icon_size() const {
    return grow(24);
}
float Page::grow(float value) const {
    return value * type(Style::body).px / 20;
}

bool Page::pressed(std::string_view id) const {
    return view.pressed == id;
}
float Page::control_line() const {
    return state.appearance.theme == model::Theme::high_contrast ? 3 : 2;
}
float Page::chosen_line() const {
    return state.appearance.theme == model::Theme::high_contrast ? 4 : 3;
}

void Page::heard_as(std::size_t first, Rect rect, std::string words) {
    for (auto at = first; at < tree.widgets.size(); ++at)
        tree.widgets[at].drawn = tree.widgets[at].drawn || !tree.widgets[at].action;
    if (!words.empty()) add_picture(rect, std::move(words));
}

void Page::add_picture(Rect rect, std::string words) {
    Widget widget;
    widget.id = next_id("picture");
    widget.role = Role::picture;
    widget.name = std::move(words);
    widget.rect = rect;
    add(std::move(widget));
}

std::string Page::next_id(std::string_view prefix) {
    return std::string(prefix) + ":" + std::to_string(++m_texts);
}

void Page::add(Widget widget) {
    tree.widgets.push_back(std::move(widget));
}
ImDrawList* Page::list() const {
    return m_surface.list;
}
float Page::scale() const {
    return m_surface.fonts->scale();
}

}
