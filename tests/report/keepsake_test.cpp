#include "a_visit_pdf.hpp"
#include "content/words/messages.hpp"
#include "report/keepsake.hpp"
#include "support/languages.hpp"
#include <doctest/doctest.h>

namespace {

const model::ItemRef intention{{"mission"}, {"m1"}};

report::Keepsake keepsake(const AChart& chart = {}) {
    const auto made = report::keepsake_of(chart.file, chart.file.visits[0], intention);
    REQUIRE(made);
    return *made;
}

std::vector<std::string> pages(const report::Keepsake& page) {
    const Folder folder;
    const auto done = written(report::keepsake_pdf(page), folder / "keepsake.pdf");
    return done ? pages_of(folder / "keepsake.pdf") : std::vector<std::string>{};
}

// The whole of what a joint part can hold: 40 sentences of 400 bytes.
report::Keepsake longest(const std::string& word) {
    report::Keepsake page = keepsake();
    page.statement.sentences.clear();
    for (int i = 0; i < 40; ++i) {
        std::string text;
        while (text.size() + word.size() <= 400)
            text += word;
        page.statement.sentences.push_back({model::Partner::a, text});
    }
    return page;
}

}

TEST_CASE("a keepsake is one page with both names, the words both agreed to, what each released and the day") {
    const auto read = pages(keepsake());
    REQUIRE(read.size() == 1);
    const std::string text = flat(read[0]);
    for (const char* words : {"Maya & Jordan", "What we stand for together", "We come back. We listen first.",
                              "I stand for coming back.", "March 4, 2026"})
        CHECK(says(text, words));
}

TEST_CASE("nothing on it is clinical, and nothing that was kept") {
    AChart chart;
    chart.of_a("steady", "words") = model::Written{"private words"};
    chart.visit().a.wish = true;
    const std::string text = joined(pages(keepsake(chart)));
    for (const char* words : {"RG-2041", "Gellert", "This one I keep", "private", "Alliance", "chart", "kiosk"})
        CHECK_FALSE(says(text, words));
    CHECK(*report::keepsake_pdf(keepsake(chart)) == *report::keepsake_pdf(keepsake()));
}

TEST_CASE("without words that both agreed to there is no keepsake") {
    AChart chart;
    chart.visit().joint.content->versions.clear();
    CHECK(report::keepsake_of(chart.file, chart.file.visits[0], intention).error().code ==
          core::ErrorCode::invalid_state);
    chart.visit().joint.content.reset();
    CHECK_FALSE(report::keepsake_of(chart.file, chart.file.visits[0], intention));
    report::Keepsake empty = keepsake();
    empty.statement.sentences = {{model::Partner::a, "  "}};
    CHECK(report::keepsake_pdf(empty).error().code == core::ErrorCode::invalid_state);
}

TEST_CASE("however long the statement is, it is one page and every word is on it") {
    for (const std::string word : {"promise ", "W", "año "}) {
        CAPTURE(word);
        const auto page = longest(word);
        const auto read = pages(page);
        REQUIRE(read.size() == 1);
        std::string wanted, found;
        for (const auto& sentence : page.statement.sentences)
            for (const char c : sentence.text)
                if (c != ' ') wanted += c;
        for (const char c : read[0])
            if (c != ' ' && c != '\n' && c != '\f') found += c;
        CHECK(found.find(wanted) != std::string::npos);
    }
    report::Keepsake far_too_long = longest("promise ");
    const auto sentences = far_too_long.statement.sentences;
    for (int i = 0; i < 20; ++i)
        far_too_long.statement.sentences.insert(far_too_long.statement.sentences.end(), sentences.begin(),
                                                sentences.end());
    CHECK(report::keepsake_pdf(far_too_long).error().code == core::ErrorCode::unsupported);
}

TEST_CASE("long names, no names and long intentions stay on the page") {
    report::Keepsake page = keepsake();
    page.name_a = page.name_b = std::string(120, 'W');
    page.intention_b = std::string(2000, 'x');
    CHECK(pages(page).size() == 1);
    page.name_b.clear();
    CHECK(pages(page).size() == 1);
    page.name_a.clear();
    const auto read = pages(page);
    REQUIRE(read.size() == 1);
    CHECK(says(read[0], "What we stand for together"));
    CHECK_FALSE(says(flat(read[0]), " & "));
}

TEST_CASE("in Spanish the page and its date are Spanish") {
    const auto catalogue = support::spanish();
    const core::Speaking speaking(catalogue.get());
    const std::string text = flat(joined(pages(keepsake())));
    for (const char* words : {"Maya & Jordan", "En qué creemos como pareja", "4 de marzo de 2026"})
        CHECK(says(text, words));
}

TEST_CASE(
    "a keepsake that is read aloud says the names, what they agreed to, what each released and the day, in order") {
    const Folder folder;
    REQUIRE(written(report::keepsake_pdf(keepsake()), folder / "keepsake.pdf"));
    const auto file = (folder / "keepsake.pdf").string();
    CHECK(says(flat(output_of("pdfinfo '" + file + "'")), "Tagged: yes"));
    const auto read = output_of("pdfinfo -struct-text '" + file + "' 2>&1");
    CAPTURE(read);
    CHECK_FALSE(says(read, "Warning"));
    CHECK(says(read, "H1 (block)\n    \"Maya & Jordan"));
    std::size_t last = 0;
    for (const char* words :
         {"Maya & Jordan", "What we stand for together", "We come back. ", "P (block)\n    \"Maya", "2026"}) {
        const auto at = read.find(words, last);
        CHECK_MESSAGE(at != std::string::npos, words);
        last = at == std::string::npos ? last : at;
    }
}
