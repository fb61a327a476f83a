#include "model/case/plain_letters.hpp"
#include "core/utf8.hpp"

namespace model {
namespace {

// Plain letters for U+00C0 to U+00FF; 0 where there is none.
constexpr std::string_view plain_latin{"aaaaaaaceeeeiiii\0nooooo\0ouuuuy\0saaaaaaaceeeeiiii\0nooooo\0ouuuuy\0y", 64};

}

std::string plain_letters(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes, broken] = core::utf8::next(text, at);
        const bool latin = code >= 0xC0 && code <= 0xFF;
        if (code >= U'A' && code <= U'Z')
            plain += static_cast<char>(code - U'A' + U'a');
        else if (latin && plain_latin[code - 0xC0] != '\0')
            plain += plain_latin[code - 0xC0];
        else
            plain += bytes;
    }
    return plain;
}

}
