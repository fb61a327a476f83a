// Many whole visits in one process, to see whether anything stays behind.
#define DOCTEST_CONFIG_IMPLEMENT
#include "bench/figures.hpp"
#include "visits/a_visit.hpp"
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <malloc.h>
#include <sys/statfs.h>

namespace bench {

using namespace practice;
using namespace rehearsal;

namespace {

namespace fs = std::filesystem;

constexpr double too_long = 0.9; // seconds a visit, for a thousand of them
constexpr std::array marks{10, 100, 250, 500, 1000, 2000};
constexpr double noise = 1; // MiB: what a heap goes up and down by

struct {
    const ::visits::Visit* visit = nullptr;
    int number = 0;
} now;

void give_up(const doctest::AssertData& data) {
    if (!data.m_failed) return;
    fmt::print(stderr, "bench visits: {}:{}: {} does not hold", data.m_file, data.m_line, data.m_expr);
    if (now.visit != nullptr) {
        fmt::print(stderr, ", visit {} on {}", now.number, now.visit->kiosk->tree().screen);
        fs::remove_all(now.visit->folder.path());
    }
    fmt::print(stderr, "\n");
    std::_Exit(1);
}

void do_part(Rehearsal& kiosk, PartnerAct act, const std::string& entry_code) {
    if (act.code == entry_code) act.code = "7352"; // which may not be a partner's own code
    REQUIRE(begin_part(kiosk, act));
    REQUIRE(answer_part(kiosk, act));
    REQUIRE(seal_part(kiosk, act));
}

// The desk, two partners, both together, their therapist; back on Welcome.
void whole_visit(visits::Visit& visit, int number, std::string_view packet) {
    auto& kiosk = *visit.kiosk;
    kiosk.pass(std::chrono::minutes(10));
    const auto code = visit.new_sitting(fmt::format("BE-{}", number), true, true, packet);
    REQUIRE(enter_code(kiosk, code));
    do_part(kiosk, visits::Visit::maya(), code);
    REQUIRE(kiosk.tap_id("other"));
    do_part(kiosk, visits::Visit::jordan(), code);
    REQUIRE(kiosk.tap_id("joint"));
    REQUIRE(kiosk.keys(code == visits::Visit::maya().code ? "7352" : visits::Visit::maya().code));
    kiosk.tell(model::action::DraftTapped{0});
    kiosk.tell(model::action::AssentTapped{model::Partner::a});
    kiosk.tell(model::action::AssentTapped{model::Partner::b});
    kiosk.tell(model::action::StatementFinished{});
    REQUIRE(kiosk.tap_id("done"));
    REQUIRE(kiosk.shows("thanks"));
    kiosk.pass(std::chrono::seconds(visit.practice.thanks_seconds));
    const auto file = visit.read_case();
    REQUIRE(file.visits.front().joint.content.has_value());
    kiosk.tell(model::action::LockTapped{});
    REQUIRE(kiosk.shows("welcome"));
}

// Where nothing has to wait for a disk, when there is such a place: the commits are measured elsewhere.
fs::path quick_folder(const fs::path& otherwise) {
    constexpr long tmpfs = 0x01021994; // TMPFS_MAGIC, see statfs(2)
    const fs::path memory = "/dev/shm";
    struct statfs found {};
    const bool usable =
        statfs(memory.c_str(), &found) == 0 && found.f_type == tmpfs && access(memory.c_str(), W_OK) == 0;
    return usable ? memory : otherwise;
}

}

core::Done visits(const Options& options) {
    doctest::Context context;
    context.setAsDefaultForAssertsOutOfTestCases();
    context.setAssertHandler(give_up);
    const auto folder = quick_folder(options.data);
    setenv("TMPDIR", folder.c_str(), 1);

    ::visits::Visit visit;
    std::string_view packet = "first-visit";
    std::vector<std::pair<int, double>> resident;
    double used_early = 0, used_late = 0; // MiB that the program has asked for and not given back
    const auto began = Clock::now();
    for (int number = 1; number <= options.visits; ++number) {
        now = {&visit, number};
        whole_visit(visit, number, packet);
        const double seconds = milliseconds(Clock::now() - began) / 1000;
        if (number == 3 && seconds / 3 > too_long && options.visits > 100) packet = "mission-only";
        if (std::ranges::find(marks, number) == marks.end() && number != options.visits) continue;
        malloc_trim(0); // as run_kiosk does when Welcome comes back
        resident.emplace_back(number, memory_now().resident);
        const auto heap = mallinfo2();
        const double used = static_cast<double>(heap.uordblks + heap.hblkhd) / (1024 * 1024);
        if (resident.size() == 1 || number <= 100) used_early = used;
        used_late = used;
    }
    const double minutes = milliseconds(Clock::now() - began) / 60'000;
    if (!options.keep.empty()) {
        visit.kiosk.reset(); // lets go of the folder
        fs::remove_all(options.keep);
        fs::copy(visit.folder.path(), options.keep, fs::copy_options::recursive);
    }

    std::string course;
    for (const auto& [number, mebibytes] : resident)
        course += fmt::format("{}{:.1f} MiB after {}", course.empty() ? "" : ", ", mebibytes, number);
    // The first hundred fill the caches, which have their limits.
    const auto early = std::ranges::find_if(resident, [](const auto& at) { return at.first >= 100; });
    const auto from = early == resident.end() ? resident.front() : *early;
    const auto to = resident.back();
    const double growth = to.second - from.second;
    print({fmt::format("growth of resident memory, visit {} to {}", from.first, to.first),
           fmt::format("{:+.1f} MiB (heap in use {:+.2f} MiB)", growth, used_late - used_early), "none",
           growth <= noise,
           fmt::format("headless (Rehearsal), cheap key stretching, {}, data in {}, {:.1f} min; {}; up to {:.0f} MiB "
                       "counts as none",
                       packet == "first-visit" ? "whole first visits" : "first visits 1 to 3, then \"Mission only\"",
                       folder.string(), minutes, course, noise)});
    return {};
}

}
