#include "a_couple.hpp"

namespace couple {

const model::Content& shipped() {
    static const model::Content content = [] {
        auto read = content::load(std::string(SAMESIDE_SOURCE_DIR) + "/content");
        if (!read) std::abort();
        return std::move(*read);
    }();
    return content;
}

double level_of(const model::Module& module, const core::ItemId& item, const Levels& levels, bool& reversed) {
    double level = 4;
    for (const model::Scale& scale : module.scales)
        for (const model::Key& key : scale.keys)
            if (key.item == item) {
                reversed = key.reversed;
                const auto found = levels.find(scale.words_of.value.empty() ? scale.id.value : scale.words_of.value);
                if (found != levels.end()) level = found->second;
            }
    return level;
}

void answer_choices(const model::Module& module, const Levels& levels, model::Answers& answers, double spread) {
    static constexpr double steps[] = {0.4, -0.7, 0.9, -0.3, -0.9, 0.6, 0};
    std::size_t step = 0;
    for (const model::Item& item : module.items) {
        if (item.kind != model::ItemKind::choice || item.is_private) continue;
        bool reversed = false;
        const double level = level_of(module, item.id, levels, reversed) + spread * steps[step++ % 7];
        const int low = item.choices.front().value, high = item.choices.back().value;
        const int value = std::clamp(static_cast<int>(std::lround(level)), low, high);
        answers[{module.id, item.id}] = model::Chosen{reversed ? low + high - value : value};
    }
}

ACouple after_a_first_visit() {
    ACouple made;
    made.first_visit();
    return made;
}

ACouple after_five_visits() {
    ACouple made = after_a_first_visit();
    made.later_visits();
    return made;
}

}
