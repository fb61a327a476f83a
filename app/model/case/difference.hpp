// What became of a text: which sentences and words were taken out, and which came in.
#pragma once
#include "model/case/tokens.hpp"
#include "model/form/answer.hpp"

namespace model {

// Word by word, as written; what differs in blanks and line breaks alone is the same.
struct WordDifference {
    std::vector<Stretch> before, after; // marked: only on this side
    bool too_long = false;              // what lies between the first and the last difference was not looked at
};
WordDifference word_difference(std::string_view before, std::string_view after);

// changed: most of its words are still there. moved: the same sentence at another place.
enum class DiffKind { same, changed, moved, taken_out, added };
struct SentenceDifference {
    DiffKind kind = DiffKind::same;
    std::optional<Sentence> before, after; // one of them is absent where it is taken out, added or moved
    WordDifference words;                  // all of it marked where it is taken out or added
};
// In the order of both statements; a moved sentence stands twice, where it was and where it is.
std::vector<SentenceDifference> difference(const Statement& before, const Statement& after);

// How many sentences met this fate; a moved one counts once.
std::size_t count_of(const std::vector<SentenceDifference>& differences, DiffKind kind);

}
