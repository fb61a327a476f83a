#include "content/read/document.hpp"
#include "content/read/text_file.hpp"
#include "refused.hpp"

using namespace content_tests;

namespace {

// The complaint about a form with this text, which is its only one.
std::string said_of(std::string_view text) {
    content::Diagnostics diagnostics("form.toml");
    CHECK_FALSE(content::parse_toml(text, diagnostics).has_value());
    REQUIRE(diagnostics.count() == 1);
    return diagnostics.lines().front();
}

std::string_view line_of(std::string_view text, int number) {
    while (--number > 0)
        text.remove_prefix(text.find('\n') + 1);
    return content::trimmed(text.substr(0, text.find('\n')));
}

struct Slip {
    const char* text;
    int line;
    const char* said;
};
void each_is_said(const std::vector<Slip>& slips) {
    for (const Slip& slip : slips) {
        CAPTURE(slip.text);
        CHECK(said_of(slip.text) == "form.toml:" + std::to_string(slip.line) + ": is not TOML: " + slip.said +
                                        "; the line is: " + content::shown(line_of(slip.text, slip.line)));
    }
}

constexpr const char* straight = "write straight quotes, \"\", and not curly ones";

}

TEST_CASE("a quote that is missing, curly or too many is said so") {
    each_is_said({
        {"a = 1\ntitle = \"Plain\nb = 1\n", 2, "a quote, \", is missing at the end of the text"},
        {"c = [\n{ value = 0, label = \"No day },\n]\n", 2, "a quote, \", is missing at the end of the text"},
        {"a = 1\ntitle = Plain\"\n", 2, "a quote, \", is missing at the beginning of the text"},
        {"title = Our week\"\n", 1, "a quote, \", is missing at the beginning of the text"},
        {"title = \"a \"b\" c\"\n", 1,
         "a straight quote inside a text ends it; inside a text write curly ones, “ and ”"},
        {"title = 'Plain\n", 1, "a text stands in straight double quotes, \"\"; one of them is missing"},
        {"a = 1\nintro = \"\"\"one\ntwo\nthree\n", 2,
         "the three quotes, \"\"\", that begin here have no three at their end"},
        {"intro = \"\"\"one\ntwo\nnotice = \"\"\"three\"\"\"\n", 3,
         "the three quotes, \"\"\", that begin in line 1 may have no three at their end"},
    });
    CHECK(said_of("title = “Plain”\n").find(straight) != std::string::npos);
    CHECK(said_of("title = “Our week”\n").find(straight) != std::string::npos);
    CHECK(said_of("title = ‘Plain’\n").find(straight) != std::string::npos);
    CHECK(said_of("title = \"Plain”\n").find(straight) != std::string::npos);
    CHECK(said_of("title = “Plain\"\n").find(straight) != std::string::npos);
}

TEST_CASE("words without quotes, yes and no and numbers that are none are said so") {
    each_is_said({
        {"title = Our week\n", 1, "the words \"Our week\" need quotes around them"},
        {"keys = [ { item = laughed } ]\n", 1, "the words \"laughed\" need quotes around them"},
        {"modules = [\"plain\", week]\n", 1, "the words \"week\" need quotes around them"},
        {"scored = yes\n", 1, "yes is unknown; write true or false, in small letters"},
        {"scored = True\n", 1, "True is unknown; write true or false, in small letters"},
        {"scored = false yes\n", 1, "stands after the value and should not: yes"},
        {"sd = 0,72\n", 1, "a number has a point and no comma: 0.72"},
        {"sd = { value = 0,72, source = \"x\" }\n", 1, "a number has a point and no comma: 0.72"},
        {"most = 1 000\n", 1, "a number has no space inside"},
        {"most = 03\n", 1, "a number does not begin with 0"},
        {"most = .5\n", 1, "\".5\" is no number; write one as 3, -3 or 0.5, or put quotes around a text"},
        {"most =\nb = 1\n", 1, "nothing stands after most ="},
    });
}

TEST_CASE("a comma or a bracket that is missing is said with the line where it belongs") {
    each_is_said({
        {"choices = [\n { value = 0, label = \"A\" }\n { value = 1, label = \"B\" },\n]\n", 3,
         "a comma is missing at the end of line 2"},
        {"starters = [\n \"a\"\n\n # a remark\n \"b\"\n]\n", 5, "a comma is missing at the end of line 2"},
        {"c = [\n { value = 0 label = \"A\" },\n]\n", 2, "a comma is missing before label"},
        {"x = { a = 1, }\n", 1, "no comma stands before }"},
        {"keys = [\n { item = \"a\" },\n\n[[item]]\nid = \"b\"\n", 4, "the [ in line 1 has no ] before this line"},
        {"keys = [1, 2\ny = 3\n", 2, "the [ in line 1 has no ] before this line"},
        {"c = [\n { value = 0, label = \"A\" ,\n { value = 1, label = \"B\" },\n]\n", 2,
         "the { needs its } on the same line"},
        {"x = 1]\n", 1, "has a closing bracket too many"},
        {"title = \"x\";\n", 1, "no ; stands at the end of a line"},
        {"a = 1\nb = 2\nx = [, 1]\n", 3, "a comma too many"},
    });
}

