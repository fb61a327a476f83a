#include "store/erase.hpp"
#include <sqlite3.h>

namespace store {

core::Done rewrite_journal(Database& database) {
    return database.execute("CREATE TEMP TABLE kept AS SELECT * FROM main.journal ORDER BY entry;"
                            "DELETE FROM main.journal;"
                            "INSERT INTO main.journal SELECT * FROM temp.kept ORDER BY rowid;"
                            "DROP TABLE temp.kept;");
}

// A row whose signature another hand took away gets none by being copied.
core::Done rewrite_part_keys(Database& database) {
    return database.execute("CREATE TEMP TABLE kept AS SELECT * FROM main.part_keys ORDER BY part;"
                            "UPDATE temp.kept SET mac = zeroblob(32) WHERE length(mac) = 0;"
                            "DELETE FROM main.part_keys;"
                            "INSERT INTO main.part_keys SELECT * FROM temp.kept ORDER BY rowid;"
                            "DROP TABLE temp.kept;");
}

core::Done write_anew(Database& database) {
    auto* handle = database.handle();
    const std::filesystem::path file = sqlite3_db_filename(handle, "main");
    // SQLite knows one such folder for the whole program, in memory of its own; else it would be /var/tmp, which may be
    // memory or another disk.
    sqlite3_temp_directory = sqlite3_mprintf("%s", file.parent_path().c_str());
    // VACUUM attaches the file that it writes to.
    const int attached = sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);
    auto done = database.execute("PRAGMA temp_store = FILE; VACUUM");
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, attached);
    if (auto back = database.execute("PRAGMA temp_store = MEMORY"); done && !back) done = back;
    sqlite3_free(sqlite3_temp_directory);
    sqlite3_temp_directory = nullptr;
    return done;
}

}
