#include "ui/kit/tree.hpp"
#include <algorithm>

namespace ui {

namespace {

bool can_be_seen(const Widget& widget) {
    return widget.rect.w > 0 && widget.rect.h > 0;
}

float distance_squared(const Rect& caret, Point point) {
    const float dx = caret.x - point.x;
    const float dy = point.y < caret.y ? caret.y - point.y : std::max(0.0f, point.y - caret.bottom());
    // A line further off counts more than any place within the nearer line.
    return dx * dx + dy * dy * 10000;
}

}

const Widget* Tree::find_id(std::string_view id) const {
    const auto found = std::ranges::find(widgets, id, &Widget::id);
    return found == widgets.end() ? nullptr : &*found;
}

const Widget* Tree::find_name(std::string_view name) const {
    const auto found =
        std::ranges::find_if(widgets, [&](const Widget& widget) { return widget.name == name && can_be_seen(widget); });
    return found == widgets.end() ? nullptr : &*found;
}

bool Tree::says(std::string_view words) const {
    return std::ranges::any_of(widgets, [&](const Widget& widget) {
        return widget.name.find(words) != std::string::npos ||
               (!widget.secret && widget.value.find(words) != std::string::npos);
    });
}

const Widget* Tree::at(Point point) const {
    const Widget* background = nullptr;
    for (std::size_t i = widgets.size(); i-- > 0;) {
        const Widget& widget = widgets[i];
        const bool takes_taps =
            widget.enabled && (widget.action || widget.role == Role::writing || widget.role == Role::drawing);
        if (!takes_taps || !widget.rect.contains(point)) continue;
        if (widget.role != Role::background) return &widget;
        if (!background) background = &widget;
    }
    return background;
}

const Widget* Tree::thing_at(Point point) const {
    if (const Widget* taken = at(point)) return taken;
    const auto top = std::ranges::find_if(widgets.rbegin(), widgets.rend(), [&](const Widget& widget) {
        return !widget.name.empty() && !widget.drawn && widget.rect.contains(point);
    });
    return top == widgets.rend() ? nullptr : &*top;
}

std::optional<model::Action> tap(const Widget& widget, Point point) {
    if (!widget.enabled) return std::nullopt;
    if (widget.role != Role::writing || widget.carets.empty()) return widget.action;
    const auto nearest =
        std::ranges::min_element(widget.carets, {}, [&](const Rect& caret) { return distance_squared(caret, point); });
    const auto index = static_cast<std::size_t>(nearest - widget.carets.begin());
    return model::action::CaretPlaced{widget.caret_bytes[index]};
}

}
