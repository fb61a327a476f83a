// What the forms after a session tell the therapist: a split between the two, and a fall over three sessions.
#include "a_couple.hpp"
#include "a_form.hpp"
#include "model/case/session_report.hpp"
#include "model/case/trend.hpp"

using namespace model_tests;

namespace {

// A form of four items from 0 to 10 after each session, and a scored form that is none.
struct Sessions {
    Content content;
    CaseFile file;

    Sessions() {
        auto after = form(4, 0, 10, 4);
        after.module.after_session = true;
        after.module.scales = {after.scale};
        auto other = form(4, 0, 10, 4);
        other.module.id = {"other"};
        other.module.scales = {other.scale};
        content.packets = {{.id = {"after"}, .modules = {{"m"}}}, {.id = {"other"}, .modules = {{"other"}}}};
        content.modules = {{{"m"}, after.module}, {{"other"}, other.module}};
    }
    static std::optional<PartContent> all(const char* module, std::optional<int> value) {
        if (!value) return std::nullopt;
        PartContent part;
        for (std::size_t i = 0; i < 4; ++i)
            part.answers[{{module}, {name(i)}}] = Chosen{*value};
        return part;
    }
    // The newest, on a day of its own; nothing: no part.
    void session(std::optional<int> a, std::optional<int> b, const char* packet = "after") {
        const std::string module = packet == std::string("after") ? "m" : "other";
        const auto day = static_cast<int>(file.visits.size()) + 1;
        VisitRecord visit{.packet = {packet}, .date = core::WallTime(std::chrono::days(day))};
        visit.a.content = all(module.c_str(), a);
        visit.b.content = all(module.c_str(), b);
        file.visits.insert(file.visits.begin(), visit);
    }
    SessionReport report(std::size_t latest = 0) const { return session_report(content, file, latest); }
    SessionSigns signs() const { return signs_of(report()); }
};

}

TEST_CASE("a split is a difference between the two that is larger than noise") {
    // The floor of four items is 0.7 on 1 to 7, 1.167 on 0 to 10, and a day 0.667: noise is
    // 1.96 * sqrt(2 * 1.167^2 + 2 * 0.667^2) = 3.72.
    Sessions near_each_other;
    near_each_other.session(8, 5);
    CHECK(near_each_other.signs() == SessionSigns{});
    Sessions apart;
    apart.session(9, 5);
    const auto report = apart.report();
    REQUIRE(report.split.has_value());
    CHECK(report.split->between.first == near(9));
    CHECK(report.split->between.second == near(5));
    CHECK(report.split->between.noise == doctest::Approx(3.725).epsilon(0.002));
    CHECK(report.range.high == 10);
    CHECK(apart.signs() == SessionSigns{.split = true});
}

TEST_CASE("the latest session that both rated decides about a split") {
    Sessions sessions;
    sessions.session(9, 2);
    sessions.session(7, 7);
    CHECK_FALSE(sessions.signs().split);
    sessions.session(9, 2);
    sessions.session(9, std::nullopt); // one alone tells nothing of a split
    CHECK(sessions.signs().split);
    CHECK(sessions.report().split->at == core::WallTime(std::chrono::days(3)));
}

TEST_CASE("a fall is three sessions, each lower, and all in all more than noise") {
    Sessions falling;
    falling.session(9, 9);
    falling.session(7, 9);
    CHECK_FALSE(falling.signs().falling.a);
    falling.session(5, 9);
    CHECK(falling.signs().falling == OfBoth<bool>{true, false});
    const auto& fall = falling.report().falls.a;
    CHECK(fall->from == core::WallTime(std::chrono::days(1)));
    CHECK(fall->to == core::WallTime(std::chrono::days(3)));
    CHECK(fall->change.first == near(9));
    CHECK(fall->change.second == near(5));
    falling.session(5, 9);
    CHECK_FALSE(falling.signs().falling.a); // 7, 5 and 5
    Sessions slight;
    for (const int value : {8, 7, 6})
        slight.session(value, value);
    CHECK(slight.signs() == SessionSigns{}); // 2 of 10 is no more than noise
    Sessions rising;
    for (const int value : {2, 5, 9})
        rising.session(value, value);
    CHECK(rising.signs() == SessionSigns{});
}

TEST_CASE("a visit without the form, or without their part, stands between sessions and breaks no fall") {
    Sessions sessions;
    sessions.session(9, 9);
    sessions.session(1, 1, "other");
    sessions.session(7, std::nullopt);
    sessions.session(std::nullopt, 8);
    sessions.session(4, 8);
    CHECK(sessions.signs().falling == OfBoth<bool>{true, false});
}

TEST_CASE("a report of an earlier visit knows nothing of later ones") {
    Sessions sessions;
    for (const int value : {9, 7, 5})
        sessions.session(value, 9);
    CHECK(sessions.report(0).falls.a.has_value());
    CHECK_FALSE(sessions.report(1).falls.a.has_value());
    CHECK_FALSE(sessions.report(9).split.has_value());
}

TEST_CASE("forms that are about no session tell nothing of one") {
    Sessions sessions;
    for (const int value : {9, 6, 3})
        sessions.session(value, 9, "other");
    CHECK(sessions.signs() == SessionSigns{});
}

TEST_CASE("a case's glance has the signs, and never the sessions for its line") {
    Sessions sessions;
    for (const int value : {9, 7, 5})
        sessions.session(value, 9);
    auto glance = glance_of(sessions.content, sessions.file);
    CHECK(glance.points.empty());
    CHECK(glance.session == SessionSigns{.split = true, .falling = {true, false}});
    sessions.session(3, 3, "other");
    sessions.session(4, 4, "other");
    glance = glance_of(sessions.content, sessions.file);
    REQUIRE(glance.points.size() == 2);
    CHECK(glance.points[1].a == near(4));
    CHECK(glance.session.split);
}
