#include "commands/options.hpp"
#include "content/forms/content.hpp"
#include "content/words/locales.hpp"
#include "rehearsal/demo.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace commands {
namespace {

namespace fs = std::filesystem;

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

fs::path demo_folder() {
    return fs::temp_directory_path() / fmt::format("sameside-demo-{}", getuid());
}

}

std::optional<practice::PanelSize> panel_size(const std::string& text) {
    int width = 0, height = 0, used = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%n", &width, &height, &used) != 2 ||
        static_cast<std::size_t>(used) != text.size())
        return std::nullopt;
    if (width < 640 || height < 480 || width > 7680 || height > 7680) return std::nullopt;
    return practice::PanelSize{width, height};
}

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

std::vector<fs::path> locale_folders(const fs::path& content_folder) {
    auto folders = shipped_locales();
    folders.insert(folders.begin(), content_folder / "locale");
    return folders;
}

fs::path content_folder(const Options& options) {
    return options.content_folder.empty() ? shipped("content", "content") : fs::path(options.content_folder);
}

core::Result<fs::path> data_folder(const Options& options) {
    if (!options.data.empty()) return fs::path(options.data);
    const auto config = configuration(options);
    if (!config) return core::pass(config.error());
    return config->data_folder;
}

core::Result<content::KioskConfig> configuration(const Options& options) {
    auto config = content::load_kiosk_config(settings_file(options), shipped_locales());
    if (config && options.config.empty() && is_trial(options)) config->content_folder = shipped("content", "content");
    return config;
}

std::string settings_text(const Options& options) {
    return text_of(settings_file(options));
}

core::Result<SettledPlan> settled_plan(const Options& options) {
    auto config = configuration(options);
    if (!config) return core::pass(config.error());
    std::error_code error;
    if (!options.data.empty() && !fs::is_directory(options.data, error))
        return core::fail(core::ErrorCode::bad_config, fmt::format("--data {}: there is no such folder", options.data));
    practice::KioskPlan plan{.practice = config->practice, .assets = shipped("assets", "assets")};
    plan.data_folder = !options.data.empty() ? fs::path(options.data)
                       : options.demo        ? demo_folder()
                                             : config->data_folder;
    plan.content_folder = config->content_folder;
    plan.keys = config->keys;
    if (!is_trial(options)) plan.day_folder = config->day_folder;
    if (!is_trial(options)) plan.signal = config->signal;
    if (!is_trial(options) && config->printer) plan.printer = {config->printer->program, config->printer->name};
    if (config->backup && !is_trial(options))
        plan.backup = {.folder = config->backup->folder,
                       .every = std::chrono::hours(config->backup->every_hours),
                       .keep = config->backup->keep};
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
    if (!options.windowed.empty()) {
        plan.window = panel_size(options.windowed);
        if (!plan.window)
            return core::fail(
                core::ErrorCode::bad_config,
                fmt::format("--windowed {}: WIDTHxHEIGHT is allowed, 640x480 to 7680x7680", options.windowed));
    }
    return SettledPlan{std::move(plan), *std::move(config), *language};
}

core::Result<practice::KioskPlan> with_content(const SettledPlan& settled) {
    const auto& config = settled.config;
    auto plan = settled.plan;
    auto content = content::load(config.content_folder);
    if (!content) return core::pass(content.error());
    for (const auto& broken : content->broken)
        fmt::print(stderr, "sameside: {}\n", broken.why);
    if (content->packets.empty())
        return core::fail(core::ErrorCode::bad_content,
                          fmt::format("{}: no packet can be used", config.content_folder.string()));
    plan.content = std::make_shared<const model::Content>(std::move(*content));
    std::vector<std::string> troubles;
    plan.locales = content::locales_of(plan.content, config, locale_folders(config.content_folder), troubles);
    for (const auto& trouble : troubles)
        fmt::print(stderr, "sameside: {}\n", trouble);
    // A language that cannot be used gives way to the source language.
    if (std::ranges::find(plan.locales, settled.language, &model::Locale::language) != plan.locales.end())
        plan.appearance.language = settled.language;
    return plan;
}

core::Result<practice::KioskPlan> plan_of(const Options& options) {
    const auto settled = settled_plan(options);
    if (!settled) return core::pass(settled.error());
    return with_content(*settled);
}

}
