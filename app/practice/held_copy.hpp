// A database that is nowhere but in memory while it is looked at: what is sealed in it stays sealed.
#pragma once
#include "store/store.hpp"
#include <filesystem>
#include <optional>
#include <string_view>

namespace practice {

class HeldCopy {
public:
    // In a folder of its own in /dev/shm, or where there is none, of temporary files; both go with this. Checked as
    // Store's own file: fails as Database::open does.
    [[nodiscard]] static core::Result<HeldCopy> open(std::string_view bytes, store::RowHash hash);
    HeldCopy(HeldCopy&& other) noexcept;
    HeldCopy& operator=(HeldCopy&&) = delete;
    ~HeldCopy();

    store::Store& store() { return *m_store; }
    std::filesystem::path file() const { return m_folder / "sameside.db"; }

private:
    HeldCopy() = default;
    std::filesystem::path m_folder;
    int m_lock = -1; // on the folder, while it is used
    std::optional<store::Store> m_store;
};

// The folders of programs that ended before they could remove them.
void remove_left_copies();

}
