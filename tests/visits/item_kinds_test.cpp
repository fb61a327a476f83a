// Dates, signatures, texts to read, questions that depend on others and questions about a named person, walked by
// finger and by keys on a real practice.
#include "a_visit.hpp"
#include "content/a_content_folder.hpp"
#include "model/form/applies.hpp"
#include "rehearsal/answer_steps.hpp"
#include "rehearsal/made_answer.hpp"
#include "support/every_kind.hpp"

namespace {

using namespace visits;
using platform::Key;

constexpr auto form = R"(id = "plain"
title = "All sorts"
intro = "A few of each."
rights = "Ours."
version = "1"

[[item]]
id = "sign"
kind = "signature"
text = "Please sign here."

[[item]]
id = "born"
kind = "date"
text = "When did you meet?"
earliest = 1950
latest = 2026
prefer_not_to_say = true

[[item]]
id = "told"
kind = "display"
text = "Nearly there."

[[item]]
id = "children"
kind = "number"
text = "How many children live with you?"
minimum = 0
maximum = 12

[[item]]
id = "hard"
kind = "zero_to_ten"
text = "How hard are the evenings with them?"
low_label = "Easy"
high_label = "Hard"
enable_when = [{ item = "children", test = "above", value = 0 }]

[[item]]
id = "sleep"
kind = "number"
text = "How many hours do you sleep?"
minimum = 1
maximum = 24
decimals = 1
prefer_not_to_say = true

[[item]]
id = "last"
kind = "consent"
text = "That was all."
)";

constexpr auto about_people = R"(id = "people"
title = "Where it began"
intro = "About who took care of you."
rights = "Ours."
version = "1"

[repeat]
id = "caregiver"
most = 2
ask = "Who took care of you?"
ask_again = "Was there someone else?"

[[item]]
id = "warm"
kind = "zero_to_ten"
text = "How warm was {person}?"
low_label = "Cold"
high_label = "Warm"
scored = true

[[scale]]
id = "warmth"
title = "Warmth"
method = "mean"
minimum = 0
maximum = 10
least_answered = 1
uncertainty = "own_mean"
error_floor = { value = 0.5, source = "A study" }
low_means = "Cold"
high_means = "Warm"
keys = [{ item = "warm" }]
)";

std::shared_ptr<const model::Content> content_with(const std::string& module, const std::string& plain) {
    content_tests::ContentFolder folder;
    folder.write("modules/plain.toml", plain);
    folder.write("modules/people.toml", about_people);
    folder.write("packets.toml", content_tests::with(content_tests::packets, "\"plain\"", "\"" + module + "\""));
    for (const auto& line : folder.diagnostics())
        FAIL_CHECK(line);
    return std::make_shared<const model::Content>(folder.load());
}

struct KindsVisit : Visit {
    std::string code;
    explicit KindsVisit(const std::string& module = "plain", const std::string& plain = form, int text_percent = 100) {
        appearance.text_percent = text_percent;
        content = content_with(module, plain);
        start();
        code = new_sitting();
        begin(code, maya());
        for (int page = 0; page < 4 && kiosk->tree().find_id("begin") == nullptr; ++page)
            REQUIRE(kiosk->tap_id("later"));
        REQUIRE(kiosk->tap_id("begin"));
    }
    bool at(std::string_view item) const {
        return kiosk->shows("question") && item_on_screen(*kiosk)->id.value == item;
    }
    const model::Answer* given(const std::string& item, const std::string& module = "plain") const {
        const auto& answers = session().content.answers;
        const auto found = answers.find({{module}, {item}});
        return found == answers.end() ? nullptr : &found->second;
    }
    // Leaves out what can be left out.
    void pass_by() {
        const auto kind = item_on_screen(*kiosk)->kind;
        if (kind == model::ItemKind::consent) REQUIRE(kiosk->tap_id("consent"));
        const bool skips = kind != model::ItemKind::consent && kind != model::ItemKind::display;
        REQUIRE(kiosk->tap_id(skips ? "skip" : "next"));
    }
    void go_to(std::string_view item) {
        for (int i = 0; i < 20 && !at(item); ++i)
            pass_by();
        REQUIRE(at(item));
        kiosk->pass(model::settle_time);
    }
    ui::Point in_box(float x, float y) const {
        const auto rect = kiosk->tree().find_id("signature")->rect;
        return {rect.x + x * rect.w, rect.y + y * rect.h};
    }
    void come_back() {
        start();
        REQUIRE(enter_code(*kiosk, code));
        REQUIRE(kiosk->tap_id("partner:a"));
        REQUIRE(kiosk->keys("4711"));
    }
    // With keys alone, from where nothing has the focus.
    void tab_to(std::string_view id) {
        kiosk->pass(model::settle_time);
        for (int presses = 0; presses < 60; ++presses) {
            if (kiosk->tree().focus == id) return;
            kiosk->press(Key::tab);
        }
        FAIL("no such place");
    }
    std::size_t lines() const {
        const auto* sign = given("sign") == nullptr ? nullptr : std::get_if<model::Signed>(given("sign"));
        return sign == nullptr ? 0 : sign->strokes.size();
    }
};

}

