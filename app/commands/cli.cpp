#include "commands/cli.hpp"
#include "commands/audit_command.hpp"
#include "commands/check_content.hpp"
#include "commands/command_names.hpp"
#include "commands/export_command.hpp"
#include "commands/import_form.hpp"
#include "commands/score.hpp"
#include "commands/setup.hpp"
#include "content/forms/content.hpp"
#include "content/forms/kiosk_config.hpp"
#include "content/words/locales.hpp"
#include "content/words/messages.hpp"
#include "rehearsal/demo.hpp"
#include "rehearsal/tour.hpp"
#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <iterator>
#include <time.h>
#include <unistd.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

constexpr int usage_error = 2;

int refuse(const core::Error& error) {
    fmt::print(stderr, "sameside: {}\n", error.detail.empty() ? "something went wrong" : error.detail);
    return usage_error;
}
int refuse(std::string detail) {
    return refuse(core::Error{core::ErrorCode::bad_config, std::move(detail)});
}

struct Options {
    std::string config, data, windowed, theme = "day", size = "1280x800", language, tour_folder, content_folder, kit,
                                        practice, module_file, answers_file, starts_at;
    std::optional<std::uint32_t> seed;
    ImportPlan import;
    ExportOptions exported;
    int text = 100;
    bool demo = false, add_therapist = false, list = false;
};

std::optional<practice::PanelSize> panel_size(const std::string& text) {
    int width = 0, height = 0, used = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%n", &width, &height, &used) != 2 ||
        static_cast<std::size_t>(used) != text.size())
        return std::nullopt;
    if (width < 640 || height < 480 || width > 7680 || height > 7680) return std::nullopt;
    return practice::PanelSize{width, height};
}

// "2026-03-04T10:30", in UTC.
std::optional<core::WallTime> moment_of(const std::string& text) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, used = 0;
    if (std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d%n", &year, &month, &day, &hour, &minute, &used) != 5 ||
        static_cast<std::size_t>(used) != text.size())
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || year < 1970 || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return core::WallTime(std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute));
}

std::optional<model::Theme> theme_of(const std::string& word) {
    if (word == "day") return model::Theme::day;
    if (word == "evening") return model::Theme::evening;
    if (word == "high-contrast") return model::Theme::high_contrast;
    return std::nullopt;
}

// What is shipped stands in share/ beside the installed program's bin/, and in the source while developing.
fs::path shipped(const char* name, const char* in_source) {
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    const auto installed = program.parent_path().parent_path() / "share" / "sameside" / name;
    return !error && fs::exists(installed, error) ? installed : fs::path(SAMESIDE_SOURCE_DIR) / in_source;
}

std::vector<fs::path> shipped_locales() {
    return {shipped("content", "content") / "locale", SAMESIDE_LOCALE_DIR};
}

// A content folder may bring its own words; the shipped ones serve the rest.
std::vector<fs::path> locale_folders(const fs::path& content_folder) {
    auto folders = shipped_locales();
    folders.insert(folders.begin(), content_folder / "locale");
    return folders;
}

// Of the settings, unless the command line names one.
core::Result<model::Language> language_of(const Options& options, const content::KioskConfig& config) {
    if (options.language.empty()) return model::Language{config.language};
    auto tags = content::other_languages(locale_folders(config.content_folder));
    tags.insert(tags.begin(), model::Language{}.tag);
    if (std::ranges::find(tags, options.language) != tags.end()) return model::Language{options.language};
    return core::fail(core::ErrorCode::bad_config,
                      fmt::format("--language {}: {} is allowed", options.language, fmt::join(tags, " or ")));
}

bool is_trial(const Options& options) {
    return options.demo || !options.tour_folder.empty();
}

