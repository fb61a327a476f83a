// Tables for studies: what is in their columns, what is in none, and what says so.
#include "a_study.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

using report::StudyTable;

const report::StudyVariable* variable_of(const report::StudyBook& book, const std::string& name) {
    const auto found = std::ranges::find(book.variables(), name, &report::StudyVariable::name);
    return found == book.variables().end() ? nullptr : &*found;
}

bool is_a_good_name(const std::string& name) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && name.size() <= 64 && letter(name.front()) && name.back() != '_' &&
           std::ranges::all_of(name, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

}

TEST_CASE("a study has a row for each person and visit, and numbers in it") {
    AStudy study;
    model::VisitRecord later = study.visit();
    later.sitting = {31};
    later.date += std::chrono::days(21);
    study.file.visits.insert(study.file.visits.begin(), later);
    const auto rows = study.rows();
    REQUIRE(rows.size() == 4);
    const auto& maya = rows[0];
    CHECK(maya.at("person_id") == "pa");
    CHECK(maya.at("couple_id") == "c1");
    CHECK(maya.at("partner") == "1");
    CHECK(maya.at("visit") == "1");
    CHECK(maya.at("days") == "0");
    CHECK(maya.at("year") == "2026");
    CHECK(maya.at("team_t1") == "3");
    CHECK(maya.at("team_t4") == "1"); // as it was given; the codebook says that it counts in reverse
    CHECK(maya.at("team_alliance_score") == "2.75");
    CHECK(maya.at("team_alliance_n") == "4");
    CHECK(maya.at("wear_lying_to_me") == "2");
    CHECK(maya.at("wear_lying_from_me").empty());
    CHECK(maya.at("about_help_1") == "1");
    CHECK(maya.at("about_agree") == "1");
    CHECK(maya.at("about_sleep") == "6.5");
    CHECK(maya.at("about_sign") == "1");
    CHECK(maya.at("bonds_held_1") == "3");
    CHECK(maya.at("bonds_held_2").empty());
    const auto& jordan = rows[3];
    CHECK(jordan.at("partner") == "2");
    CHECK(jordan.at("visit") == "2");
    CHECK(jordan.at("days") == "21");
    CHECK(jordan.at("team_alliance_score").empty()); // two of four
    CHECK(jordan.at("team_alliance_n") == "1");
    CHECK(jordan.at("skipped") == "1");
}

TEST_CASE("nothing in a study says who somebody is: no name, no code, no day, no word of their own") {
    AStudy study;
    study.of_a("about", "since") = model::Dated{std::chrono::year(1988) / 3 / 4};
    for (const char* told :
         {"Maya", "Jordan", "Rosa", "RG-2041", "Gellert", "2026-03", "1988-", "coming back", "laugh"})
        CHECK_MESSAGE(!says(study.everything(), told), told);
    CHECK(study.rows()[0].at("about_since") == "1988");
    study.of_a("about", "since") = model::Dated{std::chrono::year(1931) / 3 / 4};
    CHECK(study.rows()[0].at("about_since") == "1936"); // over 89 years are told as one
}

TEST_CASE("texts and days are in a study when they are asked for, and the couple's names are still not") {
    AStudy study;
    study.scope = {.texts = true, .dates = true};
    study.of_a("about", "since") = model::Dated{std::chrono::year(1988) / 3 / 4};
    study.of_a("mission", "m1") = model::Written{"For MAYA,\nand “jordán’s” calm. =1+1"};
    const auto rows = study.rows();
    CHECK(rows[0].at("mission_m1") == "For [name], and “[name]’s” calm. =1+1");
    CHECK(rows[0].at("about_line") == "We laugh.");
    CHECK(rows[0].at("about_since_date") == "1988-03-04");
    CHECK(rows[0].at("visit_date") == "2026-03-04");
    study.of_a("about", "line") = model::Written{"=1+1"};
    CHECK(study.rows()[0].at("about_line") == "'=1+1"); // a spreadsheet runs nothing
    CHECK_FALSE(rows[0].contains("bonds_who_1"));
    CHECK_FALSE(says(study.everything(), "Rosa"));
}

