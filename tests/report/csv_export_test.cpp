#include "a_time_zone.hpp"
#include "an_export.hpp"
#include "content/forms/content.hpp"
#include "report/csv_export.hpp"
#include "report/whole_file.hpp"
#include "support/made_up_visits.hpp"
#include "table_rows.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace {

using Row = TableRow;

std::vector<Row> table(report::Table which, const report::ExportVisit& visit) {
    return table_rows(report::csv_heading(which) + report::csv_rows(which, visit));
}

// partner, item and direction are enough to find a row.
Row answer(const std::vector<Row>& rows, const std::string& partner, const std::string& item,
           const std::string& direction = "") {
    for (const Row& row : rows)
        if (row.at("partner") == partner && row.at("item") == item && row.at("direction") == direction) return row;
    return {};
}

}

TEST_CASE("a visit is counted by couple, as the screen counts it") {
    AnExport visit;
    CHECK(table(report::Table::answers, visit.exported()).front().at("visit") == "1");
    model::VisitRecord earlier = visit.visit();
    earlier.sitting = {3};
    visit.file.visits.push_back(earlier);
    CHECK(table(report::Table::answers, visit.exported()).front().at("visit") == "2");
    CHECK(table(report::Table::scores, visit.exported()).front().at("visit") == "2");
}

TEST_CASE("the day of a visit is the one in UTC, wherever the kiosk stands") {
    const AnExport visit;
    for (const char* zone : {"UTC0", "XXX-14", "YYY12"}) { // it was the day after, and the day before
        const ATimeZone stands(zone);
        for (const auto& row : table(report::Table::answers, visit.exported()))
            CHECK(row.at("visit_date") == "2026-03-04");
        for (const auto& row : table(report::Table::scores, visit.exported()))
            CHECK(row.at("visit_date") == "2026-03-04");
    }
}

TEST_CASE("each answer is a row with its value, its words and what became of it") {
    const AnExport visit;
    const auto rows = table(report::Table::answers, visit.exported());
    const Row t4 = answer(rows, "a", "t4");
    CHECK(t4.at("chart_code") == "RG-2041");
    CHECK(t4.at("visit_date") == "2026-03-04");
    CHECK(t4.at("packet") == "first");
    CHECK(t4.at("name") == "Maya");
    CHECK(t4.at("module") == "team");
    CHECK(t4.at("text") == "Statement t4");
    CHECK(t4.at("kind") == "choice");
    CHECK(t4.at("value") == "1");
    CHECK(t4.at("words") == "Disagree");
    CHECK(t4.at("status") == "answered");
    CHECK(t4.at("reversed") == "yes");
    CHECK(t4.at("private") == "no");
    CHECK(answer(rows, "a", "t1").at("reversed") == "no");
    CHECK(answer(rows, "b", "t2").at("status") == "skipped");
    CHECK(answer(rows, "b", "t3").at("status") == "not_reached");
    CHECK(answer(rows, "a", "since").at("status") == "preferred_not_to_say");
    CHECK(answer(rows, "a", "school").at("status") == "not_asked");
    CHECK(answer(rows, "a", "help").at("value") == "1;2");
    CHECK(answer(rows, "a", "help").at("words") == "Feeling close; Quarrels");
    CHECK(answer(rows, "a", "sleep").at("value") == "6.5");
    CHECK(answer(rows, "a", "agree").at("value") == "true");
    CHECK(answer(rows, "a", "sign").at("value") == "Maya");
    CHECK(answer(rows, "a", "note").empty());
    CHECK(answer(rows, "both", "statement").at("value") == "We come back. We listen first.");
}

TEST_CASE("an item that is answered both ways is two rows, and what is empty is a skip") {
    const AnExport visit;
    const auto rows = table(report::Table::answers, visit.exported());
    CHECK(answer(rows, "a", "lying", "toward_me").at("value") == "2");
    CHECK(answer(rows, "a", "lying", "toward_me").at("words") == "Rarely");
    CHECK(answer(rows, "a", "lying", "from_me").at("value").empty());
    CHECK(answer(rows, "a", "lying", "from_me").at("status") == "skipped");
    for (const char* way : {"toward_me", "from_me"}) {
        CHECK(answer(rows, "a", "touch", way).at("status") == "skipped");
        CHECK(answer(rows, "b", "lying", way).at("status") == "not_reached");
    }
}

