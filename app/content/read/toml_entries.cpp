#include "content/read/toml_entries.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace content {

namespace {

using Why = std::optional<std::string>;

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}
bool begins_as_number(std::string_view text) {
    return !text.empty() && text.find_first_of("0123456789") <= 1 &&
           std::string_view("+-.0123456789").find(text[0]) != std::string_view::npos;
}
bool is_key(std::string_view text) {
    constexpr std::string_view fits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
    return !text.empty() && text.find_first_not_of(fits) == std::string_view::npos;
}

// The words from this place on that stand beside each other.
std::string phrase(const TomlLine& line, std::size_t from) {
    std::string words;
    for (std::size_t i = from; line.piece(i) == Piece::word; ++i)
        words.append(words.empty() ? "" : " ").append(line.tokens[i].words);
    return words;
}
std::size_t after_words(const TomlLine& line, std::size_t from) {
    while (line.piece(from) == Piece::word)
        ++from;
    return from;
}

// What stands where a key should, at this place and before an equals sign.
Why key_at(const TomlLine& line, std::size_t at) {
    const auto& tokens = line.tokens;
    if (line.piece(at) == Piece::equals) return "a key is missing before the =";
    if (line.piece(at) != Piece::word) return std::nullopt;
    const auto& first = tokens[at].words;
    if (first.starts_with("//") || first.starts_with(";") || first.starts_with("--")) return "a remark begins with #";
    const auto next = after_words(line, at);
    const bool colon = first.find(':') != std::string_view::npos ||
                       (line.piece(at + 1) == Piece::word && tokens[at + 1].words.starts_with(":"));
    if (colon) return "write = and not a colon after the key";
    const auto key = phrase(line, at);
    if (line.piece(next) == Piece::equals) {
        if (next - at > 1) {
            auto joined = key;
            std::ranges::replace(joined, ' ', '_');
            return fmt::format("the key {} has a space; write {}", in_quotes(key), shown(joined));
        }
        if (!is_key(first))
            return fmt::format("{} is no key; a key has no accents and no other signs", in_quotes(first));
        if (line.piece(next + 1) == Piece::equals) return "one = is enough";
        if (line.piece(next + 1) == Piece::end || line.piece(next + 1) == Piece::comma)
            return fmt::format("nothing stands after {} =", shown(key));
        return std::nullopt;
    }
    if (line.piece(next) == Piece::text) return fmt::format("a = is missing after {}", shown(key));
    return std::nullopt;
}

Why value_at(const TomlLine& line, std::size_t at) {
    const auto& tokens = line.tokens;
    if (line.piece(at) != Piece::word) return std::nullopt;
    const auto& word = tokens[at].words;
    std::string small(word);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const char* meant : {"yes", "no", "on", "off", "true", "false"})
        if (small == meant && word != "true" && word != "false")
            return fmt::format("{} is unknown; write true or false, in small letters", shown(word));
    const auto next = after_words(line, at);
    if (word == "true" || word == "false" || is_digits(word)) {
        if (is_digits(word) && line.piece(at + 1) == Piece::comma && line.piece(at + 2) == Piece::word &&
            is_digits(tokens[at + 2].words) && at > 0 && tokens[at - 1].piece == Piece::equals)
            return fmt::format("a number has a point and no comma: {}.{}", shown(word), shown(tokens[at + 2].words));
        if (next - at > 1 && line.piece(next) != Piece::equals)
            return is_digits(word) && is_digits(tokens[at + 1].words)
                       ? std::string("a number has no space inside")
                       : fmt::format("stands after the value and should not: {}", shown(tokens[at + 1].words));
        if (is_digits(word) && word.size() > 1 && word[0] == '0') return "a number does not begin with 0";
        return std::nullopt;
    }
    if (begins_as_number(word)) {
        const auto rest = word.substr(word.find_first_of("0123456789."));
        const auto point = rest.find('.');
        const bool whole = is_digits(rest);
        const bool fraction =
            point != std::string_view::npos && is_digits(rest.substr(0, point)) && is_digits(rest.substr(point + 1));
        if (whole || fraction) return std::nullopt;
        return fmt::format("{} is no number; write one as 3, -3 or 0.5, or put quotes around a text", in_quotes(word));
    }
    return fmt::format("the words {} need quotes around them", in_quotes(phrase(line, at)));
}

}

Why key_or_value_fault(const TomlLine& line) {
    auto open = line.above;
    const auto& tokens = line.tokens;
    bool value = !open.empty() && open.back().is("["); // else a key comes next
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Piece before = i == 0 ? Piece::comma : tokens[i - 1].piece;
        Why why;
        if (before == Piece::equals || (value && (before == Piece::comma || before == Piece::open))) {
            why = value_at(line, i);
        } else if (before == Piece::comma || before == Piece::open) {
            why = key_at(line, i);
        }
        if (why) return why;
        if (tokens[i].piece == Piece::open) open.push_back(tokens[i]);
        if (tokens[i].piece == Piece::close && !open.empty()) open.pop_back();
        value = !open.empty() && open.back().is("[");
    }
    return std::nullopt;
}

}
