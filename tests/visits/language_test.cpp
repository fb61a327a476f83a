#include "support/languages.hpp"
#include "visits/a_visit.hpp"
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

using namespace visits;
namespace screen = model::screen;
using model::Language;
using model::action::LanguageChosen;

namespace {

struct TwoLanguages : Visit {
    explicit TwoLanguages(Language usual = Language{}) {
        appearance.language = usual;
        speaks = true;
        start();
    }
    Language spoken() const { return kiosk->state().appearance.language; }
    bool says_spanish() const { return kiosk->state().catalogue != nullptr; }
    // By what is on the screen, as a person does it: the globe, or the other language on the Help page.
    void switch_by_hand() {
        if (kiosk->tap_id("language")) return;
        REQUIRE(kiosk->tap_id("help"));
        REQUIRE(kiosk->tap_id("language"));
        REQUIRE(kiosk->tap_id("close"));
    }
};

std::size_t index_of(const TwoLanguages& visit) {
    return visit.kiosk->state().screen.index();
}

}

TEST_CASE("welcome offers each language in its own words, and speaks the one that is chosen") {
    TwoLanguages visit;
    CHECK(visit.kiosk->says("Welcome."));
    REQUIRE(visit.kiosk->tap("Español"));
    CHECK(visit.spoken() == Language{"es"});
    CHECK_FALSE(visit.kiosk->says("Welcome."));
    CHECK(visit.kiosk->says("English"));
    REQUIRE(visit.kiosk->tap("English"));
    CHECK(visit.kiosk->says("Welcome."));
    CHECK_FALSE(visit.says_spanish());
}

TEST_CASE("a tap beside the buttons of welcome begins, in the largest letters of each language") {
    for (const auto& language : {Language{}, Language{"es"}}) {
        TwoLanguages visit(language);
        visit.appearance.text_percent = 200;
        visit.start();
        const auto code = visit.new_sitting();
        CHECK(enter_code(*visit.kiosk, code));
        CHECK(visit.kiosk->shows("who-is-here"));
    }
}

TEST_CASE("a language chosen on welcome and left there gives way to the usual one") {
    TwoLanguages visit;
    REQUIRE(visit.kiosk->tap("Español"));
    visit.kiosk->pass(std::chrono::seconds(visit.practice.idle_seconds + visit.practice.idle_warning_seconds));
    CHECK(visit.spoken() == Language{});
    CHECK(visit.kiosk->says("Welcome."));
}

TEST_CASE("the settings say which language the next couple starts with") {
    TwoLanguages visit(Language{"es"});
    CHECK(visit.says_spanish());
    CHECK_FALSE(visit.kiosk->says("Welcome."));
    REQUIRE(visit.kiosk->tap("English"));
    visit.kiosk->pass(std::chrono::seconds(visit.practice.idle_seconds + visit.practice.idle_warning_seconds));
    CHECK(visit.says_spanish());
}

TEST_CASE("every screen of a visit can be switched to and fro, and nothing else of it changes") {
    TwoLanguages visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    std::set<std::string> seen;
    act.at_each_page = [&] {
        const auto before = visit.page();
        const auto index = index_of(visit);
        if (!seen.insert(visit.kiosk->tree().screen).second) return;
        visit.switch_by_hand();
        INFO(visit.kiosk->tree().screen);
        CHECK(visit.spoken() == Language{"es"});
        CHECK(index_of(visit) == index);
        CHECK(visit.page() == before);
        visit.switch_by_hand();
        CHECK(visit.spoken() == Language{});
        CHECK(visit.page() == before);
    };
    visit.begin(code, act);
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(seal_part(*visit.kiosk, act));
    CHECK(seen.size() > 20);
    visit.switch_by_hand();
    CHECK(visit.kiosk->shows("hand-over"));
}

TEST_CASE("a whole part answered in Spanish stores the very answers that English would") {
    std::map<model::ItemRef, model::Answer> given[2];
    for (const auto& language : {Language{}, Language{"es"}}) {
        TwoLanguages visit(language);
        const auto code = visit.new_sitting();
        auto act = Visit::maya();
        visit.begin(code, act);
        REQUIRE(answer_part(*visit.kiosk, act));
        const auto& content = std::get<screen::Review>(visit.kiosk->state().screen).session.content;
        given[language == Language{"es"}] = content.answers;
        REQUIRE(seal_part(*visit.kiosk, act));
    }
    CHECK(given[0].size() > 60);
    CHECK(given[0] == given[1]);
}

