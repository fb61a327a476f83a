#include "promises/sealed_part.hpp"
#include <sqlite3.h>

using namespace promises;
using visits::Visit;

namespace {

class File {
public:
    explicit File(const std::filesystem::path& folder) {
        REQUIRE(sqlite3_open((folder / "sameside.db").c_str(), &m_handle) == SQLITE_OK);
    }
    ~File() { sqlite3_close(m_handle); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    // The first column of each row. A change that the schema itself forbids is refused: false.
    bool run(const std::string& sql, std::vector<std::string>* rows = nullptr) {
        const auto row = [](void* into, int, char** values, char**) {
            if (into != nullptr) static_cast<std::vector<std::string>*>(into)->emplace_back(values[0] ? values[0] : "");
            return 0;
        };
        return sqlite3_exec(m_handle, sql.c_str(), row, rows, nullptr) == SQLITE_OK;
    }
    std::vector<std::string> column(const std::string& sql) {
        std::vector<std::string> rows;
        REQUIRE(run(sql, &rows));
        return rows;
    }

private:
    sqlite3* m_handle = nullptr;
};

struct Flip {
    std::string table, column, row;
    std::size_t byte = 0; // of a blob
    std::string sql;
};

std::string with_a_byte_changed(std::size_t byte, const std::string& column) {
    const auto at = std::to_string(byte + 1);
    // SQL has no exclusive or: the byte becomes one of two, whichever it was not.
    return "CAST(substr(" + column + ", 1, " + at + " - 1) || CASE WHEN substr(" + column + ", " + at +
           ", 1) = X'5A' THEN X'A5' ELSE X'5A' END || substr(" + column + ", " + at + " + 1) AS BLOB)";
}

// Each blob of each row at its first, a middle and its last byte; each number one up; each word one letter longer.
std::vector<Flip> flips_of(File& file) {
    std::vector<Flip> flips;
    for (const auto& table : file.column("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        const auto key = table == "throttle" ? std::string("subject") : std::string("rowid");
        for (const auto& column : file.column("SELECT name FROM pragma_table_info('" + table + "')")) {
            const auto type =
                file.column("SELECT type FROM pragma_table_info('" + table + "') WHERE name = '" + column + "'")
                    .front();
            for (const auto& row : file.column("SELECT quote(" + key + ") FROM " + table + " LIMIT 12")) {
                const auto where = " WHERE " + key + " = " + row;
                const auto start = "UPDATE " + table + " SET " + column + " = ";
                if (type != "BLOB") {
                    flips.push_back({table, column, row, 0,
                                     start + (type == "TEXT" ? column + " || 'x'" : column + " + 1") + where});
                    continue;
                }
                const auto size =
                    std::stoul(file.column("SELECT length(" + column + ") FROM " + table + where).front());
                if (size == 0) continue;
                for (const auto byte : {std::size_t(0), size / 2, size - 1})
                    flips.push_back({table, column, row, byte, start + with_a_byte_changed(byte, column) + where});
            }
        }
    }
    return flips;
}

struct Readable {
    std::optional<model::PartContent> open_part;
    std::optional<model::Answers> sealed_part;
    bool board = false;
};

// What can still be read of one sealed and one open part; each of it may be refused.
Readable read_all(Visit& visit, const std::string& open_code, core::CaseId sealed_case) {
    Readable read;
    auto data = open_practice(visit.folder.path());
    if (!data) return read;
    EffectRunner kiosk(std::move(*data), visit.world());
    if (const auto sitting = sitting_of(kiosk, open_code))
        read.open_part = resumed(kiosk, *sitting, model::Role::a, Visit::maya().code);
    read.board = first_of<model::action::BoardRead>(kiosk.run(model::effect::UnlockDesk{core::SecretText(visits::pin)}))
                     .has_value();
    if (caseload_of(kiosk, "Dr. Okafor")) read.sealed_part = sealed_answers(kiosk, sealed_case, model::Role::a);
    return read;
}

std::string rows_in(File& file) {
    std::string all;
    for (const auto& table : file.column("SELECT name FROM sqlite_schema WHERE type = 'table'"))
        all += table + file.column("SELECT count(*) FROM " + table).front() + " ";
    return all;
}

}

TEST_CASE("whichever value of whichever table was changed by hand, an answer is shown as it was given or refused") {
    Visit visit;
    const auto sealed_code = visit.new_sitting("RG-1", true, false, "mission-only");
    const auto act = Visit::maya();
    visit.begin(sealed_code, act);
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(seal_part(*visit.kiosk, act));
    visit.start();
    const auto open_code = visit.new_sitting("RG-2");
    visit.begin_at(open_code, act, 6);
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("return"));
    REQUIRE(visit.kiosk->tap_id("staff"));
    CHECK_FALSE(unlock_therapist(*visit.kiosk, "M. Reyes, LMFT", "wrong")); // so that each table has a row
    visit.kiosk.reset();

    core::CaseId sealed_case{1};
    const auto database = visit.folder.path() / "sameside.db";
    const auto as_it_was = visit.folder.path() / "as-it-was";
    const auto given = read_all(visit, open_code, sealed_case);
    REQUIRE(given.open_part.has_value());
    REQUIRE(given.sealed_part.has_value());
    REQUIRE(given.open_part->answers.size() >= 5);
    REQUIRE(given.sealed_part->size() >= 3);
    REQUIRE(given.board);
    std::filesystem::copy_file(database, as_it_was);

    std::vector<Flip> flips;
    {
        File file(visit.folder.path());
        flips = flips_of(file);
    }
    // All that hold a row after this visit; the audit log's own triggers refuse every change.
    std::set<std::string> tables;
    for (const auto& flip : flips)
        if (flip.table != "audit") tables.insert(flip.table);
    CHECK(tables.size() >= 9);
    std::set<std::string> tables_changed;
    std::size_t changed = 0, refused = 0;
    for (const auto& flip : flips) {
        CAPTURE(flip.sql);
        std::string rows;
        {
            File file(visit.folder.path());
            if (!file.run(flip.sql)) continue;
            rows = rows_in(file);
        }
        ++changed;
        tables_changed.insert(flip.table);
        const auto read = read_all(visit, open_code, sealed_case);
        if (read.open_part) CHECK(read.open_part->answers == given.open_part->answers);
        if (read.sealed_part) CHECK(*read.sealed_part == *given.sealed_part);
        if (!read.open_part || !read.sealed_part || !read.board) ++refused;
        {
            File file(visit.folder.path());
            const auto left = rows_in(file);
            CHECK_MESSAGE(left.substr(0, left.find("throttle")) == rows.substr(0, rows.find("throttle")),
                          "a row went missing");
        }
        for (const auto* tail : {"-wal", "-shm"})
            std::filesystem::remove(database.string() + tail);
        std::filesystem::copy_file(as_it_was, database, std::filesystem::copy_options::overwrite_existing);
    }
    MESSAGE(changed, " changes in ", tables_changed.size(), " tables, ", refused, " refused");
    CHECK(tables_changed == tables);
    CHECK(refused > 20);
}
