// Room kept for closing a visit on a disk that is full: a file beside the database, given back when it is needed and
// made again when there is room. And a look at whether the disk still takes and gives back what is written.
#pragma once
#include "core/result.hpp"
#include <cstdint>
#include <filesystem>

namespace store {

// What a seal, its log and a restart can take.
inline constexpr std::uintmax_t reserve_size = 4ULL << 20;

// Makes the reserve of this database file where twice as much is free; there already is as good.
void keep_reserve(const std::filesystem::path& database);
// False: there was none to give.
bool give_back_reserve(const std::filesystem::path& database);

// Writes a file of random bytes beside the database, through to the disk, reads it back from there and removes it.
// Fails with disk_full or io.
[[nodiscard]] core::Done try_disk(const std::filesystem::path& database);

}
