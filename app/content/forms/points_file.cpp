#include "content/forms/limits.hpp"
#include "content/forms/module_file.hpp"
#include "model/scoring/scoring.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace content {

namespace {

// Whole numbers, in the order they stand in; nothing when one of them is something else.
std::optional<std::vector<int>> whole_numbers(Fields& fields, std::string_view key) {
    const Node* list = fields.list(key, "a list of whole numbers", Need::optional);
    if (!list) return std::nullopt;
    std::vector<int> numbers;
    for (const Node& entry : list->list) {
        if (entry.kind != NodeKind::whole || entry.whole < -greatest_value || entry.whole > greatest_value) {
            fields.complain_at(entry.line, key, "must be a list of whole numbers from -1000000 to 1000000");
            return std::nullopt;
        }
        numbers.push_back(static_cast<int>(entry.whole));
    }
    return numbers;
}

void steps_of_choices(Fields& fields, const model::Item& item, const std::vector<int>& points, model::Key& key) {
    if (fields.has("from")) fields.diagnose("from", "belongs to an item without choices");
    if (points.size() != item.choices.size()) {
        fields.diagnose("points", fmt::format("has {} numbers; the item has {} choices, and each needs its own",
                                              points.size(), item.choices.size()));
        return;
    }
    for (std::size_t i = 0; i < points.size(); ++i)
        key.points.push_back({item.choices[i].value, points[i]});
}

void steps_of_numbers(Fields& fields, const model::Item& item, const std::vector<int>& points, model::Key& key) {
    const auto from = whole_numbers(fields, "from");
    if (!from || from->size() != points.size() || points.empty()) {
        fields.diagnose("from", "must name the answer from which each of the points counts");
        return;
    }
    const bool ascend = std::ranges::adjacent_find(*from, std::greater_equal()) == from->end();
    if (!ascend || from->front() != item.minimum || from->back() > item.maximum) {
        fields.diagnose("from", fmt::format("must rise from {}, the lowest answer, to no more than {}", item.minimum,
                                            item.maximum));
        return;
    }
    for (std::size_t i = 0; i < points.size(); ++i)
        key.points.push_back({(*from)[i], points[i]});
}

}

void read_points(Fields& fields, const model::Module& module, const model::Scale& scale, model::Key& key) {
    key.unanswered = fields.whole("unanswered", -greatest_value, greatest_value, Need::optional);
    if (scale.method != model::Method::points) {
        for (const char* name : {"points", "from", "unanswered"})
            if (fields.has(name)) fields.diagnose(name, "belongs to a scale whose method is points");
        return;
    }
    if (key.reversed) fields.diagnose("reversed", "is not for points; write the points the other way round");
    const model::Item* item = model::find_item(module, key.item);
    const auto points = whole_numbers(fields, "points");
    if (!item || !can_be_scored(*item)) return;
    if (!points) {
        if (fields.has("from")) fields.diagnose("from", "has no points");
    } else if (item->choices.empty()) {
        steps_of_numbers(fields, *item, *points, key);
    } else {
        steps_of_choices(fields, *item, *points, key);
    }
}

void read_points_scale(Fields& fields, const model::Module& module, model::Scale& scale) {
    const auto add = fields.whole("add", -greatest_value, greatest_value, Need::optional);
    scale.divide_by = fields.whole("divide_by", 2, greatest_value, Need::optional);
    scale.add = add.value_or(0);
    if (scale.method == model::Method::points) {
        if (module.keys_only) fields.diagnose("method", "cannot be points in a form with keys_only = true");
        return;
    }
    for (const char* name : {"add", "divide_by"})
        if (fields.has(name)) fields.diagnose(name, "belongs to a scale whose method is points");
}

void check_points(Fields& fields, const model::Module& module, const model::Scale& scale) {
    const auto range = model::points_range(module, scale);
    if (scale.minimum != std::floor(range.low) || scale.maximum != std::ceil(range.high))
        fields.diagnose("minimum", fmt::format("and maximum must be {} and {}, the lowest and the highest score that "
                                               "the points can give",
                                               std::floor(range.low), std::ceil(range.high)));
    const auto needed = static_cast<std::size_t>(
        std::ranges::count_if(scale.keys, [](const model::Key& key) { return !key.unanswered; }));
    if (scale.least_answered < needed)
        fields.diagnose(
            "least_answered",
            fmt::format("must be at least {}: so many items do not say what counts without an answer", needed));
}

}
