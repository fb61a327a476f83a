#include "chart/score_words.hpp"
#include "model/case/compared.hpp"
#include "model/form/applies.hpp"
#include "ui/kit/when.hpp"
#include "ui/therapist/case_parts.hpp"

namespace ui {

void add_changes(Page& page, Flow& flow, const model::screen::Case& screen, const model::Module& module,
                 std::span<const Answered> people) {
    bool first = true;
    for (const auto& scale : module.scales)
        for (const auto& person : people) {
            const auto compared = model::compared_with_earlier(*page.state.content, screen.file, screen.visit,
                                                               person.partner, module, scale);
            if (!compared) continue;
            if (first) {
                flow.text(tr("case.changes", "Since an earlier visit, by the same items"),
                          {.style = Style::body, .weight = Weight::bold}, 4);
                flow.stay_with_next();
            }
            first = false;
            flow.text(
                fill(tr("case.change", "{name}: {scale}, since {day}. {change}"),
                     {{"name", person.name},
                      {"scale", chart::title_words(scale, {},
                                                   model::person_named(module, scale.person, *person.answers), {}, {})},
                      {"day", full_day_words(compared->since)},
                      {"change", chart::change_words(compared->change)}}),
                {.style = Style::body}, 8);
        }
    if (!first)
        flow.block(
            0, [](Rect) {}, 16);
}

}
