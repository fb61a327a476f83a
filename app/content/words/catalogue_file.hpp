// Reads the compiled words of a language, content/locale/<language>.mo. What cannot be used is an error and never a
// crash; the kiosk then speaks its source language.
#pragma once
#include "core/i18n.hpp"
#include "core/result.hpp"
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace content {

// Fails with damaged naming `name` and what is wrong with it.
[[nodiscard]] core::Result<std::shared_ptr<const core::Catalogue>> read_catalogue(std::span<const char> bytes,
                                                                                  const std::string& name);

// One translated text as it stands in a catalogue; `many` and the second of `said` belong to texts with a plural.
struct CatalogueEntry {
    std::string context, english, many;
    std::vector<std::string> said;
};
// All of them, without the header. Fails as read_catalogue does.
[[nodiscard]] core::Result<std::vector<CatalogueEntry>> messages_of(std::span<const char> bytes,
                                                                    const std::string& name);

// Fails with not_found or io when there is no such file or it cannot be read, with damaged when it is too large.
[[nodiscard]] core::Result<std::vector<char>> catalogue_bytes(const std::filesystem::path& file);

}
