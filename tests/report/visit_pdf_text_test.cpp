#include "a_visit_pdf.hpp"
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <regex>

TEST_CASE("a chart names the practice, the chart code, the couple, the therapist and the visit") {
    const auto pages = AChart().pages();
    REQUIRE_FALSE(pages.empty());
    for (const char* words : {"Riverbend Couples Therapy", "RG-2041", "Maya and Jordan", "Dr. Ruth Gellert",
                              "March 4, 2026", "First visit", "March 5, 2026, 15:00"}) {
        CAPTURE(words);
        CHECK(says(section(pages, ""), words));
    }
    for (const auto& page : pages)
        CHECK(says(page, "RG-2041"));
}

TEST_CASE("every page carries its number and the number of pages") {
    const Folder folder;
    AChart chart;
    chart.of_a("mission", "m1") = model::Written{[] {
        std::string text;
        for (int i = 0; i < 900; ++i)
            text += "word after word ";
        return text;
    }()};
    REQUIRE(chart.write(folder / "chart.pdf"));
    const auto pages = pages_of(folder / "chart.pdf");
    CHECK(pages.size() > 4);
    CHECK(says(info_of(folder / "chart.pdf"), fmt::format("Pages:           {}\n", pages.size())));
    CHECK(says(info_of(folder / "chart.pdf"), "612 x 792 pts (letter)"));
    for (std::size_t i = 0; i < pages.size(); ++i)
        CHECK(says(pages[i], fmt::format("Page {} of {}\n", i + 1, pages.size())));
}

TEST_CASE("every kind of answer is given in words") {
    const auto text = flat(joined(AChart().pages()));
    for (const char* words :
         {"Statement t1 Agree", "Statement t3 Neither", "Statement t4 Disagree (counted in reverse)",
          "Lying Rarely Not answered", "How many years? 7 years", "How urgent? 6 (0: can wait, 10: help now)",
          "Help with what? Feeling close; Quarrels", "One good thing? We laugh.", "I agree to take part. Agreed",
          "From Jordan toward Maya", "From Maya toward Jordan"}) {
        CAPTURE(words);
        CHECK(says(text, words));
    }
}

TEST_CASE("a skip is shown as a skip, and an item that was never on the screen as not reached") {
    const auto pages = AChart().pages();
    REQUIRE_FALSE(pages.empty());
    CHECK(says(section(pages, "Maya"), "Lack of touch Skipped"));
    CHECK(says(section(pages, "Jordan"), "Statement t2 Skipped"));
    CHECK(says(section(pages, "Jordan"), "Statement t3 Not reached"));
}

TEST_CASE("scores carry their value, range and count; too few answers give no number; no norms are claimed") {
    const auto pages = AChart().pages();
    REQUIRE_FALSE(pages.empty());
    // 3, 3, 2 and reversed 1 -> 3: mean 2.75, sd 0.5, SE 0.25, reach 0.49: 2.26 to 3 (kept inside the scale)
    CHECK(says(section(pages, "Maya"), "Alliance 2.8 95 % range 2.3 to 3.0 4 of 4 answered"));
    CHECK(says(section(pages, "Maya"), "No norms"));
    CHECK(says(section(pages, "Jordan"), "Alliance Not scored (1 of 4 answered)"));
    CHECK(says(section(pages, ""), "Not scored (1 of 4 answered)"));
    CHECK(says(section(pages, ""), "2.3 to 3.0"));
    CHECK(says(section(pages, "Maya"), "It does not say how sure the truth is."));
    CHECK(says(section(pages, "Maya"), "borrowed from answers to another form"));
}

TEST_CASE("a published form's score says its cut, its group and every source, and no longer that there are no norms") {
    AChart chart;
    model::Scale& scale = chart.content.modules.at({"team"}).scales[0];
    scale.uncertainty = model::Uncertainty::sem;
    scale.standard_deviation = model::Published{0.5, "Table 2"};
    scale.reliability = model::Published{0.84, "Table 3"};
    scale.cuts = {{2, model::Side::above, model::Bound::inclusive, "Together", "Table 4"}};
    scale.norms = {{"adults", 2.25, 0.5, "Table 5"}};
    const auto pages = chart.pages();
    REQUIRE_FALSE(pages.empty());
    const auto text = section(pages, "Maya");
    // SEM = 0.5 * sqrt(0.16) = 0.2, reach 0.392: 2.75 -/+ 0.392. (2.75 - 2.25) / 0.5 = 1.
    CHECK(says(text, "Alliance 2.8 95 % range 2.4 to 3.0 4 of 4 answered"));
    CHECK(says(text, "The score is at or above 2: Together. Source: Table 4"));
    CHECK(says(text, "1.0 standard deviations above the mean of adults (2.25). Source: Table 5"));
    CHECK(says(text, "Source: Table 2; Table 3"));
    CHECK_FALSE(says(text, "No norms"));
    CHECK_FALSE(says(section(pages, ""), "There are no norms"));
}

