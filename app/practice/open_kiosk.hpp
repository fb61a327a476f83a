// A kiosk's state and effects on a practice that is there, before any window: what a start needs, and what it gives.
#pragma once
#include "core/pad_keys.hpp"
#include "practice/backup_schedule.hpp"
#include "practice/effect_runner.hpp"
#include "practice/print.hpp"

namespace practice {

struct PanelSize {
    int width = 1280, height = 800;
};

struct KioskPlan {
    model::Practice practice;
    std::shared_ptr<const model::Content> content;
    std::vector<model::Locale> locales; // none: English alone
    std::filesystem::path assets, data_folder, export_folder;
    std::filesystem::path signal; // see run_signal; empty: nobody is called
    PrinterPlan printer;          // see print_page; no program: nothing is printed
    model::Appearance appearance;
    std::optional<PanelSize> window; // empty: full screen
    std::string settings;            // the file as it was read: the audit log has a mark of it
    vault::KdfCost code_cost = vault::code_cost();
    std::filesystem::path content_folder = {};
    std::filesystem::path day_folder = {};
    std::optional<BackupSchedule> backup = {};
    core::PadKeys keys = {}; // of a pad beside the panel
};

using Begun = core::Result<std::unique_ptr<EffectRunner>>;

// The first picture needs nothing of the practice's data, however much of it there is; whatever is done on it does.
struct OpenKiosk {
    model::State state;
    std::function<Begun()> begin; // once; fails as open_practice() does
};

using Clock = std::function<core::Now()>; // asked for every effect
using ScreenCheck = std::function<model::SelfCheck()>;
using Opener = std::function<core::Result<OpenKiosk>(const KioskPlan&, Clock, ScreenCheck)>;

// Fails only as what it asks does; the practice is opened as it begins.
[[nodiscard]] core::Result<OpenKiosk> open_kiosk(const KioskPlan& plan, Clock now, ScreenCheck screen_check);

// The pieces of it, for a practice that was opened otherwise.
World world_of(const KioskPlan& plan, Clock now, ScreenCheck screen_check);
std::function<Begun()> begin_on(PracticeData data, World world);
OpenKiosk kiosk_on(PracticeData data, World world, const KioskPlan& plan);

}
