#include "content/read/letters.hpp"
#include "content/read/fields.hpp"
#include "core/letters.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

constexpr std::size_t most_named = 5;

bool is_strange(char32_t code) {
    return code > 0x7F && !core::can_be_shown(code);
}

// What would change the look of the line it is quoted in: control characters, marks on the letter before, spaces
// without a width and signs of direction.
bool has_no_shape(char32_t code) {
    struct Range {
        char32_t first, last;
    };
    constexpr Range ranges[] = {{0x80, 0x9F},     {0x300, 0x36F},   {0x2000, 0x200F}, {0x2028, 0x202F},
                                {0x205F, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF}};
    return std::ranges::any_of(ranges, [&](const Range& range) { return code >= range.first && code <= range.last; });
}

std::string name_of(std::string_view bytes, char32_t code) {
    const auto number = fmt::format("U+{:04X}", static_cast<std::uint32_t>(code));
    return has_no_shape(code) ? number : fmt::format("\"{}\" ({})", bytes, number);
}

// What the table in a list is called: "item tired", or as it was without an id.
std::string named(const std::string& where, const Node& entry) {
    if (entry.kind != NodeKind::table) return where;
    const Entry* id = find_entry(entry, "id");
    return id && is_id(id->value.text) ? where + " " + id->value.text : where;
}

}

std::string StrangeLetters::rule() const {
    return "has " + names + ", which the kiosk cannot show";
}

StrangeLetters strange_letters(std::string_view text) {
    StrangeLetters found;
    std::set<char32_t> seen;
    for (std::size_t at = 0; at < text.size() && seen.size() < most_named;) {
        const std::size_t begin = at;
        const auto letter = core::utf8::next(text, at);
        if (is_strange(letter.code) && seen.insert(letter.code).second) {
            if (found.empty()) found.first = begin;
            found.names += (found.empty() ? "" : ", ") + name_of(letter.bytes, letter.code);
        }
    }
    return found;
}

std::string without_strange_letters(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = core::utf8::next(text, at);
        out += is_strange(letter.code) ? "?" : letter.bytes;
    }
    return out;
}

void check_letters(const Node& node, const std::string& where, Diagnostics& diagnostics) {
    if (node.kind == NodeKind::text) {
        const auto strange = strange_letters(node.text);
        if (strange.empty()) return;
        // A text of several lines: counted from its end, for its first line may be the one below the quotes.
        const auto below = std::ranges::count(std::string_view(node.text).substr(strange.first), '\n');
        diagnostics.add(std::max(node.line, node.last_line - static_cast<int>(below)), where, strange.rule());
    }
    for (const Node& entry : node.list)
        check_letters(entry, named(where, entry), diagnostics);
    for (const Entry& entry : node.entries)
        check_letters(entry.value, (where.empty() ? "" : where + ".") + shown(entry.key), diagnostics);
}

void check_letters(std::string_view text, Diagnostics& diagnostics) {
    int line = 1;
    for (std::size_t from = 0; from <= text.size(); ++line) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto strange = strange_letters(text.substr(from, end - from));
        if (!strange.empty()) diagnostics.add(line, "", strange.rule());
        from = end + 1;
    }
}

}
