// What a case says to whoever turns its pages.
#pragma once
#include "model/visit/state.hpp"
#include "support/snapshot.hpp"

namespace samples {

// What is said on all pages of the case, from the first on.
inline std::string all_words(model::State state) {
    auto& shown = std::get<model::screen::Case>(state.screen);
    std::string words;
    for (shown.page = 0; shown.page < 60; ++shown.page) {
        const auto tree = support::draw(state, support::lying);
        for (const auto& widget : tree.widgets)
            words += widget.name + "\n" + widget.value + "\n";
        const auto* later = tree.find_id("later");
        if (later == nullptr || !later->enabled) break;
    }
    return words;
}
inline bool says(const std::string& words, std::string_view part) {
    return words.find(part) != std::string::npos;
}

}
