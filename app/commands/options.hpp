// What the command line says, and what it means with the settings and all that is shipped.
#pragma once
#include "commands/export_command.hpp"
#include "commands/figures_command.hpp"
#include "commands/import_form.hpp"
#include "content/forms/kiosk_config.hpp"
#include "practice/open_kiosk.hpp"

namespace commands {

struct Options {
    std::string config, data, windowed, theme = "day", size = "1280x800", language, tour_folder, content_folder, kit,
                                        practice, module_file, answers_file, starts_at, therapist, to;
    std::optional<std::uint32_t> seed;
    ImportPlan import;
    ExportOptions exported;
    FiguresOptions figured;
    int text = 100;
    bool demo = false, add_therapist = false, list = false, with_kit = false, all = false, spoken = false, json = false;
};

// Nothing where the words mean none.
std::optional<practice::PanelSize> panel_size(const std::string& text); // "1280x800"
std::optional<core::WallTime> moment_of(const std::string& text);       // "2026-03-04T10:30", in UTC
std::optional<model::Theme> theme_of(const std::string& word);

// A content folder may bring its own words; the shipped ones serve the rest.
std::vector<std::filesystem::path> locale_folders(const std::filesystem::path& content_folder);
std::filesystem::path content_folder(const Options& options);
core::Result<std::filesystem::path> data_folder(const Options& options);
core::Result<content::KioskConfig> configuration(const Options& options);
std::string settings_text(const Options& options); // of the file that configuration() reads

// What is known before any content was read, and with it.
struct SettledPlan {
    practice::KioskPlan plan;
    content::KioskConfig config;
    model::Language language; // asked for
};
core::Result<SettledPlan> settled_plan(const Options& options);
core::Result<practice::KioskPlan> with_content(const SettledPlan& settled);
core::Result<practice::KioskPlan> plan_of(const Options& options); // both

}