TEST_CASE("a scale of one direction has its score, and the row of that direction says how it counts") {
    AnExport visit;
    model::Scale scale{.id = {"mine"}, .title = "Mine", .minimum = 1, .maximum = 3, .least_answered = 2};
    scale.keys = {{.item = {"lying"}, .reversed = true, .way = model::Way::from_me},
                  {.item = {"touch"}, .way = model::Way::from_me}};
    visit.content.modules.at({"wear"}).scales = {scale};
    visit.of_a("wear", "lying") = model::BothWays{1, 3}; // from me: 1 after reversing
    visit.of_a("wear", "touch") = model::BothWays{std::nullopt, 2};
    const auto rows = table(report::Table::answers, visit.exported());
    CHECK(answer(rows, "a", "lying", "from_me").at("reversed") == "yes");
    CHECK(answer(rows, "a", "lying", "toward_me").at("reversed") == "no");
    CHECK(answer(rows, "a", "touch", "from_me").at("reversed") == "no");
    const auto scores = table(report::Table::scores, visit.exported());
    const auto mine = std::ranges::find_if(scores, [](const Row& row) { return row.at("scale") == "mine"; });
    REQUIRE(mine != scores.end());
    CHECK(mine->at("value") == "1.5");
    CHECK(mine->at("answered") == "2");
}

TEST_CASE("a form that is repeated says whom each row is about, and what was not asked stays so") {
    const AnExport visit;
    const auto rows = table(report::Table::answers, visit.exported());
    CHECK(answer(rows, "a", "held-1").at("about") == "Rosa");
    CHECK(answer(rows, "a", "held-1").at("text") == "Rosa was held.");
    CHECK(answer(rows, "a", "held-2").at("status") == "not_asked");
    CHECK(answer(rows, "b", "who-2").at("status") == "not_asked");
    const auto scores = table(report::Table::scores, visit.exported());
    std::size_t warm = 0;
    for (const Row& row : scores)
        if (row.at("module") == "bonds") {
            ++warm;
            CHECK(row.at("about") == "Rosa");
            CHECK(row.at("value") == "2.5");
        }
    CHECK(warm == 1);
}

TEST_CASE("each score is a row with its range, and what was not scored has no number") {
    const AnExport visit;
    const auto rows = table(report::Table::scores, visit.exported());
    REQUIRE(rows.size() == 3);
    // 3, 3, 2 and 3 after reversing: mean 2.75, sd 0.5, standard error 0.25 (the floor: 0.7 * 2 / 6 = 0.233),
    // 1.96 * 0.25 = 0.49: 2.26 to 3, kept in 1 to 3.
    CHECK(rows[0].at("scale") == "alliance");
    CHECK(rows[0].at("value") == "2.75");
    CHECK(rows[0].at("standard_error") == "0.25");
    CHECK(std::stod(rows[0].at("low")) == doctest::Approx(2.2600).epsilon(0.0001));
    CHECK(rows[0].at("high") == "3");
    CHECK(rows[0].at("answered") == "4");
    CHECK(rows[0].at("of") == "4");
    CHECK(rows[0].at("scored") == "yes");
    CHECK(rows[2].at("partner") == "b");
    CHECK(rows[2].at("scored") == "no");
    CHECK(rows[2].at("answered") == "1");
    for (const char* number : {"value", "low", "high", "standard_error"})
        CHECK(rows[2].at(number).empty());
}

