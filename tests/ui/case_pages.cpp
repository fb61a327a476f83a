#include "case_pages.hpp"

namespace samples {

void turn_all_pages(model::State state, support::Panel panel, const std::string& name) {
    auto& screen = std::get<model::screen::Case>(state.screen);
    for (screen.page = 0; screen.page < 60; ++screen.page) {
        const auto tree = support::draw(state, panel);
        const auto percent = state.appearance.text_percent;
        support::keep(support::offscreen(panel, percent), support::picture_name(name, state, panel, screen.page));
        const support::LayoutRules rules{.least_contrast =
                                             state.appearance.theme == model::Theme::high_contrast ? 7.0 : 4.5};
        const auto complaints = support::layout_complaints(tree, rules);
        CHECK_MESSAGE(complaints.empty(), name, " ", panel.width, " ", percent, " % language ",
                      state.appearance.language.tag, " page ", screen.page + 1, support::joined(complaints));
        const auto* later = tree.find_id("later");
        if (!complaints.empty() || later == nullptr || !later->enabled) break;
    }
    CHECK(screen.page < 60);
}

void turn_every_way(const model::State& state, support::Panel panel, const std::string& name) {
    for (const auto& way : ways_to_look(state))
        turn_all_pages(way, panel, name);
}

void holds(const model::screen::Case& screen, const std::string& name) {
    for (const auto panel : {support::lying, support::standing}) {
        for (const int percent : support::text_sizes)
            for (const auto theme : support::themes) {
                auto state = a_state(screen, theme, percent);
                support::speak(state, model::Language{});
                turn_every_way(state, panel, name);
            }
        for (const int percent : support::text_sizes_in_spanish) {
            auto state = a_state(screen, model::Theme::day, percent);
            support::speak(state, model::Language{"es"});
            turn_every_way(state, panel, name);
        }
    }
}

}
