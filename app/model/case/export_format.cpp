#include "model/case/export_format.hpp"
#include <algorithm>
#include <array>

namespace model {

std::span<const ExportFormatFacts> export_formats() {
    using core::message;
    static const std::array formats{
        ExportFormatFacts{.format = ExportFormat::visit_pdf,
                          .word = "pdf",
                          .name = message("export.pdf", "Chart (PDF)"),
                          .about = message("export.pdf-words",
                                           "This visit for the couple's chart: scores with their ranges, the "
                                           "answers, and the mission."),
                          .is_of_one_visit = true},
        ExportFormatFacts{.format = ExportFormat::keepsake,
                          .word = "keepsake",
                          .name = message("export.keepsake", "Page to take home (PDF)"),
                          .about =
                              message("export.keepsake-words",
                                      "One page for the couple with what they agreed to stand for, and nothing else."),
                          .is_joint = true,
                          .is_of_one_visit = true},
        ExportFormatFacts{
            .format = ExportFormat::csv,
            .word = "csv",
            .name = message("export.csv", "Tables (CSV)"),
            .about = message("export.csv-words",
                             "All visits as two tables, answers and scores, for a spreadsheet or statistics.")},
        ExportFormatFacts{.format = ExportFormat::json,
                          .word = "json",
                          .name = message("export.json", "Data (JSON)"),
                          .about =
                              message("export.json-words", "All visits in one file, for the practice's own programs.")},
        ExportFormatFacts{
            .format = ExportFormat::fhir,
            .word = "fhir",
            .name = message("export.fhir", "Health record (FHIR)"),
            .about = message("export.fhir-words",
                             "All visits as a FHIR R4 bundle, without names, for an electronic health record.")},
        ExportFormatFacts{
            .format = ExportFormat::archive, // all of these in one encrypted file
            .word = "zip-all",
            .name = message("export.archive", "Everything, locked (ZIP)"),
            .about = message("export.archive-words",
                             "All of these in one file that only opens with a passphrase you choose (AES-256).")}};
    return formats;
}

const ExportFormatFacts& facts_of(ExportFormat format) {
    return *std::ranges::find(export_formats(), format, &ExportFormatFacts::format);
}

std::optional<ExportFormat> export_format_of(std::string_view word) {
    const auto found = std::ranges::find(export_formats(), word, &ExportFormatFacts::word);
    if (found == export_formats().end()) return std::nullopt;
    return found->format;
}

std::string export_format_words() {
    const auto formats = export_formats();
    std::string words;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (i > 0) words += i + 1 == formats.size() ? " or " : ", ";
        words += formats[i].word;
    }
    return words;
}

}
