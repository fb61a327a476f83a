// What is typed after `sameside export`.
#pragma once
#include "core/result.hpp"
#include "export.hpp"
#include <CLI/CLI.hpp>
#include <string>

struct ExportOptions {
    std::string chart_code, format, to, therapist, partner;
    bool with_private = false, names = false;
};

CLI::App* add_export_command(CLI::App& app, ExportOptions& options);

// Without the data folder and the language, which come from the settings. Fails with bad_config.
[[nodiscard]] core::Result<ExportPlan> plan_of(const ExportOptions& options);
