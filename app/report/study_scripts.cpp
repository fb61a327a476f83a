#include "core/utf8.hpp"
#include "report/study_codebook.hpp"
#include <cmath>
#include <fmt/format.h>
#include <functional>

namespace report {
namespace {

// SPSS 28, Command Syntax Reference: VARIABLE LABELS takes 255 bytes, VALUE LABELS 120.
constexpr std::size_t longest_label = 255, longest_value_label = 120;

std::string cut_to(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    return std::string(text.substr(0, core::utf8::begin_of(text, most)));
}

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text)
        line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    return line;
}

// In ASCII: R takes the rest of a script for letters of whatever language the computer speaks.
std::string r_text(std::string_view text) {
    std::string quoted = "\"";
    const auto line = on_one_line(text);
    for (std::size_t at = 0; at < line.size();) {
        const auto code = static_cast<std::uint32_t>(core::utf8::next(line, at).code);
        if (code == '"' || code == '\\') quoted += '\\';
        quoted += code < 0x80 ? std::string(1, static_cast<char>(code)) : fmt::format("\\U{{{:x}}}", code);
    }
    return quoted + '"';
}

// In pieces where it is long: SPSS 28, Command Syntax Reference, "Commands": a line takes 256 bytes.
std::string spss_text(std::string_view text, std::size_t most) {
    constexpr std::size_t longest_piece = 96; // quotation marks are written twice
    const auto line = on_one_line(cut_to(text, most));
    std::string quoted;
    std::string_view rest = line;
    do {
        const auto piece = cut_to(rest, longest_piece);
        rest.remove_prefix(piece.size());
        quoted += quoted.empty() ? "'" : " +\n    '";
        for (const char c : piece)
            quoted += c == '\'' ? std::string("''") : std::string(1, c);
        quoted += '\'';
    } while (!rest.empty());
    return quoted;
}

std::string r_type(const StudyVariable& variable) {
    return is_words(variable) ? "character" : is_day(variable) ? "Date" : "numeric";
}

// As wide as the widest number: F2.0, F8.1 where there are decimals.
std::string spss_format(const StudyVariable& variable) {
    if (is_words(variable)) return fmt::format("A{}", variable.longest);
    if (is_day(variable)) return "SDATE10";
    return variable.whole ? "F8.0" : "F20.6";
}

// A table as the file has it, up to where its columns are named.
std::string spss_get(const std::string& file) {
    return fmt::format("\nGET DATA\n  /TYPE=TXT\n  /FILE={}\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n"
                       "  /DELCASE=LINE\n  /FIRSTCASE=2\n  /DELIMITERS=\",\"\n  /QUALIFIER='\"'\n  /VARIABLES=",
                       spss_text(file, longest_label));
}

// Under its name, as a copy: in PSPP the next table that is read takes the place of this one, whatever it is called.
std::string spss_kept(const std::string& file) {
    return fmt::format("DATASET COPY {}.\n", study_table_name(file));
}

std::string_view spss_level(const StudyVariable& variable) {
    switch (variable.measure) {
    case StudyVariable::Measure::nominal:
        return "NOMINAL";
    case StudyVariable::Measure::ordinal:
        return "ORDINAL";
    case StudyVariable::Measure::scale:
        return "SCALE";
    }
    return {};
}

}

std::string study_r(std::span<const StudyFile> files) {
    std::string out = "# Reads the tables with their labels, which the package haven keeps; without it as attributes.\n"
                      "said <- function(x, label, values = NULL, words = NULL) {\n"
                      "  if (length(values) > 0) names(values) <- words\n"
                      "  if (is.numeric(x) && requireNamespace(\"haven\", quietly = TRUE))\n"
                      "    return(haven::labelled(x, labels = values, label = label))\n"
                      "  attr(x, \"label\") <- label\n"
                      "  if (length(values) > 0) attr(x, \"labels\") <- values\n"
                      "  x\n"
                      "}\n"
                      "read <- function(file, types)\n"
                      "  read.csv(file, colClasses = types, na.strings = \"\", encoding = \"UTF-8\")\n";
    for (const auto& file : files) {
        const auto table = study_table_name(file.file);
        out += fmt::format("\n{} <- read({}, c(\n", table, r_text(file.file));
        const auto& variables = file.book.variables();
        for (std::size_t i = 0; i < variables.size(); ++i)
            out += fmt::format("  {} = \"{}\"{}\n", variables[i].name, r_type(variables[i]),
                               i + 1 < variables.size() ? "," : "))");
        for (const auto& variable : variables) {
            std::string values, words;
            for (const auto& value : variable.values) {
                values += fmt::format("{}{}", values.empty() ? "" : ", ", value.value);
                words += (words.empty() ? "" : ", ") + r_text(value.label);
            }
            out += fmt::format("{0}${1} <- said({0}${1}, {2}", table, variable.name, r_text(variable.label));
            if (!values.empty()) out += fmt::format(", c({}), c({})", values, words);
            out += ")\n";
        }
        if (!file.missing_file.empty())
            out += fmt::format("{} <- read({}, c(\"character\", \"numeric\", \"character\", \"character\"))\n",
                               study_table_name(file.missing_file), r_text(file.missing_file));
    }
    return out;
}

std::string study_spss(std::span<const StudyFile> files) {
    std::string out = "* Encoding: UTF-8.\n"
                      "* Reads the tables with their labels. Run it in the folder that they are in.\n"
                      "SET DECIMAL=DOT.\n";
    for (const auto& file : files) {
        const auto& variables = file.book.variables();
        out += spss_get(file.file);
        for (const auto& variable : variables)
            out += fmt::format("\n    {} {}", variable.name, spss_format(variable));
        out += ".\nVARIABLE LABELS";
        for (const auto& variable : variables)
            out += fmt::format("\n  {} {}", variable.name, spss_text(variable.label, longest_label));
        out += ".\n";
        for (const auto& variable : variables) {
            if (variable.values.empty()) continue;
            out += fmt::format("VALUE LABELS {}", variable.name);
            for (const auto& value : variable.values)
                out += fmt::format("\n  {} {}", value.value, spss_text(value.label, longest_value_label));
            out += ".\n";
        }
        for (const auto& variable : variables)
            out += fmt::format("VARIABLE LEVEL {} ({}).\n", variable.name, spss_level(variable));
        out += spss_kept(file.file);
        if (file.missing_file.empty()) continue;
        out += spss_get(file.missing_file) + "\n    person_id A64\n    visit F8.0\n    variable A64\n    why A64.\n" +
               spss_kept(file.missing_file);
    }
    if (!files.empty()) out += fmt::format("\nDATASET ACTIVATE {}.\n", study_table_name(files.front().file));
    return out;
}

}
