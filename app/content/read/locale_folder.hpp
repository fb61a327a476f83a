// Which languages there are, by the names of their files: <tag>.po, <tag>.mo, <tag>.toml.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace content {

// A tag as such files are named by: "es", "pt-BR".
bool is_language_tag(std::string_view text);

// The first file of this name in the folders.
std::optional<std::filesystem::path> first_in(const std::vector<std::filesystem::path>& folders,
                                              const std::string& name);

// The languages that have a catalogue, compiled or not, or a locale file in one of the folders, without the source
// language, by their tags in order. Whether they can be used is another question.
std::vector<std::string> other_languages(const std::vector<std::filesystem::path>& locale_folders);

}
