#include "recorded_canvas.hpp"
#include <doctest/doctest.h>

namespace {

// x is q1 and q2, y is q3 and q4, both on 1..7 with the line at 4.
model::Module a_map() {
    auto module = a_scored_module();
    model::Scale x = module.scales[0], y = module.scales[0];
    x.id = {"x"};
    x.keys = {{{"q1"}, false}, {{"q2"}, false}};
    x.least_answered = 2;
    y.id = {"y"};
    y.keys = {{{"q3"}, false}, {{"q4"}, false}};
    y.least_answered = 2;
    for (auto* scale : {&x, &y}) // less than the errors below
        scale->error_floor = model::ErrorFloor{.value = 0.3, .day = 0.4, .source = "A study"};
    module.scales = {x, y};
    module.map = model::Map{{"x"}, {"y"}, "Secure", "Anxious", "Avoidant", "Fearful"};
    return module;
}

}

TEST_CASE("a range within one region names that region, x first") {
    CHECK(chart::map_words(a_map(), chosen({1, 1, 2, 2})).ends_with("lie in “Secure”."));
    CHECK(chart::map_words(a_map(), chosen({1, 1, 7, 7})).ends_with("lie in “Anxious”."));
    CHECK(chart::map_words(a_map(), chosen({7, 7, 1, 1})).ends_with("lie in “Avoidant”."));
    CHECK(chart::map_words(a_map(), chosen({7, 7, 7, 7})).ends_with("lie in “Fearful”."));
}

TEST_CASE("a range that crosses one line could be either of two") {
    // x: mean 3.5, SE 0.5, reach 1.22 over the line at 4; y: no spread, SE 0.3
    CHECK(chart::map_words(a_map(), chosen({3, 4, 1, 1}))
              .ends_with("it could be either of these two, “Secure” or “Avoidant”."));
}

TEST_CASE("an ellipse that crosses both lines but not the corner touches three regions") {
    // x and y mean 3, SE 1: the lines at 1/2.448 = 0.408 of the reach, the corner at 0.578: all four
    CHECK(chart::map_words(a_map(), chosen({2, 4, 2, 4})).find("any of these four") != std::string::npos);
    // x and y mean 2, SE 1: the lines at 0.817 of the reach, the corner at 1.155: not touched
    CHECK(chart::map_words(a_map(), chosen({1, 3, 1, 3})).find("any of these three, “Secure”") != std::string::npos);
}

TEST_CASE("a point on the line belongs to both sides") {
    CHECK(chart::map_words(a_map(), chosen({4, 4, 1, 1})).ends_with("either of these two, “Secure” or “Avoidant”."));
}

TEST_CASE("too few answers give no place on the map, and a module without a map no words") {
    CHECK(chart::map_words(a_map(), chosen({4, 0, 1, 1})) == "No place on the map: too few answers.");
    CHECK(chart::map_words(a_scored_module(), chosen({4, 4, 1, 1})).empty());
}
