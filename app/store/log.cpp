#include "store/log.hpp"
#include "store/failure.hpp"
#include <algorithm>
#include <array>
#include <filesystem>
#include <sqlite3.h>

namespace store {

namespace {

// What the log holds before it starts over (wal_autocheckpoint), with the last commit going beyond: header, and a frame
// a page.
constexpr sqlite3_int64 room_ahead = 32 + 1032 * (24 + 4096);
constexpr std::uintmax_t plenty = 256ULL << 20;

constexpr sqlite3_int64 log_header_size = 32; // https://www.sqlite.org/fileformat2.html, 4.1

int overwrite(sqlite3_file* file, sqlite3_int64 from, sqlite3_int64 to) {
    static constexpr std::array<char, 65536> zeros{};
    int result = SQLITE_OK;
    while (result == SQLITE_OK && from < to) {
        const auto size = static_cast<int>(std::min<sqlite3_int64>(to - from, zeros.size()));
        result = file->pMethods->xWrite(file, zeros.data(), size, from);
        from += size;
    }
    return result == SQLITE_OK ? file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) : result;
}

// The header goes first and is synced alone: a log without a header is empty, while a log whose later frames are gone
// would bring older pages back over newer ones after a power cut.
int overwrite_log(sqlite3_file* file) {
    sqlite3_int64 size = 0;
    int result = file->pMethods->xFileSize(file, &size);
    if (result != SQLITE_OK || size == 0) return result;
    result = overwrite(file, 0, std::min(size, log_header_size));
    return result == SQLITE_OK ? overwrite(file, log_header_size, size) : result;
}

}

core::Done empty_log(sqlite3* handle) {
    // RESTART succeeds only when every frame is in the file and synced, and no reader needs the log any more.
    int frames = 0;
    int moved = 0;
    int result = sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_RESTART, &frames, &moved);
    if (result == SQLITE_OK && frames != moved) result = SQLITE_BUSY;
    sqlite3_file* file = nullptr;
    if (result == SQLITE_OK) result = sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
    if (result == SQLITE_OK && file != nullptr && file->pMethods != nullptr) result = overwrite_log(file);
    if (result == SQLITE_OK)
        result = sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (result != SQLITE_OK) return core::pass(error_of(handle, result, "emptying the log"));
    return {};
}

void make_room_in_log(sqlite3* handle) {
    std::error_code problem;
    const auto space = std::filesystem::space(sqlite3_db_filename(handle, "main"), problem);
    if (problem || space.available < plenty) return;
    sqlite3_file* file = nullptr;
    sqlite3_int64 size = 0;
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK) return;
    if (file == nullptr || file->pMethods == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK) return;
    if (size < room_ahead) (void)overwrite(file, size, room_ahead);
}

}