TEST_CASE("what is typed and not yet saved is there after the language was switched, and is then saved") {
    TwoLanguages visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    visit.begin(code, act);
    const auto asks_for_text = [&] {
        const auto* item = item_on_screen(*visit.kiosk);
        return item != nullptr && item->kind == model::ItemKind::long_text;
    };
    act.stop_after = 1;
    while (!asks_for_text())
        REQUIRE(answer_part(*visit.kiosk, act));
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->type("Half a sent");
    const auto typed = visit.question().writing->text;
    REQUIRE(typed.ends_with("Half a sent"));
    const auto caret = visit.question().writing->caret;
    const bool unsaved = visit.question().save_typing_at.has_value();
    CHECK(unsaved);
    visit.kiosk->tell(LanguageChosen{Language{"es"}});
    REQUIRE(visit.question().writing.has_value());
    CHECK(visit.question().writing->text == typed);
    CHECK(visit.question().writing->caret == caret);
    CHECK(visit.question().save_typing_at.has_value());
    visit.kiosk->pass(model::typing_in_flight);
    const auto& answers = visit.session().content.answers;
    const auto item = item_on_screen(*visit.kiosk)->id;
    const auto saved = std::ranges::find_if(answers, [&](const auto& entry) { return entry.first.item == item; });
    REQUIRE(saved != answers.end());
    CHECK(saved->second == model::Answer{model::Written{typed}});
    CHECK(visit.session().pending.empty());
}

TEST_CASE("an answer that the disk has not taken yet is not lost by switching the language") {
    TwoLanguages visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    visit.begin_at(code, act, 1);
    visit.kiosk->instead = [](const model::Effect& effect) -> std::optional<std::vector<model::Action>> {
        if (!std::holds_alternative<model::effect::SaveEntries>(effect)) return std::nullopt;
        return std::vector<model::Action>{};
    };
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->tell(model::action::SkipTapped{});
    const auto pending = visit.session().pending.size();
    REQUIRE(pending > 0);
    visit.kiosk->tell(LanguageChosen{Language{"es"}});
    CHECK(visit.session().pending.size() == pending + 1); // and the language
    CHECK(visit.session().saving);
    CHECK(visit.question().go_after_save);
}

TEST_CASE("a choice that is about to move on moves on in the other language too") {
    TwoLanguages visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    visit.begin(code, act);
    const auto asks_choice = [&] {
        const auto* item = item_on_screen(*visit.kiosk);
        return item != nullptr && item->kind == model::ItemKind::choice;
    };
    act.stop_after = 1;
    while (!asks_choice())
        REQUIRE(answer_part(*visit.kiosk, act));
    visit.kiosk->pass(model::settle_time);
    const auto page = visit.page();
    visit.kiosk->tell(model::action::ChoiceTapped{item_on_screen(*visit.kiosk)->choices.front().value});
    visit.kiosk->tell(LanguageChosen{Language{"es"}});
    CHECK(visit.page() == page);
    visit.kiosk->pass(model::shown_chosen_for);
    CHECK(visit.page() != page);
}

TEST_CASE("one partner's Spanish is not the other's: the usual language is back when the other sits down") {
    TwoLanguages visit;
    const auto code = visit.new_sitting();
    REQUIRE(visit.kiosk->tap("Español"));
    auto act = Visit::maya();
    visit.begin(code, act);
    CHECK(visit.spoken() == Language{"es"});
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(seal_part(*visit.kiosk, act));
    CHECK(visit.spoken() == Language{"es"}); // Maya still reads that her part is locked
    REQUIRE(visit.kiosk->tap_id("other"));
    CHECK(visit.kiosk->shows("names"));
    CHECK(visit.spoken() == Language{});
}

TEST_CASE("who takes the screen over may choose the language before sitting down, and keeps it") {
    TwoLanguages visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    visit.begin(code, act);
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(seal_part(*visit.kiosk, act));
    visit.switch_by_hand();
    REQUIRE(visit.kiosk->tap_id("other"));
    CHECK(visit.spoken() == Language{"es"});
}

