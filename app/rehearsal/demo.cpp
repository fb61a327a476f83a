#include "rehearsal/demo.hpp"
#include "practice/row_values.hpp"
#include "rehearsal/demo_history.hpp"
#include <fmt/format.h>

namespace rehearsal {

namespace {

constexpr auto desk_pin = "2580";
constexpr auto passphrase = "paper boats on a quiet river";
constexpr auto therapist_name = "Dr. Okafor";
constexpr auto second_therapist = "M. Reyes, LMFT";

// Of the passphrases, the desk's PIN and the codes of earlier visits. The first two stand on the demo's ribbon and the
// codes are gone as soon as their part is sealed, so that stretching them would guard nothing and only hold up the
// first start. The codes that somebody sets in the demo cost what they cost anywhere.
constexpr vault::KdfCost made_up_cost{.passes = 1, .memory_bytes = 8192};

// Comes first of those who are here today: their entry code is the one on the ribbon.
Story who_waits() {
    const auto waits = Teller{.mood = {.team = 0.5}, .until = Until::waiting};
    return {.chart_code = "RG-2041",
            .a = {},
            .b = {},
            .language = "en",
            .visits = {{.packet = "first-visit", .days_ago = 0, .a = waits, .b = waits, .read = false}}};
}

core::Done make_history(const std::filesystem::path& folder, const practice::World& world) {
    auto data = practice::open_practice(folder);
    if (!data) return core::pass(data.error());
    auto stories = all_stories();
    stories.insert(stories.begin(), who_waits());
    return play(std::move(stories), std::move(*data), world, {.desk_pin = desk_pin, .passphrase = passphrase});
}

}

model::Practice demo_practice(model::Practice practice) {
    practice.name = "Rivergate Counseling";
    practice.reads_same_day = false; // nobody reads what is tried out
    return practice;
}

core::Result<Demo> open_demo(const std::filesystem::path& folder, const practice::World& world) {
    std::error_code error;
    const bool known = std::filesystem::exists(folder / "demo", error);
    if (!known) {
        std::filesystem::create_directories(folder, error);
        if (!std::filesystem::is_empty(folder, error))
            return core::fail(core::ErrorCode::bad_config,
                              fmt::format("--data {}: a demo needs an empty folder of its own", folder.string()));
        practice::NewPractice practice{
            .desk_pin = core::SecretText(desk_pin), .passphrase_cost = made_up_cost, .pin_cost = made_up_cost};
        practice.therapists.push_back({therapist_name, core::SecretText(passphrase)});
        practice.therapists.push_back({second_therapist, core::SecretText(passphrase)});
        {
            const auto made = practice::make_practice(folder, practice, world.now().wall);
            if (!made) return core::pass(made.error());
        }
        if (const auto done = make_history(folder, world); !done) return core::pass(done.error());
        // The mark comes last: a demo that was cut short is not taken for a whole one.
        std::error_code ignored;
        std::filesystem::create_directory(folder / "demo", ignored);
    }
    auto data = practice::open_practice(folder);
    if (!data) return core::pass(data.error());
    model::DemoCodes codes{.entry_code = {}, .desk_pin = desk_pin, .passphrase = passphrase};
    const auto open = data->store.open_sittings();
    if (!open) return core::pass(open.error());
    if (!open->empty()) {
        const auto& sitting = open->front();
        const auto in_case = data->store.case_by_id(sitting.in_case);
        if (!in_case) return core::pass(in_case.error());
        const auto code = practice::open_entry_code(data->device, sitting, *in_case);
        if (!code) return core::pass(code.error());
        codes.entry_code = *code;
    }
    return Demo{std::move(*data), std::move(codes)};
}

core::Result<practice::OpenKiosk> open_demo_kiosk(const practice::KioskPlan& plan, practice::Clock now,
                                                  practice::ScreenCheck screen_check) {
    auto world = practice::world_of(plan, std::move(now), std::move(screen_check));
    auto demo = open_demo(plan.data_folder, world);
    if (!demo) return core::pass(demo.error());
    auto kiosk = practice::kiosk_on(std::move(demo->data), std::move(world), plan);
    kiosk.state.demo = std::move(demo->codes);
    return kiosk;
}

}
