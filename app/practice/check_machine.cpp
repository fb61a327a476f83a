#include "practice/check_machine.hpp"
#include "core/when.hpp"
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <sstream>

namespace practice {
namespace {

namespace fs = std::filesystem;
using model::Health;

std::string first_line_of(const fs::path& file) {
    std::string line;
    std::getline(std::ifstream(file), line);
    return line;
}

std::string text_of_system(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream whole;
    whole << in.rdbuf();
    return whole.str();
}

// A field of /proc/self/status, as it stands there.
std::string status_field(const std::string& status, std::string_view name) {
    const auto at = ("\n" + status).find(fmt::format("\n{}:", name));
    if (at == std::string::npos) return {};
    std::istringstream rest(status.substr(at + name.size() + 1));
    std::string word;
    rest >> word;
    return word;
}

// Of /proc/self/mountinfo: whether what lies at this place cannot be written.
bool is_read_only(const std::string& mountinfo, std::string_view place) {
    std::istringstream lines(mountinfo);
    bool read_only = false; // what comes last lies above
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string id, parent, device, inside, folder, options;
        if (!(fields >> id >> parent >> device >> inside >> folder >> options) || folder != place) continue;
        read_only = options == "ro" || options.starts_with("ro,");
    }
    return read_only;
}

std::optional<core::WallTime> changed_at_of(const fs::path& file) {
    std::error_code error;
    const auto changed = fs::last_write_time(file, error);
    if (error) return std::nullopt;
    return std::chrono::floor<core::Milliseconds>(std::chrono::file_clock::to_sys(changed));
}

std::chrono::seconds ahead_of_utc(core::WallTime now) {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
    std::tm broken{};
    localtime_r(&seconds, &broken);
    return std::chrono::seconds(broken.tm_gmtoff);
}

}

bool has_touch_panel(const fs::path& root) {
    // One block a device; bit 1 of PROP is INPUT_PROP_DIRECT, a panel that is touched where it shows.
    std::istringstream lines(text_of_system(root / "proc/bus/input/devices"));
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("B: PROP=") && (std::strtoul(line.c_str() + 8, nullptr, 16) & 2) != 0) return true;
    return false;
}

model::SelfCheck touch_check(std::optional<core::WallTime> touched_at, core::WallTime now, bool has_panel,
                             bool has_keys) {
    if (touched_at && core::is_same_day(*touched_at, now))
        return {Health::good,
                core::message("check.touched", "Touched at {time}", {{"time", core::clock_words(*touched_at)}}),
                {}};
    if (has_panel)
        return {Health::attention, core::message("check.not-touched", "Not touched today"),
                core::message("check.not-touched.do", "Tap the screen anywhere, and check again.")};
    if (has_keys) return {Health::good, core::message("check.keys-alone", "Keys alone"), {}};
    return {Health::attention, core::message("check.no-panel", "No touch panel found"),
            core::message("check.no-panel.do", "See whether the panel's USB cable is in, and tap the screen.")};
}

model::SelfCheck display_check(const fs::path& root) {
    std::error_code error;
    bool any = false;
    for (fs::directory_iterator each(root / "sys/class/drm", error), end; !error && each != end;
         each.increment(error)) {
        const auto status = first_line_of(each->path() / "status");
        any = any || !status.empty();
        if (status != "connected") continue;
        const auto mode = first_line_of(each->path() / "modes");
        return {Health::good,
                mode.empty() ? core::message("check.ok", "OK")
                             : core::message("check.panel", "{size}", {{"size", mode}}),
                {}};
    }
    if (!any) return {Health::good, core::message("check.not-told", "The machine does not tell"), {}};
    return {Health::failed, core::message("check.no-display", "Not connected"),
            core::message("check.no-display.do", "See whether the panel has power and its cable is in.")};
}

