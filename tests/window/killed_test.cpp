#include "window/people.hpp"
#include <fstream>
#include <sys/wait.h>

using namespace window;

TEST_CASE("a kiosk killed in the middle of a question comes back to it with every answer, and the part is finished") {
    REQUIRE(has_display());
    const Practice practice;
    Partner maya{.name = "Maya", .other = "Jordan", .code = "4711"};
    std::string code, screen;
    {
        Kiosk kiosk({.data = practice.folder()});
        kiosk.wait_for_page("welcome");
        code = make_sitting(kiosk, {.chart_code = "RG-7", .second_partner = false});
        enter_code(kiosk, code);
        begin_part(kiosk, maya);
        answer_until(kiosk, maya, "question:same-side:others-first");
        answer_until(kiosk, maya, "question:wear", 1);
        // The last two in sight: one whole question, and the first half of the next.
        answer(kiosk, maya, 4);
        kiosk.choose("toward:4");
        kiosk.wait_for_words("Saved");
        screen = kiosk.page().screen;
        kiosk.kill();
    }
    Kiosk kiosk({.data = practice.folder()});
    CHECK(kiosk.shows("welcome"));
    CHECK_FALSE(kiosk.page().says("Maya"));
    enter_code(kiosk, code);
    give_own_code(kiosk, maya);
    REQUIRE(kiosk.page().screen == screen);
    CHECK(kiosk.widget("toward:4").chosen);
    CHECK_FALSE(kiosk.widget("from:4").chosen);
    const auto half = ref_on(kiosk);

    kiosk.turn("back");
    const auto& before = std::get<model::BothWays>(maya.given.at(ref_on(kiosk)));
    CHECK(kiosk.widget("toward:" + std::to_string(*before.toward_me)).chosen);
    CHECK(kiosk.widget("from:" + std::to_string(*before.from_me)).chosen);
    kiosk.turn("next");
    REQUIRE(ref_on(kiosk) == half);
    kiosk.choose("from:2");
    remember(kiosk, maya, model::BothWays{4, 2});
    kiosk.turn("next");
    answer_until(kiosk, maya, "question:wear:verbal-abuse", 0);
    answer(kiosk, maya, 1);
    answer_until(kiosk, maya, "review", 1);
    finish_part(kiosk);
    CHECK(kiosk.stop() == 0);

    const auto found = read_with_key(practice);
    CHECK(differences(all_answers(found, model::Partner::a), maya.given) == "");
    CHECK(found.private_a.size() == 17);
    CHECK(found.private_a.at({{"wear"}, {"verbal-abuse"}}) == maya.given.at({{"wear"}, {"verbal-abuse"}}));
    CHECK(found.visit().b.status == model::PartStatus::absent);
}

TEST_CASE("a kiosk whose file is damaged where its first page needs nothing of it ends by itself and leaves it alone") {
    REQUIRE(has_display());
    const Practice practice;
    const auto file = practice.folder() / "sameside.db";
    {
        // Pages that are free, of which there are none: https://www.sqlite.org/fileformat2.html, 1.3.9.
        std::fstream damaged(file, std::ios::in | std::ios::out | std::ios::binary);
        damaged.seekp(39).put(7);
    }
    const auto bytes = [&] {
        std::ifstream in(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const auto before = bytes();
    const auto child = start_child({.data = practice.folder()});
    const auto shown = all_from(child.frames);
    int status = 0;
    REQUIRE(waitpid(child.pid, &status, 0) == child.pid);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) != 0);
    CHECK(shown == ""); // no page that can be touched
    CHECK(bytes() == before);
}
