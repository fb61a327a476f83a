#include "report/csv_export.hpp"
#include "core/hex.hpp"
#include "model/form/privacy.hpp"
#include "report/csv_line.hpp"
#include "report/iso_time.hpp"
#include "report/refused_parts.hpp"
#include <algorithm>
#include <array>

namespace report {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view answers_heading =
    "chart_code,visit_date,visit,packet,partner,name,module,module_version,item,text,about,kind,direction,value,words,"
    "status,reversed,private,form,form_recorded\r\n";
constexpr std::string_view scores_heading =
    "chart_code,visit_date,visit,packet,partner,name,module,module_version,scale,title,about,value,low,high,"
    "standard_error,answered,of,scored,private,form,form_recorded\r\n";

CsvLine begin_line(std::string& out, const ExportVisit& visit, const std::optional<model::Partner>& partner) {
    CsvLine line(out);
    line.text(visit.file.chart_code)
        .plain(utc_day(visit.visit.date))
        .count(number_of(visit))
        .text(visit.visit.packet.value)
        .plain(name_of(partner))
        .text(partner ? model::name_of(visit.file, *partner) : "");
    return line;
}

// The beginning of its hash: enough to tell one form from another.
constexpr std::size_t shown_digits = 16;

void end_line(CsvLine& line, const ExportVisit& visit) {
    const auto& form = visit.visit.form;
    line.plain(form ? core::hex(form->hash).substr(0, shown_digits) : "").truth(!visit.visit.form_not_recorded).end();
}

void add(std::string& out, const ExportVisit& visit, const AnswerRow& row) {
    auto line = begin_line(out, visit, row.partner);
    line.text(row.module.value)
        .text(row.module_version)
        .text(row.item.value)
        .text(row.text)
        .text(row.about.value_or(""))
        .plain(row.kind ? word_of(*row.kind) : "")
        .plain(name_of(row.direction))
        .value(row.value)
        .text(row.words)
        .plain(name_of(row.status))
        .truth(row.reversed)
        .truth(row.in_private);
    end_line(line, visit);
}

void add(std::string& out, const ExportVisit& visit, const ScoreRow& row) {
    const auto& band = row.score.band;
    const auto of_band = [&](double model::Band::*figure) {
        return band ? std::optional((*band).*figure) : std::nullopt;
    };
    auto line = begin_line(out, visit, row.partner);
    line.text(row.module->id.value)
        .text(row.module->version)
        .text(row.scale->id.value)
        .text(row.scale->title)
        .text(row.about.value_or(""))
        .number(row.score.value)
        .number(of_band(&model::Band::low))
        .number(of_band(&model::Band::high))
        .number(of_band(&model::Band::standard_error))
        .plain(std::to_string(row.score.answered))
        .plain(std::to_string(row.score.of))
        .truth(row.score.value.has_value())
        .truth(is_private(*row.module, *row.scale));
    end_line(line, visit);
}

// A part that could not be opened has one row, which says why in place of its answers and of its scores.
void add(std::string& out, const ExportVisit& visit, const RefusedPart& part, Table table) {
    auto line = begin_line(out, visit, part.whose);
    line.plain("").plain("").plain("");
    if (table == Table::answers)
        line.text(part.why.words()).plain("").plain("").plain("").plain("").plain("").plain(refused_status);
    else
        line.text(part.why.words())
            .plain("")
            .plain("")
            .plain("")
            .plain("")
            .plain("")
            .plain("")
            .plain("")
            .plain(refused_status);
    line.plain("");
    if (table == Table::answers) line.plain("");
    end_line(line, visit);
}

}

std::string guarded(std::string_view text) {
    constexpr std::string_view risky = "=+-@\t\r\n'";
    constexpr std::array<std::string_view, 4> full_width{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const bool plain = text.empty() || risky.find(text.front()) == std::string_view::npos;
    const bool wide = text.starts_with('\xEF') &&
                      std::ranges::any_of(full_width, [&](std::string_view sign) { return text.starts_with(sign); });
    return (plain && !wide ? "" : "'") + std::string(text);
}

std::string csv_heading(Table table, ReadBy reader) {
    std::string text(reader == ReadBy::excel ? byte_order_mark : "");
    return text.append(table == Table::answers ? answers_heading : scores_heading);
}

std::string csv_rows(Table table, const ExportVisit& visit) {
    std::string out;
    switch (table) {
    case Table::answers:
        for (const AnswerRow& row : answer_rows(visit))
            add(out, visit, row);
        break;
    case Table::scores:
        for (const ScoreRow& row : score_rows(visit))
            add(out, visit, row);
        break;
    }
    for (const RefusedPart& part : refused_parts(visit.visit))
        add(out, visit, part, table);
    return out;
}

}
