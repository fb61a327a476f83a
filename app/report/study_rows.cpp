#include "report/study_rows.hpp"
#include "core/when.hpp"
#include "model/case/time_taken.hpp"
#include "model/form/applies.hpp"
#include "model/scoring/scoring.hpp"
#include "report/csv_export.hpp"
#include "report/csv_line.hpp"
#include "report/export_rows.hpp"
#include "report/iso_time.hpp"
#include "report/study_texts.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace report {
namespace {

using Part = StudyVariable::Part;

// 45 CFR 164.514(b)(2)(i)(C): ages over 89 count as one, and no year may say more.
constexpr int oldest_told = 90;

std::string year_told(std::chrono::year_month_day day, core::WallTime visit) {
    return std::to_string(std::max(static_cast<int>(day.year()), core::year_of(visit) - oldest_told));
}

std::string minutes_text(core::Milliseconds time) {
    return fmt::format("{:.1f}", std::chrono::duration<double, std::ratio<60>>(time).count());
}

AnswerStatus status_in(const model::Answers& answers, const model::ItemRef& ref, bool asked) {
    if (!asked) return AnswerStatus::not_asked;
    const auto found = answers.find(ref);
    if (found == answers.end()) return AnswerStatus::not_reached;
    if (std::holds_alternative<model::PreferredNot>(found->second)) return AnswerStatus::preferred_not;
    const bool given = model::is_answered(found->second) || std::holds_alternative<model::Consented>(found->second);
    return given ? AnswerStatus::answered : AnswerStatus::skipped;
}

class StudyCells {
public:
    StudyCells(const StudyBook& book, const StudyPart& part)
        : m_book(book), m_part(part), m_cells(book.variables().size()) {}

    StudyRow row() {
        const auto& record = model::part_of(m_part.visit, m_part.partner);
        const bool refused = !record.problem.empty() && m_book.table() == StudyTable::answers;
        if (!record.content && !refused) return {};
        if (record.content) fill(record);
        heads(record);
        StudyRow made;
        CsvLine line(made.cells);
        for (const auto& cell : m_cells)
            line.plain(cell);
        line.end();
        made.missing = std::move(m_missing);
        return made;
    }

private:
    void fill(const model::PartRecord& record) {
        if (m_book.table() == StudyTable::times) return times(record.content->first_at);
        const auto& visit = m_part.visit;
        std::vector<const model::Module*> forms;
        model::Answers answers;
        if (m_book.table() == StudyTable::covered) {
            const model::PrivateRecord none{.sitting = visit.sitting, .partner = m_part.partner, .answers = {}};
            auto reading =
                model::private_reading(m_book.today(), visit, m_part.opened == nullptr ? none : *m_part.opened);
            forms = std::move(reading.forms);
            answers = std::move(reading.answers);
        } else {
            forms = model::forms_of(m_book.today(), visit);
            answers = model::public_answers(m_book.today(), visit, m_part.partner);
        }
        for (const model::Module* module : forms) {
            const auto& columns = m_book.columns(visit, *module);
            const auto asked = model::which_apply(*module, answers);
            for (std::size_t i = 0; i < module->items.size(); ++i)
                if (m_book.holds(*module, module->items[i]))
                    item(*module, module->items[i], answers, asked[i], columns.items[i]);
            for (std::size_t i = 0; i < module->scales.size(); ++i)
                if (m_book.holds(*module, module->scales[i]))
                    scale(*module, module->scales[i], answers, columns.scales[i]);
        }
    }

    void times(const model::FirstTimes& first_at) {
        if (const auto whole = model::active_time(first_at)) m_minutes = minutes_text(*whole);
        for (const model::Module* module : model::forms_of(m_book.today(), m_part.visit)) {
            const auto& column = m_book.columns(m_part.visit, *module).minutes;
            if (const auto took = model::active_time(first_at, module->id); column && took)
                m_cells[*column] = minutes_text(*took);
        }
    }

    void item(const model::Module& module, const model::Item& item, const model::Answers& answers, bool asked,
              const std::vector<std::size_t>& columns) {
        const model::ItemRef ref{module.id, item.id};
        const auto status = status_in(answers, ref, asked);
        count(status);
        if (status == AnswerStatus::answered) {
            const auto& answer = answers.at(ref);
            for (const auto column : columns)
                m_cells[column] = value(item, answer, m_book.variables()[column]);
        }
        for (const auto column : columns)
            if (m_cells[column].empty())
                missing(column, status == AnswerStatus::answered ? AnswerStatus::skipped : status);
    }

