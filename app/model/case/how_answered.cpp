#include "model/case/how_answered.hpp"
#include "model/case/time_taken.hpp"
#include "model/form/applies.hpp"
#include "model/scoring/scoring.hpp"
#include <algorithm>

namespace model {
namespace {

constexpr std::size_t least_straight = 5;

// The range that the scales share on which an item is counted; nothing for one that none of them counts.
const Scale* scale_of(std::span<const Scale* const> scales, const core::ItemId& item) {
    const auto counts = [&](const Scale* scale) {
        return std::ranges::find(scale->keys, item, &Key::item) != scale->keys.end();
    };
    const auto found = std::ranges::find_if(scales, counts);
    return found == scales.end() ? nullptr : *found;
}

class Runs {
public:
    void add(const Scale& scale, int answer, bool reversed) {
        const bool same =
            m_length > 0 && answer == m_answer && scale.minimum == m_minimum && scale.maximum == m_maximum;
        if (!same) *this = Runs(m_longest);
        m_answer = answer;
        m_minimum = scale.minimum;
        m_maximum = scale.maximum;
        ++m_length;
        (reversed ? m_reversed : m_plain) = true;
        if (m_reversed && m_plain) m_longest = std::max(m_longest, m_length);
    }
    std::size_t longest() const { return m_longest; }

    Runs() = default;

private:
    explicit Runs(std::size_t longest) : m_longest(longest) {}

    std::size_t m_longest = 0, m_length = 0;
    int m_answer = 0, m_minimum = 0, m_maximum = 0;
    bool m_reversed = false, m_plain = false;
};

}

HowAnswered how_answered(const Module& module, std::span<const Scale* const> scales, const Answers& answers,
                         const FirstTimes& times) {
    HowAnswered how;
    Runs runs;
    std::vector<core::Milliseconds> taken;
    bool any_reversed = false, any_plain = false;
    std::optional<core::WallTime> before; // of the item before this one, if it has a time
    const auto asked = which_apply(module, answers);
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        if (!asked[i]) continue;
        const Item& item = module.items[i];
        const ItemRef ref{module.id, item.id};
        const auto time = times.find(ref);
        const auto earlier = std::exchange(before, time == times.end() ? std::nullopt : std::optional(time->second));
        const Scale* scale = scale_of(scales, item.id);
        if (scale == nullptr) continue;
        ++how.asked;
        if (before && earlier && *before > *earlier) taken.push_back(*before - *earlier);
        const bool reversed = counted_in_reverse(module, scales, item.id);
        (reversed ? any_reversed : any_plain) = true;
        const auto given = answers.find(ref);
        if (given == answers.end()) continue;
        if (std::holds_alternative<Skipped>(given->second)) ++how.skipped;
        if (const auto* chosen = std::get_if<Chosen>(&given->second))
            runs.add(*scale, chosen->value, reversed);
        else if (!std::holds_alternative<BothWays>(given->second) || !is_answered(given->second))
            continue;
        ++how.answered;
    }
    if (any_reversed && any_plain) how.longest_run = runs.longest();
    if (taken.size() >= least_timed) how.usual_time = median(std::move(taken));
    return how;
}

bool is_straight_line(const HowAnswered& how) {
    const std::size_t run = how.longest_run.value_or(0);
    return run >= least_straight && 4 * run >= 3 * how.answered;
}

}
