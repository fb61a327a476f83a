// Files in one archive under a passphrase: AES-256 as WinZip made it (AE-2), which 7-Zip, WinZip, bsdtar and the file
// managers of macOS and Linux open; Windows Explorer and unzip 6.0 do not. Nothing is on the disk before it is
// encrypted, and no checksum of what is in it can be read. What is unpacked is for its owner alone.
//
// Whoever has the archive can read the names of its files and how long they are: give names that say nothing of a
// person.
#pragma once
#include "core/result.hpp"
#include "core/secret.hpp"
#include "core/time.hpp"
#include "report/whole_file.hpp"
#include <functional>
#include <string>
#include <vector>

namespace report {

struct ZipEntry {
    std::string name;
    // The next piece of its bytes, empty after the last. An error ends the archive with that error.
    std::function<core::Result<std::string>()> next;
};

ZipEntry entry_of(std::string name, std::string bytes);

using Progress = std::function<void(double share)>; // 0 to 1, never less than before

// The archive is made in memory, then written under another name in the same folder, flushed and renamed: a full disk
// or a pulled stick leaves nothing, or what was there before. Fails with disk_full or io; with invalid_state without a
// passphrase, with a NUL in it, without entries, with two of one name, or when the file is there and is to be kept;
// with what an entry failed with; with out_of_memory or unsupported.
[[nodiscard]] core::Done write_zip(const std::filesystem::path& file, std::vector<ZipEntry> entries,
                                   const core::SecretText& passphrase, core::WallTime made_at, Existing existing,
                                   const Progress& progress = {});

}
