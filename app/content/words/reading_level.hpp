// How hard a text is to read, by the formulas that are printed for its language.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace content {

enum class Language { english, spanish };

// In small letters, accents kept; an apostrophe inside a word belongs to it.
std::vector<std::string> words_of(std::string_view utf8);
int syllables(std::string_view word, Language language); // of a word of words_of, at least 1

struct ReadingLevel {
    std::size_t words = 0;
    std::size_t sentences = 0;
    // English: the grade of Flesch and Kincaid, 0.39 * words/sentences + 11.8 * syllables/words - 15.59 (Kincaid,
    // Fishburne, Rogers and Chissom, Naval Technical Training Command Research Branch Report 8-75, 1975); less is
    // easier. Spanish: the perspicuity of Szigriszt Pazos, 206.835 - 62.3 * syllables/words - words/sentences (Sistemas
    // predictivos de legibilidad del mensaje escrito, Madrid 1993); more is easier.
    double figure = 0;
};
ReadingLevel reading_level(std::string_view utf8, Language language);

// Grade 6 or lower; in Spanish 65 or more, "quite easy", what primary schools read (Barrio-Cantalejo and others, Anales
// del Sistema Sanitario de Navarra 31, 2008).
inline constexpr double hardest_grade = 6.0;
inline constexpr double least_perspicuity = 65.0;
// The formulas were made for passages: a text of fewer words is neither easy nor hard, and passes.
inline constexpr std::size_t least_words_measured = 10;
bool is_easy(const ReadingLevel& level, Language language);

}
