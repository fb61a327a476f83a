#include "core/secret.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <cstdlib>
#include <sodium.h>
#include <utility>

namespace core {

Done init_secrets() {
    if (sodium_init() < 0) return fail(ErrorCode::unsupported, "libsodium could not start");
    return {};
}

SecretBytes::SecretBytes(std::size_t size) : m_size(size) {
    if (size == 0) return;
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (m_data == nullptr) std::abort();
    sodium_memzero(m_data, size);
}

SecretBytes SecretBytes::copy_of(std::span<const std::uint8_t> bytes) {
    SecretBytes secret(bytes.size());
    std::copy(bytes.begin(), bytes.end(), secret.m_data);
    return secret;
}

SecretBytes SecretBytes::random(std::size_t size) {
    SecretBytes secret(size);
    if (size > 0) randombytes_buf(secret.m_data, size);
    return secret;
}

SecretBytes::SecretBytes(const SecretBytes& other) : SecretBytes(copy_of(other.bytes())) {}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes other) noexcept {
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes::~SecretBytes() {
    sodium_free(m_data);
}

bool SecretBytes::operator==(const SecretBytes& other) const {
    if (m_size != other.m_size) return false;
    return m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0;
}

bool SecretText::append(std::string_view text) {
    if (m_used + text.size() > capacity) return false;
    if (m_bytes.empty()) m_bytes = SecretBytes(capacity);
    std::copy(text.begin(), text.end(), m_bytes.bytes().begin() + static_cast<std::ptrdiff_t>(m_used));
    m_used += text.size();
    return true;
}

void SecretText::drop_last() {
    auto bytes = m_bytes.bytes();
    const auto left = utf8::before(view(), m_used);
    while (m_used > left)
        bytes[--m_used] = 0;
}

void SecretText::clear() {
    m_bytes = SecretBytes();
    m_used = 0;
}

std::string_view SecretText::view() const {
    return {reinterpret_cast<const char*>(m_bytes.bytes().data()), m_used};
}

std::size_t SecretText::length() const {
    return utf8::length(view());
}

bool SecretText::operator==(const SecretText& other) const {
    return m_used == other.m_used && (m_used == 0 || sodium_memcmp(view().data(), other.view().data(), m_used) == 0);
}

}
