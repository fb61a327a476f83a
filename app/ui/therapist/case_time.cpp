// How long each of them took for a visit: for the therapist alone.
#include "model/case/time_taken.hpp"
#include "ui/kit/when.hpp"
#include "ui/therapist/case_parts.hpp"

namespace ui {
namespace {

// Empty where it is not known.
std::string taken_words(const model::VisitRecord& visit, model::Partner partner) {
    const auto& content = model::part_of(visit, partner).content;
    const auto taken = content ? model::active_time(content->first_at) : std::nullopt;
    return taken ? length_words(std::chrono::ceil<std::chrono::seconds>(*taken)) : std::string();
}

void add_words(Page& page, Flow& flow, std::string words) {
    flow.text(std::move(words), {.style = Style::small, .color = page.color.soft}, 8);
}

}

void add_time_taken(Page& page, Flow& flow, const model::CaseFile& file, const model::VisitRecord& visit,
                    model::Partner partner) {
    const auto about = taken_words(visit, partner);
    if (about.empty()) return;
    add_words(page, flow,
              fill(tr("case.took", "{name} took {about} from the first answer to the last, without long pauses."),
                   {{"name", called(file, partner)}, {"about", about}}));
}

void add_times_taken(Page& page, Flow& flow, const model::CaseFile& file, const model::VisitRecord& visit) {
    const auto a = taken_words(visit, model::Partner::a), b = taken_words(visit, model::Partner::b);
    if (a.empty() || b.empty()) {
        for (const auto partner : model::both_partners)
            add_time_taken(page, flow, file, visit, partner);
        return;
    }
    add_words(
        page, flow,
        fill(tr("case.both-took", "From the first answer to the last, without long pauses, {a} took {about_a} and "
                                  "{b} {about_b}."),
             {{"a", called(file, model::Partner::a)},
              {"about_a", a},
              {"b", called(file, model::Partner::b)},
              {"about_b", b}}));
}

}
