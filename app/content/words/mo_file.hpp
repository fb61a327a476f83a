// The compiled catalogue of one language (GNU gettext .mo), checked through before anything follows an offset in it:
// the library that looks words up trusts what it is given. Format: GNU gettext manual, "The Format of GNU MO Files".
#pragma once
#include "core/result.hpp"
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace content {

class MoFile {
public:
    // Fails with damaged, naming `name` and what is wrong. The bytes must outlive it.
    [[nodiscard]] static core::Result<MoFile> check(std::span<const char> bytes, const std::string& name);

    std::size_t count() const { return m_count; }
    // With the zeros that part a singular from its plural, without the one at the end.
    std::string_view key(std::size_t index) const { return text(m_keys, index); }
    std::string_view value(std::size_t index) const { return text(m_values, index); }

private:
    explicit MoFile(std::span<const char> bytes) : m_bytes(bytes) {}
    std::uint32_t word(std::size_t at) const;
    std::string_view text(std::size_t table, std::size_t index) const;
    // What is wrong, or empty.
    std::string wrong_layout() const;
    std::string wrong_texts() const;
    std::string wrong_header() const;

    std::span<const char> m_bytes;
    std::size_t m_count = 0, m_keys = 0, m_values = 0, m_hash_size = 0, m_hash = 0;
};

}
