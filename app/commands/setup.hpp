// `sameside setup`: makes a practice by asking at the terminal. Secrets are read without echo, never from arguments.
#pragma once
#include "core/i18n.hpp"
#include "core/result.hpp"
#include <filesystem>
#include <memory>
#include <string>

namespace commands {

struct SetupPlan {
    std::filesystem::path data_folder;
    std::filesystem::path kit_file; // where the recovery kit is written, once
    std::string practice_name;
    bool add_therapist = false;                       // to a practice that is there
    std::shared_ptr<const core::Catalogue> kit_words; // the language of the kit; none: English
};

// Asks on stderr, reads from the terminal or, without one, lines from standard input: therapist's name, passphrase
// twice, desk PIN twice. Leaves nothing behind when it fails.
[[nodiscard]] core::Done run_setup(const SetupPlan& plan);

}
