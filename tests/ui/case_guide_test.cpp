// What a therapist reads beside private answers: what to ask, and what never to do.
#include "opened_case.hpp"
#include "support/snapshot.hpp"
#include "therapist_samples.hpp"
#include <doctest/doctest.h>

using namespace model;
using namespace samples;

namespace {

std::string words_beside(PrivateRecord record) {
    auto screen = an_open_case(CaseTab::private_view);
    screen.opened_private = std::move(record);
    auto state = a_state(screen);
    auto& shown = std::get<screen::Case>(state.screen);
    std::string words;
    for (shown.page = 0; shown.page < 60; ++shown.page) {
        const auto tree = support::draw(state, support::lying);
        for (const auto& widget : tree.widgets)
            words += widget.name + "\n";
        const auto* later = tree.find_id("later");
        if (later == nullptr || !later->enabled) break;
    }
    return words;
}

}

TEST_CASE("beside private answers stands what is dangerous, what to ask and what never to do, whatever was answered") {
    auto nothing = private_answers(Partner::a);
    for (auto& [item, answer] : nothing.answers)
        answer = Skipped{};
    for (const auto& words : {words_beside(private_answers(Partner::a)), words_beside(nothing)})
        for (const char* part :
             {"Talk with Maya alone", "An answer that names nothing proves nothing.",
              "choking, threats to kill, weapons", "Never confront the other with an answer.",
              "no sessions as a couple", "whether they stay or leave", "leaving is often the most dangerous time"}) {
            CAPTURE(part);
            CHECK(words.find(part) != std::string::npos);
        }
}

TEST_CASE("a form is named once on a page of private answers") {
    const auto made = couple::after_a_first_visit();
    auto screen = an_open_case(CaseTab::private_view, made.file);
    screen.opened_private = {.sitting = made.file.visits.front().sitting, .partner = Partner::a, .answers = {}};
    for (const auto& item : made.form("steady").items)
        screen.opened_private->answers[{{"steady"}, item.id}] = Skipped{};
    for (const int percent : {100, 200}) {
        auto state = samples::a_state(screen, Theme::day, percent);
        auto& shown = std::get<screen::Case>(state.screen);
        std::size_t forms = 0;
        for (bool more = true; more && shown.page < 60; ++shown.page) {
            const auto tree = support::draw(state, support::lying);
            const auto named = std::ranges::count(tree.widgets, made.form("steady").title, &ui::Widget::name);
            CHECK(named <= 1);
            forms += static_cast<std::size_t>(named);
            const auto* later = tree.find_id("later");
            more = later != nullptr && later->enabled;
        }
        CHECK(forms > 0);
    }
}
