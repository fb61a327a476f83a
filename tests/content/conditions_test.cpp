#include "refused.hpp"

using namespace content_tests;

namespace {

const std::string asked_first = R"(
[[item]]
id = "children"
kind = "number"
text = "How many children live with you?"
minimum = 0
maximum = 20

[[item]]
id = "worry"
kind = "choices"
text = "What worries you?"
choices = [{ value = 1, label = "Money" }, { value = 2, label = "Time" }]

[[item]]
id = "ways"
kind = "two_way"
text = "Blaming"
choices = [{ value = 1, label = "Never" }, { value = 2, label = "Often" }]

[[item]]
id = "name"
kind = "short_text"
text = "What is the oldest called?"
max_bytes = 60

[[item]]
id = "since"
kind = "date"
text = "Since when?"

[[item]]
id = "told"
kind = "display"
text = "A few more."

[[item]]
id = "hours"
kind = "number"
text = "How many hours of sleep?"
minimum = 0
maximum = 24
decimals = 1

[[item]]
id = "harm"
kind = "choice"
text = "Were you hurt?"
private = true
choices = [{ value = 1, label = "No" }, { value = 2, label = "Yes" }]
)";

std::string then(std::string_view keys) {
    return plain_head + asked_first +
           "\n[[item]]\nid = \"last\"\nkind = \"zero_to_ten\"\ntext = \"How hard is it?\"\n" +
           "low_label = \"Easy\"\nhigh_label = \"Hard\"\n" + std::string(keys) + "\n";
}
std::string when(std::string_view condition) {
    return then("enable_when = [{ " + std::string(condition) + " }]");
}
std::string item_of(std::string_view kind, std::string_view more) {
    return head_and("[[item]]\nid = \"only\"\ntext = \"Say.\"\nkind = \"" + std::string(kind) + "\"\n" +
                    std::string(more) + "\n");
}

model::Module loaded(const std::string& text) {
    ContentFolder folder;
    folder.write(m, text);
    for (const auto& line : folder.diagnostics())
        FAIL_CHECK(line);
    return folder.load().modules.at({"plain"});
}

}

TEST_CASE("conditions of every kind are read in their order") {
    const auto module = loaded(then(R"(enable_when = [
    { item = "children", test = "above", value = 0 },
    { item = "worry", test = "equals", value = 2 },
    { item = "name", test = "answered" },
    { item = "since", test = "unanswered" },
    { item = "hours", test = "at_most", value = 6.5 },
]
enable_any = true)"));
    const auto& when = module.items.back().enable_when;
    CHECK(when.any);
    REQUIRE(when.conditions.size() == 5);
    CHECK(when.conditions[0] == model::Condition{{"children"}, model::Test::above, 0});
    CHECK(when.conditions[1] == model::Condition{{"worry"}, model::Test::equals, 2});
    CHECK(when.conditions[2] == model::Condition{{"name"}, model::Test::answered, 0});
    CHECK(when.conditions[3] == model::Condition{{"since"}, model::Test::unanswered, 0});
    CHECK(when.conditions[4] == model::Condition{{"hours"}, model::Test::at_most, 65});
    CHECK(module.items.back().words_of == module.items.back().id);
}

TEST_CASE("each fault of a condition is named with its line and key") {
    each_is_refused({
        {"private item", m, then("private = true\nenable_when = [{ item = \"children\", test = \"answered\" }]"),
         "item last.enable_when: a private item is always asked"},
        {"private module", m,
         with(when("item = \"children\", test = \"answered\""), "title = \"Plain\"",
              "title = \"Plain\"\nprivate = true"),
         "item last.enable_when: a private item is always asked"},
        {"about a private item", m, when("item = \"harm\", test = \"answered\""),
         "item last.enable_when.item: item \"harm\" is private; nothing that is asked may depend on a private answer"},
        {"about itself", m, when("item = \"last\", test = \"answered\""),
         "item last.enable_when.item: names the item itself"},
        {"about nothing", m, when("item = \"nowhere\", test = \"answered\""),
         "plain.toml:63: item last.enable_when.item: there is no item \"nowhere\" in this module"},
        {"about a later item", m,
         plain_with("text = \"We talk.\"",
                    "text = \"We talk.\"\nenable_when = [{ item = \"second\", test = \"answered\" }]"),
         "item first.enable_when.item: item \"second\" comes later"},
        {"about a text to read", m, when("item = \"told\", test = \"answered\""),
         "is a text to read; it has no answer"},
        {"unknown test", m, when("item = \"children\", test = \"more\", value = 1"),
         "item last.enable_when.test: \"more\" is unknown; allowed are: answered, unanswered, equals"},
        {"no test", m, when("item = \"children\""), "item last.enable_when.test: is missing"},
        {"no item", m, when("test = \"answered\""), "item last.enable_when.item: is missing"},
        {"a value that is not used", m, when("item = \"children\", test = \"answered\", value = 1"),
         "item last.enable_when.value: stands beside a test that compares with nothing"},
        {"no value", m, when("item = \"children\", test = \"above\""), "item last.enable_when.value: is missing"},
        {"a value that cannot be", m, when("item = \"children\", test = \"above\", value = 21"),
         "item last.enable_when.value: is no answer to item \"children\""},
        {"a choice that is not there", m, when("item = \"worry\", test = \"equals\", value = 3"),
         "item last.enable_when.value: is no answer to item \"worry\""},
        {"the label of a choice", m, when("item = \"worry\", test = \"equals\", value = \"Time\""),
         "plain.toml:63: item last.enable_when.value: write the value of the choice, a number: 2 for \"Time\""},
        {"words for a choice", m, when("item = \"worry\", test = \"equals\", value = \"yes\""),
         "item last.enable_when.value: write the value of the choice, a number"},
        {"a number in quotes", m, when("item = \"children\", test = \"above\", value = \"0\""),
         "item last.enable_when.value: write a number, without quotes"},
        {"too many decimals", m, when("item = \"hours\", test = \"above\", value = 6.55"),
         "item last.enable_when.value: has more decimals than item \"hours\""},
        {"a fraction of a whole", m, when("item = \"children\", test = \"above\", value = 0.5"),
         "has more decimals than item \"children\""},
        {"order of choices", m, when("item = \"worry\", test = \"above\", value = 1"),
         "an item of kind choices has no order"},
        {"value of two ways", m, when("item = \"ways\", test = \"equals\", value = 1"),
         "an item of kind two_way has no value to compare with"},
        {"order of two ways", m, when("item = \"ways\", test = \"above\", value = 1"),
         "an item of kind two_way has no value to compare with"},
        {"order of a text", m, when("item = \"name\", test = \"below\", value = 1"),
         "short_text or long_text has no value"},
        {"value of a date", m, when("item = \"since\", test = \"equals\", value = 1"),
         "an item of kind date has no value"},
        {"unknown key", m, when("item = \"children\", test = \"answered\", of = \"plain\""),
         "item last.enable_when.of: is unknown here"},
        {"any without when", m, then("enable_any = true"), "item last.enable_any: stands without enable_when"},
        {"not a list", m, then("enable_when = \"children\""), "item last.enable_when: must be a list of tables"},
    });
}

