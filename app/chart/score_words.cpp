#include "chart/score_words.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include "model/scoring/change.hpp"
#include "model/scoring/map_position.hpp"
#include "model/scoring/reading.hpp"
#include <algorithm>
#include <cmath>

namespace chart {
namespace {

using core::decimal;
using core::fill;
using core::plain;
using core::tr;

bool has_scale(const model::Module& module, const core::ScaleId& id) {
    return std::ranges::find(module.scales, id, &model::Scale::id) != module.scales.end();
}

// Whether the scores meant lie at, above or below a line; each as the words that go in "The score is {line}."
std::string line_words(const model::Cut& cut) {
    const std::pair<std::string_view, std::string> at{"at", plain(cut.at)};
    if (cut.bound == model::Bound::inclusive)
        return cut.side == model::Side::above ? fill(tr("score.at-or-above", "at or above {at}"), {at})
                                              : fill(tr("score.at-or-below", "at or below {at}"), {at});
    return cut.side == model::Side::above ? fill(tr("score.above", "above {at}"), {at})
                                          : fill(tr("score.below", "below {at}"), {at});
}

std::string with_source(const std::string& words, const std::string& source) {
    return fill(tr("score.with-source", "{words} Source: {source}"), {{"words", words}, {"source", source}});
}

}

Range range_of(const model::Scale& scale) {
    const auto range = model::score_range(scale);
    return {range.low, range.high};
}

std::string count_words(const model::Score& score) {
    return fill(tr("score.count", "{answered} of {of}"),
                {{"answered", std::to_string(score.answered)}, {"of", std::to_string(score.of)}});
}

std::string value_words(const model::Score& score) {
    if (!score.value)
        return fill(tr("score.not-made", "Not scored ({count} answered)"), {{"count", count_words(score)}});
    return decimal(*score.value, 1);
}

std::string figure_words(const std::string& name, const std::string& what, const std::string& number) {
    return fill(tr("chart.figure", "{name}, {what}: {number}."), {{"name", name}, {"what", what}, {"number", number}});
}

std::string band_words(const model::Score& score) {
    if (!score.value || !score.band) return {};
    return fill(tr("score.band", "{low} to {high}"),
                {{"low", decimal(score.band->low, 1)}, {"high", decimal(score.band->high, 1)}});
}

std::string map_words(const model::Module& module, const model::Answers& answers) {
    if (!module.map || !has_scale(module, module.map->x) || !has_scale(module, module.map->y)) return {};
    const auto position = model::position_on_map(module, answers);
    if (!position) return tr("score.no-place", "No place on the map: too few answers.");
    std::vector<std::string> in;
    for (const model::Region region : position->touched)
        in.push_back(model::region_name(*module.map, region));
    in.resize(4);
    switch (position->touched.size()) {
    case 2:
        return fill(tr("score.map-two",
                       "On the map, the 95 % range crosses the middle of the scale: it could be either of "
                       "these two, “{a}” or “{b}”."),
                    {{"a", in[0]}, {"b", in[1]}});
    case 3:
        return fill(tr("score.map-three",
                       "On the map, the 95 % range crosses the middle of the scale: it could be any of "
                       "these three, “{a}”, “{b}” or “{c}”."),
                    {{"a", in[0]}, {"b", in[1]}, {"c", in[2]}});
    case 4:
        return fill(tr("score.map-four",
                       "On the map, the 95 % range crosses the middle of the scale: it could be any of "
                       "these four, “{a}”, “{b}”, “{c}” or “{d}”."),
                    {{"a", in[0]}, {"b", in[1]}, {"c", in[2]}, {"d", in[3]}});
    default:
        return fill(tr("score.map-one", "On the map, the point and its 95 % range lie in “{a}”."), {{"a", in[0]}});
    }
}

std::string cut_words(const model::Cut& cut, const model::Score& score) {
    const auto where = model::reached(cut, score);
    if (!where) return {};
    const std::string line = line_words(cut);
    switch (*where) {
    case model::Reached::yes:
        return fill(tr("score.cut-reached", "The score is {line}: {means}."), {{"line", line}, {"means", cut.means}});
    case model::Reached::no:
        return fill(tr("score.cut-not-reached", "The score is not {line} ({means})."),
                    {{"line", line}, {"means", cut.means}});
    case model::Reached::either:
        break;
    }
    return fill(tr("score.cut-either", "The 95 % range crosses {at}: it could be either of these two, {line} ({means}) "
                                       "or not."),
                {{"at", plain(cut.at)}, {"line", line}, {"means", cut.means}});
}

std::string norm_words(const model::Norm& norm, const model::Score& score) {
    if (!score.value) return {};
    const double away = model::standard_score(norm, *score.value);
    const auto words = away < 0
                           ? tr("score.norm-below", "{away} standard deviations below the mean of {group} ({mean}).")
                           : tr("score.norm-above", "{away} standard deviations above the mean of {group} ({mean}).");
    return with_source(
        fill(words, {{"away", decimal(std::abs(away), 1)}, {"group", norm.group}, {"mean", plain(norm.mean)}}),
        norm.source);
}

std::vector<std::string> published_words(const model::Scale& scale, const model::Score& score) {
    std::vector<std::string> words;
    if (!score.value) return words;
    for (const model::Cut& cut : scale.cuts)
        words.push_back(with_source(cut_words(cut, score), cut.source));
    for (const model::Norm& norm : scale.norms)
        words.push_back(norm_words(norm, score));
    if (scale.uncertainty == model::Uncertainty::sem && scale.standard_deviation && scale.reliability) {
        const std::string &deviation = scale.standard_deviation->source, &reliability = scale.reliability->source;
        words.push_back(
            with_source(tr("score.published-error", "The range comes from the form's published standard error."),
                        deviation == reliability ? deviation : deviation + "; " + reliability));
    }
    return words;
}

std::string change_verdict(const model::Change& change) {
    const bool out = change.stands_out;
    switch (change.against) {
    case model::Against::own_answers:
        return out ? tr("change.beyond-answers",
                        "More than their answers differ from item to item; a bad day can do this too")
                   : tr("change.within-answers", "No more than their answers differ from item to item");
    case model::Against::published:
        return out ? tr("change.beyond-error", "More than the form's error of measurement; a bad day can do this too")
                   : tr("change.within-error", "No more than the form's error of measurement");
    case model::Against::nothing:
        return tr("change.error-unknown", "How far such a score moves from day to day is not known");
    case model::Against::retest:
        break;
    }
    return out ? tr("change.reliable", "Reliable change, by people who were asked twice")
               : tr("change.not-reliable", "No more than in people who were asked twice and had not changed");
}

std::string change_words(const model::Change& change) {
    const auto verdict = change_verdict(change);
    if (!change.stands_out) return fill(tr("change.within", "{verdict}."), {{"verdict", verdict}});
    const auto items = static_cast<long long>(change.items);
    const auto words =
        change.second > change.first
            ? core::trn("change.up", "{verdict}: up from {first} to {second}, over the one item answered both times.",
                        "{verdict}: up from {first} to {second}, over the {items} items answered both times.", items)
            : core::trn("change.down",
                        "{verdict}: down from {first} to {second}, over the one item answered both times.",
                        "{verdict}: down from {first} to {second}, over the {items} items answered both times.", items);
    return fill(words, {{"verdict", verdict},
                        {"first", decimal(change.first, 1)},
                        {"second", decimal(change.second, 1)},
                        {"items", std::to_string(change.items)}});
}

std::string title_words(const model::Scale& scale, const std::string& name_a, const std::optional<std::string>& who_a,
                        const std::string& name_b, const std::optional<std::string>& who_b) {
    if (!who_a && !who_b) return scale.title;
    if (!who_a || !who_b || *who_a == *who_b)
        return fill(tr("score.title-about", "{scale} · with {person}"),
                    {{"scale", scale.title}, {"person", who_a ? *who_a : *who_b}});
    return fill(
        tr("score.title-about-two", "{scale} · with {person_a} ({name_a}), {person_b} ({name_b})"),
        {{"scale", scale.title}, {"person_a", *who_a}, {"name_a", name_a}, {"person_b", *who_b}, {"name_b", name_b}});
}

}
