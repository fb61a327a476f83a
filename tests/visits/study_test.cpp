// Everybody's answers for a study, from sealed parts to the tables: who they are is in none of them.
#include "commands/export_study.hpp"
#include "report/pdf_reading.hpp"
#include "support/many_couples.hpp"
#include "support/pen.hpp"
#include "visits/a_visit.hpp"
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace visits;

namespace {

model::Module study_form(const std::string& id, bool is_private) {
    model::Module module{.id = {id}, .title = "Form " + id, .intro = "Some questions.", .version = "1"};
    module.is_private = is_private;
    for (const char* name : {"q1", "q2"}) {
        model::Item item{.id = {name}, .kind = model::ItemKind::choice, .text = "Question " + id};
        item.choices = {{1, "No"}, {2, "Some"}, {3, "Yes"}};
        module.items.push_back(std::move(item));
    }
    model::Item words{.id = {"words"}, .kind = model::ItemKind::long_text, .text = "Tell more", .max_bytes = 4000};
    module.items.push_back(std::move(words));
    return module;
}

// Couples at two visits each, "MC-0" and so on, all of them Maya and Jordan.
struct StudyPractice {
    Visit visit;
    Folder out;

    explicit StudyPractice(int couples, int visits = 2, const std::string& words = "Jordan and the harbor light") {
        model::Content content;
        content.modules = {{{"fear"}, study_form("fear", true)}, {{"side"}, study_form("side", false)}};
        content.packets = {{.id = {"first"}, .title = "First", .modules = {{"side"}, {"fear"}}, .joint_module = {}}};
        visit.content = std::make_shared<const model::Content>(std::move(content));
        visit.kiosk.reset();
        auto data = open_practice(visit.folder.path());
        REQUIRE(data);
        const auto world = visit.world();
        support::ManyCouples many(*data, world);
        const auto made = data->store.at_once([&]() -> core::Done {
            for (int number = 0; number < couples; ++number) {
                const auto id = many.couple(number);
                if (!id) return core::pass(id.error());
                for (int at = 0; at < visits; ++at) {
                    const auto day = visit.clock.now().wall - std::chrono::days(100 - 28 * at);
                    if (auto done =
                            many.visit(*id, day, part(1 + number % 3, 2, words), part(2, 1 + number % 3, words));
                        !done)
                        return done;
                }
            }
            return {};
        });
        REQUIRE(made);
    }

    static model::PartContent part(int open, int covered, const std::string& words) {
        model::PartContent content;
        content.languages = {"en"};
        for (const char* item : {"q1", "q2"}) {
            content.answers[{{"side"}, {item}}] = model::Chosen{open};
            content.answers[{{"fear"}, {item}}] = model::Chosen{covered};
        }
        content.answers[{{"side"}, {"words"}}] = model::Written{words};
        content.answers[{{"fear"}, {"words"}}] = model::Written{"only the therapist"};
        return content;
    }

    commands::StudyOrder order() const {
        commands::StudyOrder order{.data_folder = visit.folder.path(), .therapist = "Dr. Okafor", .plan = {}};
        order.plan.to = out / "";
        order.plan.source = visit.content;
        order.plan.locale = {.language = model::Language{},
                             .catalogue = {},
                             .content = visit.content,
                             .practice = std::make_shared<const model::Practice>(visit.practice)};
        return order;
    }
    core::Result<practice::StudyFiles> write(const commands::StudyOrder& order) const {
        return commands::export_study(order, core::SecretText(passphrase));
    }
    std::vector<std::vector<std::string>> lines(const std::string& file) const {
        std::vector<std::vector<std::string>> rows;
        std::stringstream in(bytes_of(out / file));
        for (std::string line; std::getline(in, line);) {
            rows.emplace_back();
            std::stringstream cells(line.substr(0, line.find('\r')));
            for (std::string cell; std::getline(cells, cell, ',');)
                rows.back().push_back(cell);
        }
        return rows;
    }
    std::vector<std::string> log() const { return audit_lines(visit.folder.path()); }
};

// The most that this process held since the last call.
std::size_t peak_kilobytes() {
    std::ifstream status("/proc/self/status");
    std::size_t peak = 0;
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) peak = std::stoul(line.substr(6));
    std::ofstream("/proc/self/clear_refs") << "5";
    return peak;
}

}

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
#if defined(__SANITIZE_ADDRESS__)
    constexpr bool keeps_what_is_freed = true;
#else
    constexpr bool keeps_what_is_freed = false;
#endif
    CHECK_MESSAGE((keeps_what_is_freed || large < small + more), large, " kB against ", small);
}
