#include "chart/score_words.hpp"
#include "model/change.hpp"
#include "model/map_place.hpp"
#include "model/reading.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace chart {
namespace {

bool has_scale(const model::Module& module, const core::ScaleId& id) {
    return std::ranges::find(module.scales, id, &model::Scale::id) != module.scales.end();
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
        list += "“" + names[i] + "”";
    }
    return list;
}

}

Range range_of(const model::Scale& scale) {
    const auto range = model::score_range(scale);
    return {range.low, range.high};
}

std::string count_words(const model::Score& score) {
    return fmt::format("{} of {}", score.answered, score.of);
}

std::string value_words(const model::Score& score) {
    if (!score.value) return fmt::format("Not scored ({} answered)", count_words(score));
    return fmt::format("{:.1f}", *score.value);
}

std::string band_words(const model::Score& score) {
    if (!score.value || !score.band) return {};
    return fmt::format("{:.1f} to {:.1f}", score.band->low, score.band->high);
}

std::string map_words(const model::Module& module, const model::Answers& answers) {
    if (!module.map || !has_scale(module, module.map->x) || !has_scale(module, module.map->y)) return {};
    const auto place = model::place_on_map(module, answers);
    if (!place) return "No place on the map: too few answers.";
    std::vector<std::string> touched;
    for (const model::Region region : place->touched)
        touched.push_back(model::region_name(*module.map, region));
    if (touched.size() == 1) return fmt::format("On the map, the point and its 95 % range lie in {}.", listed(touched));
    return fmt::format("On the map, the 95 % range crosses the middle of the scale: it could be {} of these {}, {}.",
                       touched.size() == 2 ? "either" : "any",
                       touched.size() == 2   ? "two"
                       : touched.size() == 3 ? "three"
                                             : "four",
                       listed(touched));
}

std::string cut_words(const model::Cut& cut, const model::Score& score) {
    const auto where = model::reached(cut, score);
    if (!where) return {};
    const std::string_view side = cut.side == model::Side::above ? "above" : "below";
    const std::string line = cut.bound == model::Bound::inclusive ? fmt::format("at or {} {:g}", side, cut.at)
                                                                  : fmt::format("{} {:g}", side, cut.at);
    switch (*where) {
    case model::Reached::yes:
        return fmt::format("The score is {}: {}.", line, cut.means);
    case model::Reached::no:
        return fmt::format("The score is not {} ({}).", line, cut.means);
    case model::Reached::either:
        break;
    }
    return fmt::format("The 95 % range crosses {:g}: it could be either of these two, {} ({}) or not.", cut.at, line,
                       cut.means);
}

std::string norm_words(const model::Norm& norm, const model::Score& score) {
    if (!score.value) return {};
    const double away = model::standard_score(norm, *score.value);
    return fmt::format("{:.1f} standard deviations {} the mean of {} ({:g}). Source: {}", std::abs(away),
                       away < 0 ? "below" : "above", norm.group, norm.mean, norm.source);
}

std::vector<std::string> published_words(const model::Scale& scale, const model::Score& score) {
    std::vector<std::string> words;
    if (!score.value) return words;
    for (const model::Cut& cut : scale.cuts)
        words.push_back(cut_words(cut, score) + " Source: " + cut.source);
    for (const model::Norm& norm : scale.norms)
        words.push_back(norm_words(norm, score));
    if (scale.uncertainty == model::Uncertainty::sem && scale.standard_deviation && scale.reliability) {
        const std::string &deviation = scale.standard_deviation->source, &reliability = scale.reliability->source;
        words.push_back("The range comes from the form's published standard error. Source: " +
                        (deviation == reliability ? deviation : deviation + "; " + reliability));
    }
    return words;
}

std::string change_words(const model::Change& change) {
    if (!change.reliable) return "No change that stands out from noise.";
    return fmt::format("A change that stands out from noise: {} from {:.1f} to {:.1f}, over the {} items answered both "
                       "times.",
                       change.second > change.first ? "up" : "down", change.first, change.second, change.items);
}

std::string title_words(const model::Scale& scale, const std::string& name_a, const std::optional<std::string>& who_a,
                        const std::string& name_b, const std::optional<std::string>& who_b) {
    if (!who_a && !who_b) return scale.title;
    if (!who_a || !who_b || *who_a == *who_b) return scale.title + " · with " + (who_a ? *who_a : *who_b);
    return scale.title + " · with " + *who_a + " (" + name_a + "), " + *who_b + " (" + name_b + ")";
}

}
