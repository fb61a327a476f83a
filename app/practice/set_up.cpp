#include "practice/set_up.hpp"
#include "practice/audit.hpp"
#include "store/folder.hpp"
#include <fmt/format.h>

namespace practice {

namespace {

namespace fs = std::filesystem;

constexpr auto making_name = ".being-set-up";
constexpr auto key_name = "device.key";
constexpr auto database_name = "sameside.db";
constexpr auto count_name = "device.count";

bool is_there(const fs::path& file) {
    std::error_code error;
    return fs::exists(fs::symlink_status(file, error));
}

core::Done place(const fs::path& from, const fs::path& to) {
    if (is_there(to)) return core::fail(core::ErrorCode::invalid_state, to.string() + " is there already");
    return store::rename_durably(from, to);
}

// Under the folder's lock.
void settle_locked(const fs::path& folder) {
    const auto making = folder / making_name;
    if (!is_there(making)) return;
    const bool kit_is_written =
        !is_there(making / key_name) && is_there(making / database_name) && is_there(folder / key_name);
    if (kit_is_written && !is_there(folder / database_name)) {
        if (is_there(making / count_name) && !store::rename_durably(making / count_name, folder / count_name)) return;
        if (is_there(making / restored_name) && !place(making / restored_name, folder / restored_name)) return;
        if (!store::rename_durably(making / database_name, folder / database_name)) return;
    }
    std::error_code error;
    fs::remove_all(making, error);
}

}

core::Done set_up_practice(const fs::path& folder, const NewPractice& practice, const KitPlan& kit, core::WallTime at,
                           const std::function<void(SetUpStep)>& passed) {
    const auto tell = [&](SetUpStep step) {
        if (passed) passed(step);
    };
    // Two at a time would each take the other's for one that was cut off.
    auto lock = store::FolderLock::take(folder / database_name);
    if (!lock) return core::pass(lock.error());
    settle_locked(folder);
    if (is_there(folder / database_name) || is_there(folder / key_name))
        return core::fail(core::ErrorCode::invalid_state,
                          fmt::format("{}: a practice is set up here already", folder.string()));
    const auto making = making_folder(folder);
    std::error_code error;
    if (!fs::create_directory(making, error))
        return core::fail(core::ErrorCode::io, fmt::format("{}: {}", making.string(), error.message()));
    fs::permissions(making, fs::perms::owner_all, error);
    bool kit_written = false;
    const auto make = [&]() -> core::Done {
        vault::KeyPair recovery;
        {
            auto made = make_practice(making, practice, at);
            if (!made) return core::pass(made.error());
            tell(SetUpStep::key_made);
            if (auto noted = audit::append(made->data, at, "setup", "practice-made"); !noted) return noted;
            auto pair = vault::key_pair_from_words(made->recovery_words);
            if (!pair) return core::pass(pair.error());
            recovery = std::move(*pair);
        } // the database is closed: all of it is in its file
        if (auto flushed = store::flush(making); !flushed) return flushed;
        tell(SetUpStep::practice_made);
        if (auto written = write_kit(kit, recovery, at); !written) return written;
        kit_written = true;
        tell(SetUpStep::kit_written);
        // From here on it is a practice: settle_set_up() goes on where this is cut off.
        return place_practice(folder, passed);
    };
    auto done = make();
    if (!done && is_there(making / key_name)) {
        if (kit_written) fs::remove(kit.file, error);
        fs::remove_all(making, error);
        fs::remove(folder / "kiosk.lock", error);
        return done;
    }
    if (!done) return done; // the kit is written and the key in its place: the next opening tries again
    tell(SetUpStep::practice_placed);
    fs::remove_all(making, error);
    return {};
}

fs::path making_folder(const fs::path& folder) {
    return folder / making_name;
}

core::Done place_practice(const fs::path& folder, const std::function<void(SetUpStep)>& passed) {
    const auto making = making_folder(folder);
    if (auto placed = place(making / key_name, folder / key_name); !placed) return placed;
    if (passed) passed(SetUpStep::key_placed);
    // A count that was left there without a database counts nothing.
    if (auto placed = store::rename_durably(making / count_name, folder / count_name); !placed) return placed;
    if (is_there(making / restored_name))
        if (auto placed = place(making / restored_name, folder / restored_name); !placed) return placed;
    return place(making / database_name, folder / database_name);
}

void settle_set_up(const fs::path& folder) {
    if (!is_there(folder / making_name)) return;
    // Held: it is being set up just now.
    if (const auto lock = store::FolderLock::take(folder / database_name)) settle_locked(folder);
}

}
