#include "a_content_folder.hpp"
#include "content/forms/answers_file.hpp"
#include "content/forms/module_file.hpp"
#include "keys_only.hpp"
#include "model/scoring/scoring.hpp"
#include <cmath>
#include <sys/resource.h>

using namespace content_tests;

namespace {

model::Module module_of(const std::string& text) {
    ContentFolder folder;
    folder.write("form.toml", text);
    content::Diagnostics diagnostics("form.toml");
    auto module = content::read_module(folder.path() / "form.toml", diagnostics);
    REQUIRE(module.has_value());
    return *module;
}

const std::string two = "id = \"two\"\ntitle = \"Two\"\nkeys_only = true\nrights = \"Ours.\"\nversion = \"1\"\n"
                        "items = [\"A\", \"B\", \"C\"]\nnot_scored = [\"C\"]\nmissing = [0, \"NA\"]\n"
                        "[[scale]]\nid = \"s\"\ntitle = \"S\"\nmethod = \"mean\"\nminimum = 1\nmaximum = 12\n"
                        "least_answered = 1\nuncertainty = \"own_mean\"\n"
                        "error_floor = { value = 0.5, source = \"A study\" }\n"
                        "keys = [{ item = \"A\" }, { item = \"B\", reversed = true }]\n";

struct Read {
    std::vector<std::vector<std::optional<int>>> answers;
    std::vector<std::vector<std::string>> carried;
    std::vector<std::string> names;
    std::string error;
};

Read read(const model::Module& module, std::string_view text) {
    ContentFolder folder;
    folder.write("a.csv", text);
    Read result;
    auto cut = [&](const core::Error& error) { return error.detail.substr(folder.path().string().size() + 1); };
    auto file = content::AnswersFile::open(folder.path() / "a.csv", module);
    if (!file) {
        result.error = cut(file.error());
        return result;
    }
    result.names = file->carried();
    auto done = file->read([&](const content::AnswersRow& row) -> core::Done {
        result.answers.emplace_back(row.answers.begin(), row.answers.end());
        result.carried.emplace_back(row.carried.begin(), row.carried.end());
        return {};
    });
    if (!done) result.error = cut(done.error());
    return result;
}

using Values = std::vector<std::optional<int>>;
constexpr std::nullopt_t skip = std::nullopt;

// The people of the reference file, scored: calls `each` with the carried cells, by name, and the answers.
void each_person(const model::Module& module, const std::string& file, auto each) {
    auto opened = content::AnswersFile::open(file, module);
    REQUIRE(opened.has_value());
    int people = 0;
    auto done = opened->read([&](const content::AnswersRow& row) -> core::Done {
        ++people;
        std::map<std::string, std::string> carried;
        for (std::size_t i = 0; i < row.carried.size(); ++i)
            carried.emplace(opened->carried()[i], row.carried[i]);
        model::Answers answers;
        for (std::size_t i = 0; i < row.answers.size(); ++i)
            if (row.answers[i]) answers[{module.id, module.items[i].id}] = model::Chosen{*row.answers[i]};
        each(carried, answers);
        return {};
    });
    CHECK(done.has_value());
    CHECK(people == 300);
}

void agrees(const model::Score& score, const std::string& answered, const std::string& mean) {
    if (!answered.empty()) CHECK(score.answered == std::stoul(answered));
    CHECK(score.value.has_value() == !mean.empty());
    if (score.value && !mean.empty()) CHECK(std::abs(*score.value - std::stod(mean)) <= 1e-6);
}

const char* reference_data() {
    const char* folder = std::getenv("SAMESIDE_REFERENCE_DATA");
    if (!folder) MESSAGE("skipped, SAMESIDE_REFERENCE_DATA is not set: the answers of 300 people were not scored");
    return folder;
}

}

TEST_CASE("what a spreadsheet writes where commas are decimal is read, and a fraction is told") {
    const auto module = module_of(two);
    const std::vector<Values> answers{{2, 3, skip}};
    for (const char* file : {"A;B;who\n2,0;3;x\n", "sep=;\r\nA;B;who\r\n2;3,00;x\r\n", "A\tB\twho\n2,0\t3\tx\n"}) {
        CAPTURE(file);
        const auto done = read(module, file);
        CHECK(done.error.empty());
        CHECK(done.answers == answers);
        CHECK(done.carried == std::vector<std::vector<std::string>>{{"x"}});
    }
    CHECK(read(module, "A;B\n2,5;3\n").error ==
          "a.csv:2: column 1, A: has a comma; a decimal comma is read where only zeros stand behind it, for answers "
          "are whole");
    CHECK(read(module, "A;B\n2\n").error ==
          "a.csv:2: has 1 cells, parted by semicolons, and the header names 2 columns");
}

