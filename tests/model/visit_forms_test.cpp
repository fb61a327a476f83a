// Which forms a visit had, and what of it is private.
#include "a_couple.hpp"
#include "model/case/compared.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace model_tests;

namespace {

std::vector<std::string> ids(const std::vector<const Module*>& forms) {
    std::vector<std::string> ids;
    for (const auto* form : forms)
        ids.push_back(form->id.value);
    return ids;
}
using Ids = std::vector<std::string>;

Content with_packet(const std::vector<core::ModuleId>& modules) {
    auto content = couple_content();
    content.packets.front().modules = modules;
    return content;
}

}

TEST_CASE("a visit had its packet's forms, and each other form in which somebody answered") {
    const auto content = with_packet({{"wear"}, {"safe"}, {"gone"}});
    auto file = an_empty_case();
    CHECK(ids(forms_of(content, file.visits[0])) == Ids{"wear", "safe"});
    choose(file, Partner::b, "side", {"s1"}, 4);
    choose(file, Partner::a, "wear", {"away"}, 4);
    choose(file, Partner::a, "connect", {"x1"}, 4);
    CHECK(ids(forms_of(content, file.visits[0])) == Ids{"wear", "safe", "connect", "side"});
    file.visits[0].packet = {"no-longer-known"};
    CHECK(ids(forms_of(content, file.visits[0])) == Ids{"connect", "wear", "side"});
}

TEST_CASE("a form that both answer together now is still one that a partner answered alone") {
    auto content = with_packet({{"wear"}});
    auto file = an_empty_case();
    choose(file, Partner::a, "side", {"s1"}, 4);
    content.modules.at({"side"}).joint = true;
    CHECK(ids(forms_of(content, file.visits[0])) == Ids{"wear", "side"});
}

TEST_CASE("private answers name no form of a visit, unless they are read for the private view") {
    const auto content = with_packet({{"wear"}});
    auto file = an_empty_case();
    choose(file, Partner::a, "safe", {"p1"}, 4); // whatever a record holds
    choose(file, Partner::a, "side", {"fear"}, 4);
    CHECK(ids(forms_of(content, file.visits[0])) == Ids{"wear"});
    PrivateRecord record{.sitting = {1}, .partner = Partner::b, .answers = {}};
    record.answers[ref("safe", "p1")] = Chosen{3};
    record.answers[ref("no-longer-known", "p1")] = Chosen{3};
    CHECK(ids(private_reading(content, file.visits[0], record).forms) == Ids{"wear", "safe"});
}

TEST_CASE("the private view is read with the public answers that its questions depend on") {
    const auto content = couple_content();
    auto file = an_empty_case();
    choose(file, Partner::b, "side", {"s1"}, 4);
    choose(file, Partner::a, "side", {"s2"}, 4);
    PrivateRecord record{.sitting = {1}, .partner = Partner::b, .answers = {}};
    record.answers[ref("side", "fear")] = Chosen{3};
    const Answers both{{ref("side", "s1"), Chosen{4}}, {ref("side", "fear"), Chosen{3}}};
    CHECK(private_reading(content, file.visits[0], record).answers == both);
}

TEST_CASE("an item and a scale are private in a private form, and so is what the content no longer has") {
    auto content = couple_content();
    auto& side = content.modules.at({"side"});
    CHECK(is_private(side, *find_item(side, {"fear"})));
    CHECK_FALSE(is_private(side, *find_item(side, {"s1"})));
    CHECK_FALSE(is_private(side, side.scales.front()));
    CHECK_FALSE(is_private(side));
    CHECK(holds_private(side));
    CHECK_FALSE(holds_private(content.modules.at({"connect"})));
    CHECK(is_private(content, ref("side", "fear")));
    CHECK_FALSE(is_private(content, ref("side", "s1")));
    CHECK(is_private(content, ref("side", "gone")));
    CHECK(is_private(content, ref("gone", "s1")));
    side.is_private = true;
    CHECK(is_private(side));
    CHECK(is_private(side, *find_item(side, {"s1"})));
    CHECK(is_private(side, side.scales.front()));
    CHECK(is_private(content, ref("side", "s1")));
    CHECK(holds_private(side));
}

TEST_CASE("what was released outside the packet is offered for the couple to look at, and named as shared") {
    auto file = an_empty_case();
    for (const auto partner : {Partner::a, Partner::b}) {
        choose(file, partner, "side", {"s1", "s2"}, 6);
        share(file, partner, "side");
        part(file, partner).answers[ref("mission", "me")] = Written{"I stand for kindness."};
        part(file, partner).released.insert(ref("mission", "me"));
    }
    const auto inside = together_of(couple_content(), file, 0);
    const auto outside = together_of(with_packet({{"wear"}}), file, 0);
    CHECK(inside.cards.size() > 3);
    CHECK(outside == inside);
    CHECK(ids(shareable_forms(with_packet({{"wear"}}), file.visits[0])) == Ids{"wear", "side"});
}

TEST_CASE("a score is compared with one of an earlier visit that had the form outside its packet") {
    const auto content = couple_content();
    auto file = an_empty_case();
    choose(file, Partner::a, "side", {"s1", "s2"}, 3);
    auto earlier = file.visits.front();
    earlier.date = core::WallTime(std::chrono::days(3));
    earlier.packet = {"no-longer-known"};
    file.visits.push_back(earlier);
    const auto& side = content.modules.at({"side"});
    const auto found = compared_with_earlier(content, file, 0, Partner::a, side, side.scales.front());
    REQUIRE(found.has_value());
    CHECK(found->since == earlier.date);
}
