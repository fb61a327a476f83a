#include "commands/key_commands.hpp"
#include "practice/device_rotation.hpp"
#include "practice/recovery.hpp"
#include "practice/staff.hpp"
#include <fmt/format.h>

namespace commands {

namespace {

// Before anything is typed.
core::Done check_kit_file(const Terminal& terminal, const KeyPlan& plan) {
    std::error_code error;
    const auto folder = plan.kit_file.has_parent_path() ? plan.kit_file.parent_path() : std::filesystem::path(".");
    if (!std::filesystem::is_directory(folder, error))
        return core::pass(terminal.error(fmt::format("--kit {}: there is no such folder", plan.kit_file.string())));
    if (std::filesystem::exists(std::filesystem::symlink_status(plan.kit_file, error)))
        return core::pass(terminal.error(
            fmt::format("--kit {}: something is there already; name another file", plan.kit_file.string())));
    return {};
}

practice::KitPlan new_kit(const KeyPlan& plan) {
    return {.file = plan.kit_file, .practice = plan.practice_name, .words = plan.kit_words};
}

core::Result<vault::KeyPair> ask_kit(const Terminal& terminal, practice::PracticeData& data) {
    const auto words = terminal.ask_secret("The 18 words of the recovery kit, on one line: ");
    if (!words) return core::pass(words.error());
    auto kit = practice::open_kit(data, *words, moment_now());
    if (!kit) return core::pass(terminal.error(kit.error().detail));
    return kit;
}

core::Result<vault::KeyPair> ask_keys_of(const Terminal& terminal, practice::PracticeData& data,
                                         const practice::StaffMember& who) {
    const auto passphrase = terminal.ask_secret(fmt::format("Passphrase of {}: ", who.name));
    if (!passphrase) return core::pass(passphrase.error());
    auto keys = practice::open_keys_of(data, who, *passphrase, moment_now());
    if (!keys) return core::pass(terminal.error(keys.error().detail));
    return keys;
}

core::Result<practice::StaffMember> member(const Terminal& terminal, practice::PracticeData& data,
                                           std::string_view option, const std::string& name) {
    auto who = practice::staff_member(data, name);
    if (!who) return core::pass(terminal.error(fmt::format("{}: {}", option, who.error().detail)));
    return who;
}

void say_kit(const Terminal& terminal, const KeyPlan& plan, const practice::Recovered& done) {
    if (done.left > 0)
        terminal.say(fmt::format("{} damaged parts or notes could not be opened and stay as they are: keep the former "
                                 "kit for them.\n",
                                 done.left));
    terminal.say(fmt::format("The new recovery kit is {}: print it, lock it away, then delete the file.\nKit: {}\n{}\n",
                             plan.kit_file.string(), done.fingerprint,
                             done.left > 0 ? "For all else the former kit opens nothing any more."
                                           : "The former kit opens nothing any more: destroy it."));
}

}

core::Done run_recover(const KeyPlan& plan) {
    const Terminal terminal("recover");
    if (auto free = check_kit_file(terminal, plan); !free) return free;
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    const auto who = member(terminal, *data, "--therapist", plan.therapist);
    if (!who) return core::pass(who.error());
    const auto kit = ask_kit(terminal, *data);
    if (!kit) return core::pass(kit.error());
    terminal.say(fmt::format("The kit fits. A new passphrase for {}:\n", who->name));
    const auto passphrase = ask_passphrase(terminal, plan.keyboards);
    if (!passphrase) return core::pass(passphrase.error());
    const auto done =
        practice::recover(*data, *kit, *who, *passphrase, vault::passphrase_cost(), new_kit(plan), wall_now());
    if (!done) return core::pass(terminal.error(done.error().detail));
    terminal.say(fmt::format("{} reads {} parts and {} notes again, with the new passphrase.\n", who->name, done->parts,
                             done->notes));
    say_kit(terminal, plan, *done);
    return {};
}

core::Done run_new_kit(const KeyPlan& plan) {
    const Terminal terminal("new-kit");
    if (auto free = check_kit_file(terminal, plan); !free) return free;
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    terminal.say("The kit opens what every couple locked, for every therapist. To make that anew for a new kit, the\n"
                 "former one has to open it: no single therapist's passphrase can.\n");
    const auto kit = ask_kit(terminal, *data);
    if (!kit) return core::pass(kit.error());
    const auto done = practice::make_new_kit(*data, *kit, new_kit(plan), wall_now());
    if (!done) return core::pass(terminal.error(done.error().detail));
    say_kit(terminal, plan, *done);
    return {};
}

core::Done run_passphrase(const KeyPlan& plan) {
    const Terminal terminal("passphrase");
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    const auto who = member(terminal, *data, "--therapist", plan.therapist);
    if (!who) return core::pass(who.error());
    const auto keys = ask_keys_of(terminal, *data, *who);
    if (!keys) return core::pass(keys.error());
    terminal.say("A new one.\n");
    const auto passphrase = ask_passphrase(terminal, plan.keyboards);
    if (!passphrase) return core::pass(passphrase.error());
    if (const auto done =
            practice::change_passphrase(*data, *who, *keys, *passphrase, vault::passphrase_cost(), wall_now());
        !done)
        return core::pass(terminal.error(done.error().detail));
    terminal.say(fmt::format("{} has a new passphrase.\n", who->name));
    return {};
}

core::Done run_pin(const KeyPlan& plan) {
    const Terminal terminal("pin");
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    const auto who = member(terminal, *data, "--therapist", plan.therapist);
    if (!who) return core::pass(who.error());
    if (const auto keys = ask_keys_of(terminal, *data, *who); !keys) return core::pass(keys.error());
    const auto pin = ask_pin(terminal);
    if (!pin) return core::pass(pin.error());
    if (const auto done = practice::change_pin(*data, *who, *pin, vault::code_cost(), wall_now()); !done)
        return core::pass(terminal.error(done.error().detail));
    terminal.say("The front desk has a new PIN.\n");
    return {};
}

core::Done run_remove_therapist(const KeyPlan& plan) {
    const Terminal terminal("remove-therapist");
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    const auto leaving = member(terminal, *data, "--therapist", plan.therapist);
    if (!leaving) return core::pass(leaving.error());
    const auto to = member(terminal, *data, "--to", plan.to);
    if (!to) return core::pass(to.error());
    if (leaving->row.id == to->row.id)
        return core::pass(terminal.error(fmt::format("--to: the cases of {} need somebody else", leaving->name)));
    const auto opener = plan.with_kit ? ask_kit(terminal, *data) : ask_keys_of(terminal, *data, *leaving);
    if (!opener) return core::pass(opener.error());
    const auto done = practice::remove_staff_member(*data, *leaving, *to, *opener, wall_now());
    if (!done) return core::pass(terminal.error(done.error().detail));
    terminal.say(fmt::format("{} cannot unlock this kiosk any more. {} reads their cases: {} parts.\n", leaving->name,
                             to->name, done->parts));
    if (done->notes > 0)
        terminal.say(fmt::format("{} notes of {} are kept and shown to nobody: they were theirs alone.\n", done->notes,
                                 leaving->name));
    if (done->left > 0) terminal.say(fmt::format("{} damaged parts stay as they are.\n", done->left));
    return {};
}

core::Done run_rotate_device_key(const KeyPlan& plan) {
    const Terminal terminal("rotate-device-key");
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    const auto pin = terminal.ask_secret("The front desk's PIN: ");
    if (!pin) return core::pass(pin.error());
    const auto done = practice::rotate_device_key(plan.data_folder, *data, *pin, vault::code_cost(), moment_now());
    if (!done) return core::pass(terminal.error(done.error().detail));
    terminal.say(fmt::format("The kiosk has a new device key; {} values are under it.\n", done->values));
    if (done->left > 0) terminal.say(fmt::format("{} were damaged before and stay as they are.\n", done->left));
    return {};
}

}
