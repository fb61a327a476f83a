// The keyed hash of a row, and what stands for all rows of a table: how many, and the sum of their hashes.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

struct sqlite3_value;

namespace store {

using Mac = std::array<std::uint8_t, 32>;
// The device's key is behind it: this room holds none.
using RowHash = std::function<Mac(std::span<const std::uint8_t>)>;
using RowValues = std::span<sqlite3_value*>;

Mac mac_of_row(const RowHash& hash, std::string_view table, RowValues values);
bool holds(sqlite3_value* value, const Mac& mac);
std::string_view text_of(sqlite3_value* value); // nothing for NULL

struct RowSet {
    std::uint64_t count = 0;
    std::array<std::uint64_t, 4> sum{}; // modulo 2 to the 256
    bool operator==(const RowSet&) const = default;
    void add(const Mac& mac);
    void take(const Mac& mac);
};

inline constexpr std::string_view all_sets = "row_sets"; // their table, and the list's place in its own hash
// One for each table, in their order.
std::vector<std::uint8_t> encode(std::span<const RowSet> sets);
// A list of an earlier release is shorter: its new tables had no row yet. Nothing for bytes that no such list gives.
std::optional<std::vector<RowSet>> decode_row_sets(std::span<const std::uint8_t> bytes, std::size_t tables);
// `generation`: commits so far; `sets` as they are encoded.
Mac mac_of_sets(const RowHash& hash, std::int64_t generation, std::span<const std::uint8_t> sets);

}
