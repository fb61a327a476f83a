// Bytes that must not outlive their use: kept in sodium_malloc memory (locked, guarded, wiped when freed).
// A moved-from or default secret is empty. init_secrets() must have succeeded once before any is made.
#pragma once
#include "core/result.hpp"
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace core {

// Starts libsodium. Fails with unsupported when the library cannot be started.
[[nodiscard]] Done init_secrets();

class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); // zeroed; aborts when no locked memory can be had
    static SecretBytes copy_of(std::span<const std::uint8_t> bytes);
    static SecretBytes random(std::size_t size);
    SecretBytes(const SecretBytes& other);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes other) noexcept;
    ~SecretBytes();

    std::span<std::uint8_t> bytes() { return {m_data, m_size}; }
    std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    bool operator==(const SecretBytes& other) const; // constant time for equal sizes

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

// Typed text of a code, PIN or passphrase, UTF-8, at most `capacity` bytes; more is not taken in.
class SecretText {
public:
    static constexpr std::size_t capacity = 256;
    SecretText() = default;
    explicit SecretText(std::string_view text) { append(text); }
    SecretText(const SecretText&) = default;
    SecretText(SecretText&& other) noexcept
        : m_bytes(std::move(other.m_bytes)), m_used(std::exchange(other.m_used, 0)) {}
    SecretText& operator=(SecretText other) noexcept {
        std::swap(m_bytes, other.m_bytes);
        std::swap(m_used, other.m_used);
        return *this;
    }
    ~SecretText() = default;
    bool append(std::string_view text); // false, and unchanged, when it does not fit
    void drop_last();                   // one code point
    void clear();
    std::string_view view() const;
    std::size_t length() const; // code points
    bool empty() const { return m_used == 0; }
    bool operator==(const SecretText& other) const;

private:
    SecretBytes m_bytes;
    std::size_t m_used = 0;
};

}
