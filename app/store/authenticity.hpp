// Knows each row that was written by this kiosk, and each set of such rows, from any other. A row carries a keyed hash
// over its table and columns; the table row_sets holds, for each table, how many rows it has and the sum of their
// hashes, and a count of all that was ever committed, under a hash of its own. What does not fit is named and left as
// it is.
#pragma once
#include "core/result.hpp"
#include "store/row_hash.hpp"
#include <set>
#include <string>

struct sqlite3;
struct sqlite3_context;
struct sqlite3_value;

namespace store {

class Database;
struct ProtectedTable;

// What was changed by another hand. Words of ours and row ids.
struct Findings {
    std::set<std::string, std::less<>> rows; // "cases:12", "throttle:desk"
    std::vector<std::string> sets;           // tables of which rows are missing or from an earlier time; "row_sets"
    bool empty() const { return rows.empty() && sets.empty(); }
    std::string words() const; // "cases:12, sittings (rows are missing, added or old)"; the first few
};

class Authenticity {
public:
    explicit Authenticity(RowHash hash);

    void attach(sqlite3* handle); // the SQL functions sign_row, check_row, is_ours and fits
    // Reads every protected row.
    [[nodiscard]] core::Done verify(Database& database);
    // The sums as they stand, before a step of the schema that adds to them; verify() reads them itself.
    [[nodiscard]] core::Done read_sums(Database& database);
    // For a file that had no MACs; inside a transaction.
    [[nodiscard]] core::Done sign_all(Database& database);
    // All that fits is counted anew: for a practice that chose to go on. Rows that do not fit stay refused. Inside a
    // transaction.
    [[nodiscard]] core::Done accept(Database& database, std::int64_t commits_missing);
    // Every row that fits is under another key from now on, if the transaction holds. Fails with tampered while a set
    // of rows does not fit: its missing rows would be forgotten.
    [[nodiscard]] core::Done sign_anew(Database& database, RowHash hash);
    const Findings& findings() const { return m_findings; }
    bool fits(std::string_view table, std::string_view key) const;
    std::int64_t generation() const { return m_root.generation; } // commits so far

    // Before each statement outside of a transaction, as begin().
    [[nodiscard]] core::Done refresh(Database& database);
    // Around each transaction. When another connection has written, begin() verifies, and fails with damaged where it
    // changed the tables themselves.
    [[nodiscard]] core::Done begin(Database& database);
    [[nodiscard]] core::Done write_root(Database& database);
    void committed();
    void rolled_back();

private:
    struct Root {
        std::int64_t generation = 0;
        std::vector<RowSet> sets;
    };
    static void sign_row(sqlite3_context* context, int count, sqlite3_value** values);
    static void check_row(sqlite3_context* context, int count, sqlite3_value** values);
    static void is_ours(sqlite3_context* context, int count, sqlite3_value** values);
    static void fits_row(sqlite3_context* context, int count, sqlite3_value** values);
    [[nodiscard]] core::Done notice(Database& database); // what another connection wrote since
    // The rows of a table that `counts` says so of, being told each one's key and whether its MAC is right.
    [[nodiscard]] core::Result<RowSet> read_signatures(Database& database, const ProtectedTable& table,
                                                       const std::function<bool(const std::string&, bool)>& counts);
    [[nodiscard]] core::Result<std::int64_t> data_version(Database& database);

    RowHash m_hash;
    std::optional<RowHash> m_former_hash; // within the transaction that changes it
    Root m_root, m_before;                // m_before: as the file has it
    bool m_root_fits = true, m_changed = false, m_looking = false;
    std::optional<std::int64_t> m_data_version; // as it was verified; nothing before the first time
    Findings m_findings;
};

}
