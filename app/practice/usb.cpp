#include "practice/usb.hpp"
#include "model/visit/text_edit.hpp"
#include <filesystem>
#include <fstream>
#include <sstream>

namespace practice {

namespace {

// Blanks, tabs, line ends and backslashes stand there as a backslash and three octal digits.
std::string unescaped(std::string_view text) {
    const auto octal = [](char c) { return c >= '0' && c <= '7'; };
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 3 >= text.size() || !octal(text[i + 1]) || !octal(text[i + 2]) ||
            !octal(text[i + 3])) {
            plain += text[i];
            continue;
        }
        plain += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
        i += 3;
    }
    return plain;
}

bool writable(std::string_view options) {
    return options == "rw" || options.starts_with("rw,");
}

}

std::vector<model::ExportPlace> usb_drives_in(std::string_view mountinfo) {
    std::vector<model::ExportPlace> usb_drives;
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string id, parent, device, root, folder, options;
        if (!(fields >> id >> parent >> device >> root >> folder >> options)) continue;
        folder = unescaped(folder);
        if (!folder.starts_with("/media/") && !folder.starts_with("/run/media/")) continue;
        // A service's own view of the disk has some places twice; what came last lies above.
        std::erase_if(usb_drives, [&](const model::ExportPlace& below) { return below.folder == folder; });
        if (!writable(options)) continue;
        const auto label = std::filesystem::path(folder).filename().string();
        usb_drives.push_back({.name = core::cleaned(label, core::Lines::one), .folder = folder});
    }
    return usb_drives;
}

std::vector<model::ExportPlace> find_usb_drives() {
    std::ifstream table("/proc/self/mountinfo");
    std::ostringstream whole;
    whole << table.rdbuf();
    return usb_drives_in(whole.str());
}

}
