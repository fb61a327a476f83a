#include "a_form.hpp"
#include "model/case/overview.hpp"
#include <algorithm>

using namespace model_tests;

namespace {

// A form with a map, one with facets, one asked both ways, one about persons named and a private one.
struct Couple {
    Content content;
    CaseFile file;

    Couple() {
        content.packets = {{.id = {"p"}, .modules = {{"mapped"}, {"whole"}, {"wear"}, {"bonds"}, {"secret"}}}};
        auto mapped = form(4, 1, 7, 2);
        mapped.module.id = {"mapped"};
        for (const char* id : {"x", "y"}) {
            Scale scale = mapped.scale;
            scale.id = {id};
            const auto first = mapped.scale.keys.begin() + (*id == 'x' ? 0 : 2);
            scale.keys.assign(first, first + 2);
            mapped.module.scales.push_back(scale);
        }
        mapped.module.map = Map{{"x"}, {"y"}, "one", "two", "three", "four"};
        add(mapped.module);

        auto whole = form(4, 1, 7, 3);
        whole.module.id = {"whole"};
        whole.module.scales = {whole.scale, whole.scale};
        whole.module.scales[1].id = {"part"};
        whole.module.scales[1].facet_of = whole.scale.id;
        add(whole.module);

        Module wear;
        wear.id = {"wear"};
        for (const char* id : {"lying", "touch", "time", "hurting"})
            wear.items.push_back(
                {.id = {id}, .kind = ItemKind::two_way, .text = id, .choices = {{1, "No"}, {5, "Yes"}}});
        wear.items.back().is_private = true;
        add(wear);

        auto bonds = form(1, 1, 7, 1);
        bonds.module.id = {"bonds"};
        bonds.module.items[0].person = core::ItemId{"who"};
        bonds.scale.person = core::ItemId{"who"};
        bonds.module.items.insert(bonds.module.items.begin(), {.id = {"who"}, .kind = ItemKind::short_text});
        bonds.module.scales = {bonds.scale};
        add(bonds.module);

        auto secret = form(4, 1, 7, 2);
        secret.module.id = {"secret"};
        secret.module.is_private = true;
        secret.module.scales = {secret.scale};
        add(secret.module);

        file.visits.push_back({.packet = {"p"}});
        file.visits[0].a.content = PartContent{};
        file.visits[0].b.content = PartContent{};
    }

    void add(Module module) { content.modules[module.id] = std::move(module); }
    Answers& of(Partner partner) {
        return (partner == Partner::a ? file.visits[0].a : file.visits[0].b).content->answers;
    }
    void choose(Partner partner, const char* module, const std::vector<int>& values) {
        for (std::size_t i = 0; i < values.size(); ++i)
            of(partner)[{{module}, {name(i)}}] = Chosen{values[i]};
    }
    void wear(Partner partner, const char* item, std::optional<int> toward_me, std::optional<int> from_me) {
        of(partner)[{{"wear"}, {item}}] = BothWays{toward_me, from_me};
    }
    Overview overview() const { return overview_of(content, file, 0); }
};

std::vector<std::string> order_of(const Pairs& pairs) {
    std::vector<std::string> ids;
    for (const auto& pair : pairs.pairs)
        ids.push_back(pair.item->id.value);
    return ids;
}

}

TEST_CASE("both partners stand on the map with how many items they answered of its two scales") {
    Couple couple;
    couple.choose(Partner::a, "mapped", {2, 4, 6, 6});
    couple.choose(Partner::b, "mapped", {2, 4, 6});
    const auto overview = couple.overview();
    REQUIRE(overview.maps.size() == 1);
    const auto& [a, b] = overview.maps[0].points;
    REQUIRE(a.has_value());
    REQUIRE(a->position.has_value());
    CHECK(a->position->x == near(3));
    CHECK(a->position->semi_x == near(2.448 * 0.85 * std::sqrt(1.5))); // the floor of two items: their error is 1
    CHECK(a->answered == 4);
    CHECK(a->items == 4);
    CHECK_FALSE(b->position.has_value());
    CHECK(b->answered == 3);
    // The scale that could be scored is not lost with the place.
    CHECK(b->x == near(3));
    CHECK_FALSE(b->y.has_value());
}

TEST_CASE("scales that are on no map and about nobody stand side by side, those with facets first") {
    Couple couple;
    couple.choose(Partner::a, "whole", {2, 4, 6, 6});
    const auto overview = couple.overview();
    REQUIRE(overview.sides.size() == 1);
    CHECK(overview.sides[0].module->id.value == "whole");
    CHECK(overview.sides[0].has_facets);
    REQUIRE(overview.sides[0].rows.size() == 2);
    CHECK(overview.sides[0].rows[0].scores.a->value == near(4.5));
    CHECK_FALSE(overview.sides[0].rows[0].scores.b->value.has_value());
}

