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

inline void check_one(const Sample& sample, support::Panel panel, model::Language language, Appearance appearance) {
    auto state = state_with(sample.screen, appearance);
    support::speak(state, language);
    const auto complaints = support::layout_complaints(
        support::draw(state, panel), {.least_contrast = appearance.theme == model::Theme::high_contrast ? 7.0 : 4.5});
    INFO(sample.name, " at ", appearance.percent, " %, theme ", static_cast<int>(appearance.theme), ", language ",
         language.tag, support::joined(complaints));
    CHECK(complaints.empty());
    support::keep(support::offscreen(panel, appearance.percent), support::picture_name(sample.name, state, panel));
}

inline void check_layout(const std::vector<Sample>& samples, support::Panel panel) {
    for (const auto& sample : samples) {
        for (const int percent : support::text_sizes)
            for (const auto theme : support::themes)
                check_one(sample, panel, model::Language{}, {theme, percent});
        for (const int percent : support::text_sizes_in_spanish)
            check_one(sample, panel, model::Language{"es"}, {model::Theme::day, percent});
    }
}

inline ui::Tree drawn(model::Screen screen, int percent = 100, support::Panel panel = support::lying) {
    return support::draw(state_with(std::move(screen), {model::Theme::day, percent}), panel);
}

template<class A>
std::optional<A> means(const ui::Tree& tree, std::string_view id) {
    const auto* widget = tree.find_id(id);
    if (widget == nullptr || !widget->enabled || !widget->action) return std::nullopt;
    const auto* action = widget->action->as<A>();
    return action == nullptr ? std::nullopt : std::optional<A>(*action);
}

}
