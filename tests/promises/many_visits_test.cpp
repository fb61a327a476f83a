// Visit after visit on one kiosk that is never switched off: nothing stays open, nothing piles up in memory, no screen
// grows slow. SAMESIDE_VISITS=2000 makes as many.
#include "promises/whole_visit.hpp"
#include "rehearsal/offscreen.hpp"
#include <fstream>
#include <malloc.h>

using namespace promises;
using visits::Visit;

namespace {

std::ptrdiff_t open_descriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

// MiB that the program has asked for and not given back.
double heap_in_use() {
    const auto heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / (1024 * 1024);
}

// MiB. What was given back is first handed to the system: what is left is held by somebody, or lies between such.
double resident() {
    malloc_trim(0);
    std::ifstream in("/proc/self/statm");
    long all = 0, pages = 0;
    in >> all >> pages;
    return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

// Milliseconds for a page, from what the kiosk knows to what would be shown; the median.
double frame_of(const model::State& state) {
    auto sheet = Offscreen::create(1280, 800);
    REQUIRE(sheet.has_value());
    std::vector<double> taken;
    for (int i = 0; i < 9; ++i) {
        const auto began = std::chrono::steady_clock::now();
        (void)sheet->draw(state, Offscreen::settled(state));
        taken.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::ranges::sort(taken);
    return taken[taken.size() / 2];
}

PartnerAct with_another_code(PartnerAct act, const std::string& entry_code) {
    if (act.code == entry_code) act.code = "7352";
    return act;
}

// The desk, both partners, their shared page, their therapist; back on Welcome.
void one_visit(Visit& visit, int number, double* caseload_frame) {
    auto& kiosk = *visit.kiosk;
    kiosk.pass(std::chrono::minutes(10));
    const auto code = visit.new_sitting(fmt::format("MV-{}", number), true, true, "mission-only");
    const auto maya = with_another_code(Visit::maya(), code), jordan = with_another_code(Visit::jordan(), code);
    visit.begin(code, maya);
    finish_part(visit, maya);
    REQUIRE(kiosk.tap_id("other"));
    REQUIRE(begin_part(kiosk, jordan));
    finish_part(visit, jordan);
    REQUIRE(kiosk.tap_id("joint"));
    REQUIRE(kiosk.keys(maya.code));
    kiosk.tell(action::DraftTapped{0});
    kiosk.tell(action::AssentTapped{model::Partner::a});
    kiosk.tell(action::AssentTapped{model::Partner::b});
    kiosk.tell(action::StatementFinished{});
    REQUIRE(kiosk.tap_id("done"));
    REQUIRE(kiosk.shows("thanks"));
    kiosk.pass(std::chrono::seconds(visit.practice.thanks_seconds));
    const auto file = visit.read_case();
    REQUIRE(file.visits.front().joint.content.has_value());
    if (caseload_frame != nullptr) {
        kiosk.tell(action::BackTapped{});
        REQUIRE(kiosk.shows("caseload"));
        *caseload_frame = frame_of(kiosk.state());
    }
    kiosk.tell(action::LockTapped{});
    REQUIRE(kiosk.shows("welcome"));
}

}

TEST_CASE("after many visits in one process no descriptor, no memory and no time is gone") {
    const auto* wanted = std::getenv("SAMESIDE_VISITS");
    const int last = wanted == nullptr ? 110 : std::max(20, std::atoi(wanted));
    const int settled = std::min(100, last - 10); // the first ones fill caches, which have their limits
    Visit visit;
    std::ptrdiff_t descriptors = 0;
    double heap = 0, memory = 0, caseload = 0;
    std::uintmax_t first_size = 0;
    for (int number = 1; number <= last; ++number) {
        CAPTURE(number);
        const bool look = number == settled || number == last || number % 500 == 0;
        one_visit(visit, number, look ? &caseload : nullptr);
        if (number == 50 || (last < 50 && number == settled)) descriptors = open_descriptors();
        if (!look) continue;
        const auto size = std::filesystem::file_size(visit.folder.path() / "sameside.db");
        if (number == settled) {
            heap = heap_in_use();
            memory = resident();
            first_size = size;
        }
        MESSAGE(number, " visits: heap ", heap_in_use(), " MiB, resident ", resident(), " MiB, descriptors ",
                open_descriptors(), ", a frame of Welcome ", frame_of(visit.kiosk->state()), " ms, of the caseload ",
                caseload, " ms, database ", size, " bytes");
        if (number == last)
            MESSAGE("a visit takes ",
                    static_cast<double>(size - first_size) / static_cast<double>(std::max(1, last - settled)),
                    " bytes of the database");
    }
    CHECK(open_descriptors() == descriptors);
    CHECK(heap_in_use() - heap < 1);
    // A sanitizer has a heap of its own, and holds back what was freed.
    if (heap > 0) CHECK(resident() - memory < 1.5);
    CHECK(caseload < 100);
}
