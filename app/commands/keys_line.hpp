// What is typed after `sameside` to make a practice and to look after its keys.
#pragma once
#include "commands/options.hpp"
#include <array>
#include <CLI/CLI.hpp>

namespace commands {

class KeysLine {
public:
    KeysLine(CLI::App& app, Options& options);
    // Nothing when it was none of these.
    std::optional<core::Done> run(const Options& options) const;

private:
    enum Command { setup, recover, new_kit, passphrase, pin, remove_therapist, rotate_device_key, count };
    CLI::App* add(CLI::App& app, Options& options, Command which, const char* name, const char* what);

    std::array<CLI::App*, count> m_commands{};
};

}
