// Text files as the practice writes them, checked before anything reads further.
#pragma once
#include "content/read/diagnostics.hpp"
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace content {

inline constexpr std::size_t file_limit = std::size_t{1024} * 1024;

// The file's text: UTF-8, no byte order mark, lines ended by "\n". Complains, and gives nothing, when the file is
// missing, not a plain file, larger than `limit` (whole MiB), is UTF-16, has a NUL byte or is not UTF-8.
std::optional<std::string> read_text(const std::filesystem::path& file, Diagnostics& diagnostics,
                                     std::size_t limit = file_limit);

int line_at(std::string_view text, std::size_t offset);
std::string_view trimmed(std::string_view text); // without white space at both ends

}
