#include "practice/audit.hpp"
#include "promises/sealed_part.hpp"
#include "support/pen.hpp"

using namespace practice;
using namespace rehearsal;

using namespace promises;
using support::Pen;
using visits::Visit;

namespace {

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
std::vector<Flip> flips_of(Pen& file) {
    std::vector<Flip> flips;
    for (const auto& table : file.read("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        const auto key = table == "throttle" ? std::string("subject") : std::string("rowid");
        for (const auto& column : file.read("SELECT name FROM pragma_table_info('" + table + "')")) {
            const auto type =
                file.read("SELECT type FROM pragma_table_info('" + table + "') WHERE name = '" + column + "'").front();
            for (const auto& row : file.read("SELECT quote(" + key + ") FROM " + table + " LIMIT 12")) {
                const auto where = " WHERE " + key + " = " + row;
                const auto start = "UPDATE " + table + " SET " + column + " = ";
                if (type != "BLOB") {
                    flips.push_back(
                        {table, column, row, 0,
                         start + (type == "TEXT" ? column + " || 'x'" : "coalesce(" + column + ", 0) + 1") + where});
                    continue;
                }
                const auto size =
                    std::stoul(file.read("SELECT ifnull(length(" + column + "), 0) FROM " + table + where).front());
                if (size == 0) continue;
                for (const auto byte : {std::size_t(0), size / 2, size - 1})
                    flips.push_back({table, column, row, byte, start + with_a_byte_changed(byte, column) + where});
            }
        }
    }
    return flips;
}

// What a therapist is shown of one visit, and under which couple.
struct Shown {
    std::string therapist, chart_code;
    model::Answers a, b; // private ones too
    std::string note;
    bool operator==(const Shown&) const = default;
};

constexpr auto okafor = "Dr. Okafor";
constexpr auto reyes = "M. Reyes, LMFT";

struct Readable {
    bool named = false; // by the kiosk, or by the check of the audit log
    std::optional<model::PartContent> open_part;
    std::vector<Shown> shown;
    bool board = false;
};

// Every visit of every case that this therapist may open.
void read_cases(EffectRunner& kiosk, const char* therapist, std::vector<Shown>& into) {
    const auto cases = caseload_of(kiosk, therapist);
    if (!cases) return;
    for (const auto& one : *cases) {
        const auto opened = first_of<model::action::CaseOpened>(kiosk.run(model::effect::OpenCase{one.id}));
        if (!opened) continue;
        for (const auto& visit : opened->file.visits) {
            Shown shown{therapist, opened->file.chart_code, {}, {}, visit.note};
            for (const auto partner : {model::Partner::a, model::Partner::b}) {
                auto& answers = partner == model::Partner::a ? shown.a : shown.b;
                if (const auto& part = part_of(visit, partner); part.content) answers = part.content->answers;
                if (const auto kept = first_of<model::action::PrivateRead>(
                        kiosk.run(model::effect::ReadPrivate{visit.sitting, partner})))
                    answers.insert(kept->record.answers.begin(), kept->record.answers.end());
            }
            into.push_back(std::move(shown));
        }
    }
}

// What can still be read; each of it may be refused.
Readable read_all(Visit& visit, const std::string& open_code) {
    Readable read;
    auto data = open_practice(visit.folder.path());
    if (!data) {
        read.named = true;
        return read;
    }
    const auto log = audit::verify(*data, [](const store::AuditRow&) {});
    read.named = !data->store.findings().empty() || !log || !log->broken.empty();
    EffectRunner kiosk(std::move(*data), visit.world());
    if (const auto sitting = sitting_of(kiosk, open_code))
        read.open_part = resumed(kiosk, *sitting, model::Partner::a, Visit::maya().code);
    read.board = first_of<model::action::BoardRead>(kiosk.run(model::effect::UnlockDesk{core::SecretText(visits::pin)}))
                     .has_value();
    for (const auto* therapist : {okafor, reyes})
        read_cases(kiosk, therapist, read.shown);
    return read;
}

// Each text of it is nothing, or that of one visit that the same therapist was shown under the same chart code.
bool was_given(const Shown& shown, const std::vector<Shown>& given) {
    if (shown.a.empty() && shown.b.empty() && shown.note.empty()) return true;
    return std::ranges::any_of(given, [&](const Shown& one) {
        return one.therapist == shown.therapist && one.chart_code == shown.chart_code &&
               (shown.a.empty() || shown.a == one.a) && (shown.b.empty() || shown.b == one.b) &&
               (shown.note.empty() || shown.note == one.note);
    });
}

// Of the tables that reading leaves alone.
std::string rows_in(Pen& file) {
    std::string all;
    for (const auto& table :
         file.read("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('throttle', 'unread', "
                   "'opened_private', 'audit', 'audit_end', 'journal')"))
        all += table + file.read("SELECT count(*) FROM " + table).front() + " ";
    return all;
}

// Coming back under another therapist adds the entry that names them.
std::size_t journal_in(Pen& file) {
    return std::stoul(file.read("SELECT count(*) FROM journal").front());
}

void a_sealed_part(Visit& visit, const char* chart_code, const PartnerAct& act) {
    const bool a = act.partner == model::Partner::a;
    visit.begin(visit.new_sitting(chart_code, a, !a, "mission-only"), act);
    finish_part(visit, act);
    visit.start();
}

// So that every table has rows: two visits of a case that is shared, one of them moved to it, and a note on each.
void a_full_case(Visit& visit) {
    a_sealed_part(visit, "RG-1", Visit::maya());
    a_sealed_part(visit, "RG-2", Visit::jordan());
    constexpr core::SittingId first{1}, misplaced{2}; // numbered as they are made
    visit.kiosk.reset();
    auto kiosk = next_kiosk(visit);
    REQUIRE(caseload_of(kiosk, okafor));
    REQUIRE(first_of<model::action::CaseOpened>(
        kiosk.run(model::effect::MovePart{misplaced, model::Partner::b, model::Partner::b, "RG-1"})));
    const auto opened = first_of<model::action::CaseOpened>(kiosk.run(model::effect::OpenCase{{1}}));
    REQUIRE(opened);
    REQUIRE(opened->file.visits.size() == 2);
    REQUIRE(opened->file.colleagues.size() == 1);
    REQUIRE(first_of<model::action::CaseOpened>(
        kiosk.run(model::effect::ShareCase{{1}, opened->file.colleagues.front().id, true})));
    REQUIRE(first_of<model::action::PrivateRead>(kiosk.run(model::effect::ReadPrivate{first, model::Partner::a})));
    REQUIRE(first_of<model::action::CaseOpened>(
        kiosk.run(model::effect::SetReadBack{{1}, {"We are kind first, even when we are tired."}})));
    for (const auto& one : opened->file.visits)
        REQUIRE(first_of<model::action::NoteSaved>(kiosk.run(model::effect::SaveNote{
            one.sitting, one.sitting == first ? "Ask about the winter." : "Came under another code."})));
    REQUIRE(caseload_of(kiosk, reyes));
    REQUIRE(first_of<model::action::NoteSaved>(kiosk.run(model::effect::SaveNote{first, "Read for Dr. Okafor."})));
}

}

TEST_CASE("whichever value of whichever table was changed by hand, an answer is shown as it was given or refused") {
    Visit visit;
    a_full_case(visit);
    visit.start();
    const auto open_code = visit.new_sitting("RG-3");
    visit.begin_at(open_code, Visit::maya(), 6);
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("return"));
    REQUIRE(visit.kiosk->tap_id("staff"));
    CHECK_FALSE(unlock_therapist(*visit.kiosk, reyes, "wrong")); // a row of throttle
    visit.kiosk->pass(std::chrono::minutes(1));                  // by then they may try again
    visit.kiosk.reset();

