// How plainly a language is to be written: how hard a text may be, and the words that nothing a partner reads may have.
#pragma once
#include "content/words/reading_level.hpp"
#include <set>

namespace content {

// Small letters, one form each.
struct WritingWords {
    std::set<std::string, std::less<>> negatives;
    std::string negative_ending;                 // "n't"; empty: none
    std::set<std::string, std::less<>> gendered; // of a partner; write "my partner" and "they"
    std::set<std::string, std::less<>> jargon;
};

struct WritingRules {
    std::string language; // as it names itself; empty: the source language
    WritingWords words;
    std::optional<ReadingFormula> reading; // none: it is not measured
};
const WritingRules& english_writing();

}
