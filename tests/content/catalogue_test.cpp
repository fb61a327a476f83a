#include "content/read/text_file.hpp"
#include "content/words/catalogue_file.hpp"
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <doctest/doctest.h>
#include <random>

namespace {

using namespace std::string_literals;

constexpr const char* header = "Language: es\nContent-Type: text/plain; charset=UTF-8\n"
                               "Plural-Forms: nplurals=2; plural=(n != 1);\n";

struct Text {
    std::string key, value;
};

// A catalogue as msgfmt writes it, with an empty hash table: 28 bytes of header, two tables, the texts.
std::string made_of(std::vector<Text> texts, const std::string& head = header) {
    texts.insert(texts.begin(), {"", head});
    std::ranges::sort(texts, {}, &Text::key);
    std::string file(28 + texts.size() * 16, '\0');
    const auto put = [&](std::size_t at, std::size_t number) {
        const auto word = static_cast<std::uint32_t>(number);
        std::memcpy(file.data() + at, &word, sizeof word);
    };
    put(0, 0x950412de);
    put(8, texts.size());
    put(12, 28);
    put(16, 28 + texts.size() * 8);
    put(24, file.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (const auto& [table, text] :
             {std::pair{std::size_t{28}, texts[i].key}, std::pair{28 + texts.size() * 8, texts[i].value}}) {
            put(table + i * 8, text.size());
            put(table + i * 8 + 4, file.size());
            file += text + '\0';
        }
    }
    return file;
}

std::string small() {
    return made_of({{"welcome.tap\4Tap anywhere to begin."s, "Toque en cualquier parte para empezar."},
                    {"n\4one visit\0{n} visits"s, "una visita\0{n} visitas"s}});
}

std::string with_rule(const std::string& rule) {
    return "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: " + rule + "\n";
}

std::span<const char> bytes(const std::string& file) {
    return {file.data(), file.size()};
}

void put(std::string& file, std::size_t at, std::uint32_t word) {
    std::memcpy(file.data() + at, &word, sizeof word);
}

void refused(const std::string& file, const char* why) {
    const auto read = content::read_catalogue(bytes(file), "es.mo");
    INFO(why);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == core::ErrorCode::damaged);
    CHECK(read.error().detail.starts_with("es.mo: "));
    CHECK(read.error().detail.find(why) != std::string::npos);
}

}

TEST_CASE("a catalogue finds a text by its context and its source, and nothing else") {
    const auto file = small();
    const auto read = content::read_catalogue(bytes(file), "es.mo");
    REQUIRE(read.has_value());
    const auto& words = **read;
    CHECK(std::string(words.find("welcome.tap", "Tap anywhere to begin.")) == "Toque en cualquier parte para empezar.");
    CHECK(words.find("welcome.tap", "Tap anywhere") == nullptr);
    CHECK(words.find("welcome.other", "Tap anywhere to begin.") == nullptr);
    CHECK(words.find("", "") == nullptr);
    CHECK(std::string(words.find("n", "one visit", 1)) == "una visita");
    CHECK(std::string(words.find("n", "one visit", 0)) == "{n} visitas");
    CHECK(std::string(words.find("n", "one visit", 12)) == "{n} visitas");
    CHECK(words.find("n", "two visits", 2) == nullptr);
}

TEST_CASE("a text with one form is said in that form for every number") {
    const auto file = made_of({{"n\4one visit\0{n} visits"s, "una visita"}});
    const auto read = content::read_catalogue(bytes(file), "es.mo");
    REQUIRE(read.has_value());
    CHECK((*read)->find("n", "one visit", 5) == nullptr);
}

TEST_CASE("the messages of a catalogue come out as they were written, without the header") {
    const auto file = small();
    const auto messages = content::messages_of(bytes(file), "es.mo");
    REQUIRE(messages.has_value());
    REQUIRE(messages->size() == 2);
    CHECK((*messages)[0].context == "n");
    CHECK((*messages)[0].english == "one visit");
    CHECK((*messages)[0].many == "{n} visits");
    CHECK((*messages)[0].said == std::vector<std::string>{"una visita", "{n} visitas"});
    CHECK((*messages)[1].many.empty());
}