TEST_CASE("columns are found by name and the others are carried through") {
    auto result = read(module_of(two), "who,B,A,C,note\np1,3,12,words,\"x, y\"\np2,1,2,9,\n");
    CHECK(result.error.empty());
    CHECK(result.names == std::vector<std::string>{"who", "C", "note"});
    CHECK(result.answers == std::vector<Values>{{12, 3, skip}, {2, 1, skip}});
    CHECK(result.carried == std::vector<std::vector<std::string>>{{"p1", "words", "x, y"}, {"p2", "9", ""}});
    CHECK(read(module_of(two), "a, b \n1,2\n").answers == std::vector<Values>{{1, 2, skip}});
}

TEST_CASE("an empty cell and what the form names missing are skips, and 3.0 is 3") {
    auto result = read(module_of(two), "A,B\n,0\nNA, \n3.0, 4\n\"5\",0.0\n");
    CHECK(result.error.empty());
    CHECK(result.answers == std::vector<Values>{{skip, skip, skip}, {skip, skip, skip}, {3, 4, skip}, {5, skip, skip}});
}

TEST_CASE("an answer outside the scale is named by line and column and not said") {
    auto module = module_of(two);
    CHECK(read(module, "who,A,B\np,1,2\np,1,13\n").error ==
          "a.csv:3: column 3, B: is outside the scale, which has 1 to 12; a value that stands for a skip must be named "
          "in missing");
    CHECK(read(module, "A,B\n\n1,2\n-1,2\n").error.starts_with("a.csv:4: column 1, A: is outside the scale"));
    for (const char* cell : {"x", "1.5", "3x", "1e1", "99999999999", "--1", "na"}) {
        auto error = read(module, "A,B\n1," + std::string(cell) + "\n").error;
        CAPTURE(error);
        CHECK(error == "a.csv:2: column 2, B: is no whole number; a skip is an empty cell, or a value that the form "
                       "names in missing");
    }
}

TEST_CASE("a choice that the item does not offer is outside the scale") {
    ContentFolder folder;
    folder.write("modules/plain.toml",
                 with(plain_head + three_choices + two_items + one_scale, "{ value = 2, label = \"Perhaps\" }, ", ""));
    auto module = folder.load().modules.at({"plain"});
    CHECK(read(module, "first,second\n1,3\n").answers == std::vector<Values>{{1, 3}});
    CHECK(read(module, "first,second\n1,2\n").error.starts_with("a.csv:2: column 2, second: is outside the scale"));
}

TEST_CASE("a header that does not fit the form is refused") {
    auto module = module_of(two);
    CHECK(read(module, "").error == "a.csv:1: is empty; its first line must name the columns");
    CHECK(read(module, "\n\n").error.starts_with("a.csv:1: is empty"));
    CHECK(read(module, "A,C\n1,2\n").error == "a.csv:1: no column is named \"B\", which the form scores");
    CHECK(read(module, "A|B\n1|2\n").error.starts_with("a.csv:1: no column is named \"A\""));
    CHECK(read(module, "A,B,A\n1,2,3\n").error == "a.csv:1: column 3, A: another column names this item too");
    CHECK(read(module, "A,B,a\n1,2,3\n").error.starts_with("a.csv:1: column 3, a: another column"));
    CHECK(read(module, "A,B\n1\n").error == "a.csv:2: has 1 cells, parted by commas, and the header names 2 columns");
    CHECK(read(module, "A,B\n1,2,3\n").error.starts_with("a.csv:2: has 3 cells"));
    CHECK(read(module, "A,B\n").error.empty());
    CHECK(read(module, "\"A\n").error == "a.csv:1: a quote that opens in this row is never closed");
}

TEST_CASE("a codebook that says -1 where the data has 0 is found out") {
    auto by_the_book = module_of(with(two, "[0, \"NA\"]", "[-1]"));
    CHECK(read(by_the_book, "A,B\n1,0\n").error.starts_with("a.csv:2: column 2, B: is outside the scale"));
    auto both = module_of(with(two, "[0, \"NA\"]", "[0, -1]"));
    CHECK(read(both, "A,B\n1,0\n-1,2\n").answers == std::vector<Values>{{1, skip, skip}, {skip, 2, skip}});
}

