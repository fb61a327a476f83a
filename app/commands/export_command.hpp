// What is typed after `sameside export`.
#pragma once
#include "commands/export_case.hpp"
#include "commands/export_study.hpp"
#include "core/result.hpp"
#include <CLI/CLI.hpp>
#include <string>

namespace commands {

struct ExportOptions {
    std::string chart_code, format, to, therapist, partner;
    bool with_private = false, with_notes = false, names = false;
    bool all = false, texts = false, dates = false; // the latter two for a study
    std::string identifier_system;
};

inline constexpr auto study_format = "study";

CLI::App* add_export_command(CLI::App& app, ExportOptions& options);

// Without the data folder and the language, which come from the settings. Fails with bad_config.
[[nodiscard]] core::Result<practice::ExportPlan> plan_of(const ExportOptions& options);
[[nodiscard]] core::Result<StudyOrder> study_of(const ExportOptions& options);

}
