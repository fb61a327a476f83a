#include "model/case/whose_file.hpp"
#include "model/form/privacy.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

Statement words(Partner author, const char* text) {
    return {{{author, text}}};
}

// Both wrote, each released a sentence, and what stands on the page is Jordan's and was not agreed on.
CaseFile a_couple(std::vector<AgreedVersion> agreed) {
    VisitRecord visit{.sitting = {1}, .packet = {"first"}, .date = {}, .a = {}, .b = {}, .joint = {}};
    for (auto* part : {&visit.a, &visit.b}) {
        part->status = PartStatus::sealed;
        part->content = PartContent{.answers = {{{{"form"}, {"item"}}, Chosen{3}}}, .released = {}, .at = {}};
    }
    visit.b.wish = true;
    visit.joint.content = JointContent{.drafts = {{Partner::a, {}, "Maya's."}, {Partner::b, {}, "Jordan's."}},
                                       .statement = words(Partner::b, "Jordan's alone."),
                                       .versions = std::move(agreed)};
    CaseFile file;
    file.visits = {visit, visit};
    return file;
}

}

TEST_CASE("one partner's case holds nothing of the other's part") {
    for (const auto& visit : only_of(a_couple({}), Partner::a).visits) {
        CHECK(visit.a.content.has_value());
        CHECK_FALSE(visit.b.content.has_value());
        CHECK_FALSE(visit.b.wish);
    }
    for (const auto& visit : only_of(a_couple({}), Partner::b).visits) {
        CHECK_FALSE(visit.a.content.has_value());
        CHECK(visit.b.content.has_value());
    }
}

TEST_CASE("of the shared page one partner's case holds their own sentences and what both agreed on") {
    const auto agreed = words(Partner::b, "Ours.");
    for (const auto& visit : only_of(a_couple({{{}, agreed}}), Partner::a).visits) {
        REQUIRE(visit.joint.content.has_value());
        REQUIRE(visit.joint.content->drafts.size() == 1);
        CHECK(visit.joint.content->drafts.front().text == "Maya's.");
        CHECK(visit.joint.content->statement == agreed);
        CHECK(visit.joint.content->versions.size() == 1);
    }
}

TEST_CASE("what stands on a shared page that was never agreed on is in neither partner's case") {
    for (const auto partner : both_partners)
        for (const auto& visit : only_of(a_couple({}), partner).visits)
            CHECK(visit.joint.content->statement == Statement{});
}

namespace {

Content with_an_authors_item() {
    Module form{.id = {"form"}, .items = {{.id = {"item"}, .author_only = true}, {.id = {"open"}}}};
    Content content;
    content.modules.emplace(form.id, form);
    return content;
}

}

TEST_CASE("a file for both has neither an answer that is its author's only, nor the question") {
    const auto today = with_an_authors_item();
    auto couple = a_couple({});
    for (auto& visit : couple.visits)
        for (auto* part : {&visit.a, &visit.b}) {
            part->content->answers[{{"form"}, {"open"}}] = Chosen{2};
            part->content->first_at[{{"form"}, {"item"}}] = core::WallTime{};
        }
    couple.visits.front().form = std::make_shared<const AskedForm>(AskedForm{.hash = {1}, .in = {{"en", today}}});
    const auto both = for_both(today, couple);
    for (const auto& visit : both.visits)
        for (const auto* part : {&visit.a, &visit.b}) {
            CHECK(part->content->answers.size() == 1);
            CHECK(part->content->answers.contains({{"form"}, {"open"}}));
            CHECK(part->content->first_at.empty());
        }
    const auto& kept = content_of(today, both.visits.front()).modules.at({"form"});
    CHECK(is_private(kept, kept.items[0]));
    CHECK_FALSE(is_private(kept, kept.items[1]));
    CHECK(is_private(with_authors_private(today).modules.at({"form"}), kept.items[0]));
    const auto own = only_of(couple, Partner::a);
    CHECK(own.visits.front().a.content->answers.contains({{"form"}, {"item"}}));
}
