// What a practice does about its keys: `sameside recover`, `new-kit`, `passphrase`, `pin`, `remove-therapist` and
// `rotate-device-key`. The kiosk must not be running, for it holds the data. Secrets are asked at the terminal, never
// taken from arguments; wrong ones are counted and waited for as on the kiosk's own screen. Whatever is refused changes
// nothing but that count.
#pragma once
#include "commands/setup.hpp"

namespace commands {

struct KeyPlan {
    std::filesystem::path data_folder;
    std::string therapist;          // by name; may be empty where there is one
    std::string to;                 // who takes over the cases of one who leaves
    bool with_kit = false;          // the one who leaves has no passphrase to give
    std::filesystem::path kit_file; // of the new kit
    std::string practice_name;      // on it
    std::shared_ptr<const core::Catalogue> kit_words = {};
    Keyboards keyboards = {};
};

// The kit's 18 words, then a new passphrase twice.
[[nodiscard]] core::Done run_recover(const KeyPlan& plan);
// The former kit's 18 words.
[[nodiscard]] core::Done run_new_kit(const KeyPlan& plan);
// The passphrase, then a new one twice.
[[nodiscard]] core::Done run_passphrase(const KeyPlan& plan);
// A therapist's passphrase, then a new PIN twice.
[[nodiscard]] core::Done run_pin(const KeyPlan& plan);
// The leaving one's passphrase, or the kit's words.
[[nodiscard]] core::Done run_remove_therapist(const KeyPlan& plan);
// The desk's PIN.
[[nodiscard]] core::Done run_rotate_device_key(const KeyPlan& plan);

}
