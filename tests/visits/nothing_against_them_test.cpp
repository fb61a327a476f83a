// What is on the screen of a partner cannot be turned against them by who stands behind.
#include "visits/a_visit.hpp"
#include <fstream>

using namespace visits;
namespace action = model::action;
namespace screen = model::screen;

namespace {

// The shipped forms in a packet that a test has time for: who agrees, then what is private.
std::shared_ptr<const model::Content> with_private_packet() {
    static const auto content = [] {
        auto made = *shipped_content();
        made.packets.insert(made.packets.begin(), {.id = {"private-first"},
                                                   .title = "Private first",
                                                   .modules = {{"steady"}, {"same-side"}},
                                                   .joint_module = {}});
        return std::make_shared<const model::Content>(std::move(made));
    }();
    return content;
}

struct Private : Visit {
    std::string code;
    Private() {
        content = with_private_packet();
        start();
        code = new_sitting("RG-2041", true, false, "private-first");
        begin(code, maya());
    }
    bool nothing_is_chosen() const {
        return std::ranges::none_of(kiosk->tree().widgets, [](const ui::Widget& widget) { return widget.chosen; });
    }
};

bool desk_shows(Visit& visit, std::string_view what) {
    visit.start();
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    return visit.kiosk->says(what);
}

}

TEST_CASE("who goes back in a private form meets that it was answered, and never the answer") {
    Private visit;
    auto act = Visit::maya();
    act.stop_after = 2;
    act.temper = [](const model::Module&, const model::Item&) { return 1.0; };
    REQUIRE(answer_part(*visit.kiosk, act));
    const auto answers = visit.session().content.answers;
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.kiosk->says("Answered. Tap to answer anew."));
    CHECK(visit.nothing_is_chosen());
    CHECK(visit.kiosk->tree().find_id("skip") == nullptr);
    SUBCASE("and goes on, with the answer as it was") {
        REQUIRE(visit.kiosk->tap_id("next"));
        CHECK(visit.session().content.answers == answers);
    }
    SUBCASE("or answers anew") {
        REQUIRE(visit.kiosk->tap_id("anew"));
        CHECK(visit.nothing_is_chosen());
        CHECK_FALSE(visit.kiosk->says("Answered. Tap to answer anew."));
        const auto* item = item_on_screen(*visit.kiosk);
        REQUIRE(item != nullptr);
        const model::ItemRef ref{{"steady"}, item->id};
        SUBCASE("something else") {
            REQUIRE(answer_question(*visit.kiosk, [](const model::Module&, const model::Item&) { return 0.0; }));
            CHECK(visit.session().content.answers.at(ref) != answers.at(ref));
        }
        SUBCASE("or leaves it at what it was") {
            REQUIRE(visit.kiosk->tap_id("next"));
            CHECK(visit.session().content.answers == answers);
        }
        SUBCASE("or takes it away") {
            REQUIRE(visit.kiosk->tap_id("skip"));
            CHECK(visit.session().content.answers.at(ref) == model::Answer{model::Skipped{}});
        }
    }
}

TEST_CASE("a private question that was left out looks like one that was answered, for whoever comes back to it") {
    Private visit;
    REQUIRE(visit.kiosk->tap_id("begin"));
    REQUIRE(visit.kiosk->shows("question"));
    REQUIRE(visit.kiosk->tap_id("skip"));
    REQUIRE(visit.kiosk->tap_id("back"));
    const auto skipped = visit.kiosk->tree();
    REQUIRE(visit.kiosk->tap_id("anew"));
    REQUIRE(answer_question(*visit.kiosk, middling));
    REQUIRE(visit.kiosk->tap_id("back"));
    const auto& answered = visit.kiosk->tree();
    REQUIRE(skipped.widgets.size() == answered.widgets.size());
    for (std::size_t i = 0; i < skipped.widgets.size(); ++i) {
        CHECK(skipped.widgets[i].name == answered.widgets[i].name);
        CHECK(skipped.widgets[i].rect.y == answered.widgets[i].rect.y);
        CHECK(skipped.widgets[i].rect.w == answered.widgets[i].rect.w);
    }
}

TEST_CASE("a private question that was answered is covered for whoever comes back with the code") {
    Private visit;
    auto act = Visit::maya();
    act.stop_after = 1;
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(visit.kiosk->tap_id("back"));
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("return"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.kiosk->says("Answered. Tap to answer anew."));
    CHECK(visit.nothing_is_chosen());
}

