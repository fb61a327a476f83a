// A case in files, by somebody who sits at the practice's machine with the therapist's passphrase.
#include "commands/export_case.hpp"
#include "practice/audit.hpp"
#include "practice/export_job.hpp"
#include "report/an_export.hpp"
#include "support/pen.hpp"
#include "visits/a_visit.hpp"
#include <array>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

using namespace practice;

using namespace visits;

namespace {

constexpr auto archive_passphrase = "seven paper boats";

// A couple's whole first visit; the kiosk is not running.
struct AfterAVisit {
    Visit visit;
    Folder out;

    AfterAVisit() {
        const auto code = visit.new_sitting("RG-2041", true, true);
        visit.begin(code, Visit::maya());
        finish_part(visit, Visit::maya());
        visit.kiosk.reset();
    }

    ExportPlan plan(model::ExportFormat format) const {
        return {.data_folder = visit.folder.path(),
                .chart_code = "rg 2041",
                .therapist = "Dr. Okafor",
                .format = format,
                .to = out / "",
                .whose = {},
                .only = {},
                .names = false,
                .locale = {.language = model::Language{},
                           .catalogue = {},
                           .content = visit.content,
                           .practice = std::make_shared<const model::Practice>(visit.practice)}};
    }
    core::Result<std::vector<std::filesystem::path>> write(const ExportPlan& plan) const {
        auto exported =
            commands::export_case(plan, {core::SecretText(passphrase), core::SecretText(archive_passphrase)});
        if (!exported) return core::pass(exported.error());
        return std::move(exported->files);
    }
    std::vector<std::string> log() const {
        auto data = open_practice(visit.folder.path());
        REQUIRE(data);
        std::vector<std::string> lines;
        const auto report = audit::verify(
            *data, [&](const store::AuditRow& row) { lines.push_back(row.who + " " + row.what + " " + row.about); });
        REQUIRE(report);
        CHECK(report->broken.empty());
        return lines;
    }
};

bool logged(const AfterAVisit& after, const std::string& line) {
    const auto lines = after.log();
    return std::ranges::find(lines, line) != lines.end();
}

}

TEST_CASE("whatever the format, no more than a visit of a case is put into words at once") {
    AnExport made;
    for (int earlier = 1; earlier < 40; ++earlier) {
        auto visit = made.visit();
        visit.sitting = {100 + earlier};
        visit.date -= std::chrono::days(earlier);
        made.file.visits.push_back(visit);
    }
    const Folder out;
    for (const auto format : {model::ExportFormat::csv, model::ExportFormat::json, model::ExportFormat::fhir}) {
        const ExportPlan plan{.data_folder = {},
                              .chart_code = "RG-2041",
                              .therapist = {},
                              .format = format,
                              .to = out / "",
                              .whose = {},
                              .only = {},
                              .locale = {.language = model::Language{},
                                         .catalogue = {},
                                         .content = std::make_shared<const model::Content>(made.content),
                                         .practice = std::make_shared<const model::Practice>()}};
        auto job = ExportJob::begin(plan, {.therapist = {1}, .file = made.file, .private_records = {}}, {},
                                    made.whole_case().made_at);
        REQUIRE(job);
        CHECK(job->of() > 40);
        while (job->done() < job->of())
            REQUIRE(job->go_on());
        CHECK(job->written().size() == (format == model::ExportFormat::csv ? 2 : 1));
    }
    const auto json = nlohmann::json::parse(bytes_of(out / "RG-2041.json"));
    CHECK(json["visits"].size() == 40);
    const auto bundle = nlohmann::json::parse(bytes_of(out / "RG-2041.fhir.json"));
    std::size_t encounters = 0;
    for (const auto& entry : bundle["entry"])
        encounters += entry["resource"]["resourceType"] == "Encounter";
    CHECK(encounters == 80);
}

TEST_CASE("a therapist writes a case in every form, and the audit log says so") {
    const AfterAVisit after;
    for (const auto format : {model::ExportFormat::csv, model::ExportFormat::json, model::ExportFormat::fhir,
                              model::ExportFormat::visit_pdf}) {
        const auto written = after.write(after.plan(format));
        REQUIRE(written);
        for (const auto& file : *written)
            CHECK(std::filesystem::file_size(file) > 200);
    }
    auto files = after.out.files();
    std::ranges::sort(files);
    CHECK(files == std::vector<std::string>{"RG-2041 2026-03-02.pdf", "RG-2041 answers.csv", "RG-2041 scores.csv",
                                            "RG-2041.fhir.json", "RG-2041.json"});
    CHECK(says(bytes_of(after.out / "RG-2041 answers.csv"), ",Maya,same-side,"));
    CHECK(nlohmann::json::parse(bytes_of(after.out / "RG-2041.json"))["visits"].size() == 1);
    for (const char* line : {"therapist:1 unlocked ", "therapist:1 case-opened case:1",
                             "therapist:1 exported case:1 csv", "therapist:1 exported case:1 fhir"})
        CHECK(logged(after, line));
}

