// A form that asks items of another one again, so that change can be read between the two.
#pragma once
#include "content/read/fields.hpp"
#include "model/form/module.hpp"

namespace content {

// Complains under `same_items_as` of every item and key of `form` that is not word for word that of `original`.
void check_same_items(Fields& fields, const model::Module& form, const model::Module& original);

}
