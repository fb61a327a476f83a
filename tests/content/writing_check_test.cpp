#include "a_content_folder.hpp"
#include "content/words/locale_file.hpp"
#include "content/words/writing_check.hpp"
#include <cmath>

using namespace content_tests;

namespace {

content::WritingReport written(const std::string& from, const std::string& to, const std::string& more = "") {
    ContentFolder folder;
    folder.write("modules/plain.toml", with(plain_head + more + three_choices + two_items + one_scale, from, to));
    for (const auto& line : folder.diagnostics())
        CHECK_MESSAGE(false, line);
    return content::check_writing(folder.load(), content::english_writing());
}

const content::ReadingFormula& spanish_reading() {
    static const auto locale = content::read_locale(shipped_content() / "locale/es.toml");
    REQUIRE_MESSAGE(locale.has_value(), locale.error().detail);
    return *locale->writing.reading;
}

// `second` is reversed.
std::vector<std::string> breaches_of_item(const std::string& text) {
    return written("We listen.", text).breaches;
}

}

TEST_CASE("the reading grade is that of the printed formula") {
    // Words 9, sentences 2, syllables 11 (ta-ble, ha-ppy): 0.39 * 4.5 + 11.8 * 11/9 - 15.59.
    const auto level = content::reading_level("The cat sat on the table. It was happy.", content::english_reading());
    CHECK(level.words == 9);
    CHECK(level.sentences == 2);
    CHECK(std::abs(level.figure - (0.39 * 4.5 + 11.8 * 11 / 9 - 15.59)) < 1e-9);
    CHECK(content::reading_level("", content::english_reading()).figure == 0);
    CHECK(content::is_easy(content::reading_level("...", content::english_reading()), content::english_reading()));
}

TEST_CASE("Spanish is measured by its own formula and its own syllables") {
    const std::pair<const char*, int> counted[]{{"casa", 2},  {"ciudad", 2},    {"día", 2},      {"causa", 2},
                                                {"poeta", 3}, {"que", 1},       {"guitarra", 3}, {"pingüino", 3},
                                                {"rey", 1},   {"ahora", 3},     {"cuando", 2},   {"país", 2},
                                                {"niño", 2},  {"construir", 2}, {"y", 1}};
    for (const auto& [word, syllables] : counted) {
        CAPTURE(word);
        CHECK(content::syllables(word, spanish_reading()) == syllables);
    }
    // Words 8, sentences 2, syllables 16 (mi ca-sa es gran-de / yo vi-vo a-quí: 1+2+1+2, 1+2+2): 11 over 7 words.
    const auto level = content::reading_level("Mi casa es grande. Yo vivo aquí.", spanish_reading());
    CHECK(level.words == 7);
    CHECK(std::abs(level.figure - (206.835 - 62.3 * 11 / 7 - 3.5)) < 1e-9);
    CHECK(content::is_easy(
        content::reading_level("Mi casa es grande y blanca. Yo vivo aquí con mi gato.", spanish_reading()),
        spanish_reading()));
    const auto hard = content::reading_level("La caracterización psicopatológica multidimensional requiere "
                                             "interpretaciones especializadas extraordinariamente pormenorizadas, "
                                             "individualizadas y sistemáticamente documentadas.",
                                             spanish_reading());
    CHECK_FALSE(content::is_easy(hard, spanish_reading()));
    CHECK(content::words_of("¿Él ÉL Ñandú “así” — don’t 'x'?") ==
          std::vector<std::string>{"él", "él", "ñandú", "así", "don't", "x"});
}

TEST_CASE("a text of a few words is neither easy nor hard") {
    CHECK(content::is_easy(content::reading_level("Relationship considerations.", content::english_reading()),
                           content::english_reading()));
    CHECK(content::is_easy(content::reading_level("Consideraciones psicológicas.", spanish_reading()),
                           spanish_reading()));
}