TEST_CASE("the review lists nothing that is private, whatever was left out, and says the same either way") {
    std::vector<std::string> first;
    for (const double place : {-1.0, 0.5}) {
        Private visit;
        auto act = Visit::maya();
        act.temper = [&](const model::Module& module, const model::Item& item) {
            return module.id.value == "steady" ? place : middling(module, item);
        };
        REQUIRE(answer_part(*visit.kiosk, act));
        REQUIRE(visit.kiosk->shows("review"));
        std::vector<std::string> names;
        for (const auto& widget : visit.kiosk->tree().widgets)
            names.push_back(widget.name);
        if (first.empty()) first = names;
        CHECK(names == first);
        for (const auto& item : model::find_module(*visit.content, {"steady"})->items)
            CHECK_FALSE(visit.kiosk->says(item.text));
    }
}

TEST_CASE("the help lines can be hidden at once, as every screen of a partner") {
    Private visit;
    REQUIRE(visit.kiosk->tap_id("begin"));
    REQUIRE(visit.kiosk->tap_id("help"));
    REQUIRE(visit.kiosk->says("Help lines"));
    REQUIRE(visit.kiosk->tap_id("hide"));
    CHECK(visit.kiosk->shows("cover"));
    visit.start();
    REQUIRE(visit.kiosk->tap_id("help"));
    CHECK(visit.kiosk->tree().find_id("hide") == nullptr); // nobody's screen
    REQUIRE(visit.kiosk->tap_id("close"));
    CHECK(visit.kiosk->shows("welcome"));
}

TEST_CASE("without agreement nothing more is asked, and the way is to agree or to stop") {
    Visit visit;
    const auto code = visit.new_sitting("RG-2041", true, false);
    visit.begin(code, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("begin"));
    REQUIRE(item_on_screen(*visit.kiosk)->kind == model::ItemKind::consent);
    REQUIRE(visit.kiosk->tap_id("skip"));
    REQUIRE(visit.kiosk->shows("without-consent"));
    CHECK(visit.kiosk->says("Without your agreement nothing is asked"));
    SUBCASE("who hides and comes back meets the same") {
        REQUIRE(visit.kiosk->tap_id("hide"));
        REQUIRE(visit.kiosk->tap_id("return"));
        REQUIRE(visit.kiosk->keys("4711"));
        CHECK(item_on_screen(*visit.kiosk)->kind == model::ItemKind::consent);
        REQUIRE(visit.kiosk->tap_id("skip"));
        CHECK(visit.kiosk->shows("without-consent"));
    }
    SUBCASE("who goes back and agrees goes on") {
        REQUIRE(visit.kiosk->tap_id("back"));
        REQUIRE(visit.kiosk->tap_id("consent"));
        REQUIRE(visit.kiosk->tap_id("next"));
        CHECK(visit.kiosk->shows("question"));
    }
    SUBCASE("who stops can lock the part, and the therapist sees that nobody agreed") {
        REQUIRE(visit.kiosk->tap_id("stop-here"));
        REQUIRE(visit.kiosk->shows("review"));
        REQUIRE(visit.kiosk->tap_id("seal"));
        REQUIRE(visit.kiosk->shows("hand-over"));
        visit.start();
        const auto file = visit.read_case();
        const auto& answers = file.visits.front().a.content->answers;
        CHECK(answers.at({{"about-us"}, {"consent"}}) == model::Answer{model::Skipped{}});
        CHECK(answers.size() == 1);
        CHECK(visit.kiosk->says("Maya did not agree to take part."));
        visit.kiosk->tell(action::CaseTabChosen{model::CaseTab::overview});
        CHECK(visit.kiosk->says("Maya did not agree: \"I know who sees my answers, and I agree to take part.\""));
        visit.kiosk->tell(action::CaseTabChosen{model::CaseTab::scores});
        CHECK(visit.kiosk->says("Maya did not agree"));
    }
    SUBCASE("no form behind it opens from the review either") {
        REQUIRE(visit.kiosk->tap_id("stop-here"));
        visit.kiosk->tell(
            action::ReviewItemChosen{{{"same-side"}, shipped_content()->modules.at({"same-side"}).items[0].id}});
        CHECK(visit.kiosk->shows("without-consent"));
    }
}

TEST_CASE("before the first question one reads where privacy ends, and what becomes of secrets") {
    Visit visit;
    const auto code = visit.new_sitting();
    REQUIRE(enter_code(*visit.kiosk, code));
    std::string seen;
    auto act = Visit::maya();
    act.at_each_page = [&] {
        if (visit.kiosk->shows("before-you-begin"))
            for (const auto& widget : visit.kiosk->tree().widgets)
                seen += widget.name + "\n";
    };
    REQUIRE(begin_part(*visit.kiosk, act));
    for (const auto* words : {"a life is in danger", "a child or an adult who depends on others", "a court orders it"})
        CHECK(seen.find(words) != std::string::npos);
    const auto& policy = shipped_content()->secrets_policy;
    CHECK(seen.find(policy.substr(0, 40)) != std::string::npos);
    CHECK(visit.kiosk->says("call 988 or 911")); // before anything is written
}

