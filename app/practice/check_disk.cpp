// What a disk says of itself, and what apt says of the packages: the two things that other programs are asked for.
#include "practice/check_machine.hpp"
#include "practice/program.hpp"
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace practice {
namespace {

namespace fs = std::filesystem;
using model::Health;

std::string line_of_disk(const fs::path& file) {
    std::string line;
    std::getline(std::ifstream(file), line);
    return line;
}

// The whole disk below a partition, a volume or an encrypted one.
std::optional<fs::path> disk_below(const fs::path& root, const fs::path& folder) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) return std::nullopt;
    std::error_code error;
    auto device =
        fs::canonical(root / fmt::format("sys/dev/block/{}:{}", major(status.st_dev), minor(status.st_dev)), error);
    for (int deep = 0; !error && deep < 8; ++deep) {
        fs::directory_iterator below(device / "slaves", error);
        if (!error && below != fs::directory_iterator()) {
            device = fs::canonical(below->path(), error);
            continue;
        }
        error.clear();
        if (!fs::exists(device / "partition", error)) return device;
        device = device.parent_path();
    }
    return std::nullopt;
}

model::SelfCheck worn_out() {
    return {Health::failed, core::message("check.worn", "Near its end"),
            core::message("check.worn.do", "Make a backup today. The technician replaces the disk.")};
}

}

std::optional<model::SelfCheck> wear_check(const fs::path& root, const fs::path& folder) {
    const auto disk = disk_below(root, folder);
    if (!disk) return std::nullopt;
    // JEDEC eMMC 5.0, EXT_CSD: PRE_EOL_INFO is 1 while all is well, 2 with 80 % of the spare blocks used, 3 with 90 %;
    // each of the two life times counts tenths, and 0x0b is beyond the end.
    const auto spare = std::strtoul(line_of_disk(*disk / "device/pre_eol_info").c_str(), nullptr, 16);
    if (spare >= 2) return worn_out();
    const auto life = line_of_disk(*disk / "device/life_time");
    char* rest = nullptr;
    const auto first = std::strtoul(life.c_str(), &rest, 16), second = std::strtoul(rest, nullptr, 16);
    if (first >= 0x0b || second >= 0x0b) return worn_out();
    if (first >= 0x0a || second >= 0x0a)
        return model::SelfCheck{Health::attention, core::message("check.wearing", "Nine tenths worn"),
                                core::message("check.wearing.do", "The technician replaces the disk before long.")};
    if (spare == 1 || first > 0) return model::all_well();
    const auto device = fs::path("/dev") / disk->filename();
    constexpr auto smartctl = "/usr/sbin/smartctl";
    if (::access(smartctl, X_OK) != 0 || ::access(device.c_str(), R_OK) != 0) return std::nullopt;
    const auto asked = start_program(smartctl, {"-H", device.string()});
    const auto status = asked ? status_within(*asked, std::chrono::seconds(10)) : std::nullopt;
    // smartctl(8), exit status: bit 3, the disk says that it is failing; bits 4 and 5, some figure is or was past its
    // line; bits 0 to 2, it could not be asked.
    if (!status || (*status & 7) != 0) return std::nullopt;
    return (*status & 8) != 0 ? worn_out() : model::all_well();
}

std::optional<int> count_updates() {
    constexpr auto apt = "/usr/bin/apt-get";
    if (::access(apt, X_OK) != 0) return std::nullopt;
    const auto said = output_of(apt, {"-s", "-q", "-o", "Debug::NoLocking=1", "upgrade"}, std::chrono::seconds(30));
    if (!said) return std::nullopt;
    int count = 0;
    for (std::size_t at = 0; at != std::string::npos && at < said->size();) {
        if (std::string_view(*said).substr(at).starts_with("Inst ")) ++count;
        at = said->find('\n', at);
        if (at != std::string::npos) ++at;
    }
    return count;
}

}
