#include "content/words/reading_level.hpp"
#include "core/utf8.hpp"
#include <algorithm>

namespace content {

namespace {

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Groups of vowels, without a silent e at the end.
int english_syllables(std::string_view word) {
    int groups = 0;
    bool before = false;
    for (const char c : word) {
        const bool now = is_vowel(c);
        if (now && !before) ++groups;
        before = now;
    }
    const bool silent =
        word.size() > 2 && word.ends_with("e") && !word.ends_with("le") && !is_vowel(word[word.size() - 2]);
    const bool mute_ed = word.size() > 3 && word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    if ((silent || mute_ed) && groups > 1) --groups;
    return groups;
}

enum class Sound { consonant, strong, weak };

// One nucleus a syllable: a strong vowel, or weak ones alone; a weak vowel without an accent leans on its neighbour
// (Real Academia Espanola, Ortografia 2010, chapter II, section 2). The u of que, qui, gue and gui is mute.
int spanish_syllables(std::string_view word) {
    std::vector<Sound> sounds;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        const std::string_view two = word.substr(i, 2);
        if (two == "á" || two == "é" || two == "í" || two == "ó" || two == "ú") {
            sounds.push_back(Sound::strong);
            ++i;
        } else if (two == "ü") {
            sounds.push_back(Sound::weak);
            ++i;
        } else if (c == 'a' || c == 'e' || c == 'o') {
            sounds.push_back(Sound::strong);
        } else if (c == 'u' && i > 0 && (word[i - 1] == 'q' || word[i - 1] == 'g') && i + 1 < word.size()) {
            const auto next = word.substr(i + 1, 2);
            const bool mute = next[0] == 'e' || next[0] == 'i' || next == "é" || next == "í";
            if (!mute) sounds.push_back(Sound::weak);
        } else if (c == 'i' || c == 'u' || (c == 'y' && i + 1 == word.size())) {
            sounds.push_back(Sound::weak);
        } else if (!core::utf8::continues(c)) {
            sounds.push_back(Sound::consonant);
        }
    }
    int count = 0;
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        if (sounds[i] == Sound::strong) ++count;
        if (sounds[i] != Sound::weak) continue;
        const auto is = [&](std::size_t at, Sound sound) { return at < sounds.size() && sounds[at] == sound; };
        const bool leans = is(i + 1, Sound::strong) || (i > 0 && (is(i - 1, Sound::strong) || is(i - 1, Sound::weak)));
        if (!leans) ++count;
    }
    return count;
}

std::size_t sentences(std::string_view text) {
    std::size_t count = 0;
    bool open = false;
    for (const char c : text) {
        if (c == '.' || c == '?' || c == '!' || c == '\n' || c == ':') {
            count += open ? 1U : 0U;
            open = false;
        } else if (is_letter(c)) {
            open = true;
        }
    }
    return count + (open ? 1U : 0U);
}

}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        while (word.ends_with('\''))
            word.pop_back();
        if (!word.empty()) words.push_back(word);
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool apostrophe = c == '\'' || text.substr(i, 3) == "’";
        if (is_letter(c)) {
            word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        } else if (apostrophe && !word.empty()) {
            word += '\'';
            if (c != '\'') i += 2;
        } else if (c == '\xC3' && i + 1 < text.size() && text[i + 1] != '\x97' && text[i + 1] != '\xB7') {
            // The letters of Latin-1; large ones stand 0x20 before their small ones.
            const auto second = static_cast<unsigned char>(text[++i]);
            word += '\xC3';
            word += static_cast<char>(second < 0x9F ? second + 0x20 : second);
        } else {
            end();
        }
    }
    end();
    return words;
}

int syllables(std::string_view word, Language language) {
    const int count = language == Language::english ? english_syllables(word) : spanish_syllables(word);
    return std::max(count, 1);
}

ReadingLevel reading_level(std::string_view text, Language language) {
    const auto words = words_of(text);
    ReadingLevel level{words.size(), sentences(text), 0};
    if (words.empty()) return level;
    level.sentences = std::max<std::size_t>(level.sentences, 1);
    double all = 0;
    for (const auto& word : words)
        all += syllables(word, language);
    const auto count = static_cast<double>(level.words);
    const double length = count / static_cast<double>(level.sentences);
    level.figure = language == Language::english ? 0.39 * length + 11.8 * all / count - 15.59
                                                 : 206.835 - 62.3 * all / count - length;
    return level;
}

bool is_easy(const ReadingLevel& level, Language language) {
    if (level.words < least_words_measured) return true;
    return language == Language::english ? level.figure <= hardest_grade : level.figure >= least_perspicuity;
}

}
