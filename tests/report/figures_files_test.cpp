// The practice's own figures in files: a table for each row and item, a page to print, and lines for a form.
#include "content/forms/module_file.hpp"
#include "core/i18n.hpp"
#include "pdf_reading.hpp"
#include "report/figures_csv.hpp"
#include "report/figures_pdf.hpp"
#include "support/some_figures.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>

namespace {

const core::WallTime november = core::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 29));

model::Content some_forms() {
    model::Content content;
    model::Module module{.id = {"side"}, .title = "On the same side"};
    for (const char* id : {"all", "turning", "few", "rare"}) {
        model::Scale scale{.id = {id}, .title = std::string("=") + id, .minimum = 1, .maximum = 7, .least_answered = 3};
        for (const char* item : {"one", "two", "three"}) {
            const std::string name = std::string(id) + "-" + item;
            module.items.push_back(
                {.id = {name}, .kind = model::ItemKind::choice, .text = "My partner is there when it is hard."});
            scale.keys.push_back({{name}, false});
        }
        module.scales.push_back(scale);
    }
    content.modules.emplace(module.id, module);
    return content;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::stringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line.substr(0, line.find('\r')));
    return lines;
}

}

TEST_CASE("the table has a row for each scale and language, and nothing about fewer than thirty people") {
    const auto content = some_forms();
    const auto lines = lines_of(report::figures_csv(*support::some_figures(content, november), content));
    REQUIRE(lines.size() == 7);
    CHECK(lines[1] == "side,1 2,all,'=all,,84,4.72,1.11,81,0.884,0.828,0.922,0.881,0.827,0.922,31,0.636,0.335,0.797,"
                      "34.5,14,90,,no");
    CHECK(lines[2].starts_with("side,1 2,all,'=all,en,52,4.72,"));
    CHECK(lines[3] == "side,1 2,all,'=all,es,,,,,,,,,,,,,,,,,,30,no");
    CHECK(lines[4] == "side,1 2,turning,'=turning,,84,4.72,1.11,,,,,,,,,,,,,,,,no");
    CHECK(lines[6] == "side,1 2,rare,'=rare,,,,,,,,,,,,,,,,,,,30,no");
    const auto columns = std::ranges::count(lines[0], ',');
    for (const auto& line : lines)
        CHECK(std::ranges::count(line, ',') == columns);
}

TEST_CASE("the table of items says how each goes with the rest") {
    const auto content = some_forms();
    const auto lines = lines_of(report::figure_items_csv(*support::some_figures(content, november), content));
    REQUIRE(lines.size() == 7); // two scales that can be told of
    CHECK(lines[1] == "side,1 2,all,all-one,My partner is there when it is hard.,no,,-0.12");
    CHECK(lines[2] == "side,1 2,all,all-two,My partner is there when it is hard.,no,,0.61");
    CHECK(lines[3] == "side,1 2,all,all-three,My partner is there when it is hard.,no,,");
}

TEST_CASE("the lines for a form are taken by the reader of forms, with the practice as their source") {
    const auto content = some_forms();
    const auto lines = report::sem_lines(*support::some_figures(content, november), content, "Rivergate \"C\"\\");
    CHECK(lines.find("# side, version 1 2: scale all\n") == 0);
    CHECK(lines.find("scale rare") == std::string::npos);
    const auto end = lines.find("\n\n");
    REQUIRE(end != std::string::npos);
    const std::string form = R"(id = "f"
title = "F"
intro = "Some questions."
rights = "Ours."
version = "1"
[[item]]
id = "one"
kind = "choice"
text = "I am at ease."
choices = [{ value = 1, label = "No" }, { value = 7, label = "Yes" }]
[[item]]
id = "two"
kind = "choice"
text = "I am rested."
choices = [{ value = 1, label = "No" }, { value = 7, label = "Yes" }]
[[scale]]
id = "s"
title = "S"
method = "mean"
minimum = 1
maximum = 7
least_answered = 2
low_means = "Low"
high_means = "High"
keys = [{ item = "one" }, { item = "two" }]
)" + lines.substr(0, end);
    const Folder folder;
    REQUIRE(report::write_whole_file(folder / "f.toml", form, report::Existing::kept));
    content::Diagnostics diagnostics((folder / "f.toml").string());
    const auto module = content::read_module((folder / "f.toml").string(), diagnostics);
    for (const auto& line : diagnostics.lines())
        CHECK_MESSAGE(false, line);
    REQUIRE(module);
    const auto& scale = module->scales.at(0);
    CHECK(scale.uncertainty == model::Uncertainty::sem);
    CHECK(scale.standard_deviation->value == 1.11);
    CHECK(scale.standard_deviation->source == "Rivergate \"C\"\\, 2026-11-29: 84 people");
    CHECK(scale.reliability->value == 0.636);
    CHECK(scale.reliability->source ==
          "Rivergate \"C\"\\, 2026-11-29: ICC(2,1), 31 people again after a median of 34.5 days");
}

TEST_CASE("the page says the figures in words that can be searched, whatever their number") {
    auto content = some_forms();
    auto& module = content.modules.begin()->second;
    const auto scale = module.scales.front();
    for (int more = 0; more < 20; ++more) {
        module.scales.push_back(scale);
        module.scales.back().id = {"more-" + std::to_string(more)};
        module.scales.back().title = "More of it " + std::to_string(more);
    }
    const auto figures = support::some_figures(content, november);
    const Folder folder;
    const auto bytes = report::figures_pdf(
        {.figures = *figures, .content = content, .practice = "Rivergate Counseling", .locales = {}});
    REQUIRE(bytes);
    REQUIRE(written(bytes, folder / "figures.pdf"));
    const auto pages = pages_of(folder / "figures.pdf");
    if (pages.empty()) {
        MESSAGE("skipped: pdftotext is not installed (poppler-utils)");
        return;
    }
    CHECK(pages.size() > 3);
    std::string all;
    for (const auto& page : pages)
        all += page;
    for (const char* words : {"The practice's own figures", "Rivergate Counseling", "84 people, mean 4.72, SD 1.11",
                              "0.88 (0.83 to 0.92)", "Fewer than 30 people", "More of it 18", "Page 2 of"})
        CHECK_MESSAGE(all.find(words) != std::string::npos, words);
}
