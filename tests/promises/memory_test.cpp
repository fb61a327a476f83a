#include "harden.hpp"
#include "promises/pipe.hpp"
#include "promises/sealed_part.hpp"
#include "support/process_memory.hpp"
#include <random>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace practice;
using namespace rehearsal;

using namespace promises;
using namespace support;
using visits::Visit;

namespace {

// Words nobody else would write, made letter by letter: the kiosk that is searched never held them but by typing.
class Marker {
public:
    explicit Marker(unsigned seed) : m_seed(seed) {}
    static constexpr std::size_t length = 40;
    char letter(std::size_t at) const {
        const auto mixed = (m_seed + 1) * 2654435761U ^ static_cast<unsigned>(at + 7) * 2246822519U;
        return static_cast<char>('a' + (mixed >> 9) % 26);
    }
    std::string whole() const {
        std::string words(length, ' ');
        for (std::size_t i = 0; i < length; ++i)
            words[i] = letter(i);
        return words;
    }
    void type_into(Rehearsal& kiosk) const {
        for (std::size_t i = 0; i < length; ++i) {
            const char one = letter(i);
            kiosk.type({&one, 1});
        }
    }

private:
    unsigned m_seed;
};

constexpr auto at_step = 'p', failed_step = 'x';

enum class Step { writing, covered, sealed, reading, locked, writing_again, parked };
struct Expected {
    Step step;
    const char* name;
    bool in_memory; // while it is on the screen it must be: otherwise the search finds nothing ever
};
constexpr Expected steps[] = {{Step::writing, "writing", true}, {Step::covered, "covered", false},
                              {Step::sealed, "sealed", false},  {Step::reading, "reading", true},
                              {Step::locked, "locked", false},  {Step::writing_again, "writing again", true},
                              {Step::parked, "parked", false}};

bool to_first_text(Rehearsal& kiosk) {
    for (int i = 0; i < 4 && !kiosk.shows("question"); ++i)
        if (!kiosk.tap_id("begin")) return false;
    return kiosk.shows("question");
}

struct Codes {
    std::string first, second;
};

bool write_in(Rehearsal& kiosk, const std::string& entry_code, const Marker& text) {
    if (!enter_code(kiosk, entry_code) || !begin_part(kiosk, Visit::maya()) || !to_first_text(kiosk)) return false;
    text.type_into(kiosk);
    kiosk.pass(std::chrono::seconds(1));
    return kiosk.says("Saved");
}

bool take(Step step, Rehearsal& kiosk, const Codes& codes, const Marker& text) {
    const auto act = Visit::maya();
    switch (step) {
    case Step::writing:
        return write_in(kiosk, codes.first, text);
    case Step::covered:
        return kiosk.tap_id("hide") && kiosk.shows("cover");
    case Step::sealed:
        return kiosk.tap_id("return") && kiosk.keys(act.code) && kiosk.tap_id("key:done") && answer_part(kiosk, act) &&
               seal_part(kiosk, act);
    case Step::reading: {
        kiosk.tell(model::action::NextTapped{});
        kiosk.tell(model::action::WentHome{});
        if (!unlock_therapist(kiosk, "Dr. Okafor", visits::passphrase)) return false;
        const auto cases = std::get<model::screen::Caseload>(kiosk.state().screen).cases;
        for (const auto& row : *cases) // the one with a sealed part
            if (row.unread_a) kiosk.tell(model::action::CaseChosen{row.id});
        kiosk.tell(model::action::CaseTabChosen{model::CaseTab::mission});
        return kiosk.shows("case");
    }
    case Step::locked:
        return kiosk.tap_id("lock") && kiosk.shows("welcome");
    case Step::writing_again:
        return write_in(kiosk, codes.second, text);
    case Step::parked: {
        if (!kiosk.tap_id("hide") || !kiosk.tap_id("return") || !kiosk.tap_id("staff") || !kiosk.tap_id("desk"))
            return false;
        kiosk.pass(model::settle_time);
        if (!kiosk.keys(visits::pin) || !kiosk.tap_id("key:done")) return false;
        kiosk.tell(
            model::action::ParkTapped{std::get<model::screen::Desk>(kiosk.state().screen).board.rows.front().sitting});
        kiosk.tell(model::action::Confirmed{});
        return kiosk.shows("ready");
    }
    }
    return false;
}

// A kiosk in a process of its own, which takes each step when it is told to.
[[noreturn]] void be_a_kiosk(Pipe& orders, Pipe& reports, const Marker& text) {
    orders.close_writing();
    reports.close_reading();
    Visit visit({"Dr. Okafor"});
    const Codes codes{visit.new_sitting("RG-1", true, false, "mission-only"),
                      visit.new_sitting("RG-2", true, false, "mission-only")};
    while (const auto message = orders.receive()) {
        const bool done = take(static_cast<Step>(message->kind - '0'), *visit.kiosk, codes, text);
        if (!done) std::fprintf(stderr, "the kiosk stands at %s\n", visit.kiosk->tree().screen.c_str());
        reports.send(done ? at_step : failed_step);
    }
    visit.kiosk.reset();
    std::filesystem::remove_all(visit.folder.path());
    _exit(0);
}

}

TEST_CASE("what a partner wrote is nowhere in the kiosk's memory once it is covered, sealed, locked or parked") {
    if (!support::memory_can_be_searched) return;
    Pipe orders, reports;
    const Marker text(std::random_device{}());
    const auto kiosk = fork();
    REQUIRE(kiosk >= 0);
    if (kiosk == 0) be_a_kiosk(orders, reports, text);
    orders.close_reading();
    reports.close_writing();
    for (const auto& expected : steps) {
        CAPTURE(std::string(expected.name));
        orders.send(static_cast<char>('0' + static_cast<int>(expected.step)));
        const auto report = reports.receive();
        REQUIRE(report.has_value());
        REQUIRE(report->kind == at_step);
        // Half of it counts.
        const auto places = found_in_memory(kiosk, forms_of(text.whole().substr(0, Marker::length / 2)));
        std::string where;
        for (const auto& place : places)
            where += place + " ";
        if (expected.in_memory)
            CHECK(!places.empty());
        else
            CHECK_MESSAGE(places.empty(), where);
    }
    orders.close_writing();
    int status = 0;
    waitpid(kiosk, &status, 0);
    CHECK(status == 0);
}

TEST_CASE("a kiosk that dies leaves no core dump, and cannot be looked into by its neighbours") {
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        harden_process();
        rlimit core{};
        getrlimit(RLIMIT_CORE, &core);
        if (core.rlim_cur != 0 || core.rlim_max != 0 || prctl(PR_GET_DUMPABLE) != 0) _exit(1);
        signal(SIGABRT, SIG_DFL);
        abort();
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    CHECK_FALSE(WCOREDUMP(status));
}
