// What a start writes down about the content.
#include "practice/content_at_start.hpp"
#include "visits/a_visit.hpp"

using namespace visits;

namespace {

std::vector<std::string> noted(const std::filesystem::path& folder) {
    constexpr std::string_view what = " content-changed ";
    std::vector<std::string> about;
    for (const auto& line : audit_lines(folder))
        if (const auto at = line.find(what); at != std::string::npos) about.push_back(line.substr(at + what.size()));
    return about;
}

void start_with(Visit& visit, std::shared_ptr<const model::Content> content) {
    visit.kiosk.reset();
    const KioskPlan plan{.practice = visit.practice,
                         .content = std::move(content),
                         .assets = {},
                         .data_folder = visit.folder.path(),
                         .export_folder = {},
                         .settings = {}};
    auto kiosk = open_kiosk(plan, [&] { return visit.clock.now(); }, {});
    REQUIRE(kiosk.has_value());
    REQUIRE(kiosk->begin().has_value());
}

}

TEST_CASE("a start with other content than the last is in the audit log, and one with the same is not") {
    Visit visit;
    start_with(visit, shipped_content());
    start_with(visit, shipped_content());
    const auto first = noted(visit.folder.path());
    REQUIRE(first.size() == 1);
    CHECK(first.front().starts_with("content:"));
    CHECK(first.front().size() == std::string("content:").size() + 16);

    auto changed = *shipped_content();
    SUBCASE("a word of a question") {
        changed.modules.at({"how-i-connect"}).items.front().text += "!";
    }
    SUBCASE("a key") {
        changed.modules.at({"how-i-connect"}).scales.front().keys.front().reversed ^= true;
    }
    SUBCASE("a word of an article") {
        changed.articles.front().blocks.front().spans.front().text += "!";
    }
    start_with(visit, std::make_shared<const model::Content>(changed));
    const auto second = noted(visit.folder.path());
    REQUIRE(second.size() == 2);
    CHECK(second.back() != second.front());
    start_with(visit, shipped_content());
    const auto third = noted(visit.folder.path());
    REQUIRE(third.size() == 3);
    CHECK(third.back() == third.front());
}
