#include "refused_rows.hpp"

namespace visits {

std::vector<sqlite3*>& opened_connections() {
    static std::vector<sqlite3*> opened;
    return opened;
}

int remember_connection(sqlite3* handle, char**, const void*) {
    opened_connections().push_back(handle);
    return SQLITE_OK;
}

void on_kiosk_connection(const Visit& visit, const std::string& sql) {
    REQUIRE(remembering);
    REQUIRE_FALSE(opened_connections().empty());
    auto* handle = opened_connections().back();
    REQUIRE(std::string(sqlite3_db_filename(handle, "main")) == (visit.folder.path() / "sameside.db").string());
    CHECK(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

void refuse_rows(const Visit& visit, const std::string& table) {
    on_kiosk_connection(visit, "CREATE TEMP TRIGGER refused BEFORE INSERT ON main." + table +
                                   " BEGIN SELECT RAISE(ABORT, 'no room'); END");
}

void take_rows(const Visit& visit) {
    on_kiosk_connection(visit, "DROP TRIGGER temp.refused");
}

}
