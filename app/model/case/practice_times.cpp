#include "model/case/practice_times.hpp"
#include "model/scoring/figures.hpp"

namespace model {
namespace {

void tell(FormTimes& form, std::optional<ItemKind> kind, const std::vector<core::Milliseconds>& times) {
    if (times.size() >= least_people) form.rows.push_back({kind, times.size(), median(times)});
}

}

void TimeSums::add(const Module& form, const Answers& answers, const FirstTimes& times, Counted& counted) {
    const auto whole = active_time(times, form.id);
    if (!whole || !counted.insert(form.id.value + " " + form.version).second) return;
    auto& sums = m_forms[{form.id, form.version}];
    sums.whole.push_back(*whole);
    for (auto& [kind, taken] : times_of_kinds(form, answers, times))
        sums.kinds[kind].push_back(median(taken));
}

std::vector<FormTimes> TimeSums::told() const {
    std::vector<FormTimes> told;
    for (const auto& [name, sums] : m_forms) {
        FormTimes form{.form = name.first, .version = name.second, .rows = {}};
        tell(form, std::nullopt, sums.whole);
        for (const auto& [kind, taken] : sums.kinds)
            tell(form, kind, taken);
        if (!form.rows.empty()) told.push_back(std::move(form));
    }
    return told;
}

}
