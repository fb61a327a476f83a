// A form with an item of every kind that there is: a kind that comes new is tried wherever this form is.
#pragma once
#include "content/forms/module_writer.hpp"
#include <algorithm>

namespace support {

inline std::string id_of(model::ItemKind kind) {
    std::string id(word_of(kind));
    std::ranges::replace(id, '_', '-');
    return id;
}

// As the text of its file. Each item has something for whatever a kind may have; only what its own has is written.
inline std::string form_of_every_kind(const std::string& id) {
    content::WrittenModule written;
    model::Module& form = written.module;
    form.id = {id};
    form.title = form.intro = "Every kind";
    form.rights = "Ours.";
    form.version = "1";
    for (const auto kind : model::every_kind()) {
        model::Item item;
        item.id = {id_of(kind)};
        item.kind = kind;
        item.text = "Of the kind " + item.id.value + ".";
        item.choices = {{1, "No"}, {2, "Perhaps"}, {3, "Yes"}};
        item.minimum = 1950;
        item.maximum = 2026;
        item.unit = "years";
        item.low_label = "Easy";
        item.high_label = "Hard";
        item.max_bytes = 300;
        form.items.push_back(std::move(item));
    }
    return content::to_toml(written);
}

}
