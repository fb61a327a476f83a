// Why a file is no TOML, in words for somebody who writes a form and no programs.
#pragma once
#include <string>
#include <string_view>

namespace content {

struct TomlFault {
    int line = 1;
    std::string why; // one line
};
// `line` is where the library gave up and `words` its own reason, which is passed on where none is found.
TomlFault toml_fault(std::string_view text, int line, std::string_view words);
// The same where the library gave neither.
TomlFault toml_fault(std::string_view text);

}