    const auto database = visit.folder.path() / "sameside.db";
    const auto as_it_was = visit.folder.path() / "as-it-was", count = visit.folder.path() / "device.count",
               count_as_it_was = visit.folder.path() / "count-as-it-was";
    std::filesystem::copy_file(database, as_it_was);
    std::filesystem::copy_file(count, count_as_it_was);
    const auto put_back = [&] {
        for (const auto* tail : {"-wal", "-shm"})
            std::filesystem::remove(database.string() + tail);
        std::filesystem::copy_file(as_it_was, database, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy_file(count_as_it_was, count, std::filesystem::copy_options::overwrite_existing);
    };
    const auto given = read_all(visit, open_code);
    REQUIRE(given.open_part.has_value());
    REQUIRE(given.open_part->answers.size() >= 5);
    REQUIRE(given.board);
    REQUIRE_FALSE(given.named);
    // Two visits as each therapist sees them, and the one that goes on.
    REQUIRE(std::ranges::count(given.shown, "RG-1", &Shown::chart_code) == 4);
    REQUIRE(std::ranges::count_if(given.shown, [](const Shown& one) { return one.a.size() >= 3; }) == 2);
    REQUIRE(std::ranges::count_if(given.shown, [](const Shown& one) { return one.b.size() >= 3; }) == 2);
    REQUIRE(std::ranges::count_if(given.shown, [](const Shown& one) { return !one.note.empty(); }) == 3);
    put_back();

    std::vector<Flip> flips;
    std::set<std::string> tables;
    {
        Pen file(visit.folder.path() / "sameside.db");
        flips = flips_of(file);
        for (const auto& table : file.read("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            CHECK_MESSAGE(std::ranges::count(flips, table, &Flip::table) > 0, table, " has no row to change");
            tables.insert(table);
        }
    }
    std::set<std::string> tables_changed;
    std::size_t changed = 0, refused = 0;
    for (const auto& flip : flips) {
        CAPTURE(flip.sql);
        std::string rows;
        std::size_t entries = 0;
        {
            Pen file(visit.folder.path() / "sameside.db");
            if (!file.write(flip.sql)) continue;
            rows = rows_in(file);
            entries = journal_in(file);
        }
        ++changed;
        tables_changed.insert(flip.table);
        const auto read = read_all(visit, open_code);
        if (read.open_part) CHECK(read.open_part->answers == given.open_part->answers);
        for (const auto& shown : read.shown)
            CHECK_MESSAGE(was_given(shown, given.shown), shown.therapist, " reads under ", shown.chart_code,
                          " what was not given there");
        const bool other = !read.open_part || !read.board || read.shown != given.shown;
        if (other) ++refused;
        CHECK_MESSAGE((other || read.named), "nothing noticed");
        {
            Pen file(visit.folder.path() / "sameside.db");
            CHECK_MESSAGE(rows_in(file) == rows, "a row went missing");
            CHECK_MESSAGE(journal_in(file) >= entries, "an entry went missing");
        }
        put_back();
    }
    MESSAGE(changed, " changes in ", tables_changed.size(), " tables, ", refused, " refused");
    CHECK(tables_changed == tables);
    CHECK(refused > 20);
}
