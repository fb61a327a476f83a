// How long things take: the line that was measured, and what a packet adds up to.
#include "model/form/pace.hpp"
#include <doctest/doctest.h>

using namespace model;
using core::Milliseconds;
using std::chrono::seconds;

namespace {

Item statement(std::string text, ItemKind kind = ItemKind::choice) {
    return {.id = {"one"}, .kind = kind, .text = std::move(text)};
}

Content one_form(std::vector<Item> items) {
    Content content;
    Module form{.id = {"form"}, .title = "Form", .intro = "One two three four.", .items = std::move(items)};
    content.modules.emplace(form.id, form);
    content.packets.push_back({.id = {"packet"}, .title = "Packet", .modules = {form.id}, .joint_module = {}});
    return content;
}

}

TEST_CASE("a statement takes longer by what its words take to read") {
    CHECK(words_in("  We touch\neach other with  warmth. ") == 6);
    CHECK(words_in("") == 0);
    const auto short_one = time_for(statement("I was there."));
    const auto long_one = time_for(statement("I was there, and so were you and all of the others."));
    CHECK(long_one - short_one == 9 * Milliseconds(207));
    CHECK(short_one == Milliseconds(4660 + 3 * 207));
}

TEST_CASE("the line goes through what people took: nineteen statements of a dozen words took them 137 seconds") {
    const auto one = time_for(statement("One two three four five six seven eight nine ten eleven twelve."));
    CHECK(19 * one > seconds(130));
    CHECK(19 * one < seconds(144));
}

TEST_CASE("two directions are two choices, and several choices have their labels read") {
    const auto words = "My partner goes quiet.";
    CHECK(time_for(statement(words, ItemKind::two_way)) - time_for(statement(words)) == Milliseconds(4660));
    auto several = statement(words, ItemKind::choices);
    const auto without = time_for(several);
    several.choices = {{1, "Money or work"}, {2, "Trust"}};
    CHECK(time_for(several) - without == 4 * Milliseconds(207));
}

TEST_CASE("a packet takes its forms' first pages, their items and the pages around the forms") {
    const auto empty = one_form({});
    const auto full = one_form({statement("I was there."), statement("You were there.")});
    const auto around = time_for(empty, empty.packets[0]);
    CHECK(around > seconds(90));
    CHECK(around < seconds(100));
    CHECK(time_for(full, full.packets[0]) - around == 2 * Milliseconds(4660 + 3 * 207));
    CHECK(time_for_intro(full.modules.at({"form"})) == Milliseconds(2000 + 4 * 252));
}

TEST_CASE("what is to be shared takes a page of its own, and a later visit asks for no names") {
    auto content = one_form({statement("I was there.")});
    const auto before = time_for(content, content.packets[0]);
    content.modules.at({"form"}).shareable = true;
    CHECK(time_for(content, content.packets[0]) - before == seconds(20));
    content.packets[0].later_visit = true;
    CHECK(time_for(content, content.packets[0]) - before == seconds(20 - 28));
}