TEST_CASE("no cell can be run as a formula, and every text comes back when one leading apostrophe is taken away") {
    AnExport visit;
    const std::vector<std::string> texts{"=1+1",
                                         "+1+1",
                                         "-1+1",
                                         "@SUM(A1)",
                                         "\t=1",
                                         "\r=1",
                                         "\n=1",
                                         "'=1",
                                         "''",
                                         "plain",
                                         "a,b \"c\"",
                                         "two\r\nlines",
                                         "\uFF1D1+1",
                                         " =1",
                                         "é ñ 🙂",
                                         "-",
                                         "=HYPERLINK(\"http://x\",\"y\")"};
    for (const std::string& text : texts) {
        CAPTURE(text);
        visit.of_a("about", "line") = model::Written{text};
        visit.file.name_a = text;
        const Row row = answer(table(report::Table::answers, visit.exported()), "a", "line");
        for (const char* column : {"value", "words", "name"}) {
            const std::string cell = row.at(column);
            REQUIRE_FALSE(cell.empty());
            CHECK(std::string("=+-@\t\r\n").find(cell[0]) == std::string::npos);
            CHECK_FALSE(cell.starts_with("\uFF1D"));
            CHECK((cell[0] == '\'' ? cell.substr(1) : cell) == text);
        }
    }
    visit.of_a("about", "sleep") = model::Chosen{-65};
    CHECK(answer(table(report::Table::answers, visit.exported()), "a", "sleep").at("value") == "-6.5");
}

TEST_CASE("without a private record no byte depends on what was answered in private") {
    AnExport visit;
    const auto bytes = [&] {
        return report::csv_rows(report::Table::answers, visit.exported()) +
               report::csv_rows(report::Table::scores, visit.exported());
    };
    const std::string plain = bytes();
    for (const char* words : {"afraid", "Verbal", "steady", ",yes,,yes\r\n"})
        CHECK_FALSE(says(plain, words));
    for (const int value : {1, 2, 3}) {
        visit.of_a("steady", "afraid") = model::Chosen{value};
        visit.of_a("steady", "words") = model::Written{"private words"};
        visit.of_a("wear", "verbal") = model::BothWays{value, value};
        visit.of_a("gone", "unknown") = model::Chosen{value};
        visit.visit().a.wish = value == 2;
        CHECK(bytes() == plain);
    }
}

TEST_CASE("private answers come in with their record alone, are marked, and change no public row") {
    AnExport visit;
    const auto plain = table(report::Table::answers, visit.exported());
    visit.private_a = visit.private_record(model::Partner::a, 3);
    visit.private_a->answers[{{"old"}, {"gone"}}] = model::Written{"an old answer"};
    const auto rows = table(report::Table::answers, visit.exported());
    REQUIRE(rows.size() > plain.size());
    CHECK(std::equal(plain.begin(), plain.end(), rows.begin()));
    for (std::size_t i = plain.size(); i < rows.size(); ++i) {
        CHECK(rows[i].at("private") == "yes");
        CHECK(rows[i].at("partner") == "a");
    }
    CHECK(answer(rows, "a", "afraid").at("words") == "Often");
    CHECK(answer(rows, "a", "verbal", "toward_me").at("value") == "3");
    CHECK(answer(rows, "a", "gone").at("value") == "an old answer");
    CHECK(answer(rows, "b", "afraid").empty());
}

TEST_CASE("a part that nobody has finished has no rows") {
    AnExport visit;
    visit.visit().b = {.status = model::PartStatus::open};
    for (const Row& row : table(report::Table::answers, visit.exported()))
        CHECK(row.at("partner") != "b");
}

TEST_CASE("a thousand parts are written in the memory of a few") { // tests/bench/run: ten thousand
    auto read = content::load(SAMESIDE_SOURCE_DIR "/content");
    REQUIRE(read);
    const support::MadeUpVisits visits(std::move(*read));
    const Folder folder;
    const auto resident = [] {
        std::ifstream statm("/proc/self/statm");
        long whole = 0, pages = 0;
        statm >> whole >> pages;
        return pages * ::sysconf(_SC_PAGESIZE) / 1024; // KiB
    };
    auto file = report::WholeFile::begin(folder / "answers.csv", report::Existing::kept);
    REQUIRE(file);
    REQUIRE(file->write(report::csv_heading(report::Table::answers)));
    constexpr int count = 500, warm = 20;
    long before = 0, most = 0;
    for (int visit = 0; visit < count; ++visit) {
        const auto one = visits.case_of(visit);
        const report::ExportVisit exported{.content = visits.content(), .file = one, .visit = one.visits[0]};
        REQUIRE(file->write(report::csv_rows(report::Table::answers, exported)));
        if (visit == warm) before = resident();
        if (visit > warm) most = std::max(most, resident());
    }
    CHECK(folder.files().front().ends_with(".part"));
    REQUIRE(file->finish());
    CHECK(std::filesystem::file_size(folder / "answers.csv") > 10'000'000);
#if defined(__SANITIZE_ADDRESS__)
    constexpr long growth = 400'000; // the sanitizer keeps what is freed for a while
#else
    constexpr long growth = 2048;
#endif
    CHECK(most - before < growth);
}

