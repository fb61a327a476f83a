// A case as one JSON object (RFC 8259, UTF-8), for programs of the practice's own. Keys keep this order:
//
// {"format": "sameside-case", "version": 2, "made_at": "2026-03-05T15:00:00Z", "practice": text, "chart_code": text,
//  "therapist": text, "names": {"a": text, "b": text},
//  "visits": [{"visit": number, "date": "2026-03-04", "packet": id,
//    "parts": [{"partner": "a" | "b", "status": "absent" | "not_started" | "open" | "sealed", "sealed_at": moment |
//    null,
//       "unreadable": true, only when it could not be opened, "private_included": true | false}],
//    "answers": [{"partner": "a" | "b" | "both", "module", "module_version", "item", "text", "about": text | null,
//    "kind",
//       "direction": "toward_me" | "from_me" | null, "value": ANSWER, "words", "status", "reversed", "private"}],
//    "scores": [{"partner", "module", "module_version", "scale", "title", "about": text | null, "value": number | null,
//       "low", "high", "standard_error": number | null, "answered": number, "of": number, "private"}],
//    "together": null | {"status", "agreed": [{"at": moment, "sentences": [{"author": "a" | "b", "text"}]}],
//       "released": [{"author", "module", "item", "text"}]}}]}
//
// Moments and days are in UTC. ANSWER is a number, a list of numbers (any of several choices), a text, a truth, or null
// where nothing was answered; a date is a text. The words of kind, status and direction are those of csv_export.hpp,
// and so are the range and the order of rows. A signature is the name that was typed, or null; the drawing is in the
// visit PDF. `visit` counts the couple's visits from 1; in version 1 it was a number of the kiosk's. A new key may be
// added under the same version; a key that changes its meaning makes a new one.
#pragma once
#include "report/case_export.hpp"
#include "report/json_pieces.hpp"

namespace report {

// A visit at a time, in order, so that one of them is in memory. `input` outlives it.
class JsonExport {
public:
    explicit JsonExport(const CaseExport& input) : m_input(input) {}

    std::string head();
    std::string visit(const ExportVisit& visit);
    std::string tail() const { return (m_pieces.any() ? "" : ",\n \"visits\": []") + m_pieces.tail(); }

private:
    const CaseExport& m_input;
    JsonPieces m_pieces{"visits"};
};

// Fails as visits_of().
[[nodiscard]] core::Result<std::string> json_export(const CaseExport& input);

}
