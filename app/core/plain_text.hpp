// Text that people typed, made fit to be kept and shown.
#pragma once
#include <string>
#include <string_view>

namespace core {

enum class Lines { one, many };

// Valid UTF-8 without control characters (line feeds kept for Lines::many).
std::string cleaned(std::string_view text, Lines lines);
// Without blanks, tabs and line feeds at both ends.
std::string_view trimmed(std::string_view text);

}
