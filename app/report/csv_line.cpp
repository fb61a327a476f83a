#include "report/csv_line.hpp"
#include "core/csv_cell.hpp"
#include "report/csv_export.hpp"
#include "report/export_rows.hpp"
#include <charconv>

namespace report {
namespace {

bool is_number(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool digits_alone = text.find_first_not_of("-.0123456789") == std::string_view::npos;
    return digits_alone && read.ec == std::errc() && read.ptr == text.data() + text.size();
}

}

CsvLine& CsvLine::plain(std::string_view words) {
    if (!m_first) m_out += ',';
    m_first = false;
    core::append_csv_cell(m_out, words);
    return *this;
}

CsvLine& CsvLine::text(std::string_view words) {
    return plain(guarded(words));
}

CsvLine& CsvLine::value(std::string_view words) {
    return is_number(words) ? plain(words) : text(words);
}

CsvLine& CsvLine::number(const std::optional<double>& figure) {
    return plain(figure ? number_text(*figure) : "");
}

CsvLine& CsvLine::count(std::size_t value) {
    return plain(std::to_string(value));
}

CsvLine& CsvLine::truth(bool yes) {
    return plain(yes ? "yes" : "no");
}

CsvLine& CsvLine::estimate(const std::optional<model::Estimate>& one) {
    if (!one) return plain("").plain("").plain("");
    return number(one->value).number(one->low).number(one->high);
}

void CsvLine::end() {
    m_out += "\r\n";
}

}
