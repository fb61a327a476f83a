// A forgotten passphrase at the kiosk itself.
#include "visits/a_kit.hpp"

using namespace visits;

namespace {

const model::screen::Recover& recovering(const Visit& visit) {
    const auto* screen = std::get_if<model::screen::Recover>(&visit.kiosk->state().screen);
    REQUIRE(screen != nullptr);
    return *screen;
}

void begin_recovery(Visit& visit) {
    REQUIRE(visit.kiosk->tap_id("staff"));
    REQUIRE(visit.kiosk->tap(okafor));
    REQUIRE(visit.kiosk->tap_id("forgotten"));
    visit.kiosk->pass(model::settle_time);
}

void type(Visit& visit, std::string_view text) {
    visit.kiosk->type(text);
    REQUIRE(visit.kiosk->tap_id("key:done"));
    visit.kiosk->pass(model::settle_time);
}

std::filesystem::path kit_in(const std::filesystem::path& folder) {
    for (const auto& file : std::filesystem::directory_iterator(folder))
        if (file.path().extension() == ".pdf") return file.path();
    return {};
}

}

TEST_CASE("at the kiosk a forgotten passphrase is set anew by the kit's words, and a new kit is written first") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    begin_recovery(visit);
    type(visit, visit.kit_words);
    type(visit, new_passphrase);
    CHECK(recovering(visit).step == model::screen::Recover::Step::again);
    type(visit, new_passphrase);
    REQUIRE(visit.kiosk->tap_id("write"));
    CHECK(visit.kiosk->says("Destroy the former kit"));
    const auto kit = kit_in(visit.folder.path() / "charts");
    REQUIRE_FALSE(kit.empty());
    CHECK(visit.kiosk->says(kit.filename().string()));
    CHECK(says(flat(pages_of(kit).front()), recovering(visit).kit));
    REQUIRE(visit.kiosk->tap_id("done"));
    CHECK(visit.kiosk->shows("welcome"));
    CHECK_FALSE(read_as(visit, okafor, passphrase, "RG-1"));
    CHECK(has_words_of_a(read_as(visit, okafor, new_passphrase, "RG-1")));
    auto data = open_data(visit);
    CHECK(has_line(whole_log(data), "recovery passphrase-recovered therapist:1"));
    CHECK(try_kit(visit, data, words_on(kit)).has_value());
}

TEST_CASE("a scanner that types gives all the words at once, and its Enter goes on") {
    Visit visit;
    begin_recovery(visit);
    visit.kiosk->tell(model::action::KeyTyped{visit.kit_words});
    CHECK(visit.kiosk->says("18 of 18 words"));
    visit.kiosk->press(platform::Key::enter);
    CHECK(recovering(visit).step == model::screen::Recover::Step::passphrase);
}

TEST_CASE("a word that was misread is named and can be mended where it stands") {
    Visit visit;
    begin_recovery(visit);
    auto wrong = visit.kit_words;
    wrong.back() = wrong.back() == 'b' ? 'd' : 'b';
    type(visit, wrong);
    CHECK(visit.kiosk->says("Word 18 cannot be right"));
    CHECK(recovering(visit).entry.typed.view() == wrong);
    REQUIRE(visit.kiosk->tap_id("key:backspace"));
    CHECK_FALSE(visit.kiosk->says("cannot be right"));
    type(visit, visit.kit_words.substr(visit.kit_words.size() - 1));
    CHECK(recovering(visit).step == model::screen::Recover::Step::passphrase);
}

TEST_CASE("another kiosk's kit is refused on screen, and the number tells which is wanted") {
    Visit visit, other;
    REQUIRE(visit.kiosk->tap_id("staff"));
    REQUIRE(visit.kiosk->tap(okafor));
    const auto number = std::get<model::screen::Unlock>(visit.kiosk->state().screen).kit;
    CHECK(number.size() == 19);
    CHECK(visit.kiosk->says("Kit: " + number));
    REQUIRE(visit.kiosk->tap_id("forgotten"));
    CHECK(visit.kiosk->says(number));
    visit.kiosk->pass(model::settle_time);
    type(visit, other.kit_words);
    CHECK(visit.kiosk->says("another kiosk's kit"));
    type(visit, "");
    CHECK(visit.kiosk->says("Please wait a moment"));
}

TEST_CASE("a passphrase that is short, or typed in two ways, is asked for again") {
    Visit visit;
    begin_recovery(visit);
    type(visit, visit.kit_words);
    type(visit, "short");
    CHECK(visit.kiosk->says("12 letters or more"));
    visit.kiosk->tell(model::action::WentHome{});
    CHECK(visit.kiosk->shows("welcome"));
    begin_recovery(visit);
    type(visit, visit.kit_words);
    type(visit, new_passphrase);
    type(visit, passphrase);
    CHECK(visit.kiosk->says("were not the same"));
    CHECK(recovering(visit).step == model::screen::Recover::Step::passphrase);
    CHECK(recovering(visit).passphrase.empty());
}

TEST_CASE("a new kit that cannot be written changes nothing, and the steps can be left at any time") {
    Visit visit;
    a_visit_with_a_note(visit, "RG-1", "Winter");
    begin_recovery(visit);
    type(visit, visit.kit_words);
    type(visit, new_passphrase);
    type(visit, new_passphrase);
    visit.kiosk->tell(model::action::UsbDrivesFound{{{"GONE", "/media/none/GONE"}}});
    visit.kiosk->tell(model::action::ExportPlaceChosen{"/media/none/GONE"});
    visit.kiosk->tell(model::action::Confirmed{});
    CHECK(visit.kiosk->says("Nothing was changed"));
    REQUIRE(visit.kiosk->tap_id("home"));
    CHECK(visit.kiosk->shows("welcome"));
    CHECK(has_words_of_a(read_as(visit, okafor, passphrase, "RG-1")));
}

TEST_CASE("words that were typed open nothing after the page was left") {
    Visit visit;
    begin_recovery(visit);
    type(visit, visit.kit_words);
    visit.kiosk->tell(model::action::WentHome{});
    const auto answers = visit.kiosk->runner().run(
        model::effect::RecoverKeys{core::TherapistId{1}, core::SecretText(new_passphrase), "", model::Language{}});
    REQUIRE(answers.size() == 1);
    CHECK(answers.front().as<model::action::KeysRefused>() != nullptr);
}
