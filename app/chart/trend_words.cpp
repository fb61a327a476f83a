#include "chart/trend_lines.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include "core/when.hpp"
#include <cmath>

namespace chart {
namespace {

using core::decimal;
using core::fill;
using core::tr;
using core::trn;

std::string signed_words(double change) {
    const auto size = decimal(std::abs(change), 1);
    if (size == decimal(0, 1)) return size;
    return change > 0 ? fill(tr("trend.up", "+{change}"), {{"change", size}})
                      : fill(tr("trend.down", "−{change}"), {{"change", size}});
}

std::string from_to_words(const model::Change& change) {
    const auto items = static_cast<long long>(change.items);
    return fill(
        trn("trend.from-to", "From {first} to {second}, by the one item answered both times.",
            "From {first} to {second}, by the {items} items answered both times.", items),
        {{"first", decimal(change.first, 1)}, {"second", decimal(change.second, 1)}, {"items", std::to_string(items)}});
}

std::string noise_words(const model::Change& change) {
    return fill(tr("trend.noise", "A change of more than {noise} stands out."), {{"noise", decimal(change.noise, 1)}});
}

}

std::string trend_title(const model::Trend& trend, const Names& names) {
    const auto& [a, b] = trend.lines;
    return fill(trn("trend.title", "{scale} over one visit", "{scale} over {count} visits",
                    static_cast<long long>(trend.visits.size())),
                {{"scale", title_words(*trend.scale, names.a, a.person, names.b, b.person)},
                 {"count", std::to_string(trend.visits.size())}});
}

TrendWords trend_words(const model::Trend& trend, model::Partner partner) {
    const auto& line = trend.lines.of(partner);
    TrendWords words;
    if (line.points.empty()) {
        words.verdict = tr("trend.never", "No score at these visits");
        return words;
    }
    if (line.points.size() == 1) {
        const auto& point = line.points.front();
        words.verdict = tr("trend.once", "Scored once");
        words.sentences = {
            fill(tr("trend.only", "{value} at the visit of {day}."),
                 {{"value", decimal(point.value, 1)}, {"day", core::short_day_words(trend.visits[point.visit].date)}})};
        return words;
    }
    if (!line.change) {
        words.verdict = tr("trend.other-items", "Too few items were answered both times to compare");
        return words;
    }
    words.change = signed_words(line.change->second - line.change->first);
    words.stands_out = line.change->stands_out;
    words.verdict = change_verdict(*line.change);
    words.sentences = {from_to_words(*line.change)};
    if (line.change->against != model::Against::nothing) words.sentences.push_back(noise_words(*line.change));
    return words;
}

}
