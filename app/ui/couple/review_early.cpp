#include "ui/couple/review_early.hpp"
#include "model/scoring/standing.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/rows.hpp"
#include <algorithm>

namespace ui {
namespace {

std::string words_for(const model::FormStanding& form, const model::Sitting& sitting) {
    const std::initializer_list<std::pair<std::string_view, std::string>> counts{
        {"answered", std::to_string(form.answered)}, {"of", std::to_string(form.of)}};
    if (form.of == 0) // private as a whole: the same words whatever was answered
        return fill(trn("review.private", "Only {therapist} will see this form.",
                        "Only {therapist} will see this form.", readers_count(sitting)),
                    {{"therapist", readers_within(sitting)}});
    if (form.answered == 0) return tr("review.not-begun", "Not begun");
    switch (form.standing) {
    case model::Standing::complete:
        return tr("review.complete", "All answered");
    case model::Standing::enough:
        return fill(tr("review.enough", "{answered} of {of} answered. That is enough to work with."), counts);
    case model::Standing::partly:
        return fill(tr("review.partly", "{answered} of {of} answered. Enough for a part of it."), counts);
    case model::Standing::too_few:
        return fill(tr("review.too-few", "{answered} of {of} answered. Too few to sum up; each answer still counts."),
                    counts);
    case model::Standing::unscored:
        return fill(tr("review.some", "{answered} of {of} answered"), counts);
    }
    return {};
}

}

bool stops_early(const Page& page, const model::Session& session) {
    const auto modules = modules_of(page, session.seat.sitting);
    return std::ranges::any_of(modules, [&](const model::Module* module) {
        return module != nullptr && model::stops_early(*module, session.content.answers);
    });
}

void add_standings(Page& page, Flow& flow, const model::Session& session, bool enabled) {
    for (const auto* module : modules_of(page, session.seat.sitting)) {
        if (module == nullptr) continue;
        const auto form = model::standing_of(*module, session.content.answers);
        ChoiceSpec row{.id = "form:" + module->id.value,
                       .name = module->title,
                       .words = words_for(form, session.seat.sitting),
                       .icon = form.first_open ? Icon::next : Icon::tick,
                       .enabled = enabled && form.first_open.has_value()};
        if (form.first_open) row.action = model::action::ReviewItemChosen{*form.first_open};
        flow.block(choice_height(page, row, flow.width()), [&page, row](Rect at) { choice(page, at, row); });
    }
}

}
