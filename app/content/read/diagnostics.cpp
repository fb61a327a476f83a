#include "content/read/diagnostics.hpp"
#include "core/utf8.hpp"

namespace content {

std::string shown(std::string_view text) {
    std::string out;
    std::size_t characters = 0;
    for (char byte : text) {
        if (!core::utf8::continues(byte) && ++characters > 40) return out + "...";
        auto code = static_cast<unsigned char>(byte);
        out += code < 0x20 || code == 0x7F ? '?' : byte;
    }
    return out;
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    return out.append(shown(text)).append("\"");
}

void Diagnostics::add(int line, std::string_view key, std::string_view rule) {
    if (m_lines.size() > limit) return;
    std::string text = m_file + ":" + std::to_string(line) + ": ";
    if (m_lines.size() == limit) {
        m_lines.push_back(text + "there is more wrong with this file; mend the other lines first");
        return;
    }
    if (!key.empty()) text.append(key).append(": ");
    m_lines.push_back(text.append(rule));
}

}
