#include "export_command.hpp"
#include <fmt/format.h>

namespace {

std::optional<std::set<model::Role>> roles_of(const std::string& words) {
    if (words.empty()) return std::set<model::Role>{};
    if (words == "a") return std::set{model::Role::a};
    if (words == "b") return std::set{model::Role::b};
    if (words == "a,b" || words == "b,a") return std::set{model::Role::a, model::Role::b};
    return std::nullopt;
}

}

CLI::App* add_export_command(CLI::App& app, ExportOptions& options) {
    auto* command = app.add_subcommand(
        "export", "write a case in files; asks for the therapist's passphrase, while the kiosk is not running");
    command->add_option("--case", options.chart_code, "the chart code")->required();
    command
        ->add_option("--format", options.format, "csv, json, fhir, pdf, keepsake or zip-all (all of them, encrypted)")
        ->required();
    command->add_option("--to", options.to, "a folder that is there")->required();
    command->add_option("--therapist", options.therapist, "whose case it is, where there is more than one therapist");
    command->add_option("--private", options.private_items, "also what was answered in private by: a, b or a,b");
    command->add_flag("--names", options.names, "in FHIR: the names of the two");
    return command;
}

core::Result<ExportPlan> plan_of(const ExportOptions& options) {
    const auto format = export_format_of(options.format);
    if (!format)
        return core::fail(
            core::ErrorCode::bad_config,
            fmt::format("--format {}: csv, json, fhir, pdf, keepsake or zip-all is allowed", options.format));
    const auto roles = roles_of(options.private_items);
    if (!roles)
        return core::fail(core::ErrorCode::bad_config,
                          fmt::format("--private {}: a, b or a,b is allowed", options.private_items));
    return ExportPlan{.data_folder = {},
                      .chart_code = options.chart_code,
                      .therapist = options.therapist,
                      .format = *format,
                      .to = options.to,
                      .private_items = *roles,
                      .names = options.names,
                      .tongue = {}};
}
