// A TOML file as plain values, each with the line it was written on. Nothing outside document.cpp sees the TOML
// library.
#pragma once
#include "content/read/diagnostics.hpp"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content {

enum class NodeKind { text, whole, fraction, truth, date, list, table };

struct Entry;
struct Node {
    NodeKind kind = NodeKind::table;
    int line = 1;
    int last_line = 1;
    std::string text;
    std::int64_t whole = 0;
    double fraction = 0;
    bool truth = false;
    std::vector<Node> list;
    std::vector<Entry> entries; // of a table, by key
};
struct Entry {
    std::string key;
    int line = 1;
    Node value;
};

const Entry* find_entry(const Node& table, std::string_view key);

// Reads the text of a TOML file into a table. A syntax error is one line and no table.
std::optional<Node> parse_toml(std::string_view text, Diagnostics& diagnostics);
std::optional<Node> read_toml(const std::filesystem::path& file, Diagnostics& diagnostics);

}