fs::path settings_file(const Options& options) {
    if (!options.config.empty()) return options.config;
    return is_trial(options) ? shipped("kiosk.toml", "kiosk-config/kiosk.toml") : fs::path("/etc/sameside/kiosk.toml");
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

core::Result<content::KioskConfig> configuration(const Options& options) {
    auto config = content::load_kiosk_config(settings_file(options), shipped_locales());
    if (config && options.config.empty() && is_trial(options)) config->content_folder = shipped("content", "content");
    return config;
}

fs::path demo_folder() {
    return fs::temp_directory_path() / fmt::format("sameside-demo-{}", getuid());
}

core::Result<practice::KioskPlan> plan_of(const Options& options) {
    auto config = configuration(options);
    if (!config) return core::pass(config.error());
    std::error_code error;
    if (!options.data.empty() && !fs::is_directory(options.data, error))
        return core::fail(core::ErrorCode::bad_config, fmt::format("--data {}: there is no such folder", options.data));
    practice::KioskPlan plan{.practice = config->practice, .assets = shipped("assets", "assets")};
    plan.data_folder = !options.data.empty() ? fs::path(options.data)
                       : options.demo        ? demo_folder()
                                             : config->data_folder;
    plan.settings = text_of(settings_file(options));
    plan.export_folder = config->export_folder.empty() ? plan.data_folder / "charts" : config->export_folder;
    if (options.demo) {
        for (auto& [tag, practice] : config->practice_by_tag)
            practice = rehearsal::demo_practice(practice);
        plan.practice = config->practice = rehearsal::demo_practice(config->practice);
    }
    const auto theme = theme_of(config->theme);
    if (theme) plan.appearance.theme = *theme;
    const auto language = language_of(options, *config);
    if (!language) return core::pass(language.error());
    auto content = content::load(config->content_folder);
    if (!content) return core::pass(content.error());
    for (const auto& broken : content->broken)
        fmt::print(stderr, "sameside: {}\n", broken.why);
    if (content->packets.empty())
        return core::fail(core::ErrorCode::bad_content,
                          fmt::format("{}: no packet can be used", config->content_folder.string()));
    plan.content = std::make_shared<const model::Content>(std::move(*content));
    std::vector<std::string> troubles;
    plan.locales = content::locales_of(plan.content, *config, locale_folders(config->content_folder), troubles);
    for (const auto& trouble : troubles)
        fmt::print(stderr, "sameside: {}\n", trouble);
    // A language that cannot be used gives way to the source language.
    if (std::ranges::find(plan.locales, *language, &model::Locale::language) != plan.locales.end())
        plan.appearance.language = *language;
    if (!options.windowed.empty()) {
        plan.window = panel_size(options.windowed);
        if (!plan.window)
            return core::fail(
                core::ErrorCode::bad_config,
                fmt::format("--windowed {}: WIDTHxHEIGHT is allowed, 640x480 to 7680x7680", options.windowed));
    }
    return plan;
}

int kiosk(const Options& options, const RunKiosk& run_kiosk) {
    auto plan = plan_of(options);
    if (!plan) return refuse(plan.error());
    if (const auto done =
            run_kiosk(*plan, options.demo ? practice::Opener(rehearsal::open_demo_kiosk) : practice::open_kiosk);
        !done)
        return refuse(done.error());
    return 0;
}

core::Result<fs::path> data_folder(const Options& options) {
    if (!options.data.empty()) return fs::path(options.data);
    const auto config = configuration(options);
    if (!config) return core::pass(config.error());
    return config->data_folder;
}

int audit_log(const Options& options) {
    const auto folder = data_folder(options);
    if (!folder) return refuse(folder.error());
    return run_audit({.data_folder = *folder, .list = options.list});
}

int export_files(const Options& options) {
    auto plan = plan_of(options.exported);
    if (!plan) return refuse(plan.error());
    const auto kiosk = plan_of(options);
    if (!kiosk) return refuse(kiosk.error());
    plan->data_folder = kiosk->data_folder;
    plan->locale = {.language = kiosk->appearance.language,
                    .catalogue = {},
                    .content = kiosk->content,
                    .practice = std::make_shared<const model::Practice>(kiosk->practice)};
    const auto locale = std::ranges::find(kiosk->locales, kiosk->appearance.language, &model::Locale::language);
    if (locale != kiosk->locales.end()) plan->locale = *locale;
    return run_export(*plan);
}

int setup(const Options& options) {
    SetupPlan plan{.data_folder = options.data,
                   .kit_file = options.kit,
                   .practice_name = options.practice,
                   .add_therapist = options.add_therapist};
    if (plan.data_folder.empty() || plan.practice_name.empty()) {
        const auto config = configuration(options);
        if (config)
            plan.kit_words =
                content::catalogue_of(config->language, locale_folders(config->content_folder)).value_or(nullptr);
        if (!config && plan.data_folder.empty()) return refuse(config.error());
        if (config && plan.data_folder.empty()) plan.data_folder = config->data_folder;
        if (config && plan.practice_name.empty()) plan.practice_name = config->practice.name;
    }
    if (plan.practice_name.empty()) plan.practice_name = "Your practice";
    if (plan.kit_file.empty()) plan.kit_file = "sameside-recovery-kit.pdf";
    if (const auto done = run_setup(plan); !done) return refuse(done.error());
    return 0;
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
                                   .seed = options.seed};
    if (const auto done = rehearsal::run_tour(*plan, walk); !done) return refuse(done.error());
    return 0;
}

