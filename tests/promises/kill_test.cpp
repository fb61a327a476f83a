#include "promises/ledger.hpp"
#include "promises/pipe.hpp"
#include "promises/sealed_part.hpp"
#include <random>
#include <sys/wait.h>

using namespace promises;
using visits::Visit;

namespace {

constexpr auto order = 'o', saved = 's', finished = 'f', lost_the_way = 'x';

struct Killed {
    std::size_t orders = 0; // to wait for
    std::chrono::microseconds then{0};
};

// Answers at random, goes back and changes its mind now and then, and says what it orders and what its screen calls
// saved.
bool answer_all(Visit& visit, const std::string& code, unsigned seed, Pipe& pipe) {
    std::mt19937 random(seed);
    visit.start();
    auto& kiosk = *visit.kiosk;
    kiosk.instead = [&](const model::Effect& effect) -> std::optional<std::vector<model::Action>> {
        if (const auto* save = std::get_if<model::effect::SaveEntries>(&effect))
            for (const auto& entry : save->entries)
                pipe.send(order, model::encode(entry));
        return std::nullopt;
    };
    auto act = Visit::maya();
    act.temper = [&](const model::Module&, const model::Item&) { return double(random() % 12) / 11 - 0.05; };
    act.at_each_page = [&] {
        if (kiosk.says("Saved")) pipe.send(saved);
        if (kiosk.shows("question") && random() % 8 == 0) kiosk.tap_id("back");
    };
    if (!enter_code(kiosk, code)) return false;
    if (kiosk.shows("names") ? !begin_part(kiosk, act) : !kiosk.keys(act.code)) return false;
    // A second tap on the same answer takes it away, and then Skip leads on; what was said in private before stays
    // covered, and Next leads on.
    while (!answer_part(kiosk, act))
        if (!kiosk.tap_id("skip") && !kiosk.tap_id("next")) return false;
    return seal_part(kiosk, act);
}

// True when the kiosk was killed before it had finished.
bool run_and_kill(Visit& visit, const std::string& code, unsigned seed, Killed when, Ledger& ledger) {
    Pipe pipe;
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        pipe.close_reading();
        const bool whole = answer_all(visit, code, seed, pipe);
        if (!whole) std::fprintf(stderr, "the partner found no way on from %s\n", visit.kiosk->tree().screen.c_str());
        pipe.send(whole ? finished : lost_the_way);
        _exit(0);
    }
    pipe.close_writing();
    bool whole = false, lost = false;
    const auto take = [&](const CatalogueEntry& message) {
        if (message.kind == order) {
            auto entry = model::decode_entry(message.bytes);
            REQUIRE(entry.has_value());
            ledger.ordered(std::move(*entry));
        }
        if (message.kind == saved) ledger.said_saved();
        if (message.kind == finished) whole = true;
        if (message.kind == lost_the_way) lost = true;
    };
    for (std::size_t orders = 0; orders < when.orders;) {
        const auto message = pipe.receive();
        if (!message) break;
        if (message->kind == order) ++orders;
        take(*message);
    }
    // Any instant of a commit is as likely as any other: the processor is kept, so that nothing rounds it.
    const auto until = std::chrono::steady_clock::now() + when.then;
    while (std::chrono::steady_clock::now() < until) {
    }
    kill(child, SIGKILL);
    while (const auto message = pipe.receive())
        take(*message);
    waitpid(child, nullptr, 0);
    CHECK_FALSE_MESSAGE(lost, "the partner found no way on");
    return !whole;
}

struct Sat {
    std::string code, chart_code;
};

Sat sit_down(Visit& visit, int number) {
    const auto chart_code = "K-" + std::to_string(number);
    visit.start();
    const auto code = visit.new_sitting(chart_code, true, false);
    visit.kiosk.reset();
    return {code, chart_code};
}

enum class Stands { answering, sealed };

// What the next kiosk, or the therapist, finds on the disk is what was said.
Stands check_disk(Visit& visit, const Sat& sat, Ledger& ledger) {
    auto kiosk = next_kiosk(visit);
    const auto sitting = sitting_of(kiosk, sat.code);
    if (sitting && sitting->a == model::PartStatus::not_started) {
        CHECK(ledger.saved() == 0);
        ledger = {};
        return Stands::answering;
    }
    if (sitting && sitting->a == model::PartStatus::open) {
        const auto found = resumed(kiosk, *sitting, model::Partner::a, Visit::maya().code);
        REQUIRE(found.has_value());
        REQUIRE(ledger.goes_on_from(*found));
        return Stands::answering;
    }
    const auto cases = caseload_of(kiosk, "Dr. Okafor");
    REQUIRE(cases.has_value());
    const auto row =
        std::find_if(cases->begin(), cases->end(), [&](const auto& each) { return each.chart_code == sat.chart_code; });
    REQUIRE(row != cases->end());
    const auto found = sealed_answers(kiosk, row->id, model::Partner::a);
    REQUIRE(found.has_value());
    REQUIRE(*found == ledger.whole().answers);
    return Stands::sealed;
}

}

TEST_CASE("of two hundred kiosks killed at any instant of a visit, none loses what its screen called saved") {
    std::mt19937 random(20261122);
    Visit visit;
    int sittings = 0, kills = 0, sealed = 0;
    std::size_t acknowledged = 0;
    auto sat = sit_down(visit, ++sittings);
    Ledger ledger;
    while (kills < 200) {
        const auto orders = random() % 16;
        // With no order to wait for it dies while it starts.
        const Killed when{orders, std::chrono::microseconds(random() % (orders == 0 ? 400'000 : 4'000))};
        if (run_and_kill(visit, sat.code, static_cast<unsigned>(random()), when, ledger)) ++kills;
        acknowledged += ledger.saved();
        if (check_disk(visit, sat, ledger) == Stands::answering) continue;
        ++sealed;
        sat = sit_down(visit, ++sittings);
        ledger = {};
    }
    MESSAGE(kills, " kills, ", acknowledged, " acknowledged facts looked for, ", sealed, " parts sealed on the way");
    CHECK(acknowledged > 1000);
    CHECK(sealed > 0);
}
