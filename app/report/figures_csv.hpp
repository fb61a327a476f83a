// The practice's own figures as comma-separated values, as in csv_export.hpp: a row for each scale and language, and
// one for each item. What is told of fewer than thirty people is empty.
//
// figures.csv: module, module_version, scale, title, language (empty: everyone), people, mean, sd, all_items_people,
// omega, omega_low, omega_high, alpha, alpha_low, alpha_high, again_people, icc, icc_low, icc_high, days_median,
// days_least, days_most, fewer_than (30 where the row tells nothing), private (yes, no).
// Items: module, module_version, scale, item, text, reversed (yes, no), language, item_rest.
// The ranges are 95 %; icc is ICC(2,1); sd is that of the scores.
#pragma once
#include "model/case/practice_figures.hpp"

namespace report {

// `content` has the words of the language spoken.
std::string figures_csv(const model::PracticeFigures& figures, const model::Content& content);
std::string figure_items_csv(const model::PracticeFigures& figures, const model::Content& content);

// For each scale with figures the lines that a form's file says its own error with (content/README.md), below a comment
// that names the scale; `practice` and the day are named as the source. English, as all form files.
std::string sem_lines(const model::PracticeFigures& figures, const model::Content& content,
                      const std::string& practice);

}
