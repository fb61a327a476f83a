#include "commands/setup.hpp"
#include "practice/audit.hpp"
#include "practice/secret_rules.hpp"
#include "practice/set_up.hpp"
#include "practice/staff.hpp"
#include <fmt/format.h>

namespace commands {

namespace {

using NameCheck = std::function<core::Result<std::string>(std::string_view)>;

core::Result<practice::NewTherapist> ask_therapist(const Terminal& terminal, const Keyboards& keyboards,
                                                   const NameCheck& usable) {
    const auto typed = terminal.ask("Therapist's name, as couples will read it: ");
    if (!typed) return core::pass(typed.error());
    auto name = usable(*typed);
    if (!name) return core::pass(terminal.error(name.error().detail));
    auto passphrase = ask_passphrase(terminal, keyboards);
    if (!passphrase) return core::pass(passphrase.error());
    return practice::NewTherapist{std::move(*name), std::move(*passphrase)};
}

}

core::WallTime wall_now() {
    return std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now());
}

store::Moment moment_now() {
    return {wall_now(), std::chrono::time_point_cast<core::Milliseconds>(std::chrono::steady_clock::now()),
            practice::this_boot()};
}

core::Result<core::SecretText> ask_passphrase(const Terminal& terminal, const Keyboards& keyboards) {
    return terminal.ask_twice(
        "Passphrase (12 letters or more; several words are best): ", "The same passphrase again: ",
        [&](std::string_view typed) { return practice::passphrase_trouble(typed, keyboards); });
}

core::Result<core::SecretText> ask_pin(const Terminal& terminal) {
    return terminal.ask_twice(
        "PIN for the front desk (4 to 12 digits): ", "The same PIN again: ", practice::pin_trouble);
}

core::Done run_add_therapist(const SetupPlan& plan) {
    const Terminal terminal("setup");
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    const auto voucher = practice::staff_member(*data, plan.vouching);
    if (!voucher) return core::pass(terminal.error(voucher.error().detail));
    const auto shown = terminal.ask_secret(fmt::format("Passphrase of {}, who works here: ", voucher->name));
    if (!shown) return core::pass(shown.error());
    if (const auto keys = practice::open_keys_of(*data, *voucher, *shown, moment_now()); !keys)
        return core::pass(terminal.error(keys.error().detail));
    const auto therapist = ask_therapist(terminal, plan.keyboards,
                                         [&](std::string_view name) { return practice::new_staff_name(*data, name); });
    if (!therapist) return core::pass(therapist.error());
    core::TherapistId id;
    const auto added = data->store.at_once([&]() -> core::Done {
        const auto made = practice::add_therapist(*data, *therapist, vault::passphrase_cost());
        if (!made) return core::pass(made.error());
        id = *made;
        return practice::audit::append(*data, wall_now(), fmt::format("therapist:{}", voucher->row.id.value),
                                       "therapist-added", fmt::format("therapist:{}", made->value));
    });
    if (!added) return core::pass(terminal.error(added.error().detail));
    terminal.say(fmt::format("{} can now unlock this kiosk.\n", therapist->name));
    return {};
}

core::Done run_setup(const SetupPlan& plan) {
    const Terminal terminal("setup");
    std::error_code error;
    if (!std::filesystem::is_directory(plan.data_folder, error))
        return core::fail(core::ErrorCode::bad_config,
                          fmt::format("--data {}: there is no such folder", plan.data_folder.string()));
    practice::settle_set_up(plan.data_folder);
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
    auto therapist = ask_therapist(terminal, plan.keyboards, practice::usable_name);
    if (!therapist) return core::pass(therapist.error());
    auto pin = ask_pin(terminal);
    if (!pin) return core::pass(pin.error());
    practice::NewPractice made{.desk_pin = std::move(*pin)};
    made.therapists.push_back(std::move(*therapist));
    if (const auto done = practice::set_up_practice(
            plan.data_folder, made, {.file = plan.kit_file, .practice = plan.practice_name, .words = plan.kit_words},
            wall_now());
        !done)
        return done;
    terminal.say(fmt::format(
        "\nThe practice is set up in {}.\nThe recovery kit is {}: print it, lock it away, then delete the file.\n",
        plan.data_folder.string(), plan.kit_file.string()));
    return {};
}

}
