// What a language brings beside its words: content/locale/<tag>.toml. A language is a catalogue and such a file, and
// nothing else of the program knows it.
#pragma once
#include "content/words/writing_words.hpp"
#include "core/result.hpp"
#include "model/form/keyboard_layout.hpp"
#include <filesystem>

namespace content {

struct LocaleFile {
    std::string name; // as those who speak it write it
    std::shared_ptr<const model::KeyboardLayout> keyboard = model::source_keyboard();
    WritingRules writing; // what it does not say is not measured
};

// Fails with bad_content naming file, line, key and what is allowed, all breaches joined by "; ".
[[nodiscard]] core::Result<LocaleFile> read_locale(const std::filesystem::path& toml);

// A tag as such files are named by: "es", "pt-BR".
bool is_language_tag(std::string_view text);

// The first file of this name in the folders.
std::optional<std::filesystem::path> first_in(const std::vector<std::filesystem::path>& folders,
                                              const std::string& name);

// The languages that have a catalogue, compiled or not, or a locale file in one of the folders, without the source
// language, by their tags in order. Whether they can be used is another question.
std::vector<std::string> other_languages(const std::vector<std::filesystem::path>& locale_folders);

}
