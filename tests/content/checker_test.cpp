#include "refused.hpp"
#include <fmt/format.h>

using namespace content_tests;

TEST_CASE("a folder that keeps every rule has no complaint and loads whole") {
    ContentFolder folder;
    CHECK(folder.diagnostics().empty());
    model::Content content = folder.load();
    CHECK(content.modules.size() == 2);
    REQUIRE(content.packets.size() == 1);
    CHECK(content.articles.size() == 1);
    CHECK_FALSE(model::why_not(content, content.packets[0]).has_value());
    const model::Module& module = content.modules.at({"plain"});
    CHECK(module.items[1].choices[2].label == "Yes");
    CHECK(module.scales[0].keys[1].reversed);
    CHECK(module.file == m);
}

TEST_CASE("each fault of a module's head is named with its line and key") {
    each_is_refused({
        {"missing title", m, plain_with("title = \"Plain\"\n", ""),
         "modules/plain.toml:1: title: is missing; it must be text in quotes"},
        {"empty title", m, plain_with("\"Plain\"", "\"  \""), "plain.toml:2: title: is empty"},
        {"title is a number", m, plain_with("\"Plain\"", "7"), "plain.toml:2: title: must be text in quotes"},
        {"title too long", m, plain_with("Plain", std::string(81, 'x')), ":2: title: is longer than 80 characters"},
        {"title of two lines", m, plain_with("\"Plain\"", "\"a\\nb\""), ":2: title: must be one line"},
        {"intro missing", m, plain_with("intro = \"A few statements.\"\n", ""), "intro: is missing"},
        {"rights left open", m, plain_with("rights = \"Ours.\"\n", ""), "rights: is missing"},
        {"version left open", m, plain_with("version = \"1\"\n", ""), "version: is missing"},
        {"id of another file", m, plain_with("\"plain\"", "\"other\""), "id: must be the file's name, \"plain\""},
        {"bad id", m, plain_with("\"plain\"", "\"Plain One\""), ":1: id: \"Plain One\" is not an id; allowed are a-z"},
        {"unknown key", m, plain_with("intro =", "colour = \"red\"\nintro ="),
         "plain.toml:3: colour: is unknown here; allowed are: id, title,"},
        {"private is text", m, plain_with("intro =", "private = \"yes\"\nintro ="), "private: must be true or false"},
        {"no items", m, plain_head, "item: is missing; a module needs at least one [[item]]"},
        {"not TOML", m, "id = \"plain\"\ntitle = Plain\n", "modules/plain.toml:2: is not TOML"},
        {"same key twice", m, plain_with("title = ", "title = \"A\"\ntitle = "), ":3: is not TOML"},
    });
}

