// What a running kiosk tells of itself, in the file kiosk.signs beside the data: when its panel was touched last, and
// how it is guarded. For `sameside check`, which is another process.
#pragma once
#include "core/time.hpp"
#include "practice/signed_line.hpp"
#include <vector>

namespace practice {

// How the system guards this process.
struct Guard {
    bool in_unit = false;             // started by sameside-kiosk.service
    std::vector<std::string> missing; // of what that unit sets, by its directive
    bool operator==(const Guard&) const = default;
};

struct KioskSigns {
    std::optional<core::WallTime> started_at, touched_at;
    Guard guard;
    bool operator==(const KioskSigns&) const = default;
};

std::optional<KioskSigns> read_kiosk_signs(const std::filesystem::path& data_folder, const LineHash& hash);
[[nodiscard]] core::Done write_kiosk_signs(const std::filesystem::path& data_folder, const LineHash& hash,
                                           const KioskSigns& signs);

// The running kiosk's own. A file that cannot be written is no reason to stop.
class SignsKept {
public:
    SignsKept(std::filesystem::path data_folder, LineHash hash, core::WallTime now, Guard guard);
    void note_touch(core::WallTime at);
    const KioskSigns& signs() const { return m_signs; }

private:
    std::filesystem::path m_folder;
    LineHash m_hash;
    KioskSigns m_signs;
};

}
