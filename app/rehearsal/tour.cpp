#include "rehearsal/tour.hpp"
#include "rehearsal/demo.hpp"
#include "rehearsal/fixed_random.hpp"
#include "rehearsal/walk.hpp"
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>

namespace rehearsal {

namespace {

namespace fs = std::filesystem;

// Its name is seen on the page that says where a chart was written.
core::Result<fs::path> practice_folder(std::optional<std::uint32_t> seed) {
    if (!seed) {
        auto pattern = (fs::temp_directory_path() / "sameside-tour-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr)
            return core::fail(core::ErrorCode::io, "no temporary folder can be made");
        return fs::path(pattern);
    }
    const auto folder = fs::temp_directory_path() / fmt::format("sameside-tour-{}", *seed);
    std::error_code error;
    fs::remove_all(folder, error); // of a tour that was ended
    if (mkdir(folder.c_str(), S_IRWXU) != 0)
        return core::fail(core::ErrorCode::io, fmt::format("{}: this folder cannot be made", folder.string()));
    return folder;
}

}

core::Done run_tour(practice::KioskPlan plan, const TourPlan& tour) {
    std::error_code error;
    fs::create_directories(tour.folder, error);
    if (error || !fs::is_directory(tour.folder))
        return core::fail(core::ErrorCode::io,
                          fmt::format("{}: the folder cannot be made: {}", tour.folder.string(), error.message()));
    const auto practice = practice_folder(tour.seed);
    if (!practice) return core::pass(practice.error());
    plan.data_folder = *practice;
    plan.export_folder = *practice / "charts";
    plan.appearance = tour.appearance;
    core::Done result;
    {
        if (tour.seed) draw_from(*tour.seed);
        ManualClock clock(tour.starts_at);
        voice::RecordedVoice voice;
        auto kiosk = open_demo_kiosk(plan, [&] { return clock.now(); }, {});
        auto rehearsal = kiosk ? Rehearsal::create(std::move(*kiosk), tour.size, clock, plan.assets, &voice)
                               : core::pass(kiosk.error());
        if (rehearsal) {
            Walk walk(**rehearsal, tour.folder, tour.spoken ? &voice : nullptr);
            std::string entry_code;
            auto& on_stage = **rehearsal;
            const bool done = before_the_visit(on_stage, walk) && at_the_desk(on_stage, walk, entry_code) &&
                              first_partner(on_stage, walk, entry_code) && second_partner_and_both(on_stage, walk) &&
                              therapist(on_stage, walk, tour.folder) && park(on_stage, walk);
            std::ofstream(tour.folder / "index.txt") << walk.index();
            if (!done && walk.error()) result = core::pass(*walk.error());
        } else {
            result = core::pass(rehearsal.error());
        }
    }
    fs::remove_all(*practice, error);
    if (result)
        fmt::print("The pictures are in {0}, their names in {0}/index.txt, the chart is {0}/chart.pdf\n",
                   tour.folder.string());
    return result;
}

}
