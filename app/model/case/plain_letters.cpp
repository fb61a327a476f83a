#include "model/case/plain_letters.hpp"

namespace model {
namespace {

// Plain letters for U+00C0 to U+00FF; 0 where there is none.
constexpr std::string_view plain_latin{"aaaaaaaceeeeiiii\0nooooo\0ouuuuy\0saaaaaaaceeeeiiii\0nooooo\0ouuuuy\0y", 64};

}

std::string plain_letters(std::string_view text) {
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

}
