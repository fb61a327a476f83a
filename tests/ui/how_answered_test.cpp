// How each of them went through a form, and what a range says: beside the scores of a couple who filled in the shipped
// forms.
#include "model/case/time_taken.hpp"
#include "opened_case.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

using namespace model;
using samples::all_words;
using samples::says;

namespace {

screen::Case scores_of(couple::ACouple made) {
    return {.therapist = {{1}, "Dr. Okafor"}, .file = std::move(made.file), .visit = 0, .tab = CaseTab::scores};
}

// Every item answered so long after the one before it.
couple::ACouple timed(core::Milliseconds each) {
    auto made = couple::after_a_first_visit();
    for (auto* part : {&made.file.visits[0].a, &made.file.visits[0].b}) {
        auto at = core::WallTime(std::chrono::hours(1));
        for (const auto& [id, module] : made.content.modules)
            for (const auto& item : module.items)
                if (part->content->answers.contains({id, item.id})) part->content->first_at[{id, item.id}] = at += each;
    }
    return made;
}

}

TEST_CASE("how each of them answered stands beside the scores, in words that judge nobody") {
    auto screen = scores_of(timed(std::chrono::milliseconds(2500)));
    const auto words = all_words(screen);
    CHECK(says(words, "How Maya answered: No item was skipped."));
    CHECK(says(words, "How Jordan answered: "));
    CHECK(says(words, "in a row had the same answer"));
    CHECK(says(words, "Half of the items took 2.5 seconds or less."));
    CHECK(says(words, "This is not scored. Sure, tired or in a hurry: it may look alike."));
    for (const auto* verdict : {"careless", "invalid", "unreliable", "suspicious", "honest"})
        CHECK_FALSE(says(words, verdict));
    auto& answers = screen.file.visits[0].a.content->answers;
    const auto& form = couple::shipped().modules.at({"how-i-connect"});
    for (const auto& item : form.items)
        answers[{form.id, item.id}] = Chosen{6};
    answers[{form.id, form.items.back().id}] = Skipped{};
    const auto alike = all_words(screen);
    CHECK(says(alike, "At most 13 items in a row had the same answer, some of them counted in reverse."));
    CHECK(says(alike, "One of 14 items was skipped."));
}

TEST_CASE("where no times were kept nothing is said of them, and nothing of how they answered beside the answers") {
    auto screen = scores_of(couple::after_a_first_visit());
    CHECK_FALSE(says(all_words(screen), "Half of the items took"));
    CHECK(says(all_words(screen), "How Maya answered"));
    screen.tab = CaseTab::answers;
    CHECK_FALSE(says(all_words(screen), "How Maya answered"));
}

TEST_CASE("beside scores it is said what a range shows, and that its least width is borrowed") {
    const auto words = all_words(scores_of(couple::after_a_first_visit()));
    CHECK(says(words, "A 95 % range says how much this person's answers differ from item to item."));
    CHECK(says(words, "It does not say how sure the truth is."));
    CHECK(says(words, "How narrow a range may be is borrowed from answers to another form"));
    CHECK_FALSE(says(words, "how sure the number is"));
}

TEST_CASE("the therapist sees how long each of them took, beside scores and answers, without the pauses") {
    auto screen = scores_of(timed(std::chrono::seconds(10)));
    const auto minutes = [&](Partner partner) {
        const auto taken = active_time(part_of(screen.file.visits[0], partner).content->first_at);
        REQUIRE(taken.has_value());
        return std::to_string(std::chrono::ceil<std::chrono::minutes>(*taken).count());
    };
    const auto said = [&](const std::string& name, Partner partner) {
        return name + " took about " + minutes(partner) + " minutes from the first answer to the last";
    };
    CHECK(says(all_words(screen), "From the first answer to the last, without long pauses, Maya took about " +
                                      minutes(Partner::a) + " minutes and Jordan about " + minutes(Partner::b) +
                                      " minutes."));
    screen.tab = CaseTab::answers;
    CHECK(says(all_words(screen), said("Maya", Partner::a)));
    CHECK(says(all_words(screen), said("Jordan", Partner::b)));
    CHECK_FALSE(says(all_words(scores_of(couple::after_a_first_visit())), " took about"));
}
