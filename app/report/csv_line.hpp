// A row of a table for spreadsheets and statistics programs, cell by cell.
#pragma once
#include "model/scoring/figures.hpp"
#include <optional>
#include <string>

namespace report {

class CsvLine {
public:
    explicit CsvLine(std::string& out) : m_out(out) {}
    CsvLine& plain(std::string_view words); // ours
    CsvLine& text(std::string_view words);  // somebody's: no cell of it is run as a formula
    CsvLine& value(std::string_view words); // plain where it is a number, else a text
    CsvLine& number(const std::optional<double>& figure);
    CsvLine& count(std::size_t value);
    CsvLine& truth(bool yes);
    CsvLine& estimate(const std::optional<model::Estimate>& one); // value, low, high
    void end();

private:
    std::string& m_out;
    bool m_first = true;
};

}
