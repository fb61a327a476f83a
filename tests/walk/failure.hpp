// What a walk found wrong: which rule was broken, in a word that stays the same while a walk is made shorter, and how.
#pragma once
#include <stdexcept>
#include <string>

namespace walk {

struct Failure : std::runtime_error {
    Failure(std::string broken, const std::string& how)
        : std::runtime_error(broken + ": " + how), rule(std::move(broken)) {}
    std::string rule;
};

}