fs::path content_folder(const Options& options) {
    return options.content_folder.empty() ? shipped("content", "content") : fs::path(options.content_folder);
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
    auto* setup_command = app.add_subcommand("setup", "make a practice: therapist, desk PIN, recovery kit");
    setup_command->add_option("--data", options.data, "data folder");
    setup_command->add_option("--config", options.config, "settings file");
    setup_command->add_option("--kit", options.kit,
                              "where the recovery kit is written (default ./sameside-recovery-kit.pdf)");
    setup_command->add_option("--practice", options.practice, "the practice's name on the kit");
    setup_command->add_flag("--add-therapist", options.add_therapist, "add a therapist to the practice that is there");
    auto* audit_command =
        app.add_subcommand("audit", "check that the audit log is whole; status 1 and words when it is not");
    audit_command->add_option("--data", options.data, "data folder (default from the settings)");
    audit_command->add_option("--config", options.config, "settings file");
    audit_command->add_flag("--list", options.list, "print every entry as CSV");
    auto* tour_command = app.add_subcommand("tour", "walk a whole visit and write a picture of each screen");
    tour_command->add_option("DIR", options.tour_folder, "folder for pictures and report, made if missing")->required();
    tour_command->add_option("--theme", options.theme, "day, evening or high-contrast");
    tour_command->add_option("--text", options.text, "text size: 100, 125, 150, 175 or 200");
    tour_command->add_option("--language", options.language,
                             "a language by its tag, such as en (default from the settings)");
    tour_command->add_option("--size", options.size, "WIDTHxHEIGHT of the screen");
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
    import_command->add_option("--to", options.import.to, "a new file NAME.toml (default: standard output)");
    auto* score_command = app.add_subcommand("score", "score a file of answers; the scores are written as CSV");
    score_command->add_option("MODULE", options.module_file, "the form, a TOML file")->required();
    score_command->add_option("ANSWERS", options.answers_file, "CSV whose header names the form's items")->required();
    auto* export_command = add_export_command(app, options.exported);
    export_command->add_option("--data", options.data, "data folder (default from the settings)");
    export_command->add_option("--config", options.config, "settings file");
    export_command->add_option("--language", options.language,
                               "a language by its tag, such as en (default from the settings)");
    app.require_subcommand(0, 1);
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& asked) {
        return app.exit(asked); // --help, --version
    } catch (const CLI::ParseError& error) {
        if (const auto unknown = unknown_command(app, count, arguments)) return refuse(*unknown);
        return refuse(fmt::format("{} (see sameside --help)", error.what()));
    }
    if (setup_command->parsed()) return setup(options);
    if (audit_command->parsed()) return audit_log(options);
    if (export_command->parsed()) return export_files(options);
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
