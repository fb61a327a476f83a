// Reads a content folder into model types. One broken file never takes the others with it.
// The format is described in content/README.md.
#pragma once
#include "core/result.hpp"
#include "model/form/module.hpp"
#include <filesystem>
#include <string>
#include <vector>

namespace content {

// Fails with io when the folder itself cannot be read, with not_found when it has no packets.toml. A module, packet or
// article that breaks a rule is left out and listed in Content::broken, one entry a breach: "file:line: key: rule", the
// file relative to `folder`. What breaks none but was hardly meant, as a form that is never asked, is in
// Content::notes.
[[nodiscard]] core::Result<model::Content> load(const std::filesystem::path& folder);

// All that is wrong with the folder, one line each; empty when all of it can be used. Fails as load does.
[[nodiscard]] core::Result<std::vector<std::string>> check(const std::filesystem::path& folder);

}
