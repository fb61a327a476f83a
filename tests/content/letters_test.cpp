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
        {"title", m, plain_with("\"Plain\"", "\"Plain \uE000\""),
         "modules/plain.toml:2: title: has \"\uE000\" (U+E000), which the kiosk cannot show"},
        {"choice", m, plain_with("Perhaps", "\uE001\uE002\uE003"),
         "modules/plain.toml:9: response agree.choices.label: has \"\uE001\" (U+E001), \"\uE002\" (U+E002), "
         "\"\uE003\" (U+E003), which"},
        {"item", m, plain_with("We talk.", "We \u202Etalk."), "modules/plain.toml:14: item first.text: has U+202E"},
        {"end of a scale", m, plain_with("Quiet", "Qui\u2067et"), "scale talk.low_means: has U+2067"},
        {"third line of a text", m, plain_with("\"A few statements.\"", "\"\"\"\nOne.\n\nTwo \uE000.\nThree.\n\"\"\""),
         "modules/plain.toml:6: intro: has \"\uE000\" (U+E000)"},
        {"written as a number", m, plain_with("\"Plain\"", "\"Pl\\u00e4in \\uE603\""),
         "title: has \"\uE603\" (U+E603)"},
        {"no width", m, plain_with("\"Plain\"", "\"Pla\xE2\x80\x8Bin\""), "title: has U+200B, which"},
        {"no letter", m, plain_with("\"Plain\"", "\"Pla\u0378in\""), "title: has \"\u0378\" (U+0378), which"},
        {"packet", p, with(packets, "\"Usual\"", "\"Usual \uE000\""),
         "packets.toml:5: packet usual.title: has \"\uE000\" (U+E000)"},
        {"policy", p, with(packets, "Private", "\uE000 Private"),
         "packets.toml:1: secrets_policy: has \"\uE000\" (U+E000)"},
        {"article", a, "# Hello\n\nA text.\n\n- One \uE000\n", "articles/hello.md:5: has \"\uE000\" (U+E000), which"},
    });
}

TEST_CASE("letters of any script are shown, with their marks, and so are emoji") {
    ContentFolder folder;
    folder.write(
        m,
        plain_with(
            "\"Plain\"",
            "\"مرحبا, שלום, Ναι, Мы, नमस्ते, สวัสดี, 静 😀 👩‍👩‍👧 "
            "Pla\xCC\x81in "
            "می‌خواهم ✓\""));
    for (const auto& line : folder.diagnostics())
        FAIL_CHECK(line);
}

TEST_CASE("the letters of Western Europe and the signs of plain sentences are shown") {
    ContentFolder folder;
    folder.write(m, plain_with("\"Plain\"", "\"Été, año, Łódź, šest – “so” … 5 € ≥ 3 ™ • ½\""));
    folder.write("articles/hello.md", "# Grüße\n\n“Così” – l’été… ↑\n");
    for (const auto& line : folder.diagnostics())
        FAIL_CHECK(line);
    CHECK(content::strange_letters("Łódź …").empty());
    CHECK(content::without_strange_letters("a\uE000b\u202Eé") == "a?b?é");
}

TEST_CASE("what nobody is shown may have any letters") {
    ContentFolder folder;
    folder.write(m, "# \uE000\n" + plain_with("\"Ours.\"", "\"© \uE000\""));
    CHECK(folder.diagnostics().empty());
    content::Diagnostics diagnostics("form.toml");
    const auto root = content::parse_toml(with(bonds_36(), "\"Bonds\"", "\"\uE000\uE001\""), diagnostics);
    REQUIRE(root.has_value());
    CHECK(content::module_from(*root, "", diagnostics).has_value());
}

TEST_CASE("many strange characters are named five times at most") {
    const auto strange = content::strange_letters("\uE000\uE001\uE000\uE002, \uE003\uE004\uE005");
    CHECK(strange.first == 0);
    CHECK(strange.names ==
          "\"\uE000\" (U+E000), \"\uE001\" (U+E001), \"\uE002\" (U+E002), \"\uE003\" (U+E003), \"\uE004\" (U+E004)");
}

TEST_CASE("a strange character of a translation is named with its line and context, and its English is not") {
    const auto lines = content::strange_letters_of("msgid \"\"\n"
                                                   "msgstr \"\"\n"
                                                   "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                                   "\n"
                                                   "# \uE001 looked at\n"
                                                   "msgctxt \"plain.title\"\n"
                                                   "msgid \"Plain \uE001\"\n"
                                                   "msgstr \"\"\n"
                                                   "\"Sencillo \"\n"
                                                   "\"\uE000\"\n"
                                                   "#~ msgstr \"\uE000\"\n",
                                                   "locale/es.po");
    CHECK(lines == std::vector<std::string>{
                       "locale/es.po:10: plain.title: has \"\uE000\" (U+E000), which the kiosk cannot show"});
}