TEST_CASE("brackets around a name are explained") {
    each_is_said({
        {"[[item]]\nid = \"a\"\n[item]\nid = \"b\"\n", 3,
         "write [[item]], with two brackets on each side, and not [item]"},
        {"[item]\nid = \"a\"\n[item]\nid = \"b\"\n", 3,
         "write [[item]], with two brackets on each side, and not [item]"},
        {"[item]\nid = \"a\"\n[[item]]\nid = \"b\"\n", 3,
         "write [[item]] above too, with two brackets on each side, and not [item]"},
        {"[map]\nx = \"a\"\n[map]\nx = \"b\"\n", 3, "[map] stands here twice"},
        {"[[item]\nid = \"a\"\n", 1,
         "as many brackets close as open: [[item]] for each of several, [item] for the only one"},
        {"[[my item]]\n", 1, "a name in brackets has no space"},
        {"[[item]] id = \"a\"\n", 1, "what follows [[...]] stands on the next line"},
    });
    each_is_refused(
        {{"one table of a list", m, plain_and("[item]\nid = \"a\"\n"), "is not TOML: write [[item]], with two"},
         {"the only one", m, plain_head + "[item]\nid = \"a\"\nkind = \"consent\"\ntext = \"?\"\n",
          "plain.toml:6: item: write [[item]], with two brackets on each side, and not [item]"}});
}

TEST_CASE("a key that is none or stands twice is said so") {
    each_is_said({
        {"title: \"x\"\n", 1, "write = and not a colon after the key"},
        {"title : \"x\"\n", 1, "write = and not a colon after the key"},
        {"c = [{ value: 0, label = \"A\" }]\n", 1, "write = and not a colon after the key"},
        {"title \"x\"\n", 1, "a = is missing after title"},
        {"title == \"x\"\n", 1, "one = is enough"},
        {"low label = \"x\"\n", 1, "the key \"low label\" has a space; write low_label"},
        {"título = \"x\"\n", 1, "\"título\" is no key; a key has no accents and no other signs"},
        {"= 3\n", 1, "a key is missing before the ="},
        {"// a remark\n", 1, "a remark begins with #"},
        {"Our week\n", 1, "is no key with = and a value; a remark begins with #"},
        {"a = 1\ntitle = \"x\"\nb = 1\ntitle = \"y\"\n", 4,
         "the key \"title\" stands in line 2 already; is a line such as [[item]] missing between them?"},
        {"title = \"x\"\ntitle = \"y\"\n", 2,
         "the key \"title\" stands in line 1 already; is a line such as [[item]] missing between them?"},
        {"[[item]]\nid = \"a\"\n[[item]]\nid = \"b\"\nid = \"c\"\n", 5,
         "the key \"id\" stands in line 4 already; is a line such as [[item]] missing between them?"},
        {"x = { a = 1, a = 2 }\n", 1, "a key stands here twice"},
    });
}

TEST_CASE("what nobody sees in a file is named: control characters, tabs, odd ends of lines, a backslash") {
    each_is_said({
        {"title = \"a\x0b b\"\n", 1, "has a control character (U+000B) that nobody sees; write the line anew"},
        {"title = \"C:\\Users\"\n", 1, "a backslash means something of its own in a text; write / or \\\\"},
        {"a=1\rb=2\r", 1, "the lines end as those of old programs do; save it with the line ends of Windows or Unix"},
    });
    each_is_refused({
        {"tab", m, plain_with("\"Plain\"", "\"a\tb\""), "plain.toml:2: title: has a tab; write a space"},
        {"two lines", m, plain_with("\"Plain\"", "\"a\\nb\""), "plain.toml:2: title: must be one line"},
        {"control character", m, plain_with("\"Plain\"", "\"a\\u0007b\""),
         "plain.toml:2: title: has a control character (U+0007) that nobody sees"},
    });
}

TEST_CASE("a slip of which nothing is known is shown with its place") {
    CHECK(said_of("a = 1\n[]\n") ==
          "form.toml:2: is not TOML: something is out of place in column 2 or before it; the line is: []");
}

TEST_CASE("a slip above a letter outside of quotes is told first, for it may be the reason") {
    each_is_said({
        {"a = 1 2\nb = \"x\"\ntítulo = \"y\"\n", 1, "a number has no space inside"},
        {"intro = \"one\ntwo and más\n", 1, "a quote, \", is missing at the end of the text"},
        {"c = [\n  \"a\",\n  más,\n]\n", 3, "the words \"más\" need quotes around them"},
    });
}

TEST_CASE("a letter of another alphabet where the parser is not safe with it never reaches it") {
    each_is_said({
        {"a = \"\"\"x \\é\"\"\"\n", 1, "a backslash means something of its own in a text; write / or \\\\"},
        {"b = 1\na = \"\"\"x \\\n  é\"\"\"\n", 2, "a backslash means something of its own in a text; write / or \\\\"},
        {"a = \"\"\"x\"\"\"\"\" é\n", 1,
         "a straight quote inside a text ends it; inside a text write curly ones, “ and ”"},
    });
    CHECK(said_of("a = \"\"\"x \\\n \\é\"\"\"\n").starts_with("form.toml:1: is not TOML: a backslash"));
    for (const char* value : {"2\"é\"", "2\"\"\"é\"", "2=\"é\"", "[2{\"é\"}]", "[1, 2[\"é\"]]"})
        CHECK(said_of("b = 1\na = " + std::string(value) + "\n").starts_with("form.toml:2: is not TOML: "));
    content::Diagnostics diagnostics("form.toml");
    CHECK(
        content::parse_toml("a = \"\"\"é\"\"\"\"\"\nb = 'é \\é' # é\nc = \"\\\"é \\\\é\"\n", diagnostics).has_value());
    CHECK(diagnostics.empty());
}
