// A database that takes no more rows into one of its tables, while the kiosk runs.
#pragma once
#include "visits/a_visit.hpp"
#include <sqlite3.h>

namespace visits {

inline void change_database(const Visit& visit, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open((visit.folder.path() / "sameside.db").c_str(), &handle) == SQLITE_OK);
    CHECK(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

// From here on.
inline void refuse_rows(const Visit& visit, const std::string& table) {
    change_database(visit,
                    "CREATE TRIGGER refused BEFORE INSERT ON " + table + " BEGIN SELECT RAISE(ABORT, 'no room'); END");
}
inline void take_rows(const Visit& visit) {
    change_database(visit, "DROP TRIGGER refused");
}

}
