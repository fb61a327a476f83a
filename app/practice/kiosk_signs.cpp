#include "practice/kiosk_signs.hpp"
#include <nlohmann/json.hpp>

namespace practice {
namespace {

constexpr std::string_view signs_kind = "sameside kiosk signs";

std::filesystem::path signs_file(const std::filesystem::path& data_folder) {
    return data_folder / "kiosk.signs";
}

std::optional<core::WallTime> sign_at(const nlohmann::json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end()) return std::nullopt;
    return core::WallTime(core::Milliseconds(found->get<std::int64_t>()));
}

}

std::optional<KioskSigns> read_kiosk_signs(const std::filesystem::path& data_folder, const LineHash& hash) {
    const auto line = read_signed_line(signs_file(data_folder), hash, signs_kind);
    if (!line) return std::nullopt;
    try {
        const auto json = nlohmann::json::parse(*line);
        return KioskSigns{.started_at = sign_at(json, "started_at_ms"),
                          .touched_at = sign_at(json, "touched_at_ms"),
                          .guard = {.in_unit = json.at("in_unit").get<bool>(),
                                    .missing = json.at("missing").get<std::vector<std::string>>()}};
    } catch (const nlohmann::json::exception&) { // of another release
        return std::nullopt;
    }
}

core::Done write_kiosk_signs(const std::filesystem::path& data_folder, const LineHash& hash, const KioskSigns& signs) {
    nlohmann::json json{{"in_unit", signs.guard.in_unit}, {"missing", signs.guard.missing}};
    if (signs.started_at) json["started_at_ms"] = signs.started_at->time_since_epoch().count();
    if (signs.touched_at) json["touched_at_ms"] = signs.touched_at->time_since_epoch().count();
    return write_signed_line(signs_file(data_folder), hash, signs_kind, json.dump());
}

SignsKept::SignsKept(std::filesystem::path data_folder, LineHash hash, core::WallTime now, Guard guard)
    : m_folder(std::move(data_folder)), m_hash(std::move(hash)) {
    if (auto before = read_kiosk_signs(m_folder, m_hash)) m_signs = std::move(*before);
    m_signs.started_at = now;
    m_signs.guard = std::move(guard);
    (void)write_kiosk_signs(m_folder, m_hash, m_signs);
}

void SignsKept::note_touch(core::WallTime at) {
    m_signs.touched_at = at;
    (void)write_kiosk_signs(m_folder, m_hash, m_signs);
}

}
