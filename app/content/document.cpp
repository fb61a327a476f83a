// The TOML parser asserts where a malformed file can in fact lead ("x = [, 1]" is one). Such a file must end in a
// complaint and not in an abort, in every build: an assertion throws here, and parse_toml catches it.
#undef NDEBUG
namespace {
struct ParserGaveUp {};
[[noreturn]] void give_up() {
    throw ParserGaveUp{};
}
}
#define TOML_ASSERT(expression) ((expression) ? static_cast<void>(0) : give_up())
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_MAX_NESTED_VALUES 16
#define TOML_ENABLE_FORMATTERS 0
#include "content/document.hpp"
#include "content/text_file.hpp"
#include <algorithm>
#include <toml++/toml.h>

namespace content {

namespace {

// The parser limits nested brackets but not a.b.c.d keys, and tables are freed by recursion: a line of a hundred
// thousand dots would exhaust the stack. No honest line comes near this.
constexpr int dots_on_a_line = 64;

bool dots_are_sane(std::string_view text, Complaints& complaints) {
    int line = 1;
    int dots = 0;
    for (char byte : text) {
        if (byte == '\n') {
            ++line;
            dots = 0;
        } else if (byte == '.' && ++dots > dots_on_a_line) {
            complaints.add(line, "", "has more than 64 dots on one line");
            return false;
        }
    }
    return true;
}

int line_of(const toml::source_region& source) {
    return std::max(1, static_cast<int>(source.begin.line));
}

Node convert(const toml::node& source) {
    Node node;
    node.line = line_of(source.source());
    switch (source.type()) {
    case toml::node_type::table:
        node.kind = NodeKind::table;
        for (const auto& [key, value] : *source.as_table()) {
            node.entries.push_back(Entry{std::string(key.str()), line_of(key.source()), convert(value)});
        }
        break;
    case toml::node_type::array:
        node.kind = NodeKind::list;
        for (const toml::node& value : *source.as_array())
            node.list.push_back(convert(value));
        break;
    case toml::node_type::string:
        node.kind = NodeKind::text;
        node.text = source.as_string()->get();
        break;
    case toml::node_type::integer:
        node.kind = NodeKind::whole;
        node.whole = source.as_integer()->get();
        break;
    case toml::node_type::boolean:
        node.kind = NodeKind::truth;
        node.truth = source.as_boolean()->get();
        break;
    case toml::node_type::floating_point:
        node.kind = NodeKind::fraction;
        node.fraction = source.as_floating_point()->get();
        break;
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
    case toml::node_type::none:
        node.kind = NodeKind::date;
        break;
    }
    return node;
}

}

const Entry* find_entry(const Node& table, std::string_view key) {
    auto found = std::ranges::find(table.entries, key, &Entry::key);
    return found == table.entries.end() ? nullptr : &*found;
}

std::optional<Node> parse_toml(std::string_view text, Complaints& complaints) {
    if (!dots_are_sane(text, complaints)) return std::nullopt;
    try {
        toml::parse_result result = toml::parse(text);
        if (result) return convert(result.table());
        std::string why(result.error().description());
        std::ranges::replace_if(
            why, [](char byte) { return static_cast<unsigned char>(byte) < 0x20; }, ' ');
        complaints.add(line_of(result.error().source()), "", "is not TOML: " + why);
    } catch (const ParserGaveUp&) {
        complaints.add(1, "", "is not TOML: a value, bracket, comma or quote is out of place");
    }
    return std::nullopt;
}

std::optional<Node> read_toml(const std::filesystem::path& file, Complaints& complaints) {
    auto text = read_text(file, complaints);
    return text ? parse_toml(*text, complaints) : std::nullopt;
}

}
