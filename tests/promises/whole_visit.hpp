// A whole visit by people who know what they want and look where they are: whoever is thrown back to Welcome, at any
// instant, goes on from there to the same end. The desk makes two visits; a couple does the first one and its shared
// page; the second is put away, taken up again and closed unread; the therapist reads, notes, shares, exports and
// erases an earlier case.
#pragma once
#include "practice/audit.hpp"
#include "visits/a_visit.hpp"
#include <fmt/format.h>
#include <set>
#include <sqlite3.h>
#include <sstream>

namespace promises {

using namespace practice;
using namespace rehearsal;

namespace action = model::action;
namespace screen = model::screen;

inline constexpr auto okafor = "Dr. Okafor";
inline constexpr auto reyes = "M. Reyes, LMFT";
inline constexpr auto wanted_note = "Winter was hard. They came back.";
inline constexpr auto wanted_sentence = "We keep our promises.";

// In memory where there is such a place: nothing here waits for a disk.
class QuickFolder {
public:
    QuickFolder() {
        std::error_code error;
        const bool memory = std::filesystem::is_directory("/dev/shm", error);
        auto pattern = ((memory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path()) /
                        "sameside-visit-XXXXXX")
                           .string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        m_path = pattern;
    }
    ~QuickFolder() {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    QuickFolder(const QuickFolder&) = delete;
    QuickFolder& operator=(const QuickFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

// What stands in a kiosk's database, row by row, without a key. Beside the kiosk that has it open.
class Rows {
public:
    explicit Rows(const std::filesystem::path& folder) {
        REQUIRE(sqlite3_open_v2((folder / "sameside.db").c_str(), &m_handle, SQLITE_OPEN_READONLY, nullptr) ==
                SQLITE_OK);
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        sqlite3_busy_timeout(m_handle, 2000);
    }
    ~Rows() { sqlite3_close_v2(m_handle); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    // Each row as a line, values between bars.
    std::vector<std::string> lines(const std::string& sql) const {
        sqlite3_stmt* statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
        std::vector<std::string> found;
        int result = SQLITE_ROW;
        while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
            std::string line;
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, i));
                const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
                line += (i == 0 ? "" : "|") + (bytes == nullptr ? std::string() : std::string(bytes, size));
            }
            found.push_back(std::move(line));
        }
        sqlite3_finalize(statement);
        REQUIRE(result == SQLITE_DONE);
        return found;
    }
    std::int64_t number(const std::string& sql) const { return std::stoll(lines(sql).at(0)); }

private:
    sqlite3* m_handle = nullptr;
};

// Where two outcomes part; empty: nowhere.
std::string difference(const std::string& found, const std::string& wanted);

class WholeVisit {
public:
    explicit WholeVisit(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    // A practice with an earlier case, and its kiosk switched off.
    void prepare();
    // The machine is switched on. False when the kiosk does not start.
    [[nodiscard]] bool start();
    void switch_off() { m_kiosk.reset(); }
    // To the end, from wherever it stands. False where somebody finds no way on: `where` says who.
    [[nodiscard]] bool go_on();
    const std::string& where() const { return m_where; }
    // What it came to: all that the desk and the therapists can see of it, and whether the records fit.
    std::string outcome();

    Rehearsal& kiosk() { return *m_kiosk; }
    const std::filesystem::path& folder() const { return m_folder; }
    ManualClock& clock() { return m_clock; }
    // Given to each kiosk that starts: see Rehearsal::instead.
    std::function<std::optional<std::vector<model::Action>>(const model::Effect&)> instead;
    // After each page of a partner's part.
    std::function<void()> at_each_page = [] {};
    static constexpr auto old_case = "OLD-1", couple = "RG-1", single = "RG-2";

private:
    bool must(bool done, const char* what) {
        if (!done) m_where = fmt::format("{}, on {}", what, m_kiosk->tree().screen);
        return done;
    }
    std::int64_t rows(const std::string& sql) const { return Rows(m_folder).number(sql); }
    bool has_sitting(int id) const { return rows(fmt::format("SELECT count(*) FROM sittings WHERE id = {}", id)) > 0; }
    bool sealed(int sitting, std::string_view role) const {
        return rows(fmt::format("SELECT count(*) FROM parts WHERE sitting = {} AND role = '{}' AND status = 'sealed'",
                                sitting, role)) > 0;
    }
    bool closed(int sitting) const {
        return rows(fmt::format("SELECT count(*) FROM parts WHERE sitting = {} AND closed_at_ms IS NOT NULL",
                                sitting)) > 0;
    }
    std::string status(int sitting) const {
        return Rows(m_folder).lines(fmt::format("SELECT status FROM sittings WHERE id = {}", sitting)).at(0);
    }

    bool home();
    const model::BoardRow* row_of(std::string_view chart_code) const;
    std::optional<std::string> entry_code(std::string_view chart_code, bool both);
    PartnerAct person(model::Partner partner, std::string_view entry_code) const;
    bool sit_down(const PartnerAct& act, const std::string& entry_code);
    bool answer(const PartnerAct& act, std::optional<std::size_t> up_to = {});
    bool release_page();
    bool whole_part(int sitting, model::Partner partner, const std::string& entry_code);
    bool shared_page(const std::string& entry_code);
    bool single_visit();
    bool to_desk_from_part();
    bool put_away();
    bool close_unread();
    bool open_case(std::string_view chart_code);
    bool write_note();
    bool share();
    bool export_table();
    bool look_together();
    bool take_screen_back();
    bool erase_old_case();
    bool therapist();

    std::filesystem::path m_folder;
    ManualClock m_clock{core::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)) +
                        std::chrono::hours(10)};
    std::unique_ptr<Rehearsal> m_kiosk;
    std::string m_where;
};

}