TEST_CASE("each fault of an item is named with its line and key") {
    const std::string item = "[[item]]\nid = \"only\"\ntext = \"Say.\"\n";
    const auto choices = [](int count) {
        std::string list;
        for (int i = 1; i <= count; ++i)
            list += (i == 1 ? "" : ", ") + fmt::format("{{ value = {0}, label = \"A {0}\" }}", i);
        return list;
    };
    each_is_refused({
        {"duplicate id", m, plain_with("id = \"second\"", "id = \"first\""), "item first.id: another item"},
        {"bad id characters", m, plain_with("id = \"second\"", "id = \"se_cond\""), "\"se_cond\" is not an id"},
        {"unknown kind", m, plain_with("kind = \"choice\"", "kind = \"slider\""),
         "item first.kind: \"slider\" is unknown; allowed are: choice, choices, two_way, number"},
        {"missing text", m, plain_with("text = \"We talk.\"\n", ""), "item first.text: is missing"},
        {"text too long", m, plain_with("We talk.", std::string(301, 'x')), "is longer than 300 characters"},
        {"unknown item key", m, plain_with("text = \"We talk.\"", "text = \"We talk.\"\nhelp = \"x\""),
         "item first.help: is unknown here"},
        {"key of another kind", m, plain_with("text = \"We talk.\"", "text = \"We talk.\"\nmaximum = 3"),
         "item first.maximum: is unknown here"},
        {"more choices than two columns hold", m,
         head_and(item + "kind = \"two_way\"\nchoices = [" + choices(21) + "]\n"),
         "item only.kind: two_way has at most 20 choices"},
        {"too many choices", m, head_and(item + "kind = \"choice\"\nchoices = [" + choices(251) + "]\n"),
         "item only.choices: has more than 250 choices"},
        {"one choice", m, head_and(item + "kind = \"choice\"\nchoices = [{ value = 1, label = \"A\" }]\n"),
         "item only.choices: must have at least 2 choices"},
        {"same value twice", m,
         head_and(item +
                  "kind = \"choices\"\nchoices = [{ value = 1, label = \"A\" }, { value = 1, label = \"B\" }]\n"),
         "item only.choices.value: has the value 1 twice"},
        {"values fall", m,
         head_and(item + "kind = \"choice\"\nchoices = [{ value = 2, label = \"A\" }, { value = 1, label = \"B\" }]\n"),
         "choices.value: must be larger than the value before it; write the choices in the order of their values"},
        {"same label twice", m, plain_with("Perhaps", "No"),
         "plain.toml:9: response agree.choices.label: \"No\" is the label of the value 1 too; nobody could tell them "
         "apart"},
        {"choice without label", m,
         head_and(item + "kind = \"choice\"\nchoices = [{ value = 1 }, { value = 2, label = \"B\" }]\n"),
         "item only.choices.label: is missing"},
        {"two_way without choices", m, head_and(item + "kind = \"two_way\"\n"),
         "item only.choices: is missing; write choices, or response"},
        {"unknown response", m, head_and(item + "kind = \"two_way\"\nresponse = \"none\"\n"),
         "there is no [[response]] with the id \"none\""},
        {"response and choices", m,
         plain_with("response = \"agree\"", "response = \"agree\"\nchoices = [{ value = 1, label = \"A\" }]"),
         "response: stands beside choices"},
        {"same response twice", m, plain_with(three_choices, three_choices + three_choices),
         "response agree.id: another response has this id"},
        {"number without range", m, head_and(item + "kind = \"number\"\n"), "item only.minimum: is missing"},
        {"number upside down", m, head_and(item + "kind = \"number\"\nminimum = 5\nmaximum = 5\n"),
         "item only.maximum: must be larger than minimum"},
        {"number too large", m, head_and(item + "kind = \"number\"\nminimum = 0\nmaximum = 99999999999\n"),
         "99999999999 is out of range; it must be a whole number from -1000000 to 1000000"},
        {"no words at the ends", m, head_and(item + "kind = \"zero_to_ten\"\n"), "item only.low_label: is missing"},
        {"text without a size", m, head_and(item + "kind = \"long_text\"\n"), "item only.max_bytes: is missing"},
        {"text of size zero", m, head_and(item + "kind = \"short_text\"\nmax_bytes = 0\n"), "0 is out of range"},
        {"starter is no text", m, head_and(item + "kind = \"long_text\"\nmax_bytes = 9\nstarters = [1]\n"),
         "starters: must be a list of texts"},
        {"the author's, and private", m,
         plain_with("text = \"We talk.\"", "text = \"We talk.\"\nprivate = true\nauthor_only = true"),
         "author_only: does not belong to a private item: it is in no file about both anyway"},
        {"the author's, and scored", m, plain_with("text = \"We talk.\"", "text = \"We talk.\"\nauthor_only = true"),
         "author_only: does not belong to an item that can be scored: a score tells of it"},
        {"a choice in the brief", m, plain_with("text = \"We talk.\"", "text = \"We talk.\"\nbrief = \"why\""),
         "brief: why and hope belong to a text, urgency to an item of kind zero_to_ten"},
        {"opens what is not private", m, plain_with("text = \"We talk.\"", "text = \"We talk.\"\nopens_private = true"),
         "opens_private: belongs to a private item"},
        {"releasable and private", m,
         head_and(item + "kind = \"long_text\"\nmax_bytes = 9\nprivate = true\nreleasable = true\n"),
         "item only.releasable: a private item cannot be releasable"},
        {"releasable in a private module", m,
         head_and("private = true\n" + item + "kind = \"long_text\"\nmax_bytes = 9\nreleasable = true\n"),
         "a private item cannot be releasable"},
        {"releasable choice", m, plain_with("text = \"We talk.\"", "text = \"We talk.\"\nreleasable = true"),
         "only an item of kind short_text or long_text can be releasable"},
        {"open item in a private module", m,
         head_and("private = true\n" + item + "kind = \"consent\"\nprivate = false\n"),
         "every item of a private module is private"},
    });
}

