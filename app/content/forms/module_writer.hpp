// Writes a module as the TOML file that module_from reads back to the same module.
#pragma once
#include "model/form/module.hpp"

namespace content {

struct WrittenModule {
    model::Module module;
    std::vector<std::string> head;                                 // comments above everything
    std::map<core::ItemId, std::string> item_notes;                // a comment above the item
    std::map<core::ItemId, std::vector<std::string>> choice_notes; // one beside each choice, empty or not
    std::map<core::ScaleId, std::string> scale_notes;
};

std::string to_toml(const WrittenModule& written);

// A line of a table; a text that is empty has none.
void put(std::string& out, std::string_view key, const std::string& value);
void put_text(std::string& out, std::string_view key, std::string_view text);

}
