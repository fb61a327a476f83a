// Everybody's answers for a study, from sealed parts to the tables: who they are is in none of them.
#include "support/pen.hpp"
#include "visits/study_practice.hpp"

using namespace visits;

TEST_CASE("everybody is in the tables of a study, two rows a couple and visit, and nobody is named") {
    const StudyPractice practice(5);
    const auto written = practice.write(practice.order());
    REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().detail));
    auto files = practice.out.files();
    std::ranges::sort(files);
    CHECK(files == std::vector<std::string>{"datapackage.json", "study codebook.csv", "study missing.csv",
                                            "study times.csv", "study.R", "study.csv", "study.sps"});
    const auto rows = practice.lines("study.csv");
    REQUIRE(rows.size() == 1 + 5 * 2 * 2);
    CHECK(rows[0][0] == "person_id");
    std::set<std::string> people, couples;
    std::string former;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        people.insert(rows[i][0]);
        couples.insert(rows[i][1]);
        CHECK(rows[i][1] >= former); // in the order of the ids, which is not that of the visits
        former = rows[i][1];
    }
    CHECK(people.size() == 10);
    CHECK(couples.size() == 5);
    std::string everything;
    for (const auto& file : files)
        everything += bytes_of(practice.out / file);
    for (const char* told : {"MC-", "Maya", "Jordan", "Okafor", "Rivergate", "2025-", "harbor", "fear"})
        CHECK_MESSAGE(!says(everything, told), told);
    CHECK(std::ranges::count(practice.log(), "therapist:1 exported study cases:5") == 1);
}

TEST_CASE("somebody has the same ids in the next export, and others at another kiosk") {
    const StudyPractice practice(2);
    REQUIRE(practice.write(practice.order()));
    const auto first = bytes_of(practice.out / "study.csv");
    REQUIRE(practice.write(practice.order()));
    CHECK(bytes_of(practice.out / "study.csv") == first);
    const StudyPractice other(2);
    REQUIRE(other.write(other.order()));
    for (const auto& row : other.lines("study.csv"))
        if (row[0] != "person_id") CHECK_FALSE(says(first, row[0]));
}

TEST_CASE("private answers of a study lie in a table of their own, by person, and the log says so") {
    const StudyPractice practice(6);
    auto order = practice.order();
    order.plan.with_private = true;
    REQUIRE(practice.write(order));
    CHECK_FALSE(says(bytes_of(practice.out / "study.csv"), "fear"));
    const auto rows = practice.lines("study private.csv");
    REQUIRE(rows.size() == 1 + 6 * 2 * 2);
    CHECK(rows[0] == std::vector<std::string>{"person_id", "visit", "fear_q1", "fear_q2"});
    for (std::size_t i = 2; i < rows.size(); ++i)
        CHECK(rows[i][0] >= rows[i - 1][0]);
    CHECK(std::ranges::count(practice.log(), "therapist:1 exported study cases:6 private") == 1);
}

TEST_CASE("words of their own are in a study only when they are asked for, without the couple's names") {
    const StudyPractice practice(1);
    auto order = practice.order();
    order.plan.scope.texts = true;
    REQUIRE(practice.write(order));
    CHECK(says(bytes_of(practice.out / "study.csv"), "[name] and the harbor light"));
    CHECK(std::ranges::count(practice.log(), "therapist:1 exported study cases:1 texts") == 1);
}

TEST_CASE("a wrong passphrase and a folder that is not there write no study") {
    const StudyPractice practice(1);
    const auto wrong = commands::export_study(practice.order(), core::SecretText("another phrase"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == core::ErrorCode::wrong_secret);
    auto nowhere = practice.order();
    nowhere.plan.to /= "not-there";
    CHECK(practice.write(nowhere).error().code == core::ErrorCode::not_found);
    CHECK(practice.out.files().empty());
}

TEST_CASE("a part that was changed by hand has a row that says so, and the command counts it") {
    const StudyPractice practice(2);
    CHECK(support::Pen(practice.visit.folder.path() / "sameside.db")
              .write("UPDATE packets SET box = zeroblob(length(box)) WHERE part = 1"));
    const auto written = practice.write(practice.order());
    REQUIRE(written);
    CHECK(written->refused == 1);
    CHECK(written->rows == 8);
}

TEST_CASE("ten times as many people take no more memory") {
    // Each row is longer than what the list of couples takes for one; all of them would be 6 MB.
    constexpr std::size_t more = 3072; // kilobytes
    const std::string words(8000, 'x');
    const StudyPractice few(40, 1, words), many(400, 1, words);
    const auto peak_of = [](const StudyPractice& practice) {
        auto order = practice.order();
        order.plan.scope.texts = true;
        peak_kilobytes();
        REQUIRE(practice.write(order));
        return peak_kilobytes();
    };
    peak_of(few);
    const auto small = peak_of(few), large = peak_of(many);
    CHECK(std::filesystem::file_size(many.out / "study.csv") > std::size_t{800} * 8000);
    CHECK_MESSAGE((keeps_what_is_freed || large < small + more), large, " kB against ", small);
}
