// Files for both partners, and files of one of them, after a whole visit of a couple.
#include "report/pdf_reading.hpp"
#include "visits/a_visit.hpp"
#include <map>
#include <random>

using namespace visits;

namespace {

// How a couple answers: the same seed, the same public answers.
Temper temper_of(unsigned seed, double private_answer) {
    return [seed, private_answer](const model::Module& module, const model::Item& item) {
        if (item.is_private || module.is_private || item.author_only) return private_answer;
        std::seed_seq mixed{seed, static_cast<unsigned>(std::hash<std::string>{}(module.id.value + item.id.value))};
        return std::uniform_real_distribution(0.0, 1.0)(*std::make_unique<std::mt19937>(mixed));
    };
}

// What they write; what stays with its author is other words for each.
auto words_of(const char* name, double private_answer) {
    return [name, private_answer](const model::Module&, const model::Item& item) {
        const std::string says = item.author_only ? " keeps " + std::to_string(private_answer) + " " : " says ";
        return name + says + item.id.value;
    };
}

struct CoupleAfterVisit {
    Visit visit;
    core::SittingId sitting;

    CoupleAfterVisit(unsigned seed, double private_answer) {
        const auto code = visit.new_sitting("RG-2041");
        auto maya = Visit::maya(), jordan = Visit::jordan();
        maya.temper = temper_of(seed, private_answer);
        jordan.temper = temper_of(seed + 1, 1 - private_answer);
        maya.words = words_of("maya", private_answer);
        jordan.words = words_of("jordan", 1 - private_answer);
        visit.begin(code, maya);
        finish_part(visit, maya);
        REQUIRE(visit.kiosk->tap_id("other"));
        REQUIRE(begin_part(*visit.kiosk, jordan));
        finish_part(visit, jordan);
        REQUIRE(visit.kiosk->tap_id("joint"));
        REQUIRE(visit.kiosk->keys(maya.code));
        visit.kiosk->tell(model::action::DraftTapped{0}); // maya's words, which both agree to
        visit.kiosk->tell(model::action::AssentTapped{model::Partner::a});
        visit.kiosk->tell(model::action::AssentTapped{model::Partner::b});
        visit.kiosk->tell(model::action::StatementFinished{});
        REQUIRE(visit.kiosk->tap_id("done"));
        REQUIRE(visit.kiosk->shows("thanks"));
        visit.kiosk->tell(model::action::WentHome{});
        sitting = visit.read_case().visits.front().sitting;
    }

    // What the kiosk writes, by name.
    std::map<std::string, std::string> written(model::effect::WriteExport order) {
        const auto folder = visit.folder.path() / "charts";
        std::filesystem::remove_all(folder);
        order.sitting = sitting;
        auto& runner = visit.kiosk->runner();
        auto answers = runner.run(order);
        while (answers.size() == 1 && answers.front().as<model::action::ExportGoesOn>() != nullptr)
            answers = runner.run(model::effect::GoOnWriting{});
        REQUIRE(answers.size() == 1);
        REQUIRE(answers.front().as<model::action::ExportWritten>() != nullptr);
        std::map<std::string, std::string> all;
        for (const auto& file : std::filesystem::directory_iterator(folder))
            all[file.path().filename().string()] = bytes_of(file.path());
        return all;
    }
};

using model::ExportFormat;

}

TEST_CASE("whatever was answered in private or kept by its author, no file for both partners changes by a byte") {
    for (const unsigned seed : {11U, 57U, 203U, 4001U}) {
        CAPTURE(seed);
        CoupleAfterVisit one(seed, 0), other(seed, 1);
        for (const auto kind : {ExportFormat::visit_pdf, ExportFormat::csv, ExportFormat::json, ExportFormat::fhir,
                                ExportFormat::keepsake}) {
            const auto files = one.written({.format = kind}), others = other.written({.format = kind});
            CHECK_FALSE(files.empty());
            for (const auto& [name, bytes] : files) {
                CAPTURE(name);
                REQUIRE(others.contains(name));
                CHECK(bytes == others.at(name));
                CHECK_FALSE(says(bytes, "brings"));
            }
        }
        // The difference is there, and would have been seen. What its author keeps is not private.
        const model::effect::WriteExport kept{.format = ExportFormat::csv, .whose = model::Partner::a};
        const auto of_maya = one.written(kept);
        CHECK(says(of_maya.at("RG-2041-A answers.csv"), "maya keeps 0.000000 brings"));
        CHECK(of_maya != other.written(kept));
        const model::effect::WriteExport own{
            .format = ExportFormat::csv, .whose = model::Partner::a, .with_private = true};
        CHECK(one.written(own) != other.written(own));
    }
}

TEST_CASE("one partner's own files hold nothing that the other said or wrote") {
    CoupleAfterVisit couple(23, 0.5);
    for (const auto kind : {ExportFormat::csv, ExportFormat::json, ExportFormat::fhir}) {
        const auto files = couple.written({.format = kind, .whose = model::Partner::a, .with_private = true});
        CHECK_FALSE(files.empty());
        for (const auto& [name, bytes] : files) {
            CAPTURE(name);
            CHECK(name.starts_with("RG-2041-A private"));
            CHECK_FALSE(says(bytes, "jordan says"));
            CHECK((says(bytes, "maya says") || says(name, "scores")));
            CHECK_FALSE(says(bytes, "\"partner\": \"b\""));
            CHECK_FALSE(says(bytes, ",b,Jordan,"));
            CHECK_FALSE(says(bytes, "RG-2041-B"));
        }
    }
    const auto files = couple.written({.format = ExportFormat::visit_pdf, .whose = model::Partner::b});
    REQUIRE(files.size() == 1);
    CHECK(files.begin()->first == "RG-2041-B 2026-03-02.pdf");
    const auto text = output_of("pdftotext -layout '" +
                                (couple.visit.folder.path() / "charts" / files.begin()->first).string() + "' -");
    CHECK(says(text, "jordan says"));
    // Of hers only what both agreed to: on the first page, and where it is told when they did.
    const auto hers = text.find("maya says"), again = text.find("maya says", hers + 1);
    CHECK(hers > text.find("Their mission"));
    CHECK(again > text.find("Both agreed"));
    CHECK(text.find("maya says", again + 1) == std::string::npos);
    CHECK_FALSE(says(text, "Not part of this visit"));
    CHECK_FALSE(says(text, "Maya and Jordan"));
}
