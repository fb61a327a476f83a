// The audit log: who did what, when, to which row. Each entry's link is a keyed hash over it and the link before, under
// the device's key; the log's end is sealed beside it, so that a log cut short is noticed as well as one that was
// changed. It holds words of ours and row ids: no name, no chart code, no answer, no secret.
#pragma once
#include "practice/practice_data.hpp"
#include <functional>

namespace practice {

namespace audit {

// Who: "desk", "therapist:3", "couple", "kiosk", "setup". What: a word of ours. About: "case:1", "part:7" or nothing.
[[nodiscard]] core::Done append(PracticeData& data, core::WallTime at, std::string_view who, std::string_view what,
                                std::string_view about = {});

struct Report {
    std::int64_t entries = 0;
    std::string broken; // what does not fit, and where; empty when all does
};
// The links made anew under the key of `next`, for a device key that is replaced. What did not fit before does not fit
// afterwards. A piece of one fact, run by Store::at_once().
[[nodiscard]] core::Done relink(PracticeData& data, const vault::Device& next);

// `each` sees the entries in order, up to the first that does not fit.
[[nodiscard]] core::Result<Report> verify(const vault::Device& device, store::Store& store,
                                          const std::function<void(const store::AuditRow&)>& each);
[[nodiscard]] core::Result<Report> verify(PracticeData& data, const std::function<void(const store::AuditRow&)>& each);

}

}
