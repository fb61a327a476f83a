#include "commands/cli.hpp"
#include "commands/accept_command.hpp"
#include "commands/audit_command.hpp"
#include "commands/backup_line.hpp"
#include "commands/check_command.hpp"
#include "commands/check_content.hpp"
#include "commands/command_names.hpp"
#include "commands/export_all.hpp"
#include "commands/keys_line.hpp"
#include "commands/options.hpp"
#include "commands/score.hpp"
#include "commands/terminal.hpp"
#include "content/forms/content.hpp"
#include "content/words/locales.hpp"
#include "content/words/messages.hpp"
#include "rehearsal/demo.hpp"
#include "rehearsal/tour.hpp"
#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <time.h>

namespace commands {

namespace {

int kiosk(const Options& options, const RunKiosk& run_kiosk) {
    const auto settled = settled_plan(options);
    if (!settled) return refuse(settled.error());
    // The content is read while the window opens.
    const auto open = [&](const practice::KioskPlan&, practice::Clock now,
                          practice::ScreenCheck check) -> core::Result<practice::OpenKiosk> {
        const auto plan = with_content(*settled);
        if (!plan) return core::pass(plan.error());
        return options.demo ? rehearsal::open_demo_kiosk(*plan, std::move(now), std::move(check))
                            : practice::open_kiosk(*plan, std::move(now), std::move(check));
    };
    if (const auto done = run_kiosk(settled->plan, open); !done) return refuse(done.error());
    return 0;
}

int audit_log(const Options& options) {
    const auto folder = data_folder(options);
    if (!folder) return refuse(folder.error());
    return run_audit({.data_folder = *folder, .list = options.list});
}

int accept_earlier_copy(const Options& options) {
    const auto folder = data_folder(options);
    if (!folder) return refuse(folder.error());
    return run_accept_earlier_copy(*folder);
}

// What files are written in.
model::Locale spoken_in(const practice::KioskPlan& kiosk) {
    const auto locale = std::ranges::find(kiosk.locales, kiosk.appearance.language, &model::Locale::language);
    if (locale != kiosk.locales.end()) return *locale;
    return {.language = kiosk.appearance.language,
            .catalogue = {},
            .content = kiosk.content,
            .practice = std::make_shared<const model::Practice>(kiosk.practice)};
}

int export_for_study(const Options& options) {
    auto order = study_of(options.exported);
    if (!order) return refuse(order.error());
    const auto kiosk = plan_of(options);
    if (!kiosk) return refuse(kiosk.error());
    order->data_folder = kiosk->data_folder;
    order->plan.source = kiosk->content;
    order->plan.locale = spoken_in(*kiosk);
    return run_study(*order);
}

int export_files(const Options& options) {
    if (options.exported.all && options.exported.format == study_format) return export_for_study(options);
    auto plan = plan_of(options.exported);
    if (!plan) return refuse(plan.error());
    const auto kiosk = plan_of(options);
    if (!kiosk) return refuse(kiosk.error());
    plan->data_folder = kiosk->data_folder;
    plan->locale = spoken_in(*kiosk);
    return options.exported.all ? run_export_all(*plan) : run_export(*plan);
}

int self_check(const Options& options) {
    const auto kiosk = plan_of(options);
    if (!kiosk) return refuse(kiosk.error());
    return run_check({.kiosk = *kiosk, .locale = spoken_in(*kiosk), .json = options.json});
}

int figures(const Options& options) {
    const auto kiosk = plan_of(options);
    if (!kiosk) return refuse(kiosk.error());
    return run_figures({.data_folder = kiosk->data_folder,
                        .to = options.figured.to,
                        .therapist = options.figured.therapist,
                        .with_private = options.figured.with_private,
                        .sem = options.figured.sem,
                        .locale = spoken_in(*kiosk),
                        .locales = kiosk->locales});
}

int tour(const Options& options) {
    auto as_demo = options;
    as_demo.demo = true;
    const auto size = panel_size(options.size);
    const auto theme = theme_of(options.theme);
    if (!size) return refuse(fmt::format("--size {}: WIDTHxHEIGHT is allowed, 640x480 to 7680x7680", options.size));
    if (!theme) return refuse(fmt::format("--theme {}: day, evening or high-contrast is allowed", options.theme));
    if (options.text < 100 || options.text > 200 || options.text % 25 != 0)
        return refuse(fmt::format("--text {}: 100, 125, 150, 175 or 200 is allowed", options.text));
    auto plan = plan_of(as_demo);
    if (!plan) return refuse(plan.error());
    auto appearance = plan->appearance;
    appearance.theme = *theme;
    appearance.text_percent = options.text;
    appearance.reduced_motion = true;
    auto starts_at = std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now());
    if (!options.starts_at.empty()) {
        const auto given = moment_of(options.starts_at);
        if (!given) return refuse(fmt::format("--at {}: YYYY-MM-DDTHH:MM is allowed", options.starts_at));
        starts_at = *given;
        // What the kiosk's clock shows then depends on nothing but what was given.
        setenv("TZ", "UTC", 1);
        tzset();
    }
    const rehearsal::TourPlan walk{.folder = options.tour_folder,
                                   .size = *size,
                                   .appearance = appearance,
                                   .starts_at = starts_at,
                                   .all_looks = options.all,
                                   .seed = options.seed,
                                   .spoken = options.spoken};
    if (const auto done = rehearsal::run_tour(*plan, walk); !done) return refuse(done.error());
    return 0;
}

int extract_messages(const Options& options) {
    const auto read = content::load(content_folder(options));
    if (!read) return refuse(read.error());
    for (const auto& broken : read->broken)
        fmt::print(stderr, "{}\n", broken.why);
    if (!read->broken.empty()) return 1; // its texts would be missing
    fmt::print("{}", content::message_template(*read));
    return 0;
}

// The first word that should be a command and is none, with what is allowed there; nothing where all are known.
std::optional<std::string> unknown_command(const CLI::App& app, int count, const char* const* arguments) {
    const CLI::App* at = &app;
    for (int i = 1; i < count; ++i) {
        const std::string word = arguments[i];
        const auto commands = at->get_subcommands([](const CLI::App*) { return true; });
        if (commands.empty()) return std::nullopt;
        if (word.starts_with("-")) {
            const auto* option = at->get_option_no_throw(word);
            if (option != nullptr && option->get_expected_min() > 0) ++i; // its value
            continue;
        }
        const auto next = std::ranges::find(commands, word, &CLI::App::get_name);
        if (next == commands.end()) {
            std::vector<std::string> names;
            for (const auto* command : commands)
                names.push_back(command->get_name());
            return no_such_command(word, names);
        }
        at = *next;
    }
    return std::nullopt;
}

}

