// `sameside tour`: a desk, two partners and a therapist do a whole visit through the real loop, on a fresh demo
// practice; each screen is written as a numbered PNG, the chart as a PDF, and an index names them.
#pragma once
#include "kiosk.hpp"

struct TourPlan {
    std::filesystem::path folder;
    PanelSize size;
    model::Look look;
};
[[nodiscard]] core::Done run_tour(KioskPlan plan, const TourPlan& tour);
