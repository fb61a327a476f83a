#include "refused.hpp"

using namespace content_tests;

namespace {

std::string again() {
    return with(with(plain(), "id = \"plain\"", "id = \"again\""), "version = \"1\"\n",
                "version = \"1\"\nsame_items_as = \"plain\"\n");
}
constexpr const char* file = "modules/again.toml";

}

TEST_CASE("a form may ask the items of another one again, fewer of them and some of its own") {
    ContentFolder folder;
    folder.write(file, again());
    CHECK(folder.diagnostics().empty());
    CHECK(folder.load().modules.at({"again"}).same_items_as == core::ModuleId{"plain"});
}

TEST_CASE("a form that claims another one's items is held to every word and key") {
    each_is_refused({
        {"no such form", file, with(again(), "same_items_as = \"plain\"", "same_items_as = \"other\""),
         "modules/again.toml:6: same_items_as: there is no other module \"other\""},
        {"itself", file, with(again(), "same_items_as = \"plain\"", "same_items_as = \"again\""),
         "same_items_as: there is no other module \"again\""},
        {"another word", file, with(again(), "We talk.", "We talked."),
         "item \"first\" of scale \"talk\" must be word for word that of \"plain\""},
        {"another answer", file, with(again(), "Perhaps", "Maybe"), "must be word for word that of \"plain\""},
        {"turned", file, with(again(), "{ item = \"second\", reversed = true }", "{ item = \"second\" }"),
         "item \"second\" is reversed in one of the two forms"},
        {"another score", file, with(again(), "id = \"talk\"", "id = \"walk\""), "\"plain\" has no scale \"walk\""},
        {"another method", file, with(again(), "method = \"mean\"", "method = \"sum\""),
         "scale \"talk\" is counted otherwise than in \"plain\""},
    });
}

TEST_CASE("a form that is not what it claims is left out, and the packet says why") {
    ContentFolder folder;
    folder.write(file, with(again(), "We talk.", "We talked."));
    folder.write("packets.toml", with(packets, "[\"plain\"]", "[\"plain\", \"again\"]"));
    const auto content = folder.load();
    CHECK_FALSE(content.modules.contains({"again"}));
    const auto reason = model::why_not(content, content.packets.at(0));
    REQUIRE(reason.has_value());
    CHECK(reason->why.find("word for word") != std::string::npos);
}
