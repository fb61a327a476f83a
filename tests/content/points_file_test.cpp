#include "content/forms/module_file.hpp"
#include "content/forms/module_writer.hpp"
#include "refused.hpp"

using namespace content_tests;

namespace {

// "first" counts 0, 1 and 1; "days", a number of 0 to 30, one from 7 on; a skip of it counts nothing.
const std::string days = R"(
[[item]]
id = "days"
kind = "number"
text = "On how many days?"
minimum = 0
maximum = 30
)";
const std::string points_scale = R"(
[[scale]]
id = "talk"
title = "Talk"
method = "points"
add = 3
divide_by = 2
minimum = 1
maximum = 3
least_answered = 1
uncertainty = "none"
low_means = "Quiet"
high_means = "Open"
keys = [
    { item = "first", points = [0, 1, 1] },
    { item = "days", from = [0, 7], points = [0, 1], unanswered = 0 },
]
)";

std::string points() {
    return plain_head + three_choices +
           with(two_items, "text = \"We listen.\"", "text = \"We listen.\"\nscored = false") + days + points_scale;
}
std::string points_with(std::string_view from, std::string_view to) {
    return with(points(), from, to);
}

}

TEST_CASE("a scale of points says what each answer counts, and is written as it was read") {
    ContentFolder folder;
    folder.write(m, points());
    for (const auto& line : folder.diagnostics())
        CHECK_MESSAGE(false, line);
    const auto module = folder.load().modules.at({"plain"});
    const auto& scale = module.scales.at(0);
    CHECK(scale.method == model::Method::points);
    CHECK(scale.uncertainty == model::Uncertainty::none);
    CHECK(scale.add == 3);
    CHECK(scale.divide_by == 2);
    CHECK(scale.keys.at(0).points == std::vector<model::PointStep>{{1, 0}, {2, 1}, {3, 1}});
    CHECK_FALSE(scale.keys[0].unanswered.has_value());
    CHECK(scale.keys.at(1).points == std::vector<model::PointStep>{{0, 0}, {7, 1}});
    CHECK(scale.keys[1].unanswered == 0);
    folder.write(m, content::to_toml({.module = module, .head = {}, .item_notes = {}, .scale_notes = {}}));
    for (const auto& line : folder.diagnostics())
        CHECK_MESSAGE(false, line);
    CHECK(folder.load().modules.at({"plain"}).scales == module.scales);
}

TEST_CASE("points that leave something open or cannot be are refused") {
    each_is_refused({
        {"too few points", m, points_with("[0, 1, 1]", "[0, 1]"), "points: has 2 numbers; the item has 3 choices"},
        {"from of choices", m, points_with("points = [0, 1, 1]", "points = [0, 1, 1], from = [1, 2, 3]"),
         "from: belongs to an item without choices"},
        {"no from", m, points_with("from = [0, 7], ", ""), "from: must name the answer from which"},
        {"from that falls", m, points_with("from = [0, 7]", "from = [7, 0]"), "from: must rise from 0"},
        {"from above the lowest answer", m, points_with("from = [0, 7]", "from = [1, 7]"), "from: must rise from 0"},
        {"from beyond the highest answer", m, points_with("from = [0, 7]", "from = [0, 31]"), "to no more than 30"},
        {"a fraction", m, points_with("points = [0, 1, 1]", "points = [0, 0.5, 1]"),
         "points: must be a list of whole numbers"},
        {"no list", m, points_with("points = [0, 1, 1]", "points = 1"), "points"},
        {"reversed", m, points_with("points = [0, 1, 1]", "points = [0, 1, 1], reversed = true"),
         "reversed: is not for points"},
        {"another range", m, points_with("maximum = 3\nleast", "maximum = 4\nleast"), "must be 1 and 3"},
        {"fewer than must be answered", m, points_with(", unanswered = 0", ""), "least_answered: must be at least 2"},
        {"a band of one's own", m, points_with("\"none\"", "\"own_mean\""), "uncertainty: cannot be own_mean"},
        {"divided by one", m, points_with("divide_by = 2", "divide_by = 1"), "divide_by: "},
        {"prorated", m, points_with("add = 3", "prorate = true"), "prorate: belongs to a sum"},
        {"points in a mean", m, plain_with("{ item = \"first\" }", "{ item = \"first\", points = [1, 2, 3] }"),
         "points: belongs to a scale whose method is points"},
        {"a skip in a mean", m, plain_with("{ item = \"first\" }", "{ item = \"first\", unanswered = 0 }"),
         "unanswered: belongs to a scale whose method is points"},
        {"added to a mean", m, plain_with("least_answered = 2", "least_answered = 2\nadd = 1"),
         "add: belongs to a scale whose method is points"},
        {"a missing that is an answer", m, with(points(), "version = \"1\"", "version = \"1\"\nmissing = [30]"),
         "missing: 30 is an answer to \"days\""},
    });
}
