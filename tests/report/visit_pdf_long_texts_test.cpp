#include "a_visit_pdf.hpp"
#include <doctest/doctest.h>

TEST_CASE("a text of a million letters flows over pages, none of it lost") {
    AChart chart;
    std::string text;
    while (text.size() < 1'000'000)
        text += "numbered" + std::to_string(text.size()) + " words ";
    text += "theveryend";
    chart.of_a("mission", "m1") = model::Written{text};
    const auto pages = chart.pages();
    CHECK(pages.size() > 100);
    CHECK(says(joined(pages), "theveryend"));
    std::size_t found = 0;
    const auto all = flat(joined(pages));
    for (auto at = all.find("numbered"); at != std::string::npos; at = all.find("numbered", at + 1))
        ++found;
    std::size_t given = 0;
    for (auto at = text.find("numbered"); at != std::string::npos; at = text.find("numbered", at + 1))
        ++given;
    CHECK(found == given + 1); // and "numbered pages" on the first page
}

TEST_CASE("a word without an end is broken within the column") {
    const Folder folder;
    AChart chart;
    chart.of_a("mission", "m1") = model::Written{std::string(20'000, 'm')};
    chart.of_a("about", "line") = model::Written{std::string(2'000, 'W')};
    REQUIRE(chart.write(folder / "chart.pdf"));
    // bbox gives every word's place on its page
    const auto places = output_of("pdftotext -bbox '" + (folder / "chart.pdf").string() + "' -");
    std::size_t words = 0;
    for (auto at = places.find("xMax=\""); at != std::string::npos; at = places.find("xMax=\"", at + 1)) {
        CHECK(std::atof(places.c_str() + at + 6) <= 612 - 43.2 + 0.5);
        ++words;
    }
    CHECK(words > 200);
    for (auto at = places.find("yMax=\""); at != std::string::npos; at = places.find("yMax=\"", at + 1))
        CHECK(std::atof(places.c_str() + at + 6) <= 792);
}

TEST_CASE("letters of other scripts, emoji, right-to-left text and broken bytes are set or cleaned, never a crash") {
    AChart chart;
    for (const std::string& text :
         {std::string("Te quiero, mañana también: ¿sí? ¡Sí!"), std::string("שלום עולם and back"),
          std::string("مرحبا بالعالم"), std::string("🙂👩‍👩‍👧‍👦🏳️‍🌈 hearts"),
          std::string("\xff\xfe broken \xc3"), std::string("nul \0 inside", 12), std::string("\x1b[31m\x07"),
          std::string("\n\n\n"), std::string("<b>&amp;</b>"), std::string("a\u0301\u0301\u0301\u0301\u0301"),
          std::string("日本語のテキスト")}) {
        CAPTURE(text);
        chart.of_a("mission", "m1") = model::Written{text};
        CHECK(chart.pages().size() >= 4);
    }
    chart.of_a("mission", "m1") = model::Written{"Te quiero, ¿sí? <b>&amp;</b>"};
    CHECK(says(flat(joined(chart.pages())), "Te quiero, ¿sí? <b>&amp;</b>"));
    chart.of_a("mission", "m1") = model::Written{"שלום"};
    CHECK(says(joined(chart.pages()), "שלום"));
}

TEST_CASE("names, codes and practices of any length and any bytes leave the chart whole") {
    AChart chart;
    chart.file.name_a = std::string(3000, 'N');
    chart.file.name_b = "\xff\xff";
    chart.file.chart_code = std::string(500, 'C') + "\xff\n(\\)";
    chart.file.therapist = std::string(3000, 'T');
    chart.private_a = chart.private_record(model::Partner::a, 3);
    const auto pages = chart.pages();
    CHECK(pages.size() >= 5);
    CHECK(says(pages.back(), "Private page"));
}

TEST_CASE("paragraphs of a text stay paragraphs") {
    AChart chart;
    chart.of_a("mission", "m1") = model::Written{"First paragraph.\n\nSecond paragraph."};
    const auto pages = chart.pages();
    const auto all = joined(pages);
    const auto first = all.find("First paragraph."), second = all.find("Second paragraph.");
    REQUIRE(first < second);
    REQUIRE(second != std::string::npos);
    CHECK(all.substr(first, second - first).find('\n') != std::string::npos);
}
