#include "ui/kit/focus.hpp"
#include "ui/kit/page.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {
namespace {

using Stops = std::vector<const Widget*>; // none is null

constexpr float line = 4, away = 4;

Stops stops_of(const Tree& tree) {
    Stops stops;
    for (const Widget& widget : tree.widgets)
        if (is_stop(widget)) stops.push_back(&widget);
    return stops;
}

// From the top to the bottom, each row from the left to the right; what has its middle within the first of a row is in
// the row. The background comes before what stands on it.
Stops by_rows(const Tree& tree) {
    Stops stops = stops_of(tree);
    const auto behind = [](const Widget* stop) { return stop->role == Role::background; };
    const auto first = std::ranges::stable_partition(stops, behind).begin();
    std::ranges::stable_sort(first, stops.end(), {}, [](const Widget* stop) { return stop->rect.y; });
    for (auto row = first; row != stops.end();) {
        const float bottom = (*row)->rect.bottom();
        const auto end = std::stable_partition(row, stops.end(),
                                               [bottom](const Widget* stop) { return stop->rect.center().y < bottom; });
        std::ranges::stable_sort(row, end, {}, [](const Widget* stop) { return stop->rect.x; });
        row = end;
    }
    return stops;
}

const Widget* neighbour(const Stops& stops, const Widget& from, std::ptrdiff_t by) {
    const auto here = std::ranges::find(stops, &from);
    const auto count = std::ssize(stops);
    if (here == stops.end()) return stops.front();
    return stops[static_cast<std::size_t>((here - stops.begin() + by + count) % count)];
}

float apart(float begin, float end, float other_begin, float other_end) {
    return std::max({0.0f, other_begin - end, begin - other_end});
}

// How far it is to another one in that direction; nothing where it does not stand there.
std::optional<float> far_to(const Rect& from, const Rect& to, KeyStep step) {
    const bool there = step == KeyStep::down ? to.center().y > from.bottom() : to.center().y < from.y;
    if (!there) return std::nullopt;
    const float down = apart(from.y, from.bottom(), to.y, to.bottom());
    const float across = apart(from.x, from.right(), to.x, to.right());
    // Of several that stand alike, the one whose middle is nearest.
    return down + across + std::abs(from.center().x - to.center().x) / 1000;
}

const Widget* vertical_from(const Tree& tree, const Widget& from, KeyStep step) {
    const Stops rows = by_rows(tree);
    if (from.role == Role::background) return step == KeyStep::down && rows.size() > 1 ? rows[1] : &from;
    const Widget* nearest = nullptr;
    float least = std::numeric_limits<float>::max();
    for (const Widget* stop : rows) {
        if (stop->role == Role::background) continue;
        const auto far = far_to(from.rect, stop->rect, step);
        if (!far || *far >= least) continue;
        least = *far;
        nearest = stop;
    }
    if (nearest != nullptr) return nearest;
    const bool on_background = step == KeyStep::up && rows.front()->role == Role::background;
    return on_background ? rows.front() : &from;
}

bool closes(const model::Action& action) {
    using namespace model::action;
    const auto* row = action.as<RowTapped>();
    return action.as<HelpClosed>() != nullptr || action.as<LookClosed>() != nullptr ||
           action.as<SpeechClosed>() != nullptr || action.as<StillHere>() != nullptr ||
           (row != nullptr && !row->sitting) || action.as<BackTapped>() != nullptr ||
           action.as<BehindClosed>() != nullptr || action.as<PrivateClosed>() != nullptr;
}

bool leaves(const Widget& widget) {
    return widget.id == "back" ||
           (widget.action && (closes(*widget.action) || widget.action->as<model::action::WentHome>() != nullptr));
}

// A choice of the page itself, and no step away from it.
bool is_choice(Role role) {
    switch (role) {
    case Role::answer:
    case Role::toggle:
    case Role::tab:
    case Role::row:
    case Role::field:
    case Role::link:
    case Role::background:
        return true;
    case Role::text:
    case Role::heading:
    case Role::picture:
    case Role::status:
    case Role::button:
    case Role::key:
    case Role::writing:
    case Role::drawing:
        return false;
    }
    return false;
}

}

bool is_stop(const Widget& widget) {
    return widget.enabled && (widget.action || widget.typing);
}

