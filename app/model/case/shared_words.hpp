// The words that both partners used in what each wrote alone.
#pragma once
#include "model/case/tokens.hpp"
#include "model/form/locale.hpp"
#include <set>
#include <span>

namespace model {

struct SharedWords {
    std::vector<std::string> words;           // as the first wrote each first, in that order
    std::set<std::string, std::less<>> plain; // without capitals and accents
};
// Words of three letters or more that carry meaning: the small words of every language `spoken` here, such as "with" or
// "para", are left out, for people write in either. Capitals and accents make no difference.
SharedWords shared_words(std::span<const std::string> first, std::span<const std::string> second,
                         std::span<const Locale> spoken);

// The text with those words marked.
std::vector<Stretch> with_marks(std::string_view text, const SharedWords& shared);

}
