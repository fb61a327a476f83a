// Ids that cannot be mixed up. Row ids are numbers from the store; content ids are the words used in content/ files;
// a Uuid is 16 random bytes that bind a sealed record to its place; a FormHash names a form by what it says.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace core {

template<class Tag>
struct RowId {
    std::int64_t value = 0;
    auto operator<=>(const RowId&) const = default;
};
using TherapistId = RowId<struct TherapistTag>;
using CaseId = RowId<struct CaseTag>;
using SittingId = RowId<struct SittingTag>;
using PartId = RowId<struct PartTag>;

template<class Tag>
struct Name {
    std::string value;
    auto operator<=>(const Name&) const = default;
    bool empty() const { return value.empty(); }
};
using ModuleId = Name<struct ModuleTag>;
using ItemId = Name<struct ItemTag>;
using ScaleId = Name<struct ScaleTag>;
using PacketId = Name<struct PacketTag>;
using ArticleId = Name<struct ArticleTag>;

using Uuid = std::array<std::uint8_t, 16>;
using FormHash = std::array<std::uint8_t, 32>; // BLAKE2b-256 of the bytes that a form is kept as

}

template<class Tag>
struct std::hash<core::Name<Tag>> {
    std::size_t operator()(const core::Name<Tag>& name) const { return std::hash<std::string>{}(name.value); }
};