TEST_CASE("private answers are in no file unless one partner's are asked for, and then the log names whose they are") {
    const AfterAVisit after;
    auto plan = after.plan(model::ExportFormat::csv);
    plan.whose = model::Partner::a;
    REQUIRE(after.write(plan));
    const auto plain = bytes_of(after.out / "RG-2041-A answers.csv");
    CHECK_FALSE(says(plain, ",steady,"));
    plan.with_private = true;
    REQUIRE(after.write(plan));
    const auto with = bytes_of(after.out / "RG-2041-A private answers.csv");
    CHECK(with.starts_with(plain));
    CHECK(says(with, ",steady,"));
    CHECK(logged(after, "therapist:1 exported case:1 csv partner:a private"));
    const auto before = after.out.files();
    plan.whose.reset();
    const auto of_both = after.write(plan);
    REQUIRE_FALSE(of_both);
    CHECK(of_both.error().code == core::ErrorCode::invalid_state);
    CHECK(after.out.files() == before);
}

TEST_CASE("the archive holds all of it under a passphrase, with names that say nothing of anybody") {
    const AfterAVisit after;
    const auto written = after.write(after.plan(model::ExportFormat::archive));
    REQUIRE(written);
    REQUIRE(after.out.files() == std::vector<std::string>{"RG-2041.zip"});
    const std::string zip = (after.out / "RG-2041.zip").string();
    CHECK_FALSE(says(bytes_of(zip), "Maya"));
    if (output_of("7z i").empty()) {
        MESSAGE("skipped: 7z is not installed (p7zip-full)");
        return;
    }
    const auto list = output_of("7z l -ba '" + zip + "'");
    for (const char* name : {"answers.csv", "scores.csv", "case.json", "case.fhir.json", "chart 2026-03-02.pdf"})
        CHECK(says(list, name));
    CHECK_FALSE(says(list, "RG-2041"));
    const auto answers = output_of("7z x -so -p'" + std::string(archive_passphrase) + "' '" + zip + "' answers.csv");
    CHECK(says(answers, "RG-2041"));
}

TEST_CASE("a wrong passphrase, another's case and a case that is not there write nothing, and wrong ones are counted") {
    const AfterAVisit after;
    const auto plan = after.plan(model::ExportFormat::csv);
    const auto wrong = commands::export_case(plan, {core::SecretText("not the words at all"), {}});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == core::ErrorCode::wrong_secret);
    const auto too_soon = after.write(plan);
    REQUIRE_FALSE(too_soon);
    CHECK(too_soon.error().code == core::ErrorCode::throttled);
    CHECK(logged(after, "unknown refused therapist:1"));

    auto other = plan;
    other.therapist = "M. Reyes, LMFT";
    CHECK(after.write(other).error().code == core::ErrorCode::not_found);
    other.therapist = "";
    const auto whose = after.write(other);
    REQUIRE_FALSE(whose);
    CHECK(says(whose.error().detail, "Dr. Okafor, M. Reyes"));
    other = plan;
    other.to = "/nowhere";
    CHECK(after.write(other).error().code == core::ErrorCode::not_found);
    CHECK(after.out.files().empty());
}

TEST_CASE("while the kiosk runs nothing can be exported beside it") {
    AfterAVisit after;
    after.visit.start();
    const auto written = after.write(after.plan(model::ExportFormat::csv));
    REQUIRE_FALSE(written);
    CHECK(written.error().code == core::ErrorCode::busy);
    CHECK(after.out.files().empty());
}

TEST_CASE(
    "a part that was changed by another hand is named in every export, and the export is known to be incomplete") {
    const AfterAVisit after;
    REQUIRE(support::Pen(after.visit.folder.path() / "sameside.db")
                .write("UPDATE packets SET box = zeroblob(length(box))"));
    for (const auto format : {model::ExportFormat::csv, model::ExportFormat::json, model::ExportFormat::fhir})
        for (const bool with_private : {false, true}) {
            auto plan = after.plan(format);
            plan.with_private = with_private;
            if (with_private) plan.whose = model::Partner::a;
            const auto exported =
                commands::export_case(plan, {core::SecretText(passphrase), core::SecretText(archive_passphrase)});
            REQUIRE(exported);
            REQUIRE(exported->refused.size() == 1);
            CHECK(commands::words_of(exported->refused.front()) ==
                  "2026-03-02, part a: This part was changed outside the kiosk and is not shown. Nothing was deleted.");
            for (const auto& file : exported->files)
                CHECK(says(bytes_of(file), "This part was changed outside the kiosk"));
        }
}

TEST_CASE("the command ends with 1 and names on standard error what is not in the files it wrote") {
    const AfterAVisit after;
    REQUIRE(support::Pen(after.visit.folder.path() / "sameside.db")
                .write("UPDATE packets SET box = zeroblob(length(box))"));
    std::array<int, 2> typed{}, said{};
    REQUIRE(::pipe(typed.data()) == 0);
    REQUIRE(::pipe(said.data()) == 0);
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::dup2(typed[0], 0);
        ::dup2(said[1], 2);
        ::close(typed[1]);
        ::_exit(commands::run_export(after.plan(model::ExportFormat::csv)));
    }
    ::close(typed[0]);
    ::close(said[1]);
    const auto line = std::string(passphrase) + "\n";
    REQUIRE(::write(typed[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    ::close(typed[1]);
    std::string words;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = ::read(said[0], piece.data(), piece.size())) > 0;)
        words.append(piece.data(), static_cast<std::size_t>(got));
    ::close(said[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(says(words, "not in the export: 2026-03-02, part a"));
    CHECK(after.out.files().size() == 2);
}
