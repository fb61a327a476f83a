#include "content/forms/item_keys.hpp"
#include "content/forms/limits.hpp"
#include "content/forms/module_file.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

constexpr int most_keys = 1'000;

struct Range {
    int minimum;
    int maximum;
    bool operator==(const Range&) const = default;
};

// The values an item can score, or nothing when its kind has no single number or its choices are broken.
std::optional<Range> range_of(const model::Item& item) {
    if (!can_be_scored(item.kind)) return std::nullopt;
    if (is_counted(item.kind)) return Range{item.minimum, item.maximum};
    if (item.choices.empty()) return std::nullopt;
    return Range{item.choices.front().value, item.choices.back().value};
}

std::string said(Range range) {
    return std::to_string(range.minimum) + " to " + std::to_string(range.maximum);
}

void check_way(Fields& fields, const model::Item& item, const model::Key& key) {
    const bool both = shape_of(item.kind) == model::AnswerShape::both_ways;
    if (both && !key.way && !fields.has("direction"))
        fields.diagnose("direction", "is left open; item " + in_quotes(item.id.value) +
                                         " is answered both ways, and a scale takes \"toward_me\" or \"from_me\"");
    if (!both && fields.has("direction")) fields.diagnose("direction", "belongs to an item of kind two_way");
}

void check_key(Fields& fields, const model::Module& module, const model::Scale& scale, const model::Key& key) {
    const model::Item* item = model::find_item(module, key.item);
    if (!item) {
        fields.diagnose("item", "there is no item \"" + key.item.value + "\" in this module");
        return;
    }
    if (!can_be_scored(*item)) {
        fields.diagnose("item", "item \"" + key.item.value + "\" " +
                                    (item->decimals > 0 ? std::string("has decimals; only whole numbers can be scored")
                                                        : fmt::format("cannot be scored; only {} items can",
                                                                      kinds_that(can_be_scored, "and"))));
        return;
    }
    check_way(fields, *item, key);
    auto range = range_of(*item);
    Range wanted{scale.minimum, scale.maximum};
    if (scale.method != model::Method::points && range && *range != wanted) {
        std::string why = key.reversed ? "is reversed, but its answers run from " : "has answers from ";
        fields.diagnose("item", "item \"" + key.item.value + "\" " + why + said(*range) + " and the scale from " +
                                    said(wanted) + "; they must be the same");
    }
    if (item->is_private && !scale.is_private) {
        fields.diagnose("item", "item \"" + key.item.value + "\" is private, so the scale must say private = true");
    }
}

// The items of a form that has keys only say no range of their own; the first scale that uses one says it.
void take_range(model::Module& module, const model::Scale& scale, const core::ItemId& id) {
    auto item = std::ranges::find(module.items, id, &model::Item::id);
    if (item == module.items.end() || item->minimum != item->maximum) return;
    item->minimum = scale.minimum;
    item->maximum = scale.maximum;
}

void read_keys(Fields& fields, model::Module& module, model::Scale& scale, Diagnostics& diagnostics) {
    std::set<core::ItemId> seen;
    for (const Node* table : fields.tables("keys")) {
        Fields key(*table, "scale " + scale.id.value + ".keys", diagnostics);
        core::ItemId item{module.keys_only ? key.text("item", id_limit, Need::required)
                                           : key.id("item", Need::required)};
        bool reversed = key.truth("reversed").value_or(false);
        model::Key made{.item = item, .reversed = reversed, .points = {}, .unanswered = {}};
        if (const auto way = key.one_of("direction", {"toward_me", "from_me"}, Need::optional))
            made.way = *way == 0 ? model::Way::toward_me : model::Way::from_me;
        read_points(key, module, scale, made);
        key.finish();
        if (item.empty()) continue;
        if (!seen.insert(item).second) key.diagnose("item", "names \"" + item.value + "\" twice");
        scale.keys.push_back(std::move(made));
        if (module.keys_only) take_range(module, scale, item);
        check_key(key, module, scale, scale.keys.back());
    }
    if (scale.keys.empty()) fields.diagnose("keys", "is left open; a scale needs at least one key");
}

