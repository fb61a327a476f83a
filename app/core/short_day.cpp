#include "core/short_day.hpp"
#include "core/i18n.hpp"
#include <ctime>

namespace core {
namespace {

std::tm local(WallTime time) {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
    std::tm broken{};
    localtime_r(&seconds, &broken);
    return broken;
}

std::string short_month(int index) {
    switch (index) {
    case 0:
        return tr("when.short-month", "Jan");
    case 1:
        return tr("when.short-month", "Feb");
    case 2:
        return tr("when.short-month", "Mar");
    case 3:
        return tr("when.short-month", "Apr");
    case 4:
        return tr("when.short-month", "May");
    case 5:
        return tr("when.short-month", "Jun");
    case 6:
        return tr("when.short-month", "Jul");
    case 7:
        return tr("when.short-month", "Aug");
    case 8:
        return tr("when.short-month", "Sep");
    case 9:
        return tr("when.short-month", "Oct");
    case 10:
        return tr("when.short-month", "Nov");
    default:
        return tr("when.short-month", "Dec");
    }
}

}

std::string short_day_words(WallTime time) {
    const auto at = local(time);
    return fill(tr("when.short-day", "{month} {day}"),
                {{"month", short_month(at.tm_mon)}, {"day", std::to_string(at.tm_mday)}});
}

int year_of(WallTime time) {
    return local(time).tm_year + 1900;
}

}