TEST_CASE("each fault of a scale, its keys or the map is named") {
    const std::string map = "\n[map]\nx = \"talk\"\ny = \"%\"\nlow_low = \"A\"\nlow_high = \"B\"\nhigh_low = \"C\"\n"
                            "high_high = \"D\"\n";
    const std::string private_second = with(plain(), "text = \"We listen.\"", "text = \"We listen.\"\nprivate = true");
    const std::string texts = "\n[[item]]\nid = \"words\"\nkind = \"choices\"\ntext = \"Say.\"\nresponse = \"agree\"\n";
    const std::string years =
        "\n[[item]]\nid = \"years\"\nkind = \"number\"\ntext = \"Years?\"\nminimum = 0\nmaximum = 9\n";
    each_is_refused({
        {"method left open", m, plain_with("method = \"mean\"\n", ""),
         "scale talk.method: is missing; it must be one of: mean, sum"},
        {"unknown method", m, plain_with("\"mean\"", "\"median\""), "\"median\" is unknown; allowed are: mean, sum"},
        {"least answered left open", m, plain_with("least_answered = 2\n", ""),
         "scale talk.least_answered: is missing"},
        {"least answered zero", m, plain_with("least_answered = 2", "least_answered = 0"), "0 is out of range"},
        {"least answered above the keys", m, plain_with("least_answered = 2", "least_answered = 3"),
         "scale talk.least_answered: 3 is out of range; it must be from 1 to the 2 keys of the scale"},
        {"sum of a part", m, with(plain_with("\"mean\"", "\"sum\""), "least_answered = 2", "least_answered = 1"),
         "must be 2: a sum needs every item"},
        {"uncertainty left open", m, plain_with("uncertainty = \"own_mean\"\n", ""),
         "scale talk.uncertainty: is missing; it must be one of: own_mean"},
        {"range left open", m, plain_with("maximum = 3\n", ""), "scale talk.maximum: is missing"},
        {"low_means left open", m, plain_with("low_means = \"Quiet\"\n", ""), "scale talk.low_means: is missing"},
        {"no keys", m, plain_with("keys = [{ item = \"first\" }, { item = \"second\", reversed = true }]", "keys = []"),
         "scale talk.keys: is left open"},
        {"key for a missing item", m, plain_with("{ item = \"first\" }", "{ item = \"third\" }"),
         "scale talk.keys.item: there is no item \"third\" in this module"},
        {"key twice", m, plain_with("{ item = \"first\" }", "{ item = \"second\" }"), "names \"second\" twice"},
        {"key for an unfit kind", m,
         with(plain_with("{ item = \"first\" }", "{ item = \"words\" }"), one_scale.substr(0, 10),
              texts + one_scale.substr(0, 10)),
         "item \"words\" cannot be scored"},
        {"unknown key of a key", m, plain_with("reversed = true", "reverse = true"),
         "scale talk.keys.reverse: is unknown here; allowed are: item, reversed"},
        {"reversed with unequal ranges", m,
         plain_with("minimum = 1\nmaximum = 3\nleast", "minimum = 0\nmaximum = 3\nleast"),
         "item \"second\" is reversed, but its answers run from 1 to 3 and the scale from 0 to 3"},
        {"unequal ranges", m,
         with(plain_with("{ item = \"first\" }", "{ item = \"years\" }"), "\n[[scale]]", years + "\n[[scale]]"),
         "item \"years\" has answers from 0 to 9 and the scale from 1 to 3"},
        {"scored text", m,
         plain_and("[[item]]\nid = \"free\"\nkind = \"long_text\"\ntext = \"Say.\"\nmax_bytes = 9\nscored = true\n"),
         "item free.scored: an item of this kind cannot be scored; only choice, two_way, number"},
        {"scored and in no scale", m, plain_with("{ item = \"first\" }, ", ""),
         "item first.scored: is true, but no scale has a key"},
        {"not scored and in a scale", m, plain_with("scored = true", "scored = false"),
         "item first.scored: is false, but a scale has a key"},
        {"duplicate scale", m, plain_and(one_scale), "scale talk.id: another scale of this module has this id"},
        {"facet of nothing", m, plain_with("method =", "facet_of = \"none\"\nmethod ="),
         "scale talk.facet_of: there is no scale \"none\""},
        {"facet of itself", m, plain_with("method =", "facet_of = \"talk\"\nmethod ="), "is itself a facet"},
        {"private facet of an open scale", m,
         plain_and(with(with(one_scale, "\"talk\"", "\"part\""),
                        "method =", "facet_of = \"talk\"\nprivate = true\nmethod =")),
         "scale part.facet_of: a private scale cannot be a facet of one that is not private"},
        {"private item in an open scale", m, private_second,
         "item \"second\" is private, so the scale must say private = true"},
        {"map scale unknown", m, plain_and(with(map, "%", "none")), "map.y: there is no scale \"none\""},
        {"map of one scale", m, plain_and(with(map, "%", "talk")), "map.y: must be another scale than x"},
        {"map region left open", m, plain_and(with(with(map, "%", "talk"), "high_high = \"D\"\n", "")),
         "map.high_high: is missing"},
    });
}

