#include "commands/export_command.hpp"
#include "content/forms/kiosk_config.hpp"
#include <fmt/format.h>

namespace commands {

CLI::App* add_export_command(CLI::App& app, ExportOptions& options) {
    auto* command = app.add_subcommand(
        "export", "write a case in files, or all cases; asks for the therapist's passphrase, while the "
                  "kiosk is not running");
    command->add_option("--case", options.chart_code, "the chart code");
    command->add_flag(
        "--all", options.all,
        "in place of --case: each case in files of its own; with --format study everybody, by made-up ids");
    command
        ->add_option("--format", options.format,
                     model::export_format_words() + " (all of them, encrypted); with --all: study")
        ->required();
    command->add_option("--to", options.to, "a folder that is there")->required();
    command->add_option("--therapist", options.therapist, "whose case it is, where there is more than one therapist");
    command->add_option("--partner", options.partner, "one partner's own part: a or b (default: both)");
    command->add_flag(
        "--private", options.with_private,
        "with --partner: also what that partner answered in private; in a study: what all did, in a table of its own");
    command->add_flag("--notes", options.with_notes, "also the therapist's own notes, in a file of their own");
    command->add_flag("--names", options.names, "in FHIR: the names of the two");
    command->add_flag(
        "--texts", options.texts,
        "in a study: also what people wrote; the couple's own names are taken out of it, and nothing else "
        "that tells who they are");
    command->add_flag("--dates", options.dates, "in a study: days as they were, in place of years");
    command->add_option("--identifier-system", options.identifier_system,
                        "in FHIR: the URI that chart codes are numbers of (default from the settings)");
    return command;
}

namespace {

core::Error not_allowed(std::string why) {
    return {core::ErrorCode::bad_config, std::move(why)};
}

}

core::Result<StudyOrder> study_of(const ExportOptions& options) {
    if (!options.chart_code.empty()) return core::pass(not_allowed("--all: leave --case out"));
    if (!options.partner.empty() || options.with_notes || options.names)
        return core::pass(not_allowed("--format study: --partner, --notes and --names are for charts"));
    StudyOrder order;
    order.therapist = options.therapist;
    order.plan.to = options.to;
    order.plan.with_private = options.with_private;
    order.plan.scope = {.texts = options.texts, .dates = options.dates};
    return order;
}

core::Result<practice::ExportPlan> plan_of(const ExportOptions& options) {
    if (options.texts || options.dates) return core::pass(not_allowed("--texts, --dates: need --all --format study"));
    if (options.format == study_format)
        return core::pass(not_allowed("--format study: needs --all; it is of everybody"));
    if (options.all && !options.chart_code.empty()) return core::pass(not_allowed("--all: leave --case out"));
    if (options.all && (!options.partner.empty() || options.with_private))
        return core::pass(not_allowed("--all: --partner and --private are for one case, or for a study"));
    if (!options.all && options.chart_code.empty())
        return core::pass(not_allowed("--case: the chart code is needed, or --all"));
    const auto format = model::export_format_of(options.format);
    if (!format)
        return core::fail(core::ErrorCode::bad_config,
                          fmt::format("--format {}: {} is allowed", options.format, model::export_format_words()));
    std::optional<model::Partner> whose;
    if (options.partner == "a") whose = model::Partner::a;
    if (options.partner == "b") whose = model::Partner::b;
    if (!options.partner.empty() && !whose)
        return core::fail(core::ErrorCode::bad_config, fmt::format("--partner {}: a or b is allowed", options.partner));
    if (options.with_private && !whose)
        return core::fail(core::ErrorCode::bad_config,
                          "--private: needs --partner; what both may read holds no private answers");
    if (options.with_notes && (whose || model::facts_of(*format).is_joint))
        return core::fail(core::ErrorCode::bad_config,
                          "--notes: only beside what is of both partners, and not beside a page to take home");
    if (whose && model::facts_of(*format).is_joint)
        return core::fail(core::ErrorCode::bad_config,
                          fmt::format("--format {}: is for both; leave --partner out", options.format));
    if (!options.identifier_system.empty() && !content::is_absolute_uri(options.identifier_system))
        return core::fail(core::ErrorCode::bad_config,
                          fmt::format("--identifier-system {}: an absolute URI without spaces is allowed, such as "
                                      "https://example.org/chart-codes",
                                      options.identifier_system));
    return practice::ExportPlan{.data_folder = {},
                                .chart_code = options.chart_code,
                                .therapist = options.therapist,
                                .format = *format,
                                .to = options.to,
                                .whose = whose,
                                .with_private = options.with_private,
                                .with_notes = options.with_notes,
                                .only = {},
                                .names = options.names,
                                .identifier_system = options.identifier_system,
                                .locale = {}};
}

}
