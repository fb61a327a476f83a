#include "window/people.hpp"

using namespace window;

TEST_CASE(
    "a partner who hides what they are writing finds it again with their own code, and a double tap answers once") {
    REQUIRE(has_display());
    const Practice practice;
    // Smaller than the screens were drawn for: what is tapped is where it is seen at any scale.
    Kiosk kiosk({.data = practice.folder(), .width = 1024, .height = 640});
    kiosk.wait_for_page("welcome");
    const auto code = make_sitting(kiosk, {.chart_code = "RG-8", .second_partner = false});
    Partner alex{.name = "Alex", .other = "Sam", .code = "2946"};
    enter_code(kiosk, code);
    begin_part(kiosk, alex);
    answer_until(kiosk, alex, "question:about-us:brings");

    const std::string words = "After the move, we stopped talking: 3 months.";
    kiosk.type(words);
    kiosk.wait_for("what was typed", [&](const ui::Tree&) { return kiosk.written() == words; });
    kiosk.turn("hide");
    CHECK(kiosk.shows("cover"));
    CHECK_FALSE(kiosk.page().says("Alex"));
    CHECK_FALSE(kiosk.page().says("talking"));
    kiosk.turn("return");
    kiosk.keys("0000");
    kiosk.wait_for_words("don't match");
    CHECK_FALSE(kiosk.page().says("talking"));
    kiosk.let_pass(std::chrono::milliseconds(1100)); // a wrong code makes the next wait for a second
    give_own_code(kiosk, alex);
    REQUIRE(kiosk.shows("question:about-us:brings"));
    CHECK_FALSE(kiosk.page().says("talking")); // private: not before its author asks for it
    kiosk.turn("anew");
    CHECK(kiosk.written() == words);

    kiosk.type(" Yes");
    kiosk.wait_for("more words", [&](const ui::Tree&) { return kiosk.written() == words + " Yes"; });
    kiosk.strike("BackSpace");
    kiosk.wait_for("one letter less", [&](const ui::Tree&) { return kiosk.written() == words + " Ye"; });
    remember(kiosk, alex, model::Written{words + " Ye"});
    kiosk.strike("Return");
    kiosk.wait_for_page("question:about-us:topics");

    answer_until(kiosk, alex, "question:same-side:same-side", 0);
    const auto chosen = item_on(kiosk).choices[5].value;
    remember(kiosk, alex, model::Chosen{chosen});
    kiosk.tap_twice("answer:" + std::to_string(chosen));
    kiosk.wait_for_page("question:same-side:others-first");
    kiosk.let_pass(std::chrono::milliseconds(600)); // time enough to go on once more
    CHECK(kiosk.shows("question:same-side:others-first"));
    for (const auto& choice : item_on(kiosk).choices)
        CHECK_FALSE(kiosk.widget("answer:" + std::to_string(choice.value)).chosen);

    answer_until(kiosk, alex, "review", 0);
    finish_part(kiosk);
    CHECK(kiosk.page().says("sealed"));
    CHECK(kiosk.stop() == 0);
    CHECK(differences(all_answers(read_with_key(practice), model::Partner::a), alex.given) == "");
}
