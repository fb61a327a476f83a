#include "content/forms/module_file.hpp"
#include "content/read/letters.hpp"
#include "content/words/messages.hpp"
#include "core/letters.hpp"
#include "keys_only.hpp"
#include "refused.hpp"

using namespace content_tests;

TEST_CASE("a character that the kiosk cannot show is refused with file, line and number, wherever it stands") {
    const std::string a = "articles/hello.md", p = "packets.toml";
    each_is_refused({
        {"title", m, plain_with("\"Plain\"", "\"Plain 😀\""),
         "modules/plain.toml:2: title: has \"😀\" (U+1F600), which the kiosk cannot show"},
        {"choice", m, plain_with("Perhaps", "Ναι"),
         "modules/plain.toml:9: response agree.choices.label: has \"Ν\" (U+039D), \"α\" (U+03B1), \"ι\" (U+03B9), "
         "which"},
        {"item", m, plain_with("We talk.", "Мы"), "modules/plain.toml:14: item first.text: has \"М\" (U+041C)"},
        {"end of a scale", m, plain_with("Quiet", "静"), "scale talk.low_means: has \"静\" (U+9759)"},
        {"third line of a text", m, plain_with("\"A few statements.\"", "\"\"\"\nOne.\n\nTwo ✓.\nThree.\n\"\"\""),
         "modules/plain.toml:6: intro: has \"✓\" (U+2713)"},
        {"written as a number", m, plain_with("\"Plain\"", "\"Pl\\u00e4in \\u2603\""), "title: has \"☃\" (U+2603)"},
        {"no width", m, plain_with("\"Plain\"", "\"Pla\xE2\x80\x8Bin\""), "title: has U+200B, which"},
        {"mark on a letter", m, plain_with("\"Plain\"", "\"Pla\xCC\x81in\""), "title: has U+0301, which"},
        {"packet", p, with(packets, "\"Usual\"", "\"Usual ☎\""),
         "packets.toml:5: packet usual.title: has \"☎\" (U+260E)"},
        {"policy", p, with(packets, "Private", "🔒 Private"), "packets.toml:1: secrets_policy: has \"🔒\" (U+1F512)"},
        {"article", a, "# Hello\n\nA text.\n\n- One ❤\n", "articles/hello.md:5: has \"❤\" (U+2764), which"},
    });
}

TEST_CASE("the letters of Western Europe and the signs of plain sentences are shown") {
    ContentFolder folder;
    folder.write(m, plain_with("\"Plain\"", "\"Été, año, Łódź, šest – “so” … 5 € ≥ 3 ™ • ½\""));
    folder.write("articles/hello.md", "# Grüße\n\n“Così” – l’été… ↑\n");
    for (const auto& line : folder.diagnostics())
        FAIL_CHECK(line);
    CHECK(content::strange_letters("Łódź …").empty());
    CHECK(content::without_strange_letters("a😀b\xCC\x81"
                                           "é") == "a?b?é");
}

TEST_CASE("what nobody is shown may have any letters") {
    ContentFolder folder;
    folder.write(m, "# ✓ 😀\n" + plain_with("\"Ours.\"", "\"© Иванов\""));
    CHECK(folder.diagnostics().empty());
    content::Diagnostics diagnostics("form.toml");
    const auto root = content::parse_toml(with(bonds_36(), "\"Bonds\"", "\"Δεσμοί\""), diagnostics);
    REQUIRE(root.has_value());
    CHECK(content::module_from(*root, "", diagnostics).has_value());
}

TEST_CASE("many strange characters are named five times at most") {
    const auto strange = content::strange_letters("Привет, мир");
    CHECK(strange.first == 0);
    CHECK(strange.names == "\"П\" (U+041F), \"р\" (U+0440), \"и\" (U+0438), \"в\" (U+0432), \"е\" (U+0435)");
}

TEST_CASE("a strange character of a translation is named with its line and context, and its English is not") {
    const auto lines = content::strange_letters_of("msgid \"\"\n"
                                                   "msgstr \"\"\n"
                                                   "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                                   "\n"
                                                   "# ✓ looked at\n"
                                                   "msgctxt \"plain.title\"\n"
                                                   "msgid \"Plain ✓\"\n"
                                                   "msgstr \"\"\n"
                                                   "\"Sencillo \"\n"
                                                   "\"😀\"\n"
                                                   "#~ msgstr \"😀\"\n",
                                                   "locale/es.po");
    CHECK(lines ==
          std::vector<std::string>{"locale/es.po:10: plain.title: has \"😀\" (U+1F600), which the kiosk cannot show"});
}
