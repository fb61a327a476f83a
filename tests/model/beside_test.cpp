// What both answered beside each other: how far apart, and of what nothing is said.
#include "model/case/beside.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

Item an_item(const char* id, ItemKind kind = ItemKind::choice) {
    Item item{.id = {id}, .kind = kind, .text = id};
    item.choices = {{1, "Never"}, {2, "Rarely"}, {3, "Sometimes"}, {4, "Often"}, {5, "Very often"}};
    return item;
}

Content some_forms() {
    Content content;
    Module form{.id = {"form"}, .title = "A form"};
    auto secret = an_item("secret"), own = an_item("own");
    secret.is_private = true;
    own.author_only = true;
    form.items = {an_item("near"),
                  an_item("far"),
                  secret,
                  own,
                  an_item("ways", ItemKind::two_way),
                  Item{.id = {"text"}, .kind = ItemKind::long_text, .text = "text", .max_bytes = 100}};
    content.modules[form.id] = form;
    content.packets = {{{"packet"}, "Packet", {{"form"}}, {}}};
    return content;
}

PartRecord a_part(int near, int far, BothWays ways) {
    PartContent content;
    content.answers = {{{{"form"}, {"near"}}, Chosen{near}},  {{{"form"}, {"far"}}, Chosen{far}},
                       {{{"form"}, {"secret"}}, Chosen{far}}, {{{"form"}, {"own"}}, Chosen{far}},
                       {{{"form"}, {"ways"}}, ways},          {{{"form"}, {"text"}}, Written{"words"}}};
    return {.status = PartStatus::sealed, .sealed_at = {}, .content = content, .problem = {}};
}

}

TEST_CASE(
    "what two answered furthest apart comes first; nothing private is there, and what is one's own is not compared") {
    const auto content = some_forms();
    VisitRecord visit{.sitting = {1}, .packet = {"packet"}, .date = {}, .a = {}, .b = {}, .joint = {}};
    visit.a = a_part(2, 1, {4, 2});
    visit.b = a_part(3, 5, {2, 2}); // what comes to A: told 4 by A, 2 by B
    const auto beside = beside_each_other(content, visit);
    REQUIRE(beside.rows.size() == 5);
    for (const auto& row : beside.rows)
        CHECK(row.item->id.value != "secret");
    const auto rows = furthest_first(beside);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]->item->id.value == "far");
    CHECK(*rows[0]->apart == doctest::Approx(1.0));
    CHECK(rows[1]->item->id.value == "ways");
    CHECK(*rows[1]->apart == doctest::Approx(0.5));
    CHECK(rows[2]->item->id.value == "near");
    visit.b = {};
    CHECK(furthest_first(beside_each_other(content, visit)).empty());
    CHECK(beside_each_other(content, visit).rows.size() == 5);
}
