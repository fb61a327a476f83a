// A language that nobody speaks, "xx": a catalogue, compiled by msgfmt as the build does it, and the file beside it.
#pragma once
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace support {

inline constexpr std::string_view made_up_words = R"(msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgctxt "welcome.welcome"
msgid "Welcome."
msgstr "Þelcome."

msgctxt "when.date-order"
msgid "month day year"
msgstr "year day month"

msgctxt "plain.born.text"
msgid "When did you meet?"
msgstr "Þhen did you meet?"
)";

inline constexpr std::string_view made_up_locale = R"(name = "Þorn"

[keyboard]
accent_key = true
more_name = "þæœ"
letters = ["q w e r t y u i o p", "a s d f g h j k l þ", "z x c v b n m"]
capitals = ["Q W E R T Y U I O P", "A S D F G H J K L Þ", "Z X C V B N M"]

[reading]
figure = "weight"
finding = "weighs"
constant = 1
words_in_sentence = 2
syllables_in_word = 3
allowed = 20
easier = "less"

[syllables]
strong = "a e o"
weak = "i u"

[words]
jargon = "þoddr"
)";

inline void write_file(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

inline void write_catalogue(const std::filesystem::path& folder, const std::string& tag,
                            std::string_view words = made_up_words) {
    const auto po = (folder / (tag + ".po")).string(), mo = (folder / (tag + ".mo")).string();
    write_file(po, words);
    REQUIRE(std::system(("msgfmt --output-file='" + mo + "' '" + po + "'").c_str()) == 0);
}

inline void write_language(const std::filesystem::path& folder, const std::string& tag = "xx") {
    write_catalogue(folder, tag);
    write_file(folder / (tag + ".toml"), made_up_locale);
}

}
