// Which rows decide what the kiosk does or promises, and the triggers that bind each of them to the device's key as it
// is written. A table that is neither here nor among those that are known otherwise fails a test.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace store {

struct ProtectedTable {
    std::string_view name;
    std::string_view key;     // the column that finds a row
    std::string_view columns; // all that are bound, with commas between
    // False: SQLite empties it as a whole (see erase.hpp), which a trigger on its deletion would forbid. Each of its
    // rows belongs to a row of a table that is counted.
    bool counted = true;
};
// In the order of their sums in the table row_sets: a new one goes to the end.
std::span<const ProtectedTable> protected_tables();

// Tables whose rows are known as ours without a MAC of their own, and why.
struct KnownOtherwise {
    std::string_view name, why;
};
std::span<const KnownOtherwise> tables_known_otherwise();

// The column `mac` and the triggers of these, for the step of the schema that makes them.
std::string protection_sql(std::span<const ProtectedTable> tables);
// Signs every row that is there: for a file that had no MACs.
std::string signing_sql(const ProtectedTable& table);
// SELECT of each row's key as text, its MAC, and whether that is the right one.
std::string verifying_sql(const ProtectedTable& table);

}