void check_least(Fields& fields, const model::Scale& scale, std::optional<int> least) {
    if (!least || scale.keys.empty()) return;
    std::size_t all = scale.keys.size();
    if (static_cast<std::size_t>(*least) > all) {
        fields.diagnose("least_answered", std::to_string(*least) + " is out of range; it must be from 1 to the " +
                                              std::to_string(all) + " keys of the scale");
    } else if (scale.method == model::Method::sum && !scale.prorate && static_cast<std::size_t>(*least) != all) {
        fields.diagnose("least_answered",
                        "must be " + std::to_string(all) + ": a sum needs every item, unless it says prorate = true");
    } else if (scale.prorate && static_cast<std::size_t>(*least) == all) {
        fields.diagnose("least_answered", "is every item, so there is nothing to prorate");
    }
}

void read_prorate(Fields& fields, model::Scale& scale) {
    auto prorate = fields.truth("prorate");
    scale.prorate = prorate.value_or(false);
    if (prorate && scale.method != model::Method::sum) {
        fields.diagnose("prorate", "belongs to a sum; a mean is of what was answered as it is");
    }
}

model::Scale read_scale(const Node& table, model::Module& module, Diagnostics& diagnostics) {
    model::Scale scale;
    const Entry* named = find_entry(table, "id");
    std::string where = "scale";
    if (named && is_id(named->value.text)) where += " " + named->value.text;
    const std::size_t before = diagnostics.count();
    Fields fields(table, where, diagnostics);
    scale.id = {fields.id("id", Need::required)};
    scale.words_of = scale.id;
    scale.title = fields.text("title", title_limit, Need::required);
    static constexpr model::Method methods[]{model::Method::mean, model::Method::sum, model::Method::points};
    auto method = fields.one_of("method", {"mean", "sum", "points"}, Need::required);
    scale.method = methods[method.value_or(0)];
    read_prorate(fields, scale);
    read_points_scale(fields, module, scale);
    auto minimum = fields.whole("minimum", -greatest_value, greatest_value, Need::required);
    auto maximum = fields.whole("maximum", -greatest_value, greatest_value, Need::required);
    if (minimum && maximum && *minimum >= *maximum) fields.diagnose("maximum", "must be larger than minimum");
    scale.minimum = minimum.value_or(0);
    scale.maximum = maximum.value_or(0);
    auto least = fields.whole("least_answered", 1, most_keys, Need::required);
    scale.least_answered = static_cast<std::size_t>(least.value_or(1));
    Need words = module.keys_only ? Need::optional : Need::required;
    scale.low_means = fields.text("low_means", text_limit, words);
    scale.high_means = fields.text("high_means", text_limit, words);
    scale.is_private = module.is_private || fields.truth("private").value_or(false);
    std::string whole = fields.id("facet_of", Need::optional);
    if (!whole.empty()) scale.facet_of = core::ScaleId{whole};
    read_strength_and_talk(fields, module, scale);
    read_origin(fields, where, scale.origin, diagnostics);
    read_keys(fields, module, scale, diagnostics);
    check_least(fields, scale, least);
    const bool points = scale.method == model::Method::points && diagnostics.count() == before;
    if (points && !module.keys_only) check_points(fields, module, scale);
    read_figures(fields, scale, minimum && maximum && *minimum < *maximum && method, diagnostics);
    fields.finish();
    return scale;
}

// A facet belongs to another scale that is no facet itself. A private facet may not stand under a scale that is shown.
void check_facets(const model::Module& module, const std::vector<const Node*>& tables, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < module.scales.size(); ++i) {
        const model::Scale& scale = module.scales[i];
        if (!scale.facet_of) continue;
        Fields fields(*tables[i], "scale " + scale.id.value, diagnostics);
        auto whole = std::ranges::find(module.scales, *scale.facet_of, &model::Scale::id);
        if (whole == module.scales.end()) {
            fields.diagnose("facet_of", "there is no scale \"" + scale.facet_of->value + "\" in this module");
        } else if (whole->facet_of) {
            fields.diagnose("facet_of", in_quotes(whole->id.value) + " is itself a facet, or this scale");
        } else if (scale.is_private && !whole->is_private) {
            fields.diagnose("facet_of", "a private scale cannot be a facet of one that is not private");
        }
    }
}

