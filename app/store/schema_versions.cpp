#include "store/protected_tables.hpp"
#include "store/schema.hpp"
#include <array>

namespace store {
namespace {

// journal and part_keys have no foreign key on purpose: SQLite then empties the whole table at once, zeroing each of
// its pages, which is how sealed parts' entries and resume slots leave the disk (see erase.hpp). check() looks for
// orphans. An entry's key holds part and sequence, so that an answer writes one page of the journal and none of an
// index.
constexpr std::string_view first_version = R"(
CREATE TABLE practice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    device_public_key BLOB NOT NULL,
    desk_pin_verifier BLOB NOT NULL,
    recovery_public_key BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE therapists (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    sealed_name BLOB NOT NULL,
    public_key BLOB NOT NULL,
    wrapped_secret_key BLOB NOT NULL
) STRICT;

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    therapist INTEGER NOT NULL REFERENCES therapists (id),
    sealed_chart_code BLOB NOT NULL,
    chart_code_index BLOB NOT NULL UNIQUE,
    sealed_name_a BLOB NOT NULL,
    sealed_name_b BLOB NOT NULL
) STRICT;
CREATE INDEX cases_by_therapist ON cases (therapist);

CREATE TABLE sittings (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    in_case INTEGER NOT NULL REFERENCES cases (id),
    therapist INTEGER NOT NULL REFERENCES therapists (id),
    packet TEXT NOT NULL,
    expects_a INTEGER NOT NULL CHECK (expects_a IN (0, 1)),
    expects_b INTEGER NOT NULL CHECK (expects_b IN (0, 1)),
    status TEXT NOT NULL CHECK (status IN ('waiting', 'active', 'parked', 'finished', 'cancelled')),
    sealed_entry_code BLOB NOT NULL,
    entry_code_index BLOB NOT NULL,
    planned_at_ms INTEGER NOT NULL,
    changed_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX sittings_by_case ON sittings (in_case);
CREATE INDEX sittings_by_therapist ON sittings (therapist);
CREATE UNIQUE INDEX open_entry_codes ON sittings (entry_code_index)
    WHERE status IN ('waiting', 'active', 'parked') AND length(entry_code_index) > 0;

CREATE TABLE parts (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    sitting INTEGER NOT NULL REFERENCES sittings (id),
    role TEXT NOT NULL CHECK (role IN ('a', 'b', 'joint')),
    status TEXT NOT NULL CHECK (status IN ('not_started', 'open', 'sealed')),
    sealed_for INTEGER REFERENCES therapists (id),
    sealed_count BLOB NOT NULL,
    sealed_wish BLOB NOT NULL,
    screens_done INTEGER NOT NULL DEFAULT 0 CHECK (screens_done >= 0),
    screens_total INTEGER NOT NULL DEFAULT 0 CHECK (screens_total >= 0),
    seconds_left INTEGER NOT NULL DEFAULT 0 CHECK (seconds_left >= 0),
    sealed_at_ms INTEGER,
    UNIQUE (sitting, role),
    CHECK ((status = 'not_started') = (sealed_for IS NULL)),
    CHECK ((status = 'sealed') = (sealed_at_ms IS NOT NULL))
) STRICT;
CREATE INDEX parts_by_therapist ON parts (sealed_for);

CREATE TABLE part_keys (
    part INTEGER PRIMARY KEY,
    therapist_slot BLOB NOT NULL,
    recovery_slot BLOB NOT NULL,
    resume_slot BLOB NOT NULL,
    resume_slot_b BLOB NOT NULL
) STRICT;

CREATE TABLE journal (
    entry INTEGER PRIMARY KEY CHECK (entry = part * 1048576 + sequence),
    part INTEGER NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence BETWEEN 1 AND 1048575),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE packets (
    part INTEGER PRIMARY KEY REFERENCES parts (id),
    therapist_slot BLOB NOT NULL,
    recovery_slot BLOB NOT NULL,
    signature BLOB NOT NULL,
    box BLOB NOT NULL
) STRICT;

CREATE TABLE throttle (
    subject TEXT PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures > 0),
    failed_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)";

// The therapist's room. `unread` holds a row for each sealed part that a therapist who can read it has not opened.
// shared_slots are further readers of a sealed part, beside the two in its packet; they are not signed, for a slot that
// was not made of the part's own key opens nothing. audit is append-only: its triggers refuse everything else.
constexpr std::string_view second_version = R"(
ALTER TABLE cases ADD COLUMN next_packet TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN legal_hold INTEGER NOT NULL DEFAULT 0 CHECK (legal_hold IN (0, 1));
DROP INDEX sittings_by_case;
CREATE INDEX sittings_by_case ON sittings (in_case, status, planned_at_ms);
CREATE INDEX sittings_by_day ON sittings (planned_at_ms);

CREATE TABLE case_readers (
    in_case INTEGER NOT NULL REFERENCES cases (id),
    therapist INTEGER NOT NULL REFERENCES therapists (id),
    UNIQUE (in_case, therapist)
) STRICT;
CREATE INDEX case_readers_by_therapist ON case_readers (therapist);

CREATE TABLE shared_slots (
    part INTEGER NOT NULL REFERENCES parts (id),
    therapist INTEGER NOT NULL REFERENCES therapists (id),
    slot BLOB NOT NULL,
    UNIQUE (part, therapist)
) STRICT;

CREATE TABLE unread (
    therapist INTEGER NOT NULL REFERENCES therapists (id),
    part INTEGER NOT NULL REFERENCES parts (id),
    UNIQUE (therapist, part)
) STRICT;
CREATE INDEX unread_by_part ON unread (part);

CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    sitting INTEGER NOT NULL REFERENCES sittings (id),
    therapist INTEGER NOT NULL REFERENCES therapists (id),
    therapist_slot BLOB NOT NULL,
    recovery_slot BLOB NOT NULL,
    signature BLOB NOT NULL,
    box BLOB NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    UNIQUE (sitting, therapist)
) STRICT;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
    at_ms INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TABLE audit_end (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;
)";

