// Writing texts into TOML files.
#pragma once
#include <string>
#include <string_view>

namespace core {

// On a line; more are escaped, for a file of the content may hold 64.
inline constexpr int most_toml_dots = 20;

// A basic string (TOML 1.0.0) on one line.
std::string toml_string(std::string_view text);

}
