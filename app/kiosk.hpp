// The kiosk in its window: opens the practice, wires update, effects and the screen together, and runs until it is told
// to stop.
#pragma once
#include "demo.hpp"
#include "ui/tree.hpp"

struct PanelSize {
    int width = 1280, height = 800;
};

struct KioskPlan {
    model::Practice practice;
    std::shared_ptr<const model::Content> content;
    std::vector<model::Tongue> tongues; // none: English alone
    std::filesystem::path assets, data_folder, export_folder;
    model::Look look;
    std::optional<PanelSize> window; // empty: full screen
    bool demo = false;
    std::string settings; // the file as it was read: the audit log has a mark of it
    vault::Cost code_cost = vault::code_cost();
};

struct OpenKiosk {
    model::State state;
    std::unique_ptr<EffectRunner> runner;
};

// Opens (a demo: makes) the practice and gives the state it starts with. `now` is asked for every effect.
[[nodiscard]] core::Result<OpenKiosk> open_kiosk(const KioskPlan& plan, std::function<core::Now()> now,
                                                 std::function<model::SelfCheck()> screen_check);
// `shown` is told what stands on the screen after each frame; empty: nobody is.
[[nodiscard]] core::Done run_kiosk(const KioskPlan& plan, std::function<void(const ui::Tree&)> shown = {});
