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

std::string r_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : on_one_line(text)) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string spss_text(std::string_view text, std::size_t most) {
    std::string quoted = "'";
    for (const char c : on_one_line(cut_to(text, most)))
        quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + '\'';
}

std::string r_type(const StudyVariable& variable) {
    return is_words(variable) ? "character" : is_day(variable) ? "Date" : "numeric";
}

// As wide as the widest number: F2.0, F8.1 where there are decimals.
std::string spss_format(const StudyVariable& variable) {
    if (is_words(variable)) return variable.module.empty() ? "A32" : "A4000";
    if (is_day(variable)) return "SDATE10";
    return variable.whole ? "F8.0" : "F20.6";
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
                      "said <- function(x, label, ...) {\n"
                      "  labels <- c(...)\n"
                      "  if (is.numeric(x) && requireNamespace(\"haven\", quietly = TRUE))\n"
                      "    return(haven::labelled(x, labels = labels, label = label))\n"
                      "  attr(x, \"label\") <- label\n"
                      "  if (length(labels) > 0) attr(x, \"labels\") <- labels\n"
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
            out += fmt::format("{0}${1} <- said({0}${1}, {2}", table, variable.name, r_text(variable.label));
            for (const auto& value : variable.values)
                out += fmt::format(", {} = {}", r_text(value.label), value.value);
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
        out += fmt::format("\nGET DATA\n  /TYPE=TXT\n  /FILE={}\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n"
                           "  /DELCASE=LINE\n  /FIRSTCASE=2\n  /DELIMITERS=\",\"\n  /QUALIFIER='\"'\n  /VARIABLES=",
                           spss_text(file.file, longest_label));
        for (const auto& variable : variables)
            out += fmt::format("\n    {} {}", variable.name, spss_format(variable));
        out += fmt::format(".\nDATASET NAME {}.\nVARIABLE LABELS", study_table_name(file.file));
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
    }
    return out;
}

}