TEST_CASE("a signature is drawn with one finger, saved line by line, and cleared with a tap") {
    KindsVisit visit;
    visit.go_to("sign");
    CHECK_FALSE(visit.kiosk->tree().find_id("next")->enabled);
    CHECK_FALSE(visit.kiosk->tree().find_id("sign:clear")->enabled);
    visit.kiosk->stroke({visit.in_box(0.1F, 0.5F), visit.in_box(0.3F, 0.2F), visit.in_box(0.5F, 0.7F)});
    CHECK(visit.lines() == 1);
    CHECK(visit.kiosk->says("Saved"));
    CHECK(visit.session().pending.empty());
    visit.kiosk->stroke({visit.in_box(0.6F, 0.5F), visit.in_box(0.9F, 0.4F)});
    CHECK(visit.lines() == 2);
    REQUIRE(visit.kiosk->tap_id("sign:clear"));
    CHECK(visit.lines() == 0);
    CHECK_FALSE(visit.kiosk->tree().find_id("next")->enabled);
    visit.kiosk->stroke({visit.in_box(0.1F, 0.5F), visit.in_box(0.3F, 0.2F)});
    REQUIRE(visit.kiosk->tap_id("next"));
    CHECK(visit.at("born"));
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.at("sign"));
    CHECK(visit.lines() == 1);
}

TEST_CASE("a kiosk that loses power in the middle of a line keeps all the lines before it") {
    KindsVisit visit;
    visit.go_to("sign");
    visit.kiosk->stroke({visit.in_box(0.1F, 0.5F), visit.in_box(0.3F, 0.2F)});
    visit.kiosk->stroke({visit.in_box(0.4F, 0.5F), visit.in_box(0.6F, 0.2F)});
    visit.kiosk->tell(model::action::StrokeBegun{{100, 100}});
    visit.kiosk->tell(model::action::StrokeDrawn{{900, 800}});
    CHECK(visit.question().stroke.size() == 2);
    visit.come_back();
    CHECK(visit.at("sign"));
    CHECK(visit.lines() == 2);
    CHECK(visit.question().stroke.empty());
}

TEST_CASE("a signature that is hidden half-way is there again, the unfinished line with it") {
    KindsVisit visit;
    visit.go_to("sign");
    visit.kiosk->stroke({visit.in_box(0.1F, 0.5F), visit.in_box(0.3F, 0.2F)});
    visit.kiosk->tell(model::action::StrokeBegun{{100, 100}});
    visit.kiosk->tell(model::action::StrokeDrawn{{900, 800}});
    visit.kiosk->tell(model::action::HideTapped{});
    REQUIRE(visit.kiosk->shows("cover"));
    CHECK(visit.kiosk->tree().find_id("signature") == nullptr);
    REQUIRE(visit.kiosk->tap("Return"));
    REQUIRE(visit.kiosk->keys("4711"));
    CHECK(visit.at("sign"));
    CHECK(visit.lines() == 2);
}