TEST_CASE("each rule of writing names file, key and what is wrong") {
    CHECK(written("We talk.", "We talk often.").breaches.empty());
    CHECK(one_says(written("A few statements.",
                           "Institutional considerations necessitate comprehensive individual documentation "
                           "concerning relationship difficulties experienced previously.")
                       .breaches,
                   "modules/plain.toml: intro: reads at grade "));
    CHECK(one_says(
        breaches_of_item(
            "one two three four five six seven eight nine ten one two three four five six seven eight nine ten more"),
        "modules/plain.toml: item second.text: has 21 words; at most 20 are allowed"));
    CHECK(breaches_of_item(
              "one two three four five six seven eight nine ten one two three four five six seven eight nine ten")
              .empty());
    CHECK(one_says(breaches_of_item("We do not listen."), "item second.text: is reversed and has a negative"));
    CHECK(one_says(breaches_of_item("We don’t listen."), "item second.text: is reversed and has a negative"));
    CHECK(one_says(written("We talk.", "We never have nothing to say.").breaches,
                   "item first.text: has a negative inside a negative"));
    CHECK(written("We talk.", "We never talk.").breaches.empty());
    CHECK(one_says(breaches_of_item("My husband listens."), "item second.text: \"husband\" says who a partner is"));
    CHECK(one_says(breaches_of_item("Our dyad listens."), "item second.text: \"dyad\" is a word of the clinic"));
    CHECK(one_says(written("Perhaps", "She does").breaches, "item first.choices: \"she\""));
    ContentFolder folder;
    folder.write("articles/hello.md", "# Hello\n\nHer diagnosis is here.\n");
    const auto report = content::check_writing(folder.load(), content::english_writing());
    CHECK(one_says(report.breaches, "articles/hello.md: text: \"diagnosis\" is a word of the clinic"));
    CHECK(one_says(report.breaches, "articles/hello.md: text: \"her\""));
}

TEST_CASE("a question and what stands below it are graded as an intro is") {
    const std::string hard = "Institutional considerations necessitate comprehensive individual documentation "
                             "concerning relationship difficulties experienced previously.";
    CHECK(one_says(breaches_of_item(hard), "modules/plain.toml: item second.text: reads at grade "));
    CHECK(one_says(written("text = \"We listen.\"", "text = \"We listen.\"\ndetail = \"" + hard + "\"").breaches,
                   "modules/plain.toml: item second.detail: reads at grade "));
    CHECK(breaches_of_item("When we talk at night, we both listen and take our time.").empty());

    ContentFolder folder;
    folder.write("modules/plain.toml", with(plain_head + three_choices + two_items + one_scale, "We listen.",
                                            "La caracterización psicopatológica multidimensional requiere "
                                            "interpretaciones especializadas, individualizadas y sistemáticamente "
                                            "documentadas."));
    const auto locale = content::read_locale(shipped_content() / "locale/es.toml");
    REQUIRE(locale.has_value());
    CHECK(one_says(content::check_writing(folder.load(), locale->writing).breaches,
                   "item second.text: has a perspicuity of "));
}

TEST_CASE("a form whose words are given is noted and not refused") {
    const auto report = written("We listen.", "We do not listen to her.", "fixed_wording = true\n");
    CHECK(report.breaches.empty());
    CHECK(one_says(report.notes, "modules/plain.toml: item second.text: is reversed and has a negative"));
    CHECK(one_says(report.notes, "\"her\""));
}

TEST_CASE("the figures of every file stand in a table") {
    ContentFolder folder;
    const auto report = content::check_writing(folder.load(), content::english_writing());
    REQUIRE(report.figures.size() == 4);
    const auto table = content::writing_table(report.figures, content::english_writing());
    CHECK(table.starts_with("file                words  grade  longest item, words\n"));
    CHECK(table.find("modules/plain.toml") != std::string::npos);
    CHECK(table.find("2 (first)\n") != std::string::npos);
    for (const auto& file : report.figures)
        CHECK(table.find(file.file) != std::string::npos);
}
