#include "store/memory.hpp"
#include <algorithm>
#include <cstring>
#include <mutex>

namespace store {

namespace {

sqlite3_mem_methods system_heap{};

}

void wipe_and_free(void* block, const sqlite3_mem_methods& heap) {
    if (block == nullptr) return;
    explicit_bzero(block, static_cast<std::size_t>(heap.xSize(block)));
    heap.xFree(block);
}

void* move_and_wipe(void* block, int size, const sqlite3_mem_methods& heap) {
    void* moved = heap.xMalloc(size);
    if (moved == nullptr || block == nullptr) return moved;
    std::memcpy(moved, block, static_cast<std::size_t>(std::min(size, heap.xSize(block))));
    wipe_and_free(block, heap);
    return moved;
}

void wipe_freed_memory() {
    static std::once_flag once;
    std::call_once(once, [] {
        if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &system_heap) != SQLITE_OK) return;
        auto wiping = system_heap;
        wiping.xFree = [](void* block) { wipe_and_free(block, system_heap); };
        wiping.xRealloc = [](void* block, int size) { return move_and_wipe(block, size, system_heap); };
        sqlite3_config(SQLITE_CONFIG_MALLOC, &wiping);
    });
}

}
