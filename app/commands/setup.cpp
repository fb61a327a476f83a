#include "commands/setup.hpp"
#include "commands/terminal.hpp"
#include "practice/audit.hpp"
#include "practice/practice_data.hpp"
#include "report/recovery_kit.hpp"
#include <fmt/format.h>

namespace commands {

namespace {

std::string_view pin_weakness(std::string_view pin) {
    if (pin.size() < 4 || pin.size() > 12 || pin.find_first_not_of("0123456789") != std::string_view::npos)
        return "The PIN must be 4 to 12 digits.";
    if (pin.find_first_not_of(pin.front()) == std::string_view::npos) return "The PIN must not be one digit repeated.";
    return {};
}

core::Result<practice::NewTherapist> ask_therapist(const Terminal& terminal) {
    auto name = terminal.ask("Therapist's name, as couples will read it: ");
    if (!name) return core::pass(name.error());
    if (name->empty()) return core::fail(core::ErrorCode::bad_config, "setup: a therapist needs a name");
    auto passphrase = terminal.ask_twice("Passphrase (12 letters or more; several words are best): ",
                                         "The same passphrase again: ", vault::passphrase_weakness);
    if (!passphrase) return core::pass(passphrase.error());
    return practice::NewTherapist{std::move(*name), std::move(*passphrase)};
}

core::WallTime wall_now() {
    return std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now());
}

}

core::Done run_setup(const SetupPlan& plan) {
    const Terminal terminal("setup");
    if (plan.add_therapist) {
        auto data = practice::open_practice(plan.data_folder);
        if (!data) return core::pass(data.error());
        const auto therapist = ask_therapist(terminal);
        if (!therapist) return core::pass(therapist.error());
        const auto added = practice::add_therapist(*data, *therapist, vault::passphrase_cost());
        if (!added) return core::pass(added.error());
        if (const auto noted = practice::audit::append(*data, wall_now(), "setup", "therapist-added",
                                                       fmt::format("therapist:{}", added->value));
            !noted)
            return noted;
        terminal.say(fmt::format("{} can now unlock this kiosk.\n", therapist->name));
        return {};
    }
    std::error_code error;
    if (!std::filesystem::is_directory(plan.data_folder, error))
        return core::fail(core::ErrorCode::bad_config,
                          fmt::format("--data {}: there is no such folder", plan.data_folder.string()));
    if (std::filesystem::exists(plan.data_folder / "sameside.db", error) ||
        std::filesystem::exists(plan.data_folder / "device.key", error))
        return core::fail(core::ErrorCode::invalid_state,
                          fmt::format("{}: a practice is set up here already", plan.data_folder.string()));
    if (std::filesystem::exists(plan.kit_file, error))
        return core::fail(
            core::ErrorCode::invalid_state,
            fmt::format("{}: the recovery kit is written once and something is there already", plan.kit_file.string()));

    terminal.say(
        "A passphrase opens what couples lock for its therapist. Nobody can look it up or reset it.\n"
        "If it is forgotten, only the recovery kit that this writes can open the data. Without both it is lost.\n\n");
    auto therapist = ask_therapist(terminal);
    if (!therapist) return core::pass(therapist.error());
    auto pin = terminal.ask_twice("PIN for the front desk (4 to 12 digits): ", "The same PIN again: ", pin_weakness);
    if (!pin) return core::pass(pin.error());

    practice::NewPractice practice{.desk_pin = std::move(*pin)};
    practice.therapists.push_back(std::move(*therapist));
    const auto at = wall_now();
    const auto undo = [&] {
        for (const auto* name : {"sameside.db", "sameside.db-wal", "sameside.db-shm", "kiosk.lock", "device.key"})
            std::filesystem::remove(plan.data_folder / name, error);
    };
    {
        auto made = practice::make_practice(plan.data_folder, practice, at);
        if (!made) {
            const auto why = made.error();
            undo();
            return core::pass(why);
        }
        if (const auto noted = practice::audit::append(made->data, at, "setup", "practice-made"); !noted) {
            made = tl::unexpected(noted.error());
            undo();
            return noted;
        }
        const report::KitInput kit{.practice = plan.practice_name,
                                   .words = std::move(made->recovery_words),
                                   .fingerprint = made->recovery_fingerprint,
                                   .made_at = at};
        const core::Speaking speaking(plan.kit_words.get());
        if (const auto written = report::write_recovery_kit(kit, plan.kit_file); !written) {
            const auto& why = written.error();
            made = tl::unexpected(why);
            undo();
            return core::pass(why);
        }
    }
    terminal.say(fmt::format(
        "\nThe practice is set up in {}.\nThe recovery kit is {}: print it, lock it away, then delete the file.\n",
        plan.data_folder.string(), plan.kit_file.string()));
    return {};
}

}
