#include "a_visit_pdf.hpp"
#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {
constexpr auto banner_a = "Private: Maya only. Not for the other partner.";
constexpr auto banner_b = "Private: Jordan only. Not for the other partner.";
}

TEST_CASE("without a private record no private item, answer or wish is anywhere in the chart") {
    AChart chart;
    chart.visit().a.wish = true;
    const auto text = joined(chart.pages());
    for (const char* words : {"Feeling safe", "afraid", "Verbal abuse", "Only the therapist", "Private page",
                              "Private:", "speak with someone", "steady"}) {
        CAPTURE(words);
        CHECK_FALSE(says(text, words));
    }
    CHECK(says(flat(text), "Private items are not included in the numbered pages."));
}

TEST_CASE("private answers given with a record stand on pages of their own, each marked") {
    AChart chart;
    chart.private_a = chart.private_record(model::Partner::a, 3);
    chart.private_b = chart.private_record(model::Partner::b, 2);
    const auto pages = chart.pages();
    for (const auto& page : public_pages(pages)) {
        CHECK_FALSE(says(page, "Private:"));
        CHECK_FALSE(says(page, "How often are you afraid?"));
    }
    const auto apart = private_pages(pages);
    REQUIRE(apart.size() == 2);
    CHECK(pages.back() == apart[1]);
    CHECK(says(apart[0], banner_a));
    CHECK(says(flat(apart[0]), "How often are you afraid? Often"));
    CHECK(says(flat(apart[0]), "Verbal abuse Often Never"));
    CHECK(says(flat(apart[0]), "Only the therapist reads this."));
    CHECK_FALSE(says(apart[0], banner_b));
    CHECK(says(apart[1], banner_b));
    CHECK(says(flat(apart[1]), "How often are you afraid? Rarely"));
    CHECK_FALSE(says(apart[1], banner_a));
}

TEST_CASE("every page of a long private text is marked and numbered apart") {
    AChart chart;
    chart.private_a = chart.private_record(model::Partner::a, 3);
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "a long private text ";
    chart.private_a->answers[{{"steady"}, {"words"}}] = model::Written{text};
    const auto pages = chart.pages();
    const auto apart = private_pages(pages), numbered = public_pages(pages);
    REQUIRE(apart.size() > 3);
    for (std::size_t i = 0; i < apart.size(); ++i) {
        CHECK(says(apart[i], banner_a));
        CHECK(says(apart[i], fmt::format("Private page {} of {}\n", i + 1, apart.size())));
    }
    for (std::size_t i = 0; i < numbered.size(); ++i) {
        CHECK(says(numbered[i], fmt::format("Page {} of {}\n", i + 1, numbered.size())));
        CHECK_FALSE(says(numbered[i], "a long private text"));
    }
}

TEST_CASE("the public pages read the same byte for byte whatever the private answers and wishes are") {
    AChart chart;
    const auto plain = chart.pages();
    REQUIRE(plain.size() > 3);
    for (const int value : {1, 2, 3}) {
        chart.private_a = chart.private_record(model::Partner::a, value);
        chart.private_b = chart.private_record(model::Partner::b, 4 - value);
        chart.visit().a.wish = value == 2;
        CHECK(public_pages(chart.pages()) == plain);
    }
    chart.private_a = model::PrivateRecord{.sitting = {7}, .partner = model::Partner::a, .answers = {}};
    chart.private_b.reset();
    CHECK(public_pages(chart.pages()) == plain);
}

TEST_CASE("private answers left in a part's content by mistake do not reach the public pages, nor change a byte of the "
          "file") {
    const Folder folder;
    AChart chart;
    REQUIRE(chart.write(folder / "plain.pdf"));
    chart.of_a("steady", "afraid") = model::Chosen{3};
    chart.of_a("wear", "verbal") = model::BothWays{3, 3};
    chart.of_a("gone", "unknown") = model::Chosen{3};
    REQUIRE(chart.write(folder / "with.pdf"));
    CHECK(bytes_of(folder / "plain.pdf") == bytes_of(folder / "with.pdf"));
}

TEST_CASE("a private scale is scored on the private page and nowhere else") {
    AChart chart;
    model::Scale hidden = chart.content.modules[{"team"}].scales[0];
    hidden.id = {"hidden"};
    hidden.title = "Hidden scale";
    hidden.is_private = true;
    hidden.keys = {{{"afraid"}, false}};
    hidden.least_answered = 1;
    chart.content.modules[{"steady"}].scales.push_back(hidden);
    chart.private_a = chart.private_record(model::Partner::a, 3);
    const auto pages = chart.pages();
    const auto apart = private_pages(pages);
    REQUIRE(apart.size() == 1);
    CHECK(says(flat(apart[0]), "Hidden scale 3.0 95 % range 2.0 to 3.0 1 of 1 answered"));
    for (const auto& page : public_pages(pages))
        CHECK_FALSE(says(page, "Hidden scale"));
}

TEST_CASE("a private page says whether its partner asked to speak with someone alone, and shows items not reached") {
    AChart chart;
    chart.visit().a.wish = true;
    chart.private_a = model::PrivateRecord{.sitting = {7}, .partner = model::Partner::a, .answers = {}};
    const auto pages = chart.pages();
    const auto apart = private_pages(pages);
    REQUIRE(apart.size() == 1);
    CHECK(says(flat(apart[0]), "Asked to speak with someone alone Yes"));
    CHECK(says(flat(apart[0]), "How often are you afraid? Not reached"));
}

TEST_CASE("a private answer to an item that the content no longer has is kept, on the private page") {
    AChart chart;
    chart.private_a = chart.private_record(model::Partner::a, 3);
    chart.private_a->answers[{{"old"}, {"gone"}}] = model::Written{"an old answer"};
    const auto pages = chart.pages();
    const auto apart = private_pages(pages);
    REQUIRE(apart.size() == 1);
    CHECK(says(flat(apart[0]), "old / gone an old answer"));
}

TEST_CASE("a private record of another visit or of the other partner is refused and nothing is written") {
    const Folder folder;
    AChart chart;
    chart.private_a = chart.private_record(model::Partner::b, 3);
    CHECK(chart.write(folder / "chart.pdf").error().code == core::ErrorCode::invalid_state);
    chart.private_a = chart.private_record(model::Partner::a, 3);
    chart.private_a->sitting = {8};
    CHECK(chart.write(folder / "chart.pdf").error().code == core::ErrorCode::invalid_state);
    CHECK(folder.files().empty());
}
