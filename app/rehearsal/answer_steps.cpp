#include "rehearsal/answer_steps.hpp"
#include <fmt/format.h>

namespace rehearsal {
namespace {

std::string digits_of(std::chrono::year_month_day day, const model::DateOrder& order) {
    std::string digits;
    for (const auto part : order) {
        switch (part) {
        case model::DatePart::day:
            digits += fmt::format("{:02}", static_cast<unsigned>(day.day()));
            break;
        case model::DatePart::month:
            digits += fmt::format("{:02}", static_cast<unsigned>(day.month()));
            break;
        case model::DatePart::year:
            digits += fmt::format("{:04}", static_cast<int>(day.year()));
            break;
        }
    }
    return digits;
}

struct Steps {
    const model::Item& item;
    const model::DateOrder& order;

    AnswerSteps operator()(const model::Skipped&) const {
        return {.steps = {}, .way_on = takes_answer(item.kind) ? WayOn::skip : WayOn::next};
    }
    AnswerSteps operator()(const model::PreferredNot&) const { return {{{Act::choose, "prefer-not"}}, after_tap()}; }
    AnswerSteps operator()(const model::Chosen& chosen) const {
        if (entered_by(item.kind) == model::EnteredBy::digits)
            return {{{Act::keys, model::number_words(chosen.value, item.decimals)}}, WayOn::next};
        return {{{Act::choose, fmt::format("answer:{}", chosen.value)}}, after_tap()};
    }
    AnswerSteps operator()(const model::ChosenSet& set) const {
        AnswerSteps all;
        for (const int value : set.values)
            all.steps.push_back({Act::choose, fmt::format("answer:{}", value)});
        return all;
    }
    AnswerSteps operator()(const model::BothWays& both) const {
        AnswerSteps all;
        if (both.toward_me) all.steps.push_back({Act::choose, fmt::format("toward:{}", *both.toward_me)});
        if (both.from_me) all.steps.push_back({Act::choose_other_way, fmt::format("from:{}", *both.from_me)});
        if (both.toward_me && both.from_me) all.way_on = WayOn::itself;
        return all;
    }
    AnswerSteps operator()(const model::Written& written) const { return {{{Act::write, written.text}}, WayOn::done}; }
    AnswerSteps operator()(const model::Consented&) const { return {{{Act::tap, "consent"}}, WayOn::next}; }
    AnswerSteps operator()(const model::Dated& dated) const {
        return {{{Act::keys, digits_of(dated.day, order)}}, WayOn::next};
    }
    AnswerSteps operator()(const model::Signed& sign) const {
        if (sign.typed.empty()) return {{{Act::sign, {}}}, WayOn::next};
        return {{{Act::tap, "sign:by-name"}, {Act::write, sign.typed}}, WayOn::done};
    }

    WayOn after_tap() const { return entered_by(item.kind) == model::EnteredBy::one_tap ? WayOn::itself : WayOn::next; }
};

}

AnswerSteps answer_steps(const model::Item& item, const model::Answer& answer, const model::DateOrder& order) {
    return std::visit(Steps{item, order}, answer);
}

}
