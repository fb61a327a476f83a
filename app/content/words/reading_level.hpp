// How hard a text is to read, by the formula that is printed for its language.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace content {

// How the syllables of a language's words are counted: one nucleus a syllable, which is a strong vowel, or weak ones
// alone that lean on no neighbour.
struct SyllableRules {
    std::set<std::string, std::less<>> strong, weak;
    std::set<std::string, std::less<>> weak_at_end; // weak as the last letter of a word alone
    std::vector<std::string> mute;                  // "que": the second of these letters is not heard
};

struct ReadingFormula {
    std::string figure;  // what comes out of it, the head of a column
    std::string finding; // what is said before it: "has a perspicuity of"
    double constant = 0;
    double words_in_sentence = 0; // of the mean number of them
    double syllables_in_word = 0; // of the mean number of them
    double allowed = 0;           // the hardest
    bool less_is_easier = true;
    std::optional<SyllableRules> syllables; // none: as in English, by groups of vowels
};

// The grade of Flesch and Kincaid, 0.39 * words/sentences + 11.8 * syllables/words - 15.59 (Kincaid, Fishburne, Rogers
// and Chissom, Naval Technical Training Command Research Branch Report 8-75, 1975); grade 6 or lower is easy.
const ReadingFormula& english_reading();

// In small letters, accents kept; an apostrophe inside a word belongs to it.
std::vector<std::string> words_of(std::string_view utf8);
int syllables(std::string_view word, const ReadingFormula& formula); // of a word of words_of, at least 1

struct ReadingLevel {
    std::size_t words = 0;
    std::size_t sentences = 0;
    double figure = 0;
};
ReadingLevel reading_level(std::string_view utf8, const ReadingFormula& formula);

// The formulas were made for passages: a text of fewer words is neither easy nor hard, and passes.
inline constexpr std::size_t least_words_measured = 10;
bool is_easy(const ReadingLevel& level, const ReadingFormula& formula);
bool is_harder(double figure, double than, const ReadingFormula& formula);

}
