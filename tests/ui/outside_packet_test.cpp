// A form that was answered outside the visit's packet: the packet was changed since, or a part moved to another visit.
#include "all_words.hpp"
#include "model/form/applies.hpp"
#include "model/scoring/scoring.hpp"
#include "support/snapshot.hpp"
#include "therapist_samples.hpp"
#include <doctest/doctest.h>

using namespace model;
using namespace samples;

namespace {

// The packet asks for nothing but the texts now.
std::shared_ptr<const Content> with_a_short_packet() {
    auto content = some_content();
    content.packets.front().modules = {{"mission"}};
    return std::make_shared<const Content>(std::move(content));
}

std::string words_of(const screen::Case& screen, std::shared_ptr<const Content> content) {
    auto state = a_state(screen);
    state.content = std::move(content);
    return samples::all_words(std::move(state));
}
std::string words_of(CaseTab tab) {
    return words_of(an_open_case(tab), with_a_short_packet());
}

screen::Case with_private(PrivateRecord record) {
    auto screen = an_open_case(CaseTab::private_view);
    screen.opened_private = std::move(record);
    return screen;
}

}

TEST_CASE("Answers shows every answer of a visit, whether or not its form is in the packet") {
    const auto content = with_a_short_packet();
    const auto words = words_of(CaseTab::answers);
    const auto file = a_case();
    const auto& answers = file.visits.front().a.content->answers;
    std::size_t answered = 0;
    for (const auto& [ref, answer] : answers) {
        const auto& module = content->modules.at(ref.module);
        const auto& item = *find_item(module, ref.item);
        if (answer_in_use(module, item, answers) == nullptr) continue;
        ++answered;
        const auto text = with_person(item.text, person_named(module, item.person, answers));
        CHECK_MESSAGE(says(words, text), text);
        CHECK_MESSAGE(says(words, module.title), module.title);
    }
    CHECK(answered > 20);
}

TEST_CASE("Answers shows what was answered when the packet itself is no longer known") {
    auto screen = an_open_case(CaseTab::answers);
    screen.file.visits.front().packet = {"gone"};
    const auto words = words_of(screen, std::make_shared<const Content>(some_content()));
    CHECK(says(words, "Who took care of you?"));
    CHECK(says(words, "I stand for telling the truth early"));
}

TEST_CASE("Scores shows every scored form of a visit, whether or not it is in the packet") {
    const auto words = words_of(CaseTab::scores);
    for (const char* form : {"On the same side", "Alliance", "How I connect today", "Avoidance", "Where it began",
                             "Maya with Grandma Rosa"})
        CHECK_MESSAGE(says(words, form), form);
    CHECK_FALSE(says(words, "Feeling safe"));
}

TEST_CASE("the overview shows forms that were answered outside the packet") {
    const auto words = words_of(CaseTab::overview);
    for (const char* form : {"What wears us down", "Maya with Grandma Rosa"})
        CHECK_MESSAGE(says(words, form), form);
}

TEST_CASE("Mission shows what each wrote alone when the packet is no longer known") {
    auto screen = an_open_case(CaseTab::mission);
    screen.file.visits.front().packet = {"gone"};
    CHECK(says(words_of(screen, with_a_short_packet()), "I stand for telling the truth early"));
}

TEST_CASE("the opened private view shows private answers that were given outside the packet") {
    const auto words = words_of(with_private(private_answers(Partner::a)), with_a_short_packet());
    CHECK(says(words, "How often are you afraid?"));
    CHECK(says(words, "A private question about fear and freedom, number 1?"));
    CHECK(says(words, "Feeling safe"));
}

TEST_CASE("the opened private view shows a private answer whose question depends on an answer that is not private") {
    auto content = some_content();
    for (auto& item : content.modules.at({"wear"}).items)
        if (item.is_private) item.enable_when.conditions = {{.item = {"away"}, .test = Test::answered}};
    const auto words =
        words_of(with_private(private_answers(Partner::a)), std::make_shared<const Content>(std::move(content)));
    CHECK(says(words, "How often are you afraid?"));
}

TEST_CASE("what the private view holds is not read from a form's public answers before it is opened") {
    const auto words = words_of(an_open_case(CaseTab::private_view), with_a_short_packet());
    CHECK_FALSE(says(words, "How often are you afraid?"));
    CHECK_FALSE(says(words, "A private question"));
}
