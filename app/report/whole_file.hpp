// A file that is there whole or not at all: written under another name in the same folder, readable by its owner alone,
// flushed, then given its name. Nothing is written anywhere else. What a program that was killed left under such a name
// goes with the next file that is begun in that folder.
#pragma once
#include "core/result.hpp"
#include <filesystem>
#include <string_view>

namespace report {

enum class Existing { replaced, kept };

// Removes what was begun in this folder by programs that are there no more; what is being written stays.
void remove_unfinished(const std::filesystem::path& folder);

// The same, piece by piece, for what is too long to hold. Until finish() has succeeded there is no file of that name,
// or the one that was there before; what was not finished is removed with this.
class WholeFile {
public:
    // Fails with disk_full or io; with invalid_state when something of that name is there and is to be kept.
    [[nodiscard]] static core::Result<WholeFile> begin(const std::filesystem::path& file, Existing existing);
    WholeFile(WholeFile&& other) noexcept;
    WholeFile& operator=(WholeFile&&) = delete;
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;
    ~WholeFile();

    [[nodiscard]] core::Done write(std::string_view bytes); // fails with disk_full or io
    [[nodiscard]] core::Done finish();                      // the same; once, after the last piece

private:
    WholeFile(std::filesystem::path file, std::filesystem::path writing, int number, Existing existing);

    std::filesystem::path m_file, m_writing;
    int m_number;
    Existing m_existing;
};

// Fails with disk_full or io; with invalid_state when something of that name is there and is to be kept. What was there
// before is untouched by a failure.
[[nodiscard]] core::Done write_whole_file(const std::filesystem::path& file, std::string_view bytes, Existing existing);

}
