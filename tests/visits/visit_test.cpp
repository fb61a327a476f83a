#include "visits/a_visit.hpp"

using namespace visits;

TEST_CASE("a desk, two partners and a therapist do a whole visit, and every answer arrives as it was given") {
    Visit visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    visit.begin(code, act);
    REQUIRE(answer_part(*visit.kiosk, act));
    const auto given_by_maya = std::get<model::screen::Review>(visit.kiosk->state().screen).session.content;
    REQUIRE(seal_part(*visit.kiosk, act));
    CHECK(visit.kiosk->says("Your part is sealed"));
    CHECK_FALSE(visit.kiosk->says("We want to talk again"));

    REQUIRE(visit.kiosk->tap_id("other"));
    act = Visit::jordan();
    REQUIRE(begin_part(*visit.kiosk, act));
    CHECK(visit.kiosk->state().screen.index() == model::Screen(model::screen::ModuleIntro{}).index());
    finish_part(visit, act);

    REQUIRE(visit.kiosk->tap_id("joint"));
    REQUIRE(visit.kiosk->shows("return-code"));
    REQUIRE(visit.kiosk->keys("4711")); // Maya, whose words waited under her own code
    const auto* joint = std::get_if<model::screen::Joint>(&visit.kiosk->state().screen);
    REQUIRE(joint != nullptr);
    REQUIRE(joint->session.content.drafts.size() >= 4);
    CHECK(joint->session.content.drafts.front().text == "I want us to be kind first.");
    visit.kiosk->tell(model::action::DraftTapped{0});
    visit.kiosk->tell(model::action::TurnPassed{});
    visit.kiosk->tell(model::action::WriteTapped{});
    visit.kiosk->type("We keep our word.");
    visit.kiosk->tell(model::action::DoneTyping{});
    visit.kiosk->tell(model::action::AssentTapped{model::Partner::a});
    visit.kiosk->tell(model::action::AssentTapped{model::Partner::b});
    visit.kiosk->tell(model::action::StatementFinished{});
    REQUIRE(visit.kiosk->tap_id("done"));
    REQUIRE(visit.kiosk->shows("thanks"));
    visit.kiosk->pass(std::chrono::seconds(visit.practice.thanks_seconds));
    REQUIRE(visit.kiosk->shows("welcome"));

    const auto file = visit.read_case();
    CHECK(file.chart_code == "RG-2041");
    CHECK(file.name_a == "Maya");
    CHECK(file.name_b == "Jordan");
    REQUIRE(file.visits.size() == 1);
    const auto& record = file.visits.front();
    REQUIRE(record.a.content.has_value());
    REQUIRE(record.b.content.has_value());
    // Each was timed when it was first answered; of what is private not even that stands beside the rest.
    CHECK(record.a.content->first_at.size() == record.a.content->answers.size());
    CHECK(given_by_maya.first_at.size() > record.a.content->first_at.size());
    for (const auto& [ref, at] : record.a.content->first_at) {
        CHECK(record.a.content->answers.contains(ref));
        CHECK(at == given_by_maya.first_at.at(ref));
    }
    std::size_t private_items = 0;
    for (const auto& [ref, answer] : given_by_maya.answers) {
        const auto* item = model::find_item(*model::find_module(*shipped_content(), ref.module), ref.item);
        REQUIRE(item != nullptr);
        const auto found = record.a.content->answers.find(ref);
        if (item->is_private) {
            ++private_items;
            CHECK(found == record.a.content->answers.end());
        } else {
            REQUIRE(found != record.a.content->answers.end());
            CHECK(found->second == answer);
        }
    }
    CHECK(private_items == 17);
    visit.kiosk->tell(model::action::CaseTabChosen{model::CaseTab::private_view});
    CHECK_FALSE(std::get<model::screen::Case>(visit.kiosk->state().screen).opened_private.has_value());
    visit.kiosk->tell(model::action::PrivateOpened{});
    const auto opened = std::get<model::screen::Case>(visit.kiosk->state().screen).opened_private;
    REQUIRE(opened.has_value());
    CHECK(opened->answers.size() == private_items);
    for (const auto& [ref, answer] : opened->answers)
        CHECK(given_by_maya.answers.at(ref) == answer);

    REQUIRE(record.joint.content.has_value());
    REQUIRE(record.joint.content->versions.size() == 1);
    CHECK(record.joint.content->versions.front().statement.sentences.back() ==
          model::Sentence{model::Partner::b, "We keep our word."});
}

