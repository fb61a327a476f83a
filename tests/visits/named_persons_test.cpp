// Answers about somebody a partner names stay with that person, whatever becomes of the name.
#include "model/form/applies.hpp"
#include "visits/a_visit.hpp"
#include <functional>

using namespace visits;
namespace action = model::action;

namespace {

const core::ModuleId bonds{"first-bonds"};

model::ItemRef ref(const std::string& item) {
    return {bonds, {item}};
}

// A visit of one form: who took care of you, and sixteen statements about each of two.
struct BondsVisit : Visit {
    std::string code;
    PartnerAct act = Visit::maya();

    BondsVisit() {
        auto one_form = std::make_shared<model::Content>(*shipped_content());
        one_form->packets = {
            {.id = {"bonds"}, .title = "Where it began", .modules = {bonds}, .joint_module = std::nullopt}};
        content = one_form;
        start();
        code = new_sitting("RG-1");
        begin(code, act);
    }
    void answer_both() { REQUIRE(answer_part(*kiosk, act)); }
    const model::Session& review() const {
        const auto* shown = std::get_if<model::screen::Review>(&kiosk->state().screen);
        REQUIRE(shown != nullptr);
        return shown->session;
    }
    std::string item() const {
        const auto* shown = item_on_screen(*kiosk);
        return shown == nullptr ? std::string() : shown->id.value;
    }
    void back_to(const std::string& id) {
        for (int i = 0; i < 40 && item() != id; ++i)
            REQUIRE(kiosk->tap_id("back"));
        REQUIRE(item() == id);
    }
    void write_name(const std::string& name) {
        kiosk->pass(model::settle_time);
        while (!question().writing->text.empty())
            kiosk->press(platform::Key::backspace);
        kiosk->type(name);
        kiosk->pass(model::typing_in_flight);
    }
    void come_back() {
        start();
        REQUIRE(enter_code(*kiosk, code));
        REQUIRE(kiosk->tap_id("partner:a"));
        REQUIRE(kiosk->keys(act.code));
    }
    // The first name anew, as far as the question whose answers those were.
    void rename_first(const std::string& name) {
        back_to("caregiver-1");
        write_name(name);
        REQUIRE(kiosk->tap_id("key:done"));
        REQUIRE(kiosk->shows("whose-answers"));
    }
    void to_review() {
        for (int i = 0; i < 60 && !kiosk->shows("review"); ++i)
            REQUIRE(kiosk->tap_id(kiosk->tree().find_id("key:done") != nullptr ? "key:done" : "next"));
    }
};

}

TEST_CASE("whoever takes the first name away hides nothing of the second person, and the first one's answers stay "
          "theirs") {
    BondsVisit visit;
    visit.answer_both();
    const auto before = visit.review().content.answers;
    REQUIRE(before.contains(ref("comforted-1")));
    REQUIRE(before.contains(ref("comforted-2")));
    visit.back_to("caregiver-1");
    visit.write_name("");
    REQUIRE(visit.kiosk->tap_id("key:done"));
    REQUIRE(visit.kiosk->shows("whose-answers"));
    CHECK(visit.kiosk->says("You took the name Grandma Rosa away"));
    REQUIRE(visit.kiosk->tap_id("somebody-else"));
    visit.to_review();
    const auto& module = *model::find_module(*visit.content, bonds);
    CHECK(model::answer_in_use(module, *model::find_item(module, {"comforted-2"}), visit.review().content.answers) !=
          nullptr);

    // The second one's name where the first one's stood: nothing that was said of the first may stand under it.
    REQUIRE(visit.kiosk->tap_id("review:first-bonds.caregiver-1"));
    visit.write_name("Uncle Joe");
    REQUIRE(visit.kiosk->tap_id("key:done"));
    REQUIRE(visit.item() == "loved-1"); // asked anew, before the review
    CHECK_FALSE(visit.session().content.answers.contains(ref("comforted-1")));
    CHECK(visit.session().content.answers.at(ref("comforted-2")) == before.at(ref("comforted-2")));
    for (int i = 0; i < 16; ++i) {
        REQUIRE(visit.item().ends_with("-1"));
        REQUIRE(answer_question(*visit.kiosk, middling));
    }
    CHECK(visit.kiosk->shows("review")); // and nothing else again
}

TEST_CASE("a name that is spelt otherwise keeps its answers") {
    BondsVisit visit;
    visit.answer_both();
    const auto before = visit.review().content.answers;
    visit.rename_first("Grandma Rose");
    CHECK(visit.kiosk->says("Are Grandma Rosa and Grandma Rose the same person?"));
    REQUIRE(visit.kiosk->tap_id("same-person"));
    CHECK(visit.item() == "loved-1");
    CHECK(visit.kiosk->says("Grandma Rose"));
    auto answers = visit.session().content.answers;
    CHECK(answers.at(ref("caregiver-1")) == model::Answer{model::Written{"Grandma Rose"}});
    answers[ref("caregiver-1")] = before.at(ref("caregiver-1"));
    CHECK(answers == before);
    // What was decided is asked once.
    visit.come_back();
    visit.back_to("caregiver-1");
    REQUIRE(visit.kiosk->tap_id("key:done"));
    CHECK(visit.item() == "loved-1");
}

