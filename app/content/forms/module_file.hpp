// One module from one TOML file; the rules of the format are in content/README.md.
#pragma once
#include "content/read/document.hpp"
#include "content/read/fields.hpp"
#include "model/form/module.hpp"
#include <map>
#include <set>

namespace content {

// Stands in `rights` of an imported form until the practice says by what right it uses the form.
inline constexpr std::string_view rights_not_stated =
    "Not stated. The practice writes here by what right it uses this form.";

inline constexpr TextLimit version_limit{60};
inline constexpr TextLimit rights_limit{1500};

// Where an item stands in the file and what it says about being scored, which the model does not keep.
struct ItemNote {
    int line = 1;
    std::optional<bool> scored;
    bool can_be_scored = false;   // false for an item whose kind is not known
    bool for_each_agreed = false; // asked once for each sentence the couple agreed on
};
using ItemNotes = std::map<core::ItemId, ItemNote>;

// `name` is the file's name without ".toml", which the module's id must repeat; empty for a file that may have any
// name. Complains of everything that is wrong; gives a module only when nothing is.
std::optional<model::Module> module_from(const Node& root, const std::string& name, Diagnostics& diagnostics);
// The same from a file of any name, wherever it lies.
std::optional<model::Module> read_module(const std::filesystem::path& file, Diagnostics& diagnostics);

// The items of a module, in order (item_file.cpp).
void read_items(Fields& top, model::Module& module, ItemNotes& notes, Diagnostics& diagnostics);
// When an item is asked (condition_file.cpp). The module holds the items before this one; `ids` are those of its file.
void read_enable_when(Fields& fields, const model::Module& module, model::Item& item, const std::set<std::string>& ids,
                      Diagnostics& diagnostics);
// What an item or a scale was in the form that it came from (origin_file.cpp).
void read_origin(Fields& fields, const std::string& where, model::Origin& origin, Diagnostics& diagnostics);
// What a number is stored as: 125 for 12.5 with one decimal.
int scaled_by(int decimals);
// Puts an item that is asked for each sentence a couple agreed on in place once for each of most_read_back, behind an
// item that is given (repeat_file.cpp).
void read_back_items(Fields& top, model::Module& module, const ItemNotes& notes);
// [repeat]: puts the module's items and scales in place once for each person (repeat_file.cpp). After all of the rest.
void read_repeat(Fields& top, model::Module& module, const ItemNotes& notes, Diagnostics& diagnostics);
// The items of a module that has keys only: column names, without words (data_file_keys.cpp).
void read_key_items(Fields& top, model::Module& module, ItemNotes& notes);
// What a file of answers writes for a skip, and whether it came reversed; after the scales, whose answers these must
// not be (data_file_keys.cpp).
void read_data_keys(Fields& top, model::Module& module);
// A scale may have a key for it: the answer has one whole value, or one for each of two ways.
bool can_be_scored(model::ItemKind kind);
bool can_be_scored(const model::Item& item);
// The scales and the map, checked against the items (scale_file.cpp).
void read_scales(Fields& top, model::Module& module, const ItemNotes& notes, Diagnostics& diagnostics);
// What the answers of a scale of points count (points_file.cpp): of one key, and of the scale before its keys are read.
void read_points(Fields& fields, const model::Module& module, const model::Scale& scale, model::Key& key);
void read_points_scale(Fields& fields, const model::Module& module, model::Scale& scale);
void check_points(Fields& fields, const model::Module& module, const model::Scale& scale); // all of it was read
// What a form offers to look at together (shareable_file.cpp). `shareable` of the module is read before its items.
void read_talk_of_item(Fields& fields, const model::Module& module, model::Item& item);
void read_strength_and_talk(Fields& fields, const model::Module& module, model::Scale& scale);
void read_region_articles(Fields& fields, model::Map& map);
// Complains of each article of a region that is not among `articles`. `table` is [map].
void check_region_articles(const Node& table, const model::Module& module, const std::set<std::string>& articles,
                           Diagnostics& diagnostics);
void check_shareable(Fields& top, const model::Module& module); // after all of the rest
// What a scale says of published figures: standard error, cuts, norms (scale_figures.cpp). `known` says that the
// scale's own range is; without it no figure can be compared with the range.
void read_figures(Fields& fields, model::Scale& scale, bool known, Diagnostics& diagnostics);

}
