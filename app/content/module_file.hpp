// One module from one TOML file; the rules of the format are in content/README.md.
#pragma once
#include "content/document.hpp"
#include "content/fields.hpp"
#include "model/module.hpp"
#include <map>

namespace content {

// What an item's table says about being scored, which the model does not keep.
struct ItemNote {
    int line = 1;
    std::optional<bool> scored;
};
using ItemNotes = std::map<core::ItemId, ItemNote>;

// `name` is the file's name without ".toml", which the module's id must repeat. Complains of everything that is
// wrong; gives a module only when nothing is.
std::optional<model::Module> module_from(const Node& root, const std::string& name, Complaints& complaints);

// The items of a module, in order (item_file.cpp).
void read_items(Fields& top, model::Module& module, ItemNotes& notes, Complaints& complaints);
// The scales and the map, checked against the items (scale_file.cpp).
void read_scales(Fields& top, model::Module& module, const ItemNotes& notes, Complaints& complaints);

}
