#include "store/memory.hpp"
#include "support.hpp"
#include <algorithm>
#include <array>
#include <cstring>

namespace {

// A heap of two blocks that remembers nothing: whoever wants a block wiped has to do it.
std::array<std::array<char, 64>, 2> blocks;
int used = 0;

sqlite3_mem_methods small_heap() {
    used = 0;
    sqlite3_mem_methods heap{};
    heap.xMalloc = [](int) -> void* { return used < 2 ? blocks[static_cast<std::size_t>(used++)].data() : nullptr; };
    heap.xFree = [](void*) {};
    heap.xSize = [](void*) { return 64; };
    return heap;
}

bool is_zero(const std::array<char, 64>& block) {
    return std::all_of(block.begin(), block.end(), [](char c) { return c == 0; });
}

}

TEST_CASE("a block is zero when the heap gets it back") {
    const auto heap = small_heap();
    void* block = heap.xMalloc(64);
    std::memset(block, 'x', 64);
    store::wipe_and_free(block, heap);
    CHECK(is_zero(blocks[0]));
    store::wipe_and_free(nullptr, heap);
}

TEST_CASE("a block that grows keeps its bytes and leaves none behind") {
    const auto heap = small_heap();
    void* block = heap.xMalloc(64);
    std::memset(block, 'x', 64);
    void* moved = store::move_and_wipe(block, 64, heap);
    CHECK(moved == blocks[1].data());
    CHECK(is_zero(blocks[0]));
    CHECK(std::count(blocks[1].begin(), blocks[1].end(), 'x') == 64);
    CHECK(store::move_and_wipe(moved, 64, heap) == nullptr);
    CHECK(std::count(blocks[1].begin(), blocks[1].end(), 'x') == 64);
}
