#include "commands/backup_line.hpp"
#include "commands/setup.hpp"
#include "practice/backup.hpp"
#include "practice/backup_state.hpp"
#include "practice/backup_trial.hpp"
#include "practice/restore.hpp"
#include "report/iso_time.hpp"
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

// What the command line leaves open the settings say; a data folder that was named needs none.
core::Result<practice::BackupPlan> backup_plan(const Options& options, const std::string& file) {
    practice::BackupPlan plan{
        .data_folder = options.data, .content_folder = content_folder(options), .settings = std::nullopt, .file = file};
    const auto config = configuration(options);
    if (!config && (plan.data_folder.empty() || !options.config.empty())) return core::pass(config.error());
    if (config) {
        if (plan.data_folder.empty()) plan.data_folder = config->data_folder;
        plan.content_folder = config->content_folder;
        plan.settings = settings_text(options);
    }
    std::error_code error;
    if (!fs::is_directory(plan.data_folder, error))
        return core::fail(core::ErrorCode::bad_config,
                          fmt::format("--data {}: there is no such folder", plan.data_folder.string()));
    const auto folder = plan.file.has_parent_path() ? plan.file.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
        return core::fail(core::ErrorCode::bad_config, fmt::format("{}: there is no such folder", folder.string()));
    return plan;
}

}

BackupLine::BackupLine(CLI::App& app, Options& options) {
    m_backup = app.add_subcommand("backup", "the whole practice in one file, also while the kiosk runs");
    m_backup->add_option("FILE", m_backup_file, "a new file, on another disk or stick")->required();
    m_backup->add_flag("--rehearse", m_rehearse,
                       "make none: open FILE as a restore would, in memory, and compare it with the practice");
    m_restore =
        app.add_subcommand("restore", "a practice from a backup, in an empty folder; asks for the recovery kit");
    m_restore->add_option("FILE", m_restore_file, "the backup")->required();
    m_restore->add_option("--device-key", m_device_key, "a copy of the kiosk's device.key, instead of the kit");
    for (auto* command : {m_backup, m_restore}) {
        command->add_option("--data", options.data, "data folder (default from the settings)");
        command->add_option("--config", options.config, "settings file");
    }
}

std::optional<core::Done> BackupLine::run(const Options& options) const {
    if (m_backup->parsed() && m_rehearse) return rehearse(options);
    if (m_backup->parsed()) return backup(options);
    if (m_restore->parsed()) return restore(options);
    return std::nullopt;
}

core::Done BackupLine::backup(const Options& options) const {
    const auto plan = backup_plan(options, m_backup_file);
    if (!plan) return core::pass(plan.error());
    const auto made = practice::make_backup(*plan, wall_now());
    if (!made) return core::pass(made.error());
    const auto tried = practice::try_backup(plan->file, plan->data_folder, store::Holder::not_known);
    if (!tried) {
        std::error_code ignored;
        fs::remove(plan->file, ignored); // nobody should rely on it
        return core::pass(tried.error());
    }
    // The board does without where it cannot be noted: the backup is there.
    (void)practice::note_backup(plan->data_folder, made->made_at, made->generation, wall_now());
    const Terminal terminal("backup");
    terminal.say(fmt::format("The backup is {}: {} changes, up to {}{}. It was read back and is whole.\nIt is restored "
                             "with the recovery kit {}, or "
                             "with device.key.\n",
                             m_backup_file, made->generation, report::utc_stamp(made->made_at),
                             plan->settings ? "" : ", without settings", made->kit_fingerprint));
    if (!made->findings.empty())
        terminal.say(
            fmt::format("The database had been changed by another hand, and so has its backup: {}\n", made->findings));
    return {};
}

core::Done BackupLine::rehearse(const Options& options) const {
    const auto folder = data_folder(options);
    if (!folder) return core::pass(folder.error());
    std::error_code error;
    if (!fs::is_directory(*folder, error))
        return core::fail(core::ErrorCode::bad_config,
                          fmt::format("--data {}: there is no such folder", folder->string()));
    const auto tried = practice::try_backup(m_backup_file, *folder, store::Holder::not_known);
    if (!tried) return core::pass(tried.error());
    (void)practice::note_backup(*folder, tried->made_at, tried->generation, wall_now());
    const Terminal terminal("backup");
    terminal.say(fmt::format("The backup of {} is whole and opens: {} protected rows, {} entries of the audit log.\n"
                             "Since then there were {} changes; {} of its rows have become others or gone.\n",
                             report::utc_stamp(tried->made_at), tried->rows.rows, tried->rows.audit_entries,
                             tried->changes_since, tried->rows.differ));
    if (!tried->findings.empty())
        terminal.say(fmt::format("Changed by another hand before it was made: {}\n", tried->findings));
    return {};
}

core::Done BackupLine::restore(const Options& options) const {
    const Terminal terminal("restore");
    const auto folder = data_folder(options);
    if (!folder) return core::pass(folder.error());
    if (auto is_free = practice::check_restore_folder(*folder); !is_free) return is_free;
    const auto backup = practice::read_backup(m_restore_file);
    if (!backup) return core::pass(backup.error());
    vault::KeyPair kit;
    practice::RestoreKey key{.kit = nullptr, .device_key = m_device_key};
    if (m_device_key.empty()) {
        const auto words = terminal.ask_secret(fmt::format(
            "A backup of {}. The 18 words of the recovery kit {}, on one line: ", report::utc_stamp(backup->made_at),
            practice::fingerprint(backup->recovery_public_key)));
        if (!words) return core::pass(words.error());
        auto pair = practice::kit_for(*backup, *words);
        if (!pair) return core::pass(terminal.error(pair.error().detail));
        kit = std::move(*pair);
        key.kit = &kit;
    }
    const auto restored = practice::restore(*backup, key, *folder, wall_now());
    if (!restored) return core::pass(terminal.error(restored.error().detail));
    terminal.say(fmt::format("The practice of {} stands in {}: {} changes. Its content and settings are in {}.\n",
                             report::utc_stamp(backup->made_at), folder->string(), backup->generation,
                             (*folder / practice::restored_name).string()));
    if (!restored->findings.empty())
        terminal.say(fmt::format("Changed by another hand before the backup was made: {}\n", restored->findings));
    if (!restored->audit_whole) terminal.say("Its audit log is not whole: see sameside audit.\n");
    return {};
}

}
