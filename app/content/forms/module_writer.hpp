// Writes a module as the TOML file that module_from reads back to the same module.
#pragma once
#include "model/form/module.hpp"

namespace content {

struct WrittenModule {
    model::Module module;
    std::vector<std::string> head;                  // comments above everything
    std::map<core::ItemId, std::string> item_notes; // a comment above the item
    std::map<core::ScaleId, std::string> scale_notes;
};

std::string to_toml(const WrittenModule& written);

// The lines of a [[scale]] (scale_writer.cpp).
void put_scale(std::string& out, const model::Module& module, const model::Scale& scale);
void put_origin(std::string& out, const model::Origin& origin); // origin_file.cpp

// A line of a table; a text that is empty and what is not so have none.
void put(std::string& out, std::string_view key, const std::string& value);
void put_true(std::string& out, std::string_view key, bool is);
void put_text(std::string& out, std::string_view key, std::string_view text);

}
