// The TOML parser asserts where a malformed file can in fact lead ("x = [, 1]" is one). Such a file must end in a
// diagnostic and not in an abort, in every build: an assertion throws here, and parse_toml catches it.
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
#include "content/read/document.hpp"
#include "content/read/text_file.hpp"
#include "content/read/toml_fault.hpp"
#include <algorithm>
#include <toml++/toml.h>

namespace content {

namespace {

// The parser limits nested brackets but not a.b.c.d keys, and tables are freed by recursion: a line of a hundred
// thousand dots would exhaust the stack. No honest line comes near this.
constexpr int dots_on_a_line = 64;

bool dots_are_sane(std::string_view text, Diagnostics& diagnostics) {
    int line = 1;
    int dots = 0;
    for (char byte : text) {
        if (byte == '\n') {
            ++line;
            dots = 0;
        } else if (byte == '.' && ++dots > dots_on_a_line) {
            diagnostics.add(line, "", "has more than 64 dots on one line");
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
        node.last_line = std::max(node.line, static_cast<int>(source.source().end.line));
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

std::optional<Node> parse_toml(std::string_view text, Diagnostics& diagnostics) {
    if (!dots_are_sane(text, diagnostics)) return std::nullopt;
    const auto unsafe = unsafe_toml(text);
    try {
        const toml::parse_result result = toml::parse(unsafe ? std::string_view(unsafe->above) : text);
        if (result && !unsafe) return convert(result.table());
        // A slip above the unsafe line may be its reason, and is told first.
        const auto at = result ? toml::source_position{} : result.error().source().begin;
        const auto line = std::max(1, static_cast<int>(at.line));
        const auto fault = result || (unsafe && line >= unsafe->line)
                               ? toml_fault(text, unsafe->line, 1)
                               : toml_fault(text, line, static_cast<int>(at.column));
        diagnostics.add(fault.line, "", "is not TOML: " + fault.why);
    } catch (const ParserGaveUp&) {
        diagnostics.add(unsafe ? unsafe->line : 1, "", "is not TOML: a value, bracket, comma or quote is out of place");
    }
    return std::nullopt;
}

std::optional<Node> read_toml(const std::filesystem::path& file, Diagnostics& diagnostics) {
    auto text = read_text(file, diagnostics);
    return text ? parse_toml(*text, diagnostics) : std::nullopt;
}

}
