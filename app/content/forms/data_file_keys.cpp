#include "content/forms/limits.hpp"
#include "content/forms/module_file.hpp"
#include "model/scoring/scoring.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace content {

namespace {

constexpr std::size_t most_missing = 20;

bool is_whole(std::string_view text) {
    int value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

// An answer that some scale counts cannot be a skip as well.
void check_missing(Fields& top, const model::Module& module, int line, int value) {
    for (const model::Scale& scale : module.scales) {
        if (scale.method == model::Method::points) {
            const auto key = std::ranges::find_if(
                scale.keys, [&](const model::Key& one) { return model::lies_on(module, scale, one.item, value); });
            if (key == scale.keys.end()) continue;
            top.complain_at(line, "missing",
                            fmt::format("{} is an answer to {}, which scale {} counts", value,
                                        in_quotes(key->item.value), scale.id.value));
            return;
        }
        if (value < scale.minimum || value > scale.maximum) continue;
        top.complain_at(line, "missing",
                        std::to_string(value) + " is an answer on the scale " + scale.id.value + ", which runs from " +
                            std::to_string(scale.minimum) + " to " + std::to_string(scale.maximum));
        return;
    }
}

}

void read_key_items(Fields& top, model::Module& module, ItemNotes& notes) {
    const Node* list = top.list("items", "a list of column names, without words to show", Need::required);
    auto not_scored = top.texts("not_scored", id_limit, most_items);
    if (!list) return;
    for (const Node& entry : list->list) {
        if (entry.kind != NodeKind::text || entry.text.empty() || entry.text.size() > id_limit.characters) {
            top.complain_at(entry.line, "items", "must be a list of column names, each 1 to 64 characters");
            continue;
        }
        model::Item item;
        item.id = item.words_of = {entry.text};
        item.kind = model::ItemKind::number;
        ItemNote note{entry.line, std::nullopt, true};
        if (std::ranges::find(not_scored, entry.text) != not_scored.end()) note.scored = false;
        if (!notes.emplace(item.id, note).second) {
            top.complain_at(entry.line, "items", "names " + in_quotes(entry.text) + " twice");
        }
        module.items.push_back(std::move(item));
    }
    if (list->list.empty()) top.diagnose("items", "is empty; it must name at least one column");
    if (list->list.size() > most_items) top.diagnose("items", "has more than 200 items");
    for (const std::string& name : not_scored) {
        if (!model::find_item(module, {name})) {
            top.diagnose("not_scored", "there is no item " + in_quotes(name) + " in this module");
        }
    }
    if (!top.has("scale")) top.diagnose("scale", "is missing; a form with keys only is there to be scored");
}

void read_data_keys(Fields& top, model::Module& module) {
    auto reversed = top.truth("already_reversed");
    module.already_reversed = reversed.value_or(false);
    if (reversed && !module.keys_only) {
        top.diagnose("already_reversed",
                     "belongs to a form with keys_only = true: what is asked here is never reversed");
    }
    if (!top.has("missing")) return;
    const Node* list = top.list("missing", "a list of whole numbers or words", Need::optional);
    if (!list) return;
    if (list->list.size() > most_missing) top.diagnose("missing", "has more than 20 entries");
    for (const Node& entry : list->list) {
        if (entry.kind == NodeKind::whole && entry.whole >= -greatest_value && entry.whole <= greatest_value) {
            auto value = static_cast<int>(entry.whole);
            check_missing(top, module, entry.line, value);
            module.missing.push_back(value);
        } else if (entry.kind == NodeKind::text && !entry.text.empty() && !is_whole(entry.text)) {
            module.missing_words.push_back(entry.text);
        } else {
            top.complain_at(entry.line, "missing", "must be a list of whole numbers, or of words such as \"NA\"");
        }
    }
}

}
