#include "rehearsal/tour.hpp"
#include "rehearsal/contact_sheets.hpp"
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

core::Done walk_through(const practice::KioskPlan& plan, const TourPlan& tour, const fs::path& folder,
                        ManualClock& clock, const Shot& shot) {
    if (tour.seed) draw_from(*tour.seed);
    voice::RecordedVoice voice;
    auto kiosk = open_demo_kiosk(plan, [&] { return clock.now(); }, {});
    auto rehearsal =
        kiosk ? Rehearsal::create(std::move(*kiosk), tour.size, clock, plan.assets, &voice) : core::pass(kiosk.error());
    if (!rehearsal) return core::pass(rehearsal.error());
    Walk walk(**rehearsal, folder, shot, tour.spoken ? &voice : nullptr);
    std::string entry_code;
    auto& on_stage = **rehearsal;
    const bool done = before_the_visit(on_stage, walk) && at_the_desk(on_stage, walk, entry_code) &&
                      first_partner(on_stage, walk, entry_code) && second_partner_and_both(on_stage, walk) &&
                      therapist(on_stage, walk, folder) && park(on_stage, walk);
    std::ofstream(folder / "index.txt") << walk.index();
    if (!done && walk.error()) return core::pass(*walk.error());
    return {};
}

core::Done make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && fs::is_directory(folder)) return {};
    return core::fail(core::ErrorCode::io,
                      fmt::format("{}: the folder cannot be made: {}", folder.string(), error.message()));
}

// In a fresh practice, which is gone afterwards.
core::Done walk_once(practice::KioskPlan plan, const TourPlan& tour, const fs::path& folder,
                     const std::function<Shot(ManualClock&)>& shot_by) {
    if (const auto made = make_folder(folder); !made) return made;
    const auto practice = practice_folder(tour.seed);
    if (!practice) return core::pass(practice.error());
    plan.data_folder = *practice;
    plan.export_folder = *practice / "charts";
    plan.appearance = tour.appearance;
    ManualClock clock(tour.starts_at);
    auto done = walk_through(plan, tour, folder, clock, shot_by(clock));
    std::error_code error;
    fs::remove_all(*practice, error);
    return done;
}

// Each language is walked through once, as large as usual, and its pages are drawn again in every other look.
core::Done make_sheets(const practice::KioskPlan& plan, const TourPlan& tour) {
    auto sheets = ContactSheets::create(plan.assets, *plan.content);
    if (!sheets) return core::pass(sheets.error());
    for (const auto& locale : plan.locales) {
        auto once = tour;
        once.appearance = {.language = locale.language, .reduced_motion = true};
        const auto shot_by = [&](ManualClock& clock) -> Shot {
            return [&](Rehearsal& kiosk, const std::string& page, const fs::path& file) {
                (void)kiosk.picture(); // what is due on the page has happened
                return sheets->write(kiosk.state(), clock.now(), page, file);
            };
        };
        if (const auto done = walk_once(plan, once, tour.folder / locale.language.tag, shot_by); !done) return done;
    }
    return {};
}

}

core::Done run_tour(const practice::KioskPlan& plan, const TourPlan& tour) {
    const auto done = tour.all_looks
                          ? make_sheets(plan, tour)
                          : walk_once(plan, tour, tour.folder, [](ManualClock&) -> Shot { return as_it_stands; });
    if (!done) return done;
    if (tour.all_looks)
        fmt::print("The sheets are in {0}, one folder a language, their names in index.txt there\n",
                   tour.folder.string());
    else
        fmt::print("The pictures are in {0}, their names in {0}/index.txt, the chart is {0}/chart.pdf\n",
                   tour.folder.string());
    return {};
}

}
