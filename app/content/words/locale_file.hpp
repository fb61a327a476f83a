// What a language brings beside its words: content/locale/<tag>.toml. A language is a catalogue and such a file, and
// nothing else of the program knows it.
#pragma once
#include "content/read/locale_folder.hpp"
#include "content/words/writing_words.hpp"
#include "core/result.hpp"
#include "model/form/keyboard_layout.hpp"
#include <filesystem>

namespace content {

struct LocaleFile {
    std::string name; // as those who speak it write it
    std::shared_ptr<const model::KeyboardLayout> keyboard = model::source_keyboard();
    WritingRules writing;                           // what it does not say is not measured
    std::set<std::string, std::less<>> small_words; // as model::Locale has them
};

// Fails with bad_content naming file, line, key and what is allowed, all breaches joined by "; ".
[[nodiscard]] core::Result<LocaleFile> read_locale(const std::filesystem::path& toml);

}
