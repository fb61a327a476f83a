// The first page of a visit's PDF, how full the pages are, and what is read aloud of them.
#include "a_visit_pdf.hpp"
#include "core/i18n.hpp"
#include "model/case/whose_file.hpp"
#include "report/typesetter.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

struct ABrief : AChart {
    ABrief() {
        auto& about = content.modules.at({"about"});
        item(about, "why", model::ItemKind::long_text, "What brings you?").brief = model::InBrief::why;
        for (auto& one : about.items)
            if (one.id.value == "urgent") one.brief = model::InBrief::urgency;
        of_a("about", "why") = model::Written{"We talk past each other."};
    }
    std::string bytes(std::optional<model::Partner> whose = {}) const {
        const auto shown = whose ? model::only_of(file, *whose) : file;
        const auto pdf = report::visit_pdf({.content = content,
                                            .file = shown,
                                            .visit = 0,
                                            .practice = "Riverbend",
                                            .whose = whose,
                                            .private_a = private_a,
                                            .private_b = private_b,
                                            .printed_at = at(5)});
        REQUIRE(pdf);
        return *pdf;
    }
    std::vector<std::string> brief_pages(std::optional<model::Partner> whose = {}) const {
        const Folder folder;
        std::ofstream(folder / "chart.pdf", std::ios::binary) << bytes(whose);
        return pages_of(folder / "chart.pdf");
    }
    std::string first_page(std::optional<model::Partner> whose = {}) const { return flat(brief_pages(whose).front()); }
};

// How far down the words of each page go, without its foot.
std::vector<double> depths_of(const std::filesystem::path& file) {
    const auto boxes = output_of("pdftotext -bbox '" + file.string() + "' -");
    std::vector<double> depths;
    for (auto page = boxes.find("<page "); page != std::string::npos; page = boxes.find("<page ", page + 1)) {
        const auto end = boxes.find("</page>", page);
        double lowest = 0;
        for (auto at = boxes.find("yMax=\"", page); at < end; at = boxes.find("yMax=\"", at + 1))
            if (const double y = std::atof(boxes.c_str() + at + 6); y < 744) lowest = std::max(lowest, y);
        depths.push_back(lowest);
    }
    return depths;
}

// Counted from 0; beyond all pages where the first page names none.
std::size_t page_of_the_whole(const std::string& first_page) {
    const std::string before = "Whole on page ";
    const auto at = first_page.find(before);
    return at == std::string::npos ? 1000 : std::stoul(first_page.substr(at + before.size())) - 1;
}

std::string in_utf16(const std::string& ascii) {
    std::string digits;
    for (const char c : ascii)
        digits += fmt::format("{:04X}", static_cast<unsigned>(c));
    return digits;
}

}

TEST_CASE("a chart begins with what the therapist reads before the couple comes in") {
    const ABrief chart;
    const auto page = chart.first_page();
    for (const char* said :
         {"Before you walk in", "Visit 1", "Therapist: Dr. Ruth Gellert", "In their words", "Where they stand",
          "Not on this page. Maya not opened, Jordan not opened.", "Open Private on the kiosk to see.",
          "Jordan skipped 1.", "Nothing that stands out.", "We come back. We listen first.", "Could open with"})
        CHECK_MESSAGE(says(page, said), said);
    CHECK_FALSE(says(page, "We talk past each other."));
}

TEST_CASE("one partner's own chart begins with that partner's words, and nothing of the other") {
    ABrief chart;
    const auto page = chart.first_page(model::Partner::a);
    CHECK(says(page, "We talk past each other."));
    CHECK(says(page, "Maya not opened."));
    CHECK_FALSE(says(page, "Jordan"));
}

TEST_CASE("the first page is the same whatever was answered in private") {
    ABrief chart;
    const auto page = chart.first_page();
    for (const int value : {1, 3}) {
        chart.private_a = chart.private_record(model::Partner::a, value);
        chart.visit().a.wish = value == 3;
        CHECK(chart.first_page() == page);
    }
}

TEST_CASE("a mission of any length leaves the first page one page, and stands whole with what they wrote together") {
    ABrief chart;
    auto& joint = *chart.visit().joint.content;
    for (int i = 0; i < 40; ++i)
        joint.versions.back().statement.sentences.push_back({model::Partner::b, "Then we say it again, and again."});
    joint.versions.back().statement.sentences.push_back({model::Partner::a, "This is the end."});
    joint.statement = joint.versions.back().statement;
    const auto pages = chart.brief_pages();
    CHECK(says(pages[0], "…"));
    CHECK_FALSE(says(flat(pages[0]), "This is the end."));
    const auto page = page_of_the_whole(pages[0]);
    REQUIRE(page < pages.size());
    CHECK(says(pages[page], "Joint statement, version 2"));
    CHECK(says(flat(pages[page] + pages[page + 1]), "This is the end."));
}

