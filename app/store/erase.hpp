// Taking sealed parts' entries and keys off the disk.
#pragma once
#include "store/database.hpp"

namespace store {

// Inside a transaction, after rows were removed: zeroes every page the table has, or ever had, by emptying it and
// putting the remaining rows back. Without this, copies of a removed row can stay in the unused middle of a page:
// secure_delete zeroes the cell itself, but not the copies that the b-tree leaves behind when it rebalances.
[[nodiscard]] core::Done rewrite_journal(Database& database);
[[nodiscard]] core::Done rewrite_part_keys(Database& database);

// Outside a transaction: writes the whole file anew, so that none of its pages holds a copy of a removed row. Takes
// memory of a fixed size; the rest goes to a file without a name in the same folder, which holds what the database does
// and is gone with the process.
[[nodiscard]] core::Done write_anew(Database& database);

}