// A wrong try is also counted on the clock that runs since the machine was started, `boot` names the start: the wall
// clock can be set. `allowed` are tries that the desk gave ahead of the pause, `used` those that were wrong. A part
// that the desk closed is open until a therapist who can read it seals it, and takes no entry and no code.
constexpr std::string_view third_version_codes = R"(
ALTER TABLE parts ADD COLUMN code_digits INTEGER NOT NULL DEFAULT 4 CHECK (code_digits BETWEEN 4 AND 8);
ALTER TABLE parts ADD COLUMN closed_at_ms INTEGER CHECK (closed_at_ms IS NULL OR status <> 'not_started');
ALTER TABLE throttle ADD COLUMN boot TEXT NOT NULL DEFAULT '';
ALTER TABLE throttle ADD COLUMN failed_at_steady_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE throttle ADD COLUMN allowed INTEGER NOT NULL DEFAULT 0 CHECK (allowed >= 0);
ALTER TABLE throttle ADD COLUMN used INTEGER NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND allowed);
)";

// Forms as they were asked. A part is bound to its form by its hash, which is among what all its records are bound to;
// assumed_form is what parts are read with that were begun before forms were kept.
constexpr std::string_view third_version_forms = R"(
CREATE TABLE forms (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    bytes BLOB NOT NULL
) STRICT;
ALTER TABLE parts ADD COLUMN form BLOB REFERENCES forms (hash);
ALTER TABLE parts ADD COLUMN assumed_form BLOB REFERENCES forms (hash) CHECK (assumed_form IS NULL OR form IS NULL);
)";

// Each row that decides or promises something is bound to the device's key: see authenticity.hpp.
constexpr std::string_view third_version_sets = R"(
CREATE TABLE row_sets (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    generation INTEGER NOT NULL,
    sums BLOB NOT NULL,
    mac BLOB NOT NULL
) STRICT;
)";

constexpr std::size_t protected_in_third = 14, protected_in_fourth = 15;

const std::string& third_version() {
    static const auto sql = std::string(third_version_codes) + std::string(third_version_forms) +
                            std::string(third_version_sets) +
                            protection_sql(protected_tables().first(protected_in_third)); // the last: of all columns
    return sql;
}

// A row for each sealed part whose private answers a therapist has opened. What was opened before is not known: it
// counts as not opened.
constexpr std::string_view fourth_version_opened = R"(
CREATE TABLE opened_private (
    therapist INTEGER NOT NULL REFERENCES therapists (id),
    part INTEGER NOT NULL REFERENCES parts (id),
    UNIQUE (therapist, part)
) STRICT;
CREATE INDEX opened_private_by_part ON opened_private (part);
)";

const std::string& fourth_version() {
    static const auto sql = std::string(fourth_version_opened) +
                            protection_sql(protected_tables().first(protected_in_fourth).subspan(protected_in_third));
    return sql;
}

// What a couple agreed on, where their therapist lets it be read back to each of them at the next visit: under the
// device's key, for it is shown before a therapist is there. One row a case; one that another hand changed stays
// beside.
constexpr std::string_view fifth_version_read_backs = R"(
CREATE TABLE read_backs (
    in_case INTEGER NOT NULL REFERENCES cases (id),
    sealed BLOB NOT NULL
) STRICT;
)";

const std::string& fifth_version() {
    static const auto sql =
        std::string(fifth_version_read_backs) + protection_sql(protected_tables().subspan(protected_in_fourth));
    return sql;
}

}

std::span<const Step> steps() {
    static const std::array all{Step{first_version}, Step{second_version}, Step{third_version()},
                                Step{fourth_version()}, Step{fifth_version()}};
    static_assert(all.size() == schema_version);
    return all;
}

}
