#include "practice/backup_state.hpp"
#include "core/when.hpp"
#include "practice/signed_line.hpp"
#include <nlohmann/json.hpp>

namespace practice {

namespace {

std::filesystem::path state_file(const std::filesystem::path& data_folder) {
    return data_folder / "backup.state";
}

constexpr std::string_view state_kind = "sameside backup state";

std::optional<core::WallTime> moment_in(const nlohmann::json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end()) return std::nullopt;
    return core::WallTime(core::Milliseconds(found->get<std::int64_t>()));
}

}

std::optional<BackupState> read_backup_state(const std::filesystem::path& data_folder, const vault::Device& device) {
    const auto line = read_signed_line(state_file(data_folder), device.row_hash(), state_kind);
    if (!line) return std::nullopt;
    try {
        const auto json = nlohmann::json::parse(*line);
        return BackupState{.made_at = moment_in(json, "made_at_ms"),
                           .rehearsed_at = moment_in(json, "rehearsed_at_ms"),
                           .generation = json.at("generation").get<std::int64_t>(),
                           .failed_at = moment_in(json, "failed_at_ms")};
    } catch (const nlohmann::json::exception&) { // of another release
        return std::nullopt;
    }
}

core::Done write_backup_state(const std::filesystem::path& data_folder, const BackupState& state,
                              const vault::Device& device) {
    nlohmann::json json{{"generation", state.generation}};
    const auto put = [&](const char* name, const std::optional<core::WallTime>& at) {
        if (at) json[name] = at->time_since_epoch().count();
    };
    put("made_at_ms", state.made_at);
    put("rehearsed_at_ms", state.rehearsed_at);
    put("failed_at_ms", state.failed_at);
    return write_signed_line(state_file(data_folder), device.row_hash(), state_kind, json.dump());
}

core::Done note_backup(const std::filesystem::path& data_folder, core::WallTime made_at, std::int64_t generation,
                       std::optional<core::WallTime> rehearsed_at) {
    const auto device = vault::Device::open(data_folder / "device.key");
    if (!device) return core::pass(device.error());
    const auto known = read_backup_state(data_folder, *device).value_or(BackupState{});
    if (known.made_at && *known.made_at > made_at) return {}; // an older one was tried out
    return write_backup_state(data_folder,
                              {.made_at = made_at,
                               .rehearsed_at = rehearsed_at,
                               .generation = generation,
                               .failed_at = known.made_at == made_at ? known.failed_at : std::nullopt},
                              *device);
}

model::SelfCheck backup_check(const std::optional<BackupState>& state, core::WallTime now, std::chrono::hours every) {
    using model::Health;
    if (state && state->failed_at)
        return {Health::failed, core::message("check.backup-failed", "Failed"),
                core::message("check.backup-failed.do", "Put the backup stick in, or see that its disk has room. It is "
                                                        "tried again each hour.")};
    if (!state || !state->made_at)
        return {Health::attention, core::message("check.no-backup", "None yet"),
                core::message("check.no-backup.do", "The technician sets one up: [backup] in the settings.")};
    const auto age = std::chrono::floor<std::chrono::hours>(now - *state->made_at);
    if (age < std::chrono::hours(-1)) // from a clock that was set back since
        return {Health::attention, core::message("check.backup-ahead", "Later than the clock"),
                core::message("check.backup-ahead.do", "The technician sets the clock, then makes a backup.")};
    if (!state->rehearsed_at)
        return {Health::attention, core::message("check.not-rehearsed", "Not tried out"),
                core::message("check.not-rehearsed.do", "The technician runs: sameside backup --rehearse FILE")};
    const auto hours = std::max<std::int64_t>(age.count(), 0);
    const bool in_days = hours >= 48;
    const std::vector<std::pair<std::string, std::string>> places{
        {"number", std::to_string(in_days ? hours / 24 : hours)}, {"time", core::clock_words(*state->made_at)}};
    auto words = core::is_same_day(now, *state->made_at) ? core::message("check.backup-today", "Today {time}", places)
                 : in_days ? core::message("check.backup-days", "{number} days ago", places)
                           : core::message("check.backup-hours", "{number} h ago", places);
    if (age <= 2 * every) return {Health::good, std::move(words), {}};
    return {Health::attention, std::move(words),
            core::message("check.backup-old.do", "Put the backup stick in. Where it is in, call the technician.")};
}

}
