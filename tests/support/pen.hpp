// Somebody who can write the database and has no key: a connection of their own, without the kiosk's triggers.
#pragma once
#include <doctest/doctest.h>
#include <filesystem>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace support {

class Pen {
public:
    explicit Pen(const std::filesystem::path& file) {
        REQUIRE(sqlite3_open(file.c_str(), &m_handle) == SQLITE_OK);
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;
    ~Pen() { sqlite3_close(m_handle); }

    bool write(const std::string& sql) {
        return sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    // The first column of each row.
    std::vector<std::string> read(const std::string& sql) {
        std::vector<std::string> rows;
        const auto put = [](void* into, int, char** values, char**) {
            static_cast<std::vector<std::string>*>(into)->emplace_back(values[0] == nullptr ? "" : values[0]);
            return 0;
        };
        REQUIRE(sqlite3_exec(m_handle, sql.c_str(), put, &rows, nullptr) == SQLITE_OK);
        return rows;
    }

private:
    sqlite3* m_handle = nullptr;
};

}
