// What a case is written out as.
#pragma once

namespace model {

enum class ExportFormat {
    visit_pdf, // one visit, for the chart on paper
    keepsake,  // one visit: the couple's page to take home
    csv,
    json,
    fhir,
    archive, // all of these in one encrypted file
};
// Of both partners and nothing else.
inline bool is_joint(ExportFormat format) {
    return format == ExportFormat::keepsake;
}
// Of the visit on the screen alone; all others are of the whole case.
inline bool is_of_one_visit(ExportFormat format) {
    return format == ExportFormat::visit_pdf || format == ExportFormat::keepsake;
}

}
