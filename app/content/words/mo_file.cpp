#include "content/words/mo_file.hpp"
#include "content/read/text_file.hpp"
#include <algorithm>
#include <cstring>

namespace content {

namespace {

constexpr std::uint32_t magic = 0x950412de, swapped_magic = 0xde120495;
constexpr std::size_t header_bytes = 28, entry_bytes = 8;
constexpr std::size_t most_messages = 20'000;

// One line of the catalogue's header, "Content-Type: ..."; empty when it is not there.
std::string_view line_of(std::string_view header, std::string_view name) {
    for (std::size_t at = 0; at < header.size();) {
        const std::size_t end = std::min(header.find('\n', at), header.size());
        const auto line = header.substr(at, end - at);
        if (line.starts_with(name)) return trimmed(line.substr(name.size()));
        at = end + 1;
    }
    return {};
}

}

std::uint32_t MoFile::word(std::size_t at) const {
    std::uint32_t word = 0;
    std::memcpy(&word, m_bytes.data() + at, sizeof word);
    return word;
}

std::string_view MoFile::text(std::size_t table, std::size_t index) const {
    const std::size_t at = table + index * entry_bytes;
    return {m_bytes.data() + word(at + 4), word(at)};
}

std::string MoFile::wrong_layout() const {
    const auto inside = [&](std::size_t from, std::size_t length) {
        return from <= m_bytes.size() && length <= m_bytes.size() - from;
    };
    if (!inside(m_keys, m_count * entry_bytes) || !inside(m_values, m_count * entry_bytes))
        return "its tables end outside the file";
    for (const std::size_t table : {m_keys, m_values})
        for (std::size_t i = 0; i < m_count; ++i) {
            const std::size_t length = word(table + i * entry_bytes), from = word(table + i * entry_bytes + 4);
            if (!inside(from, length + 1) || m_bytes[from + length] != '\0') return "a text ends outside the file";
        }
    if (m_hash_size == 0) return {};
    if (m_hash_size < 3 || !inside(m_hash, m_hash_size * 4)) return "its hash table does not fit";
    bool room = false;
    for (std::size_t i = 0; i < m_hash_size; ++i) {
        const std::size_t entry = word(m_hash + i * 4);
        if (entry > m_count) return "its hash table names a text that is not there";
        room = room || entry == 0;
    }
    return room ? std::string() : "its hash table is full";
}

std::string MoFile::wrong_texts() const {
    for (std::size_t i = 0; i < m_count; ++i) {
        if (i > 0 && !(key(i - 1) < key(i))) return "its texts are not in order";
        for (const auto text : {key(i), value(i)})
            if (utf8_until(text) < text.size()) return "a text is not UTF-8";
    }
    return {};
}

// The rule for plurals is an expression that the library would compute with. One rule fits the languages spoken here,
// and nothing else is let through to it.
std::string MoFile::wrong_header() const {
    if (m_count == 0 || !key(0).empty()) return "it has no header";
    const auto header = value(0);
    if (!line_of(header, "Content-Type:").ends_with("charset=UTF-8")) return "its header does not say charset=UTF-8";
    if (line_of(header, "Plural-Forms:") != "nplurals=2; plural=(n != 1);")
        return "its header must say Plural-Forms: nplurals=2; plural=(n != 1);";
    return {};
}

core::Result<MoFile> MoFile::check(std::span<const char> bytes, const std::string& name) {
    const auto damaged = [&](const std::string& why) {
        return core::fail(core::ErrorCode::damaged, name + ": is not a catalogue that can be used: " + why);
    };
    if (bytes.size() > file_limit) return damaged("it is larger than 1 MiB");
    if (bytes.size() < header_bytes) return damaged("it is too short");
    MoFile file(bytes);
    if (file.word(0) == swapped_magic) return damaged("it was made for another kind of computer");
    if (file.word(0) != magic) return damaged("it does not begin as one");
    if (file.word(4) >> 16U > 1) return damaged("it is of a newer kind");
    file.m_count = file.word(8);
    file.m_keys = file.word(12);
    file.m_values = file.word(16);
    file.m_hash_size = file.word(20);
    file.m_hash = file.word(24);
    if (file.m_count > most_messages) return damaged("it says that it has more than 20000 texts");
    for (const auto check : {&MoFile::wrong_layout, &MoFile::wrong_texts, &MoFile::wrong_header})
        if (const auto why = (file.*check)(); !why.empty()) return damaged(why);
    return file;
}

}
