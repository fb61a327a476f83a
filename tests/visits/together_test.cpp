#include "model/case/together.hpp"
#include "visits/a_visit.hpp"

using namespace visits;
namespace action = model::action;
namespace screen = model::screen;

namespace {

// One team that finds it hard to mend a fight.
double team(const model::Module& module, const model::Item& item) {
    for (const auto& scale : module.scales) {
        const auto key = std::ranges::find(scale.keys, item.id, &model::Key::item);
        if (key == scale.keys.end() || (module.scales.size() > 1 && !scale.facet_of)) continue;
        const double warm = scale.id.value == "repair" ? 0.1 : 0.9;
        return key->reversed ? 1 - warm : warm;
    }
    return middling(module, item);
}

// The shipped forms in packets that take a test's time: short, and one whose last form is private.
std::shared_ptr<const model::Content> with_short_packets() {
    static const auto content = [] {
        auto made = *shipped_content();
        made.packets.push_back({.id = {"short"},
                                .title = "Short",
                                .modules = {{"same-side"}, {"my-mission"}},
                                .joint_module = core::ModuleId{"our-mission"}});
        made.packets.push_back({.id = {"private-last"},
                                .title = "Private last",
                                .modules = {{"same-side"}, {"wear"}, {"steady"}},
                                .joint_module = {}});
        return std::make_shared<const model::Content>(std::move(made));
    }();
    return content;
}

PartnerAct team_maya() {
    auto act = Visit::maya();
    act.temper = team;
    return act;
}
PartnerAct team_jordan() {
    auto act = Visit::jordan();
    act.temper = team;
    return act;
}

void both_parts(Visit& visit, std::string_view packet, const PartnerAct& first, const PartnerAct& second) {
    const auto code = visit.new_sitting("RG-2041", true, true, packet);
    visit.begin(code, first);
    finish_part(visit, first);
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, second));
    finish_part(visit, second);
    visit.kiosk->tell(action::NextTapped{});
    visit.start();
}

struct Couple : Visit {
    explicit Couple(std::string_view packet = "short", const PartnerAct& first = team_maya(),
                    const PartnerAct& second = team_jordan()) {
        content = with_short_packets();
        start();
        both_parts(*this, packet, first, second);
    }
    void choose() {
        REQUIRE(unlock_therapist(*kiosk, "Dr. Okafor", passphrase));
        REQUIRE(kiosk->tap("Maya and Jordan"));
        REQUIRE(kiosk->tap_id("together"));
    }
    void turn() {
        choose();
        REQUIRE(kiosk->tap_id("turn"));
        REQUIRE(kiosk->shows("together"));
    }
    const screen::TogetherView& view() const { return std::get<screen::TogetherView>(kiosk->state().screen); }
    bool is_locked() {
        const auto answers = kiosk->runner().run(model::effect::ReadCaseload{});
        return answers.size() == 1 && answers.front().as<action::TherapistFailed>() != nullptr;
    }
};

// What a partner meets, page by page, and what the last pages of their part look like.
struct Met {
    std::vector<std::string> screens;
    std::vector<std::vector<std::uint8_t>> releases;
    bool operator==(const Met&) const = default;
};
PartnerAct noting(PartnerAct act, Visit& visit, Met& met) {
    act.at_each_page = [&] {
        met.screens.push_back(visit.kiosk->tree().screen);
        if (visit.kiosk->shows("release")) met.releases.push_back(visit.kiosk->picture().rgba);
    };
    return act;
}

}

TEST_CASE("from the caseload to the couple's first card are four taps, and the caseload is locked by the last") {
    Couple couple;
    REQUIRE(unlock_therapist(*couple.kiosk, "Dr. Okafor", passphrase));
    REQUIRE(couple.kiosk->tap("Maya and Jordan"));
    REQUIRE(couple.kiosk->tap_id("together"));
    REQUIRE(couple.kiosk->shows("choose-cards"));
    CHECK_FALSE(couple.is_locked());
    CHECK(couple.kiosk->says("Maya shared: On the same side."));
    REQUIRE(couple.kiosk->tap_id("turn"));
    CHECK(couple.kiosk->says("You both turn to each other when it gets hard."));
    CHECK(couple.kiosk->says("What tells each of you that the pause is nearly over?"));
    CHECK(couple.kiosk->says("Private view is closed"));
    CHECK_FALSE(couple.kiosk->says("Therapist view"));
    CHECK(couple.is_locked());
    for (std::size_t i = 0; i < couple.view().together.cards.size(); ++i)
        if (couple.view().together.cards[i].kind == model::CardKind::talk) {
            REQUIRE(couple.kiosk->tap_id("card:" + std::to_string(i)));
            break;
        }
    CHECK(couple.kiosk->shows("together:card"));
    REQUIRE(couple.kiosk->tap_id("back"));
    CHECK(couple.kiosk->tree().screen == "together");
}

