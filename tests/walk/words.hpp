// Every text that is typed on a walk has a made-up word in it that was never typed before, so that whoever reads it on
// a screen later knows whose it is.
#pragma once
#include "model/form/answer.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace walk {

enum class WordOf { name, answer, private_answer, joint, note };

struct Word {
    WordOf of;
    core::SittingId sitting; // none: of a note
    model::Partner partner = model::Partner::a;
    core::TherapistId therapist; // of a note
};

class Words {
public:
    std::string make(Word word); // "qz17fk": its place, and letters that tell it from one that was changed by hand
    const std::vector<Word>& all() const { return m_words; }
    const Word& at(std::size_t place) const { return m_words[place]; }

    // Places of the made-up words in a text.
    template<class Found>
    void find(std::string_view text, Found found) const {
        for (auto at = text.find("qz"); at != std::string_view::npos; at = text.find("qz", at + 2)) {
            std::size_t place = 0, end = at + 2;
            while (end < text.size() && text[end] >= '0' && text[end] <= '9' && place < m_words.size())
                place = 10 * place + static_cast<std::size_t>(text[end++] - '0');
            if (end > at + 2 && place < m_words.size() && text.substr(end).starts_with(letters_of(place))) found(place);
        }
    }

private:
    static std::string letters_of(std::size_t place) {
        const auto mixed = (place + 1) * 7919;
        return {static_cast<char>('b' + mixed % 23), static_cast<char>('b' + mixed / 23 % 23)};
    }
    std::vector<Word> m_words;
};

inline std::string Words::make(Word word) {
    m_words.push_back(word);
    const auto place = m_words.size() - 1;
    return "qz" + std::to_string(place) + letters_of(place);
}

}