TEST_CASE("a partner who hides the screen comes back to the same question with their own code") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 11);
    const auto page = visit.page();
    const auto answers = visit.session().content.answers;
    REQUIRE(visit.kiosk->tap("Hide screen"));
    CHECK(visit.kiosk->shows("cover"));
    CHECK_FALSE(visit.kiosk->says("Maya"));
    REQUIRE(visit.kiosk->tap("Return"));
    REQUIRE(visit.kiosk->keys("0000"));
    CHECK(visit.kiosk->says("match"));
    visit.kiosk->pass(std::chrono::seconds(2));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.page() == page);
    CHECK(visit.session().content.answers == answers);
}

TEST_CASE("after a cut of power the entry code and the own code bring back the very question with every saved answer") {
    Visit visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    visit.begin(code, act);
    for (const std::size_t step : {1U, 4U, 7U, 11U, 15U}) {
        CAPTURE(step);
        act.stop_after = step;
        REQUIRE(answer_part(*visit.kiosk, act));
        if (visit.kiosk->shows("rest:")) REQUIRE(visit.kiosk->tap_id("go-on"));
        if (!visit.kiosk->shows("question")) REQUIRE(visit.kiosk->tap_id("begin"));
        const auto page = visit.page();
        const auto answers = visit.session().content.answers;
        visit.start();
        CHECK(visit.kiosk->shows("welcome"));
        REQUIRE(enter_code(*visit.kiosk, code));
        REQUIRE(visit.kiosk->shows("who-is-here"));
        REQUIRE(visit.kiosk->tap_id("partner:a"));
        REQUIRE(visit.kiosk->keys("4711"));
        CHECK(visit.page() == page);
        CHECK(visit.session().content.answers == answers);
    }
}

TEST_CASE("what was typed is on the disk 400 ms later, without Done") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    auto act = Visit::maya();
    visit.begin(code, act);
    act.stop_after = 0;
    while (!visit.kiosk->shows("question"))
        REQUIRE(visit.kiosk->tap_id("begin"));
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->type("Every word counts");
    visit.kiosk->pass(model::typing_in_flight);
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    REQUIRE(visit.kiosk->keys("4711"));
    REQUIRE(visit.question().writing.has_value());
    CHECK(visit.question().writing->text == "Every word counts");
}

TEST_CASE("what was typed in the last moment before Hide is there after Return") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    while (!visit.kiosk->shows("question"))
        REQUIRE(visit.kiosk->tap_id("begin"));
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->type("Just now");
    REQUIRE(visit.kiosk->tap_at_once("hide"));
    REQUIRE(visit.kiosk->shows("cover"));
    REQUIRE(visit.kiosk->tap("Return"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.question().writing->text == "Just now");
}

TEST_CASE("a double tap answers once and skips no screen") {
    Visit visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    visit.begin(code, act);
    act.stop_after = 40;
    // To the first screen of the module with single choices only.
    while (!(visit.kiosk->shows("question") && item_on_screen(*visit.kiosk)->kind == model::ItemKind::choice)) {
        if (visit.kiosk->shows("question"))
            REQUIRE(answer_question(*visit.kiosk, middling));
        else
            REQUIRE(visit.kiosk->tap_id("begin"));
    }
    const auto answer = "answer:" + std::to_string(item_on_screen(*visit.kiosk)->choices[1].value);
    const auto module = visit.question().module, item = visit.question().item;
    const auto count = visit.session().content.answers.size();
    REQUIRE(visit.kiosk->tap_id(answer));
    for (int i = 0; i < 8; ++i) { // as fast as a hand can, through the moment in which the page turns
        visit.kiosk->tap_at_once(answer);
        visit.kiosk->pass(std::chrono::milliseconds(15));
    }
    CHECK(visit.question().module == module);
    CHECK(visit.question().item == item + 1);
    CHECK(visit.session().content.answers.size() == count + 1);
}