int run_command_line(int count, const char* const* arguments, const RunKiosk& run_kiosk) {
    if (const auto started = core::init_secrets(); !started) return refuse(started.error());
    Options options;
    CLI::App app{"A kiosk for couples in a therapy office. Without a command it runs the kiosk, full screen.",
                 "sameside"};
    app.set_version_flag("--version", "sameside " SAMESIDE_VERSION);
    app.add_option("--config", options.config, "settings file (default /etc/sameside/kiosk.toml)");
    app.add_option("--data", options.data, "data folder (default from the settings)");
    app.add_option("--windowed", options.windowed, "in a window of WIDTHxHEIGHT instead of full screen");
    app.add_flag("--demo", options.demo, "a throw-away practice to try, with its codes on a ribbon");
    const KeysLine keys_line(app, options);
    const BackupLine backup_line(app, options);
    auto* audit_command =
        app.add_subcommand("audit", "check that the audit log is whole; status 1 and words when it is not");
    audit_command->add_option("--data", options.data, "data folder (default from the settings)");
    audit_command->add_option("--config", options.config, "settings file");
    audit_command->add_flag("--list", options.list, "print every entry as CSV");
    auto* check_kiosk = app.add_subcommand(
        "check", "look at the whole kiosk, also while it runs; status 1 where something needs a look");
    check_kiosk->add_option("--data", options.data, "data folder (default from the settings)");
    check_kiosk->add_option("--config", options.config, "settings file");
    check_kiosk->add_option("--language", options.language,
                            "a language by its tag, such as en (default from the settings)");
    check_kiosk->add_flag("--json", options.json, "for programs");
    auto* accept_command = app.add_subcommand(
        "accept-earlier-copy", "go on with a database that is older than the kiosk knows it; the audit log says so");
    accept_command->add_option("--data", options.data, "data folder (default from the settings)");
    accept_command->add_option("--config", options.config, "settings file");
    auto* tour_command = app.add_subcommand("tour", "walk a whole visit and write a picture of each screen");
    tour_command->add_option("DIR", options.tour_folder, "folder for pictures and report, made if missing")->required();
    auto* all_looks = tour_command->add_flag("--all", options.all,
                                             "instead: each page in every language, theme, text size and panel");
    for (auto* of_one : {tour_command->add_option("--theme", options.theme, "day, evening or high-contrast"),
                         tour_command->add_option("--text", options.text, "text size: 100, 125, 150, 175 or 200"),
                         tour_command->add_option("--language", options.language,
                                                  "a language by its tag, such as en (default from the settings)"),
                         tour_command->add_option("--size", options.size, "WIDTHxHEIGHT of the screen"),
                         tour_command->add_flag("--spoken", options.spoken,
                                                "write what is read aloud for each page, beside its picture")})
        all_looks->excludes(of_one);
    tour_command->add_option("--at", options.starts_at, "what the clock says, YYYY-MM-DDTHH:MM in UTC (default: now)");
    tour_command->add_option("--seed", options.seed,
                             "of codes and random numbers: with --at, two tours of one seed are the same to the pixel");
    auto* content_command = app.add_subcommand("content", "work with forms and articles");
    content_command->require_subcommand(1);
    auto* check_command = content_command->add_subcommand(
        "check", "read everything, name each mistake, and measure how plainly it is written");
    check_command->add_option("DIR", options.content_folder, "content folder (default: the shipped one)");
    auto* extract_command =
        content_command->add_subcommand("extract", "print what can be translated, as a gettext template");
    extract_command->add_option("DIR", options.content_folder, "content folder (default: the shipped one)");
    auto* import_command = content_command->add_subcommand(
        "import-fhir", "make a form of a FHIR R4 Questionnaire; what it cannot carry is listed on standard error");
    import_command->add_option("FILE", options.import.file, "the Questionnaire, a JSON file")->required();
    import_command->add_flag("--private", options.import.is_private,
                             "every answer for the therapist's private view only");
    import_command->add_option(
        "--value-sets", options.import.value_sets,
        "a JSON file of FHIR value sets and code systems that the form names and does not contain, or a "
        "bundle of them; may be given again");
    import_command->add_option("--to", options.import.to, "a new file NAME.toml (default: standard output)");
    auto* score_command = app.add_subcommand("score", "score a file of answers; the scores are written as CSV");
    score_command->add_option("MODULE", options.module_file, "the form, a TOML file")->required();
    score_command->add_option("ANSWERS", options.answers_file, "CSV whose header names the form's items")->required();
    auto* export_command = add_export_command(app, options.exported);
    export_command->add_option("--data", options.data, "data folder (default from the settings)");
    export_command->add_option("--config", options.config, "settings file");
    auto* figures_command = add_figures_command(app, options.figured);
    for (auto* command : {export_command, figures_command})
        command->add_option("--language", options.language,
                            "a language by its tag, such as en (default from the settings)");
    figures_command->add_option("--data", options.data, "data folder (default from the settings)");
    figures_command->add_option("--config", options.config, "settings file");
    app.require_subcommand(0, 1);
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& asked) {
        return app.exit(asked); // --help, --version
    } catch (const CLI::ParseError& error) {
        if (const auto unknown = unknown_command(app, count, arguments)) return refuse(*unknown);
        return refuse(fmt::format("{} (see sameside --help)", error.what()));
    }
    if (const auto done = keys_line.run(options)) return *done ? 0 : refuse(done->error());
    if (const auto done = backup_line.run(options)) return *done ? 0 : refuse(done->error());
    if (audit_command->parsed()) return audit_log(options);
    if (check_kiosk->parsed()) return self_check(options);
    if (accept_command->parsed()) return accept_earlier_copy(options);
    if (export_command->parsed()) return export_files(options);
    if (figures_command->parsed()) return figures(options);
    if (tour_command->parsed()) return tour(options);
    if (score_command->parsed()) return run_score(options.module_file, options.answers_file);
    if (extract_command->parsed()) return extract_messages(options);
    if (import_command->parsed()) return run_import(options.import);
    if (check_command->parsed()) {
        const auto folder = content_folder(options);
        return check_content(folder, locale_folders(folder));
    }
    return kiosk(options, run_kiosk);
}

}
