#include "content/forms/module_file.hpp"
#include "keys_only.hpp"
#include "refused.hpp"

using namespace content_tests;

namespace {

std::vector<std::string> said_of(const std::string& text) {
    ContentFolder folder;
    folder.write("form.toml", text);
    content::Diagnostics diagnostics("form.toml");
    content::read_module(folder.path() / "form.toml", diagnostics);
    return diagnostics.lines();
}
std::vector<std::string> said_with(std::string_view from, std::string_view to) {
    return said_of(with(bonds_36(), from, to));
}

}

TEST_CASE("a form may have keys and no words, and any file name") {
    ContentFolder folder;
    folder.write("another-name.toml", bonds_36());
    content::Diagnostics diagnostics("another-name.toml");
    auto module = content::read_module(folder.path() / "another-name.toml", diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(module.has_value());
    CHECK(module->keys_only);
    CHECK(module->items.size() == 36);
    CHECK(module->items[2].id.value == "Q3");
    CHECK(module->items[2].minimum == 1);
    CHECK(module->items[2].maximum == 5);
    CHECK(module->missing == std::vector{0, -1});
    REQUIRE(module->scales.size() == 2);
    CHECK(module->scales[1].keys[1].reversed);
    CHECK_FALSE(module->already_reversed);
}

TEST_CASE("the kiosk does not show a form without words, and says why its packet cannot start") {
    ContentFolder folder;
    folder.write("modules/bonds-36.toml", bonds_36());
    folder.write("packets.toml", with(packets, "[\"plain\"]", "[\"plain\", \"bonds-36\"]"));
    model::Content content = folder.load();
    CHECK_FALSE(content.modules.contains({"bonds-36"}));
    REQUIRE(content.packets.size() == 1);
    auto reason = model::why_not(content, content.packets[0]);
    REQUIRE(reason.has_value());
    CHECK(reason->why.find("modules/bonds-36.toml:1: keys_only: this form has no words to show") == 0);
}

TEST_CASE("each fault of a form without words is named") {
    CHECK(one_says(said_with("\"Q7\", ", ""), "scale avoidance.keys.item: there is no item \"Q7\" in this module"));
    CHECK(one_says(said_with("\"Q36\", ", "\"Q36\", \"Q37\", "),
                   "form.toml:6: item Q37.scored: no scale has a key for this item; name it in not_scored"));
    CHECK(said_with("\"Q36\", ]", "\"Q36\", \"Q37\", ]\nnot_scored = [\"Q37\"]").empty());
    CHECK(one_says(said_with("missing =", "not_scored = [\"Q9\"]\nmissing ="),
                   "item Q9.scored: is false, but a scale has a key for this item"));
    CHECK(one_says(said_with("missing =", "not_scored = [\"Q99\"]\nmissing ="),
                   "not_scored: there is no item \"Q99\" in this module"));
    CHECK(one_says(said_with("\"Q1\", ", "\"Q1\", \"Q1\", "), "items: names \"Q1\" twice"));
    CHECK(one_says(said_with("\"Q1\", ", "1, "), "items: must be a list of column names"));
    CHECK(one_says(said_with("items =", "item ="), "items: is missing"));
    CHECK(one_says(said_with("rights = \"Keys alone.\"\n", ""), "rights: is missing"));
    CHECK(one_says(said_of(bonds_36().substr(0, bonds_36().find("\n[[scale]]"))), "scale: is missing"));
    CHECK(one_says(said_with("maximum = 5\nleast_answered = 14\nuncertainty = \"own_mean\"\nerror_floor = { value = "
                             "0.2, source = \"A study\" }\nkeys = [\n{ item = \"Q2\" }",
                             "maximum = 5\nleast_answered = 14\nuncertainty = \"own_mean\"\nerror_floor = { value = "
                             "0.2, source = \"A study\" }\nkeys = [\n{ item = \"Q1\" }"),
                   "item Q2.scored: no scale has a key"));
    // The same item on two scales of unlike range contradicts itself.
    CHECK(one_says(said_of(bonds_36() + with(with(bonds_scale("total", 1, "14"), "maximum = 5", "maximum = 7"),
                                             "minimum = 1", "minimum = 1")),
                   "item \"Q1\" has answers from 1 to 5 and the scale from 1 to 7; they must be the same"));
}

TEST_CASE("what stands for a skip may not be an answer") {
    CHECK(one_says(said_with("missing = [0, -1]", "missing = [0, 5]"),
                   "form.toml:7: missing: 5 is an answer on the scale anxiety, which runs from 1 to 5"));
    CHECK(one_says(said_with("[0, -1]", "[0.5]"), "missing: must be a list of whole numbers, or of words"));
    CHECK(one_says(said_with("[0, -1]", "[\"0\"]"), "missing: must be a list of whole numbers, or of words"));
    CHECK(one_says(said_with("[0, -1]", "0"), "missing: must be a list"));
    CHECK(said_with("[0, -1]", "[0, \"NA\"]").empty());
    CHECK(said_with("missing =", "already_reversed = true\nmissing =").empty());
    ContentFolder folder;
    folder.write(m, plain_with("version =", "already_reversed = true\nversion ="));
    CHECK(one_says(folder.diagnostics(), "already_reversed: belongs to a form with keys_only = true"));
}
