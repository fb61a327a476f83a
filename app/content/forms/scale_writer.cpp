#include "content/forms/module_writer.hpp"
#include "core/toml_string.hpp"
#include "model/scoring/error_floor.hpp"
#include <fmt/format.h>

namespace content {

namespace {

std::string_view method_word(model::Method method) {
    switch (method) {
    case model::Method::mean:
        return "mean";
    case model::Method::sum:
        return "sum";
    case model::Method::points:
        return "points";
    }
    return "";
}

std::string_view uncertainty_word(model::Uncertainty uncertainty) {
    switch (uncertainty) {
    case model::Uncertainty::own_mean:
        return "own_mean";
    case model::Uncertainty::sem:
        return "sem";
    case model::Uncertainty::none:
        return "none";
    }
    return "";
}

std::string listed_in_key(const model::Key& key, int model::PointStep::*number) {
    std::string list;
    for (const auto& step : key.points)
        list += (list.empty() ? "" : ", ") + std::to_string(step.*number);
    return list;
}

void put_key(std::string& out, const model::Module& module, const model::Key& key) {
    const auto* item = model::find_item(module, key.item);
    out += fmt::format("    {{ item = \"{}\"", key.item.value);
    if (key.reversed) out += ", reversed = true";
    if (key.way)
        out += fmt::format(", direction = \"{}\"", *key.way == model::Way::toward_me ? "toward_me" : "from_me");
    if (!key.points.empty()) {
        if (item == nullptr || item->choices.empty())
            out += fmt::format(", from = [{}]", listed_in_key(key, &model::PointStep::from));
        out += fmt::format(", points = [{}]", listed_in_key(key, &model::PointStep::points));
    }
    if (key.unanswered) out += fmt::format(", unanswered = {}", *key.unanswered);
    out += " },\n";
}

void put_floor(std::string& out, const model::Scale& scale) {
    const auto floor = model::floor_of(scale);
    // One that is borrowed here and now has more digits than anybody knows of it.
    const auto digits = [&](double figure) {
        return scale.error_floor ? fmt::format("{}", figure) : fmt::format("{:.2f}", figure);
    };
    put(out, "error_floor",
        fmt::format("{{ value = {}, day = {}, borrowed = {}, source = {} }}", digits(floor.value), digits(floor.day),
                    floor.borrowed, core::toml_string(floor.source)));
}

void put_published(std::string& out, std::string_view key, const std::optional<model::Published>& figure) {
    if (figure)
        put(out, key, fmt::format("{{ value = {}, source = {} }}", figure->value, core::toml_string(figure->source)));
}

void put_cuts_and_norms(std::string& out, const model::Scale& scale) {
    std::string cuts, norms;
    for (const auto& cut : scale.cuts)
        cuts += fmt::format("    {{ at = {}, side = \"{}\", bound = \"{}\", means = {}, source = {} }},\n", cut.at,
                            cut.side == model::Side::above ? "above" : "below",
                            cut.bound == model::Bound::inclusive ? "inclusive" : "exclusive",
                            core::toml_string(cut.means), core::toml_string(cut.source));
    for (const auto& norm : scale.norms)
        norms += fmt::format("    {{ group = {}, mean = {}, sd = {}, source = {} }},\n", core::toml_string(norm.group),
                             norm.mean, norm.standard_deviation, core::toml_string(norm.source));
    if (!cuts.empty()) put(out, "cuts", "[\n" + cuts + "]");
    if (!norms.empty()) put(out, "norms", "[\n" + norms + "]");
}

void put_together(std::string& out, const model::Scale& scale) {
    put_text(out, "strength", scale.strength);
    put_text(out, "talk_title", scale.talk.title);
    put_text(out, "talk_prompt", scale.talk.prompt);
    if (!scale.strength.empty() || !scale.talk.title.empty())
        put(out, "strength_at", scale.strength_at == model::End::low ? "\"low\"" : "\"high\"");
}

}

void put_scale(std::string& out, const model::Module& module, const model::Scale& scale) {
    put_text(out, "id", scale.id.value);
    put_text(out, "title", scale.title);
    put(out, "method", fmt::format("\"{}\"", method_word(scale.method)));
    put_true(out, "prorate", scale.prorate);
    put(out, "minimum", std::to_string(scale.minimum));
    put(out, "maximum", std::to_string(scale.maximum));
    if (scale.add != 0) put(out, "add", std::to_string(scale.add));
    if (scale.divide_by) put(out, "divide_by", std::to_string(*scale.divide_by));
    put(out, "least_answered", std::to_string(scale.least_answered));
    put(out, "uncertainty", fmt::format("\"{}\"", uncertainty_word(scale.uncertainty)));
    if (scale.uncertainty == model::Uncertainty::own_mean) put_floor(out, scale);
    put_published(out, "sd", scale.standard_deviation);
    put_published(out, "reliability", scale.reliability);
    put_published(out, "retest", scale.retest);
    put_text(out, "low_means", scale.low_means);
    put_text(out, "high_means", scale.high_means);
    put_true(out, "private", scale.is_private && !module.is_private);
    if (scale.facet_of) put_text(out, "facet_of", scale.facet_of->value);
    put_together(out, scale);
    put_origin(out, scale.origin);
    put_cuts_and_norms(out, scale);
    out += "keys = [\n";
    for (const auto& key : scale.keys)
        put_key(out, module, key);
    out += "]\n";
}

}