TEST_CASE("what is private or stays with its author is in a table of its own, in which nobody has a partner") {
    AStudy study;
    study.content.modules.at({"about"}).items[1].author_only = true; // urgent
    study.private_a = study.private_record(model::Partner::a, 2);
    study.private_b = study.private_record(model::Partner::b, 3);
    const auto open = study.csv(StudyTable::answers);
    for (const char* hidden : {"steady_", "verbal", "about_urgent"})
        CHECK_MESSAGE(!says(study.everything(), hidden), hidden);
    study.private_a->answers[{{"steady"}, {"afraid"}}] = model::Chosen{3};
    study.private_a->answers.erase({{"wear"}, {"verbal"}});
    study.of_a("about", "urgent") = model::Chosen{9};
    CHECK(study.csv(StudyTable::answers) == open);
    const auto rows = study.rows(StudyTable::covered);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at("person_id") == "pa");
    CHECK(rows[0].at("steady_afraid") == "3");
    CHECK(rows[0].at("wear_verbal_to_me").empty());
    CHECK(rows[1].at("wear_verbal_to_me") == "3");
    CHECK(rows[0].at("about_urgent") == "9");
    for (const char* other : {"couple_id", "partner", "team_t1", "steady_words"})
        CHECK_MESSAGE(!rows[0].contains(other), other);
}

TEST_CASE("an empty cell says in the table beside it why it is empty") {
    AStudy study;
    study.of_a("about", "since") = model::PreferredNot{};
    const auto why = study.missing();
    for (const char* line : {"pa,1,wear_lying_from_me,skipped\r\n", "pa,1,wear_touch_to_me,skipped\r\n",
                             "pa,1,about_since,preferred_not_to_say\r\n", "pa,1,bonds_held_2,not_asked\r\n",
                             "pb,1,team_t3,not_reached\r\n", "pb,1,team_t2,skipped\r\n"})
        CHECK_MESSAGE(says(why, line), line);
    CHECK_FALSE(says(why, "team_t1"));
}

TEST_CASE("a part that could not be opened has a row that says so, and nothing else") {
    AStudy study;
    study.visit().b.content.reset();
    study.visit().b.problem = core::message("t", "Changed.");
    auto rows = study.rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at("readable") == "1");
    CHECK(rows[1].at("readable") == "0");
    CHECK(rows[1].at("team_t1").empty());
    CHECK(rows[1].at("skipped").empty());
    study.visit().b.status = model::PartStatus::absent;
    study.visit().b.problem = {};
    CHECK(study.rows().size() == 1);
}

TEST_CASE("names are what R and SPSS take, whatever the form's ids are") {
    AStudy study;
    auto& odd = study.content.modules[{"9-lives"}];
    odd.id = {"9-lives"};
    const std::string longest(80, 'x');
    for (const std::string& id : {std::string("Two-Words"), std::string("two_words"), longest, longest + "y",
                                  std::string("ends-"), std::string("ünder.score")}) {
        model::Item item;
        item.id = {id};
        item.kind = model::ItemKind::number;
        item.maximum = 9;
        odd.items.push_back(item);
    }
    study.content.packets[0].modules.push_back({"9-lives"});
    const auto book = study.book(StudyTable::answers);
    std::set<std::string> names;
    for (const auto& variable : book.variables()) {
        CHECK_MESSAGE(is_a_good_name(variable.name), variable.name);
        CHECK_MESSAGE(names.insert(variable.name).second, variable.name);
    }
    CHECK(names.contains("v_9_lives_two_words"));
    CHECK(names.contains("v_9_lives_ends"));
    const auto again = study.book(StudyTable::answers);
    for (std::size_t i = 0; i < book.variables().size(); ++i)
        CHECK(again.variables()[i].name == book.variables()[i].name);
}

TEST_CASE("another wording is another column, and the older one keeps its name") {
    AStudy study;
    auto form = std::make_shared<model::AskedForm>();
    form->hash[0] = 1;
    form->in["en"] = study.content;
    auto& team = form->in["en"].modules.at({"team"});
    team.version = "0";
    team.items[0].text = "Another statement";
    team.items[1].chart_label = "Only another label";
    model::VisitRecord earlier = study.visit();
    earlier.sitting = {3};
    earlier.date -= std::chrono::days(40);
    earlier.form = form;
    study.file.visits.push_back(earlier);
    const auto book = study.book(StudyTable::answers);
    const auto* first = variable_of(book, "team_t1");
    REQUIRE(first != nullptr);
    CHECK(first->wording == "Another statement");
    std::vector<std::string> wordings;
    for (const auto& variable : book.variables())
        if (variable.name.starts_with("team_t1")) wordings.push_back(variable.name);
    REQUIRE(wordings.size() == 2);
    CHECK(wordings[1].size() == std::string("team_t1_00000000").size());
    CHECK(variable_of(book, "team_t2")->versions.size() == 2);
    CHECK(std::ranges::count_if(book.variables(), [](const auto& one) { return one.name.starts_with("team_t2"); }) ==
          1);
    const auto rows = study.rows();
    CHECK(rows[0].at("team_t1") == "3");
    CHECK(rows[0].at(wordings[1]).empty());
    CHECK(rows[2].at("team_t1").empty());
    CHECK(rows[2].at(wordings[1]) == "3");
}

