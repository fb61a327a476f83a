#include "report/zip_checksums.hpp"
#include <cstdint>
#include <optional>
#include <string_view>

// Places in the headers: PKWARE, .ZIP File Format Specification 6.3.10, 4.3.7, 4.3.9, 4.3.12, 4.3.16; the extra field
// 0x9901: https://www.winzip.com/en/support/aes-encryption/
namespace report {
namespace {

constexpr std::uint32_t local_mark = 0x04034b50, central_mark = 0x02014b50, end_mark = 0x06054b50,
                        descriptor_mark = 0x08074b50;
constexpr std::size_t local_size = 30, central_size = 46, end_size = 22;
constexpr std::uint16_t aes_field = 0x9901;
constexpr std::uint16_t has_descriptor = 8; // in the flags: the checksum stands behind the bytes

class Bytes {
public:
    explicit Bytes(std::string& bytes) : m_bytes(bytes) {}
    bool holds(std::size_t at, std::size_t size) const { return at <= m_bytes.size() && size <= m_bytes.size() - at; }
    std::uint32_t number(std::size_t at, std::size_t size) const {
        std::uint32_t value = 0;
        for (std::size_t i = size; i-- > 0;)
            value = value << 8U | static_cast<std::uint8_t>(m_bytes[at + i]);
        return value;
    }
    std::uint16_t two(std::size_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t four(std::size_t at) const { return number(at, 4); }
    void clear(std::size_t at) { m_bytes.replace(at, 4, 4, '\0'); }

    // Makes AE-2 of the AES field between `at` and `end`; false where there is none.
    bool mark(std::size_t at, std::size_t end) {
        while (at + 4 <= end) {
            const std::size_t size = two(at + 2);
            if (two(at) == aes_field && size >= 7 && at + 4 + size <= end) {
                m_bytes[at + 4] = 2;
                m_bytes[at + 5] = 0;
                return true;
            }
            at += 4 + size;
        }
        return false;
    }

private:
    std::string& m_bytes;
};

bool leave_out_of_local(Bytes& bytes, std::size_t at, std::uint32_t packed_size) {
    if (!bytes.holds(at, local_size) || bytes.four(at) != local_mark) return false;
    const std::size_t extra = at + local_size + bytes.two(at + 26), data = extra + bytes.two(at + 28);
    if (!bytes.holds(data, packed_size) || !bytes.mark(extra, data)) return false;
    bytes.clear(at + 14);
    if ((bytes.two(at + 6) & has_descriptor) == 0) return true;
    const std::size_t descriptor = data + packed_size;
    if (!bytes.holds(descriptor, 12)) return false;
    bytes.clear(bytes.four(descriptor) == descriptor_mark ? descriptor + 4 : descriptor);
    return true;
}

}

bool leave_out_checksums(std::string& archive) {
    Bytes bytes(archive);
    if (archive.size() < end_size || archive.size() > 0xFFFFFFFEU) return false;
    const std::size_t end = archive.size() - end_size; // there is no comment
    if (bytes.four(end) != end_mark) return false;
    std::size_t at = bytes.four(end + 16);
    for (std::size_t left = bytes.two(end + 10); left > 0; --left) {
        if (!bytes.holds(at, central_size) || bytes.four(at) != central_mark) return false;
        const std::size_t extra = at + central_size + bytes.two(at + 28), next = extra + bytes.two(at + 30);
        if (!bytes.holds(extra, next - extra) || !bytes.mark(extra, next)) return false;
        if (!leave_out_of_local(bytes, bytes.four(at + 42), bytes.four(at + 20))) return false;
        bytes.clear(at + 16);
        at = next + bytes.two(at + 32);
    }
    return true;
}

}
