#include "rehearsal/fixed_random.hpp"
#include <cstring>
#include <sodium.h>

namespace rehearsal {

namespace {

std::uint32_t chosen = 0;
std::uint64_t drawn = 0;

void draw(void* into, std::size_t size) {
    unsigned char seed[randombytes_SEEDBYTES] = {};
    std::memcpy(seed, &chosen, sizeof chosen);
    std::memcpy(seed + sizeof chosen, &drawn, sizeof drawn);
    ++drawn;
    randombytes_buf_deterministic(into, size, seed);
}

std::uint32_t draw_number() {
    std::uint32_t number = 0;
    draw(&number, sizeof number);
    return number;
}

const char* name() {
    return "fixed";
}

}

void draw_from(std::uint32_t seed) {
    static randombytes_implementation fixed{.implementation_name = name,
                                            .random = draw_number,
                                            .stir = nullptr,
                                            .uniform = nullptr,
                                            .buf = draw,
                                            .close = nullptr};
    chosen = seed;
    drawn = 0;
    randombytes_set_implementation(&fixed);
}

}
