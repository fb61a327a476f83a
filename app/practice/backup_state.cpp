#include "practice/backup_state.hpp"
#include "core/hex.hpp"
#include "report/whole_file.hpp"
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace practice {

namespace {

std::filesystem::path state_file(const std::filesystem::path& data_folder) {
    return data_folder / "backup.state";
}

std::string mac_of_state(const vault::Device& device, std::string_view line) {
    const auto words = "sameside backup state\n" + std::string(line);
    return core::hex(device.row_hash()({reinterpret_cast<const std::uint8_t*>(words.data()), words.size()}));
}

std::optional<core::WallTime> moment_in(const nlohmann::json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end()) return std::nullopt;
    return core::WallTime(core::Milliseconds(found->get<std::int64_t>()));
}

}

std::optional<BackupState> read_backup_state(const std::filesystem::path& data_folder, const vault::Device& device) {
    std::ifstream in(state_file(data_folder), std::ios::binary);
    std::string line, mac;
    if (!std::getline(in, line) || !std::getline(in, mac) || mac != mac_of_state(device, line)) return std::nullopt;
    try {
        const auto json = nlohmann::json::parse(line);
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
    const auto line = json.dump();
    return report::write_whole_file(state_file(data_folder), line + "\n" + mac_of_state(device, line) + "\n",
                                    report::Existing::replaced);
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
    if (state && state->failed_at) return {model::Health::failed, core::message("check.backup-failed", "Failed")};
    if (!state || !state->made_at) return {model::Health::attention, core::message("check.no-backup", "None yet")};
    const auto age = std::chrono::floor<std::chrono::hours>(now - *state->made_at);
    if (age < std::chrono::hours(-1)) // from a clock that was set back since
        return {model::Health::attention, core::message("check.backup-ahead", "Later than the clock")};
    const auto hours = std::max<std::int64_t>(age.count(), 0);
    const bool in_days = hours >= 48;
    const std::vector<std::pair<std::string, std::string>> places{
        {"number", std::to_string(in_days ? hours / 24 : hours)}};
    if (!state->rehearsed_at) return {model::Health::attention, core::message("check.not-rehearsed", "Not tried out")};
    return {age > 2 * every ? model::Health::attention : model::Health::good,
            in_days ? core::message("check.backup-days", "{number} days ago", places)
                    : core::message("check.backup-hours", "{number} h ago", places)};
}

}
