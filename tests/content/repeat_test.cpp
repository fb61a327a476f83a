#include "model/form/applies.hpp"
#include "refused.hpp"

using namespace content_tests;

namespace {

const std::string repeat = R"(
[repeat]
id = "caregiver"
most = 2
ask = "Who took care of you most?"
ask_again = "Was there someone else?"
detail = "A first name is enough."
chart_label = "Caregiver"
)";

const std::string about_them = R"(
[[item]]
id = "warm"
kind = "choice"
text = "{person} was warm with me."
detail = "As you remember {person}."
response = "agree"
scored = true

[[item]]
id = "far"
kind = "choice"
text = "{person} was far away."
response = "agree"
enable_when = [{ item = "warm", test = "below", value = 3 }]
)";

const std::string for_each_sentence = plain_head + three_choices + R"(
[[item]]
id = "first"
kind = "choice"
text = "{person}"
response = "agree"
for_each = "agreed_sentence"
)";

const std::string scales = R"(
[[scale]]
id = "bond"
title = "Bond"
method = "mean"
minimum = 1
maximum = 3
least_answered = 1
uncertainty = "own_mean"
error_floor = { value = 0.5, source = "A study" }
low_means = "Thin"
high_means = "Strong"
keys = [{ item = "warm" }, { item = "far", reversed = true }]

[[scale]]
id = "near"
title = "Near"
facet_of = "bond"
method = "mean"
minimum = 1
maximum = 3
least_answered = 1
uncertainty = "own_mean"
error_floor = { value = 0.5, source = "A study" }
low_means = "Far"
high_means = "Near"
keys = [{ item = "far", reversed = true }]
)";

std::string whole() {
    return plain_head + repeat + three_choices + about_them + scales;
}

}

TEST_CASE("a form that is repeated becomes a question for a name and its items, once for each person") {
    ContentFolder folder;
    folder.write(m, whole());
    for (const auto& line : folder.diagnostics())
        FAIL_CHECK(line);
    const auto module = folder.load().modules.at({"plain"});
    std::vector<std::string> ids, words;
    for (const auto& item : module.items) {
        ids.push_back(item.id.value);
        words.push_back(item.words_of.value);
    }
    CHECK(ids == std::vector<std::string>{"caregiver-1", "warm-1", "far-1", "caregiver-2", "warm-2", "far-2"});
    CHECK(words == std::vector<std::string>{"caregiver", "warm", "far", "caregiver-again", "warm", "far"});
    CHECK(module.items[0].kind == model::ItemKind::short_text);
    CHECK(module.items[0].max_bytes == 60);
    CHECK(module.items[0].text == "Who took care of you most?");
    CHECK(module.items[0].detail == "A first name is enough.");
    CHECK(module.items[0].chart_label == "Caregiver");
    CHECK(module.items[0].enable_when.conditions.empty());
    CHECK(module.items[3].text == "Was there someone else?");
    REQUIRE(module.items[3].enable_when.conditions.size() == 1);
    CHECK(module.items[3].enable_when.conditions[0] == model::Condition{{"caregiver-1"}, model::Test::answered, 0});
    CHECK(module.items[1].person == core::ItemId{"caregiver-1"});
    CHECK(module.items[5].person == core::ItemId{"caregiver-2"});
    CHECK(module.items[5].enable_when.conditions[0] == model::Condition{{"warm-2"}, model::Test::below, 3});

    REQUIRE(module.scales.size() == 4);
    CHECK(module.scales[2].id.value == "bond-2");
    CHECK(module.scales[2].words_of.value == "bond");
    CHECK(module.scales[2].person == core::ItemId{"caregiver-2"});
    CHECK(module.scales[2].keys[1].item.value == "far-2");
    CHECK(module.scales[2].keys[1].reversed);
    CHECK(module.scales[3].facet_of == core::ScaleId{"bond-2"});
}

