#include "support/process_memory.hpp"
#include "window/people.hpp"
#include <random>

using namespace support;
using namespace window;

namespace {

// Letters that no other text has, made now so that they are not in the program.
std::string unheard_of(std::size_t letters) {
    static std::mt19937 random(std::random_device{}());
    std::uniform_int_distribution<int> letter('a', 'z');
    std::string word;
    while (word.size() < letters)
        word += static_cast<char>(letter(random));
    return word;
}

void check_memory_holds(const Kiosk& kiosk, const std::string& secret) {
    if (memory_can_be_searched) CHECK_FALSE(found_in_memory(kiosk.pid(), forms_of(secret)).empty());
}

void check_memory_has_lost(const Kiosk& kiosk, const std::string& secret) {
    if (!memory_can_be_searched) return;
    for (const auto& place : found_in_memory(kiosk.pid(), forms_of(secret)))
        FAIL_CHECK("still in memory: " << place);
}

}

TEST_CASE(
    "a couple looks at their first card within half a minute and six taps of the therapist's coming to the screen") {
    REQUIRE(has_display());
    const Practice practice("a quiet pond", vault::passphrase_cost());
    Kiosk kiosk({.data = practice.folder()});
    kiosk.wait_for_page("welcome");
    const auto code = make_sitting(kiosk, {.chart_code = "RG-9", .packet = 2});
    Partner maya{.name = "Maya", .other = "Jordan", .code = "4711"};
    Partner jordan{.name = "Jordan", .other = "Maya", .code = "9024"};
    enter_code(kiosk, code);
    kiosk.wait_for_page("who-is-here");
    kiosk.turn("partner:a");
    for (auto* partner : {&maya, &jordan}) {
        begin_part(kiosk, *partner);
        answer_until(kiosk, *partner, "release", 2);
        leaf_to(kiosk, "share:my-mission.myself");
        kiosk.choose("share:my-mission.myself");
        kiosk.turn("next");
        finish_part(kiosk);
        if (partner == &maya) kiosk.turn("other");
    }
    kiosk.turn("next");
    kiosk.wait_for_page("thanks");
    kiosk.turn("home");

    using Clock = std::chrono::steady_clock;
    const auto came = Clock::now();
    int taps = 0;
    const auto tap = [&](const std::string& id) {
        ++taps;
        kiosk.turn(id);
    };
    tap("staff");
    tap("therapist:0");
    kiosk.keys(practice.passphrase());
    const auto typed = Clock::now();
    tap("key:done");
    kiosk.wait_for_page("caseload");
    const auto unlocked = Clock::now();
    tap("case:1");
    tap("together");
    tap("turn");
    kiosk.wait_for_page("together");
    CHECK(kiosk.page().find_id("card:0") != nullptr);
    const auto shown = Clock::now();
    const auto seconds = [](auto time) { return std::chrono::duration<double>(time).count(); };
    MESSAGE(taps, " taps beside the passphrase, ", seconds(shown - came), " s in all, ", seconds(unlocked - typed),
            " s of them for unlocking");
    CHECK(taps <= 6);
    CHECK(shown - came < std::chrono::seconds(30));
    CHECK(kiosk.stop() == 0);
}

TEST_CASE("a therapist reads a case in large letters, and locking leaves neither answer nor passphrase in memory") {
    REQUIRE(has_display());
    const auto passphrase = unheard_of(11) + " " + unheard_of(12);
    const auto first_word = unheard_of(18), second_word = unheard_of(19);
    const auto answer = first_word + " " + second_word;
    const Practice practice(passphrase);
    Kiosk kiosk({.data = practice.folder(), .text_percent = 200});
    kiosk.wait_for_page("welcome");
    const auto code = make_sitting(kiosk, {.chart_code = "RG-9", .packet = 2, .second_partner = false});
    Partner maya{.name = "Maya", .other = "Jordan", .code = "4711"};
    enter_code(kiosk, code);
    begin_part(kiosk, maya);
    begin_module(kiosk);
    kiosk.write(answer);
    remember(kiosk, maya, model::Written{answer});
    kiosk.turn("key:done");
    answer_until(kiosk, maya, "review", 0);
    finish_part(kiosk);
    check_memory_has_lost(kiosk, first_word);
    kiosk.turn("next");
    kiosk.wait_for_page("thanks");
    kiosk.turn("home");

    kiosk.turn("staff");
    kiosk.turn("therapist:0");
    kiosk.keys(passphrase);
    kiosk.tap("show");
    kiosk.wait_for("the passphrase as letters", [](const ui::Tree& page) { return page.says("Hide"); });
    check_memory_holds(kiosk, passphrase);
    kiosk.turn("key:done");
    kiosk.wait_for_page("caseload");
    check_memory_has_lost(kiosk, passphrase);
    kiosk.turn("case:1");
    kiosk.turn("case:tabs");
    kiosk.turn("tab:mission");
    while (!kiosk.page().says(first_word))
        kiosk.leaf("later");
    check_memory_holds(kiosk, first_word);
    kiosk.turn("lock");
    kiosk.wait_for_page("welcome");

    // The first letters too: a string that short lies where it is declared, not where freed memory is wiped.
    for (const auto& secret : {passphrase, passphrase.substr(0, 12), answer, first_word.substr(0, 12), second_word})
        check_memory_has_lost(kiosk, secret);
    CHECK(kiosk.stop() == 0);
    CHECK(differences(all_answers(read_with_key(practice), model::Partner::a), maya.given) == "");
}
