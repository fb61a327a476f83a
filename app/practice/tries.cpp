#include "practice/tries.hpp"
#include "practice/audit.hpp"

namespace practice {

std::optional<Pause> pause_before(PracticeData& data, std::string_view subject, core::WallTime now,
                                  core::Milliseconds running) {
    const auto row = data.store.throttle(subject);
    if (!row || row->failures == 0) return std::nullopt;
    const core::Milliseconds wait = vault::wait_after(row->failures);
    auto since = now - core::WallTime(core::Milliseconds(row->failed_at_ms));
    if (since < core::Milliseconds(0)) since = running;
    if (since >= wait) return std::nullopt;
    return Pause{row->failures, wait - since};
}

core::Result<Pause> count_wrong(PracticeData& data, std::string_view subject, core::WallTime now) {
    const auto counted = data.store.at_once([&]() -> core::Done {
        if (auto done = data.store.count_failure(subject, now); !done) return done;
        return audit::append(data, now, "unknown", "refused", subject);
    });
    if (!counted) return core::pass(counted.error());
    const auto row = data.store.throttle(subject);
    if (!row) return core::pass(row.error());
    return Pause{row->failures, vault::wait_after(row->failures)};
}

}
