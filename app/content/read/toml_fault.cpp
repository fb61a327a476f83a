#include "content/read/toml_fault.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/text_file.hpp"
#include "content/read/toml_entries.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace content {

namespace {

using Why = std::optional<std::string>;

constexpr const char* straight = "write straight quotes, \"\", and not curly ones";

bool has(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

bool is_curly(std::string_view text) {
    constexpr std::string_view curly[] = {"“", "”", "„", "«", "»", "‘", "’", "‚", "´", "`"};
    return std::ranges::any_of(curly, [&](std::string_view quote) { return text == quote; });
}
bool begins_curly(std::string_view text) {
    return is_curly(text.substr(0, 3)) || is_curly(text.substr(0, 2)) || is_curly(text.substr(0, 1));
}
bool ends_curly(std::string_view text) {
    const auto end = text.find_last_not_of(" \t\r,]}");
    if (end == std::string_view::npos) return false;
    text = text.substr(0, end + 1);
    return (text.size() >= 3 && is_curly(text.substr(text.size() - 3))) ||
           (text.size() >= 2 && is_curly(text.substr(text.size() - 2)));
}

Why control_character(const TomlLine& line) {
    const auto odd = std::ranges::find_if(line.source, [](char byte) {
        return (static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\r') || byte == 0x7F;
    });
    if (odd == line.source.end()) return std::nullopt;
    return fmt::format("has a control character (U+{:04X}) that nobody sees; write the line anew",
                       static_cast<unsigned>(*odd));
}

Why open_quote(const TomlLine& line) {
    const auto& tokens = line.tokens;
    const auto open = std::ranges::find(tokens, Piece::open_text, &TomlToken::piece);
    if (open == tokens.end()) return std::nullopt;
    if (open->words.starts_with("\"\"\""))
        return "the three quotes, \"\"\", that begin here have no three at their end";
    if (open->words.starts_with('\'')) return "a text stands in straight double quotes, \"\"; one of them is missing";
    if (ends_curly(open->words)) return std::string("ends with a curly quote; ") + straight;
    const bool nothing_behind = open->words.find_first_not_of(" \t\r,]}\"") == std::string_view::npos;
    if (open == tokens.begin() || !nothing_behind) return "a quote, \", is missing at the end of the text";
    const auto& last = *(open - 1);
    if (last.piece != Piece::word) return "a quote, \", is missing at the end of the text, or one is too many";
    auto first = open - 1;
    while (first != tokens.begin() && (first - 1)->piece == Piece::word)
        --first;
    if (begins_curly(first->words)) return std::string("begins with a curly quote; ") + straight;
    if (first != tokens.begin() && (first - 1)->piece == Piece::text)
        return "one quote is missing, or one too many: a straight quote inside a text ends it; inside write “ and ”";
    return "a quote, \", is missing at the beginning of the text";
}

Why curly_quote(const TomlLine& line) {
    const bool curly = std::ranges::any_of(
        line.tokens, [](const TomlToken& token) { return token.piece == Piece::word && begins_curly(token.words); });
    if (!curly) return std::nullopt;
    return std::string("has curly quotes around a text; ") + straight;
}

// A text of several lines that ends on this one and is followed by more: its end may be another text's beginning.
Why three_quotes(const TomlLine& line) {
    const auto& tokens = line.tokens;
    if (tokens.empty() || tokens.front().line == line.number) return std::nullopt;
    if (tokens.size() == 1 || tokens[1].piece == Piece::comma || tokens[1].piece == Piece::close) return std::nullopt;
    return fmt::format("the three quotes, \"\"\", that begin in line {} may have no three at their end",
                       tokens.front().line);
}

bool is_header(const TomlLine& line) {
    return line.piece(0) == Piece::open && line.tokens[0].is("[") &&
           (line.piece(1) == Piece::word ||
            (line.piece(1) == Piece::open && line.tokens[1].is("[") && line.piece(2) == Piece::word));
}

bool is_key_line(const TomlLine& line) {
    return line.piece(0) == Piece::word && line.piece(1) == Piece::equals;
}

Why open_bracket(const TomlLine& line) {
    if (line.closes_nothing) return "has a closing bracket too many";
    if (!line.above.empty()) {
        const auto& open = line.above.back();
        if (open.is("{")) return fmt::format("the {{ in line {} needs its }} on the same line", open.line);
        if (is_header(line) || is_key_line(line))
            return fmt::format("the [ in line {} has no ] before this line", open.line);
    }
    const bool brace = std::ranges::any_of(
        line.after, [&](const TomlToken& open) { return open.is("{") && open.line == line.number; });
    if (brace) return "the { needs its } on the same line";
    return std::nullopt;
}

Why header(const TomlLine& line, std::string_view words) {
    if (!line.above.empty() || !is_header(line)) return std::nullopt;
    const auto& tokens = line.tokens;
    const std::size_t opened = line.piece(1) == Piece::open ? 2 : 1;
    const auto name = shown(tokens[opened].words);
    if (line.piece(opened + 1) == Piece::word) return "a name in brackets has no space";
    std::size_t closed = opened + 1;
    while (line.piece(closed) == Piece::close)
        ++closed;
    if (closed - opened - 1 != opened)
        return fmt::format("as many brackets close as open: [[{0}]] for each of several, [{0}] for the only one", name);
    if (closed < tokens.size())
        return fmt::format("what follows {} stands on the next line", opened == 2 ? "[[...]]" : "[...]");
    if (!has(words, "redefine")) return std::nullopt;
    if (opened == 2) return fmt::format("write [[{0}]] above too, with two brackets on each side, and not [{0}]", name);
    if (name == "repeat" || name == "map" || name == "practice") return fmt::format("[{}] stands here twice", name);
    return fmt::format("write [[{0}]], with two brackets on each side, and not [{0}]", name);
}

Why comma(const TomlLine& line) {
    const auto& tokens = line.tokens;
    const bool in_list = !line.above.empty() && line.above.back().is("[");
    const auto ends_value = [](const TomlToken& token) {
        return token.piece == Piece::text || token.piece == Piece::close || token.piece == Piece::word;
    };
    const bool begins_value =
        line.piece(0) == Piece::open || line.piece(0) == Piece::text || line.piece(0) == Piece::word;
    if (in_list && begins_value && ends_value(line.before))
        return fmt::format("a comma is missing at the end of line {}", line.before.last_line);
    auto open = line.above;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].piece == Piece::open) open.push_back(tokens[i]);
        if (tokens[i].piece == Piece::close && !open.empty()) open.pop_back();
        if (open.empty() || !ends_value(tokens[i])) continue;
        const bool next_entry =
            open.back().is("{") && tokens[i + 1].piece == Piece::word && line.piece(i + 2) == Piece::equals;
        const bool next_value =
            open.back().is("[") && (tokens[i + 1].piece == Piece::open ||
                                    (tokens[i].piece == Piece::text && tokens[i + 1].piece == Piece::text));
        if (next_entry || next_value) return fmt::format("a comma is missing before {}", shown(tokens[i + 1].words));
    }
    return std::nullopt;
}

