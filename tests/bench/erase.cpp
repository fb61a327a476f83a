// Deleting a case of a practice with many: what the therapist waits for, and what it takes of memory.
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include <fmt/format.h>

namespace bench {

core::Done erase(const Options& options) {
    const std::size_t times = options.quick ? 1 : 5;
    const auto content = shipped_content();
    if (!content) return core::pass(content.error());
    auto data = open_practice(options.data);
    if (!data) return core::pass(data.error());
    const auto staff = data->store.therapists();
    if (!staff) return core::pass(staff.error());
    EffectRunner runner(std::move(*data), world_of(*content));
    const model::TherapistName therapist{staff->front().id, {}};
    const auto unlocked = expect<model::action::Unlocked>(
        runner.run(model::effect::UnlockTherapist{therapist, core::SecretText(passphrase)}));
    if (!unlocked) return core::pass(unlocked.error());
    std::error_code error;
    const auto size =
        static_cast<double>(std::filesystem::file_size(options.data / "sameside.db", error)) / (1024 * 1024);

    const double before = most_memory();
    std::vector<double> taken;
    for (const auto& one : unlocked->cases) {
        if (taken.size() == times) break;
        const auto began = Clock::now();
        const auto gone =
            expect<model::action::CaseErased>(runner.run(model::effect::EraseCase{one.id, one.chart_code}));
        if (!gone) return core::pass(gone.error());
        taken.push_back(milliseconds(Clock::now() - began));
    }
    const double growth = most_memory() - before;
    const auto how = fmt::format("{} cases, {:.1f} MiB, the effect of the real runner", unlocked->cases.size(), size);
    print({"deleting a case", fmt::format("{:.0f} ms", percentile(taken, 100)), "1000 ms",
           percentile(taken, 100) < 1000, fmt::format("longest of {}, {}", taken.size(), how)});
    print({"memory while deleting a case", fmt::format("{:+.1f} MiB", growth), "8 MiB", growth < 8,
           "most resident, beyond what listing the cases took; " + how});
    return {};
}

}
