// Screens by name, drawn in every look and checked.
#pragma once
#include "part_samples.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

namespace asking {

struct Sample {
    std::string name;
    model::Screen screen;
};

inline void check_layout(const std::vector<Sample>& samples, support::Panel panel) {
    for (const auto& sample : samples)
        for (const int percent : support::text_sizes)
            for (const auto theme : support::themes) {
                const auto state = state_with(sample.screen, {theme, percent});
                const auto complaints = support::layout_complaints(
                    support::draw(state, panel), {.least_contrast = theme == model::Theme::high_contrast ? 7.0 : 4.5});
                INFO(sample.name, " at ", percent, " %, theme ", static_cast<int>(theme), support::joined(complaints));
                CHECK(complaints.empty());
            }
}

inline ui::Tree drawn(model::Screen screen, int percent = 100, support::Panel panel = support::lying) {
    return support::draw(state_with(std::move(screen), {model::Theme::day, percent}), panel);
}

template<class A>
std::optional<A> means(const ui::Tree& tree, std::string_view id) {
    const auto* widget = tree.find_id(id);
    if (widget == nullptr || !widget->enabled || !widget->action) return std::nullopt;
    const auto* action = std::get_if<A>(&*widget->action);
    return action == nullptr ? std::nullopt : std::optional<A>(*action);
}

}
