// What became of the sentences that a couple agreed on, over their visits.
#include "model/case/mission_drift.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

core::WallTime day(int number) {
    return core::WallTime(std::chrono::days(number));
}

// The newest visit, at which these sentences were agreed on; none: nothing was agreed.
void agree(CaseFile& file, int on, const std::vector<const char*>& sentences) {
    VisitRecord visit{.packet = {}, .date = day(on)};
    JointContent joint;
    for (const char* text : sentences)
        joint.statement.sentences.push_back({Partner::a, text});
    if (!sentences.empty()) joint.versions = {{day(on), joint.statement}};
    visit.joint.content = joint;
    file.visits.insert(file.visits.begin(), visit);
}

std::vector<std::string> texts(const MissionDrift& drift, Drift which) {
    std::vector<std::string> found;
    for (const auto& one : drift.sentences)
        if (one.drift == which) found.push_back(one.sentence.text);
    return found;
}
using Texts = std::vector<std::string>;

}

TEST_CASE("there is no drift before two visits agreed on something") {
    CaseFile file;
    CHECK_FALSE(mission_drift(file).has_value());
    agree(file, 1, {"We are kind."});
    agree(file, 2, {});
    CHECK_FALSE(mission_drift(file).has_value());
}

TEST_CASE("a sentence is kept, changed, new or gone since the statement before") {
    CaseFile file;
    agree(file, 1, {"We are kind first.", "We come back after every fight.", "We save for a house."});
    file.visits.insert(file.visits.begin(), VisitRecord{});
    agree(file, 9, {"We are kind first.", "We come back soon after every fight.", "We laugh each day."});
    const auto drift = mission_drift(file);
    REQUIRE(drift.has_value());
    CHECK(drift->before == day(1));
    CHECK(drift->at == day(9));
    CHECK(texts(*drift, Drift::kept) == Texts{"We are kind first."});
    CHECK(texts(*drift, Drift::changed) == Texts{"We come back soon after every fight."});
    CHECK(texts(*drift, Drift::added) == Texts{"We laugh each day."});
    CHECK(texts(*drift, Drift::gone) == Texts{"We save for a house."});
}

TEST_CASE("a sentence is followed through its changes, and a gone one stays in the list") {
    CaseFile file;
    agree(file, 1, {"We come back after every fight.", "We save for a house."});
    agree(file, 5, {"We come back soon after every fight."});
    agree(file, 9, {"We laugh each day.", "We come back soon after every fight."});
    const auto drift = mission_drift(file);
    REQUIRE(drift.has_value());
    REQUIRE(drift->sentences.size() == 3);
    const auto& kept = drift->sentences[1];
    CHECK(kept.drift == Drift::kept);
    CHECK(kept.since == day(1));
    CHECK(kept.last == day(5));
    CHECK(kept.statements == 3);
    const auto& gone = drift->sentences[2];
    CHECK(gone.sentence.text == "We save for a house.");
    CHECK(gone.since == day(1));
    CHECK(gone.last == day(5));
    CHECK(texts(*drift, Drift::added) == Texts{"We laugh each day."});
}

TEST_CASE("a sentence that stands at another place is kept, whoever wrote it there") {
    CaseFile file;
    agree(file, 1, {"One is first.", "Two is another.", "Three is last."});
    agree(file, 2, {"Three is last.", "One is first.", "Two is another."});
    file.visits.front().joint.content->versions[0].statement.sentences[0].author = Partner::b;
    const auto drift = mission_drift(file);
    REQUIRE(drift.has_value());
    CHECK(texts(*drift, Drift::kept) == Texts{"Three is last.", "One is first.", "Two is another."});
    CHECK(drift->sentences[0].sentence.author == Partner::b);
    CHECK(drift->sentences.size() == 3);
}

TEST_CASE("an earlier visit is read without what came later") {
    CaseFile file;
    agree(file, 1, {"We are kind first."});
    agree(file, 2, {"We are kind first."});
    CHECK(mission_drift(file, 0).has_value());
    CHECK_FALSE(mission_drift(file, 1).has_value());
    CHECK_FALSE(mission_drift(file, 7).has_value());
}