TEST_CASE("the codebook says of each column what its numbers mean, and programs read the same") {
    AStudy study;
    const auto answers = study.book(StudyTable::answers), times = study.book(StudyTable::times);
    const report::StudyFile files[] = {{answers, "study.csv", "study missing.csv"}, {times, "study times.csv", ""}};
    const auto lines = table_rows(report::study_codebook(files));
    const auto line = [&](const std::string& name) {
        const auto found = std::ranges::find_if(lines, [&](const auto& one) { return one.at("variable") == name; });
        REQUIRE(found != lines.end());
        return *found;
    };
    CHECK(lines.size() == answers.variables().size() + times.variables().size());
    CHECK(line("team_t4").at("values") == "1 = Disagree; 2 = Neither; 3 = Agree");
    CHECK(line("team_t4").at("reversed") == "yes");
    CHECK(line("team_t4").at("measure") == "ordinal");
    CHECK(line("about_child").at("measure") == "nominal");
    CHECK(line("about_sleep").at("type") == "number");
    CHECK(line("about_sleep").at("most") == "24");
    CHECK(line("about_urgent").at("values") == "0 = can wait; 10 = help now");
    CHECK(line("bonds_held_1").at("label") == "the person named was held.");
    CHECK(line("bonds_held_1").at("form_versions") == "3");
    const auto package = nlohmann::json::parse(report::study_package(files));
    REQUIRE(package["resources"].size() == 3);
    const auto& fields = package["resources"][0]["schema"]["fields"];
    REQUIRE(fields.size() == answers.variables().size());
    for (std::size_t i = 0; i < fields.size(); ++i)
        CHECK(fields[i]["name"] == answers.variables()[i].name);
    const auto& t4 = *std::ranges::find_if(fields, [](const auto& field) { return field["name"] == "team_t4"; });
    CHECK(t4["type"] == "integer");
    CHECK(t4["categories"][2]["label"] == "Agree");
    CHECK(t4["categoriesOrdered"] == true);
    CHECK(package["resources"][1]["schema"]["foreignKeys"][0]["reference"]["resource"] == "study");
    CHECK(package["resources"][0]["schema"]["primaryKey"][1] == "visit");
}

TEST_CASE("R and SPSS are given each label, whatever signs are in it") {
    AStudy study;
    study.content.modules.at({"team"}).items[0].chart_label = "It's \"us\" \\ now\n";
    const auto answers = study.book(StudyTable::answers);
    const report::StudyFile files[] = {{answers, "study.csv", "study missing.csv"}};
    CHECK(says(report::study_r(files),
               R"(study$team_t1 <- said(study$team_t1, "It's \"us\" \\ now ", c(1, 2, 3), c("Disagree", )"));
    CHECK(says(report::study_spss(files), R"(team_t1 'It''s "us" \ now ')"));
    CHECK(says(report::study_spss(files), "VALUE LABELS team_t1\n  1 'Disagree'"));
    CHECK(says(report::study_spss(files), "person_id A64"));
    study.content.modules.at({"team"}).items[0].chart_label = std::string(254, 'a') + "ñ";
    const auto longer = study.book(StudyTable::answers);
    const report::StudyFile cut[] = {{longer, "study.csv", ""}};
    CHECK(says(report::study_spss(cut), std::string(62, 'a') + "'\n"));
    std::stringstream lines(report::study_spss(cut));
    for (std::string line; std::getline(lines, line);)
        CHECK_MESSAGE(line.size() <= 256, line);
    CHECK(says(report::study_r(cut), R"(\U{f1}")"));
    CHECK(std::ranges::all_of(report::study_r(cut), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST_CASE("times are told by person and form, and not beside the partner's") {
    AStudy study;
    auto& part = *study.visit().a.content;
    core::WallTime at = study.visit().date;
    for (const char* id : {"t1", "t2", "t3"})
        part.first_at[{{"team"}, {id}}] = at += std::chrono::seconds(45);
    const auto rows = study.rows(StudyTable::times);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at("team_min") == "1.5");
    CHECK(rows[0].at("minutes") == "1.5");
    CHECK(rows[0].at("wear_min").empty());
    CHECK(rows[1].at("minutes").empty());
    CHECK_FALSE(rows[0].contains("couple_id"));
    CHECK_FALSE(rows[0].contains("steady_min"));
}
