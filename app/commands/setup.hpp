// `sameside setup`: makes a practice by asking at the terminal. Secrets are read without echo, never from arguments.
#pragma once
#include "commands/terminal.hpp"
#include "core/i18n.hpp"
#include "model/form/keyboard_layout.hpp"
#include "practice/practice_data.hpp"
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace commands {

using Keyboards = std::vector<std::shared_ptr<const model::KeyboardLayout>>;

struct SetupPlan {
    std::filesystem::path data_folder;
    std::filesystem::path kit_file; // where the recovery kit is written, once
    std::string practice_name;
    std::shared_ptr<const core::Catalogue> kit_words = {}; // the language of the kit; none: English
    Keyboards keyboards = {};                              // of the kiosk: one of them must type a passphrase
    std::string vouching = {};                             // to add a therapist: who is there already, by name
};

// Asks on stderr, reads from the terminal or, without one, lines from standard input: therapist's name, passphrase
// twice, desk PIN twice. Leaves nothing behind when it fails or is killed before the kit is on the disk.
[[nodiscard]] core::Done run_setup(const SetupPlan& plan);
// To a practice that is there: the passphrase of one who works there, then the new one's name and passphrase twice.
[[nodiscard]] core::Done run_add_therapist(const SetupPlan& plan);

[[nodiscard]] core::Result<core::SecretText> ask_passphrase(const Terminal& terminal, const Keyboards& keyboards);
[[nodiscard]] core::Result<core::SecretText> ask_pin(const Terminal& terminal);
core::WallTime wall_now();
store::Moment moment_now(); // for counting wrong tries

}
