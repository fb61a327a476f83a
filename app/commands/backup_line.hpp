// What is typed after `sameside` to keep a practice safe: backup and restore. Both are refused with one line and
// nothing changed.
#pragma once
#include "commands/options.hpp"
#include <CLI/CLI.hpp>

namespace commands {

class BackupLine {
public:
    BackupLine(CLI::App& app, Options& options);
    // Nothing when it was none of these.
    std::optional<core::Done> run(const Options& options) const;

private:
    core::Done backup(const Options& options) const;
    core::Done rehearse(const Options& options) const;
    core::Done restore(const Options& options) const;

    CLI::App* m_backup;
    CLI::App* m_restore;
    std::string m_backup_file, m_restore_file, m_device_key;
    bool m_rehearse = false;
};

}
