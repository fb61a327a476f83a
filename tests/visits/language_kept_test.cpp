// A person is spoken to in the language they chose, whenever they come back to their part.
#include "visits/a_visit.hpp"

using namespace visits;
namespace {

struct SpokenTo : Visit {
    explicit SpokenTo(model::Language usual = {}) {
        appearance.language = usual;
        speaks = true;
        start();
    }
    std::string spoken() const { return kiosk->state().appearance.language.tag; }
    bool come_back(const std::string& entry_code, const std::string& own_code) {
        return enter_code(*kiosk, entry_code) && kiosk->shows("return-code") && kiosk->keys(own_code) &&
               kiosk->shows("question");
    }
};

}

TEST_CASE("a part that is resumed after the power failed speaks its person's language") {
    SpokenTo visit;
    const auto code = visit.new_sitting("RG-1", true, false);
    auto act = Visit::maya();
    REQUIRE(visit.kiosk->tap("Español"));
    visit.begin_at(code, act, 2);
    visit.start();
    CHECK(visit.spoken() == "en");
    REQUIRE(visit.come_back(code, act.code));
    CHECK(visit.spoken() == "es");
    CHECK(visit.kiosk->state().catalogue != nullptr);
    CHECK(visit.kiosk->state().content->language == "es");
}

TEST_CASE("a language that was changed in the middle of a part is the one that is kept") {
    SpokenTo visit;
    const auto code = visit.new_sitting("RG-1", true, false);
    auto act = Visit::maya();
    visit.begin_at(code, act, 2);
    visit.kiosk->tell(model::action::LanguageChosen{model::Language{"es"}});
    visit.start();
    REQUIRE(visit.come_back(code, act.code));
    CHECK(visit.spoken() == "es");
    visit.kiosk->tell(model::action::LanguageChosen{model::Language{}});
    visit.start();
    REQUIRE(visit.come_back(code, act.code));
    CHECK(visit.spoken() == "en");
}

TEST_CASE("who keeps to the source language on a kiosk that usually speaks another gets it back as well") {
    SpokenTo visit(model::Language{"es"});
    const auto code = visit.new_sitting("RG-1", true, false);
    auto act = Visit::maya();
    REQUIRE(visit.kiosk->tap("English"));
    visit.begin_at(code, act, 1);
    visit.start();
    CHECK(visit.spoken() == "es");
    REQUIRE(visit.come_back(code, act.code));
    CHECK(visit.spoken() == "en");
}

TEST_CASE("a language chosen on the way back is what is wanted now, and is kept from then on") {
    SpokenTo visit;
    const auto code = visit.new_sitting("RG-1", true, false);
    auto act = Visit::maya();
    visit.begin_at(code, act, 1);
    visit.start();
    REQUIRE(visit.kiosk->tap("Español"));
    REQUIRE(visit.come_back(code, act.code));
    CHECK(visit.spoken() == "es");
    visit.start();
    REQUIRE(visit.come_back(code, act.code));
    CHECK(visit.spoken() == "es");
}

TEST_CASE("one partner's language stays with their part, and the other's part with the usual one") {
    SpokenTo visit;
    const auto code = visit.new_sitting();
    auto maya = Visit::maya();
    REQUIRE(visit.kiosk->tap("Español"));
    visit.begin_at(code, maya, 1);
    visit.start();
    REQUIRE(enter_code(*visit.kiosk, code));
    visit.kiosk->tell(model::action::WhoChosen{model::Partner::b});
    CHECK(visit.kiosk->shows("names"));
    CHECK(visit.spoken() == "en");
}

TEST_CASE("a language that the kiosk no longer speaks gives way to the usual one") {
    SpokenTo visit;
    const auto code = visit.new_sitting("RG-1", true, false);
    auto act = Visit::maya();
    REQUIRE(visit.kiosk->tap("Español"));
    visit.begin_at(code, act, 1);
    visit.speaks = false;
    visit.start();
    REQUIRE(visit.come_back(code, act.code));
    CHECK(visit.spoken() == "en");
}
