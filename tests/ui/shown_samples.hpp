// Screens by name, drawn in every look and checked.
#pragma once
#include "part_samples.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

namespace asking {

struct Sample {
    std::string name;
    model::Screen screen;
};

void check_one(const Sample& sample, support::Panel panel, model::Language language, Appearance appearance);

void check_layout(const std::vector<Sample>& samples, support::Panel panel);

ui::Tree drawn(model::Screen screen, int percent = 100, support::Panel panel = support::lying);

template<class A>
std::optional<A> means(const ui::Tree& tree, std::string_view id) {
    const auto* widget = tree.find_id(id);
    if (widget == nullptr || !widget->enabled || !widget->action) return std::nullopt;
    const auto* action = widget->action->as<A>();
    return action == nullptr ? std::nullopt : std::optional<A>(*action);
}

}
