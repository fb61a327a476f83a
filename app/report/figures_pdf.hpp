// The practice's own figures as a PDF: US Letter, selectable text, a picture for each scale. No couple is in it, and
// nothing about fewer than thirty people.
#pragma once
#include "core/result.hpp"
#include "model/case/practice_figures.hpp"
#include "model/form/locale.hpp"

namespace report {

struct FiguresPdfInput {
    const model::PracticeFigures& figures;
    const model::Content& content; // in the language spoken
    std::string practice;
    std::span<const model::Locale> locales; // for the languages' names
};

// Fails with out_of_memory or unsupported.
[[nodiscard]] core::Result<std::string> figures_pdf(const FiguresPdfInput& input);

}
