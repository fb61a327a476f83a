#include "model/case/versions.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

Statement message(const char* text) {
    return {{{Partner::a, text}}};
}
VisitRecord a_visit(std::vector<AgreedVersion> agreed, Statement now) {
    VisitRecord visit{.sitting = {}, .packet = {}, .a = {}, .b = {}, .joint = {}};
    visit.joint.content = JointContent{.statement = std::move(now), .versions = std::move(agreed)};
    return visit;
}
const core::WallTime noon{std::chrono::hours(12)};

}

TEST_CASE("versions are the newest first, and what was agreed at an earlier visit is the last") {
    CaseFile file;
    file.visits = {a_visit({{noon, message("one")}, {noon, message("two")}}, message("two")),
                   a_visit({}, message("never agreed")), VisitRecord{},
                   a_visit({{noon, message("old")}, {noon, message("older words")}}, message("left open")),
                   a_visit({{noon, message("older still")}}, message("older still"))};
    const auto versions = versions_of(file, 0);
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].number == 2);
    CHECK(*versions[0].statement == message("two"));
    CHECK(versions[1].number == 1);
    CHECK(*versions[2].statement == message("older words"));
    CHECK_FALSE(versions[2].of_this_visit);
}

TEST_CASE("a statement that is not agreed stands before the last that was") {
    CaseFile file;
    file.visits = {a_visit({{noon, message("one")}}, message("still open"))};
    const auto versions = versions_of(file, 0);
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].number == 0);
    CHECK(*versions[0].statement == message("still open"));
}

TEST_CASE("a visit without a sentence has no versions, whatever there was before") {
    CaseFile file;
    file.visits = {a_visit({}, {}), a_visit({{noon, message("old")}}, message("old"))};
    CHECK(versions_of(file, 0).empty());
    CHECK(versions_of(file, 1).size() == 1);
    CHECK(versions_of(file, 7).empty());
    file.visits.front() = {};
    CHECK(versions_of(file, 0).empty());
}
