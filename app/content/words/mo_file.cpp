#include "content/words/mo_file.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

namespace content {

namespace {

constexpr std::uint32_t magic = 0x950412de, swapped_magic = 0xde120495;
constexpr std::size_t header_bytes = 28, entry_bytes = 8;
constexpr std::size_t most_messages = 20'000;

class Bytes {
public:
    explicit Bytes(std::span<const char> bytes) : m_bytes(bytes) {}
    // Words and texts that would end outside the file are nothing.
    std::optional<std::uint32_t> word(std::size_t at) const {
        if (!holds(at, sizeof(std::uint32_t))) return std::nullopt;
        std::uint32_t word = 0;
        std::memcpy(&word, m_bytes.data() + at, sizeof word);
        return word;
    }
    std::optional<std::string_view> text(std::size_t entry) const {
        const auto length = word(entry), from = word(entry + 4);
        if (!length || !from || !holds(*from, std::size_t{*length} + 1) || m_bytes[*from + *length] != '\0')
            return std::nullopt;
        return std::string_view(m_bytes.data() + *from, *length);
    }

private:
    bool holds(std::size_t from, std::size_t length) const {
        return from <= m_bytes.size() && length <= m_bytes.size() - from;
    }
    std::span<const char> m_bytes;
};

// What the header says behind `name`, found as Boost.Locale finds it: the first, wherever it stands.
std::string_view said_in(std::string_view header, std::string_view name, std::string_view ends) {
    const std::size_t at = header.find(name);
    if (at == std::string_view::npos) return {};
    header.remove_prefix(at + name.size());
    return header.substr(0, header.find_first_of(ends));
}

// An expression of C that is safe to parse by recursion and to compute with: what the rules of languages are made of
// (GNU gettext manual, "Plural forms"), with nothing in it that could overflow or lead to a division of the least
// number by -1.
bool is_plural_rule(std::string_view rule) {
    constexpr std::size_t longest_rule = 500, most_digits = 7;
    if (rule.empty() || rule.size() > longest_rule) return false;
    if (rule.find("<<") != std::string_view::npos) return false;
    std::size_t digits = 0;
    return std::ranges::all_of(rule, [&](char sign) {
        digits = sign >= '0' && sign <= '9' ? digits + 1 : 0;
        return digits <= most_digits &&
               (digits > 0 || std::string_view("n ()?:!=<>&|%").find(sign) != std::string_view::npos);
    });
}

std::string wrong_hash_table(const Bytes& file, std::size_t count) {
    const std::size_t size = *file.word(20), from = *file.word(24);
    if (size == 0) return {};
    if (size < 3 || !file.word(from + (size - 1) * 4)) return "its hash table does not fit";
    for (std::size_t i = 0; i < size; ++i)
        if (*file.word(from + i * 4) > count) return "its hash table names a text that is not there";
    return {};
}

std::string wrong_texts(const std::vector<MoText>& texts) {
    if (texts.empty() || !texts.front().key.empty()) return "it has no header";
    const auto header = texts.front().value;
    if (said_in(header, "charset=", " \r\n;") != "UTF-8") return "its header does not say charset=UTF-8";
    if (!is_plural_rule(said_in(header, "plural=", "\r\n;")))
        return "its header has no Plural-Forms that can be computed";
    for (const auto& [key, value] : texts)
        for (const auto text : {key, value})
            if (core::utf8::valid_until(text) < text.size()) return "a text is not UTF-8";
    return {};
}

}

core::Result<std::vector<MoText>> mo_texts(std::span<const char> bytes, const std::string& name) {
    const auto damaged = [&](const std::string& why) {
        return core::fail(core::ErrorCode::damaged, name + ": is not a catalogue that can be used: " + why);
    };
    if (bytes.size() > file_limit) return damaged("it is larger than 1 MiB");
    if (bytes.size() < header_bytes) return damaged("it is too short");
    const Bytes file(bytes);
    if (file.word(0) == swapped_magic) return damaged("it was made for another kind of computer");
    if (file.word(0) != magic) return damaged("it does not begin as one");
    if (*file.word(4) >> 16U > 1) return damaged("it is of a newer kind");
    const std::size_t count = *file.word(8), keys = *file.word(12), values = *file.word(16);
    if (count > most_messages) return damaged("it says that it has more than 20000 texts");
    std::vector<MoText> texts;
    for (std::size_t at = 0; at < count * entry_bytes; at += entry_bytes) {
        const auto key = file.text(keys + at), value = file.text(values + at);
        if (!key || !value) return damaged("a text ends outside the file");
        texts.push_back({*key, *value});
    }
    if (const auto why = wrong_hash_table(file, count); !why.empty()) return damaged(why);
    if (const auto why = wrong_texts(texts); !why.empty()) return damaged(why);
    return texts;
}

}
