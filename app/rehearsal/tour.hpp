// `sameside tour`: a desk, two partners and a therapist do a whole visit through the real loop, on a fresh demo
// practice; each screen is written as a numbered PNG, the chart as a PDF, and an index names them.
#pragma once
#include "practice/open_kiosk.hpp"

namespace rehearsal {

struct TourPlan {
    std::filesystem::path folder;
    practice::PanelSize size;
    model::Appearance appearance;
    core::WallTime starts_at;          // what the kiosk's clock says at the beginning
    bool all_looks = false;            // a sheet of each page in every language, theme, size and panel instead
    std::optional<std::uint32_t> seed; // of every random number, and of the folder's name; none: another at each run
    bool spoken = false;               // also what is read aloud for each page, in a text beside its picture
};
// With a seed: one tour of it at a time on this machine.
[[nodiscard]] core::Done run_tour(const practice::KioskPlan& plan, const TourPlan& tour);

}
