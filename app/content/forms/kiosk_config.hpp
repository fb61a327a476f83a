// kiosk.toml: what this practice calls itself, where its files are and how its kiosk behaves.
// The example in kiosk-config/kiosk.toml explains each key.
#pragma once
#include "core/pad_keys.hpp"
#include "core/result.hpp"
#include "model/form/module.hpp"
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace content {

struct BackupSettings {
    std::string folder; // absolute, or "usb:LABEL"
    int every_hours = 24, keep = 7;
};

struct PrinterSettings {
    std::filesystem::path program; // CUPS's lp, or one that takes the same
    std::string name;              // of the queue; empty: the usual one
};

struct KioskConfig {
    model::Practice practice;
    std::map<std::string, model::Practice> practice_by_tag; // the same with its own words, where it has given any
    std::filesystem::path content_folder; // a relative path in the file starts at the file's own folder
    std::filesystem::path data_folder;
    std::filesystem::path export_folder; // where charts are written; empty: `charts` in the data folder
    std::filesystem::path day_folder;    // where the calendar puts the list of a day; empty: sticks alone
    std::optional<BackupSettings> backup;
    core::PadKeys keys;           // of a pad beside the panel; none where the file has no [keys]
    std::filesystem::path signal; // a program that calls somebody, run without arguments; empty: none
    std::optional<PrinterSettings> printer;
    std::string theme = "day";   // day, evening, high-contrast
    std::string language = "en"; // a tag: what the next couple starts with
};

bool is_absolute_uri(std::string_view text);

// In the language of this tag; what the practice has not said in it is as in the source language.
const model::Practice& practice_in(const KioskConfig& config, const std::string& tag);

// Fails with bad_config naming file, line, key and what is allowed, all breaches joined by "; ". Allowed are the
// languages of the content folder and of `more_locales`.
[[nodiscard]] core::Result<KioskConfig> load_kiosk_config(const std::filesystem::path& kiosk_toml,
                                                          const std::vector<std::filesystem::path>& more_locales = {});
[[nodiscard]] core::Result<model::Practice> load_practice(const std::filesystem::path& kiosk_toml);

}
