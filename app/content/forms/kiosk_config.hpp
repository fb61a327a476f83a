// kiosk.toml: what this practice calls itself, where its files are and how its kiosk behaves.
// The example in kiosk-config/kiosk.toml explains each key.
#pragma once
#include "core/result.hpp"
#include "model/form/module.hpp"
#include <filesystem>

namespace content {

struct KioskConfig {
    model::Practice practice;
    model::Practice practice_es;          // the same with its own Spanish words, where it has given any
    std::filesystem::path content_folder; // a relative path in the file starts at the file's own folder
    std::filesystem::path data_folder;
    std::filesystem::path export_folder; // where charts are written; empty: `charts` in the data folder
    std::string theme = "day";           // day, evening, high-contrast
    std::string language = "en";         // en, es: what the next couple starts with
};

// Fails with bad_config naming file, line, key and what is allowed, all breaches joined by "; ".
[[nodiscard]] core::Result<KioskConfig> load_kiosk_config(const std::filesystem::path& kiosk_toml);
[[nodiscard]] core::Result<model::Practice> load_practice(const std::filesystem::path& kiosk_toml);

}
