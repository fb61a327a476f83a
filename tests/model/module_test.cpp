#include "model/form/module.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

Content content_with(const std::vector<std::string>& modules) {
    Content content;
    for (const std::string& id : modules) {
        Module module;
        module.id = {id};
        Item item;
        item.id = {"only"};
        module.items.push_back(item);
        content.modules.emplace(module.id, module);
    }
    return content;
}

}

TEST_CASE("modules, items and packets are found by their ids, and nothing else is") {
    Content content = content_with({"one"});
    content.packets.push_back({{"usual"}, "Usual", {{"one"}}, std::nullopt});
    const Module* one = find_module(content, {"one"});
    REQUIRE(one != nullptr);
    CHECK(find_module(content, {"two"}) == nullptr);
    CHECK(find_item(*one, {"only"}) == &one->items[0]);
    CHECK(find_item(*one, {"other"}) == nullptr);
    CHECK(find_packet(content, {"usual"}) == &content.packets[0]);
    CHECK(find_packet(content, {"rare"}) == nullptr);
}

TEST_CASE("a packet starts when all its modules are there, the joint one too") {
    Packet packet{{"usual"}, "Usual", {{"one"}, {"two"}}, core::ModuleId{"ours"}};
    CHECK_FALSE(why_not(content_with({"one", "two", "ours"}), packet).has_value());
    CHECK(why_not(content_with({"one", "two"}), packet)->what == "ours");
    CHECK(why_not(content_with({"one", "ours"}), packet)->what == "two");
}

TEST_CASE("the first broken module a packet needs gives its own reason") {
    Packet packet{{"usual"}, "Usual", {{"one"}, {"two"}}, std::nullopt};
    Content content = content_with({"one"});
    content.broken = {{"three", "modules/three.toml:1: a"}, {"two", "modules/two.toml:7: b"}, {"two", "later"}};
    auto reason = why_not(content, packet);
    REQUIRE(reason.has_value());
    CHECK(reason->why == "modules/two.toml:7: b");
    content.broken.clear();
    CHECK(why_not(content, packet)->why.find("no module of this name") != std::string::npos);
}