TEST_CASE("an answer that is about to move on can be put right, and is lost by no other tap") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 13); // among single choices, where an answer moves on by itself
    const auto* item = item_on_screen(*visit.kiosk);
    REQUIRE(item->kind == model::ItemKind::choice);
    REQUIRE(item->choices.size() >= 3);
    const model::ItemRef asked{visit.content->packets.front().modules.at(visit.question().module), item->id};
    const auto page = visit.page();
    const auto at = visit.question().item;
    const auto answer = [&](std::size_t index) { return "answer:" + std::to_string(item->choices[index].value); };
    REQUIRE(visit.kiosk->tap_id(answer(1)));
    REQUIRE(visit.question().moves_on_at.has_value());
    visit.kiosk->tap_at_once(answer(2)); // a finger that slipped is put right
    CHECK(visit.session().content.answers.at(asked) == model::Answer{model::Chosen{item->choices[2].value}});
    visit.kiosk->tap_at_once("skip");
    REQUIRE(visit.page() == page);
    SUBCASE("it moves on with what was chosen last") {
        visit.kiosk->pass(model::shown_chosen_for);
        CHECK(visit.question().item == at + 1);
    }
    SUBCASE("Back keeps the page") {
        visit.kiosk->tap_at_once("back");
        visit.kiosk->pass(std::chrono::seconds(2));
        CHECK(visit.page() == page);
    }
    CHECK(visit.session().content.answers.at(asked) == model::Answer{model::Chosen{item->choices[2].value}});
}

TEST_CASE("an answer that a key chose stays on the screen until Next, and a finger's moves on again") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 13);
    const auto* item = item_on_screen(*visit.kiosk);
    REQUIRE(item->kind == model::ItemKind::choice);
    const auto at = visit.question().item;
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->tell(model::action::Touched{.by_key = true});
    visit.kiosk->tell(model::action::ChoiceTapped{item->choices[1].value});
    visit.kiosk->pass(std::chrono::seconds(20));
    REQUIRE(visit.question().item == at);
    CHECK_FALSE(visit.question().moves_on_at.has_value());
    visit.kiosk->tell(model::action::ChoiceTapped{item->choices[2].value}); // another one is still possible
    CHECK(visit.question().session.pending.empty());
    visit.kiosk->tell(model::action::NextTapped{});
    CHECK(visit.question().item == at + 1);
    const auto* next = item_on_screen(*visit.kiosk);
    REQUIRE(next->kind == model::ItemKind::choice);
    REQUIRE(visit.kiosk->tap_id("answer:" + std::to_string(next->choices[0].value)));
    CHECK(visit.question().moves_on_at.has_value());
}

TEST_CASE("what is typed after Done, while the disk still writes, is not shown and then lost") {
    Visit visit;
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    visit.begin(code, Visit::maya());
    while (!visit.kiosk->shows("question"))
        REQUIRE(visit.kiosk->tap_id("begin"));
    visit.kiosk->pass(model::settle_time);
    const auto page = visit.page();
    std::optional<model::Effect> waiting;
    visit.kiosk->instead = [&](const model::Effect& effect) -> std::optional<std::vector<model::Action>> {
        if (!std::holds_alternative<model::effect::SaveEntries>(effect)) return std::nullopt;
        waiting = effect;
        return std::vector<model::Action>{};
    };
    visit.kiosk->type("Kind");
    REQUIRE(visit.kiosk->tap_id("key:done"));
    REQUIRE(waiting.has_value());
    REQUIRE(visit.question().go_after_save);
    visit.kiosk->type("ness");
    visit.kiosk->tap_id("back");
    REQUIRE(visit.page() == page);
    CHECK(visit.question().writing->text == "Kind");
    visit.kiosk->instead = {};
    for (auto& answer : visit.kiosk->runner().run(*waiting))
        visit.kiosk->tell(std::move(answer));
    CHECK(visit.page() != page);
    visit.kiosk->tell(model::action::BackTapped{});
    CHECK(visit.page() == page);
    CHECK(visit.question().writing->text == "Kind");
}