TEST_CASE("who has keys signs by typing their name") {
    KindsVisit visit;
    visit.go_to("sign");
    visit.tab_to("sign:by-name");
    visit.kiosk->press(Key::enter);
    visit.kiosk->type("Maya Lind");
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->press(Key::enter);
    CHECK(visit.at("born"));
    REQUIRE(visit.given("sign") != nullptr);
    CHECK(*visit.given("sign") == model::Answer{model::Signed{{}, "Maya Lind"}});
    REQUIRE(visit.kiosk->tap_id("back"));
    REQUIRE(visit.question().writing.has_value());
    CHECK(visit.question().writing->text == "Maya Lind");
    REQUIRE(visit.kiosk->tap_id("sign:by-drawing"));
    CHECK(visit.kiosk->says("Maya Lind"));
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->stroke({visit.in_box(0.1F, 0.5F), visit.in_box(0.3F, 0.2F)});
    CHECK(visit.lines() == 1);
}

TEST_CASE("a date is typed by keys, said when it cannot be, and kept when it can") {
    KindsVisit visit;
    visit.go_to("born");
    visit.kiosk->type("0231");
    CHECK(visit.kiosk->says("no such day"));
    visit.kiosk->type("1998");
    CHECK_FALSE(visit.kiosk->tree().find_id("next")->enabled);
    REQUIRE(visit.given("born") == nullptr);
    visit.kiosk->press(Key::enter);
    CHECK(visit.at("born"));
    REQUIRE(visit.kiosk->tap_id("date:day"));
    visit.kiosk->type("14");
    CHECK(visit.kiosk->says("February 14, 1998"));
    CHECK(*visit.given("born") == model::Answer{model::Dated{std::chrono::year(1998) / 2 / 14}});
    visit.kiosk->press(Key::enter);
    CHECK(visit.at("told"));
    visit.come_back();
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.kiosk->says("February 14, 1998"));
}

TEST_CASE("Tab walks the fields of a date, and digits go where it stands") {
    KindsVisit visit;
    visit.go_to("born");
    visit.tab_to("date:year");
    visit.kiosk->type("1998");
    CHECK(visit.question().date->year == "1998");
    visit.tab_to("date:month");
    visit.kiosk->type("2");
    visit.kiosk->press(Key::enter); // the day is open
    visit.kiosk->type("14");
    CHECK(*visit.given("born") == model::Answer{model::Dated{std::chrono::year(1998) / 2 / 14}});
    visit.tab_to("date:day");
    visit.kiosk->type("15");
    visit.kiosk->press(Key::enter);
    CHECK(visit.at("told"));
}

TEST_CASE("a year outside the range is said with the years there are") {
    KindsVisit visit;
    visit.go_to("born");
    REQUIRE(visit.kiosk->keys("12311949"));
    CHECK(visit.kiosk->says("from 1950 to 2026"));
    CHECK(visit.given("born") == nullptr);
    REQUIRE(visit.kiosk->keys("1"));
    visit.kiosk->press(Key::backspace);
}

TEST_CASE("a text to read is passed with Next, and is never among what was left out") {
    KindsVisit visit;
    visit.go_to("told");
    CHECK(visit.kiosk->tree().find_id("skip") == nullptr);
    visit.kiosk->tell(model::action::SkipTapped{});
    CHECK(visit.at("told"));
    REQUIRE(visit.kiosk->tap_id("next"));
    CHECK(visit.at("children"));
    CHECK(visit.given("told") == nullptr);
    for (int i = 0; i < 6 && visit.kiosk->shows("question"); ++i)
        visit.pass_by();
    REQUIRE(visit.kiosk->shows("review"));
    CHECK_FALSE(visit.kiosk->says("Nearly there"));
}

TEST_CASE("a question that does not apply is passed over both ways and not counted") {
    KindsVisit visit;
    visit.go_to("children");
    CHECK(visit.kiosk->says("3 of 5"));
    REQUIRE(visit.kiosk->keys("0"));
    REQUIRE(visit.kiosk->tap_id("next"));
    CHECK(visit.at("sleep"));
    CHECK(visit.kiosk->says("4 of 5"));
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.at("children"));
    visit.kiosk->press(Key::backspace);
    REQUIRE(visit.kiosk->keys("2"));
    CHECK(visit.kiosk->says("3 of 6"));
    REQUIRE(visit.kiosk->tap_id("next"));
    CHECK(visit.at("hard"));
    REQUIRE(visit.kiosk->tap_id("answer:9"));
    visit.kiosk->pass(std::chrono::seconds(1));
    CHECK(visit.at("sleep"));
    // Taken back: the old answer stays in the journal, and the question is gone.
    REQUIRE(visit.kiosk->tap_id("back"));
    REQUIRE(visit.kiosk->tap_id("back"));
    visit.kiosk->press(Key::backspace);
    REQUIRE(visit.kiosk->keys("0"));
    REQUIRE(visit.kiosk->tap_id("next"));
    CHECK(visit.at("sleep"));
    CHECK(*visit.given("hard") == model::Answer{model::Chosen{9}});
    CHECK(model::answer_in_use(*model::find_module(*visit.content, {"plain"}),
                               *model::find_item(*model::find_module(*visit.content, {"plain"}), {"hard"}),
                               visit.session().content.answers) == nullptr);
}

