// The tables for studies in the programs that they are for: R, PSPP (for SPSS) and Frictionless (of npm), where these
// are there.
#include "a_study.hpp"
#include "npm_packages.hpp"
#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using report::StudyTable;

bool is_there(const std::string& program, const std::string& what_it_is_for) {
    if (!output_of(fmt::format("command -v {}", program)).empty()) return true;
    MESSAGE("skipped: " << program << " is not installed; " << what_it_is_for);
    return false;
}

// All files of a study, with words that quotation marks and other alphabets are in.
struct WrittenStudy : AStudy {
    Folder folder;

    WrittenStudy() {
        scope = {.texts = true, .dates = true};
        auto& team = content.modules.at({"team"});
        team.items[0].chart_label = R"(It's "us" \ now)";
        team.items[1].text = std::string(60, 'n') + "’s ñandú 🙂 " + std::string(180, 'o');
        team.items[2].choices = {{1, "x"}, {2, "label"}, {3, "Sí, “así”; o no"}};
        for (auto& item : content.modules.at({"about"}).items)
            if (item.id.value == "years") item.maximum = 80;
        of_a("about", "since") = model::Dated{std::chrono::year(1988) / 3 / 4};
        of_a("mission", "m1") = model::Written{"One, \"two\"\nand =3; ñ"};
        of_a("mission", "m2") = model::Written{std::string(5000, 'w') + "the end"};
        private_a = private_record(model::Partner::a, 3);
        private_b = private_record(model::Partner::b, 1);
        const auto answers = book(StudyTable::answers), times = book(StudyTable::times),
                   covered = book(StudyTable::covered);
        const report::StudyFile files[] = {{answers, "study.csv", "study missing.csv"},
                                           {times, "study times.csv", ""},
                                           {covered, "study private.csv", "study private missing.csv"}};
        put("study.csv", csv(StudyTable::answers));
        put("study missing.csv", report::study_missing_heading() + missing());
        put("study times.csv", csv(StudyTable::times));
        put("study private.csv", csv(StudyTable::covered));
        put("study private missing.csv", report::study_missing_heading() + missing(StudyTable::covered));
        put("study codebook.csv", report::study_codebook(files));
        put("datapackage.json", report::study_package(files));
        put("study.R", report::study_r(files));
        put("study.sps", report::study_spss(files));
    }
    void put(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    }
    std::string said_by(const std::string& command) const {
        return output_of(fmt::format("cd '{}' && {{ {}; }} 2>&1", (folder / "").string(), command));
    }
};

}

TEST_CASE("R reads the tables of a study, each column with its label and values as the codebook has them") {
    if (!is_there("Rscript", "no table for studies was read with R")) return;
    const WrittenStudy study;
    study.put("read.R", R"R(source("study.R")
book <- read.csv("study codebook.csv", encoding = "UTF-8", colClasses = "character")
of <- function(row) get(sub(" ", "_", sub(".csv", "", row$file, fixed = TRUE)))[[row$variable]]
for (i in seq_len(nrow(book))) {
  row <- book[i, ]
  column <- of(row)
  if (!identical(enc2utf8(attr(column, "label")), enc2utf8(row$label))) cat("another label:", row$variable, "\n")
  values <- attr(column, "labels")
  said <- paste(values, "=", names(values), collapse = "; ")
  if (length(values) > 0 && !identical(enc2utf8(said), enc2utf8(row$values)))
    cat("other values:", row$variable, said, "\n")
  if (length(values) == 0 && row$values != "") cat("no values:", row$variable, "\n")
  if (row$type %in% c("integer", "number") && !is.numeric(unclass(column))) cat("no number:", row$variable, "\n")
  if (row$type == "date" && !inherits(column, "Date")) cat("no day:", row$variable, "\n")
}
cat(nrow(book), "columns,", nrow(study), "rows, t1", unclass(study$team_t1)[1], "score",
    unclass(study$team_alliance_score)[1], "missing", is.na(study$team_t2)[2], "\n")
cat(nrow(study_missing) > 0, nchar(study$mission_m2[1]), format(study$about_since_date[1]), "\n")
cat(identical(enc2utf8(study$mission_m1[1]), "One, \"two\" and =3; \u00f1"), "\n")
)R");
    for (const char* locale : {"C", "C.UTF-8"}) { // a script in ASCII is the same in both
        CAPTURE(locale);
        const auto said = study.said_by(fmt::format("LC_ALL={} Rscript --vanilla read.R", locale));
        CAPTURE(said);
        for (const char* wrong : {"another label", "other values", "no values", "no number", "no day", "rror"})
            CHECK_MESSAGE(!says(said, wrong), wrong);
        CHECK(says(said, "columns, 2 rows, t1 3 score 2.75 missing TRUE"));
        CHECK(says(said, "TRUE 5007 1988-03-04"));
        CHECK(says(said, "\nTRUE"));
    }
}

TEST_CASE("PSPP reads the tables of a study by the file for SPSS, with all labels and whole texts") {
    if (!is_there("pspp", "the file for SPSS was not run")) return;
    const WrittenStudy study;
    study.put("read.sps", "INSERT FILE='study.sps'.\n"
                          "DATASET ACTIVATE study_private.\nDISPLAY DICTIONARY.\nLIST person_id steady_afraid.\n"
                          "DATASET ACTIVATE study_missing.\nLIST.\n"
                          "DATASET ACTIVATE study.\nDISPLAY DICTIONARY.\n"
                          "COMPUTE long=LENGTH(RTRIM(mission_m2)).\n"
                          "LIST person_id team_t1 team_alliance_score about_since_date long.\n");
    const auto said = study.said_by("pspp -O format=csv read.sps; echo \"ended with $?\"");
    CAPTURE(said);
    CHECK(says(said, "ended with 0"));
    for (const char* wrong : {"rror:", "arning:"})
        CHECK_MESSAGE(!says(said, wrong), wrong);
    for (const char* right : {R"(It's ""us"" \ now)", "Sí, “así”; o no", "’s ñandú 🙂 oo", "Disagree", "pa,3"})
        CHECK_MESSAGE(says(said, right), right);
    CHECK(says(said, "pa,3,2.750000,1988/03/04,5007.00"));
    CHECK(says(said, "pb,1,team_t2,skipped"));
}

TEST_CASE("Frictionless finds nothing wrong with the package of a study, and what is put wrong in it") {
    if (!packages_are_there()) return;
    const WrittenStudy study;
    const auto validate = [&] {
        return study.said_by(fmt::format("node {0}/tests/report/npm/study_package.js {1} .; echo \"ended with $?\"",
                                         SAMESIDE_SOURCE_DIR, SAMESIDE_NPM_DIR));
    };
    const auto said = validate();
    CAPTURE(said);
    CHECK(says(said, "ended with 0"));
    CHECK_FALSE(says(said, "wrong:"));
    for (const char* table : {"study: 2 rows", "study_missing: ", "study_times: 2 rows", "study_private: 2 rows",
                              "study_private_missing: "})
        CHECK_MESSAGE(says(said, table), table);
    auto rows = study.csv(StudyTable::answers);
    study.put("study.csv", rows + "pc,c2,7\r\n");
    CHECK(says(validate(), "wrong: study: "));
    const auto at = rows.find("\npa,");
    REQUIRE(at != std::string::npos);
    study.put("study.csv", rows.substr(0, at + 1) + rows.substr(at + 1) + rows.substr(at + 1)); // each person twice
    const auto twice = validate();
    CAPTURE(twice);
    CHECK(says(twice, "wrong: study: "));
}
