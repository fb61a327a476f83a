// Codes that many people choose, and that are tried first by whoever guesses.
#pragma once
#include <optional>
#include <string_view>

namespace model {

enum class PlainCode {
    repeats,   // one or two digits, or the same ones again: 7777, 1212, 1122, 123123
    run,       // up or down by one or two: 1234, 9876, 2468; after 9 comes 0
    year,      // begins or ends with one: 1985, 20001231
    line,      // on the keypad: 2580, 147258, or round its corners: 1397
    entry_code // which the desk knows
};

// `digits`: four or more of them. Nothing: it may be chosen, as far as it can be told from the code alone.
std::optional<PlainCode> why_plain(std::string_view digits);

}
