// The floors of the shipped forms.
#include "a_content_folder.hpp"
#include "model/scoring/error_floor.hpp"

using namespace content_tests;

TEST_CASE("every scale that is shipped says that its floor is borrowed, and borrows the figure of as many items") {
    const auto content = content::load(shipped_content());
    REQUIRE(content.has_value());
    std::size_t scales = 0;
    for (const auto& [id, module] : content->modules)
        for (const auto& scale : module.scales) {
            if (scale.uncertainty != model::Uncertainty::own_mean) continue;
            CAPTURE(id.value);
            CAPTURE(scale.id.value);
            ++scales;
            REQUIRE(scale.error_floor.has_value());
            const auto known = model::borrowed_floor(scale);
            CHECK(scale.error_floor->borrowed);
            CHECK(scale.error_floor->value == doctest::Approx(known.value).epsilon(0.015));
            CHECK(scale.error_floor->day == doctest::Approx(known.day).epsilon(0.015));
            CHECK(scale.error_floor->source.find(std::string(model::borrowed_source).substr(0, 60)) == 0);
        }
    CHECK(scales > 0);
}
