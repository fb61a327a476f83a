#include "content/read/fields.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace content {

namespace {

std::string listed(const auto& words) {
    std::string out;
    for (const auto& word : words) {
        if (!out.empty()) out += ", ";
        out += word;
    }
    return out;
}

// What is wrong with the text's white space and control characters, or nothing.
std::optional<std::string> control_in(std::string_view text, bool many_lines) {
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '\t') return "has a tab; write a space";
        if (byte == '\n' && !many_lines) return "must be one line";
        if (byte != '\n' && (code < 0x20 || code == 0x7F))
            return fmt::format("has a control character (U+{:04X}) that nobody sees; write the text anew", code);
    }
    return std::nullopt;
}

}

bool is_id(std::string_view text) {
    auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= id_limit.characters && text[0] >= 'a' && text[0] <= 'z' &&
           std::ranges::all_of(text, fits);
}

void Fields::know(std::string_view key) {
    if (std::ranges::find(m_known, key) == m_known.end()) m_known.emplace_back(key);
}

bool Fields::has(std::string_view key) {
    know(key);
    return find_entry(m_table, key) != nullptr;
}

int Fields::line_of(std::string_view key) const {
    const Entry* entry = find_entry(m_table, key);
    return entry ? entry->line : m_table.line;
}

void Fields::complain_at(int line, std::string_view key, std::string_view rule) {
    std::string path = m_where;
    if (!m_where.empty() && !key.empty()) path += '.';
    path += key;
    m_complaints.add(line, path, rule);
}

void Fields::diagnose(std::string_view key, std::string_view rule) {
    complain_at(line_of(key), key, rule);
}

const Node* Fields::take(std::string_view key, NodeKind kind, std::string_view what, Need need) {
    know(key);
    const Entry* entry = find_entry(m_table, key);
    if (!entry) {
        if (need == Need::required) diagnose(key, "is missing; it must be " + std::string(what));
        return nullptr;
    }
    if (entry->value.kind != kind) {
        diagnose(key, "must be " + std::string(what));
        return nullptr;
    }
    return &entry->value;
}

void Fields::check_text(const Node& node, std::string_view key, TextLimit limit) {
    if (core::utf8::length(node.text) > limit.characters) {
        complain_at(node.line, key, "is longer than " + std::to_string(limit.characters) + " characters");
    }
    if (const auto rule = control_in(trimmed(node.text), limit.many_lines)) complain_at(node.line, key, *rule);
}

std::string Fields::text(std::string_view key, TextLimit limit, Need need) {
    const Node* node = take(key, NodeKind::text, "text in quotes", need);
    if (!node) return {};
    check_text(*node, key, limit);
    std::string words(trimmed(node->text));
    if (words.empty() && need == Need::required) diagnose(key, "is empty; it must be text in quotes");
    return words;
}

std::string Fields::id(std::string_view key, Need need) {
    const Node* node = take(key, NodeKind::text, "an id in quotes", need);
    if (!node) return {};
    if (is_id(node->text)) return node->text;
    diagnose(key, in_quotes(node->text) +
                      " is not an id; allowed are a-z, 0-9 and -, a letter first, at most 64 characters");
    return {};
}

std::optional<std::size_t> Fields::one_of(std::string_view key, std::vector<std::string_view> allowed, Need need) {
    const Node* node = take(key, NodeKind::text, "one of: " + listed(allowed), need);
    if (!node) return std::nullopt;
    auto found = std::ranges::find(allowed, node->text);
    if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
    diagnose(key, in_quotes(node->text) + " is unknown; allowed are: " + listed(allowed));
    return std::nullopt;
}

std::optional<bool> Fields::truth(std::string_view key) {
    const Node* node = take(key, NodeKind::truth, "true or false", Need::optional);
    return node ? std::optional(node->truth) : std::nullopt;
}

