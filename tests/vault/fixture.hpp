// What the tests of this room share: a folder of their own, devices, and records cut and flipped in every place.
#pragma once
#include "support/test_cost.hpp"
#include "vault/part.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <unistd.h>

namespace test {

using core::ErrorCode;
using vault::Bytes;

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "sameside-vault-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

inline vault::Device a_device() {
    const Folder folder;
    auto device = vault::Device::create(folder / "device.key");
    REQUIRE(device);
    return std::move(*device);
}

inline Bytes bytes_of(std::string_view text) {
    return {text.begin(), text.end()};
}

// Eight bytes, little-endian, as the records write their numbers.
inline void add_number(Bytes& bytes, std::uint64_t value) {
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift & 0xFFU));
}
inline void add(Bytes& bytes, std::span<const std::uint8_t> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}
// How every record of one kind begins: two words with their lengths, and the version.
inline Bytes domain(std::string_view name) {
    Bytes bytes;
    for (const std::string_view word : {std::string_view("sameside"), name}) {
        add_number(bytes, word.size());
        bytes.insert(bytes.end(), word.begin(), word.end());
    }
    bytes.push_back(1);
    return bytes;
}

inline vault::AssociatedData an_associated_data(char partner = 'a') {
    return {vault::new_uuid(), vault::new_uuid(), partner};
}

template<class T>
bool failed_with(const core::Result<T>& result, ErrorCode code) {
    return !result && result.error().code == code;
}

// `open` takes the record and gives a Result. Counts the flips and cuts that did not end in `tampered`.
template<class Open>
int flips_let_through(const Bytes& record, Open open) {
    constexpr std::uint8_t masks[] = {0x01, 0x80, 0xFF};
    int let_through = 0;
    for (std::size_t place = 0; place < record.size(); ++place) {
        for (const std::uint8_t mask : masks) {
            Bytes flipped = record;
            flipped[place] = static_cast<std::uint8_t>(flipped[place] ^ mask);
            if (!failed_with(open(flipped), ErrorCode::tampered)) ++let_through;
        }
    }
    return let_through;
}

template<class Open>
int cuts_let_through(const Bytes& record, Open open) {
    int let_through = 0;
    for (std::size_t size = 0; size < record.size(); ++size) {
        const Bytes cut(record.begin(), record.begin() + static_cast<std::ptrdiff_t>(size));
        if (!failed_with(open(cut), ErrorCode::tampered)) ++let_through;
    }
    Bytes longer = record;
    longer.push_back(0);
    if (!failed_with(open(longer), ErrorCode::tampered)) ++let_through;
    return let_through;
}

template<class Open>
void refuses_every_change(const Bytes& record, Open open) {
    REQUIRE(open(record));
    CHECK(flips_let_through(record, open) == 0);
    CHECK(cuts_let_through(record, open) == 0);
}

}