TEST_CASE("a catalogue that is damaged is refused with what is wrong, before anything follows it") {
    refused("", "too short");
    refused("not a catalogue at all, but long enough", "does not begin as one");
    auto file = small();
    put(file, 0, 0xde120495);
    refused(file, "another kind of computer");
    file = small();
    put(file, 4, 0x00020000);
    refused(file, "newer kind");
    file = small();
    put(file, 8, 0xFFFFFFFF);
    refused(file, "more than 20000");
    file = small();
    put(file, 12, 0xFFFFFFF0);
    refused(file, "text ends outside");
    file = small();
    put(file, 28 + 8, 0xFFFFFFFF); // the length of a key
    refused(file, "text ends outside");
    file = small();
    put(file, 28 + 12, static_cast<std::uint32_t>(file.size())); // where a key begins
    refused(file, "text ends outside");
    refused(small().substr(0, small().size() - 1), "text ends outside");
    refused(made_of({{"a\4b", "\xFF"}}), "not UTF-8");
    refused(made_of({{"a\4b", "c"}}, "Content-Type: text/plain; charset=ISO-8859-1\n"), "charset=UTF-8");
    refused(std::string(content::file_limit + 1, 'x'), "larger than 1 MiB");
}

TEST_CASE("numbers are said by the catalogue's own rule for plurals") {
    // Polish, Russian and Arabic (GNU gettext manual, "Plural forms"; Unicode CLDR, plural rules).
    const char* slavic = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
    const char* arabic =
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);";
    const auto said = [](const char* rule, int count) {
        const auto file = made_of({{"n\4one visit\0{n} visits"s, "a\0b\0c\0d\0e\0f"s}}, with_rule(rule));
        const auto read = content::read_catalogue(bytes(file), "xx.mo");
        REQUIRE(read.has_value());
        return std::string((*read)->find("n", "one visit", count));
    };
    CHECK(said(slavic, 1) + said(slavic, 3) + said(slavic, 12) + said(slavic, 22) == "abcb");
    CHECK(said(arabic, 0) + said(arabic, 2) + said(arabic, 7) + said(arabic, 11) + said(arabic, 100) == "acdef");
    CHECK(said("nplurals=1; plural=0;", 5) == "a");
}

TEST_CASE("a rule for plurals that could exhaust the kiosk or end it is never computed") {
    for (const std::string rule :
         {"2147483648 % 4294967295", "(1<<31) % n", "n / 0", "0 - n", "~n", "n * 99", "x", "\"n\""}) {
        CAPTURE(rule);
        refused(made_of({}, with_rule("nplurals=2; plural=" + rule + ";")), "Plural-Forms");
    }
    const auto deep = std::string(100'000, '(') + "n" + std::string(100'000, ')');
    refused(made_of({}, with_rule("nplurals=2; plural=" + deep + ";")), "Plural-Forms");
    refused(made_of({}, "X-Rule: plural=" + deep + ";\n" + header), "Plural-Forms"); // the library takes the first
    refused(made_of({}, "Content-Type: text/plain; charset=UTF-8\n"), "Plural-Forms");
}

TEST_CASE("a hash table that would lead out of the file is refused, and a full one ends the search") {
    auto file = small();
    const auto table = static_cast<std::uint32_t>(file.size());
    put(file, 24, table);
    put(file, 20, 2); // a step is taken modulo the size less two
    refused(file, "hash table does not fit");
    put(file, 20, 5);
    refused(file, "hash table does not fit");
    file += std::string(20, '\0');
    CHECK(content::read_catalogue(bytes(file), "es.mo").has_value());
    put(file, table, 4);
    refused(file, "names a text that is not there");
    for (std::uint32_t i = 0; i < 5; ++i)
        put(file, table + i * 4, 1);
    const auto full = content::read_catalogue(bytes(file), "es.mo");
    REQUIRE(full.has_value());
    CHECK((*full)->find("welcome.tap", "Tap anywhere to begin.") == nullptr);
}

TEST_CASE("a catalogue with any byte changed is read or refused, and can then be asked anything") {
    const auto whole = small();
    std::mt19937 random(20);
    for (int round = 0; round < 20'000; ++round) {
        auto file = whole;
        for (int i = 0; i < 1 + round % 3; ++i)
            file[random() % file.size()] = static_cast<char>(random());
        const auto read = content::read_catalogue(bytes(file), "es.mo");
        if (!read) continue;
        (void)(*read)->find("welcome.tap", "Tap anywhere to begin.");
        (void)(*read)->find("n", "one visit", round);
        (void)content::messages_of(bytes(file), "es.mo");
    }
}
