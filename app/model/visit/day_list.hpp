// A day's sittings out of the practice's own calendar: what of a table becomes one, and why the rest does not.
#pragma once
#include "model/case/records.hpp"
#include <functional>

namespace model {

struct DayFile { // that could be one
    std::string name, path;
};

struct DayTableRow {
    std::size_t line = 0; // in the file, counted from 1
    std::vector<std::string> cells;
};
struct DayTable {
    std::string name; // of the file
    std::vector<DayTableRow> rows;
};

struct PlannedSitting {
    std::size_t line = 0;
    core::WallTime at;
    std::string chart_code;
    TherapistName therapist;
    core::PacketId packet;
};
struct LeftOut {
    std::size_t line = 0;
    std::string what; // its chart code, or what stands in its place
    core::Message why;
};
struct DayPlan {
    std::string name;
    std::vector<PlannedSitting> sittings; // by time
    std::vector<LeftOut> left_out;        // by line
    core::Message refused;                // why it is no list of today; then nothing else is in it
};

// What a plan is made with. Nothing of a couple: see KnownCode.
struct DayFacts {
    const Content& content;
    const Practice& practice;
    const std::vector<TherapistName>& therapists;
    std::function<std::optional<KnownCode>(const std::string& chart_code)> known; // none: it cannot be told
    std::chrono::year_month_day today;
    std::function<core::WallTime(std::chrono::minutes into_day)> moment; // of today, where the kiosk stands
};

// The columns time, code, therapist and minutes: under a header in English or Spanish in any order, else in that one.
// Only time and code must be there; a date in the time or in a column of its own must be today's. Of a code that stands
// there more than once, with other times or people, no line is taken: which one is meant only a person can tell.
DayPlan plan_day(const DayTable& table, const DayFacts& facts);

inline constexpr std::size_t longest_chart_code = 24; // in code points
inline constexpr std::size_t most_of_a_day = 100;     // sittings

}
