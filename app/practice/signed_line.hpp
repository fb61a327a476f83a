// A line that is kept in a file of its own beside the data, under the device's hash: what another hand wrote there
// counts as nothing.
#pragma once
#include "core/result.hpp"
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace practice {

using LineHash = std::function<std::array<std::uint8_t, 32>(std::span<const std::uint8_t>)>; // see Device::row_hash

// `kind` tells one such file from another.
std::optional<std::string> read_signed_line(const std::filesystem::path& file, const LineHash& hash,
                                            std::string_view kind);
// Whole or not at all. Fails with disk_full or io.
[[nodiscard]] core::Done write_signed_line(const std::filesystem::path& file, const LineHash& hash,
                                           std::string_view kind, const std::string& line);

}
