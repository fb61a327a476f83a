// A language is data: one that the program has never heard of is spoken from two files.
#include "content/a_content_folder.hpp"
#include "content/words/locales.hpp"
#include "support/made_up_language.hpp"
#include "visits/a_visit.hpp"
#include <algorithm>

using namespace visits;

namespace {

constexpr auto form = R"(id = "plain"
title = "All sorts"
intro = "Two of them."
rights = "Ours."
version = "1"

[[item]]
id = "born"
kind = "date"
text = "When did you meet?"
earliest = 1950
latest = 2026

[[item]]
id = "where"
kind = "short_text"
text = "Where did you meet?"
max_bytes = 200
)";

constexpr auto settings = R"(content_folder = "."
data_folder = "data"
language = "xx"

[practice]
name = "Rivergate Counseling"
xx = { name = "Þivergate" }

[[help]]
name = "Crisis line"
reach = "Call 988"
xx = { reach = "Þall 988" }
)";

struct MadeUpLanguage : Visit {
    content_tests::ContentFolder of;
    std::optional<content::KioskConfig> config;

    MadeUpLanguage() {
        of.write("modules/plain.toml", form);
        of.write("kiosk.toml", settings);
        support::write_language(of.path() / "locale");
        auto read = content::load_kiosk_config(of.path() / "kiosk.toml");
        REQUIRE_MESSAGE(read.has_value(), read.error().detail);
        config = std::move(*read);
        content = std::make_shared<const model::Content>(of.load());
        std::vector<std::string> troubles;
        languages = content::locales_of(content, *config, {of.path() / "locale"}, troubles);
        CHECK_MESSAGE(troubles.empty(), troubles.front());
        start();
    }
    float left_of(std::string_view id) const {
        const auto* widget = kiosk->tree().find_id(id);
        REQUIRE(widget != nullptr);
        return widget->rect.x;
    }
};

}

TEST_CASE("a language that is a catalogue and a file beside it is offered, spoken, typed and dated") {
    MadeUpLanguage visit;
    CHECK(visit.config->language == "xx");
    const auto code = visit.new_sitting();
    CHECK(visit.kiosk->says("Welcome."));
    REQUIRE(visit.kiosk->tap("Þorn"));
    CHECK(visit.kiosk->state().appearance.language == model::Language{"xx"});
    CHECK(visit.kiosk->says("Þelcome."));
    CHECK(visit.kiosk->says("Þivergate"));
    REQUIRE(visit.kiosk->tap_id("help"));
    CHECK(visit.kiosk->says("Þall 988"));
    REQUIRE(visit.kiosk->tap_id("close"));

    visit.begin(code, Visit::maya());
    REQUIRE(visit.kiosk->tap_id("begin"));
    CHECK(visit.kiosk->says("Þhen did you meet?"));
    CHECK(visit.left_of("date:year") < visit.left_of("date:day"));
    CHECK(visit.left_of("date:day") < visit.left_of("date:month"));
    visit.kiosk->pass(model::settle_time);
    REQUIRE(visit.kiosk->tap_id("skip"));

    visit.kiosk->pass(model::settle_time);
    CHECK(visit.kiosk->says("Where did you meet?")); // what has no translation stays as it is
    REQUIRE(visit.kiosk->tap_id("key:Þ"));
    REQUIRE(visit.question().writing.has_value());
    CHECK(visit.question().writing->text == "Þ");
    CHECK(visit.kiosk->tree().find_id("key:accent") != nullptr);
    CHECK(visit.kiosk->tree().find_id("key:'") == nullptr);
}

TEST_CASE("from any screen each of three languages is some taps away") {
    MadeUpLanguage visit;
    auto third = visit.languages.back();
    third.language = {"yy"};
    third.name = "Ÿllisk";
    visit.languages.push_back(third);
    visit.start();
    REQUIRE(visit.kiosk->tap_id("begin"));
    for (const auto* tag : {"xx", "yy", "en", "xx"}) {
        REQUIRE(visit.kiosk->tap_id("language"));
        CHECK(visit.kiosk->state().appearance.language.tag == tag);
    }
}