// `sound`: every key was read, so that an item without one was left out, and not mistyped there.
void check_scored(const model::Module& module, const ItemNotes& notes, bool sound, Diagnostics& diagnostics) {
    std::set<core::ItemId> keyed;
    for (const model::Scale& scale : module.scales) {
        for (const model::Key& key : scale.keys)
            keyed.insert(key.item);
    }
    for (const auto& [item, note] : notes) {
        if (note.scored == true && note.can_be_scored && !keyed.contains(item)) {
            diagnostics.add(note.line, "item " + item.value + ".scored",
                            "is true, but no scale has a key for this item");
        }
        if (note.scored == false && keyed.contains(item)) {
            diagnostics.add(note.line, "item " + item.value + ".scored",
                            "is false, but a scale has a key for this item");
        }
        const model::Item* found = model::find_item(module, item);
        const bool expected = note.can_be_scored && found != nullptr && has_one_value(found->kind);
        if (sound && !note.scored && expected && !keyed.contains(item) && !module.scales.empty()) {
            diagnostics.add(note.line, "item " + item.value + ".scored",
                            module.keys_only
                                ? "no scale has a key for this item; name it in not_scored if that is meant"
                                : "no scale has a key for this item; write scored = false if that is meant");
        }
    }
}

core::ScaleId read_axis(Fields& fields, const model::Module& module, std::string_view key) {
    core::ScaleId id{fields.id(key, Need::required)};
    auto found = std::ranges::find(module.scales, id, &model::Scale::id);
    if (id.empty()) return id;
    if (found == module.scales.end()) {
        fields.diagnose(key, "there is no scale \"" + id.value + "\" in this module");
    } else if (found->method != model::Method::mean) {
        fields.diagnose(key, "a map needs a scale whose method is mean");
    }
    return id;
}

void read_map(Fields& top, model::Module& module, Diagnostics& diagnostics) {
    const Node* table = top.table("map");
    if (!table) return;
    Fields fields(*table, "map", diagnostics);
    model::Map map;
    map.x = read_axis(fields, module, "x");
    map.y = read_axis(fields, module, "y");
    if (!map.x.empty() && map.x == map.y) fields.diagnose("y", "must be another scale than x");
    map.low_low = fields.text("low_low", label_limit, Need::required);
    map.low_high = fields.text("low_high", label_limit, Need::required);
    map.high_low = fields.text("high_low", label_limit, Need::required);
    map.high_high = fields.text("high_high", label_limit, Need::required);
    read_region_articles(fields, map);
    fields.finish();
    module.map = std::move(map);
}

}

bool can_be_scored(model::ItemKind kind) {
    return has_one_value(kind) || shape_of(kind) == model::AnswerShape::both_ways;
}

bool can_be_scored(const model::Item& item) {
    return can_be_scored(item.kind) && item.decimals == 0;
}

void read_scales(Fields& top, model::Module& module, const ItemNotes& notes, Diagnostics& diagnostics) {
    std::size_t before = diagnostics.count();
    auto tables = top.tables("scale");
    std::set<core::ScaleId> ids;
    for (const Node* table : tables) {
        model::Scale scale = read_scale(*table, module, diagnostics);
        if (!scale.id.empty() && !ids.insert(scale.id).second) {
            diagnostics.add(table->line, "scale " + scale.id.value + ".id", "another scale of this module has this id");
        }
        module.scales.push_back(std::move(scale));
    }
    check_facets(module, tables, diagnostics);
    check_scored(module, notes, diagnostics.count() == before, diagnostics);
    read_map(top, module, diagnostics);
}

}