TEST_CASE("a double tap on what turns a page turns one page") {
    Visit visit;
    visit.appearance.text_percent = 200;
    visit.start();
    const auto code = visit.new_sitting();
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(visit.kiosk->tap_id("partner:a"));
    for (int i = 0; i < 2; ++i) {
        visit.kiosk->pass(model::settle_time);
        visit.kiosk->type("Maya");
        REQUIRE(visit.kiosk->tap_id("key:done"));
    }
    REQUIRE(visit.kiosk->shows("before-you-begin"));
    std::size_t pages = 1;
    while (visit.kiosk->tree().find_id("ready") == nullptr) {
        const auto at = visit.kiosk->tree().find_id("next")->rect.center();
        REQUIRE(visit.kiosk->tap_id("next"));
        for (int i = 0; i < 3; ++i)
            visit.kiosk->tap_at(at);
        CHECK(visit.kiosk->tree().screen == "before-you-begin:" + std::to_string(++pages));
    }
    CHECK(pages >= 2);

    const auto at = visit.kiosk->tree().find_id("help")->rect.center();
    REQUIRE(visit.kiosk->tap_id("help"));
    visit.kiosk->tap_at(at);
    CHECK(visit.kiosk->shows("help"));
}

TEST_CASE("a key held down activates once") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 13); // among single choices, where an answer moves on by itself
    int moved = 0;
    for (int tabs = 1; tabs <= 10; ++tabs) {
        CAPTURE(tabs);
        REQUIRE(visit.kiosk->shows("question"));
        visit.kiosk->pass(model::settle_time);
        for (int i = 0; i < tabs; ++i)
            visit.kiosk->press(platform::Key::tab);
        auto last = visit.kiosk->tree().screen;
        int changes = 0;
        for (int i = 0; i < 60; ++i) {
            visit.kiosk->press(platform::Key::enter, i > 0);
            visit.kiosk->pass(std::chrono::milliseconds(30));
            if (visit.kiosk->tree().screen != last) ++changes;
            last = visit.kiosk->tree().screen;
        }
        CHECK(changes <= 1);
        moved += changes;
        if (visit.kiosk->shows("help")) visit.kiosk->tap_id("close");
        if (visit.kiosk->shows("review")) REQUIRE(visit.kiosk->tap_id("back"));
        if (visit.kiosk->shows("cover")) REQUIRE((visit.kiosk->tap_id("return") && visit.kiosk->keys("4711")));
    }
    CHECK(moved >= 2); // an answer that a key chose waits for Next
}

TEST_CASE("a save that fails is never called saved, keeps the answer, and can be tried again") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 13);
    visit.kiosk->pass(std::chrono::seconds(1));
    bool full = true;
    visit.kiosk->instead = [&](const model::Effect& effect) -> std::optional<std::vector<model::Action>> {
        const auto* save = std::get_if<model::effect::SaveEntries>(&effect);
        if (save == nullptr || !full) return std::nullopt;
        return std::vector<model::Action>{model::action::SaveFailed{save->part, {core::ErrorCode::disk_full, ""}}};
    };
    const auto* item = item_on_screen(*visit.kiosk);
    REQUIRE(item->kind == model::ItemKind::choice);
    const auto page = visit.page();
    REQUIRE(visit.kiosk->tap_id("answer:" + std::to_string(item->choices[2].value)));
    visit.kiosk->pass(std::chrono::seconds(1));
    CHECK(visit.page() == page);
    CHECK(visit.kiosk->says("not saved yet"));
    for (const auto& widget : visit.kiosk->tree().widgets)
        CHECK(widget.name != "Saved");
    full = false;
    REQUIRE(visit.kiosk->tap_id("retry"));
    CHECK_FALSE(visit.kiosk->says("not saved yet"));
    CHECK(visit.session().pending.empty());
}

