#include "content/forms/check_report.hpp"
#include "content/forms/packet_file.hpp"
#include "model/form/pace.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

struct FileLine {
    std::string_view file;
    int line = 0; // 0: of the file as a whole
    auto operator<=>(const FileLine&) const = default;
};

FileLine file_line_of(std::string_view text) {
    FileLine found{text.substr(0, text.find(':')), 0};
    if (found.file.size() == text.size()) return found;
    std::from_chars(text.data() + found.file.size() + 1, text.data() + text.size(), found.line);
    return found;
}

std::string listed(std::string_view what, const std::set<std::string>& names) {
    return names.empty() ? std::string() : fmt::format("; these {}: {}", what, fmt::join(names, ", "));
}

std::string counted(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}

std::vector<std::string> in_order(std::vector<std::string> lines) {
    std::vector<std::string> once;
    for (auto& line : lines)
        if (std::ranges::find(once, line) == once.end()) once.push_back(std::move(line));
    std::ranges::stable_sort(once, {}, file_line_of);
    return once;
}

std::string packet_lines(const model::Content& content) {
    std::string lines;
    for (const model::Packet& packet : content.packets) {
        if (model::why_not(content, packet)) continue;
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(model::time_for(content, packet)).count();
        lines += fmt::format("packet {}: about {} for each partner", packet.id.value,
                             counted(static_cast<std::size_t>(minutes), "minute"));
        if (model::needs_reading_today(content, packet)) lines += "; only where kiosk.toml says reads_same_day = true";
        lines += '\n';
    }
    return lines;
}

std::string verdict(const std::vector<std::string>& mistakes, const model::Content& content) {
    std::set<std::string_view> files;
    for (const std::string& line : mistakes)
        files.insert(file_line_of(line).file);
    std::set<std::string> forms, articles, packets;
    for (const model::Broken& broken : content.broken) {
        const auto file = file_line_of(broken.why).file;
        if (file.starts_with("modules/")) forms.insert(broken.what);
        if (file.starts_with("articles/") && file.ends_with(".md")) articles.insert(broken.what);
        if (file == packets_file && broken.what != "packets") packets.insert(broken.what);
    }
    for (const model::Packet& packet : content.packets)
        if (model::why_not(content, packet)) packets.insert(packet.id.value);
    return counted(mistakes.size(), "mistake") + " in " + counted(files.size(), "file") +
           listed("forms are left out", forms) + listed("articles are left out", articles) +
           listed("packets cannot start", packets);
}

}
