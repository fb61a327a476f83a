// What a couple agreed on, asked about at the next visit.
#include "support/pen.hpp"
#include "visits/a_visit.hpp"

using namespace visits;
namespace action = model::action;

namespace {

constexpr auto first_sentence = "We are kind first, even when we are tired.";
constexpr auto second_sentence = "Whoever leaves the room comes back the same evening.";

struct AgreedCouple : Visit {
    AgreedCouple() {
        auto maya = Visit::maya(), jordan = Visit::jordan();
        maya.words = [](const model::Module&, const model::Item&) { return std::string(first_sentence); };
        jordan.words = [](const model::Module&, const model::Item&) { return std::string(second_sentence); };
        begin(new_sitting("RG-2041", true, true, "mission-only"), maya);
        finish_part(*this, maya);
        REQUIRE(kiosk->tap_id("other"));
        REQUIRE(begin_part(*kiosk, jordan));
        finish_part(*this, jordan);
        REQUIRE(kiosk->tap_id("joint"));
        REQUIRE(kiosk->keys(maya.code));
        const auto& drafts = std::get<model::screen::Joint>(kiosk->state().screen).session.content.drafts;
        const auto of = [&](model::Partner partner) {
            return static_cast<std::size_t>(std::ranges::find(drafts, partner, &model::Draft::author) - drafts.begin());
        };
        const auto of_maya = of(model::Partner::a), of_jordan = of(model::Partner::b);
        kiosk->tell(action::DraftTapped{of_maya});
        kiosk->tell(action::DraftTapped{of_jordan});
        kiosk->tell(action::AssentTapped{model::Partner::a});
        kiosk->tell(action::AssentTapped{model::Partner::b});
        kiosk->tell(action::StatementFinished{});
        REQUIRE(kiosk->tap_id("done"));
        REQUIRE(kiosk->shows("thanks"));
        start();
    }

    const model::CaseFile& open_mission() {
        (void)read_case();
        kiosk->tell(action::CaseTabChosen{model::CaseTab::mission});
        return std::get<model::screen::Case>(kiosk->state().screen).file;
    }
    void toggle() {
        open_mission();
        REQUIRE(kiosk->tap_id("read-back"));
        start();
    }

    // The items that one partner was asked at a check-in.
    std::vector<std::string> asked_of(PartnerAct act) {
        std::vector<std::string> asked;
        act.temper = [&](const model::Module& module, const model::Item& item) {
            asked.push_back(item.id.value);
            if (item.id.value == "still-1") CHECK(kiosk->says(first_sentence));
            if (item.id.value == "still-2") CHECK(kiosk->says(second_sentence));
            return middling(module, item);
        };
        finish_part(*this, act);
        return asked;
    }
    std::array<std::vector<std::string>, 2> check_in() {
        const auto maya = Visit::maya(), jordan = Visit::jordan();
        begin(new_sitting("RG-2041", true, true, "later-visit"), maya);
        auto of_maya = asked_of(maya);
        REQUIRE(kiosk->tap_id("other"));
        REQUIRE(begin_part(*kiosk, jordan));
        auto of_jordan = asked_of(jordan);
        start();
        return {of_maya, of_jordan};
    }
};

std::size_t read_back_in(const std::vector<std::string>& asked) {
    return static_cast<std::size_t>(
        std::ranges::count_if(asked, [](const std::string& item) { return item.starts_with("still-"); }));
}

}

TEST_CASE("each of the couple is asked about each sentence they agreed on, where their therapist lets it be") {
    AgreedCouple couple;
    couple.toggle();
    CHECK(couple.open_mission().read_back == std::vector<std::string>{first_sentence, second_sentence});
    couple.start();
    const auto [maya, jordan] = couple.check_in();
    CHECK(maya == jordan);
    CHECK(read_back_in(maya) == 2);
    const auto file = couple.read_case();
    for (const auto& part : {file.visits.front().a, file.visits.front().b}) {
        REQUIRE(part.content.has_value());
        CHECK(part.content->answers.at({{"check-in"}, {"agreed-for-still-2"}}) ==
              model::Answer{model::Written{second_sentence}});
        CHECK(part.content->answers.contains({{"check-in"}, {"still-2"}}));
    }
    couple.kiosk->tell(action::CaseTabChosen{model::CaseTab::answers});
    couple.kiosk->tell(action::AnswersOrdered{true});
    CHECK(couple.kiosk->says(second_sentence));
}

TEST_CASE("nothing is read back that the therapist did not let be read back, or no longer does") {
    AgreedCouple couple;
    CHECK(couple.open_mission().read_back.empty());
    couple.start();
    CHECK(read_back_in(couple.check_in()[0]) == 0);
    couple.toggle();
    couple.toggle();
    CHECK(couple.open_mission().read_back.empty());
    couple.start();
    CHECK(read_back_in(couple.check_in()[1]) == 0);
}

TEST_CASE("who is cut off before the first answer, or later, is asked the same sentences when they come back") {
    AgreedCouple couple;
    couple.toggle();
    const auto maya = Visit::maya();
    const auto code = couple.new_sitting("RG-2041", true, false, "later-visit");
    std::size_t answered = 0;
    SUBCASE("before the first answer") {
        couple.begin(code, maya);
    }
    SUBCASE("in the middle") {
        answered = 3;
        couple.begin_at(code, maya, answered);
    }
    couple.start();
    REQUIRE(enter_code(*couple.kiosk, code));
    REQUIRE(couple.kiosk->keys(maya.code));
    const auto asked = couple.asked_of(maya);
    CHECK(read_back_in(asked) == 2);
}

TEST_CASE("a case that is deleted leaves nothing to be read back, and another couple is never asked") {
    AgreedCouple couple;
    couple.toggle();
    const auto other = couple.new_sitting("RG-7", true, false, "later-visit");
    couple.begin(other, Visit::maya());
    CHECK(read_back_in(couple.asked_of(Visit::maya())) == 0);
    couple.start();
    const auto file = couple.open_mission();
    auto& runner = couple.kiosk->runner();
    const auto mine = file.chart_code == "RG-2041" ? file.id : core::CaseId{file.id.value == 1 ? 2 : 1};
    REQUIRE(runner.run(model::effect::EraseCase{mine, "RG-2041"}).front().as<action::CaseErased>() != nullptr);
    couple.start();
    const auto anew = couple.new_sitting("RG-2041", true, false, "later-visit");
    couple.begin(anew, Visit::maya());
    CHECK(read_back_in(couple.asked_of(Visit::maya())) == 0);
}

TEST_CASE("a row that another hand changed is not read back, and keeps no therapist from having it read back again") {
    AgreedCouple couple;
    couple.toggle();
    couple.kiosk.reset();
    REQUIRE(support::Pen(couple.folder.path() / "sameside.db").write("UPDATE read_backs SET sealed = zeroblob(60)"));
    couple.start();
    CHECK(couple.open_mission().read_back.empty());
    couple.start();
    couple.toggle();
    CHECK(couple.open_mission().read_back == std::vector<std::string>{first_sentence, second_sentence});
    couple.start();
    CHECK(read_back_in(couple.check_in()[0]) == 2);
}
