#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <array>
#include <fstream>

namespace content {

namespace {

// What Windows calls "Unicode": two bytes a letter, with a mark at the beginning or a NUL beside every plain letter.
bool is_utf16(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
    if (text.size() < 4) return false;
    const auto nul_from = [&](std::size_t at) {
        return text[at] == '\0' && text[at + 2] == '\0' && text[1 - at] != '\0' && text[3 - at] != '\0';
    };
    return nul_from(0) || nul_from(1);
}

std::optional<std::string> bytes_of(const std::filesystem::path& file, Diagnostics& diagnostics, std::size_t limit) {
    std::error_code failed;
    auto status = std::filesystem::status(file, failed);
    if (!std::filesystem::exists(status)) {
        diagnostics.add(1, "", "the file is missing");
        return std::nullopt;
    }
    if (!std::filesystem::is_regular_file(status)) {
        diagnostics.add(1, "", "must be a plain file, not a folder or a device");
        return std::nullopt;
    }
    std::ifstream in(file, std::ios::binary);
    std::string text;
    std::array<char, 16 * 1024> piece{};
    while (in.good() && text.size() <= limit) {
        in.read(piece.data(), piece.size());
        text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad() || !(in.good() || in.eof())) {
        diagnostics.add(1, "", "cannot be read");
        return std::nullopt;
    }
    if (text.size() > limit) {
        diagnostics.add(1, "",
                        "is larger than " + std::to_string(limit / file_limit) + " MiB (" + std::to_string(limit) +
                            " bytes), the most a file may hold");
        return std::nullopt;
    }
    return text;
}

}

int line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    std::size_t from = text.find_first_not_of(white);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(white) - from + 1);
}

std::optional<std::string> read_text(const std::filesystem::path& file, Diagnostics& diagnostics, std::size_t limit) {
    auto text = bytes_of(file, diagnostics, limit);
    if (!text) return std::nullopt;
    if (is_utf16(*text)) {
        diagnostics.add(1, "", "is not UTF-8; save it as UTF-8 (it is UTF-16, which some editors call Unicode)");
        return std::nullopt;
    }
    if (std::size_t nul = text->find('\0'); nul != std::string::npos) {
        diagnostics.add(line_at(*text, nul), "", "has a NUL byte; only text is allowed");
        return std::nullopt;
    }
    if (std::size_t good = core::utf8::valid_until(*text); good < text->size()) {
        diagnostics.add(line_at(*text, good), "", "is not UTF-8; save it as UTF-8");
        return std::nullopt;
    }
    if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text->size(); ++at) {
        const bool ends_line = (*text)[at] == '\r' && at + 1 < text->size() && (*text)[at + 1] == '\n';
        if (!ends_line) (*text)[kept++] = (*text)[at];
    }
    text->resize(kept);
    return text;
}

}
