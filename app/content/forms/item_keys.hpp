// What an item's table in the file has beside what every item has: the keys of its kind, read and written side by side.
#pragma once
#include "content/read/fields.hpp"
#include "model/form/module.hpp"
#include <map>

namespace content {

// The [[response]] tables: choices that several items have, by their id.
using Responses = std::map<std::string, std::vector<model::Choice>>;
Responses read_responses(Fields& top, Diagnostics& diagnostics);

struct KeysRead {
    Fields& fields;
    const Responses& responses;
    const std::string& where; // "item first"
    Diagnostics& diagnostics;
};
// The item's kind is known; complains of what is missing or makes no sense.
void read_kind_keys(const KeysRead& read, model::Item& item);

// The same as lines of a file. `choices` is the line that says what the choices are, where there are any.
void put_kind_keys(std::string& out, const model::Item& item, const std::string& choices);

// "choice, number and zero_to_ten": the kinds of which something is true, for what is said to authors.
std::string kinds_that(bool (*are)(model::ItemKind), std::string_view before_last);

}
