#include "a_content_folder.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <fstream>
#include <iterator>
#include <random>

using namespace content_tests;

namespace {

const std::string m = "modules/plain.toml";

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += piece;
    return out;
}

std::vector<std::string> complaints_about(std::string_view module) {
    ContentFolder folder;
    folder.write(m, module);
    model::Content content = folder.load();
    CHECK(content.modules.count({"plain"}) == 0);
    CHECK(content.modules.count({"ours"}) == 1);
    return folder.diagnostics();
}

std::string slurp(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}

TEST_CASE("a file that is not UTF-8 is refused with the line of the first bad byte") {
    const std::vector<std::string> bad{"\xFF", "\xC0\x80", "\xE0\x80\x80",    "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                       "\xC3", "\x80",     "\xF0\x80\x80\x80"};
    for (const std::string& bytes : bad) {
        CHECK(one_says(complaints_about(with(plain_head, "Plain", bytes)), "modules/plain.toml:2: is not UTF-8"));
    }
    CHECK(core::utf8::valid_until("a\xC3\xA9\xE2\x80\xA6\xF0\x9F\x98\x80") == 10);
}

TEST_CASE("a file in UTF-16 is to be saved as UTF-8, whichever way it was written") {
    const auto wide = [](std::string_view mark, bool high_first) {
        std::string text(mark);
        for (const char byte : plain_head)
            text += high_first ? std::string{'\0', byte} : std::string{byte, '\0'};
        return text;
    };
    for (const auto& text : {wide("\xFF\xFE", false), wide("\xFE\xFF", true), wide("", false), wide("", true)})
        CHECK(complaints_about(text) ==
              std::vector<std::string>{"modules/plain.toml:1: is not UTF-8; save it as UTF-8 (it is UTF-16, which some "
                                       "editors call Unicode)"});
}

TEST_CASE("NUL bytes, large files, folders and dangling links are refused by name") {
    std::string nul = plain_head + std::string("# \0", 3);
    CHECK(one_says(complaints_about(nul), "modules/plain.toml:6: has a NUL byte"));
    std::string large = plain_head + "# " + std::string(content::file_limit, 'x');
    CHECK(one_says(complaints_about(large), "modules/plain.toml:1: is larger than 1 MiB"));

    ContentFolder folder;
    folder.remove(m);
    std::filesystem::create_directory(folder.path() / m);
    CHECK(one_says(folder.diagnostics(), "modules/plain.toml:1: must be a plain file"));
    folder.remove(m);
    std::filesystem::create_symlink("/nowhere/at/all", folder.path() / m);
    CHECK(one_says(folder.diagnostics(), "modules/plain.toml:1: the file is missing"));
    folder.remove("packets.toml");
    std::filesystem::create_directory(folder.path() / "packets.toml");
    CHECK(one_says(folder.diagnostics(), "packets.toml:1: must be a plain file"));
}

TEST_CASE("a byte order mark and Windows line ends are accepted") {
    ContentFolder folder;
    std::string text = slurp(folder.path() / m);
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '\r');
    folder.write(m, "\xEF\xBB\xBF" + text);
    CHECK(folder.diagnostics().empty());
}

