#include "practice/joint_share.hpp"

namespace practice {
namespace {

// A slot that holds a key under a code alone begins with its own version, which is small.
constexpr std::uint8_t share_mark = 0xB2;

void put(vault::Bytes& into, std::span<const std::uint8_t> bytes) {
    for (std::size_t i = 0; i < 4; ++i)
        into.push_back(static_cast<std::uint8_t>(bytes.size() >> 8 * i));
    into.insert(into.end(), bytes.begin(), bytes.end());
}

std::optional<vault::Bytes> take(std::span<const std::uint8_t>& from) {
    if (from.size() < 4) return std::nullopt;
    std::size_t size = 0;
    for (std::size_t i = 4; i-- > 0;)
        size = size << 8U | from[i];
    from = from.subspan(4);
    if (from.size() < size) return std::nullopt;
    vault::Bytes bytes(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(size));
    from = from.subspan(size);
    return bytes;
}

}

vault::Bytes encode(const JointShare& share) {
    vault::Bytes slot{share_mark};
    put(slot, share.code_slot);
    put(slot, share.joint_key);
    for (const auto& draft : share.drafts)
        put(slot, draft);
    return slot;
}

std::optional<JointShare> decode_share(std::span<const std::uint8_t> slot) {
    if (slot.empty() || slot.front() != share_mark) return std::nullopt;
    auto rest = slot.subspan(1);
    JointShare share;
    for (auto* part : {&share.code_slot, &share.joint_key}) {
        auto bytes = take(rest);
        if (!bytes) return std::nullopt;
        *part = std::move(*bytes);
    }
    while (!rest.empty()) {
        auto draft = take(rest);
        if (!draft) return std::nullopt;
        share.drafts.push_back(std::move(*draft));
    }
    return share;
}

}
