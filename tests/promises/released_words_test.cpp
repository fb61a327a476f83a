// What somebody released waits for the other under its author's code: device.key and the database alone do not give it.
#include "promises/sealed_part.hpp"

using namespace rehearsal;
using namespace promises;
using visits::Visit;

namespace {

using model::effect::OpenJoint;
using model::effect::ResumeJoint;

// Maya has released her words and gone; Jordan has not come yet. The next kiosk has no more than the files.
struct Waiting {
    Visit visit;
    std::string code = visit.new_sitting("RG-1", true, true, "mission-only");
    std::unique_ptr<EffectRunner> kiosk;
    model::Sitting sitting;

    Waiting() {
        visit.begin(code, Visit::maya());
        finish_part(visit, Visit::maya());
        restart();
    }
    void restart() {
        visit.kiosk.reset();
        kiosk.reset();
        kiosk.reset(new EffectRunner(next_kiosk(visit))); // cannot be moved
        const auto found = sitting_of(*kiosk, code);
        REQUIRE(found.has_value());
        sitting = *found;
    }
    std::vector<model::Action> start_as_jordan(const std::string& own_code) {
        return kiosk->run(model::effect::StartPart{{sitting, model::Partner::b}, core::SecretText(own_code), {}});
    }
    // The drafts that can be read; nothing while the page stays closed.
    std::optional<std::vector<model::Draft>> read_with(const std::string& own_code) {
        const auto opened =
            first_of<model::action::JointOpened>(kiosk->run(ResumeJoint{sitting.id, core::SecretText(own_code)}));
        if (!opened) return std::nullopt;
        return opened->session.content.drafts;
    }
    bool asks_for_the_other(const std::string& own_code) {
        const auto refused =
            first_of<model::action::Refused>(kiosk->run(ResumeJoint{sitting.id, core::SecretText(own_code)}));
        return refused && refused->refusal.why == model::Refusal::Why::other_too;
    }
};

std::size_t by(const std::vector<model::Draft>& drafts, model::Partner author) {
    return static_cast<std::size_t>(std::ranges::count(drafts, author, &model::Draft::author));
}

// Jordan's part, by the same effects as from the screens.
void do_jordans_part(Waiting& waiting, const PartnerAct& act) {
    waiting.kiosk.reset();
    waiting.visit.start();
    REQUIRE(enter_code(*waiting.visit.kiosk, waiting.code));
    REQUIRE(begin_part(*waiting.visit.kiosk, act));
    finish_part(waiting.visit, act);
}

}

TEST_CASE("before the other comes, nobody who has the kiosk's key and its database reads a released word") {
    Waiting waiting;
    {
        // The kiosk's own key opens neither slot.
        waiting.kiosk.reset();
        auto data = open_practice(waiting.visit.folder.path());
        REQUIRE(data.has_value());
        const auto parts = data->store.parts_of(waiting.sitting.id);
        REQUIRE(parts.has_value());
        for (const auto& part : *parts)
            for (const auto& slot : {part.resume_slot, part.resume_slot_b})
                CHECK_FALSE(data->device.open_value(slot, {"joint-key", part.uuid}).has_value());
    }
    waiting.restart();
    // Whoever has the entry code, or makes the kiosk believe so, may start as the other: with a code of their choice.
    REQUIRE(first_of<model::action::PartOpened>(waiting.start_as_jordan("9876")).has_value());
    CHECK_FALSE(first_of<model::action::JointOpened>(waiting.kiosk->run(OpenJoint{waiting.sitting.id})).has_value());
    CHECK(waiting.asks_for_the_other("9876"));
    waiting.restart();
    CHECK_FALSE(waiting.read_with("9876").has_value());
}

TEST_CASE("when both are there each finds what the other released, whoever types first and whenever they come") {
    Waiting waiting;
    do_jordans_part(waiting, Visit::jordan());
    SUBCASE("straight after the second part, with the first one's code") {
        REQUIRE(waiting.visit.kiosk->tap_id("joint"));
        REQUIRE(waiting.visit.kiosk->keys("4711"));
        REQUIRE(waiting.visit.kiosk->shows("joint"));
        waiting.restart();
    }
    SUBCASE("another day, the first one first") {
        waiting.restart();
        CHECK(waiting.asks_for_the_other("4711"));
        REQUIRE(waiting.read_with("9024").has_value());
    }
    SUBCASE("another day, the second first") {
        waiting.restart();
        CHECK(waiting.asks_for_the_other("9024"));
        REQUIRE(waiting.read_with("4711").has_value());
    }
    // From then on either's code opens it.
    for (const auto* own_code : {"4711", "9024"}) {
        waiting.restart();
        const auto drafts = waiting.read_with(own_code);
        REQUIRE(drafts.has_value());
        CHECK(by(*drafts, model::Partner::a) >= 2);
        CHECK(by(*drafts, model::Partner::b) >= 2);
    }
}

TEST_CASE("what the second released waits under their own code as well: the first's alone does not open it") {
    Waiting waiting;
    do_jordans_part(waiting, Visit::jordan());
    waiting.restart();
    CHECK_FALSE(waiting.read_with("4711").has_value());
    waiting.restart();
    CHECK_FALSE(waiting.read_with("9024").has_value());
    waiting.restart();
    CHECK_FALSE(waiting.read_with("1111").has_value());
}

TEST_CASE("two who chose the same digits open their page with them") {
    Waiting waiting;
    auto act = Visit::jordan();
    act.code = Visit::maya().code;
    do_jordans_part(waiting, act);
    waiting.restart();
    const auto drafts = waiting.read_with(act.code);
    REQUIRE(drafts.has_value());
    CHECK(by(*drafts, model::Partner::a) >= 2);
    CHECK(by(*drafts, model::Partner::b) >= 2);
}
