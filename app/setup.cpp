#include "setup.hpp"
#include "audit.hpp"
#include "practice_data.hpp"
#include "report/recovery_kit.hpp"
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

namespace {

class QuietTerminal {
public:
    QuietTerminal() {
        m_is_terminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_is_terminal) return;
        auto quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~QuietTerminal() {
        if (m_is_terminal) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

private:
    termios m_before{};
    bool m_is_terminal = false;
};

// Byte by byte, so that no buffer of the library keeps a passphrase.
core::Result<core::SecretText> read_line() {
    core::SecretText line;
    for (;;) {
        char c = 0;
        const auto got = read(STDIN_FILENO, &c, 1);
        if (got == 0 && line.empty())
            return core::fail(core::ErrorCode::bad_config, "setup: the input ended before all was answered");
        if (got <= 0 || c == '\n') return line;
        if (c == '\r') continue;
        if (!line.append({&c, 1}))
            return core::fail(core::ErrorCode::bad_config, "setup: a line is longer than 256 bytes");
    }
}

void say(std::string_view words) {
    fmt::print(stderr, "{}", words);
}

core::Result<std::string> ask(std::string_view question) {
    say(question);
    const auto line = read_line();
    if (!line) return core::pass(line.error());
    return std::string(line->view());
}

core::Result<core::SecretText> ask_secret(std::string_view question) {
    const QuietTerminal quiet;
    say(question);
    auto line = read_line();
    say("\n");
    return line;
}

// `weakness` is empty for a good one, else says why not.
template<class Weakness>
core::Result<core::SecretText> ask_twice(std::string_view question, std::string_view again, Weakness weakness) {
    const bool terminal = isatty(STDIN_FILENO) == 1;
    for (;;) {
        auto first = ask_secret(question);
        if (!first) return first;
        if (const std::string_view why = weakness(first->view()); !why.empty()) {
            if (!terminal) return core::fail(core::ErrorCode::bad_config, fmt::format("setup: {}", why));
            say(fmt::format("{}\n", why));
            continue;
        }
        auto second = ask_secret(again);
        if (!second) return second;
        if (*first == *second) return first;
        if (!terminal) return core::fail(core::ErrorCode::bad_config, "setup: the two entries are not the same");
        say("These two are not the same. Please try again.\n");
    }
}

std::string_view pin_weakness(std::string_view pin) {
    if (pin.size() < 4 || pin.size() > 12 || pin.find_first_not_of("0123456789") != std::string_view::npos)
        return "The PIN must be 4 to 12 digits.";
    if (pin.find_first_not_of(pin.front()) == std::string_view::npos) return "The PIN must not be one digit repeated.";
    return {};
}

core::Result<NewTherapist> ask_therapist() {
    auto name = ask("Therapist's name, as couples will read it: ");
    if (!name) return core::pass(name.error());
    if (name->empty()) return core::fail(core::ErrorCode::bad_config, "setup: a therapist needs a name");
    auto passphrase = ask_twice("Passphrase (12 letters or more; several words are best): ",
                                "The same passphrase again: ", vault::passphrase_weakness);
    if (!passphrase) return core::pass(passphrase.error());
    return NewTherapist{std::move(*name), std::move(*passphrase)};
}

core::WallTime wall_now() {
    return std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now());
}

}

core::Done run_setup(const SetupPlan& plan) {
    if (plan.add_therapist) {
        auto data = open_practice(plan.data_folder);
        if (!data) return core::pass(data.error());
        const auto therapist = ask_therapist();
        if (!therapist) return core::pass(therapist.error());
        const auto added = add_therapist(*data, *therapist, vault::passphrase_cost());
        if (!added) return core::pass(added.error());
        if (const auto noted =
                audit::note(*data, wall_now(), "setup", "therapist-added", fmt::format("therapist:{}", added->value));
            !noted)
            return noted;
        say(fmt::format("{} can now unlock this kiosk.\n", therapist->name));
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

    say("A passphrase opens what couples lock for its therapist. Nobody can look it up or reset it.\n"
        "If it is forgotten, only the recovery kit that this writes can open the data. Without both it is lost.\n\n");
    auto therapist = ask_therapist();
    if (!therapist) return core::pass(therapist.error());
    auto pin = ask_twice("PIN for the front desk (4 to 12 digits): ", "The same PIN again: ", pin_weakness);
    if (!pin) return core::pass(pin.error());

    NewPractice practice{.desk_pin = std::move(*pin)};
    practice.therapists.push_back(std::move(*therapist));
    const auto at = wall_now();
    const auto undo = [&] {
        for (const auto* name : {"sameside.db", "sameside.db-wal", "sameside.db-shm", "kiosk.lock", "device.key"})
            std::filesystem::remove(plan.data_folder / name, error);
    };
    {
        auto made = make_practice(plan.data_folder, practice, at);
        if (!made) {
            const auto why = made.error();
            undo();
            return core::pass(why);
        }
        if (const auto noted = audit::note(made->data, at, "setup", "practice-made"); !noted) {
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
            const auto why = written.error();
            made = tl::unexpected(why);
            undo();
            return core::pass(why);
        }
    }
    say(fmt::format(
        "\nThe practice is set up in {}.\nThe recovery kit is {}: print it, lock it away, then delete the file.\n",
        plan.data_folder.string(), plan.kit_file.string()));
    return {};
}
