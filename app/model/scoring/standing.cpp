#include "model/scoring/standing.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "model/scoring/scoring.hpp"
#include <algorithm>

namespace model {
namespace {

Standing scored_standing(const Module& module, const Answers& answers) {
    // A scale about somebody who was not named has nothing to score.
    std::size_t scales = 0, made = 0;
    for (const Scale& scale : module.scales) {
        if (is_private(module, scale)) continue;
        if (scale.person && !person_named(module, scale.person, answers)) continue;
        ++scales;
        if (score(module, scale, answers).value) ++made;
    }
    if (scales == 0) return Standing::unscored;
    if (made == 0) return Standing::too_few;
    return made == scales ? Standing::enough : Standing::partly;
}

}

FormStanding standing_of(const Module& module, const Answers& answers) {
    FormStanding form{.module = module.id, .first_open = {}};
    const auto asked = which_apply(module, answers);
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        const Item& item = module.items[i];
        if (!asked[i] || !takes_answer(item.kind)) continue;
        const ItemRef ref{module.id, item.id};
        const auto found = answers.find(ref);
        if (is_private(module, item)) {
            if (found == answers.end() && !form.first_open) form.first_open = ref;
            continue;
        }
        ++form.of;
        if (found != answers.end() && is_answered(found->second)) ++form.answered;
        const bool decided = found != answers.end() && is_decided(found->second);
        if (!decided && !form.first_open) form.first_open = ref;
    }
    form.standing = form.answered == form.of ? Standing::complete : scored_standing(module, answers);
    return form;
}

std::optional<std::size_t> first_not_reached(const Module& module, const Answers& answers) {
    const auto asked = which_apply(module, answers);
    for (std::size_t i = 0; i < module.items.size(); ++i)
        if (asked[i] && takes_answer(module.items[i].kind) && !answers.contains({module.id, module.items[i].id}))
            return i;
    return std::nullopt;
}

}