TEST_CASE("a changed answer in the review brings its question back, and only then") {
    KindsVisit visit;
    for (int i = 0; i < 8 && visit.kiosk->shows("question"); ++i)
        visit.pass_by();
    REQUIRE(visit.kiosk->shows("review"));
    CHECK(visit.kiosk->tree().find_id("review:plain.hard") == nullptr);
    visit.kiosk->tell(model::action::ReviewItemChosen{{{"plain"}, {"hard"}}});
    CHECK(visit.kiosk->shows("review"));
    visit.kiosk->tell(model::action::ReviewItemChosen{{{"plain"}, {"children"}}});
    REQUIRE(visit.at("children"));
    visit.kiosk->pass(model::settle_time);
    REQUIRE(visit.kiosk->keys("3"));
    REQUIRE(visit.kiosk->tap_id("next"));
    REQUIRE(visit.kiosk->shows("review"));
    CHECK(std::get<model::screen::Review>(visit.kiosk->state().screen).session.content.answers.size() >= 4);
    visit.kiosk->tell(model::action::ReviewItemChosen{{{"plain"}, {"hard"}}});
    CHECK(visit.at("hard"));
}

TEST_CASE("preferring not to say lets one go on, can be taken back, and is not offered again") {
    KindsVisit visit;
    visit.go_to("born");
    visit.kiosk->type("0214");
    REQUIRE(visit.kiosk->tap_id("prefer-not"));
    CHECK(*visit.given("born") == model::Answer{model::PreferredNot{}});
    CHECK(visit.question().date->month.empty());
    CHECK(visit.kiosk->tree().find_id("prefer-not")->chosen);
    REQUIRE(visit.kiosk->tap_id("prefer-not"));
    CHECK(*visit.given("born") == model::Answer{model::Skipped{}});
    REQUIRE(visit.kiosk->tap_id("prefer-not"));
    REQUIRE(visit.kiosk->tap_id("next"));
    REQUIRE(visit.kiosk->tap_id("next"));
    REQUIRE(visit.kiosk->tap_id("skip"));
    REQUIRE(visit.at("sleep"));
    visit.kiosk->pass(model::settle_time);
    REQUIRE(visit.kiosk->keys("7.5"));
    CHECK(*visit.given("sleep") == model::Answer{model::Chosen{75}});
    REQUIRE(visit.kiosk->tap_id("prefer-not"));
    CHECK(visit.question().digits.empty());
    REQUIRE(visit.kiosk->keys("6"));
    CHECK(*visit.given("sleep") == model::Answer{model::Chosen{60}});
    REQUIRE(visit.kiosk->tap_id("next"));
    visit.pass_by();
    REQUIRE(visit.kiosk->shows("review"));
    CHECK(visit.kiosk->tree().find_id("review:plain.born") == nullptr);
    CHECK(visit.kiosk->tree().find_id("review:plain.sign") != nullptr);
}

TEST_CASE("a person who is named is asked about by name, and nobody else is") {
    KindsVisit visit("people");
    REQUIRE(visit.at("caregiver-1"));
    visit.kiosk->type("Grandma Rosa");
    visit.kiosk->pass(model::settle_time);
    visit.kiosk->press(Key::enter);
    REQUIRE(visit.at("warm-1"));
    CHECK(visit.kiosk->says("How warm was Grandma Rosa?"));
    REQUIRE(visit.kiosk->tap_id("answer:8"));
    visit.kiosk->pass(std::chrono::seconds(1));
    REQUIRE(visit.at("caregiver-2"));
    REQUIRE(visit.kiosk->tap_id("skip"));
    REQUIRE(visit.kiosk->shows("review"));
    CHECK_FALSE(visit.kiosk->says("{person}"));
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.at("caregiver-2"));
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.at("warm-1"));
    REQUIRE(visit.kiosk->tap_id("back"));
    CHECK(visit.at("caregiver-1"));
}

