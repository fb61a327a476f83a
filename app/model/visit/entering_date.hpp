// A date as it is typed: three fields in the order of the language, and what a key makes of them.
#pragma once
#include "model/form/module.hpp"
#include "model/visit/known_actions.hpp"

namespace model {

DateOrder date_order_of(const core::Catalogue* catalogue); // nullptr: the source language
DateEntry date_entry(const DateOrder& order, const Answer* answer);

// The answer to keep after `action`: Skipped while the date is not complete. Nothing when it means nothing here.
std::optional<Answer> enter_date(DateEntry& entry, const Item& item, Among<known::Dates> action);

// Enter goes to the next field that is still open; false when there is none.
bool step_to_open_field(DateEntry& entry);

// Why the typed date cannot be kept.
enum class DateTrouble { none, open, no_such_month, no_such_day, out_of_years };
DateTrouble trouble_of(const DateEntry& entry, const Item& item);
std::optional<int> month_typed(const DateEntry& entry); // 1 to 12

}
