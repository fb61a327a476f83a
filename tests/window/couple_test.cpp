#include "window/people.hpp"

using namespace window;

namespace {

void share(Kiosk& kiosk, Partner& partner, const std::string& item) {
    leaf_to(kiosk, "share:my-mission." + item);
    kiosk.choose("share:my-mission." + item);
    partner.shared.insert(model::ItemRef{{"my-mission"}, {item}});
}

void check_part(const Found& found, model::Partner which, const Partner& partner) {
    CHECK(differences(all_answers(found, which), partner.given) == "");
    CHECK(model::part_of(found.visit(), which).content->released == partner.shared);
}

}

TEST_CASE("a couple does a whole visit with a mouse, and the therapist's key finds every answer as it was tapped") {
    REQUIRE(has_display());
    const Practice practice;
    Kiosk kiosk({.data = practice.folder()});
    kiosk.wait_for_page("welcome");
    const auto code = make_sitting(kiosk, {.chart_code = "RG-2041", .packet = 2});
    Partner maya{.name = "Maya", .other = "Jordan", .code = "4711"};
    Partner jordan{.name = "Jordan", .other = "Maya", .code = "9024"};

    enter_code(kiosk, code);
    kiosk.wait_for_page("who-is-here");
    kiosk.turn("partner:a");
    begin_part(kiosk, maya);
    answer_until(kiosk, maya, "release");
    share(kiosk, maya, "myself");
    share(kiosk, maya, "intention-us");
    kiosk.turn("next");
    finish_part(kiosk);
    CHECK(kiosk.page().says("Thank you, Maya."));
    for (const auto& [ref, answer] : maya.given)
        CHECK_FALSE(kiosk.page().says(std::get<model::Written>(answer).text));

    kiosk.turn("other");
    begin_part(kiosk, jordan);
    begin_module(kiosk);
    answer(kiosk, jordan, 2);
    answer(kiosk, jordan, 2);
    auto begun = item_on(kiosk).starters.front();
    if (begun.ends_with("…")) begun.resize(begun.size() - std::string_view("…").size());
    begun += " ";
    kiosk.tap("starter:0");
    kiosk.wait_for("the beginning of a sentence", [&](const ui::Tree&) { return kiosk.written() == begun; });
    kiosk.write("laugh (a lot)!");
    remember(kiosk, jordan, model::Written{begun + "laugh (a lot)!"});
    kiosk.turn("key:done");
    answer_until(kiosk, jordan, "release", 0);
    share(kiosk, jordan, "us");
    kiosk.turn("next");
    finish_part(kiosk);

    kiosk.turn("joint");
    give_own_code(kiosk, maya);
    const auto drafted = [](const Partner& partner, const std::string& item) {
        return std::get<model::Written>(partner.given.at({{"my-mission"}, {item}})).text;
    };
    CHECK_FALSE(kiosk.page().says(drafted(maya, "us")));
    CHECK_FALSE(kiosk.page().says(drafted(jordan, "myself")));
    kiosk.tap("draft:0");
    kiosk.wait_for("Maya's words", [](const ui::Tree& page) { return page.find_id("sentence:0") != nullptr; });
    kiosk.tap("pass");
    kiosk.wait_for_words("Jordan's turn to write");
    kiosk.turn("write");
    kiosk.write("We keep our word.");
    kiosk.turn("key:done");
    kiosk.choose("assent:a");
    kiosk.choose("assent:b");
    kiosk.turn("finish");
    kiosk.wait_for_page("agreed");
    CHECK(kiosk.page().says("We keep our word."));
    kiosk.turn("done");
    kiosk.wait_for_page("thanks");
    kiosk.turn("home");
    kiosk.wait_for_page("welcome");
    CHECK(kiosk.stop() == 0);

    const auto found = read_with_key(practice);
    CHECK(found.file.chart_code == "RG-2041");
    CHECK(found.file.name_a == "Maya");
    CHECK(found.file.name_b == "Jordan");
    check_part(found, model::Partner::a, maya);
    check_part(found, model::Partner::b, jordan);
    REQUIRE(found.visit().joint.content.has_value());
    const auto& joint = *found.visit().joint.content;
    CHECK(joint.drafts.size() == 3);
    REQUIRE(joint.versions.size() == 1);
    const std::vector<model::Sentence> agreed{{model::Partner::a, drafted(maya, "myself")},
                                              {model::Partner::b, "We keep our word."}};
    CHECK(joint.versions.front().statement.sentences == agreed);
}