TEST_CASE("a long mission of an earlier visit stands whole in the chart too, whatever there was of this visit") {
    ABrief chart;
    auto earlier = chart.visit();
    earlier.sitting = {3};
    earlier.date -= std::chrono::days(40);
    auto& agreed = earlier.joint.content->versions;
    for (auto& version : agreed)
        version.at -= std::chrono::days(40);
    for (int i = 0; i < 40; ++i)
        agreed.back().statement.sentences.push_back({model::Partner::b, "Then we say it again, and again."});
    agreed.back().statement.sentences.push_back({model::Partner::a, "This is the end."});
    chart.file.visits.push_back(earlier);
    chart.visit().joint.content->versions.clear();
    for (const bool joined_in : {true, false}) {
        CAPTURE(joined_in);
        if (!joined_in) chart.visit().joint = {};
        for (const auto whose : {std::optional<model::Partner>(), std::optional(model::Partner::b)}) {
            const auto pages = chart.brief_pages(whose);
            const auto page = page_of_the_whole(pages[0]);
            REQUIRE(page < pages.size());
            CHECK(says(pages[page], "Their mission, from an earlier visit"));
            CHECK(says(flat(joined(pages)), "This is the end."));
        }
    }
}

TEST_CASE("a mission that the first page holds is not said to stand elsewhere") {
    CHECK_FALSE(says(ABrief().first_page(), "Whole on page"));
}

TEST_CASE("no page of a chart is left nearly empty, wherever a text ends") {
    constexpr double third = 80 + (732 - 80) / 3.0;
    for (int lines = 0; lines < 90; lines += 3) {
        CAPTURE(lines);
        ABrief chart;
        std::string text = "A line.";
        for (int i = 0; i < lines; ++i)
            text += "\nA line.";
        chart.of_a("mission", "m1") = model::Written{text};
        const Folder folder;
        std::ofstream(folder / "chart.pdf", std::ios::binary) << chart.bytes();
        for (const double depth : depths_of(folder / "chart.pdf"))
            CHECK(depth >= third);
    }
}

TEST_CASE("each partner's pages stay theirs where what follows is too short for a page of its own") {
    const auto times = [](const std::string& text, std::string_view words) {
        std::size_t found = 0;
        for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
            ++found;
        return found;
    };
    for (int lines = 1; lines < 90; lines += 4) {
        CAPTURE(lines);
        ABrief chart;
        std::string of_a, of_b;
        for (int i = 0; i < lines; ++i)
            of_a += "Hers.\n";
        for (int i = 0; i < 90 - lines; ++i)
            of_b += "His.\n";
        chart.of_a("mission", "m1") = model::Written{of_a};
        chart.visit().b.content->answers = {{{{"mission"}, {"m1"}}, model::Written{of_b}}};
        chart.content.packets.front().modules = {{"mission"}}; // nothing else
        chart.visit().joint.content = model::JointContent{.statement = {{{model::Partner::b, "We try."}}}};
        const Folder folder;
        std::ofstream(folder / "chart.pdf", std::ios::binary) << chart.bytes();
        const auto text = joined(pages_of(folder / "chart.pdf"));
        CHECK(times(text, "Hers.") == static_cast<std::size_t>(lines));
        CHECK(times(text, "His.") == static_cast<std::size_t>(90 - lines));
        CHECK(times(text, "We try.") >= 1);
        for (const double depth : depths_of(folder / "chart.pdf"))
            CHECK(depth >= 80 + (732 - 80) / 3.0);
    }
}

TEST_CASE(
    "no page of private answers is left nearly empty or takes in another person's, and each says what to do next") {
    constexpr double third = 80 + (732 - 80) / 3.0 - 4; // what a line has below its letters
    for (int lines = 0; lines < 90; lines += 3) {
        CAPTURE(lines);
        ABrief chart;
        chart.private_a = chart.private_record(model::Partner::a, 3);
        chart.private_b = chart.private_record(model::Partner::b, 1);
        std::string text = "A line.";
        for (int i = 0; i < lines; ++i)
            text += "\nA line.";
        chart.private_a->answers[{{"steady"}, {"words"}}] = model::Written{text};
        const Folder folder;
        std::ofstream(folder / "chart.pdf", std::ios::binary) << chart.bytes();
        const auto depths = depths_of(folder / "chart.pdf");
        const auto pages = pages_of(folder / "chart.pdf");
        REQUIRE(depths.size() == pages.size());
        for (std::size_t i = 0; i < pages.size(); ++i)
            CHECK(depths[i] >= third);
        for (const auto& page : private_pages(pages))
            CHECK((says(page, "Private: Maya only") != says(page, "Private: Jordan only")));
        const auto said = flat(joined(private_pages(pages)));
        CHECK(says(said, "Talk with Maya alone"));
        CHECK(says(said, "Talk with Jordan alone"));
    }
}

