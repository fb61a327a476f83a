#include "model/caseload.hpp"
#include <algorithm>
#include <array>

namespace model {
namespace {

// Plain letters for U+00C0 to U+00FF; 0 where there is none.
constexpr std::string_view plain_latin{"aaaaaaaceeeeiiii\0nooooo\0ouuuuy\0saaaaaaaceeeeiiii\0nooooo\0ouuuuy\0y", 64};

std::string folded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 'A' && byte <= 'Z') {
            plain += static_cast<char>(byte - 'A' + 'a');
            continue;
        }
        if (byte == 0xC3 && i + 1 < text.size()) {
            const char letter = plain_latin[static_cast<unsigned char>(text[i + 1]) & 0x3FU];
            if (letter != 0) {
                plain += letter;
                ++i;
                continue;
            }
        }
        plain += text[i];
    }
    return plain;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

}

std::vector<std::size_t> matching_cases(std::span<const CaseSummary> cases, std::string_view search) {
    const auto words = words_of(folded(search));
    std::vector<std::size_t> matching;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const std::array fields{folded(cases[i].chart_code), folded(cases[i].name_a), folded(cases[i].name_b)};
        const auto found = [&](const std::string& word) {
            return std::ranges::any_of(fields,
                                       [&](const std::string& field) { return field.find(word) != std::string::npos; });
        };
        if (std::ranges::all_of(words, found)) matching.push_back(i);
    }
    return matching;
}

}
