// A kiosk's file as it stood after one of its commits, copied while the kiosk goes on with it.
#pragma once
#include "store/database.hpp"

namespace store {

enum class Holder { this_process, not_known }; // who has the folder's lock meanwhile

// The bytes of a database with all that was committed, as they would stand in a file without a log. The file and its
// log stay as they are. It is in memory twice while it is copied. Fails with not_found, io,
// busy, damaged, out_of_memory. What it gives is not checked: Database::open does that, on a copy.
[[nodiscard]] core::Result<std::string> snapshot(const std::filesystem::path& file, Holder holder);

struct RowsCompared {
    std::int64_t rows = 0;   // protected ones of the earlier file
    std::int64_t differ = 0; // of these, changed or gone in the later one
    std::int64_t added = 0;  // in the later one alone, or changed there
    std::int64_t audit_entries = 0;
    std::int64_t audit_differs = 0; // entries of the earlier file that the later one has otherwise, or not
    std::int64_t forms_differ = 0;  // the same of forms, which are kept for ever
};
// Two files of one kiosk that Database::open has found whole, an earlier and a later one. Fails with io, damaged.
[[nodiscard]] core::Result<RowsCompared> compare_rows(const std::filesystem::path& earlier,
                                                      const std::filesystem::path& later);

}
