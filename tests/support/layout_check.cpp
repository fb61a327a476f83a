#include "support/layout_check.hpp"
#include "ui/kit/theme.hpp"
#include <cmath>
#include <cstdio>
#include <set>

namespace support {

namespace {

using ui::Rect;
using ui::Role;
using ui::Widget;

// Half a pixel: what rounding to the panel can do.
constexpr float slack = 0.75f;

bool tappable(const Widget& widget) {
    return widget.action || widget.role == Role::key || widget.role == Role::writing;
}
bool is_text(const Widget& widget) {
    return widget.role == Role::text || widget.role == Role::heading || widget.role == Role::status;
}
bool holds(const Rect& outer, const Rect& inner) {
    return outer.inset(-slack, -slack).contains(inner);
}
bool collide(const Rect& a, const Rect& b) {
    return a.inset(slack, slack).overlaps(b) && b.inset(slack, slack).overlaps(a) && a.w > 0 && a.h > 0 && b.w > 0 &&
           b.h > 0;
}

float least_height(const Widget& widget) {
    return widget.role == Role::answer || widget.role == Role::key ? 64 : 48;
}

std::string place(const Rect& rect) {
    char text[64];
    std::snprintf(text, sizeof text, "[%.0f,%.0f %.0fx%.0f]", static_cast<double>(rect.x), static_cast<double>(rect.y),
                  static_cast<double>(rect.w), static_cast<double>(rect.h));
    return text;
}

std::string called(const Widget& widget) {
    std::string name = widget.name.substr(0, 48);
    return widget.id + " \"" + name + "\" " + place(widget.rect);
}

void check_one(const Widget& widget, const ui::Tree& tree, const LayoutRules& rules,
               std::vector<std::string>& complaints) {
    const Rect screen{0, 0, tree.size.w, tree.size.h};
    if (!holds(screen, widget.rect)) complaints.push_back("outside the screen: " + called(widget));
    if (widget.label.w > 0 && !holds(widget.rect, widget.label)) {
        complaints.push_back("words larger than their button: " + called(widget) + ", words " + place(widget.label));
    }
    if (widget.name.empty() && widget.role != Role::picture) complaints.push_back("no name: " + called(widget));
    if (widget.id.empty()) complaints.push_back("no id: " + called(widget));
    if (tappable(widget) && widget.role != Role::background) {
        const bool too_small = widget.rect.h < least_height(widget) - slack || widget.rect.w < 48 - slack;
        if (too_small) complaints.push_back("target too small: " + called(widget));
    }
    if (!(widget.ink == widget.paper)) {
        const double ratio = ui::contrast(widget.ink, widget.paper);
        if (ratio < rules.least_contrast - 0.005) {
            complaints.push_back("contrast " + std::to_string(ratio) + ": " + called(widget));
        }
    }
}

// A text, or a smaller button, may stand within a row or field; otherwise nothing lies over anything.
bool may_overlap(const Widget& a, const Widget& b) {
    if (a.role == Role::background || b.role == Role::background) return true;
    const auto within = [](const Widget& outer, const Widget& inner) {
        return (outer.role == Role::row || outer.role == Role::picture) && holds(outer.rect, inner.rect);
    };
    return within(a, b) || within(b, a);
}

}

std::vector<std::string> layout_complaints(const ui::Tree& tree, const LayoutRules& rules) {
    std::vector<std::string> complaints;
    std::set<std::string> ids;
    for (const Widget& widget : tree.widgets) {
        check_one(widget, tree, rules, complaints);
        if (!ids.insert(widget.id).second) complaints.push_back("id twice: " + called(widget));
    }
    for (std::size_t first = 0; first < tree.widgets.size(); ++first) {
        const Widget& a = tree.widgets[first];
        if (!tappable(a) && !is_text(a) && a.role != Role::picture && a.role != Role::field) continue;
        for (std::size_t second = first + 1; second < tree.widgets.size(); ++second) {
            const Widget& b = tree.widgets[second];
            if (!tappable(b) && !is_text(b) && b.role != Role::field) continue;
            if (!collide(a.rect, b.rect) || may_overlap(a, b)) continue;
            complaints.push_back("one over the other: " + called(a) + " and " + called(b));
        }
    }
    return complaints;
}

std::string joined(const std::vector<std::string>& complaints) {
    std::string all;
    for (const std::string& complaint : complaints)
        all += "\n  " + complaint;
    return all;
}

}