const Widget* typing_place(const Tree& tree) {
    const auto found =
        std::ranges::find_if(tree.widgets, [](const Widget& widget) { return widget.typing && widget.enabled; });
    return found == tree.widgets.end() ? nullptr : &*found;
}

const Widget* first_stop(const Tree& tree, bool by_arrows) {
    const Stops stops = stops_of(tree);
    const auto first = [&stops](const auto& fits) -> const Widget* {
        const auto found = std::ranges::find_if(stops, fits);
        return found == stops.end() ? nullptr : *found;
    };
    const auto key = [](const Widget* stop) { return stop->role == Role::key; };
    const Widget* place = typing_place(tree);
    if (by_arrows && place != nullptr)
        if (const Widget* found = first(key)) return found;
    if (place != nullptr) return place;
    const auto of_the_page = [](const Widget* stop) { return !stop->aside && !leaves(*stop); };
    if (const Widget* found = first([](const Widget* stop) { return stop->role == Role::answer; })) return found;
    if (const Widget* found = first([&](const Widget* stop) { return of_the_page(stop) && is_choice(stop->role); }))
        return found;
    if (const Widget* found = first([&](const Widget* stop) { return stop->primary && of_the_page(stop); }))
        return found;
    if (const Widget* found = first(of_the_page)) return found;
    if (const Widget* found = first([](const Widget* stop) { return !stop->aside; })) return found;
    return stops.empty() ? nullptr : stops.front();
}

const Widget* step_from(const Tree& tree, std::string_view id, KeyStep step, bool by_arrows) {
    const Widget* from = tree.find_id(id);
    if (from == nullptr || !is_stop(*from)) return first_stop(tree, by_arrows);
    switch (step) {
    case KeyStep::next:
        return neighbour(stops_of(tree), *from, 1);
    case KeyStep::previous:
        return neighbour(stops_of(tree), *from, -1);
    case KeyStep::right:
        return neighbour(by_rows(tree), *from, 1);
    case KeyStep::left:
        return neighbour(by_rows(tree), *from, -1);
    case KeyStep::up:
    case KeyStep::down:
        return vertical_from(tree, *from, step);
    }
    return from;
}

const Widget* nearest_stop(const Tree& tree, Point place) {
    const Widget* nearest = nullptr;
    float least = std::numeric_limits<float>::max();
    for (const Widget* stop : stops_of(tree)) {
        if (stop->role == Role::background) continue;
        const float across = stop->rect.center().x - place.x, down = stop->rect.center().y - place.y;
        if (across * across + down * down >= least) continue;
        least = across * across + down * down;
        nearest = stop;
    }
    return nearest == nullptr ? first_stop(tree, false) : nearest;
}

const Widget* way_out(const Tree& tree) {
    const auto first = [&tree](const auto& fits) -> const Widget* {
        const auto found = std::ranges::find_if(
            tree.widgets, [&](const Widget& widget) { return widget.enabled && widget.action && fits(widget); });
        return found == tree.widgets.end() ? nullptr : &*found;
    };
    if (const Widget* found = first([](const Widget& widget) { return widget.id == "back"; })) return found;
    if (const Widget* found = first([](const Widget& widget) { return closes(*widget.action); })) return found;
    if (const Widget* found = first(leaves)) return found;
    // A keyboard that came over a list is put away.
    const Widget* place = typing_place(tree);
    if (place == nullptr || place->role != Role::writing) return nullptr;
    return first([](const Widget& widget) { return widget.id == "key:done"; });
}

Rect ring_around(const Widget& widget, Size panel) {
    const Rect& frame = widget.frame.w > 0 ? widget.frame : widget.rect;
    const Rect wished = frame.inset(-line - away, -line - away), within = Rect{0, 0, panel.w, panel.h}.inset(8, 8);
    const float x = std::max(wished.x, within.x), y = std::max(wished.y, within.y);
    return {x, y, std::min(wished.right(), within.right()) - x, std::min(wished.bottom(), within.bottom()) - y};
}

void draw_focus(Page& page) {
    if (!page.view.show_focus) return;
    const Widget* focused = page.tree.find_id(page.view.focus);
    if (focused == nullptr || !is_stop(*focused)) return;
    page.outline(ring_around(*focused, page.tree.size), page.color.action, line, focused->round + away);
    page.tree.focus = focused->id;
}

}
