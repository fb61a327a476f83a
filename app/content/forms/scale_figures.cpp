#include "content/forms/module_file.hpp"
#include "model/scoring/error_floor.hpp"
#include "model/scoring/scoring.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace content {

namespace {

constexpr double greatest_figure = 1e9;

std::string said(const model::ScoreRange& range) {
    return fmt::format("the scores of this scale run from {} to {}", range.low, range.high);
}

// No spread of scores is larger than half their range (Popoviciu's inequality); one that is has another unit.
bool too_wide(double deviation, const model::ScoreRange& range) {
    return deviation > (range.high - range.low) / 2;
}

void check_deviation(Fields& fields, std::string_view key, double deviation, const model::ScoreRange* range) {
    if (deviation == 0) {
        fields.diagnose(key, "must be larger than 0");
    } else if (range && too_wide(deviation, *range)) {
        fields.diagnose(key, fmt::format("{} is in another unit than the score: {}", deviation, said(*range)));
    }
}

// A published figure, `{ value = 1.1, source = "..." }`.
std::optional<model::Published> read_published(Fields& fields, std::string_view key, const std::string& where,
                                               double high, Diagnostics& diagnostics, Need need = Need::required) {
    const Node* table = fields.table(key, need);
    if (!table) return std::nullopt;
    Fields figure(*table, where + "." + std::string(key), diagnostics);
    auto value = figure.number("value", 0, high, Need::required);
    std::string source = figure.text("source", text_limit, Need::required);
    figure.finish();
    if (!value) return std::nullopt;
    return model::Published{*value, std::move(source)};
}

void read_sem(Fields& fields, model::Scale& scale, const std::string& where, const model::ScoreRange* range,
              Diagnostics& diagnostics) {
    scale.standard_deviation = read_published(fields, "sd", where, greatest_figure, diagnostics);
    scale.reliability = read_published(fields, "reliability", where, 1, diagnostics);
    if (scale.standard_deviation) check_deviation(fields, "sd", scale.standard_deviation->value, range);
    if (scale.reliability && (scale.reliability->value == 0 || scale.reliability->value == 1)) {
        fields.diagnose("reliability", "must be larger than 0 and smaller than 1");
    }
}

// The floor, `{ value = 0.55, source = "...", borrowed = true }`.
void read_floor(Fields& fields, model::Scale& scale, const std::string& where, const model::ScoreRange* range,
                Diagnostics& diagnostics) {
    if (!fields.has("error_floor"))
        return fields.diagnose("error_floor",
                               "is missing; with own_mean a scale needs { value = ..., source = \"...\" }"
                               ", which content/README.md explains");
    const Node* table = fields.table("error_floor", Need::required);
    if (!table) return;
    Fields entry(*table, where + ".error_floor", diagnostics);
    model::ErrorFloor floor;
    const auto value = entry.number("value", 0, greatest_figure, Need::required);
    const auto day = entry.number("day", 0, greatest_figure, Need::optional);
    floor.source = entry.text("source", text_limit, Need::required);
    floor.borrowed = entry.truth("borrowed").value_or(false);
    entry.finish();
    if (!value) return;
    floor.value = *value;
    check_deviation(entry, "value", *value, range);
    floor.day = day.value_or(model::borrowed_floor(scale).day);
    if (day) check_deviation(entry, "day", *day, range);
    scale.error_floor = std::move(floor);
}

void read_retest(Fields& fields, model::Scale& scale, const std::string& where, const model::ScoreRange* range,
                 Diagnostics& diagnostics) {
    scale.retest = read_published(fields, "retest", where, greatest_figure, diagnostics, Need::optional);
    if (scale.retest) check_deviation(fields, "retest", scale.retest->value, range);
}

// A figure that nothing uses would be taken for one that counts.
void refuse(Fields& fields, std::initializer_list<const char*> keys, std::string_view uncertainty) {
    for (const char* key : keys) {
        if (fields.has(key)) fields.diagnose(key, fmt::format("is used only with uncertainty = \"{}\"", uncertainty));
    }
}

// Whether a score can lie on either side of the cut.
bool parts(const model::Cut& cut, const model::ScoreRange& range) {
    bool inclusive = cut.bound == model::Bound::inclusive;
    if (cut.side == model::Side::above)
        return cut.at >= range.low && (inclusive ? cut.at <= range.high : cut.at < range.high);
    return cut.at <= range.high && (inclusive ? cut.at >= range.low : cut.at > range.low);
}

void read_cuts(Fields& fields, model::Scale& scale, const std::string& where, const model::ScoreRange* range,
               Diagnostics& diagnostics) {
    for (const Node* table : fields.tables("cuts")) {
        Fields entry(*table, where + ".cuts", diagnostics);
        auto at = entry.number("at", -greatest_figure, greatest_figure, Need::required);
        auto side = entry.one_of("side", {"above", "below"}, Need::required);
        auto bound = entry.one_of("bound", {"inclusive", "exclusive"}, Need::required);
        model::Cut cut;
        cut.means = entry.text("means", text_limit, Need::required);
        cut.source = entry.text("source", text_limit, Need::required);
        entry.finish();
        if (!at || !side || !bound) continue;
        cut.at = *at;
        cut.side = *side == 0U ? model::Side::above : model::Side::below;
        cut.bound = *bound == 0U ? model::Bound::inclusive : model::Bound::exclusive;
        if (range && !parts(cut, *range)) entry.diagnose("at", "no score can lie there: " + said(*range));
        bool again = std::ranges::any_of(
            scale.cuts, [&](const model::Cut& other) { return other.at == cut.at && other.side == cut.side; });
        if (again)
            entry.diagnose("at", fmt::format("a cut {} {} is there already", *side == 0U ? "above" : "below", *at));
        scale.cuts.push_back(std::move(cut));
    }
}

void read_norms(Fields& fields, model::Scale& scale, const std::string& where, const model::ScoreRange* range,
                Diagnostics& diagnostics) {
    for (const Node* table : fields.tables("norms")) {
        Fields entry(*table, where + ".norms", diagnostics);
        model::Norm norm;
        norm.group = entry.text("group", text_limit, Need::required);
        auto mean = entry.number("mean", -greatest_figure, greatest_figure, Need::required);
        auto deviation = entry.number("sd", 0, greatest_figure, Need::required);
        norm.source = entry.text("source", text_limit, Need::required);
        entry.finish();
        if (!mean || !deviation) continue;
        norm.mean = *mean;
        norm.standard_deviation = *deviation;
        if (range && (*mean < range->low || *mean > range->high)) {
            entry.diagnose("mean", fmt::format("{} is in another unit than the score: {}", *mean, said(*range)));
        }
        check_deviation(entry, "sd", *deviation, range);
        scale.norms.push_back(std::move(norm));
    }
}

}

void read_figures(Fields& fields, model::Scale& scale, bool known, Diagnostics& diagnostics) {
    std::string where = "scale " + scale.id.value;
    model::ScoreRange scores = model::score_range(scale);
    const model::ScoreRange* range = known && !scale.keys.empty() ? &scores : nullptr;
    auto uncertainty = fields.one_of("uncertainty", {"own_mean", "sem", "none"}, Need::required);
    if (uncertainty == 1U) {
        scale.uncertainty = model::Uncertainty::sem;
        read_sem(fields, scale, where, range, diagnostics);
        refuse(fields, {"error_floor"}, "own_mean");
    } else if (uncertainty) {
        if (uncertainty == 2U) {
            scale.uncertainty = model::Uncertainty::none;
            refuse(fields, {"error_floor"}, "own_mean");
        } else if (scale.method == model::Method::points) {
            fields.diagnose("uncertainty", "cannot be own_mean: points of different items do not vary alike");
        } else {
            read_floor(fields, scale, where, range, diagnostics);
        }
        refuse(fields, {"sd", "reliability"}, "sem");
    }
    read_retest(fields, scale, where, range, diagnostics);
    read_cuts(fields, scale, where, range, diagnostics);
    read_norms(fields, scale, where, range, diagnostics);
}

}
