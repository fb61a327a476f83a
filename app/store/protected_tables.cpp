#include "store/protected_tables.hpp"
#include <array>

namespace store {

namespace {

// The boxes and slots of packets and notes are under the device's signature, so that the row needs to be bound to that
// alone.
constexpr std::array all_tables{
    ProtectedTable{"practice", "id", "id,device_public_key,desk_pin_verifier,recovery_public_key,created_at_ms"},
    ProtectedTable{"therapists", "id", "id,uuid,sealed_name,public_key,wrapped_secret_key"},
    ProtectedTable{"cases", "id",
                   "id,uuid,therapist,sealed_chart_code,chart_code_index,sealed_name_a,sealed_name_b,next_packet,"
                   "legal_hold"},
    ProtectedTable{"sittings", "id",
                   "id,uuid,in_case,therapist,packet,expects_a,expects_b,status,sealed_entry_code,entry_code_index,"
                   "planned_at_ms,changed_at_ms"},
    ProtectedTable{"parts", "id",
                   "id,uuid,sitting,role,status,sealed_for,sealed_count,sealed_wish,screens_done,screens_total,"
                   "seconds_left,sealed_at_ms,code_digits,closed_at_ms,form,assumed_form"},
    ProtectedTable{"part_keys", "part", "part,therapist_slot,recovery_slot,resume_slot,resume_slot_b", false},
    ProtectedTable{"packets", "part", "part,signature"},
    ProtectedTable{"throttle", "subject", "subject,failures,failed_at_ms,boot,failed_at_steady_ms,allowed,used"},
    ProtectedTable{"case_readers", "rowid", "in_case,therapist"},
    ProtectedTable{"shared_slots", "rowid", "part,therapist,slot"},
    ProtectedTable{"unread", "rowid", "therapist,part"},
    ProtectedTable{"notes", "id", "id,uuid,sitting,therapist,signature,changed_at_ms"},
    ProtectedTable{"audit_end", "id", "id,sealed"},
    ProtectedTable{"forms", "rowid", "hash,bytes"},
    ProtectedTable{"opened_private", "rowid", "therapist,part"},
    ProtectedTable{"read_backs", "rowid", "in_case,sealed"},
};

constexpr std::array others{
    KnownOtherwise{"journal", "sealed under the part's key, bound to part and sequence; their number stands in parts"},
    KnownOtherwise{"audit", "chained by a keyed hash; its end stands in audit_end"},
    KnownOtherwise{"row_sets", "the sums of the others, under a MAC of their own"},
};

std::string columns_of(const ProtectedTable& table, std::string_view row) {
    std::string list;
    std::string_view rest = table.columns;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        list += std::string(", ") + std::string(row) + std::string(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return list;
}

std::string of_row(const ProtectedTable& table) {
    return " WHERE " + std::string(table.key) + " = NEW." + std::string(table.key) + ";";
}

std::string protect(const ProtectedTable& table) {
    const std::string name(table.name), columns(table.columns);
    const auto checked = "SELECT check_row('" + name + "', OLD.mac" + columns_of(table, "OLD.") + ");";
    const auto signed_by = [&](std::string_view given) {
        return "UPDATE " + name + " SET mac = sign_row('" + name + "', " + std::string(given) +
               columns_of(table, "NEW.") + ")" + of_row(table);
    };
    auto sql = "ALTER TABLE " + name + " ADD COLUMN mac BLOB NOT NULL DEFAULT x'';\n";
    sql += "CREATE TRIGGER " + name + "_are_signed AFTER INSERT ON " + name + "\nBEGIN " + signed_by("NEW.mac") +
           " END;\n";
    sql += "CREATE TRIGGER " + name + "_are_checked BEFORE UPDATE OF " + columns + " ON " + name + "\nBEGIN " +
           checked + " END;\n";
    sql += "CREATE TRIGGER " + name + "_are_signed_anew AFTER UPDATE OF " + columns + " ON " + name + "\nBEGIN " +
           signed_by("x''") + " END;\n";
    if (table.counted)
        sql += "CREATE TRIGGER " + name + "_are_discounted BEFORE DELETE ON " + name + "\nBEGIN " + checked + " END;\n";
    return sql;
}

}

std::span<const ProtectedTable> protected_tables() {
    return all_tables;
}

std::span<const KnownOtherwise> tables_known_otherwise() {
    return others;
}

std::string protection_sql(std::span<const ProtectedTable> tables) {
    std::string sql;
    for (const auto& table : tables)
        sql += protect(table);
    return sql;
}

std::string signing_sql(const ProtectedTable& table) {
    const std::string name(table.name);
    return "UPDATE " + name + " SET mac = sign_row('" + name + "', x''" + columns_of(table, "") + ")";
}

std::string verifying_sql(const ProtectedTable& table) {
    const std::string name(table.name);
    return "SELECT CAST(" + std::string(table.key) + " AS TEXT), mac, is_ours('" + name + "', mac" +
           columns_of(table, "") + ") FROM " + name;
}

}
