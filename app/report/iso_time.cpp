#include "report/iso_time.hpp"
#include <ctime>
#include <fmt/format.h>

namespace report {
namespace {

std::time_t seconds_of(core::WallTime at) {
    return std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count();
}

std::string day(const std::tm& parts) {
    return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

std::tm utc_parts(core::WallTime at) {
    const std::time_t seconds = seconds_of(at);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    return parts;
}

}

std::string utc_stamp(core::WallTime at) {
    const auto parts = utc_parts(at);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", day(parts), parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::string utc_day(core::WallTime at) {
    return day(utc_parts(at));
}

std::string local_day(core::WallTime at) {
    const std::time_t seconds = seconds_of(at);
    std::tm parts{};
    ::localtime_r(&seconds, &parts);
    return day(parts);
}

std::string iso_day(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

}
