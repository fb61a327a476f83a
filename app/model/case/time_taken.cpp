#include "model/case/time_taken.hpp"
#include "model/form/applies.hpp"
#include <algorithm>
#include <utility>

namespace model {
namespace {

std::optional<core::Milliseconds> active(std::vector<core::WallTime> times) {
    if (times.size() < 2) return std::nullopt;
    std::ranges::sort(times);
    core::Milliseconds taken{0};
    for (std::size_t i = 1; i < times.size(); ++i)
        if (const auto gap = times[i] - times[i - 1]; gap <= longest_active) taken += gap;
    return taken;
}

}

std::optional<core::Milliseconds> active_time(const FirstTimes& times) {
    std::vector<core::WallTime> all;
    for (const auto& [item, time] : times)
        all.push_back(time);
    return active(std::move(all));
}

std::optional<core::Milliseconds> active_time(const FirstTimes& times, const core::ModuleId& form) {
    std::vector<core::WallTime> its_own;
    for (const auto& [item, time] : times)
        if (item.module == form) its_own.push_back(time);
    return active(std::move(its_own));
}

TimesOfKinds times_of_kinds(const Module& form, const Answers& answers, const FirstTimes& times) {
    TimesOfKinds taken;
    std::optional<core::WallTime> before;
    const auto asked = which_apply(form, answers);
    for (std::size_t i = 0; i < form.items.size(); ++i) {
        if (!asked[i]) continue;
        const auto found = times.find({form.id, form.items[i].id});
        const auto time = found == times.end() ? std::nullopt : std::optional(found->second);
        const auto earlier = std::exchange(before, time);
        if (!time || !earlier || *time <= *earlier || *time - *earlier > longest_active) continue;
        taken[form.items[i].kind].push_back(*time - *earlier);
    }
    return taken;
}

core::Milliseconds median(std::vector<core::Milliseconds> times) {
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>((times.size() - 1) / 2);
    std::ranges::nth_element(times, middle);
    return *middle;
}

}
