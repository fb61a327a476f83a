#include "practice/tries.hpp"
#include "practice/audit.hpp"

namespace practice {

core::Milliseconds since_failure(const store::ThrottleRow& row, const store::Moment& now) {
    const core::Milliseconds running = now.steady.time_since_epoch();
    const core::Milliseconds then{row.failed_at_steady_ms};
    return row.boot == now.boot && then <= running ? running - then : running;
}

std::optional<Pause> pause_before(PracticeData& data, std::string_view subject, const store::Moment& now) {
    const auto row = data.store.throttle(subject);
    // Waits that another hand changed let nobody in: `sameside accept-earlier-copy` takes them as they stand.
    if (!row && row.error().code == core::ErrorCode::tampered) return Pause{0, std::chrono::minutes(5)};
    if (!row || row->failures == 0 || row->used < row->allowed) return std::nullopt;
    const core::Milliseconds wait = vault::wait_after(row->failures);
    const auto since = since_failure(*row, now);
    if (since >= wait) return std::nullopt;
    return Pause{row->failures, wait - since};
}

core::Result<Pause> count_wrong(PracticeData& data, std::string_view subject, const store::Moment& now) {
    const auto counted = data.store.at_once([&]() -> core::Done {
        if (auto done = data.store.count_failure(subject, now); !done) return done;
        return audit::append(data, now.wall, "unknown", "refused", subject);
    });
    if (!counted) return core::pass(counted.error());
    const auto row = data.store.throttle(subject);
    if (!row) return core::pass(row.error());
    return Pause{row->failures, vault::wait_after(row->failures)};
}

}