TEST_CASE("each fault of a form that is repeated is named with its line and key") {
    const auto refused = [](std::string_view from, std::string_view to) { return with(whole(), from, to); };
    each_is_refused({
        {"private module", m, refused("title = \"Plain\"", "title = \"Plain\"\nprivate = true"),
         "repeat: a private module cannot be repeated"},
        {"private item", m, refused("detail = \"As you", "private = true\ndetail = \"As you"),
         "repeat: item warm is private; a module that is repeated has no private items"},
        {"joint module", m, refused("title = \"Plain\"", "title = \"Plain\"\njoint = true"),
         "repeat: a joint module cannot be repeated"},
        {"map", m,
         whole() + "[map]\nx = \"bond\"\ny = \"near\"\nlow_low = \"A\"\nlow_high = \"B\"\nhigh_low = \"C\"\nhigh_high "
                   "= \"D\"\n",
         "repeat: a module with a map cannot be repeated"},
        {"a place of another name", m, refused("{person}", "{Person}"),
         "plain.toml:19: item warm: has \"{Person}\", which is unknown; write {person}"},
        {"another place", m, refused("{person} was far", "{other} was far"),
         "plain.toml:27: item far: has \"{other}\", which is unknown; write {person}"},
        {"a place in a choice", m, refused("\"Yes\"", "\"Yes, {person}\""),
         "plain.toml:19: item warm: {person} can stand only in text and detail"},
        {"a place in a label", m, refused("detail = \"As you", "chart_label = \"{person}\"\ndetail = \"As you"),
         "item warm: {person} can stand only in text and detail"},
        {"a place in the question for the name", m, refused("someone else?", "someone but {person}?"),
         "repeat.ask_again: {person} can stand only in text and detail of an item"},
        {"no id", m, refused("id = \"caregiver\"\n", ""), "repeat.id: is missing"},
        {"id of an item", m, refused("id = \"caregiver\"", "id = \"warm\""),
         "repeat.id: item warm of this module has this id"},
        {"no number", m, refused("most = 2\n", ""), "repeat.most: is missing"},
        {"six people", m, refused("most = 2", "most = 6"), "repeat.most: 6 is out of range"},
        {"no question", m, refused("ask = \"Who took care of you most?\"\n", ""), "repeat.ask: is missing"},
        {"no second question", m, refused("ask_again = \"Was there someone else?\"\n", ""),
         "repeat.ask_again: is missing"},
        {"unknown key", m, refused("most = 2", "most = 2\nleast = 1"), "repeat.least: is unknown here"},
        {"a condition on the name", m,
         refused("item = \"warm\", test = \"below\", value = 3", "item = \"caregiver\", test = \"answered\""),
         "item far.enable_when.item: there is no item \"caregiver\" in this module"},
        {"a person without repeat", m, plain_with("We talk.", "{person} talks."),
         "plain.toml:11: item first: {person} belongs to a module with [repeat], or to an item with for_each"},
    });
    std::string many = plain_head + repeat + three_choices;
    for (int i = 0; i < 120; ++i)
        many += "[[item]]\nid = \"i" + std::to_string(i) + "\"\nkind = \"display\"\ntext = \"Read.\"\n";
    each_is_refused({{"too many items", m, many, "repeat: makes more than 200 items"}});
}

TEST_CASE("an item for each agreed sentence stands as often as sentences are read back, each behind its own") {
    ContentFolder folder;
    folder.write(m, for_each_sentence);
    const auto content = folder.load();
    const auto& module = content.modules.at({"plain"});
    std::size_t asked = 0, given = 0;
    for (const auto& item : module.items) {
        if (item.given) {
            ++given;
            CHECK(item.kind == model::ItemKind::display);
            continue;
        }
        if (!item.person) continue;
        ++asked;
        CHECK(model::find_item(module, *item.person)->given);
        CHECK(item.words_of.value == "first");
    }
    CHECK(given == model::most_read_back);
    CHECK(asked == model::most_read_back);
    const auto applies = model::which_may_apply(module, {});
    for (std::size_t i = 0; i < module.items.size(); ++i)
        if (module.items[i].person) CHECK_FALSE(applies[i]);
    model::Answers two;
    for (const char* number : {"1", "2"})
        two[{module.id, {std::string("agreed-for-first-") + number}}] = model::Written{"We are kind first."};
    const auto which = model::which_apply(module, two);
    CHECK(std::ranges::count_if(module.items, [&, i = std::size_t{0}](const model::Item& item) mutable {
              return which[i++] && item.person;
          }) == 2);
}

TEST_CASE("an item for each agreed sentence stands in no private form, no repeated one, and is not private") {
    each_is_refused({
        {"private form", m, with(for_each_sentence, "title =", "private = true\ntitle ="),
         "item: for_each does not belong to a private or joint module"},
        {"private item", m, for_each_sentence + "private = true\n", "for_each: does not belong to a private item"},
        {"repeated form", m, with(for_each_sentence, "[[response]]", repeat + "[[response]]"),
         "item: for_each does not belong to a module with [repeat]"},
        {"for each of something else", m, with(for_each_sentence, "agreed_sentence", "day"), "item first.for_each: "},
    });
}

TEST_CASE("one person needs no second question") {
    ContentFolder folder;
    folder.write(m, with(with(whole(), "most = 2", "most = 1"), "ask_again = \"Was there someone else?\"\n", ""));
    CHECK(folder.diagnostics().empty());
    CHECK(folder.load().modules.at({"plain"}).items.size() == 3);
}
