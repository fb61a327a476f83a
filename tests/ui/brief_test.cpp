#include "chart/a_couple.hpp"
#include "model/case/brief.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

Brief of(const couple::ACouple& made, std::size_t visit = 0) {
    return brief_of(made.content, made.file, visit);
}

}

TEST_CASE("what a later visit did not ask comes from the newest that did, and nothing from a newer one") {
    auto made = couple::after_five_visits();
    made.file.visits.back().a.content->answers[{{"about-us"}, {"brings"}}] = Written{"We drift."};
    const auto brief = of(made);
    REQUIRE(brief.words.has_value());
    CHECK(brief.words->visit == 4);
    CHECK(brief.words->value.a.why == "We drift.");
    CHECK(brief.words->value.b.why.empty());
    REQUIRE(brief.alliance.has_value());
    CHECK(brief.alliance->visit == 0);
    CHECK(brief.alliance->value.module->id.value == "check-in");
    REQUIRE(brief.map.has_value());
    CHECK(brief.map->visit == 4);
    REQUIRE(brief.gaps.has_value());
    CHECK(brief.gaps->value.pairs.size() == brief_gaps);
    CHECK_FALSE(brief.mission.has_value());
    const auto first = of(made, 4);
    REQUIRE(first.alliance.has_value());
    CHECK(first.alliance->value.module->id.value == "same-side");
    CHECK(first.changed.empty());
}

TEST_CASE("the brief names a change that stands out once, by the whole and not by its facets") {
    auto made = couple::after_a_first_visit();
    made.visit("first-visit", couple::ACouple::day(2026, 6, 1));
    couple::answer_choices(made.form("same-side"),
                           {{"turning", 6.6}, {"standing", 6.6}, {"repair", 6.6}, {"alliance", 6.6}, {"there", 6.6}},
                           made.answers(0, Partner::a), 0.3);
    couple::answer_choices(made.form("same-side"),
                           {{"turning", 5.1}, {"standing", 4.6}, {"repair", 5.0}, {"alliance", 5}},
                           made.answers(0, Partner::b));
    const auto brief = of(made);
    REQUIRE(brief.changed.size() == 1);
    CHECK(brief.changed.front().partner == Partner::a);
    CHECK(brief.changed.front().scale->id.value == "alliance");
}

TEST_CASE("skips and a straight line are told, of what is not private alone") {
    auto made = couple::after_a_first_visit();
    auto& given = made.answers(0, Partner::a);
    given[{{"about-us"}, {"hopes"}}] = Skipped{};
    given[{{"about-us"}, {"years"}}] = Skipped{};
    for (const Item& item : made.form("steady").items)
        given[{{"steady"}, item.id}] = Skipped{};
    auto brief = of(made);
    CHECK(brief.manner.a.skipped == 2);
    CHECK(brief.manner.a.longest_run == 0);
    CHECK(brief.manner.b.skipped == 0);
    CHECK(brief.manner.a.not_agreed);
    given[{{"about-us"}, {"consent"}}] = Consented{true};
    CHECK_FALSE(of(made).manner.a.not_agreed);
    for (const Item& item : made.form("how-i-connect").items)
        given[{{"how-i-connect"}, item.id}] = Chosen{4};
    brief = of(made);
    CHECK(brief.manner.a.longest_run == 14);
}

TEST_CASE("no private answer and no skip of one changes anything in the brief") {
    const auto words = [](const Brief& brief) {
        std::string all;
        for (const auto& prompt : brief.prompts)
            all += prompt + "\n";
        for (const auto partner : both_partners) {
            const auto& manner = brief.manner.of(partner);
            all += std::to_string(manner.skipped) + " " + std::to_string(manner.longest_run) + "\n";
        }
        if (brief.gaps)
            for (const auto& pair : brief.gaps->value.pairs)
                all += pair.item->id.value + "\n";
        return all + std::to_string(brief.changed.size());
    };
    const auto plain = couple::after_five_visits();
    auto told = plain;
    for (auto& visit : told.file.visits)
        for (const char* form : {"steady", "wear", "direction", "substances"})
            for (const Item& item : told.form(form).items) {
                if (!item.is_private && !told.form(form).is_private) continue;
                if (visit.a.content) visit.a.content->answers[{{form}, item.id}] = Chosen{5};
                if (visit.b.content) visit.b.content->answers[{{form}, item.id}] = Skipped{};
            }
    CHECK(words(of(told)) == words(of(plain)));
}
