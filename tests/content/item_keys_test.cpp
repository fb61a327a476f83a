#include "a_content_folder.hpp"
#include "content/forms/item_keys.hpp"
#include "support/every_kind.hpp"

using namespace content_tests;

namespace {

model::Module read_back(const std::string& text) {
    const ContentFolder folder;
    folder.write("modules/plain.toml", text);
    for (const auto& line : folder.diagnostics())
        FAIL_CHECK(line);
    return folder.load().modules.at({"plain"});
}

}

TEST_CASE("what is written of every kind is read back as it was") {
    const auto text = support::form_of_every_kind("plain");
    const auto form = read_back(text);
    REQUIRE(form.items.size() == model::every_kind().size());
    for (std::size_t i = 0; i < form.items.size(); ++i)
        CHECK(form.items[i].kind == model::every_kind()[i]);
    content::WrittenModule again;
    again.module = form;
    CHECK(content::to_toml(again) == text);
    CHECK(read_back(content::to_toml(again)).items == form.items);
}

TEST_CASE("an item keeps of its file what its kind has, and nothing else") {
    const auto form = read_back(support::form_of_every_kind("plain"));
    for (const auto& item : form.items) {
        CAPTURE(item.id.value);
        CHECK(item.choices.size() == (has_choices(item.kind) ? 3U : 0U));
        CHECK((item.max_bytes > 0) == is_text(item.kind));
        if (is_counted(item.kind)) CHECK(item.minimum < item.maximum);
    }
}

TEST_CASE("what is said to authors names the kinds that it is about") {
    CHECK(content::kinds_that(model::has_one_value, "and") == "choice, number and zero_to_ten");
    CHECK(content::kinds_that(model::is_text, "or") == "short_text or long_text");
    CHECK(content::kinds_that([](auto) { return false; }, "or").empty());
}
