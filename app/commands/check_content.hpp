// `sameside content check`: the figures of every file, then what was hardly meant, then what must be mended.
#pragma once
#include <filesystem>
#include <vector>

namespace commands {

// The exit status: 0 when nothing must be mended, 1 when something must, 2 when `folder` is no content folder. The
// compiled Spanish is looked for in `locale_folders`.
int check_content(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& locale_folders);

}