TEST_CASE("somebody else is asked about anew, and what was said before is not theirs after a cut of power either") {
    BondsVisit visit;
    visit.answer_both();
    const auto before = visit.review().content.answers;
    visit.rename_first("Mr. Bell");
    REQUIRE(visit.kiosk->tap_id("somebody-else"));
    CHECK(visit.item() == "loved-1");
    visit.come_back();
    CHECK(visit.item() == "loved-1");
    const auto& answers = visit.session().content.answers;
    CHECK_FALSE(answers.contains(ref("comforted-1")));
    CHECK_FALSE(answers.contains(ref("easy-to-tell-1")));
    CHECK(answers.at(ref("comforted-2")) == before.at(ref("comforted-2")));
    for (int i = 0; i < 16; ++i)
        REQUIRE(answer_question(*visit.kiosk, middling));
    visit.to_review();
    REQUIRE(seal_part(*visit.kiosk, visit.act));
    visit.start();
    const auto file = visit.read_case();
    CHECK(file.visits.front().a.content->answers.at(ref("caregiver-1")) == model::Answer{model::Written{"Mr. Bell"}});
}

TEST_CASE("a name half typed when the screen is hidden, or the power cut, is asked about when it is left at last") {
    const std::function<void(BondsVisit&)> away[] = {
        [](auto& visit) {
            REQUIRE(visit.kiosk->tap_id("hide"));
            REQUIRE(visit.kiosk->tap_id("return"));
            REQUIRE(visit.kiosk->keys(visit.act.code));
        },
        [](auto& visit) { visit.come_back(); },
        [](auto& visit) { // while it was asked
            REQUIRE(visit.kiosk->tap_id("key:done"));
            REQUIRE(visit.kiosk->shows("whose-answers"));
            visit.come_back();
        },
        [](auto& visit) { // and hidden there
            REQUIRE(visit.kiosk->tap_id("key:done"));
            REQUIRE(visit.kiosk->tap_id("hide"));
            REQUIRE(visit.kiosk->tap_id("return"));
            REQUIRE(visit.kiosk->keys(visit.act.code));
        },
        [](auto& visit) { // looked at again
            REQUIRE(visit.kiosk->tap_id("key:done"));
            REQUIRE(visit.kiosk->tap_id("back"));
        },
    };
    const std::function<void(BondsVisit&)> left[] = {
        [](auto& visit) { REQUIRE(visit.kiosk->tap_id("key:done")); },
        [](auto& visit) { REQUIRE(visit.kiosk->tap_id("back")); },
        [](auto& visit) { visit.kiosk->tell(action::ReviewTapped{}); },
    };
    for (std::size_t i = 0; i < std::size(away) + std::size(left) - 1; ++i) {
        CAPTURE(i);
        BondsVisit visit;
        visit.answer_both();
        const auto before = visit.review().content.answers;
        visit.back_to("caregiver-1");
        visit.write_name("Mr");
        away[std::min(i, std::size(away) - 1)](visit);
        REQUIRE(visit.item() == "caregiver-1");
        left[i < std::size(away) ? 0 : i - std::size(away) + 1](visit);
        REQUIRE(visit.kiosk->shows("whose-answers"));
        REQUIRE(visit.kiosk->tap_id("same-person"));
        if (visit.kiosk->shows("module:")) REQUIRE(visit.kiosk->tap_id("begin"));
        visit.to_review();
        auto answers = visit.review().content.answers;
        answers[ref("caregiver-1")] = before.at(ref("caregiver-1"));
        CHECK(answers == before);
    }
}

TEST_CASE("a name that was taken away by mistake comes back with its answers") {
    BondsVisit visit;
    visit.answer_both();
    const auto before = visit.review().content.answers;
    visit.rename_first("");
    REQUIRE(visit.kiosk->tap("Keep Grandma Rosa"));
    visit.to_review();
    CHECK(visit.review().content.answers == before);
}

TEST_CASE("the second person may be taken away, and the first one's answers are all that is left") {
    BondsVisit visit;
    visit.answer_both();
    visit.back_to("caregiver-2");
    REQUIRE(visit.kiosk->tap_id("skip"));
    REQUIRE(visit.kiosk->shows("whose-answers"));
    REQUIRE(visit.kiosk->tap_id("somebody-else"));
    REQUIRE(visit.kiosk->shows("review"));
    for (const auto& [item, answer] : visit.review().content.answers)
        CHECK_FALSE((item.item.value.ends_with("-2") && model::is_decided(answer)));
    CHECK(visit.kiosk->says("Did someone else take care of you, too?"));
}