TEST_CASE("that someone will come is said only where something calls them") {
    Visit visit;
    int called = 0;
    const auto code = visit.new_sitting();
    for (const bool calls : {false, true}) {
        CAPTURE(calls);
        visit.practice.calls_someone = calls;
        visit.start();
        REQUIRE(enter_code(*visit.kiosk, code));
        auto act = Visit::maya();
        act.at_each_page = [&] {
            if (visit.kiosk->tree().find_id("wish") != nullptr && ++called > 0) REQUIRE(visit.kiosk->tap_id("wish"));
            CHECK_FALSE((!calls && visit.kiosk->says("Someone will come")));
        };
        REQUIRE(visit.kiosk->tap_id("partner:a"));
        visit.kiosk->tell(action::BackTapped{});
        REQUIRE(visit.kiosk->tap_id("partner:a"));
        visit.kiosk->pass(model::settle_time);
        visit.kiosk->type("Maya");
        REQUIRE(visit.kiosk->tap_id("key:done"));
        REQUIRE(visit.kiosk->tap_id("skip"));
        REQUIRE(visit.kiosk->shows("before-you-begin"));
        for (int i = 0; i < 6 && visit.kiosk->tree().find_id("wish") == nullptr; ++i)
            REQUIRE(visit.kiosk->tap_id("next"));
        REQUIRE(visit.kiosk->tap_id("wish"));
        CHECK(visit.kiosk->says("Someone will come") == calls);
        CHECK(visit.kiosk->says("will see this before you meet") != calls);
    }
}

TEST_CASE("a mark stays on the board until it is acknowledged, also when the sitting is over") {
    Visit visit;
    const auto code = visit.new_sitting("RG-2041", true, false, "mission-only");
    visit.begin(code, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("wish"));
    REQUIRE(visit.kiosk->tap_id("return"));
    REQUIRE(visit.kiosk->keys("4711"));
    finish_part(visit, Visit::maya());
    REQUIRE(desk_shows(visit, "RG-2041"));
    const auto row = std::get<screen::Desk>(visit.kiosk->state().screen).board.rows.front();
    CHECK(row.status == model::SittingStatus::finished);
    CHECK(row.marked);
    CHECK(row.entry_code.empty());
    visit.kiosk->tell(action::RowTapped{row.sitting});
    REQUIRE(visit.kiosk->tap_id("mark"));
    visit.kiosk->pass(model::settle_time);
    REQUIRE(visit.kiosk->keys(pin));
    REQUIRE(visit.kiosk->tap_id("key:done"));
    REQUIRE(visit.kiosk->says("Maya"));
    REQUIRE(visit.kiosk->tap_id("acknowledge"));
    REQUIRE(visit.kiosk->shows("desk"));
    CHECK_FALSE(std::get<screen::Desk>(visit.kiosk->state().screen).board.rows.front().marked);
    visit.clock.pass(std::chrono::hours(24));
    CHECK_FALSE(desk_shows(visit, "RG-2041"));
    visit.start();
    CHECK(visit.read_case().visits.front().a.wish); // the therapist knows of it as before
    visit.kiosk.reset();
    CHECK(any_begins(audit_lines(visit.folder.path()), "desk wish-acknowledged "));
}

TEST_CASE("an agreement that is not asked of somebody keeps them from nothing") {
    Visit visit;
    auto content = *shipped_content();
    auto& items = content.modules.at({"same-side"}).items;
    model::Item agree{.id = {"agree"}, .kind = model::ItemKind::consent, .text = "I agree."};
    agree.enable_when.conditions = {{items.front().id, model::Test::equals, 99}};
    items.insert(items.begin() + 1, agree);
    content.packets.insert(content.packets.begin(),
                           {.id = {"asked-of-some"}, .title = "Some", .modules = {{"same-side"}}, .joint_module = {}});
    visit.content = std::make_shared<const model::Content>(std::move(content));
    visit.start();
    const auto code = visit.new_sitting("RG-2041", true, false, "asked-of-some");
    auto act = Visit::maya();
    act.at_each_page = [&] { CHECK_FALSE(visit.kiosk->shows("without-consent")); };
    visit.begin(code, act);
    finish_part(visit, act);
    CHECK(visit.kiosk->shows("hand-over"));
}
