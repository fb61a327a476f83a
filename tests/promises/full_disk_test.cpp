#include "promises/sealed_part.hpp"
#include "store/fault_disk.hpp"

using namespace practice;
using namespace rehearsal;

using namespace promises;
using visits::Visit;

namespace {

bool disk_is_full() {
    const auto& disk = store_test::disk::state;
    return disk.at != 0 && disk.operations >= disk.at;
}
void fill_from(long write) {
    store_test::disk::state.operations = 0;
    store_test::disk::state.at = write;
}
void make_room() {
    store_test::disk::state.at = 0;
}

// One partner's visit with the short packet. Wherever the screen shows that it could not save, it must not say that it
// did; then somebody makes room, and the same person goes on from there.
class Person {
public:
    Person(Visit& visit, std::string entry_code) : m_visit(visit), m_code(std::move(entry_code)) {
        m_act.at_each_page = [this] { look(); };
    }

    bool come_and_finish() {
        for (int tries = 0; tries < 4; ++tries) {
            if (go_on()) return true;
            look();
        }
        return false;
    }
    int troubles() const { return m_troubles; }

private:
    Rehearsal& kiosk() { return *m_visit.kiosk; }
    bool answering() {
        for (const auto* screen : {"question", "module:", "rest", "release", "review"})
            if (kiosk().shows(screen)) return true;
        return false;
    }

    bool go_on() {
        if (!answering()) {
            if (kiosk().shows("hand-over") || kiosk().shows("thanks")) return true;
            if (!kiosk().shows("welcome")) REQUIRE(kiosk().tap_id("home"));
            if (!enter_code(kiosk(), m_code)) return false;
            if (kiosk().shows("names") || kiosk().shows("before-you-begin") ? !begin_part(kiosk(), m_act)
                                                                            : !kiosk().keys(m_act.code))
                return false;
        }
        return answer_part(kiosk(), m_act) && seal_part(kiosk(), m_act);
    }

    void look() {
        if (!disk_is_full()) return;
        ++m_troubles;
        const bool could_not_save = kiosk().tree().find_id("retry") != nullptr;
        if (could_not_save) CHECK_FALSE(kiosk().says("Saved"));
        make_room();
        if (!could_not_save) return;
        const auto page = kiosk().tree().screen;
        CHECK(kiosk().tap_id("retry"));
        CHECK(kiosk().tree().find_id("retry") == nullptr);
        if (kiosk().shows("question") && kiosk().tree().screen == page) CHECK(kiosk().says("Saved"));
    }

    Visit& m_visit;
    std::string m_code;
    PartnerAct m_act = Visit::maya();
    int m_troubles = 0;
};

model::Answers read_sealed(Visit& visit) {
    visit.kiosk.reset();
    auto kiosk = next_kiosk(visit);
    const auto cases = caseload_of(kiosk, "Dr. Okafor");
    REQUIRE(cases.has_value());
    REQUIRE(cases->size() == 1);
    auto answers = sealed_answers(kiosk, cases->front().id, model::Partner::a);
    REQUIRE(answers.has_value());
    return std::move(*answers);
}

}

TEST_CASE("whichever write of a visit finds the disk full, nothing is called saved that is not, and nothing is missing "
          "at its end") {
    const store_test::FaultDisk disk(store_test::Fault::full, store_test::Lasting::from_then_on, 0);
    model::Answers given;
    long writes = 0, troubles = 0;
    const long step = std::getenv("SAMESIDE_EVERY_STATE") != nullptr ? 1 : 3;
    for (long full_from = 0; full_from <= writes; full_from += step) {
        CAPTURE(full_from);
        Visit visit;
        const auto code = visit.new_sitting("RG-1", true, false, "mission-only");
        fill_from(full_from);
        Person person(visit, code);
        const bool finished = person.come_and_finish();
        const auto screen = visit.kiosk->tree().screen;
        INFO("at the end the screen was ", screen);
        REQUIRE(finished);
        if (full_from == 0) writes = store_test::disk::state.operations;
        make_room();
        const auto answers = read_sealed(visit);
        if (full_from == 0) given = answers;
        CHECK(answers == given);
        troubles += person.troubles();
    }
    MESSAGE(writes, " writes, ", troubles, " times full");
    CHECK(writes > 50);
    CHECK(troubles * step > writes / 2);
}
