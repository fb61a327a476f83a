#include "some_figures.hpp"

namespace support {

model::ScaleFigures some_scale_figures(std::size_t people, std::size_t items) {
    model::ScaleFigures figures;
    figures.scores = model::ScoreFigures{people, 4.72, 1.11};
    figures.items = model::ItemFigures{.people = people - 3,
                                       .omega = model::Estimate{0.884, 0.828, 0.922},
                                       .alpha = model::Estimate{0.881, 0.827, 0.922},
                                       .item_rest = std::vector<std::optional<double>>(items, 0.61)};
    if (items > 0) figures.items->item_rest.front() = -0.12;
    if (items > 1) figures.items->item_rest.back().reset();
    figures.again = model::RetestFigures{.people = 31,
                                         .icc = model::Estimate{0.636, 0.335, 0.797},
                                         .median_days = 34.5,
                                         .least_days = 14,
                                         .most_days = 90};
    return figures;
}

std::shared_ptr<const model::PracticeFigures> some_figures(const model::Content& content, core::WallTime at) {
    model::PracticeFigures figures{.made_at = at, .with_private = false, .left_out = 2, .measures = {}};
    for (const auto& [id, module] : content.modules)
        for (const auto& scale : module.scales) {
            if (module.is_private || scale.is_private) continue;
            figures.measures.push_back({.form = {},
                                        .module = id,
                                        .scale = scale.id,
                                        .versions = {"1", "2"},
                                        .all = some_scale_figures(84, scale.keys.size()),
                                        .languages = {}});
        }
    if (figures.measures.size() < 3) return std::make_shared<const model::PracticeFigures>(std::move(figures));
    figures.measures.front().languages = {{"en", some_scale_figures(52, 0)}, {"es", {}}};
    figures.measures[1].all.items.reset();
    figures.measures[1].all.again.reset();
    figures.measures[2].all.items->omega.reset();
    figures.measures.back().all = {};
    return std::make_shared<const model::PracticeFigures>(std::move(figures));
}

}
