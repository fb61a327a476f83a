// A disk that is full, or refuses a single call, anywhere in a whole visit, with a kiosk that goes on: somebody makes
// room and the same people try again. SAMESIDE_EVERY_STATE=1 tries each call.
#include "promises/whole_visit.hpp"
#include "store/fault_disk.hpp"
#include <map>

using namespace promises;

namespace {

// A fault from the n-th call on, which ends when people have met it.
class Trouble {
public:
    void begin(store_test::Fault fault, store_test::Lasting lasting, long at) {
        auto& disk = store_test::disk::state;
        disk.fault = fault;
        disk.lasting = lasting;
        disk.operations = 0;
        disk.at = at;
    }
    void end() { store_test::disk::state.at = 0; }
    bool met() const {
        const auto& disk = store_test::disk::state;
        return disk.at != 0 && disk.operations >= disk.at;
    }
};

}

TEST_CASE("a whole visit comes to the same end whichever call of its disk fails") {
    const store_test::FaultDisk disk(store_test::Fault::full, store_test::Lasting::once, 0);
    Trouble trouble;
    std::string undisturbed;
    std::map<std::string, long> stuck; // where, and how often
    long calls = 0, visits = 0, stopped = 0, started_anew = 0;
    const auto run = [&](store_test::Fault fault, store_test::Lasting lasting, long at) {
        CAPTURE(at);
        CAPTURE(static_cast<int>(fault));
        QuickFolder folder;
        WholeVisit visit(folder.path());
        visit.prepare();
        REQUIRE(visit.start());
        visit.at_each_page = [&] {
            // Whoever answers sees that it could not be saved, not that it was.
            if (visit.kiosk().tree().find_id("retry") == nullptr) return;
            CHECK_FALSE(visit.kiosk().says("Saved"));
            trouble.end();
            CHECK(visit.kiosk().tap_id("retry"));
        };
        trouble.begin(fault, lasting, at);
        bool whole = visit.go_on();
        if (at == 0) calls = store_test::disk::state.operations;
        const bool met = trouble.met();
        trouble.end();
        if (!whole) ++stopped;
        for (int tries = 0; tries < 3 && !whole; ++tries) {
            visit.kiosk().pass(std::chrono::minutes(6));
            whole = visit.go_on();
        }
        if (!whole) {
            ++started_anew;
            // Behind a cover the way goes by a code, or by the desk: these people know neither of that.
            CHECK(visit.where().find("return-code") != std::string::npos);
            ++stuck[visit.where()];
            whole = visit.start() && visit.go_on();
        }
        INFO(visit.where(), met ? ", with the fault" : "");
        CHECK(whole);
        const auto outcome = whole ? visit.outcome() : std::string();
        if (at == 0) undisturbed = outcome;
        CHECK(difference(outcome, undisturbed) == "");
        ++visits;
    };
    run(store_test::Fault::full, store_test::Lasting::once, 0);
    const bool all = std::getenv("SAMESIDE_EVERY_STATE") != nullptr;
    const long step = all ? 1 : std::max(1L, calls / 10);
    for (long at = 1 + step / 2; at <= calls; at += step) {
        const bool full = at / step % 2 == 0;
        run(full ? store_test::Fault::full : store_test::Fault::io,
            full ? store_test::Lasting::from_then_on : store_test::Lasting::once, at);
    }
    MESSAGE(visits, " visits for ", calls, " calls; ", stopped, " stopped until there was room, ", started_anew,
            " kiosks were started anew");
    for (const auto& [where, times] : stuck)
        MESSAGE(times, " times ", where);
}
