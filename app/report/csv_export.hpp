// Visits as comma-separated values: RFC 4180, UTF-8, a heading, rows that end in CR LF, the same columns in every
// language. One visit at a time: a caller that writes each piece away needs memory for one visit, however many there
// are.
//
// Spreadsheet programs run a cell that begins like a formula. A cell of text that begins with = + - @, their full-width
// forms, a tab, CR or LF gets an apostrophe in front, and so does one that begins with an apostrophe: take one leading
// apostrophe away and every text is as it was given. Numbers are never changed; -3 stays -3. Guidance followed: OWASP,
// CSV Injection.
//
// Answers: chart_code, visit_date (ISO 8601, the day in UTC), visit, packet, partner (a, b, both), name, module,
// module_version, item, text, about, kind, direction (toward_me, from_me, or empty), value, words, status (answered,
// skipped, preferred_not_to_say, not_asked, not_reached), reversed (yes, no), private (yes, no).
// Scores: chart_code, visit_date, visit, packet, partner, name, module, module_version, scale, title, about, value,
// low, high, standard_error, answered, of, scored (yes, no), private (yes, no). low to high is the 95 % range: on
// a scale of our own how much the person's answers differ from item to item, not how sure the truth is, and never
// narrower than the form's floor. What was not scored has no number. `visit` counts the couple's visits from 1. What
// each value means is in export_rows.hpp.
#pragma once
#include "report/export_rows.hpp"

namespace report {

enum class Table { answers, scores };
// Excel reads UTF-8 only behind a byte order mark; other programs take it for a part of the first heading.
enum class ReadBy { programs, excel };

std::string csv_heading(Table table, ReadBy reader = ReadBy::programs);
std::string csv_rows(Table table, const ExportVisit& visit);

std::string guarded(std::string_view text); // as above: no cell of it is run as a formula

}
