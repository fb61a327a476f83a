#include "a_form.hpp"
#include "model/case/trend.hpp"

using namespace model_tests;

namespace {

// A long form of five items at a first visit, and a short one that asks q1, q2, q3 and q5 of them again.
struct Course {
    Content content;
    CaseFile file;

    Course() {
        auto whole = form(5, 1, 7, 4);
        whole.module.scales = {whole.scale};
        auto again = whole;
        again.module.id = {"again"};
        again.module.same_items_as = whole.module.id;
        again.module.items.erase(again.module.items.begin() + 3);
        again.module.scales[0].keys.erase(again.module.scales[0].keys.begin() + 3);
        again.module.scales[0].least_answered = 3;
        content.packets = {{.id = {"first"}, .modules = {whole.module.id}},
                           {.id = {"later"}, .modules = {again.module.id}}};
        content.modules = {{whole.module.id, whole.module}, {again.module.id, again.module}};
    }

    Scale& scale_of(const char* module) { return content.modules.at({module}).scales[0]; }
    void visit(const char* packet, int day) {
        file.visits.insert(file.visits.begin(), {.packet = {packet}, .date = core::WallTime(std::chrono::days(day))});
    }
    void answer(Partner partner, const Given& given) {
        auto& record = file.visits.front();
        PartContent part;
        const bool first = record.packet.value == "first";
        const std::vector<std::string> items = first ? std::vector<std::string>{"q1", "q2", "q3", "q4", "q5"}
                                                     : std::vector<std::string>{"q1", "q2", "q3", "q5"};
        for (std::size_t i = 0; i < given.size(); ++i)
            part.answers[{{first ? "m" : "again"}, {items[i]}}] =
                given[i] ? Answer(Chosen{*given[i]}) : Answer(Skipped{});
        (partner == Partner::a ? record.a : record.b).content = part;
    }
    std::vector<Trend> trends(std::size_t latest = 0) const { return trends_of(content, file, latest); }
};

Course three_visits() {
    Course course;
    course.visit("first", 10);
    course.answer(Partner::a, {2, 3, 2, 7, 1});
    course.answer(Partner::b, {5, 5, 6, 1, 4});
    course.visit("later", 40);
    course.answer(Partner::a, {4, 4, 3, 4});
    course.visit("later", 70);
    course.answer(Partner::a, {6, 7, 6, 6});
    course.answer(Partner::b, {5, 6, 5, 4});
    return course;
}

}

TEST_CASE("a trend is made of the items that every form of it asks, oldest visit first") {
    const auto course = three_visits();
    const auto trends = course.trends();
    REQUIRE(trends.size() == 1);
    const Trend& trend = trends[0];
    CHECK(trend.items.size() == 4);
    CHECK(trend.module->id.value == "again");
    REQUIRE(trend.visits.size() == 3);
    CHECK(trend.visits[0].date == core::WallTime(std::chrono::days(10)));
    CHECK(trend.visits[0].index == 2);
    const auto& points = trend.lines.a.points;
    REQUIRE(points.size() == 3);
    CHECK(points[0].value == near(2)); // without q4, which is not asked again
    CHECK(points[1].value == near(3.75));
    CHECK(points[2].value == near(6.25));
    REQUIRE(points[0].band.has_value());
    CHECK(points[0].band->standard_error == near(0.7)); // the floor: sqrt(2/3) / 2 is less
    CHECK(trend.range.low == 1);
    CHECK(trend.range.high == 7);
}

TEST_CASE("a visit where a partner was not scored leaves a gap in their line alone") {
    const auto course = three_visits();
    const auto trends = course.trends();
    const auto& points = trends.at(0).lines.b.points;
    REQUIRE(points.size() == 2);
    CHECK(points[0].visit == 0);
    CHECK(points[1].visit == 2);
}

TEST_CASE("the change is the one between the first and the latest score, by the items answered both times") {
    auto course = three_visits();
    course.answer(Partner::a, {6, 7, std::nullopt, 6});
    const auto trend = course.trends().at(0);
    const auto& change = trend.lines.a.change;
    REQUIRE(change.has_value());
    CHECK(change->items == 3);
    CHECK(change->first == near(2));
    CHECK(change->second == near(19.0 / 3));
    CHECK(change->stands_out);
    CHECK(change->index * change->noise == near(1.96 * (change->second - change->first)));
    REQUIRE(trend.lines.b.change.has_value());
    CHECK_FALSE(trend.lines.b.change->stands_out);
}

TEST_CASE("one score has no trend, and neither have two that different people gave") {
    Course course;
    course.visit("first", 10);
    course.answer(Partner::a, {2, 3, 2, 7, 1});
    CHECK(course.trends().empty());
    course.visit("later", 40);
    course.answer(Partner::b, {2, 3, 2, 7});
    CHECK(course.trends().empty());
    course.answer(Partner::a, {2, std::nullopt, std::nullopt, 3});
    CHECK(course.trends().empty()); // too few answers for a score
    course.answer(Partner::a, {2, 2, std::nullopt, 3});
    CHECK(course.trends().size() == 1);
}

TEST_CASE("visits after the one looked at are not part of its trend") {
    const auto course = three_visits();
    CHECK(course.trends(1).at(0).visits.size() == 2);
    CHECK(course.trends(2).empty());
    CHECK(course.trends(3).empty());
}

TEST_CASE("private scales, forms of other items and keys that run the other way have no trend") {
    auto secret = three_visits();
    secret.scale_of("m").is_private = secret.scale_of("again").is_private = true;
    CHECK(secret.trends().empty());
    auto others = three_visits();
    others.content.modules.at({"again"}).same_items_as.reset();
    REQUIRE(others.trends().size() == 1); // the two short ones
    CHECK(others.trends()[0].visits.size() == 2);
    auto turned = three_visits();
    turned.scale_of("again").keys[0].reversed = true;
    CHECK(turned.trends().empty());
}

TEST_CASE("a private item's answer has no part in a trend") {
    auto course = three_visits();
    for (const char* form : {"m", "again"})
        course.content.modules.at({form}).items[0].is_private = true;
    const auto trends = course.trends();
    REQUIRE(trends.size() == 1);
    CHECK(trends[0].lines.a.points.at(2).value == near(19.0 / 3));
    CHECK(trends[0].lines.a.points[2].answered == 3);
}

TEST_CASE("a score about a person goes on only while the same person is named") {
    auto course = three_visits();
    for (auto& [id, module] : course.content.modules) {
        module.items.insert(module.items.begin(), {.id = {"who"}, .kind = ItemKind::short_text});
        for (auto& item : module.items)
            if (item.id.value != "who") item.person = core::ItemId{"who"};
        module.scales[0].person = core::ItemId{"who"};
    }
    const auto named = [&](std::size_t visit, const char* module, const char* who) {
        course.file.visits[visit].a.content->answers[{{module}, {"who"}}] = Written{who};
    };
    named(0, "again", "Mom");
    named(1, "again", "Dad");
    named(2, "m", "Mom");
    const auto trends = course.trends();
    REQUIRE(trends.size() == 1);
    CHECK(trends[0].lines.a.person == "Mom");
    CHECK(trends[0].visits.size() == 2);
    CHECK(trends[0].lines.a.points.size() == 2);
}