model::SelfCheck clock_check(const fs::path& root, core::WallTime now, core::WallTime newest) {
    constexpr auto little = std::chrono::minutes(2);
    const auto set_it = core::message("check.clock.do", "The technician sets the clock: sudo timedatectl set-time "
                                                        "\"YYYY-MM-DD HH:MM\"");
    if (newest > now + little) return {Health::failed, core::message("check.set-back", "Set back"), set_it};
    const auto text = first_line_of(root / "sys/class/rtc/rtc0/since_epoch");
    if (text.empty()) return model::all_well();
    const core::WallTime machine{std::chrono::seconds(std::strtoll(text.c_str(), nullptr, 10))};
    const auto apart = [&](core::WallTime other) { return other > now ? other - now : now - other; };
    // It may be kept in the time of the place.
    if (apart(machine) <= little || apart(machine - ahead_of_utc(now)) <= little) return model::all_well();
    return {Health::attention, core::message("check.machine-clock", "The machine's own clock is off"),
            core::message("check.machine-clock.do", "The technician runs: sudo hwclock --systohc. Where it comes back, "
                                                    "the machine's small battery is empty.")};
}

Guard guard_of_this_process(const fs::path& root) {
    const auto status = text_of_system(root / "proc/self/status");
    const auto mounts = text_of_system(root / "proc/self/mountinfo");
    Guard guard{.in_unit =
                    text_of_system(root / "proc/self/cgroup").find("sameside-kiosk.service") != std::string::npos,
                .missing = {}};
    const auto need = [&](bool there, const char* directive) {
        if (!there) guard.missing.emplace_back(directive);
    };
    need(status_field(status, "NoNewPrivs") == "1", "NoNewPrivileges");
    need(status_field(status, "Seccomp") == "2", "SystemCallFilter");
    const auto rights = status_field(status, "CapBnd");
    need(!rights.empty() && rights.find_first_not_of('0') == std::string::npos, "CapabilityBoundingSet");
    need(is_read_only(mounts, "/usr") || is_read_only(mounts, "/"), "ProtectSystem");
    return guard;
}

model::SelfCheck unit_check(const std::optional<Guard>& guard) {
    if (!guard)
        return {Health::attention, core::message("check.no-kiosk", "No kiosk has run here"),
                core::message("check.no-kiosk.do", "The technician runs: sudo systemctl start sameside-kiosk")};
    if (!guard->in_unit) return {Health::good, core::message("check.by-hand", "Started by hand"), {}};
    if (guard->missing.empty()) return model::all_well();
    return {Health::attention,
            core::message("check.unguarded", "Without {what}",
                          {{"what", fmt::format("{}", fmt::join(guard->missing, ", "))}}),
            core::message("check.unguarded.do", "Something took it out of sameside-kiosk.service. The technician runs: "
                                                "systemctl cat sameside-kiosk")};
}

model::SelfCheck updates_check(const fs::path& root, core::WallTime now, std::optional<int> waiting) {
    std::error_code error;
    if (fs::exists(root / "run/reboot-required", error))
        return {Health::attention, core::message("check.restart", "A restart is due"),
                core::message("check.restart.do", "Nobody must be answering. The technician runs: sudo systemctl "
                                                  "reboot")};
    if (waiting && *waiting > 0)
        return {Health::attention,
                core::message("check.waiting", "{number} waiting", {{"number", std::to_string(*waiting)}}),
                core::message("check.waiting.do", "They come by themselves at night where that is set up. The "
                                                  "technician runs: sudo apt upgrade")};
    const auto looked = changed_at_of(root / "var/lib/apt/periodic/unattended-upgrades-stamp");
    if (!looked) return {Health::good, core::message("check.no-updates", "None by themselves"), {}};
    const auto days = std::chrono::floor<std::chrono::days>(now - *looked).count();
    if (days < 8) return model::all_well();
    return {Health::attention,
            core::message("check.updates-old", "Last looked for {number} days ago", {{"number", std::to_string(days)}}),
            core::message("check.updates-old.do", "See whether the kiosk has its network. The technician runs: "
                                                  "systemctl status apt-daily-upgrade.timer")};
}

}
