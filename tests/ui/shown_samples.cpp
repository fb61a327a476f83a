#include "shown_samples.hpp"

namespace asking {

void check_one(const Sample& sample, support::Panel panel, model::Language language, Appearance appearance) {
    auto state = state_with(sample.screen, appearance);
    support::speak(state, language);
    const auto complaints = support::layout_complaints(
        support::draw(state, panel), {.least_contrast = appearance.theme == model::Theme::high_contrast ? 7.0 : 4.5});
    INFO(sample.name, " at ", appearance.percent, " %, theme ", static_cast<int>(appearance.theme), ", language ",
         language.tag, support::joined(complaints));
    CHECK(complaints.empty());
    support::keep(support::offscreen(panel, appearance.percent), support::picture_name(sample.name, state, panel));
}

void check_layout(const std::vector<Sample>& samples, support::Panel panel) {
    for (const auto& sample : samples) {
        for (const int percent : support::text_sizes)
            for (const auto theme : support::themes)
                check_one(sample, panel, model::Language{}, {theme, percent});
        for (const int percent : support::text_sizes_in_spanish)
            check_one(sample, panel, model::Language{"es"}, {model::Theme::day, percent});
    }
}

ui::Tree drawn(model::Screen screen, int percent, support::Panel panel) {
    return support::draw(state_with(std::move(screen), {model::Theme::day, percent}), panel);
}

}
