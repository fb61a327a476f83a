#include "report/notes_text.hpp"
#include "core/when.hpp"
#include <ranges>

namespace report {

using core::fill;
using core::tr;

std::string notes_text(const model::CaseFile& file, std::span<const model::VisitRecord* const> visits) {
    std::string text = fill(tr("notes-file.title", "The therapist's own notes, {code}"), {{"code", file.chart_code}});
    text += "\n" + tr("notes-file.whose", "They are no part of the couple's chart.") + "\n";
    for (const auto* visit : visits | std::views::reverse)
        text += "\n" + fill(tr("notes-file.visit", "Visit of {day}"), {{"day", core::full_day_words(visit->date)}}) +
                "\n" + (visit->note_problem.empty() ? visit->note : visit->note_problem.words()) + "\n";
    return text;
}

}