TEST_CASE("a mission text says whether its author released it") {
    const auto text = flat(joined(AChart().pages()));
    CHECK(says(text, "I stand for coming back. Released to the joint page"));
    CHECK(says(text, "This one I keep. Kept private: not released to the joint page"));
}

TEST_CASE("the joint statement is given version by version with the time both agreed") {
    AChart chart;
    auto pages = chart.pages();
    REQUIRE_FALSE(pages.empty());
    const auto text = section(pages, "Together");
    CHECK(says(text, "Joint statement, version 2 Both agreed to these words March 4, 2026, 17:00 Maya We come back. "
                     "Jordan We listen first."));
    CHECK(says(text, "Joint statement, version 1 Both agreed to these words March 4, 2026, 16:00 Maya We come back."));
    CHECK_FALSE(says(text, "unfinished"));
    chart.visit().joint.content->statement.sentences.push_back({model::Partner::b, "And we laugh."});
    CHECK(says(flat(joined(chart.pages())), "Joint statement, unfinished Not agreed by both"));
}

TEST_CASE("each partner's answers stand on pages of their own") {
    const auto pages = AChart().pages();
    CHECK(says(section(pages, "Maya"), "I stand for coming back"));
    CHECK_FALSE(says(section(pages, "Jordan"), "I stand for coming back"));
    CHECK(says(section(pages, "Jordan"), "Statement t1 Neither"));
    CHECK_FALSE(says(section(pages, "Maya"), "Statement t1 Neither"));
}

TEST_CASE("a part that could not be opened shows why, and the rest of the chart is there") {
    AChart chart;
    chart.visit().b.content.reset();
    chart.visit().b.problem = core::message("", "This part was changed outside the kiosk and is not shown.");
    chart.visit().joint.content.reset();
    chart.visit().joint.problem = core::message("", "The joint part could not be read.");
    const auto text = flat(joined(chart.pages()));
    CHECK(says(text, "This part was changed outside the kiosk and is not shown."));
    CHECK(says(text, "The joint part could not be read."));
    CHECK(says(text, "Statement t1 Agree"));
}

TEST_CASE("a partner who was not there has no pages, and an unfinished part says so") {
    AChart chart;
    chart.visit().b = {};
    chart.visit().joint = {};
    CHECK(section(chart.pages(), "Jordan").empty());
    CHECK(section(chart.pages(), "Together").empty());
    CHECK(says(flat(joined(chart.pages())), "Jordan Not part of this visit"));
    chart.visit().b.status = model::PartStatus::open;
    CHECK(says(flat(joined(chart.pages())), "Still being answered"));
}

TEST_CASE("a chart without names, packet or content is still a chart") {
    AChart chart;
    chart.file.name_a.clear();
    chart.file.name_b.clear();
    chart.visit().packet = {"gone"};
    const auto text = flat(joined(chart.pages()));
    CHECK(says(text, "Partner A and Partner B"));
    CHECK(says(text, "Statement t1 Agree"));
    chart.content = {};
    CHECK(says(flat(joined(chart.pages())), "Finished and locked"));
}

TEST_CASE("a visit that is not there is refused") {
    AChart chart;
    chart.file.visits.clear();
    const Folder folder;
    const auto done = chart.write(folder / "chart.pdf");
    REQUIRE_FALSE(done);
    CHECK(done.error().code == core::ErrorCode::invalid_state);
    CHECK(folder.files().empty());
}

TEST_CASE("the file's metadata holds the chart code and no name; bookmarks name no one") {
    const Folder folder;
    AChart chart;
    chart.private_a = chart.private_record(model::Partner::a, 3);
    REQUIRE(chart.write(folder / "chart.pdf"));
    const auto info = info_of(folder / "chart.pdf");
    CHECK(std::regex_search(info, std::regex("Title: +Chart RG-2041, March 4, 2026\n")));
    CHECK(says(info, "CreationDate"));
    CHECK_FALSE(says(info, "Author"));
    // Some versions of cairo pack them, so they are read as a reader of PDFs does.
    auto bookmarks = output_of("pdftohtml -xml -i -stdout '" + (folder / "chart.pdf").string() + "'");
    bookmarks.erase(0, bookmarks.find("<outline>"));
    for (const char* bookmark :
         {"Overview", "Partner A", "Partner B", "Together", "Private: partner A", "On the same side"}) {
        CAPTURE(bookmark);
        CHECK(says(bookmarks, ">" + std::string(bookmark) + "<"));
    }
    for (const char* name : {"Maya", "Jordan", "Gellert"})
        CHECK_FALSE(says(bookmarks, name));
}

TEST_CASE("the letters are Lato's and travel with the file") {
    const Folder folder;
    REQUIRE(AChart().write(folder / "chart.pdf"));
    const auto fonts = output_of("pdffonts '" + (folder / "chart.pdf").string() + "'");
    CHECK(says(fonts, "Lato-Regular"));
    CHECK(says(fonts, "Lato-Bold"));
    CHECK_FALSE(std::regex_search(fonts, std::regex("Identity-H +no|WinAnsi +no")));
}
