// How each of them went through a form, beside its scores. It is said in the same words whatever it was.
#include "core/numbers.hpp"
#include "model/case/how_answered.hpp"
#include "ui/therapist/case_parts.hpp"

namespace ui {
namespace {

using std::chrono::duration;

std::string skipped_words(const model::HowAnswered& how) {
    if (how.skipped == 0) return tr("how.none-skipped", "No item was skipped.");
    const auto words = trn("how.skipped", "One of {asked} items was skipped.",
                           "{skipped} of {asked} items were skipped.", static_cast<long long>(how.skipped));
    return fill(words, {{"skipped", std::to_string(how.skipped)}, {"asked", std::to_string(how.asked)}});
}

std::string run_words(std::size_t run) {
    if (run < 2) return tr("how.no-run", "No two items in a row, one of them counted in reverse, had the same answer.");
    return fill(tr("how.run", "At most {run} items in a row had the same answer, some of them counted in reverse."),
                {{"run", std::to_string(run)}});
}

std::string time_words(core::Milliseconds time) {
    return fill(tr("how.time", "Half of the items took {seconds} seconds or less."),
                {{"seconds", core::decimal(duration<double>(time).count(), 1)}});
}

std::string how_words(const model::HowAnswered& how) {
    std::string words = skipped_words(how);
    if (how.longest_run) words += " " + run_words(*how.longest_run);
    if (how.usual_time) words += " " + time_words(*how.usual_time);
    return words;
}

}

void add_how_answered(Page& page, Flow& flow, const model::Module& module, std::span<const model::Scale* const> scales,
                      std::span<const Answered> people) {
    const TextLook note{.style = Style::small, .color = page.color.soft};
    Flow said(page, flow.width());
    for (const auto& person : people) {
        const auto how = model::how_answered(module, scales, *person.answers,
                                             person.times != nullptr ? *person.times : model::FirstTimes());
        if (how.answered + how.skipped == 0) continue;
        said.text(fill(tr("how.answered", "How {name} answered: {words}"),
                       {{"name", person.name}, {"words", how_words(how)}}),
                  note, 4);
    }
    if (said.height() == 0) return;
    said.text(tr("how.not-scored", "This is not scored. Sure, tired or in a hurry: it may look alike."), note, 8);
    said.stay_together(); // no sentence of it is a page's only one
    flow.append(said);
}

}
