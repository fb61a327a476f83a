// Every case of a therapist in files of its own.
#include "commands/export_all.hpp"
#include "support/pen.hpp"
#include "visits/study_practice.hpp"
#include <nlohmann/json.hpp>

using namespace visits;

namespace {

core::Result<commands::ExportedAll> written(const StudyPractice& practice, model::ExportFormat format) {
    return commands::export_all(practice.plan(format), {core::SecretText(passphrase), {}}, [](const auto&) {});
}

}

TEST_CASE("every case is in files of its own, nothing private in any, and the log has a line for each") {
    const StudyPractice practice(4);
    const auto all = written(practice, model::ExportFormat::json);
    REQUIRE_MESSAGE(all.has_value(), (all ? "" : all.error().detail));
    CHECK(all->cases == 4);
    CHECK(all->files == 4);
    CHECK(practice.out.files().size() == 4);
    for (int number = 0; number < 4; ++number) {
        const auto code = "MC-" + std::to_string(number);
        const auto text = bytes_of(practice.out / (code + ".json"));
        const auto json = nlohmann::json::parse(text);
        CHECK(json["chart_code"] == code);
        CHECK(json["visits"].size() == 2);
        CHECK_FALSE(says(text, "only the therapist"));
    }
    CHECK(std::ranges::count_if(practice.log(), [](const std::string& line) {
              return line.starts_with("therapist:1 exported case:") && line.ends_with(" json");
          }) == 4);
    REQUIRE(written(practice, model::ExportFormat::csv));
    CHECK(practice.out.files().size() == 4 + 8);
}

TEST_CASE("two chart codes that read the same in a file's name are two files") {
    StudyPractice practice(1);
    {
        auto data = practice::open_practice(practice.visit.folder.path());
        REQUIRE(data);
        const auto world = practice.visit.world();
        support::ManyCouples many(*data, world);
        for (const char* code : {"B/1", "B.1"}) {
            const auto id = many.couple(code);
            REQUIRE(id);
            REQUIRE(many.visit(*id, practice.visit.clock.now().wall, StudyPractice::part(1, 2, "x"),
                               StudyPractice::part(2, 1, "x")));
        }
    }
    REQUIRE(written(practice, model::ExportFormat::json));
    std::set<std::string> codes;
    for (const char* file : {"B-1.json", "B-1 2.json"})
        codes.insert(nlohmann::json::parse(bytes_of(practice.out / file))["chart_code"]);
    CHECK(codes == std::set<std::string>{"B/1", "B.1"});
}

TEST_CASE("a part that was changed by hand is named with its case, and all else is written") {
    const StudyPractice practice(2);
    CHECK(support::Pen(practice.visit.folder.path() / "sameside.db")
              .write("UPDATE packets SET box = zeroblob(length(box)) WHERE part = 1"));
    const auto all = written(practice, model::ExportFormat::fhir);
    REQUIRE(all);
    CHECK(all->cases == 2);
    REQUIRE(all->refused.size() == 1);
    CHECK(all->refused.front().starts_with("MC-0: "));
}

TEST_CASE("a wrong passphrase writes nothing of anybody") {
    const StudyPractice practice(1);
    const auto wrong = commands::export_all(practice.plan(model::ExportFormat::csv),
                                            {core::SecretText("another phrase"), {}}, [](const auto&) {});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == core::ErrorCode::wrong_secret);
    CHECK(practice.out.files().empty());
}

TEST_CASE("ten times as many cases take no more memory, whatever the format") {
    constexpr std::size_t more = 3072; // kilobytes; the words of all of them are 6 MB
    const std::string words(8000, 'x');
    const StudyPractice few(40, 1, words), many(400, 1, words);
    for (const auto format : {model::ExportFormat::csv, model::ExportFormat::fhir}) {
        const auto peak_of = [&](const StudyPractice& practice) {
            peak_kilobytes();
            REQUIRE(written(practice, format));
            return peak_kilobytes();
        };
        peak_of(few);
        const auto small = peak_of(few), large = peak_of(many);
        CHECK_MESSAGE((keeps_what_is_freed || large < small + more), large, " kB against ", small);
    }
}