TEST_CASE("deep nesting is refused and does not exhaust the stack") {
    CHECK(one_says(complaints_about("id = " + repeated("[", 100'000)), "is not TOML"));
    CHECK(one_says(complaints_about("id = " + repeated("{a=", 100'000)), "is not TOML"));
    CHECK(one_says(complaints_about(repeated("a.", 200'000) + "a = 1"), "more than 64 dots"));
    CHECK(one_says(complaints_about("[" + repeated("a.", 200'000) + "a]"), "more than 64 dots"));
    CHECK_FALSE(complaints_about("id = " + repeated("[\n{" + repeated("a.", 60) + "a = ", 16)).empty());
}

TEST_CASE("a file on which the TOML parser itself gives up is a complaint too") {
    for (const char* text : {"x = [, 1]", "x = [1,, 2]", "x = [ ] ]", "x = }", "x = ,"}) {
        CAPTURE(text);
        CHECK(one_says(complaints_about(text), "modules/plain.toml:1: is not TOML"));
    }
}

TEST_CASE("a letter of another alphabet outside of quotes is a complaint") {
    // Each stands in another of the parser's tables of white space.
    for (const char* text : {"Ŗ", "é = 1", "id = é", "título = \"x\"", "ὀ = 1", "ﭏ = 1", "\u4E2D\u6587", "😀"}) {
        CAPTURE(text);
        CHECK(one_says(complaints_about(text), "modules/plain.toml:1: "));
    }
    CHECK(one_says(complaints_about(plain_head + "título = 1\n"), "modules/plain.toml:6: is not TOML"));
}

TEST_CASE("a text of a megabyte is refused and its complaint stays short") {
    auto lines = complaints_about(with(plain_head, "\"Plain\"", "\"" + std::string(1'000'000, 'x') + "\""));
    CHECK(one_says(lines, "title: is longer than 80 characters"));
    lines = complaints_about(with(plain_head, "\"plain\"", "\"" + std::string(1'000'000, 'x') + "\""));
    CHECK(one_says(lines, "is not an id"));
    lines = complaints_about(std::string(1'000'000, 'k') + " = 1\n" + plain_head);
    for (const std::string& line : lines)
        CHECK(line.size() < 1000);
}

TEST_CASE("a file with thousands of faults fills a page, not the log") {
    CHECK(complaints_about(plain_head + repeated("[[item]]\n", 50'000)).size() <= 101);
    CHECK(complaints_about(plain_head + repeated("[[scale]]\n", 50'000)).size() <= 101);
}

TEST_CASE("control characters of a file never reach a message") {
    auto lines = complaints_about("\"bad\\nkey\\u001b[31m\" = 1\n" + plain_head);
    CHECK(one_says(lines, "bad?key?[31m: is unknown here"));
    for (const std::string& line : lines) {
        for (char byte : line)
            CHECK(static_cast<unsigned char>(byte) >= 0x20);
    }
}

TEST_CASE("hostile Markdown ends in complaints") {
    ContentFolder folder;
    for (const std::string& text :
         {repeated(">", 19'000), repeated("*a ", 6'000), repeated("![a](", 3'000), repeated("- ", 9'000),
          repeated("[", 19'000), repeated("`", 19'000), repeated("<", 19'000), repeated("|a\n|-\n", 3'000),
          std::string(30'000, 'x'), std::string()}) {
        folder.write("articles/hello.md", text);
        CHECK_FALSE(folder.diagnostics().empty());
    }
}

TEST_CASE("files with random damage load or complain and never crash") {
    std::mt19937 random(20'240'611); // fixed seed: the same files every time
    auto below = [&](std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random); };
    const std::string pieces[] = {"[", "]",  "{", "}",  "\"",  "\"\"\"", "'''", "=",
                                  ".", "\n", "#", "0x", "1e9", "-",      "\\u"};
    ContentFolder folder;
    for (const char* name :
         {"modules/how-i-connect.toml", "modules/about-us.toml", "packets.toml", "articles/couple-bubble.md"}) {
        const std::string whole = slurp(shipped_content() / name);
        REQUIRE_FALSE(whole.empty());
        for (int round = 0; round < 150; ++round) {
            std::string text = whole;
            for (std::size_t hits = 1 + below(6); hits > 0 && !text.empty(); --hits) {
                std::size_t at = below(text.size());
                switch (below(4)) {
                case 0:
                    text[at] = static_cast<char>(below(256));
                    break;
                case 1:
                    text.erase(at, below(40));
                    break;
                case 2:
                    text.insert(at, pieces[below(std::size(pieces))]);
                    break;
                case 3:
                    text.resize(at + 1);
                    break;
                }
            }
            folder.write(name, text);
            for (const std::string& line : folder.diagnostics())
                CHECK(line.find('\n') == std::string::npos);
        }
    }
}