TEST_CASE("nothing leads out of the couple's view but the passphrase, and it leads to where the therapist was") {
    Couple couple;
    couple.choose();
    const auto before = std::get<screen::ChooseCards>(couple.kiosk->state().screen).from.tab;
    CHECK(before == model::CaseTab::brief);
    REQUIRE(couple.kiosk->tap_id("turn"));
    const auto case_id = couple.view().from;
    for (int i = 0; i < 3; ++i)
        couple.kiosk->press(platform::Key::escape);
    for (const auto& out : {model::Action(action::BackTapped{}), model::Action(action::WentHome{}),
                            model::Action(action::LockTapped{}), model::Action(action::HideTapped{}),
                            model::Action(action::Confirmed{}), model::Action(action::CaseChosen{case_id}),
                            model::Action(action::PrivateOpened{}), model::Action(action::StaffTapped{})}) {
        couple.kiosk->tell(out);
        CHECK(couple.kiosk->tree().screen == "together");
    }
    REQUIRE(couple.kiosk->tap_id("end"));
    REQUIRE(couple.kiosk->shows("end-together"));
    couple.kiosk->pass(model::settle_time);
    couple.kiosk->type("not the passphrase");
    REQUIRE(couple.kiosk->tap_id("key:done"));
    CHECK(couple.kiosk->says("That passphrase doesn't match."));
    CHECK(couple.is_locked());
    REQUIRE(couple.kiosk->tap_id("back"));
    CHECK(couple.kiosk->says("You both turn to each other when it gets hard."));
    REQUIRE(couple.kiosk->tap_id("end"));
    couple.kiosk->pass(std::chrono::seconds(10));
    couple.kiosk->type(passphrase);
    REQUIRE(couple.kiosk->tap_id("key:done"));
    REQUIRE(couple.kiosk->shows("case"));
    const auto& open = std::get<screen::Case>(couple.kiosk->state().screen);
    CHECK(open.file.id == case_id);
    CHECK(open.tab == before);
    CHECK(open.therapist.name == "Dr. Okafor");
    CHECK_FALSE(couple.is_locked());
    REQUIRE(couple.kiosk->tap_id("lock"));
    CHECK(couple.is_locked());
}

TEST_CASE("wrong passphrases at the end of the couple's view are throttled like those at the door") {
    Couple couple;
    couple.turn();
    REQUIRE(couple.kiosk->tap_id("end"));
    for (int i = 0; i < 6; ++i) {
        couple.kiosk->pass(model::settle_time);
        couple.kiosk->type("not the passphrase");
        couple.kiosk->press(platform::Key::enter);
        REQUIRE(couple.kiosk->shows("end-together"));
        const auto& refusal = std::get<screen::EndTogether>(couple.kiosk->state().screen).passphrase.refusal;
        REQUIRE(refusal.has_value());
        if (refusal->until) break;
    }
    CHECK(couple.kiosk->says("try again in"));
    // At once: the wait is over by the time a whole passphrase was typed.
    couple.kiosk->tell(action::KeyTyped{passphrase});
    couple.kiosk->tell(action::DoneTyping{});
    CHECK(couple.kiosk->shows("end-together"));
    CHECK(couple.is_locked());
}

TEST_CASE("the second half of a double tap opens no card, closes none and does not end the view") {
    Couple couple;
    couple.choose();
    const auto* turn = couple.kiosk->tree().find_id("turn");
    REQUIRE(turn != nullptr);
    const auto where = turn->rect.center();
    REQUIRE(couple.kiosk->tap_id("turn"));
    const auto ids = [&] {
        std::vector<std::string> all;
        for (const auto& widget : couple.kiosk->tree().widgets)
            if (widget.action) all.push_back(widget.id);
        return all;
    };
    for (const auto& id : ids()) {
        couple.kiosk->tap_at_once(id);
        CHECK(couple.kiosk->tree().screen == "together");
    }
    couple.kiosk->tap_at(where);
    REQUIRE((couple.kiosk->shows("together")));
}