TEST_CASE("Python's csv module reads every row and every text as it was given") {
    if (output_of("/usr/bin/python3 --version").empty()) {
        MESSAGE("skipped: python3 is not installed");
        return;
    }
    const Folder folder;
    AnExport visit;
    visit.of_a("about", "line") = model::Written{"one\r\ntwo, \"three\"\n=four é"};
    for (const auto reader : {report::ReadBy::programs, report::ReadBy::excel}) {
        std::ofstream(folder / "answers.csv", std::ios::binary)
            << report::csv_heading(report::Table::answers, reader)
            << report::csv_rows(report::Table::answers, visit.exported());
        const std::string encoding = reader == report::ReadBy::excel ? "utf-8-sig" : "utf-8";
        const auto rows = nlohmann::json::parse(
            output_of("/usr/bin/python3 -c \"import csv,json,sys; "
                      "print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline='', "
                      "encoding='" +
                      encoding + "'), strict=True))))\" '" + (folder / "answers.csv").string() + "'"));
        CHECK(rows.size() == report::answer_rows(visit.exported()).size());
        std::string line;
        for (const auto& row : rows)
            if (row["item"] == "line" && row["partner"] == "a") line = row["value"];
        CHECK(line == "one\r\ntwo, \"three\"\n=four é");
        CHECK(rows[0]["chart_code"] == "RG-2041");
    }
}

TEST_CASE("pandas and R read the scores as numbers, with gaps where nothing was scored") {
    const Folder folder;
    const AnExport visit;
    const std::string file = (folder / "scores.csv").string();
    std::ofstream(file, std::ios::binary)
        << report::csv_heading(report::Table::scores) << report::csv_rows(report::Table::scores, visit.exported());
    if (output_of("/usr/bin/python3 -c 'import pandas' 2>/dev/null; echo $?") != "0\n")
        MESSAGE("skipped: pandas is not installed (python3-pandas)");
    else
        CHECK(output_of("/usr/bin/python3 -c \"import pandas; t = pandas.read_csv('" + file +
                        "'); print(t['value'].dtype, t['value'].sum(), t['value'].isna().sum())\"") ==
              "float64 5.25 1\n");
    if (output_of("Rscript --version 2>&1").empty())
        MESSAGE("skipped: R is not installed (r-base-core)");
    else
        CHECK(output_of("Rscript -e \"t <- read.csv('" + file +
                        "'); cat(class(t\\$value), sum(t\\$value, na.rm = TRUE), "
                        "sum(is.na(t\\$value)), '\\n')\"") == "numeric 5.25 1 \n");
}

TEST_CASE("an answer and what both agreed on stay in the tables when the packet no longer asks for them") {
    AnExport visit;
    const auto value_of = [](const std::vector<Row>& rows, const std::string& partner, const std::string& status) {
        std::string values;
        for (const Row& row : rows)
            if (row.at("partner") == partner && row.at("status") == status) values += row.at("value") + "\n";
        return values;
    };
    const auto before = table(report::Table::answers, visit.exported());
    for (const char* packet : {"first", "no-longer-known"}) {
        CAPTURE(packet);
        visit.content.packets[0].modules = {{"mission"}};
        visit.content.packets[0].joint_module.reset();
        visit.visit().packet = {packet};
        const auto rows = table(report::Table::answers, visit.exported());
        CHECK(answer(rows, "a", "t4").at("value") == "1");
        CHECK(answer(rows, "a", "held-1").at("value") == "3");
        CHECK(value_of(rows, "both", "answered") == value_of(before, "both", "answered"));
        CHECK(value_of(rows, "both", "answered").starts_with("We come back. We listen first."));
    }
}
