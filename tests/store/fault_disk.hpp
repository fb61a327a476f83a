// A disk that fails: SQLite's own files, with the n-th write, sync or truncate made to go wrong.
#pragma once
#include "store/database.hpp"
#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <span>
#include <sqlite3.h>
#include <unistd.h>

namespace store_test {

enum class Fault {
    full, // "disk full"; half of a write is done
    io,   // "I/O error"; half of a write is done
    kill, // the process ends there and then, in the middle of a write
    cut,  // the power goes: of what was written since a file's last sync, some or all is lost
};
enum class Lasting { once, from_then_on };

// While it lives, each database opened is on this disk. One at a time.
class FaultDisk {
public:
    // `at` counts from 1; 0 never fails. `seed` chooses which writes a power cut loses; 0 loses all.
    FaultDisk(Fault fault, Lasting lasting, long at, unsigned seed = 0);
    FaultDisk(const FaultDisk&) = delete;
    FaultDisk& operator=(const FaultDisk&) = delete;
    ~FaultDisk();
    bool failed() const;       // has something gone wrong yet
    long unwiped_cuts() const; // times a file was truncated while what was cut off was not zero
};

// A disk without shared memory, where SQLite cannot keep a write-ahead log. Same rules as above.
class PlainDisk {
public:
    PlainDisk();
    PlainDisk(const PlainDisk&) = delete;
    PlainDisk& operator=(const PlainDisk&) = delete;
    ~PlainDisk();
};

namespace disk {

struct Unsynced { // what stood there before a write or truncate
    sqlite3_int64 offset = 0;
    store::Bytes before;
    sqlite3_int64 size_after = 0;
};

// What reached a database or its log, told in the order in which it did.
struct Happened {
    enum class What { wrote, truncated, synced, removed };
    What what;
    std::string file;         // its path
    sqlite3_int64 offset = 0; // of what was written, or the size that was left
    std::span<const std::uint8_t> bytes = {};
};

struct State {
    sqlite3_vfs* real = nullptr;
    Fault fault = Fault::io;
    Lasting lasting = Lasting::once;
    long at = 0;
    long operations = 0;
    int methods_version = 3;
    unsigned seed = 0;
    long unwiped_cuts = 0;
    std::map<sqlite3_file*, std::vector<Unsynced>> unsynced;
    std::map<sqlite3_file*, std::string> names; // of files that have one
    std::function<void(const Happened&)> witness = {};
};
inline State state;
inline sqlite3_vfs shim;

struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
inline sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->real();
}

inline bool goes_wrong() {
    ++state.operations;
    if (state.at == 0) return false;
    return state.lasting == Lasting::once ? state.operations == state.at : state.operations >= state.at;
}

// The bytes that stand in [from, to), as far as the file goes.
inline store::Bytes standing(sqlite3_file* file, sqlite3_int64 from, sqlite3_int64 to) {
    sqlite3_int64 size = 0;
    real(file)->pMethods->xFileSize(real(file), &size);
    store::Bytes found(static_cast<std::size_t>(std::max<sqlite3_int64>(std::min(to, size) - from, 0)));
    if (!found.empty()) real(file)->pMethods->xRead(real(file), found.data(), static_cast<int>(found.size()), from);
    return found;
}

// Undone from the last to the first. Room that a lost write had made stays, as zeros.
inline void lose_unsynced() {
    std::mt19937_64 random(state.seed);
    for (auto& [file, writes] : state.unsynced) {
        for (auto lost = writes.rbegin(); lost != writes.rend(); ++lost) {
            if (state.seed != 0 && random() % 2 == 0) continue;
            auto content = lost->before;
            content.resize(static_cast<std::size_t>(
                std::max<sqlite3_int64>(lost->size_after - lost->offset, static_cast<sqlite3_int64>(content.size()))));
            real(file)->pMethods->xWrite(real(file), content.data(), static_cast<int>(content.size()), lost->offset);
        }
    }
}

inline void tell(sqlite3_file* file, Happened::What what, sqlite3_int64 offset = 0,
                 std::span<const std::uint8_t> bytes = {}) {
    const auto name = state.names.find(file);
    if (state.witness && name != state.names.end()) state.witness({what, name->second, offset, bytes});
}

inline int wrong(int io_result) {
    switch (state.fault) {
    case Fault::full:
        return SQLITE_FULL;
    case Fault::io:
        return io_result;
    case Fault::kill:
        ::_exit(9);
    case Fault::cut:
        lose_unsynced();
        ::_exit(9);
    }
    return io_result;
}

inline int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    state.unsynced[file].push_back({offset, standing(file, offset, offset + size), offset + size});
    if (!goes_wrong()) {
        tell(file, Happened::What::wrote, offset,
             {static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size)});
        return real(file)->pMethods->xWrite(real(file), data, size, offset);
    }
    real(file)->pMethods->xWrite(real(file), data, size / 2, offset);
    return wrong(SQLITE_IOERR_WRITE);
}
inline int truncate(sqlite3_file* file, sqlite3_int64 size) {
    sqlite3_int64 before = 0;
    real(file)->pMethods->xFileSize(real(file), &before);
    auto cut_off = standing(file, size, before);
    if (std::any_of(cut_off.begin(), cut_off.end(), [](auto byte) { return byte != 0; })) ++state.unwiped_cuts;
    state.unsynced[file].push_back({size, std::move(cut_off), 0});
    if (goes_wrong()) return wrong(SQLITE_IOERR_TRUNCATE);
    tell(file, Happened::What::truncated, size);
    return real(file)->pMethods->xTruncate(real(file), size);
}
inline int sync(sqlite3_file* file, int flags) {
    if (goes_wrong()) return wrong(SQLITE_IOERR_FSYNC);
    state.unsynced.erase(file);
    tell(file, Happened::What::synced);
    return real(file)->pMethods->xSync(real(file), flags);
}
inline int close(sqlite3_file* file) {
    state.unsynced.erase(file);
    state.names.erase(file);
    return real(file)->pMethods->xClose(real(file));
}
inline int read(sqlite3_file* file, void* data, int size, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), data, size, offset);
}
inline int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
inline int lock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}
inline int unlock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
inline int reserved(sqlite3_file* file, int* held) {
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
inline int control(sqlite3_file* file, int operation, void* data) {
    return real(file)->pMethods->xFileControl(real(file), operation, data);
}
inline int sector(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
inline int traits(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
inline int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
inline int shm_lock(sqlite3_file* file, int offset, int n, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}
inline void shm_barrier(sqlite3_file* file) {
    real(file)->pMethods->xShmBarrier(real(file));
}
inline int shm_unmap(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}
inline int fetch(sqlite3_file* file, sqlite3_int64 offset, int size, void** data) {
    return real(file)->pMethods->xFetch(real(file), offset, size, data);
}
inline int unfetch(sqlite3_file* file, sqlite3_int64 offset, void* data) {
    return real(file)->pMethods->xUnfetch(real(file), offset, data);
}

inline sqlite3_io_methods methods = {3,        close,       read,      write,   truncate, sync,   file_size,
                                     lock,     unlock,      reserved,  control, sector,   traits, shm_map,
                                     shm_lock, shm_barrier, shm_unmap, fetch,   unfetch};

inline int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened_as) {
    const int result = state.real->xOpen(state.real, name, real(file), flags, opened_as);
    methods.iVersion = state.methods_version;
    file->pMethods = real(file)->pMethods != nullptr ? &methods : nullptr;
    if (file->pMethods != nullptr && name != nullptr) state.names[file] = name;
    return result;
}

inline int remove(sqlite3_vfs*, const char* name, int sync_folder) {
    if (state.witness) state.witness({Happened::What::removed, name});
    return state.real->xDelete(state.real, name, sync_folder);
}

inline void put_in(Fault fault, Lasting lasting, long at, int methods_version, unsigned seed) {
    state = {sqlite3_vfs_find(nullptr), fault, lasting, at, 0, methods_version, seed, 0, {}, {}};
    shim = *state.real;
    shim.zName = "failing";
    shim.pNext = nullptr;
    shim.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
    shim.xOpen = open;
    shim.xDelete = remove;
    sqlite3_vfs_register(&shim, 1);
}

inline void take_out() {
    sqlite3_vfs_unregister(&shim);
    sqlite3_vfs_register(state.real, 1);
}

}

inline FaultDisk::FaultDisk(Fault fault, Lasting lasting, long at, unsigned seed) {
    disk::put_in(fault, lasting, at, 3, seed);
}
inline FaultDisk::~FaultDisk() {
    disk::take_out();
}
inline long FaultDisk::unwiped_cuts() const {
    return disk::state.unwiped_cuts;
}
inline bool FaultDisk::failed() const {
    return disk::state.at != 0 && disk::state.operations >= disk::state.at;
}

inline PlainDisk::PlainDisk() {
    disk::put_in(Fault::io, Lasting::once, 0, 1, 0);
}
inline PlainDisk::~PlainDisk() {
    disk::take_out();
}

}