TEST_CASE("what comes to a partner is their own answer toward me and the other's from me") {
    Couple couple;
    couple.wear(Partner::a, "lying", 5, 2);
    couple.wear(Partner::b, "lying", 3, 1);
    const auto overview = couple.overview();
    const auto& [toward_a, toward_b] = overview.both_ways.at(0);
    CHECK(toward_a.toward == Partner::a);
    CHECK(toward_a.pairs[0].sides.a->value == 5);
    CHECK(toward_a.pairs[0].sides.b->value == 1);
    CHECK(toward_a.pairs[0].gap() == 4);
    CHECK(toward_b.pairs[0].sides.a->value == 2);
    CHECK(toward_b.pairs[0].sides.b->value == 3);
}

TEST_CASE("the widest gap comes first, ties in the form's order, and what one of them skipped comes last") {
    Couple couple;
    couple.wear(Partner::a, "lying", 5, 5);
    couple.of(Partner::b)[{{"wear"}, {"lying"}}] = Skipped{};
    couple.wear(Partner::a, "touch", 2, 2);
    couple.wear(Partner::b, "touch", 2, 1);
    couple.wear(Partner::a, "time", 2, 2);
    couple.wear(Partner::b, "time", 2, 5);
    auto pairs = couple.overview().both_ways.at(0)[0];
    CHECK(order_of(pairs) == std::vector<std::string>{"time", "touch", "lying"});
    CHECK(pairs.pairs[2].sides.b->said == Said::skipped);
    CHECK_FALSE(pairs.pairs[2].gap().has_value());
    CHECK(pairs.answered_by(Partner::a) == 3);
    CHECK(pairs.answered_by(Partner::b) == 2);

    couple.wear(Partner::b, "touch", 2, 5);
    CHECK(order_of(couple.overview().both_ways[0][0]) == std::vector<std::string>{"touch", "time", "lying"});
    put_in_order(pairs.pairs, PairOrder::by_level);
    CHECK(order_of(pairs) == std::vector<std::string>{"time", "touch", "lying"});
    couple.wear(Partner::a, "touch", 5, 2);
    pairs = couple.overview().both_ways[0][0];
    put_in_order(pairs.pairs, PairOrder::by_level);
    CHECK(order_of(pairs) == std::vector<std::string>{"touch", "time", "lying"});
}

TEST_CASE("a direction left empty is a skip, and an item never on the screen is not") {
    Couple couple;
    couple.wear(Partner::a, "lying", std::nullopt, 2);
    couple.wear(Partner::a, "touch", 1, 1);
    const auto pairs = couple.overview().both_ways.at(0)[0];
    const auto lying = std::ranges::find(pairs.pairs, "lying", [](const Pair& pair) { return pair.item->id.value; });
    CHECK(lying->sides.a->said == Said::skipped);
    CHECK(lying->sides.b->said == Said::not_reached);
}

TEST_CASE("each partner has the people they named, and nothing about one who was not named") {
    Couple couple;
    couple.of(Partner::a)[{{"bonds"}, {"who"}}] = Written{"Rosa"};
    couple.choose(Partner::a, "bonds", {5});
    couple.choose(Partner::b, "bonds", {5});
    const auto overview = couple.overview();
    REQUIRE(overview.profiles.size() == 1);
    CHECK(overview.profiles[0].partner == Partner::a);
    CHECK(overview.profiles[0].name == "Rosa");
    CHECK(overview.profiles[0].rows[0].score.value == near(5));
}

TEST_CASE("nothing private is in the overview, whatever the record holds") {
    Couple couple;
    couple.choose(Partner::a, "whole", {2, 4, 6, 6});
    const auto plain = couple.overview();
    couple.choose(Partner::a, "secret", {7, 7, 7, 7});
    couple.wear(Partner::a, "hurting", 5, 5);
    couple.of(Partner::a)[{{"gone"}, {"old"}}] = Chosen{5};
    const auto with = couple.overview();
    CHECK(with.sides.size() == plain.sides.size());
    CHECK(with.both_ways[0][0].pairs.size() == 3);
    for (const auto& side : with.sides)
        CHECK(side.module->id.value != "secret");
    // A scale that draws on a private item has its answer no more than if it had been skipped.
    auto& module = couple.content.modules.at({"whole"});
    module.items[3].is_private = true;
    CHECK(couple.overview().sides[0].rows[0].scores.a->value == near(4));
    module.scales[0].is_private = true;
    CHECK(couple.overview().sides[0].rows.size() == 1);
}

TEST_CASE("a partner without a sealed part is not in the overview, and a visit of nobody is empty") {
    Couple couple;
    couple.choose(Partner::a, "whole", {2, 4, 6, 6});
    couple.file.visits[0].b.content.reset();
    const auto overview = couple.overview();
    CHECK_FALSE(overview.maps[0].points.b.has_value());
    CHECK_FALSE(overview.sides[0].rows[0].scores.b.has_value());
    CHECK_FALSE(overview.both_ways[0][0].pairs[0].sides.b.has_value());
    couple.file.visits[0].a.content.reset();
    CHECK(couple.overview().empty());
    CHECK(overview_of(couple.content, couple.file, 7).empty());
}