TEST_CASE("the page behind the first is not left nearly empty where nothing, or what is private alone, follows it") {
    constexpr double third = 80 + (732 - 80) / 3.0;
    for (const bool with_private : {false, true}) {
        CAPTURE(with_private);
        ABrief chart;
        chart.visit().joint = {};
        chart.visit().a = {.status = model::PartStatus::not_started};
        chart.visit().b = {.status = model::PartStatus::not_started};
        if (with_private) chart.private_a = chart.private_record(model::Partner::a, 3);
        const Folder folder;
        std::ofstream(folder / "chart.pdf", std::ios::binary) << chart.bytes();
        for (const double depth : depths_of(folder / "chart.pdf"))
            CHECK(depth >= third);
        const auto pages = pages_of(folder / "chart.pdf");
        REQUIRE(pages.size() == (with_private ? 3 : 2));
        CHECK(says(flat(pages[1]), "How to read this: a point stands for"));
        if (with_private) CHECK(says(pages[2], "Private: Maya only"));
        CHECK_FALSE(says(pages[1], "Private: Maya only"));
    }
}

TEST_CASE("a chart says that it is tagged, its language and its title, and programs read it so") {
    const ABrief chart;
    const auto bytes = chart.bytes();
    CHECK(says(bytes, "/MarkInfo << /Marked true >>"));
    CHECK(says(bytes, "/Lang <FEFF" + in_utf16("en") + ">"));
    CHECK(says(bytes, "/DisplayDocTitle true"));
    const Folder folder;
    std::ofstream(folder / "chart.pdf", std::ios::binary) << bytes;
    CHECK(says(flat(info_of(folder / "chart.pdf")), "Tagged: yes"));
    const auto read = output_of("pdfinfo -struct-text '" + (folder / "chart.pdf").string() + "' 2>&1");
    CHECK(says(read, "H1 (block)\n    \"Before you walk in"));
    CHECK(says(read, "H2 (block)\n    \"Before you meet"));
    CHECK_FALSE(says(read, "For the therapist's records")); // what is on every page is no part of it
    int level = 0, headings = 0;
    for (auto at = read.find(" H"); at != std::string::npos; at = read.find(" H", at + 1)) {
        if (read.compare(at + 3, 8, " (block)") != 0) continue;
        const int next = read[at + 2] - '0';
        CHECK_MESSAGE(next <= level + 1, read.substr(at, 60));
        level = next;
        ++headings;
    }
    CHECK(headings > 8);
    CHECK(read.starts_with("Document\n"));
    // Words stay apart where a line ends, and where the next text stands beside it.
    CHECK(says(read, "In their words Asked"));
    CHECK(says(flat(read), "differ from item to item, not how sure the truth is."));
    CHECK_FALSE(says(read, "Warning"));
    if (!output_of("qpdf --version 2>/dev/null").empty())
        CHECK(says(output_of("qpdf --check '" + (folder / "chart.pdf").string() + "' 2>&1"), "No syntax"));
}

TEST_CASE("whose a figure is is read with it, for a shape cannot be heard") {
    const auto bytes = ABrief().bytes();
    for (const char* said : {"Maya. Urgent: 6 of 10.", "Maya, Alliance: 2.8.", "Jordan, Alliance: ",
                             "Private answers Not on this page. Maya not opened, Jordan not opened."})
        CHECK_MESSAGE(says(bytes, in_utf16(said)), said);
}

TEST_CASE("a sentence with names written from the right keeps its own direction, and a name its place") {
    const report::Typesetter typesetter;
    const auto sentence = core::fill("{name} skipped {count}.", {{"name", "مايا"}, {"count", "3"}});
    const auto lines = typesetter.lines(sentence, report::type::body, 300);
    REQUIRE(lines.size() == 1);
    CHECK(static_cast<int>(lines[0].line->resolved_dir) == PANGO_DIRECTION_LTR);
    for (const char* name : {"مايا", "יונתן", "Maya"}) {
        const auto alone = typesetter.lines(name, report::type::body, 300);
        REQUIRE(alone.size() == 1);
        CHECK(alone[0].x == doctest::Approx(0));
    }
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "مرحبا ";
    const auto longer = typesetter.lines(text, report::type::body, 300);
    REQUIRE(longer.size() > 1);
    CHECK(static_cast<int>(longer[0].line->resolved_dir) == PANGO_DIRECTION_RTL);
    CHECK(longer.back().x > 0); // begins at the right
}