TEST_CASE("after a cut of power nothing of the couple's view is left, and the kiosk is at Welcome") {
    Couple couple;
    couple.turn();
    couple.start();
    CHECK(couple.kiosk->shows("welcome"));
    CHECK_FALSE(couple.kiosk->says("Maya"));
    CHECK(couple.is_locked());
}

TEST_CASE("the couple's view outlasts the therapist's lock, and goes to Welcome when nobody touches it for long") {
    Couple couple;
    couple.turn();
    const auto lock = std::chrono::minutes(couple.practice.lock_minutes);
    couple.kiosk->pass(5 * lock);
    CHECK(couple.kiosk->shows("together"));
    REQUIRE(couple.kiosk->tap_id("end"));
    couple.kiosk->type("half a pass");
    couple.kiosk->pass(std::chrono::minutes(3)); // whoever began to type has turned to the couple again
    CHECK(couple.kiosk->shows("together"));
    couple.kiosk->pass(6 * lock);
    CHECK(couple.kiosk->shows("welcome"));
    CHECK_FALSE(couple.kiosk->says("Maya"));
}

TEST_CASE("where a partner keeps everything, there is no strength and nothing of theirs to be seen") {
    auto keeps = team_jordan();
    keeps.shares = [](const model::ItemRef&) { return false; };
    Couple couple("short", team_maya(), keeps);
    couple.choose();
    CHECK(couple.kiosk->says("Jordan shared no form."));
    const auto& offered = std::get<screen::ChooseCards>(couple.kiosk->state().screen).offered;
    for (const auto& card : offered.cards) {
        CHECK(card.kind != model::CardKind::strength);
        CHECK_FALSE(card.by_b);
    }
}

TEST_CASE("the consent to use a form brings no draft to the shared page") {
    Visit visit;
    visit.content = with_short_packets();
    visit.start();
    const auto code = visit.new_sitting("RG-2041", true, true, "short");
    auto forms_alone = [](PartnerAct act) {
        act.shares = [](const model::ItemRef& ref) { return ref.item.empty(); };
        return act;
    };
    visit.begin(code, forms_alone(team_maya()));
    finish_part(visit, forms_alone(team_maya()));
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, forms_alone(team_jordan())));
    finish_part(visit, forms_alone(team_jordan()));
    REQUIRE(visit.kiosk->tap_id("joint"));
    REQUIRE(visit.kiosk->keys(team_maya().code));
    CHECK(std::get<screen::Joint>(visit.kiosk->state().screen).session.content.drafts.empty());
    visit.start();
    const auto file = visit.read_case();
    const std::set<model::ItemRef> wanted{model::whole_form({"same-side"})};
    CHECK(file.visits.front().a.content->released == wanted);
    CHECK(file.visits.front().b.content->released == wanted);
}

TEST_CASE("a text of a private form reaches no shared page, though its part says that it was released") {
    Visit visit;
    auto made = *with_short_packets();
    made.modules.at({"my-mission"}).is_private = true;
    visit.content = std::make_shared<const model::Content>(std::move(made));
    visit.start();
    const auto code = visit.new_sitting("RG-1", true, true, "mission-only");
    auto act = team_maya();
    act.shares = [](const model::ItemRef&) { return false; };
    visit.begin(code, act);
    REQUIRE(answer_part(*visit.kiosk, act));
    const auto* review = std::get_if<screen::Review>(&visit.kiosk->state().screen);
    REQUIRE(review != nullptr);
    auto session = review->session;
    session.content.released.insert(model::ItemRef{{"my-mission"}, {"us"}});
    auto& runner = visit.kiosk->runner();
    REQUIRE(runner.run(model::effect::SealPart{session.seat, session.part, session.content})
                .front()
                .as<action::PartSealed>() != nullptr);
    const auto opened = runner.run(model::effect::OpenJoint{session.seat.sitting.id});
    const auto* joint = opened.front().as<action::JointOpened>();
    REQUIRE(joint != nullptr);
    CHECK(joint->session.content.drafts.empty());
}

