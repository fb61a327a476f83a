#include "model/visit/typeable.hpp"
#include "core/utf8.hpp"
#include "model/visit/marked_letters.hpp"
#include "model/visit/text_edit.hpp"
#include <algorithm>

namespace model {

namespace {

bool marked(std::string_view key, std::string_view letter) {
    const auto found = letters_with_marks(key);
    return std::ranges::find(found.small, letter) != found.small.end() ||
           std::ranges::find(found.capital, letter) != found.capital.end();
}

bool types(const KeyLayer& layer, bool accent_key, std::string_view letter) {
    const auto in = [&](const auto& row) {
        for (const auto& key : row)
            if (key == letter || (accent_key && with_accent(key) == letter) || marked(key, letter)) return true;
        return false;
    };
    return in(layer.first) || in(layer.second) || in(layer.third);
}

bool types(const KeyboardLayout& layout, std::string_view letter) {
    // These have a place of their own on every keyboard.
    if (letter == " " || letter == "," || letter == "." || (layout.accent_key && letter == accent)) return true;
    for (const auto* layer : {&layout.letters, &layout.capitals, &layout.signs, &layout.more_signs})
        if (types(*layer, layout.accent_key, letter)) return true;
    return false;
}

}

std::optional<std::size_t> first_not_typeable(const KeyboardLayout& layout, std::string_view text) {
    std::size_t place = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = core::utf8::next(text, at);
        ++place;
        if (letter.broken || !types(layout, letter.bytes)) return place;
    }
    return std::nullopt;
}

}