TEST_CASE("scored is asked for only where an item can be scored") {
    ContentFolder folder;
    const auto with_item = [&](const std::string& keys) {
        folder.write(m, plain_and("\n[[item]]\nid = \"more\"\ntext = \"How much?\"\n" + keys));
        return folder.diagnostics();
    };
    const std::string range = "minimum = 0\nmaximum = 9\n";
    CHECK(one_says(with_item("kind = \"number\"\n" + range),
                   "item more.scored: no scale has a key for this item; write"));
    CHECK(with_item("kind = \"number\"\nscored = false\n" + range).empty());
    CHECK(with_item("kind = \"number\"\ndecimals = 1\n" + range).empty());
    CHECK(with_item("kind = \"number\"\ndecimals = 1\nscored = false\n" + range).empty());
    CHECK(with_item("kind = \"slider\"\n").size() == 1);
    const auto lines = with_item("kind = \"number\"\ndecimals = 1\nscored = true\n" + range);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].ends_with("item more.scored: a number with decimals cannot be scored"));
}

TEST_CASE("choices from the largest value to the smallest are one mistake") {
    ContentFolder folder;
    folder.write(
        m, plain_head +
               "[[item]]\nid = \"only\"\nkind = \"choice\"\ntext = \"Say.\"\nchoices = [\n"
               "{ value = 3, label = \"A\" },\n{ value = 2, label = \"B\" },\n{ value = 1, label = \"C\" },\n]\n");
    CHECK(folder.diagnostics().size() == 1);
}

TEST_CASE("a private item may be scored on a scale that is private itself") {
    ContentFolder folder;
    std::string text = with(plain(), "text = \"We listen.\"", "text = \"We listen.\"\nprivate = true");
    folder.write(m, with(text, "method =", "private = true\nmethod ="));
    CHECK(folder.diagnostics().empty());
    CHECK(folder.load().modules.at({"plain"}).scales[0].is_private);
}

TEST_CASE("a private module makes every item and scale private") {
    ContentFolder folder;
    folder.write(m, plain_with("version =", "private = true\nversion ="));
    CHECK(folder.diagnostics().empty());
    model::Content content = folder.load();
    for (const model::Item& item : content.modules.at({"plain"}).items)
        CHECK(item.is_private);
    CHECK(content.modules.at({"plain"}).scales[0].is_private);
}

TEST_CASE("each fault of a joint module is named") {
    const std::string j = "modules/ours.toml";
    each_is_refused({
        {"joint and private", j, with(joint_module, "joint = true", "joint = true\nprivate = true"),
         "private: a joint module cannot be private"},
        {"private item", j, with(joint_module, "max_bytes", "private = true\nmax_bytes"),
         "joint: item statement is private, and a joint module has no private items"},
        {"two items", j,
         joint_module + "\n[[item]]\nid = \"more\"\nkind = \"long_text\"\ntext = \"?\"\nmax_bytes = 9\n",
         "joint: a joint module has exactly one item, of kind long_text"},
    });
}