    std::string value(const model::Item& item, const model::Answer& answer, const StudyVariable& variable) const {
        if (const auto* chosen = std::get_if<model::Chosen>(&answer))
            return variable.part == Part::value ? model::number_words(chosen->value, item.decimals) : "";
        if (const auto* set = std::get_if<model::ChosenSet>(&answer))
            return variable.part == Part::chosen ? (set->values.contains(variable.choice) ? "1" : "0") : "";
        if (const auto* ways = std::get_if<model::BothWays>(&answer)) {
            const auto& way = variable.part == Part::toward_me ? ways->toward_me : ways->from_me;
            return way ? std::to_string(*way) : "";
        }
        if (const auto* written = std::get_if<model::Written>(&answer))
            return is_words(variable) ? guarded(without_names(written->text, m_part.names)) : "";
        if (const auto* consented = std::get_if<model::Consented>(&answer)) return consented->agreed ? "1" : "0";
        if (const auto* dated = std::get_if<model::Dated>(&answer))
            return is_day(variable) ? iso_day(dated->day) : year_told(dated->day, m_part.visit.date);
        return std::holds_alternative<model::Signed>(answer) ? "1" : "";
    }

    void scale(const model::Module& module, const model::Scale& scale, const model::Answers& answers,
               const std::vector<std::size_t>& columns) {
        if (scale.person && !model::person_named(module, scale.person, answers)) return;
        const auto made = model::score(module, scale, answers);
        for (const auto column : columns) {
            const auto part = m_book.variables()[column].part;
            if (part == Part::answered) m_cells[column] = std::to_string(made.answered);
            if (part == Part::score && made.value) m_cells[column] = number_text(*made.value);
            if (part == Part::standard_error && made.band) m_cells[column] = number_text(made.band->standard_error);
        }
    }

    void count(AnswerStatus status) {
        if (status == AnswerStatus::skipped) ++m_skipped;
        if (status == AnswerStatus::preferred_not) ++m_preferred_not;
        if (status == AnswerStatus::not_reached) ++m_not_reached;
    }

    void missing(std::size_t column, AnswerStatus why) {
        CsvLine(m_missing)
            .plain(m_part.person)
            .count(m_part.number)
            .plain(m_book.variables()[column].name)
            .plain(name_of(why))
            .end();
    }

    void heads(const model::PartRecord& record) {
        const auto& visit = m_part.visit;
        const auto days = std::chrono::floor<std::chrono::days>(visit.date) -
                          std::chrono::floor<std::chrono::days>(m_part.first_visit);
        std::string languages;
        if (record.content)
            for (const auto& tag : record.content->languages)
                languages += (languages.empty() ? "" : " ") + tag;
        const auto number = [&](std::size_t value) { return record.content ? std::to_string(value) : std::string(); };
        const std::map<std::string_view, std::string> cells{
            {"person_id", m_part.person},
            {"couple_id", m_part.couple},
            {"partner", m_part.partner == model::Partner::a ? "1" : "2"},
            {"visit", std::to_string(m_part.number)},
            {"days", std::to_string(days.count())},
            {"year", std::to_string(core::year_of(visit.date))},
            {"visit_date", local_day(visit.date)},
            {"packet", visit.packet.value},
            {"language", languages},
            {"readable", record.content ? "1" : "0"},
            {"form_recorded", visit.form_not_recorded ? "0" : "1"},
            {"skipped", number(m_skipped)},
            {"preferred_not", number(m_preferred_not)},
            {"not_reached", number(m_not_reached)},
            {"minutes", m_minutes}};
        for (std::size_t i = 0; i < m_book.first(); ++i)
            m_cells[i] = cells.at(m_book.variables()[i].name);
    }

    const StudyBook& m_book;
    const StudyPart& m_part;
    std::vector<std::string> m_cells;
    std::string m_missing, m_minutes;
    std::size_t m_skipped = 0, m_preferred_not = 0, m_not_reached = 0;
};

}

std::string study_heading(const StudyBook& book) {
    std::string heading;
    CsvLine line(heading);
    for (const auto& variable : book.variables())
        line.plain(variable.name);
    line.end();
    return heading;
}

std::string study_missing_heading() {
    return "person_id,visit,variable,why\r\n";
}

StudyRow study_row(const StudyBook& book, const StudyPart& part) {
    return StudyCells(book, part).row();
}

}
