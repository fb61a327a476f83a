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

int counted_syllables(std::string_view word, const SyllableRules& rules) {
    std::vector<Sound> sounds;
    std::size_t before = 0; // where the letter before starts
    for (std::size_t i = 0; i < word.size();) {
        const auto letter = word.substr(i, core::utf8::after(word, i) - i);
        const auto end = i + letter.size();
        const bool mute = std::ranges::any_of(
            rules.mute, [&](const std::string& letters) { return i > 0 && word.substr(before).starts_with(letters); });
        const bool weak = rules.weak.contains(letter) || (end == word.size() && rules.weak_at_end.contains(letter));
        if (!mute)
            sounds.push_back(rules.strong.contains(letter) ? Sound::strong : weak ? Sound::weak : Sound::consonant);
        before = i;
        i = end;
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

const ReadingFormula& english_reading() {
    static const ReadingFormula formula{.figure = "grade",
                                        .finding = "reads at grade",
                                        .constant = -15.59,
                                        .words_in_sentence = 0.39,
                                        .syllables_in_word = 11.8,
                                        .allowed = 6.0,
                                        .less_is_easier = true,
                                        .syllables = {}};
    return formula;
}

int syllables(std::string_view word, const ReadingFormula& formula) {
    const int count = formula.syllables ? counted_syllables(word, *formula.syllables) : english_syllables(word);
    return std::max(count, 1);
}

ReadingLevel reading_level(std::string_view text, const ReadingFormula& formula) {
    const auto words = words_of(text);
    ReadingLevel level{words.size(), sentences(text), 0};
    if (words.empty()) return level;
    level.sentences = std::max<std::size_t>(level.sentences, 1);
    double all = 0;
    for (const auto& word : words)
        all += syllables(word, formula);
    const auto count = static_cast<double>(level.words);
    const double length = count / static_cast<double>(level.sentences);
    level.figure = formula.constant + formula.words_in_sentence * length + formula.syllables_in_word * all / count;
    return level;
}

bool is_harder(double figure, double than, const ReadingFormula& formula) {
    return formula.less_is_easier ? figure > than : figure < than;
}

bool is_easy(const ReadingLevel& level, const ReadingFormula& formula) {
    return level.words < least_words_measured || !is_harder(level.figure, formula.allowed, formula);
}

}
