// Flesch-Kincaid grade: 0.39 * words/sentences + 11.8 * syllables/words - 15.59
// (Kincaid, Fishburne, Rogers and Chissom, Naval Technical Training Command Research Branch Report 8-75, 1975).
// Syllables are counted as groups of vowels, without a silent e at the end.
#pragma once
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace content_tests {

inline std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (char c : text) {
        auto code = static_cast<unsigned char>(c);
        if (std::isalpha(code) || (c == '\'' && !word.empty())) {
            word += static_cast<char>(std::tolower(code));
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

inline int syllables(std::string_view word) {
    auto is_vowel = [](char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; };
    int groups = 0;
    bool before = false;
    for (char c : word) {
        bool now = is_vowel(c);
        if (now && !before) ++groups;
        before = now;
    }
    bool silent = word.size() > 2 && word.ends_with("e") && !word.ends_with("le") && !is_vowel(word[word.size() - 2]);
    bool mute_ed = word.size() > 3 && word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    if ((silent || mute_ed) && groups > 1) --groups;
    return groups > 0 ? groups : 1;
}

inline int sentences(std::string_view text) {
    int count = 0;
    bool open = false;
    for (char c : text) {
        if (c == '.' || c == '?' || c == '!' || c == '\n' || c == ':') {
            count += open ? 1 : 0;
            open = false;
        } else if (std::isalpha(static_cast<unsigned char>(c))) {
            open = true;
        }
    }
    return count + (open ? 1 : 0);
}

inline double grade(std::string_view text) {
    auto words = words_of(text);
    double all = 0;
    for (const std::string& word : words)
        all += syllables(word);
    auto count = static_cast<double>(words.size());
    return 0.39 * count / sentences(text) + 11.8 * all / count - 15.59;
}

}