namespace {

// Two scored items; the second is asked only where `condition` holds, the first always.
model::Module module_asking(const std::string& condition, const std::string& more = "") {
    const std::string asked_before = R"(
[[item]]
id = "children"
kind = "number"
text = "How many children live with you?"
minimum = 0
maximum = 20
scored = false

[[item]]
id = "worry"
kind = "choices"
text = "What worries you?"
choices = [{ value = 1, label = "Money" }, { value = 2, label = "Time" }]

[[item]]
id = "name"
kind = "short_text"
text = "What is the oldest called?"
max_bytes = 60
enable_when = [{ item = "children", test = "above", value = 0 }]

[[item]]
id = "hours"
kind = "number"
text = "How many hours of sleep?"
minimum = 0
maximum = 24
decimals = 1
)";
    return module_of(plain_head + more + three_choices + asked_before +
                     with(two_items, "text = \"We listen.\"", "text = \"We listen.\"\n" + condition) +
                     with(one_scale, "least_answered = 2", "least_answered = 1"));
}

// The answers to the second item, one a row.
Values seconds(const Read& read) {
    CHECK(read.error == "");
    Values values;
    for (const auto& row : read.answers) {
        CHECK(row[4] == 3);
        values.push_back(row[5]);
    }
    return values;
}

const std::string about_children = "enable_when = [{ item = \"children\", test = \"above\", value = 0 }]";

}

TEST_CASE("an answer to an item that the form would not have asked does not count") {
    const auto module = module_asking(about_children);
    const auto result = read(module, "children,first,second\n0,3,1\n2,3,1\n,3,1\n1,3,\n");
    CHECK(seconds(result) == Values{skip, 1, skip, skip});
    CHECK(result.names == std::vector<std::string>{"children"});
    CHECK(result.carried == std::vector<std::vector<std::string>>{{"0"}, {"2"}, {""}, {"1"}});
}

TEST_CASE("conditions of every kind are looked up in the row's own columns") {
    const auto when = [](const std::string& condition) { return "enable_when = [{ " + condition + " }]"; };
    const auto set = module_asking(when("item = \"worry\", test = \"equals\", value = 2"));
    CHECK(seconds(read(set, "worry,first,second\n1,3,1\n1;2,3,1\n2,3,1\n,3,1\n")) == Values{skip, 1, 1, skip});
    const auto text = module_asking(when("item = \"name\", test = \"answered\""));
    CHECK(seconds(read(text, "children,name,first,second\n1,Ada,3,1\n1,,3,1\n0,Ada,3,1\n")) == Values{1, skip, skip});
    const auto hours = module_asking(when("item = \"hours\", test = \"at_most\", value = 6.5"));
    CHECK(seconds(read(hours, "hours,first,second\n6.5,3,1\n6.6,3,1\n7,3,1\n")) == Values{1, skip, skip});
    const auto scored = module_asking(when("item = \"first\", test = \"equals\", value = 3"));
    CHECK(seconds(read(scored, "first,second\n3,1\n")) == Values{1});
    const auto any = module_asking("enable_when = [{ item = \"children\", test = \"above\", value = 0 }, { item = "
                                   "\"hours\", test = \"answered\" }]\nenable_any = true");
    CHECK(seconds(read(any, "children,hours,first,second\n0,,3,1\n0,8,3,1\n1,,3,1\n")) == Values{skip, 1, 1});
}

TEST_CASE("a condition on an item without a column is taken as met, and the item is named") {
    ContentFolder folder;
    folder.write("a.csv", "First,SECOND\n3,1\n");
    const auto module = module_asking("enable_when = [{ item = \"name\", test = \"answered\" }]");
    const auto file = content::AnswersFile::open(folder.path() / "a.csv", module);
    REQUIRE(file.has_value());
    CHECK(file->not_there() == std::vector<core::ItemId>{{"children"}, {"name"}});
    CHECK(seconds(read(module, "first,second\n3,1\n")) == Values{1});
    CHECK(seconds(read(module, "children,first,second\n0,3,1\n1,3,1\n")) == Values{1, 1});
    CHECK(seconds(read(module, "name,first,second\nAda,3,1\n,3,1\n")) == Values{1, skip});
    const auto plain = module_asking("");
    const auto without = content::AnswersFile::open(folder.path() / "a.csv", plain);
    REQUIRE(without.has_value());
    CHECK(without->not_there().empty());
}

