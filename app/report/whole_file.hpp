// A file that is there whole or not at all: written under another name in the same folder, readable by its owner alone,
// flushed, then given its name. Nothing is written anywhere else.
#pragma once
#include "core/result.hpp"
#include <filesystem>
#include <string_view>

namespace report {

enum class Existing { replaced, kept };

// Fails with disk_full or io; with invalid_state when something of that name is there and is to be kept. What was there
// before is untouched by a failure.
[[nodiscard]] core::Done write_whole_file(const std::filesystem::path& file, std::string_view bytes, Existing existing);

}
