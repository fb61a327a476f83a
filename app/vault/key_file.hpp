// The file a device key lives in: exactly 32 bytes, readable by its owner alone. It appears whole or not at all, even
// when the power goes. For the files of this folder alone.
#pragma once
#include "core/secret.hpp"
#include <filesystem>

namespace vault {

// Fails with invalid_state when `file` exists (a link to nowhere counts), disk_full or io.
[[nodiscard]] core::Done create_key_file(const std::filesystem::path& file, const core::SecretBytes& seed);
// Fails with io (missing, unreadable, wrong size) or bad_config (a link, not a plain file, readable by others).
[[nodiscard]] core::Result<core::SecretBytes> read_key_file(const std::filesystem::path& file);

}
