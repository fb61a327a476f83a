#include "all_words.hpp"

namespace samples {

std::set<model::Pictures> kinds_of(model::State state) {
    const auto offered = [&] {
        std::set<model::Pictures> kinds;
        for (const auto& widget : support::draw(state, support::lying).widgets)
            if (const auto* chosen = widget.action ? widget.action->as<model::action::PicturesChosen>() : nullptr)
                kinds.insert(chosen->pictures);
        return kinds;
    };
    auto kinds = offered();
    if (kinds.size() != 1) return kinds;
    std::get<model::screen::Case>(state.screen).pictures = *kinds.begin(); // the way from all of them to each alone
    return offered();
}

std::vector<model::State> ways_to_look(const model::State& state) {
    std::vector<model::State> ways{state};
    const auto* shown = std::get_if<model::screen::Case>(&state.screen);
    if (shown == nullptr || shown->behind || shown->menu || shown->note) return ways;
    const auto add = [&](auto change) {
        auto other = state;
        change(std::get<model::screen::Case>(other.screen));
        ways.push_back(std::move(other));
    };
    const auto kinds =
        shown->tab == model::CaseTab::overview && !shown->pictures ? kinds_of(state) : std::set<model::Pictures>();
    if (!kinds.empty()) ways.clear(); // it is one of them
    for (const auto kind : kinds)
        add([&](auto& file) { file.pictures = kind; });
    if (shown->tab == model::CaseTab::answers && !shown->answers_by_form)
        add([](auto& file) { file.answers_by_form = true; });
    return ways;
}

std::string all_words(const model::State& looked_at) {
    std::string words;
    for (auto& state : ways_to_look(looked_at)) {
        auto& shown = std::get<model::screen::Case>(state.screen);
        for (shown.page = 0; shown.page < 60; ++shown.page) {
            const auto tree = support::draw(state, support::lying);
            for (const auto& widget : tree.widgets)
                words += widget.name + "\n" + widget.value + "\n";
            const auto* later = tree.find_id("later");
            if (later == nullptr || !later->enabled) break;
        }
    }
    return words;
}

bool says(const std::string& words, std::string_view part) {
    return words.find(part) != std::string::npos;
}

}
