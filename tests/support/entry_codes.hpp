// The people of the tests have codes of their own, and a kiosk takes none that is the visit's entry code: one visit in
// some thousands would stand still there.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <sodium.h>

namespace support {

inline constexpr std::array<std::uint32_t, 2> codes_of_people = {4711, 9024};
inline constexpr std::uint32_t entry_codes = 10'000;

// To be called once sodium is ready, before anything is drawn.
inline void draw_other_entry_codes() {
    static randombytes_implementation drawn = randombytes_sysrandom_implementation;
    drawn.uniform = [](std::uint32_t bound) -> std::uint32_t {
        if (bound < 2) return 0;
        const std::uint32_t whole = UINT32_MAX - UINT32_MAX % bound; // numbers that give each equally often
        for (;;) {
            const std::uint32_t number = randombytes_sysrandom_implementation.random();
            const bool is_a_persons =
                bound == entry_codes && std::ranges::find(codes_of_people, number % bound) != codes_of_people.end();
            if (number < whole && !is_a_persons) return number % bound;
        }
    };
    randombytes_set_implementation(&drawn);
}

}