TEST_CASE("a cell that decides what is asked must be an answer; elsewhere it may say anything") {
    const auto module = module_asking(about_children, "missing = [0, \"NA\"]\n");
    CHECK(
        read(module, "children,first,second\ntwo,3,1\n").error ==
        "a.csv:2: column 1, children: is no answer to this item, which decides what is asked; a skip is an empty cell, "
        "or a value that the form names in missing");
    CHECK(
        read(module, "children,first,second\n21,3,1\n").error.starts_with("a.csv:2: column 1, children: is no answer"));
    CHECK(seconds(read(module, "children,first,second\nNA,3,1\n0,3,1\n")) == Values{skip, skip});
    CHECK(read(module, "children,hours,first,second\n1,many,3,1\n").error.empty());
}

TEST_CASE("the items about a person who was not named do not count") {
    const auto module = module_of(plain_head + "[repeat]\nid = \"caregiver\"\nmost = 1\nask = \"Who?\"\n" +
                                  three_choices + two_items + one_scale);
    const auto result = read(module, "caregiver-1,first-1,second-1\nAda,3,1\n,3,1\n");
    CHECK(result.error.empty());
    REQUIRE(result.answers.size() == 2);
    CHECK(result.answers[0][1] == 3);
    CHECK_FALSE(result.answers[1][1].has_value());
    CHECK(result.names == std::vector<std::string>{"caregiver-1"});
}

TEST_CASE("reading a long file takes no more memory than reading a short one") {
    ContentFolder folder;
    auto most_used = [] { // KiB, the most this process ever had
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
    };
    auto module = module_of(two);
    auto read_rows = [&](int rows) {
        {
            std::ofstream out(folder.path() / "long.csv");
            out << "A,B,note\n";
            for (int i = 0; i < rows; ++i)
                out << "1,2,a note of some eighty bytes that is carried through with every row of the file\n";
        }
        auto file = content::AnswersFile::open(folder.path() / "long.csv", module);
        REQUIRE(file.has_value());
        int seen = 0;
        CHECK(file->read([&](const content::AnswersRow&) -> core::Done {
                      ++seen;
                      return {};
                  })
                  .has_value());
        CHECK(seen == rows);
    };
    read_rows(1'000);
    const long before = most_used();
    read_rows(100'000); // 9 MB
    CHECK(most_used() - before < 2'000);
}

TEST_CASE("real people's answers give the published means to 1e-6") {
    const char* folder = reference_data();
    if (!folder) return;
    const std::string file = std::string(folder) + "/ecr-fixture.csv";
    auto any = module_of(bonds_36("1")), strict = module_of(bonds_36("14"));
    each_person(any, file, [&](const auto& carried, const model::Answers& answers) {
        CAPTURE(carried.at("row"));
        agrees(model::score(any, any.scales[0], answers), carried.at("n_anx"), carried.at("anx_mean_answered"));
        agrees(model::score(any, any.scales[1], answers), carried.at("n_avo"), carried.at("avo_mean_answered"));
        agrees(model::score(strict, strict.scales[0], answers), carried.at("n_anx"), carried.at("anx_if_min14"));
        agrees(model::score(strict, strict.scales[1], answers), carried.at("n_avo"), carried.at("avo_if_min14"));
    });
}

TEST_CASE("the same answers give the same means when their file came reversed") {
    const char* folder = reference_data();
    if (!folder) return;
    auto module = module_of(bonds_36("14"));
    auto turned = module;
    turned.already_reversed = true;
    each_person(module, std::string(folder) + "/ecr-fixture.csv", [&](const auto& carried, model::Answers answers) {
        CAPTURE(carried.at("row"));
        for (const model::Scale& scale : module.scales) {
            for (const model::Key& key : scale.keys) {
                auto found = answers.find({module.id, key.item});
                if (!key.reversed || found == answers.end()) continue;
                found->second = model::Chosen{6 - std::get<model::Chosen>(found->second).value};
            }
        }
        agrees(model::score(turned, turned.scales[0], answers), carried.at("n_anx"), carried.at("anx_if_min14"));
        agrees(model::score(turned, turned.scales[1], answers), carried.at("n_avo"), carried.at("avo_if_min14"));
    });
}
