// The words that nothing a partner reads may have, for each language: small letters, one form each.
#pragma once
#include "content/words/reading_level.hpp"
#include <set>

namespace content {

struct WritingWords {
    std::set<std::string, std::less<>> negatives;
    std::set<std::string, std::less<>> gendered; // of a partner; write "my partner" and "they"
    std::set<std::string, std::less<>> jargon;
};
const WritingWords& writing_words(Language language);

}