Why after_text(const TomlLine& line) {
    const auto& tokens = line.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].piece != Piece::text ||
            (tokens[i + 1].piece != Piece::word && tokens[i + 1].piece != Piece::text))
            continue;
        if (tokens[i + 1].is(";")) return "no ; stands at the end of a line";
        return "a straight quote inside a text ends it; inside a text write curly ones, “ and ”";
    }
    return std::nullopt;
}

Why from_the_words(const TomlLine& line, std::string_view words) {
    if (has(words, "saw comma")) return "a comma too many";
    if (has(words, "escape") || has(words, "unicode scalar"))
        return "a backslash means something of its own in a text; write / or \\\\";
    if (has(words, "after '\\r'"))
        return "the lines end as those of old programs do; save it with the line ends of Windows or Unix";
    if (has(words, "redefine") && !line.tokens.empty()) {
        const auto key = in_quotes(line.tokens.front().words);
        if (line.same_key > 0)
            return fmt::format("the key {} stands in line {} already; is a line such as [[item]] missing between them?",
                               key, line.same_key);
        return "a key stands here twice";
    }
    if (std::ranges::all_of(line.tokens, [](const TomlToken& token) { return token.piece == Piece::word; }))
        return "is no key with = and a value; a remark begins with #";
    return std::nullopt;
}

std::string one_line(std::string_view words) {
    std::string line(words);
    std::ranges::replace_if(
        line, [](char byte) { return static_cast<unsigned char>(byte) < 0x20; }, ' ');
    return line;
}

}

TomlFault toml_fault(std::string_view text, int number, std::string_view words) {
    const TomlLine line = toml_line(text, number);
    if (line.tokens.empty() && line.before.piece == Piece::end) return {number, one_line(words)};
    if (has(words, "dangling comma")) return {number, "no comma stands before }"};
    if (const auto why = three_quotes(line)) return {number, *why};
    // Three quotes that are never closed take all the rest of the file with them.
    if (!line.tokens.empty() && line.tokens.front().piece == Piece::open_text &&
        line.tokens.front().words.starts_with("\"\"\""))
        return {line.tokens.front().line, *open_quote(line)};
    for (const auto& why :
         {control_character(line), open_quote(line), curly_quote(line), open_bracket(line), header(line, words)})
        if (why) return {number, *why};
    if (const auto why = has(words, "comma or closing") ? comma(line) : std::nullopt) return {number, *why};
    if (const auto why = key_or_value_fault(line)) return {number, *why};
    for (const auto& why : {after_text(line), comma(line), from_the_words(line, words)})
        if (why) return {number, *why};
    return {number, one_line(words)};
}

TomlFault toml_fault(std::string_view text) {
    return {line_out_of_place(text), "a value, bracket, comma or quote is out of place"};
}

}
