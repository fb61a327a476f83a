// Which languages a kiosk speaks, by the files it finds, and what it says of those it cannot use.
#include "a_content_folder.hpp"
#include "content/words/locales.hpp"
#include "content/words/writing_check.hpp"
#include "support/made_up_language.hpp"
#include <algorithm>

using namespace content_tests;

namespace {

struct Found {
    std::vector<std::string> tags, names, troubles;
};

Found found_in(const ContentFolder& folder) {
    Found found;
    const auto locales = content::locales_of(std::make_shared<const model::Content>(folder.load()),
                                             content::KioskConfig{}, {folder.path() / "locale"}, found.troubles);
    for (const auto& locale : locales) {
        found.tags.push_back(locale.language.tag);
        found.names.push_back(locale.name);
    }
    return found;
}

bool says(const std::vector<std::string>& lines, const std::string& words) {
    return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(words) != std::string::npos; });
}

std::string complaint_of(std::string_view toml) {
    ContentFolder folder;
    folder.write("locale/xx.toml", toml);
    const auto read = content::read_locale(folder.path() / "locale/xx.toml");
    return read ? "" : read.error().detail;
}

}

TEST_CASE("a kiosk speaks its source language and each other one that has words and a file beside them") {
    ContentFolder folder;
    support::write_language(folder.path() / "locale", "xx");
    support::write_language(folder.path() / "locale", "pt-BR");
    const auto found = found_in(folder);
    CHECK(found.tags == std::vector<std::string>{"en", "pt-BR", "xx"});
    CHECK(found.names == std::vector<std::string>{"English", "Þorn", "Þorn"});
    CHECK(found.troubles.empty());
}

TEST_CASE("what is broken of a language is named, and the kiosk speaks the rest") {
    ContentFolder folder;
    const auto locale = folder.path() / "locale";
    support::write_language(locale, "xx");
    support::write_catalogue(locale, "aa");                  // nothing beside it
    folder.write("locale/bb.toml", support::made_up_locale); // no words
    support::write_catalogue(locale, "cc");
    folder.write("locale/cc.toml", "name = \"C\"\nspeed = 3\n");
    folder.write("locale/dd.toml", support::made_up_locale);
    folder.write("locale/dd.mo", "not a catalogue, but as long as one is");
    const auto found = found_in(folder);
    CHECK(found.tags == std::vector<std::string>{"en", "xx"});
    CHECK(found.troubles.size() == 4);
    CHECK(says(found.troubles, "there is no locale/aa.toml"));
    CHECK(says(found.troubles, "there is no catalogue locale/bb.mo"));
    CHECK(says(found.troubles, "cc.toml:2: speed: is unknown here"));
    CHECK(says(found.troubles, "dd.mo: is not a catalogue that can be used"));
    CHECK(says(found.troubles, "the kiosk does not speak \"dd\""));
}

TEST_CASE("a kiosk without another language speaks English alone and says so") {
    ContentFolder folder;
    const auto found = found_in(folder);
    CHECK(found.tags.empty());
    CHECK(says(found.troubles, "the kiosk speaks English alone"));
}

TEST_CASE("a locale file needs a name, and each mistake in it is named") {
    CHECK(complaint_of("name = \"X\"\n") == "");
    CHECK(complaint_of(support::made_up_locale) == "");
    const std::pair<std::string, std::string> wrong[]{
        {"", "xx.toml:1: name: is missing"},
        {"name = \"X\"\n[keyboard]\nletters = [\"a b\"]\n", "xx.toml:3: keyboard.letters: must be three rows of keys"},
        {"name = \"X\"\n[keyboard]\nletters = [\"a b\", \"c\", \"d\"]\n",
         "xx.toml:3: keyboard.letters: \"a b\" must be 10 keys of one character, with blanks between them"},
        {"name = \"X\"\n[keyboard]\nletters = [\"a b c d e f g h i jk\", \"a b c d e f g h i j\", \"a b c d e f g\"]\n",
         "must be 10 keys of one character"},
        {"name = \"X\"\n[keyboard]\nmore_name = \"\uE000\"\n",
         "xx.toml:3: keyboard.more_name: has \"\uE000\" (U+E000)"},
        {"name = \"X\"\n[reading]\nfigure = \"f\"\n", "reading.finding: is missing"},
        {"name = ", "xx.toml:1: is not TOML"},
    };
    for (const auto& [toml, complaint] : wrong) {
        CAPTURE(complaint);
        CHECK(complaint_of(toml).find(complaint) != std::string::npos);
        CHECK(complaint_of(toml).find('\n') == std::string::npos);
    }
}

TEST_CASE("a language's own formula and words are what its texts are held to, and without them nothing is") {
    ContentFolder folder;
    folder.write("locale/xx.toml", support::made_up_locale);
    const auto locale = content::read_locale(folder.path() / "locale/xx.toml");
    REQUIRE(locale.has_value());
    CHECK(content::syllables("kaiso", *locale->writing.reading) == 2);
    CHECK(content::reading_level("A so.", *locale->writing.reading).figure == 1 + 2 * 2 + 3 * 1);
    folder.write("modules/plain.toml",
                 with(plain_head + three_choices + two_items + one_scale, "We talk.", "A þoddr."));
    const auto content = folder.load();
    CHECK(says(content::check_writing(content, locale->writing).breaches,
               "\"þoddr\" is a word of the clinic; say it plainly (in Þorn)"));
    CHECK(content::check_writing(content, {}).breaches.empty());
}

TEST_CASE("a tag of a language is told from other names") {
    for (const auto* tag : {"es", "pt-BR", "nds", "sr-Latn-RS"})
        CHECK(content::is_language_tag(tag));
    for (const auto* name : {"", "e", "messages", "Es", "es-", "es--x", "es_MX", "../es"})
        CHECK_FALSE(content::is_language_tag(name));
}
