// What is wrong with a file that is no TOML, in words for somebody who writes a form and no programs.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace content {

struct TomlFault {
    int line = 1;
    std::string why; // one line
};
// What lies in this line, where the TOML library gave up: found by looking at the text, whatever the library said.
TomlFault toml_fault(std::string_view text, int line, int column);

// The first line that the TOML library is not safe to read: with a letter beyond ASCII outside of quotes and remarks
// or behind a backslash (where the library looks it up in its table of white space, which leads to undefined behaviour
// with most of them), or with a comma or a closing bracket where there can be none.
struct UnsafeToml {
    int line = 1;
    std::string above; // the text above it, with the brackets closed that are open there: safe to read
};
std::optional<UnsafeToml> unsafe_toml(std::string_view text); // UTF-8

}
