#include "a_form.hpp"
#include "model/form/asked_form.hpp"
#include "model/scoring/change.hpp"
#include "model/scoring/error_floor.hpp"

using namespace model_tests;

TEST_CASE("twelve equal answers are no score without an error") {
    // 12 items: 0.55 * sqrt(7 / 12) = 0.420069.
    const Score result = scored(form(12, 1, 7, 10), Given(12, 5));
    REQUIRE(result.band.has_value());
    CHECK(result.value == 5.0);
    CHECK(result.band->standard_error == doctest::Approx(0.42).epsilon(0.001));
    CHECK(result.band->low == doctest::Approx(4.2).epsilon(0.01));
    CHECK(result.band->high == doctest::Approx(5.8).epsilon(0.01));
}

TEST_CASE("the floor of the form counts where the answers differ less, and no more where they differ more") {
    Form made = form(4, 1, 7, 3);
    made.scale.error_floor = ErrorFloor{.value = 0.6, .day = 0.4, .source = "A study"};
    CHECK(scored(made, {4, 4, 4, 5}).band->standard_error == 0.6);
    CHECK(scored(made, {2, 4, 4, 6}).band->standard_error == near(std::sqrt(2.0 / 3)));
    // Three of four: 0.6 * sqrt(4 / 3).
    CHECK(scored(made, {4, 4, 4, std::nullopt}).band->standard_error == near(0.6928203230275509));
}

TEST_CASE("a form without a floor has the borrowed one, by its items, its range and its method") {
    for (const auto& [items, floor] : {std::pair{3U, 0.85}, {4U, 0.7}, {7U, 0.55}}) {
        CHECK(borrowed_floor(form(items, 1, 7, 1).scale).value == near(floor));
        CHECK(borrowed_floor(form(items, 0, 3, 1).scale).value == near(floor / 2));
        CHECK(borrowed_floor(form(items, 0, 3, items, Method::sum).scale).value == near(items * floor / 2));
    }
    CHECK(borrowed_floor(form(4, 1, 7, 1).scale).day == near(0.4));
    CHECK(borrowed_floor(form(4, 0, 3, 4, Method::sum).scale).day == near(0.8));
    CHECK(borrowed_floor(form(4, 1, 7, 1).scale).borrowed);
    for (std::size_t items = 1; items < 40; ++items)
        CHECK(borrowed_floor(form(items + 1, 1, 7, 1).scale).value < borrowed_floor(form(items, 1, 7, 1).scale).value);
    CHECK(borrowed_floor(Scale{}).value == 0);
}

TEST_CASE("a form that was kept before there were floors is read as it was, and scored with the borrowed one") {
    Content content;
    Form made = form(4, 1, 7, 3);
    made.module.scales = {made.scale};
    content.modules[made.module.id] = made.module;
    const auto bytes = encode(Contents{{"en", content}});
    CHECK(std::string(bytes.begin(), bytes.end()).find("error_floor") == std::string::npos);
    const auto kept = decode_contents(bytes);
    REQUIRE(kept.has_value());
    CHECK(encode(*kept) == bytes);
    const Module& module = kept->at("en").modules.at({"m"});
    CHECK_FALSE(module.scales[0].error_floor.has_value());
    CHECK(floor_of(module.scales[0]).borrowed);
    CHECK(score(module, module.scales[0], answers({4, 4, 4, 4})).band->standard_error == near(0.7));
}