TEST_CASE("an untouched screen asks, waits at least twenty seconds, and covers itself") {
    Visit visit;
    const auto code = visit.new_sitting();
    visit.begin_at(code, Visit::maya(), 11);
    visit.kiosk->pass(std::chrono::seconds(visit.practice.idle_seconds - 1));
    CHECK(visit.kiosk->shows("question"));
    visit.kiosk->pass(std::chrono::seconds(2));
    CHECK(visit.kiosk->shows("idle"));
    visit.kiosk->pass(std::chrono::seconds(20));
    CHECK(visit.kiosk->shows("idle"));
    REQUIRE(visit.kiosk->tap_id("here"));
    CHECK(visit.kiosk->shows("question"));
    visit.kiosk->pass(std::chrono::seconds(visit.practice.idle_seconds + visit.practice.idle_warning_seconds));
    CHECK(visit.kiosk->shows("cover"));
    visit.kiosk->pass(std::chrono::hours(3));
    CHECK(visit.kiosk->shows("cover"));
}

TEST_CASE("B may come before A, and nothing of one reaches the other") {
    Visit visit;
    const auto code = visit.new_sitting();
    const auto act = Visit::jordan();
    visit.begin(code, act);
    finish_part(visit, act);
    CHECK(visit.kiosk->says("Maya"));
    REQUIRE(visit.kiosk->tap_id("not-here"));
    REQUIRE(visit.kiosk->shows("thanks"));
    visit.kiosk->pass(std::chrono::hours(30)); // another day
    visit.start();
    const auto other = Visit::maya();
    visit.begin(code, other);
    REQUIRE(visit.kiosk->tap_id("begin"));
    CHECK(visit.session().content.answers.empty());
    finish_part(visit, other);
    CHECK(visit.kiosk->tree().find_id("joint") != nullptr);
}

TEST_CASE("a partner alone does a visit of their own") {
    Visit visit;
    const auto code = visit.new_sitting("RG-7", false, true);
    REQUIRE(enter_code(*visit.kiosk, code));
    CHECK(visit.kiosk->shows("names"));
    const auto act = Visit::jordan();
    REQUIRE(begin_part(*visit.kiosk, act));
    finish_part(visit, act);
    CHECK(visit.kiosk->tree().find_id("joint") == nullptr);
    visit.kiosk->tell(model::action::NextTapped{});
    CHECK(visit.kiosk->shows("thanks"));
    visit.kiosk->tell(model::action::WentHome{});
    const auto file = visit.read_case();
    CHECK(file.visits.front().a.status == model::PartStatus::absent);
    CHECK(file.visits.front().b.status == model::PartStatus::sealed);
}

TEST_CASE("every partner meets the same screens, whatever they answered to a private item") {
    const auto walk = [](double private_answer) {
        Visit visit;
        const auto code = visit.new_sitting();
        auto act = Visit::maya();
        std::vector<std::string> pages;
        act.temper = [&](const model::Module& module, const model::Item& item) {
            return item.is_private ? private_answer : middling(module, item);
        };
        act.at_each_page = [&] {
            auto page = visit.kiosk->tree().screen + "\n";
            for (const auto& widget : visit.kiosk->tree().widgets)
                page += widget.name + "|";
            pages.push_back(page);
        };
        visit.begin(code, act);
        REQUIRE(answer_part(*visit.kiosk, act));
        REQUIRE(seal_part(*visit.kiosk, act));
        REQUIRE(visit.kiosk->shows("hand-over"));
        pages.push_back(visit.kiosk->tree().screen);
        return pages;
    };
    const auto never = walk(0), always = walk(1);
    CHECK(never == always);
}