TEST_CASE("who names nobody is asked nothing more in that form") {
    KindsVisit visit("people");
    REQUIRE(visit.kiosk->tap_id("skip"));
    CHECK(visit.kiosk->shows("review"));
    CHECK(visit.kiosk->tree().find_id("review:people.warm-1") == nullptr);
    REQUIRE(visit.kiosk->tap_id("seal"));
    REQUIRE(visit.kiosk->shows("hand-over"));
}

TEST_CASE("a whole visit with every kind reaches the therapist as it was given") {
    for (const std::string module : {"plain", "people"}) {
        CAPTURE(module);
        Visit visit;
        visit.content = content_with(module, form);
        visit.start();
        const auto code = visit.new_sitting();
        visit.begin(code, Visit::maya());
        finish_part(visit, Visit::maya());
        visit.kiosk->tell(model::action::NextTapped{});
        visit.kiosk->tell(model::action::WentHome{});
        visit.kiosk->pass(std::chrono::minutes(10));
        const auto file = visit.read_case();
        const auto& answers = file.visits.front().a.content->answers;
        if (module == "plain") {
            CHECK(std::holds_alternative<model::Signed>(answers.at({{"plain"}, {"sign"}})));
            CHECK(std::holds_alternative<model::Dated>(answers.at({{"plain"}, {"born"}})));
            CHECK_FALSE(answers.contains({{"plain"}, {"told"}}));
        } else {
            CHECK(answers.at({{"people"}, {"caregiver-1"}}) == model::Answer{model::Written{"Grandma Rosa"}});
            CHECK(answers.contains({{"people"}, {"warm-2"}}));
        }
    }
}

TEST_CASE("every kind is answered by the steps that are said to give its answer, at every text size") {
    const auto words = [](const model::Item&) -> std::string { return "Kind first"; };
    for (const int percent : {100, 150, 200}) {
        CAPTURE(percent);
        KindsVisit visit("plain", support::form_of_every_kind("plain"), percent);
        while (visit.kiosk->shows("question")) {
            const auto id = item_on_screen(*visit.kiosk)->id;
            CAPTURE(id.value);
            REQUIRE(answer_question(
                *visit.kiosk, [](const auto&, const auto&) { return 0.5; },
                [&](const auto&, const auto& item) { return words(item); }));
            REQUIRE((!visit.kiosk->shows("question") || item_on_screen(*visit.kiosk)->id != id));
        }
        REQUIRE(visit.kiosk->shows("review"));
        const auto& answers = std::get<model::screen::Review>(visit.kiosk->state().screen).session.content.answers;
        for (const auto& item : visit.content->modules.at({"plain"}).items) {
            CAPTURE(item.id.value);
            const auto found = answers.find({{"plain"}, item.id});
            REQUIRE((found != answers.end()) == takes_answer(item.kind));
            if (!takes_answer(item.kind)) continue;
            const auto made = made_answer(item, always_at(0.5, words));
            CHECK(model::is_answered(found->second));
            CHECK(found->second.index() == made.index());
            const bool drawn = shape_of(item.kind) == model::AnswerShape::signature; // wherever its lines run
            if (!drawn) CHECK(found->second == made);
        }
    }
}

TEST_CASE("a question that is skipped, and one that somebody prefers not to answer, have their steps") {
    const auto form = content_with("plain", support::form_of_every_kind("plain"))->modules.at({"plain"});
    for (const auto& item : form.items) {
        CAPTURE(item.id.value);
        const auto skipped = answer_steps(item, model::Skipped{});
        CHECK(skipped.steps.empty());
        CHECK(skipped.way_on == (takes_answer(item.kind) ? WayOn::skip : WayOn::next));
        CHECK(answer_steps(item, model::PreferredNot{}).steps.front().what == "prefer-not");
    }
}
