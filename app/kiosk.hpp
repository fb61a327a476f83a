// The kiosk in its window: wires update, effects and the screen together, and runs until it is told to stop.
#pragma once
#include "practice/open_kiosk.hpp"
#include "ui/kit/tree.hpp"

// `shown` is told what stands on the screen after each frame; empty: nobody is. Fails as `open` and the window do.
[[nodiscard]] core::Done run_kiosk(const practice::KioskPlan& plan, const practice::Opener& open = practice::open_kiosk,
                                   std::function<void(const ui::Tree&)> shown = {});