TEST_CASE("dates, texts to read, signatures, decimals and the right not to say are read") {
    const auto module = loaded(head_and(R"(
[[item]]
id = "born"
kind = "date"
text = "When were you born?"
earliest = 1920
latest = 2010
prefer_not_to_say = true

[[item]]
id = "met"
kind = "date"
text = "When did you meet?"

[[item]]
id = "told"
kind = "display"
text = "Almost done."

[[item]]
id = "sign"
kind = "signature"
text = "Please sign."

[[item]]
id = "hours"
kind = "number"
text = "How many hours of sleep?"
minimum = 1
maximum = 24
decimals = 2
)"));
    CHECK(module.items[0].minimum == 1920);
    CHECK(module.items[0].maximum == 2010);
    CHECK(module.items[0].may_prefer_not);
    CHECK(module.items[1].minimum == 1900);
    CHECK(module.items[1].maximum == 2100);
    CHECK_FALSE(module.items[1].may_prefer_not);
    CHECK(module.items[2].kind == model::ItemKind::display);
    CHECK(module.items[3].kind == model::ItemKind::signature);
    CHECK(module.items[4].decimals == 2);
    CHECK(module.items[4].minimum == 100);
    CHECK(module.items[4].maximum == 2400);
}

TEST_CASE("each fault of a date, a text to read, a signature and of decimals is named") {
    each_is_refused({
        {"years upside down", m, item_of("date", "earliest = 2000\nlatest = 1999"),
         "item only.latest: must not be before earliest"},
        {"year zero", m, item_of("date", "earliest = 0"), "item only.earliest: 0 is out of range"},
        {"minimum of a date", m, item_of("date", "minimum = 3"), "item only.minimum: is unknown here"},
        {"four decimals", m, item_of("number", "minimum = 0\nmaximum = 5\ndecimals = 4"),
         "item only.decimals: 4 is out of range"},
        {"decimals of a text", m, item_of("short_text", "max_bytes = 5\ndecimals = 1"),
         "item only.decimals: is unknown here"},
        {"not to say: consent", m, item_of("consent", "prefer_not_to_say = true"),
         "item only.prefer_not_to_say: does not belong to an item of kind consent, display or signature"},
        {"not to say: display", m, item_of("display", "prefer_not_to_say = true"),
         "only.prefer_not_to_say: does not belong"},
        {"not to say: signature", m, item_of("signature", "prefer_not_to_say = true"),
         "only.prefer_not_to_say: does not belong"},
        {"scored date", m, item_of("date", "scored = true"), "item only.scored: an item of this kind cannot be scored"},
        {"scored display", m, item_of("display", "scored = true"),
         "item only.scored: an item of this kind cannot be scored"},
        {"scored signature", m, item_of("signature", "scored = true"),
         "item only.scored: an item of this kind cannot be scored"},
        {"releasable date", m, item_of("date", "releasable = true"),
         "item only.releasable: only an item of kind short_text"},
        {"releasable display", m, item_of("display", "releasable = true"),
         "only an item of kind short_text or long_text"},
        {"releasable signature", m, item_of("signature", "releasable = true"),
         "only an item of kind short_text or long_text"},
        {"scored with decimals", m,
         with(with(plain(), "kind = \"choice\"\ntext = \"We talk.\"\nresponse = \"agree\"",
                   "kind = \"number\"\ntext = \"We talk.\"\nminimum = 1\nmaximum = 3\ndecimals = 1"),
              "id = \"plain\"", "id = \"plain\""),
         "item \"first\" has decimals; only whole numbers can be scored"},
        {"a date in a scale", m,
         with(plain(), "kind = \"choice\"\ntext = \"We talk.\"\nresponse = \"agree\"\nscored = true",
              "kind = \"date\"\ntext = \"We talk.\""),
         "item \"first\" cannot be scored; only choice, two_way, number"},
    });
}
