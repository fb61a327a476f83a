#include "commands/keys_line.hpp"
#include "commands/key_commands.hpp"
#include "content/words/locales.hpp"

namespace commands {

namespace {

// Those of all languages that the kiosk can speak, for any may be chosen when a passphrase is typed.
Keyboards keyboards_in(const std::vector<std::filesystem::path>& locale_folders) {
    Keyboards keyboards{model::source_keyboard()};
    for (const auto& tag : content::other_languages(locale_folders))
        if (auto file = content::locale_file(tag, locale_folders)) keyboards.push_back(file->keyboard);
    return keyboards;
}

// What the command line leaves open the settings say; with neither there is no data folder.
core::Result<KeyPlan> key_plan(const Options& options) {
    KeyPlan plan{.data_folder = options.data,
                 .therapist = options.therapist,
                 .to = options.to,
                 .with_kit = options.with_kit,
                 .kit_file = options.kit,
                 .practice_name = options.practice};
    const auto config = configuration(options);
    if (!config && plan.data_folder.empty()) return core::pass(config.error());
    if (!config && !options.config.empty()) return core::pass(config.error());
    const auto folders = locale_folders(config ? config->content_folder : content_folder(options));
    plan.keyboards = keyboards_in(folders);
    if (config) {
        plan.kit_words = content::catalogue_of(config->language, folders).value_or(nullptr);
        if (plan.data_folder.empty()) plan.data_folder = config->data_folder;
        if (plan.practice_name.empty()) plan.practice_name = config->practice.name;
    }
    if (plan.practice_name.empty()) plan.practice_name = "Your practice";
    if (plan.kit_file.empty()) plan.kit_file = "sameside-recovery-kit.pdf";
    return plan;
}

SetupPlan setup_plan(KeyPlan plan) {
    return {.data_folder = std::move(plan.data_folder),
            .kit_file = std::move(plan.kit_file),
            .practice_name = std::move(plan.practice_name),
            .kit_words = std::move(plan.kit_words),
            .keyboards = std::move(plan.keyboards),
            .vouching = std::move(plan.therapist)};
}

void add_kit_options(CLI::App* command, Options& options) {
    command->add_option("--kit", options.kit,
                        "where the recovery kit is written (default ./sameside-recovery-kit.pdf)");
    command->add_option("--practice", options.practice, "the practice's name on the kit");
}

}

CLI::App* KeysLine::add(CLI::App& app, Options& options, Command which, const char* name, const char* what) {
    auto* command = app.add_subcommand(name, what);
    command->add_option("--data", options.data, "data folder (default from the settings)");
    command->add_option("--config", options.config, "settings file");
    m_commands[which] = command;
    return command;
}

KeysLine::KeysLine(CLI::App& app, Options& options) {
    constexpr auto which = "the therapist's name, where there is more than one";
    auto* command = add(app, options, setup, "setup", "make a practice: therapist, desk PIN, recovery kit");
    add_kit_options(command, options);
    command->add_flag("--add-therapist", options.add_therapist,
                      "add a therapist to the practice that is there; asks for the passphrase of one who works there");
    command->add_option("--therapist", options.therapist, "with --add-therapist: who works there, where several do");
    command = add(app, options, recover, "recover",
                  "a forgotten passphrase: the recovery kit's words set a new one, and a new kit is written");
    add_kit_options(command, options);
    command->add_option("--therapist", options.therapist, which);
    add_kit_options(
        add(app, options, new_kit, "new-kit",
            "a kit that was lost sight of: the former one's words make a new one, and it opens nothing more"),
        options);
    add(app, options, passphrase, "passphrase", "change a therapist's passphrase, which is asked for")
        ->add_option("--therapist", options.therapist, which);
    add(app, options, pin, "pin", "change the front desk's PIN; asks for a therapist's passphrase")
        ->add_option("--therapist", options.therapist, which);
    command = add(app, options, remove_therapist, "remove-therapist",
                  "one who leaves: their cases go to another; asks for the leaving one's passphrase");
    command->add_option("--therapist", options.therapist, "who leaves")->required();
    command->add_option("--to", options.to, "who gets their cases")->required();
    command->add_flag("--with-kit", options.with_kit, "asks for the recovery kit's words instead of the passphrase");
    add(app, options, rotate_device_key, "rotate-device-key",
        "replace the kiosk's own key, where it may have been seen; asks for the front desk's PIN");
}

std::optional<core::Done> KeysLine::run(const Options& options) const {
    for (int which = 0; which < count; ++which) {
        if (!m_commands[static_cast<std::size_t>(which)]->parsed()) continue;
        auto plan = key_plan(options);
        if (!plan) return core::Done(core::pass(plan.error()));
        switch (static_cast<Command>(which)) {
        case setup:
            return options.add_therapist ? run_add_therapist(setup_plan(std::move(*plan)))
                                         : run_setup(setup_plan(std::move(*plan)));
        case recover:
            return run_recover(*plan);
        case new_kit:
            return run_new_kit(*plan);
        case passphrase:
            return run_passphrase(*plan);
        case pin:
            return run_pin(*plan);
        case remove_therapist:
            return run_remove_therapist(*plan);
        case rotate_device_key:
            return run_rotate_device_key(*plan);
        case count:
            break;
        }
    }
    return std::nullopt;
}

}