std::optional<int> Fields::whole(std::string_view key, int low, int high, Need need) {
    std::string what = "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
    const Node* node = take(key, NodeKind::whole, what, need);
    if (!node) return std::nullopt;
    if (node->whole >= low && node->whole <= high) return static_cast<int>(node->whole);
    diagnose(key, std::to_string(node->whole) + " is out of range; it must be " + what);
    return std::nullopt;
}

std::optional<double> Fields::number(std::string_view key, double low, double high, Need need) {
    std::string what = fmt::format("a number from {} to {}", low, high);
    know(key);
    const Entry* entry = find_entry(m_table, key);
    if (!entry) {
        if (need == Need::required) diagnose(key, "is missing; it must be " + what);
        return std::nullopt;
    }
    const Node& node = entry->value;
    if (node.kind != NodeKind::whole && node.kind != NodeKind::fraction) {
        diagnose(key, "must be " + what);
        return std::nullopt;
    }
    double value = node.kind == NodeKind::whole ? static_cast<double>(node.whole) : node.fraction;
    if (value >= low && value <= high) return value; // never so for nan
    diagnose(key, fmt::format("{} is out of range; it must be {}", value, what));
    return std::nullopt;
}

std::vector<std::string> Fields::texts(std::string_view key, TextLimit limit, std::size_t most) {
    const Node* node = take(key, NodeKind::list, "a list of texts", Need::optional);
    if (!node) return {};
    if (node->list.size() > most) diagnose(key, "has more than " + std::to_string(most) + " entries");
    std::vector<std::string> out;
    for (const Node& entry : node->list) {
        if (entry.kind != NodeKind::text || trimmed(entry.text).empty()) {
            complain_at(entry.line, key, "must be a list of texts, none empty");
            continue;
        }
        check_text(entry, key, limit);
        out.emplace_back(trimmed(entry.text));
    }
    return out;
}

std::vector<std::string> Fields::ids(std::string_view key, Need need) {
    const Node* node = take(key, NodeKind::list, "a list of ids", need);
    if (!node) return {};
    if (node->list.empty() && need == Need::required) diagnose(key, "is empty; it must name at least one id");
    std::vector<std::string> out;
    for (const Node& entry : node->list) {
        if (entry.kind != NodeKind::text || !is_id(entry.text)) {
            complain_at(entry.line, key, "must be a list of ids; an id has a-z, 0-9 and -, a letter first");
        } else if (std::ranges::find(out, entry.text) != out.end()) {
            complain_at(entry.line, key, "names \"" + entry.text + "\" twice");
        } else {
            out.push_back(entry.text);
        }
    }
    return out;
}

std::vector<const Node*> Fields::tables(std::string_view key) {
    const std::string name(key);
    const Entry* entry = find_entry(m_table, key);
    std::vector<const Node*> out;
    if (entry && entry->value.kind == NodeKind::table && m_where.empty()) {
        know(key);
        diagnose(key, fmt::format("write [[{0}]], with two brackets on each side, and not [{0}]", name));
        return out;
    }
    const Node* node = take(key, NodeKind::list, "a list of tables, as in [[" + name + "]]", Need::optional);
    if (!node) return out;
    for (const Node& entry : node->list) {
        if (entry.kind == NodeKind::table) {
            out.push_back(&entry);
        } else {
            complain_at(entry.line, key, "must be a list of tables");
        }
    }
    return out;
}

const Node* Fields::table(std::string_view key, Need need) {
    return take(key, NodeKind::table, "a table, as in [" + std::string(key) + "]", need);
}

const Node* Fields::list(std::string_view key, std::string_view what, Need need) {
    return take(key, NodeKind::list, what, need);
}

void Fields::finish() {
    for (const Entry& entry : m_table.entries) {
        if (std::ranges::find(m_known, entry.key) == m_known.end()) {
            complain_at(entry.line, shown(entry.key), "is unknown here; allowed are: " + listed(m_known));
        }
    }
}

}
