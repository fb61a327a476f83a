// Scales of what is answered both ways, and forms about a session.
#include "content/forms/answers_file.hpp"
#include "content/forms/module_file.hpp"
#include "content/forms/module_writer.hpp"
#include "model/scoring/scoring.hpp"
#include "refused.hpp"
#include <algorithm>

using namespace content_tests;

namespace {

const std::string ways = R"(
[[item]]
id = "waits"
kind = "two_way"
text = "My partner waits."
detail = "I wait."
response = "agree"

[[scale]]
id = "waiting"
title = "Waiting"
method = "mean"
minimum = 1
maximum = 3
least_answered = 1
uncertainty = "own_mean"
error_floor = { value = 0.5, source = "A study" }
low_means = "Goes on"
high_means = "Waits"
keys = [{ item = "waits", direction = "from_me" }]
)";

std::string both_ways() {
    return plain() + ways;
}
std::string both_ways_with(std::string_view from, std::string_view to) {
    return with(both_ways(), from, to);
}
std::string about_a_session(std::string_view more = "") {
    return plain_with("version = \"1\"\n", "version = \"1\"\nafter_session = true\n" + std::string(more));
}

}

TEST_CASE("a key of a two-way item names its direction, and is written as it was read") {
    ContentFolder folder;
    folder.write(m, both_ways());
    for (const auto& line : folder.diagnostics())
        CHECK_MESSAGE(false, line);
    const auto module = folder.load().modules.at({"plain"});
    CHECK(module.scales.at(1).keys.at(0).way == model::Way::from_me);
    CHECK_FALSE(module.scales.at(0).keys.at(0).way.has_value());
    folder.write(m, content::to_toml({.module = module, .head = {}, .item_notes = {}, .scale_notes = {}}));
    for (const auto& line : folder.diagnostics())
        CHECK_MESSAGE(false, line);
    CHECK(folder.load().modules.at({"plain"}).scales.at(1).keys == module.scales[1].keys);
}

TEST_CASE("a direction that is left open, unknown or about one answer alone is refused") {
    each_is_refused({
        {"left open", m, both_ways_with(", direction = \"from_me\"", ""),
         "direction: is left open; item \"waits\" is answered both ways, and a scale takes \"toward_me\" or "
         "\"from_me\""},
        {"unknown", m, both_ways_with("\"from_me\"", "\"inward\""),
         "direction: \"inward\" is unknown; allowed are: toward_me, from_me"},
        {"of one answer", m, plain_with("{ item = \"first\" }", "{ item = \"first\", direction = \"from_me\" }"),
         "direction: belongs to an item of kind two_way"},
        {"another range", m,
         both_ways_with("id = \"waiting\"\ntitle = \"Waiting\"\nmethod = \"mean\"\nminimum = 1\nmaximum = 3",
                        "id = \"waiting\"\ntitle = \"Waiting\"\nmethod = \"mean\"\nminimum = 1\nmaximum = 4"),
         "item \"waits\" has answers from 1 to 3 and the scale from 1 to 4"},
        {"private", m, both_ways_with("detail = \"I wait.\"", "detail = \"I wait.\"\nprivate = true"),
         "item \"waits\" is private, so the scale must say private = true"},
        {"twice", m,
         both_ways_with(
             "[{ item = \"waits\", direction = \"from_me\" }]",
             "[{ item = \"waits\", direction = \"from_me\" }, { item = \"waits\", direction = \"toward_me\" }]"),
         "names \"waits\" twice"},
    });
}

TEST_CASE("a two-way item without a key asks for no word about it") {
    ContentFolder folder;
    folder.write(m, plain() + ways.substr(0, ways.find("[[scale]]")));
    CHECK(folder.diagnostics().empty());
}

TEST_CASE("a form asked again takes an item the same way") {
    ContentFolder folder;
    folder.write(m, both_ways());
    folder.write("modules/again.toml", with(with(with(both_ways(), "id = \"plain\"", "id = \"again\""),
                                                 "version = \"1\"", "version = \"1\"\nsame_items_as = \"plain\""),
                                            "\"from_me\"", "\"toward_me\""));
    CHECK(one_says(folder.diagnostics(), "item \"waits\" is taken the other way in one of the two forms"));
}

TEST_CASE("no file of answers holds what is answered both ways, and that is said") {
    ContentFolder folder;
    folder.write(m, both_ways());
    const auto module = folder.load().modules.at({"plain"});
    const auto opened = content::AnswersFile::open("anything.csv", module);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().detail.find("scale waiting counts item waits, which is answered both ways") !=
          std::string::npos);
}

TEST_CASE("a form about a session is scored, and nothing that a couple is shown") {
    ContentFolder folder;
    folder.write(m, about_a_session());
    CHECK(folder.diagnostics().empty());
    CHECK(folder.load().modules.at({"plain"}).after_session);
    each_is_refused({
        {"private", m, about_a_session("private = true\n"), "after_session: does not belong to a private module"},
        {"shareable", m,
         with(about_a_session("shareable = true\n"), "high_means = \"Open\"",
              "high_means = \"Open\"\ntalk_title = \"Talk\"\ntalk_prompt = \"How?\""),
         "after_session: does not belong to a module that is joint or shareable"},
        {"no scale", m, with(about_a_session(), one_scale, ""), "after_session: needs a scale"},
    });
}

TEST_CASE("the shipped cycle says who presses and who steps back, by themselves and by the other") {
    const auto content = content::load(shipped_content());
    REQUIRE(content.has_value());
    const auto& cycle = content->modules.at({"cycle"});
    REQUIRE(cycle.scales.size() == 4);
    model::Answers answers;
    for (const char* item : {"keeps-asking", "gets-louder", "settle-now"})
        answers[{{"cycle"}, {item}}] = model::BothWays{2, 5};
    for (const char* item : {"goes-quiet", "walks-away", "gets-busy"})
        answers[{{"cycle"}, {item}}] = model::BothWays{4, 1};
    std::map<std::string, double> scores;
    for (const auto& made : model::score_all(cycle, answers))
        scores[made.scale.value] = made.value.value_or(-1);
    CHECK(scores == std::map<std::string, double>{
                        {"presses", 5}, {"steps-back", 1}, {"partner-presses", 2}, {"partner-steps-back", 4}});
}

TEST_CASE("the shipped form after a session is one, and no other is") {
    const auto content = content::load(shipped_content());
    REQUIRE(content.has_value());
    for (const auto& [id, module] : content->modules)
        CHECK(module.after_session == (id.value == "after-session"));
    CHECK(content->modules.at({"after-session"}).scales.at(0).keys.size() == 4);
}

TEST_CASE("each element of a mission has a beginning for it, alone and together") {
    const auto content = content::load(shipped_content());
    REQUIRE(content.has_value());
    for (const auto& [form, item] : {std::pair{"my-mission", "us"}, {"our-mission", "statement"}}) {
        CAPTURE(form);
        const auto* found = model::find_item(content->modules.at({form}), {item});
        REQUIRE(found != nullptr);
        for (const char* element :
             {"In a fight, we…", "We stay close by…", "With our families, we…", "With money, we…", "For fun, we…"})
            CHECK(std::ranges::find(found->starters, element) != found->starters.end());
    }
}
