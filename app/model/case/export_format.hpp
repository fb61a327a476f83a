// What a case is written out as: each format stands once, in the table of export_format.cpp.
#pragma once
#include "core/i18n.hpp"
#include <optional>
#include <span>

namespace model {

enum class ExportFormat { visit_pdf, keepsake, csv, json, fhir, archive };

struct ExportFormatFacts {
    ExportFormat format;
    std::string_view word; // on the command line and in the audit log
    core::Message name, about;
    bool is_joint = false;        // of both partners and nothing else
    bool is_of_one_visit = false; // of the visit on the screen; all others are of the whole case
};
std::span<const ExportFormatFacts> export_formats(); // in the order shown
const ExportFormatFacts& facts_of(ExportFormat format);
std::optional<ExportFormat> export_format_of(std::string_view word);
std::string export_format_words(); // "pdf, keepsake or csv"

}
