#include "a_visit_pdf.hpp"
#include <doctest/doctest.h>

namespace {

struct KindsChart : AChart {
    KindsChart() {
        model::Module& about = content.modules[{"about"}];
        const auto add = [&](const char* id, model::ItemKind kind, const char* text) -> model::Item& {
            model::Item item;
            item.id = {id};
            item.kind = kind;
            item.text = text;
            about.items.push_back(item);
            return about.items.back();
        };
        add("born", model::ItemKind::date, "When did you meet?");
        add("told", model::ItemKind::display, "Nearly there.");
        add("sign", model::ItemKind::signature, "Please sign here.");
        add("money", model::ItemKind::number, "What do you earn?");
        model::Item& hours = add("hours", model::ItemKind::number, "How many hours of sleep?");
        hours.decimals = 1;
        hours.unit = "hours";
        add("more", model::ItemKind::number, "How many bad nights?").enable_when.conditions = {
            {{"hours"}, model::Test::below, 60}};
        of_a("about", "born") = model::Dated{std::chrono::year(1998) / 3 / 4};
        of_a("about", "money") = model::PreferredNot{};
        of_a("about", "hours") = model::Chosen{75};
        of_a("about", "more") = model::Chosen{31};
    }
};

// What the pages draw, as another program reads it: every line as points, every picture as a picture.
std::string drawn(const AChart& chart) {
    const Folder folder;
    const auto file = (folder / "chart.pdf").string();
    REQUIRE(chart.write(file));
    std::string all;
    for (std::size_t page = 1; page <= pages_of(file).size(); ++page) {
        const auto number = std::to_string(page);
        all += output_of("pdftocairo -svg -f " + number + " -l " + number + " '" + file + "' -");
    }
    return all;
}

std::size_t straight_pieces(const std::string& svg) {
    std::size_t found = 0;
    for (auto at = svg.find(" L "); at != std::string::npos; at = svg.find(" L ", at + 1))
        ++found;
    return found;
}

}

TEST_CASE("a date is written out, decimals are kept, and preferring not to say is said") {
    const KindsChart chart;
    const auto maya = section(chart.pages(), "Maya");
    CHECK(says(maya, "When did you meet? March 4, 1998"));
    CHECK(says(maya, "What do you earn? Preferred not to say"));
    CHECK(says(maya, "How many hours of sleep? 7.5 hours"));
}

TEST_CASE("what is only read, and what was no longer asked, is left out and not counted") {
    KindsChart chart;
    auto maya = section(chart.pages(), "Maya");
    CHECK_FALSE(says(maya, "Nearly there"));
    CHECK_FALSE(says(maya, "bad nights"));
    CHECK_FALSE(says(maya, "31"));
    CHECK(says(maya, "7 of 9 items answered")); // 5 of before, the date and the hours
    chart.of_a("about", "hours") = model::Chosen{55};
    maya = section(chart.pages(), "Maya");
    CHECK(says(maya, "How many bad nights? 31"));
    CHECK(says(maya, "8 of 10 items answered"));
}

TEST_CASE("a signature is drawn as lines, not as a picture, and a typed one is said") {
    KindsChart chart;
    const auto without = drawn(chart);
    model::Stroke wave;
    for (int i = 0; i < 60; ++i)
        wave.push_back({static_cast<std::uint16_t>(100 + 40 * i), static_cast<std::uint16_t>(i % 2 == 0 ? 300 : 700)});
    chart.of_a("about", "sign") = model::Signed{{wave}, ""};
    const auto with = drawn(chart);
    CHECK(says(section(chart.pages(), "Maya"), "Please sign here. Signed by hand"));
    REQUIRE(straight_pieces(without) > 0);
    CHECK(straight_pieces(with) > straight_pieces(without) + 200);
    CHECK_FALSE(says(with, "<image"));
    chart.of_a("about", "sign") = model::Signed{{}, "Maya Lind"};
    CHECK(says(section(chart.pages(), "Maya"), "Please sign here. Signed by typing: Maya Lind"));
}

TEST_CASE("the longest signature there can be stays on paper") {
    KindsChart chart;
    model::Signed longest;
    for (std::size_t line = 0; line < model::most_strokes; ++line) {
        model::Stroke stroke;
        for (std::size_t i = 0; i < model::most_points / model::most_strokes; ++i)
            stroke.push_back({static_cast<std::uint16_t>((line * 131 + i * 977) % 3001),
                              static_cast<std::uint16_t>((line * 71 + i * 331) % 1001)});
        longest.strokes.push_back(stroke);
    }
    chart.of_a("about", "sign") = longest;
    CHECK(chart.pages().size() >= 4);
}

namespace {

struct CaregiverChart : AChart {
    CaregiverChart() {
        content.packets[0].modules.push_back({"bonds"});
        model::Module& bonds = content.modules[{"bonds"}];
        bonds.id = {"bonds"};
        bonds.title = "Where it began";
        for (const char* number : {"1", "2"}) {
            const core::ItemId person{std::string("who-") + number};
            model::Item who;
            who.id = person;
            who.kind = model::ItemKind::short_text;
            who.text = std::string("Who was number ") + number + "?";
            bonds.items.push_back(who);
            model::Scale scale;
            scale.id = {std::string("secure-") + number};
            scale.title = "Secure";
            scale.minimum = 1;
            scale.maximum = 3;
            scale.least_answered = 1;
            scale.person = person;
            model::Item warm;
            warm.id = {std::string("warm-") + number};
            warm.kind = model::ItemKind::choice;
            warm.text = "{person} was warm with me.";
            warm.choices = {{1, "No"}, {2, "Partly"}, {3, "Yes"}};
            warm.person = person;
            bonds.items.push_back(warm);
            scale.keys.push_back({warm.id, false});
            bonds.scales.push_back(scale);
        }
        of_a("bonds", "who-1") = model::Written{"Grandma Rosa"};
        of_a("bonds", "warm-1") = model::Chosen{3};
        of_a("bonds", "warm-2") = model::Chosen{1}; // an old answer: nobody is named any more
        auto& b = visit().b.content->answers;
        b[{{"bonds"}, {"who-1"}}] = model::Written{"Uncle Tom"};
        b[{{"bonds"}, {"warm-1"}}] = model::Chosen{2};
    }
};

}

TEST_CASE("what was asked about a person stands under their name, and nothing about one who was not named") {
    const CaregiverChart chart;
    const auto pages = chart.pages();
    const auto maya = section(pages, "Maya");
    CHECK(says(maya, "With Grandma Rosa"));
    CHECK(says(maya, "About Grandma Rosa"));
    CHECK(says(maya, "Grandma Rosa was warm with me. Yes"));
    CHECK_FALSE(says(maya, "{person}"));
    CHECK_FALSE(says(maya, "Uncle Tom"));
    const auto jordan = section(pages, "Jordan");
    CHECK(says(jordan, "Uncle Tom was warm with me. Partly"));
    CHECK_FALSE(says(jordan, "Grandma Rosa"));
}

TEST_CASE("an overview of both names whom each of them meant") {
    const CaregiverChart chart;
    const auto overview = section(chart.pages(), "");
    // The title is broken beside the numbers.
    for (const char* words : {"Secure · with", "Rosa", "(Maya),", "Tom (Jordan)"}) {
        CAPTURE(words);
        CHECK(says(overview, words));
    }
}
