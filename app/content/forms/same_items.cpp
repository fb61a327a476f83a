#include "content/forms/same_items.hpp"
#include <algorithm>

namespace content {

namespace {

constexpr std::string_view key = "same_items_as";

bool same_question(const model::Item& one, const model::Item& other) {
    auto named = [](const model::Item& item) {
        model::Item plain = item;
        plain.chart_label.clear();
        return plain;
    };
    return named(one) == named(other);
}

void check_scale(Fields& fields, const model::Module& form, const model::Scale& scale, const model::Module& original) {
    auto found = std::ranges::find(original.scales, scale.id, &model::Scale::id);
    if (found == original.scales.end()) {
        fields.diagnose(key, in_quotes(original.id.value) + " has no scale " + in_quotes(scale.id.value));
        return;
    }
    if (found->method != scale.method || found->minimum != scale.minimum || found->maximum != scale.maximum ||
        found->add != scale.add || found->divide_by != scale.divide_by) {
        fields.diagnose(key, "scale " + in_quotes(scale.id.value) + " is counted otherwise than in " +
                                 in_quotes(original.id.value));
    }
    for (const model::Key& asked : scale.keys) {
        auto there = std::ranges::find(found->keys, asked.item, &model::Key::item);
        const model::Item* item = model::find_item(form, asked.item);
        const model::Item* first = model::find_item(original, asked.item);
        if (there == found->keys.end() || !item || !first || !same_question(*item, *first)) {
            fields.diagnose(key, "item " + in_quotes(asked.item.value) + " of scale " + in_quotes(scale.id.value) +
                                     " must be word for word that of " + in_quotes(original.id.value));
        } else if (there->reversed != asked.reversed) {
            fields.diagnose(key, "item " + in_quotes(asked.item.value) + " is reversed in one of the two forms");
        } else if (there->way != asked.way) {
            fields.diagnose(key,
                            "item " + in_quotes(asked.item.value) + " is taken the other way in one of the two forms");
        } else if (*there != asked) {
            fields.diagnose(key,
                            "item " + in_quotes(asked.item.value) + " counts other points in one of the two forms");
        }
    }
}

}

void check_same_items(Fields& fields, const model::Module& form, const model::Module& original) {
    if (form.scales.empty()) fields.diagnose(key, "needs a scale: change is read between scores");
    for (const model::Scale& scale : form.scales)
        check_scale(fields, form, scale, original);
}

}
