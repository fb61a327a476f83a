#include "rehearsal/fixed_random.hpp"
#include <cstring>
#include <sodium.h>

namespace rehearsal {

namespace {

// Codes that people see are drawn apart from keys and nonces, so that one more key changes no picture.
enum class Stream : std::uint8_t { bytes, numbers };

std::uint32_t chosen = 0;
std::uint64_t drawn[2] = {};

void draw_of(Stream stream, void* into, std::size_t size) {
    unsigned char seed[randombytes_SEEDBYTES] = {};
    auto& count = drawn[static_cast<std::size_t>(stream)];
    std::memcpy(seed, &chosen, sizeof chosen);
    std::memcpy(seed + sizeof chosen, &count, sizeof count);
    seed[sizeof chosen + sizeof count] = static_cast<unsigned char>(stream);
    ++count;
    randombytes_buf_deterministic(into, size, seed);
}

void draw(void* into, std::size_t size) {
    draw_of(Stream::bytes, into, size);
}

std::uint32_t draw_below(std::uint32_t bound) {
    std::uint64_t number = 0;
    draw_of(Stream::numbers, &number, sizeof number);
    return bound < 2 ? 0 : static_cast<std::uint32_t>(number % bound); // the bias of 64 bits is nothing here
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
                                            .uniform = draw_below,
                                            .buf = draw,
                                            .close = nullptr};
    chosen = seed;
    drawn[0] = drawn[1] = 0;
    randombytes_set_implementation(&fixed);
}

}
