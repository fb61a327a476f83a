#include "store/row_hash.hpp"
#include <cstring>
#include <sqlite3.h>

namespace store {

namespace {

constexpr std::size_t set_size = 40;

void put_number(std::vector<std::uint8_t>& bytes, std::uint64_t value) {
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::uint64_t number_at(std::span<const std::uint8_t> bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;)
        value = value << 8U | bytes[at + i];
    return value;
}

void put(std::vector<std::uint8_t>& bytes, const void* data, std::size_t size) {
    put_number(bytes, size);
    const auto* first = static_cast<const std::uint8_t*>(data);
    if (size > 0) bytes.insert(bytes.end(), first, first + size);
}

// Its type and size go in front of each value, so that no two rows give the same bytes.
void put(std::vector<std::uint8_t>& bytes, sqlite3_value* value) {
    const int type = sqlite3_value_type(value);
    bytes.push_back(static_cast<std::uint8_t>(type));
    if (type == SQLITE_NULL) return;
    if (type == SQLITE_INTEGER) {
        put_number(bytes, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
        return;
    }
    const void* data = sqlite3_value_blob(value); // text as its bytes
    put(bytes, data, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

}

Mac mac_of_row(const RowHash& hash, std::string_view table, RowValues values) {
    thread_local std::vector<std::uint8_t> row; // kept for its memory: each write of a row comes by here
    row.clear();
    put(row, table.data(), table.size());
    for (auto* value : values)
        put(row, value);
    return hash(row);
}

bool holds(sqlite3_value* value, const Mac& mac) {
    return sqlite3_value_type(value) == SQLITE_BLOB &&
           static_cast<std::size_t>(sqlite3_value_bytes(value)) == mac.size() &&
           std::memcmp(sqlite3_value_blob(value), mac.data(), mac.size()) == 0;
}

std::string_view text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text == nullptr ? std::string_view() : text;
}

void RowSet::add(const Mac& mac) {
    ++count;
    bool carry = false;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, &mac[8 * i], 8);
        const auto one = sum[i] + word;
        const auto all = one + (carry ? 1 : 0);
        carry = one < word || all < one;
        sum[i] = all;
    }
}

void RowSet::take(const Mac& mac) {
    --count;
    bool borrow = false;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, &mac[8 * i], 8);
        const auto one = sum[i] - word;
        const auto all = one - (borrow ? 1 : 0);
        borrow = one > sum[i] || all > one;
        sum[i] = all;
    }
}

std::vector<std::uint8_t> encode(std::span<const RowSet> sets) {
    std::vector<std::uint8_t> bytes;
    for (const auto& set : sets) {
        put_number(bytes, set.count);
        for (const auto word : set.sum)
            put_number(bytes, word);
    }
    return bytes;
}

std::optional<std::vector<RowSet>> decode_row_sets(std::span<const std::uint8_t> bytes, std::size_t tables) {
    if (bytes.size() % set_size != 0 || bytes.size() / set_size > tables) return std::nullopt;
    std::vector<RowSet> sets(tables);
    for (std::size_t i = 0; i < bytes.size() / set_size; ++i) {
        sets[i].count = number_at(bytes, set_size * i);
        for (std::size_t word = 0; word < sets[i].sum.size(); ++word)
            sets[i].sum[word] = number_at(bytes, set_size * i + 8 * (word + 1));
    }
    return sets;
}

Mac mac_of_sets(const RowHash& hash, std::int64_t generation, std::span<const std::uint8_t> sets) {
    std::vector<std::uint8_t> bytes;
    put(bytes, all_sets.data(), all_sets.size());
    put_number(bytes, static_cast<std::uint64_t>(generation));
    put(bytes, sets.data(), sets.size());
    return hash(bytes);
}

}
