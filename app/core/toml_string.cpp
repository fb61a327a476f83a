#include "core/toml_string.hpp"

namespace core {

std::string toml_string(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "\"";
    int dots = 0;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        const bool plain = code >= 0x20 && code != 0x7F && byte != '"' && byte != '\\';
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += byte;
        } else if (!plain || (byte == '.' && ++dots > most_toml_dots)) {
            out += "\\u00";
            out += digits[code >> 4U];
            out += digits[code & 15U];
        } else {
            out += byte;
        }
    }
    return out + '"';
}

}
