// What effects need of the world besides the practice's data: content, clock, the checks and folders of this kiosk.
#pragma once
#include "core/time.hpp"
#include "model/case/records.hpp"
#include "model/form/locale.hpp"
#include "practice/kiosk_signs.hpp"
#include "vault/kdf.hpp"
#include <filesystem>
#include <functional>
#include <memory>

namespace practice {

std::string this_boot();

struct World {
    std::shared_ptr<const model::Content> content;
    std::shared_ptr<const model::Practice> practice;
    std::vector<model::Locale> locales; // for what is written in the language of whoever asks for it
    std::function<core::Now()> now;
    std::function<model::SelfCheck()> screen_check;                   // of its letters; empty: not checked
    std::filesystem::path export_folder;                              // where charts are written
    std::function<std::vector<model::ExportPlace>()> usb_drives = {}; // those in the kiosk now; empty: none ever
    vault::KdfCost code_cost = vault::code_cost();
    // This start of the machine, on which `now` counts its steady time; empty where it cannot be told.
    std::string boot = this_boot();
    vault::KdfCost passphrase_cost = vault::passphrase_cost();
    std::filesystem::path data_folder = {};                 // where backup.state is; empty: no backup is known of
    std::chrono::hours backup_every{24};                    // how often one is wanted
    std::shared_ptr<void> backups_aside = {};               // makes them; ends with the kiosk
    std::function<bool(const std::string& pdf)> print = {}; // false: it could not; empty: there is no printer
    std::filesystem::path day_folder = {};                  // where the calendar puts a day's list; empty: nowhere
    std::filesystem::path system_root = {};                 // of the machine that is checked; empty: it is not
    std::shared_ptr<SignsKept> signs = {};                  // of this kiosk; none: nothing is kept of it
    bool has_keys = false;                                  // a pad beside the panel
    std::function<bool()> signal = {}; // calls somebody of the staff; false: it could not; empty: nothing does
};

}
