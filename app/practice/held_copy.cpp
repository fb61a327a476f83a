#include "practice/held_copy.hpp"
#include "report/whole_file.hpp"
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace practice {

namespace {

constexpr std::string_view folder_name = "sameside-copy-", any_letters = "XXXXXX";

std::vector<std::filesystem::path> places() {
    std::error_code problem;
    return {"/dev/shm", std::filesystem::temp_directory_path(problem)};
}

// A folder is locked by whoever uses it, and by nobody when they are gone. Negative: it is locked, or not there.
int lock_folder(const std::filesystem::path& folder) {
    const int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (number < 0) return number;
    struct stat found {};
    if (::flock(number, LOCK_EX | LOCK_NB) == 0 && ::fstat(number, &found) == 0 && found.st_nlink > 0 &&
        found.st_uid == ::geteuid())
        return number;
    ::close(number);
    return -1;
}

}

core::Result<HeldCopy> HeldCopy::open(std::string_view bytes, store::RowHash hash) {
    remove_left_copies();
    HeldCopy copy;
    for (const auto& where : places()) {
        auto pattern = (where / folder_name).string().append(any_letters);
        // Before it is locked, another program may take it for one that was left.
        while (copy.m_lock < 0 && ::mkdtemp(pattern.data()) != nullptr) {
            copy.m_lock = lock_folder(pattern);
            if (copy.m_lock >= 0) copy.m_folder = pattern;
            pattern.replace(pattern.size() - any_letters.size(), any_letters.size(), any_letters);
        }
        if (copy.m_lock >= 0) break;
    }
    if (copy.m_folder.empty())
        return core::fail(core::ErrorCode::io, "no folder for a temporary copy can be made in /dev/shm");
    const auto file = copy.m_folder / "sameside.db";
    if (auto written = report::write_whole_file(file, bytes, report::Existing::kept); !written)
        return core::pass(written.error());
    auto database = store::Database::open(file, std::move(hash));
    if (!database) return core::pass(database.error());
    copy.m_store.emplace(std::move(*database));
    return copy;
}

HeldCopy::HeldCopy(HeldCopy&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})), m_lock(std::exchange(other.m_lock, -1)),
      m_store(std::move(other.m_store)) {}

HeldCopy::~HeldCopy() {
    m_store.reset();
    std::error_code ignored;
    if (!m_folder.empty()) std::filesystem::remove_all(m_folder, ignored);
    if (m_lock >= 0) ::close(m_lock);
}

void remove_left_copies() {
    for (const auto& where : places()) {
        std::error_code problem;
        for (std::filesystem::directory_iterator found(where, problem), end; !problem && found != end;
             found.increment(problem)) {
            const auto name = found->path().filename().string();
            if (!name.starts_with(folder_name) || name.size() != folder_name.size() + any_letters.size()) continue;
            const int lock = lock_folder(found->path());
            if (lock < 0) continue;
            std::error_code ignored;
            std::filesystem::remove_all(found->path(), ignored);
            ::close(lock);
        }
    }
}

}
