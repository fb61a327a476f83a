// Why a key or a value of a line is none (toml_fault.hpp).
#pragma once
#include "content/read/toml_tokens.hpp"
#include <optional>
#include <string>

namespace content {

// Of the first that is none, from left to right; nothing when all could be what they should.
std::optional<std::string> key_or_value_fault(const TomlLine& line);

}
