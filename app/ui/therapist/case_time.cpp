// How long each of them took for a visit: for the therapist alone.
#include "model/case/time_taken.hpp"
#include "ui/kit/when.hpp"
#include "ui/therapist/case_parts.hpp"

namespace ui {

void add_time_taken(Page& page, Flow& flow, const model::CaseFile& file, const model::VisitRecord& visit,
                    model::Partner partner) {
    const auto& content = model::part_of(visit, partner).content;
    const auto taken = content ? model::active_time(content->first_at) : std::nullopt;
    if (!taken) return;
    flow.text(fill(tr("case.took", "{name} took {about} from the first answer to the last, without long pauses."),
                   {{"name", called(file, partner)},
                    {"about", length_words(std::chrono::ceil<std::chrono::seconds>(*taken))}}),
              {.style = Style::small, .color = page.color.soft}, 8);
}

}
