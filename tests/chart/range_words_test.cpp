// What is said beside a range: what it shows, what it does not, and where its least width is from.
#include "chart/range_words.hpp"
#include "recorded_canvas.hpp"
#include <doctest/doctest.h>

namespace {

bool has(const std::string& words, std::string_view part) {
    return words.find(part) != std::string::npos;
}

model::Scale own_scale() {
    auto scale = a_scored_module().scales[0];
    scale.uncertainty = model::Uncertainty::own_mean;
    return scale;
}

model::Scale published_scale() {
    auto scale = own_scale();
    scale.uncertainty = model::Uncertainty::sem;
    return scale;
}

}

TEST_CASE("a range says how much answers differ and not how sure the truth is") {
    const auto own = own_scale(), published = published_scale();
    const model::Scale* const both[] = {&published, &own};
    CHECK(chart::range_words(both) ==
          "A 95 % range says how much this person's answers differ from item to item. It does "
          "not say how sure the truth is.");
    const model::Scale* const alone[] = {&published};
    CHECK(chart::range_words(alone).empty());
    CHECK(chart::borrowed_words(alone).empty());
    CHECK(chart::floor_words(published).empty());
}

TEST_CASE("the least width of a range is said with its source, and that it is borrowed where it is") {
    auto scale = own_scale();
    scale.error_floor = model::ErrorFloor{.value = 0.5, .day = 0.4, .source = "Our 400 couples", .borrowed = false};
    const model::Scale* const scales[] = {&scale};
    CHECK(chart::floor_words(scale) == "A range reaches at least 1.0 to either side. Source: Our 400 couples");
    CHECK(chart::borrowed_words(scales).empty());
    scale.error_floor->borrowed = true;
    CHECK(has(chart::floor_words(scale),
              "reaches at least 1.0 to either side. This is borrowed from answers to another"));
    CHECK(has(chart::borrowed_words(scales), "borrowed from answers to another form"));
    scale.error_floor.reset(); // as of a form that was kept before there were floors
    CHECK(has(chart::floor_words(scale), "borrowed"));
    CHECK(has(chart::floor_words(scale), "51,491 people"));
    CHECK(has(chart::borrowed_words(scales), "borrowed"));
}