TEST_CASE(
    "a packet without texts asks after its last form what may be used, and one who stops early releases nothing") {
    Visit visit;
    visit.content = with_short_packets();
    visit.start();
    const auto code = visit.new_sitting("RG-1", true, true, "later-visit");
    Met met;
    auto act = noting(team_maya(), visit, met);
    visit.begin(code, act);
    finish_part(visit, act);
    CHECK_FALSE(met.releases.empty());
    REQUIRE(visit.kiosk->tap_id("other"));
    REQUIRE(begin_part(*visit.kiosk, team_jordan()));
    auto early = team_jordan();
    early.stop_after = 3;
    REQUIRE(answer_part(*visit.kiosk, early));
    REQUIRE(visit.kiosk->tap_id("trail"));
    REQUIRE(visit.kiosk->tap_id("seal"));
    visit.start();
    const auto file = visit.read_case();
    CHECK(file.visits.front().a.content->released == std::set{model::whole_form({"check-in"})});
    CHECK(file.visits.front().b.content->released.empty());
}

TEST_CASE("alone at a visit one may release a form, and is asked nothing about a shared page") {
    Visit visit;
    visit.content = with_short_packets();
    visit.start();
    const auto code = visit.new_sitting("RG-1", true, false, "short");
    std::string said;
    auto act = team_maya();
    act.at_each_page = [&] {
        for (const auto& widget : visit.kiosk->tree().widgets)
            if (visit.kiosk->shows("release")) said += widget.name + "\n";
    };
    REQUIRE(enter_code(*visit.kiosk, code));
    REQUIRE(begin_part(*visit.kiosk, act));
    finish_part(visit, act);
    CHECK(said.find("What may you look at together?") != std::string::npos);
    CHECK(said.find("shared page") == std::string::npos);
}

TEST_CASE("partners who answer the private questions otherwise meet the same pages, and show the same together") {
    const auto visit_of = [](double place, Met& met) {
        auto couple = std::make_unique<Visit>();
        couple->content = with_short_packets();
        couple->start();
        const auto privately = [place](const model::Module& module, const model::Item& item) {
            return module.is_private || item.is_private ? place : team(module, item);
        };
        auto first = noting(team_maya(), *couple, met), second = noting(team_jordan(), *couple, met);
        first.temper = second.temper = privately;
        both_parts(*couple, "private-last", first, second);
        REQUIRE(unlock_therapist(*couple->kiosk, "Dr. Okafor", passphrase));
        REQUIRE(couple->kiosk->tap("Maya and Jordan"));
        REQUIRE(couple->kiosk->tap_id("together"));
        REQUIRE(couple->kiosk->tap_id("turn"));
        return couple;
    };
    Met silent, telling, leaving_out;
    const auto one = visit_of(0.0, silent), two = visit_of(1.0, telling), three = visit_of(-1.0, leaving_out);
    CHECK(silent.screens == telling.screens);
    CHECK(silent.screens == leaving_out.screens);
    CHECK(silent.releases == telling.releases);
    CHECK(silent.releases == leaving_out.releases);
    const auto picture = [](Visit& visit) { return visit.kiosk->picture().rgba; };
    CHECK(picture(*one) == picture(*two));
    CHECK(picture(*one) == picture(*three));
    CHECK(std::get<screen::TogetherView>(one->kiosk->state().screen).together ==
          std::get<screen::TogetherView>(two->kiosk->state().screen).together);
}

TEST_CASE("the couple reads their cards in the language that they choose") {
    Visit visit;
    visit.speaks = true;
    visit.start();
    both_parts(visit, "later-visit", team_maya(), team_jordan());
    REQUIRE(unlock_therapist(*visit.kiosk, "Dr. Okafor", passphrase));
    REQUIRE(visit.kiosk->tap("Maya and Jordan"));
    REQUIRE(visit.kiosk->tap_id("together"));
    REQUIRE(visit.kiosk->tap_id("turn"));
    CHECK(visit.kiosk->says("You both feel like a team these days."));
    REQUIRE(visit.kiosk->tap_id("language"));
    CHECK(visit.kiosk->says("ustedes dos se sienten un equipo"));
    CHECK_FALSE(visit.kiosk->says("You both"));
}
