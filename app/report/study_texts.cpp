#include "report/study_texts.hpp"
#include "core/utf8.hpp"
#include "model/case/plain_letters.hpp"
#include <algorithm>
#include <functional>
#include <set>

namespace report {
namespace {

bool is_of_a_word(char32_t code) {
    if (code < 0x80)
        return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    const bool sign = code < 0xC0 || code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code < 0x2070) ||
                      (code >= 0x3000 && code < 0x3040);
    return !sign;
}

// Calls with each run of letters and each run of what is between.
void each_run(std::string_view text, const std::function<void(std::string_view, bool is_word)>& take) {
    std::size_t begin = 0, at = 0;
    bool word = false;
    while (at < text.size()) {
        const auto start = at;
        const bool of_word = is_of_a_word(core::utf8::next(text, at).code);
        if (start > begin && of_word != word) {
            take(text.substr(begin, start - begin), word);
            begin = start;
        }
        word = of_word;
    }
    if (begin < text.size()) take(text.substr(begin), word);
}

}

std::string without_names(std::string_view text, const std::vector<std::string>& names) {
    std::set<std::string> words;
    for (const auto& name : names)
        each_run(name, [&](std::string_view run, bool is_word) {
            if (is_word) words.insert(model::plain_letters(run));
        });
    std::string kept;
    each_run(text, [&](std::string_view run, bool is_word) {
        if (is_word && words.contains(model::plain_letters(run)))
            kept += "[name]";
        else
            kept += run;
    });
    std::erase(kept, '\r');
    std::ranges::replace(kept, '\n', ' ');
    return kept;
}

}