TEST_CASE("hiding the screen and coming back keeps the partner's language, and staff who pass by get the usual one") {
    TwoLanguages visit;
    const auto code = visit.new_sitting();
    REQUIRE(visit.kiosk->tap("Español"));
    auto act = Visit::maya();
    visit.begin_at(code, act, 2);
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("return"));
    REQUIRE(visit.kiosk->keys(act.code));
    CHECK(visit.kiosk->shows("question"));
    CHECK(visit.spoken() == Language{"es"});
    REQUIRE(visit.kiosk->tap_id("hide"));
    REQUIRE(visit.kiosk->tap_id("return"));
    REQUIRE(visit.kiosk->tap_id("staff"));
    CHECK(visit.kiosk->shows("staff-door"));
    CHECK(visit.spoken() == Language{});
}

TEST_CASE("a reset brings the usual language back") {
    TwoLanguages visit;
    const auto code = visit.new_sitting();
    auto act = Visit::maya();
    visit.begin_at(code, act, 1);
    visit.kiosk->tell(model::action::HideTapped{});
    visit.kiosk->tell(model::action::ReturnTapped{});
    REQUIRE(visit.kiosk->tap_id("staff"));
    REQUIRE(visit.kiosk->tap_id("desk"));
    visit.kiosk->tell(LanguageChosen{Language{"es"}});
    visit.kiosk->pass(model::settle_time);
    REQUIRE(visit.kiosk->keys(pin));
    REQUIRE(visit.kiosk->tap_id("key:done"));
    const auto& rows = std::get<screen::Desk>(visit.kiosk->state().screen).board.rows;
    REQUIRE_FALSE(rows.empty());
    visit.kiosk->tell(model::action::ParkTapped{rows.front().sitting});
    visit.kiosk->tell(model::action::Confirmed{});
    REQUIRE(visit.kiosk->shows("ready"));
    CHECK(visit.spoken() == Language{});
}

TEST_CASE("a problem that staff are told of is told in the language they change to") {
    TwoLanguages visit;
    REQUIRE(unlock_desk(*visit.kiosk, pin));
    visit.kiosk->tell(model::action::NewSittingTapped{});
    visit.kiosk->tell(model::action::CreateTapped{});
    CHECK(visit.kiosk->says("Please type the chart code"));
    visit.kiosk->tell(LanguageChosen{Language{"es"}});
    CHECK_FALSE(visit.kiosk->says("Please type the chart code"));
    const auto& problem = std::get<screen::NewSitting>(visit.kiosk->state().screen).problem;
    const core::Speaking speaking(support::spanish().get());
    CHECK(visit.kiosk->says(problem.words()));
}

TEST_CASE("the chart is written in the language in which it was asked for") {
    TwoLanguages visit;
    const auto code = visit.new_sitting("RG-2041", true, false);
    auto act = Visit::maya();
    visit.begin(code, act);
    finish_part(visit, act);
    visit.kiosk->tell(model::action::NextTapped{});
    visit.kiosk->tell(model::action::WentHome{});
    (void)visit.read_case();
    visit.kiosk->tell(LanguageChosen{Language{"es"}});
    visit.kiosk->tell(model::action::ExportTapped{});
    visit.kiosk->tell(model::action::Confirmed{});
    visit.kiosk->pass(std::chrono::milliseconds(100));
    const auto* chart = std::get_if<screen::Export>(&visit.kiosk->state().screen);
    REQUIRE(chart != nullptr);
    REQUIRE_FALSE(chart->written_to.empty());
    const auto text = visit.folder.path() / "chart.txt";
    REQUIRE(std::system(("pdftotext -layout '" + chart->written_to + "' '" + text.string() + "'").c_str()) == 0);
    std::ifstream in(text);
    const std::string words{std::istreambuf_iterator<char>(in), {}};
    const core::Speaking speaking(support::spanish().get());
    CHECK(words.find(core::tr("pdf.private-left-out", "Private items are not included in the numbered pages.")) !=
          std::string::npos);
    CHECK(words.find("Private items are not") == std::string::npos);
}