TEST_CASE("each fault of a packet is named and the other packets stay") {
    const std::string p = "packets.toml";
    each_is_refused({
        {"unknown module", p, with(packets, "[\"plain\"]", "[\"plain\", \"none\"]"),
         "packets.toml:6: packet usual.modules: there is no module \"none\"; its file would be modules/none.toml"},
        {"unknown joint module", p, with(packets, "\"ours\"", "\"none\""),
         "packet usual.joint_module: there is no module"},
        {"joint module among the rest", p, with(packets, "[\"plain\"]", "[\"ours\"]"), "\"ours\" is joint"},
        {"plain module as joint", p, with(packets, "\"ours\"", "\"plain\""), "\"plain\" is not a joint module"},
        {"module twice", p, with(packets, "[\"plain\"]", "[\"plain\", \"plain\"]"), "modules: names \"plain\" twice"},
        {"no modules", p, with(packets, "[\"plain\"]", "[]"), "packet usual.modules: is empty"},
        {"no title", p, with(packets, "title = \"Usual\"\n", ""), "packet usual.title: is missing"},
        {"unknown key", p, packets + "length = 3\n", "packet usual.length: is unknown here"},
        {"no policy", p, with(packets, "secrets_policy = \"Private answers stay with your therapist.\"\n", ""),
         "secrets_policy: is missing"},
        {"a neutral card without words", p, packets + "\n[[neutral_card]]\nid = \"thanks\"\ntitle = \"Thanks\"\n",
         "neutral_card thanks.prompt: is missing"},
        {"two neutral cards of one id", p,
         packets + "\n[[neutral_card]]\nid = \"t\"\ntitle = \"T\"\nprompt = \"P?\"\n" +
             "\n[[neutral_card]]\nid = \"t\"\ntitle = \"T\"\nprompt = \"P?\"\n",
         "neutral_card t.id: another neutral card has this id"},
        {"no packet", p, "secrets_policy = \"Stays.\"\n", "packet: is missing"},
        {"same id twice", p, packets + packets.substr(packets.find("\n[[packet]]")), "another packet has this id"},
        {"two for later visits", p,
         packets + "later_visit = true\n\n[[packet]]\nid = \"again\"\ntitle = \"Again\"\nmodules = "
                   "[\"plain\"]\nlater_visit = true\n",
         "packet again.later_visit: another packet has it already"},
    });
    ContentFolder folder;
    folder.write(p, packets + "\n[[packet]]\nid = \"odd\"\ntitle = \"Odd\"\nmodules = [\"none\"]\n");
    model::Content content = folder.load();
    REQUIRE(content.packets.size() == 1);
    CHECK(content.packets[0].id.value == "usual");
    REQUIRE(content.broken.size() == 1);
    CHECK(content.broken[0].what == "odd");
}

TEST_CASE("every error of a file is reported, one each") {
    ContentFolder folder;
    std::string text = with(plain(), "title = \"Plain\"\n", "");
    text = with(text, "kind = \"choice\"", "kind = \"slider\"");
    folder.write(m, with(text, "{ item = \"second\"", "{ item = \"third\""));
    auto lines = folder.diagnostics();
    CHECK(one_says(lines, "title: is missing"));
    CHECK(one_says(lines, "item first.kind: \"slider\" is unknown"));
    CHECK(one_says(lines, "there is no item \"third\""));
    CHECK(lines.size() == 3);
}

TEST_CASE("a broken module leaves the rest usable and its packet says why it cannot start") {
    ContentFolder folder;
    folder.write(m, plain_with("method = \"mean\"\n", ""));
    model::Content content = folder.load();
    CHECK(content.modules.size() == 1);
    CHECK(content.articles.size() == 1);
    REQUIRE(content.packets.size() == 1);
    auto reason = model::why_not(content, content.packets[0]);
    REQUIRE(reason.has_value());
    CHECK(reason->what == "plain");
    CHECK(reason->why.find("scale talk.method") != std::string::npos);
}

TEST_CASE("only a folder that cannot be read makes loading fail") {
    ContentFolder folder;
    auto gone = content::load(folder.path() / "nowhere");
    REQUIRE_FALSE(gone.has_value());
    CHECK(gone.error().code == core::ErrorCode::io);
    CHECK_FALSE(content::load(folder.path() / "packets.toml").has_value());
    CHECK_FALSE(content::check(folder.path() / "nowhere").has_value());

    folder.remove("modules");
    folder.remove("articles");
    auto lines = folder.diagnostics();
    CHECK(one_says(lines, "modules:1: this folder is missing"));
    CHECK(one_says(lines, "articles:1: this folder is missing"));
}
