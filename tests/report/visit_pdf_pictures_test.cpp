#include "a_visit_pdf.hpp"
#include "chart/a_couple.hpp"
#include <array>
#include <doctest/doctest.h>

namespace {

std::vector<std::string> pages_of_couple(const couple::ACouple& made, std::size_t visit,
                                         const std::array<std::string, 2>& names = {}) {
    auto file = made.file;
    if (!names[0].empty()) file.name_a = names[0];
    if (!names[1].empty()) file.name_b = names[1];
    const Folder folder;
    const auto done = written(report::visit_pdf({.content = made.content,
                                                 .file = file,
                                                 .visit = visit,
                                                 .practice = "Riverbend",
                                                 .private_a = {},
                                                 .private_b = {},
                                                 .printed_at = couple::ACouple::day(2026, 3, 5)}),
                              folder / "chart.pdf");
    REQUIRE(done.has_value());
    return pages_of(folder / "chart.pdf");
}

}

TEST_CASE("the overview has the map with where its ellipses lie in words, and how many were answered") {
    const auto overview = section(pages_of_couple(couple::after_a_first_visit(), 0), "");
    for (const char* words : {"95 % ellipses", "Anxious (ambivalent)", "High on both (fearful)", "Avoidance",
                              "Maya answered 14 of 14. Could be", "not a diagnosis."}) {
        CAPTURE(words);
        CHECK(says(overview, words));
    }
}

TEST_CASE("the overview has what comes from each to the other side by side, widest gap first, skips last") {
    const auto pages = pages_of_couple(couple::after_a_first_visit(), 0);
    const auto overview = section(pages, "");
    CHECK(says(overview, "From Jordan toward Maya"));
    CHECK(says(overview, "From Maya toward Jordan"));
    CHECK(says(overview, "widest gap first"));
    CHECK(says(overview, "Jordan skipped"));
    CHECK(overview.find("Unavailability") < overview.find("Neglecting needs"));
    for (const char* words : {"abuse", "Power and control"})
        CHECK_FALSE(says(overview, words));
}

TEST_CASE("the overview follows a score over the visits up to this one, by the same items") {
    const auto made = couple::after_five_visits();
    const auto latest = section(pages_of_couple(made, 0), "");
    CHECK(says(latest, "Alliance over 5 visits"));
    CHECK(says(latest, "Jan 7 Jan 21 Feb 4 Feb 18 Mar 4"));
    CHECK(says(
        latest,
        "No more than their answers differ from item to item. From 4.0 to 5.5, by the 6 items answered both times."));
    CHECK(says(section(pages_of_couple(made, 2), ""), "Alliance over 3 visits"));
    CHECK_FALSE(says(section(pages_of_couple(made, 4), ""), "over 1 visits"));
    CHECK_FALSE(says(section(pages_of_couple(made, 4), ""), "Shaded"));
}

TEST_CASE("the pictures stay on their pages however long the names are") {
    const std::array<std::string, 2> names{"Maximiliana-Josefina von der Heide", "Bartholomew-Emmanuel Featherstone"};
    const auto pages = pages_of_couple(couple::after_five_visits(), 4, names);
    CHECK(pages.size() > 6);
    CHECK(says(flat(joined(pages)), "skipped"));
}

TEST_CASE("the overview says who presses and who steps back, in a picture and in words") {
    auto made = couple::after_a_first_visit();
    made.visit("second-visit", couple::ACouple::day(2026, 1, 14));
    auto& given = made.answers(0, model::Partner::a);
    for (const char* item : {"keeps-asking", "gets-louder", "settle-now"})
        given[{{"cycle"}, {item}}] = model::BothWays{1, 5};
    for (const char* item : {"goes-quiet", "walks-away", "gets-busy"})
        given[{{"cycle"}, {item}}] = model::BothWays{5, 1};
    const auto overview = section(pages_of_couple(made, 0), "");
    for (const char* words :
         {"Presses · Maya", "Steps back · Jordan", "Maya says", "Presses: Maya more than Jordan, as Maya tells it.",
          "Steps back: Jordan more than Maya, as Maya tells it."}) {
        CAPTURE(words);
        CHECK(says(overview, words));
    }
    CHECK_FALSE(says(overview, "Jordan says"));
}
