#include "core/i18n.hpp"
#include "report/study_variables.hpp"

namespace report {
namespace {

using core::tr;
using Measure = StudyVariable::Measure;

StudyVariable head(std::string name, std::string label, Measure measure, std::vector<model::Choice> values = {}) {
    return {.name = std::move(name), .label = std::move(label), .values = std::move(values), .measure = measure};
}

StudyVariable head_words(std::string name, std::string label) {
    auto variable = head(std::move(name), std::move(label), Measure::nominal);
    variable.part = StudyVariable::Part::text;
    return variable;
}

StudyVariable head_count(std::string name, std::string label) {
    auto variable = head(std::move(name), std::move(label), Measure::scale);
    variable.least = 0;
    return variable;
}

}

std::vector<StudyVariable> study_heads(StudyTable table, const StudyScope& scope) {
    const auto person = head_words("person_id", tr("study.person-id", "The person, by a made-up id"));
    auto visit = head_count("visit", tr("study.visit", "Visit, counted by couple from 1"));
    visit.least = 1;
    if (table == StudyTable::covered) return {person, visit};
    if (table == StudyTable::times) {
        auto minutes =
            head_count("minutes", tr("study.minutes-all", "Minutes for all forms, without pauses of over 5"));
        minutes.whole = false;
        minutes.unit = tr("study.minutes", "minutes");
        return {person, visit, std::move(minutes)};
    }
    const std::vector<model::Choice> truth{{0, tr("study.no", "No")}, {1, tr("study.yes", "Yes")}};
    std::vector<StudyVariable> heads{
        person,
        head_words("couple_id", tr("study.couple-id", "The couple, by a made-up id")),
        head("partner", tr("study.partner", "Which of the two"), Measure::nominal,
             {{1, tr("pdf.partner-a", "Partner A")}, {2, tr("pdf.partner-b", "Partner B")}}),
        visit,
        head_count("days", tr("study.days", "Days since the couple's first visit")),
        head("year", tr("study.year", "Year of the visit"), Measure::scale)};
    if (scope.dates) {
        heads.push_back(head("visit_date", tr("study.date", "Day of the visit"), Measure::scale));
        heads.back().part = StudyVariable::Part::day;
    }
    heads.push_back(head_words("packet", tr("study.packet", "The packet of forms")));
    heads.push_back(head_words("language", tr("study.language", "Answered in, by tags of languages")));
    heads.push_back(head("readable", tr("study.readable", "The part could be opened"), Measure::nominal, truth));
    heads.push_back(head("form_recorded", tr("study.form-recorded", "The form was recorded when it was answered"),
                         Measure::nominal, truth));
    heads.push_back(head_count("skipped", tr("study.skipped", "Items skipped")));
    heads.push_back(head_count("preferred_not", tr("study.preferred-not", "Items with \"I prefer not to say\"")));
    heads.push_back(head_count("not_reached", tr("study.not-reached", "Items not reached")));
    return heads;
}

}
