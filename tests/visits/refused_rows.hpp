// A database that takes no more rows into one of its tables, while the kiosk runs.
#pragma once
#include "visits/a_visit.hpp"
#include <sqlite3.h>

namespace visits {

// The connections of this process, oldest first: a row is refused on the kiosk's own, for one that another connection
// changed would be refused as a whole.
inline std::vector<sqlite3*>& opened_connections() {
    static std::vector<sqlite3*> opened;
    return opened;
}
inline int remember_connection(sqlite3* handle, char**, const void*) {
    opened_connections().push_back(handle);
    return SQLITE_OK;
}
inline const bool remembering = sqlite3_auto_extension(reinterpret_cast<void (*)()>(remember_connection)) == SQLITE_OK;

inline void on_kiosk_connection(const Visit& visit, const std::string& sql) {
    REQUIRE(remembering);
    REQUIRE_FALSE(opened_connections().empty());
    auto* handle = opened_connections().back();
    REQUIRE(std::string(sqlite3_db_filename(handle, "main")) == (visit.folder.path() / "sameside.db").string());
    CHECK(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

// From here on, or until the kiosk starts again.
inline void refuse_rows(const Visit& visit, const std::string& table) {
    on_kiosk_connection(visit, "CREATE TEMP TRIGGER refused BEFORE INSERT ON main." + table +
                                   " BEGIN SELECT RAISE(ABORT, 'no room'); END");
}
inline void take_rows(const Visit& visit) {
    on_kiosk_connection(visit, "DROP TRIGGER temp.refused");
}

}
