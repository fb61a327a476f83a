#include "content/read/toml_fault.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/text_file.hpp"
#include "content/read/toml_tokens.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <regex>

namespace content {

namespace {

constexpr std::size_t most_tokens = 60; // of the line that is looked at; nobody writes as many

// One line, and what stands around it.
struct Line {
    std::vector<TomlToken> tokens;
    std::string shape;         // a letter for where it stands (place_of), then one for each token
    TomlToken before;          // the last one of the lines above
    TomlToken within;          // the innermost bracket that is open where it begins
    int same_key = 0;          // a line above that has this line's key in the same table, or 0
    std::size_t same_name = 0; // how many brackets a line above has around this line's name, or 0
};

bool is_curly(std::string_view text, bool (std::string_view::*at)(std::string_view) const noexcept) {
    constexpr std::string_view quotes[] = {"“", "”", "„", "«", "»", "‘", "’", "‚", "´", "`"};
    return std::ranges::any_of(quotes, [&](std::string_view quote) { return (text.*at)(quote); });
}

// T at the top; in a list L behind a value and l before one; I in braces.
char place_of(const Line& line) {
    if (line.within.is("{")) return 'I';
    if (line.within.is("[")) return line.before.ends_value() ? 'L' : 'l';
    return 'T';
}

// t a text, M one that began above. Open ones: O with three quotes, a with ', e with a curly quote at its end, p with
// nothing behind the quote, o the rest.
char kind_of_quotes(const TomlToken& token, int line) {
    if (token.piece == Piece::text) return token.line < line ? 'M' : 't';
    if (token.words[0] == '\'') return 'a';
    if (token.words.starts_with("\"\"\"")) return 'O';
    const auto words = token.words.substr(0, token.words.find_last_not_of(" \t\r,]}") + 1);
    if (is_curly(words, &std::string_view::ends_with)) return 'e';
    return words == "\"" ? 'p' : 'o';
}

// q begins with a curly quote, s is a semicolon, r begins a remark elsewhere; b y true and false and what is meant as
// them; n z m x numbers: plain, with a 0 in front, with a sign or a fraction, and none; c has a colon; k could be a
// key.
char kind_of_word(std::string_view word) {
    static const std::pair<char, std::regex> kinds[] = {
        {'s', std::regex(";")},
        {'r', std::regex("(//|;|--).*")},
        {'b', std::regex("true|false")},
        {'y', std::regex("yes|no|on|off|true|false", std::regex::icase)},
        {'z', std::regex("0\\d+")},
        {'n', std::regex("\\d+")},
        {'m', std::regex("[-+]?(\\d+|\\d+\\.\\d+)")},
        {'x', std::regex("[-+.]?\\d.*")},
        {'c', std::regex(".*:.*")},
        {'k', std::regex("[A-Za-z0-9_.-]+")}};
    if (is_curly(word, &std::string_view::starts_with)) return 'q';
    const std::string start(word.substr(0, 100));
    const auto kind = std::ranges::find_if(kinds, [&](const auto& one) { return std::regex_match(start, one.second); });
    return kind == std::end(kinds) ? 'w' : kind->first;
}

std::string_view source_of(std::string_view text, int number) {
    for (int line = 1; line < number; ++line)
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find('\n'));
}

Line line_of(std::string_view text, int number) {
    Line line;
    TomlTokens tokens(text);
    std::map<std::string_view, int> keys; // of the table at hand
    std::map<std::string_view, std::size_t> names;
    TomlToken last{.last_line = 0};
    for (auto token = tokens.next(); token.piece != Piece::end && token.line <= number; token = tokens.next()) {
        const bool opens = token.is("[") || token.is("{");
        const bool begins = token.line != last.last_line && tokens.open().size() == (opens ? 1 : 0);
        if (token.last_line < number) {
            if (begins && opens) keys.clear();
            if (begins && token.piece == Piece::word) keys.emplace(token.words, token.line);
            if (token.piece == Piece::word && last.is("[")) names.emplace(token.words, tokens.open().size());
            line.before = token;
            line.within = tokens.open().empty() ? TomlToken{} : tokens.open().back();
        } else if (line.tokens.size() < most_tokens) {
            line.tokens.push_back(token);
            line.shape += token.piece == Piece::word   ? kind_of_word(token.words)
                          : token.piece != Piece::sign ? kind_of_quotes(token, number)
                          : tokens.closed_nothing()    ? '!'
                                                       : token.words[0];
        }
        last = token;
    }
    line.shape.insert(line.shape.begin(), place_of(line));
    if (const auto name = std::ranges::find(line.tokens, Piece::word, &TomlToken::piece); name != line.tokens.end()) {
        line.same_key = keys[name->words];
        line.same_name = names[name->words];
    }
    return line;
}

// The shape of a line, and what is then wrong with it: the first that is found. W stands for the kinds of words, K for
// where a key comes, V for where a value comes.
struct Rule {
    const char* shape;
    const char* why; // word, quoted, joined: of the first group; next: of the second
};
#define STRAIGHT "write straight quotes, \"\", and not curly ones"
constexpr Rule rules[] = {
    {",\\}", "no comma stands before }}"},
    {"^.M[^,\\]}]", "the three quotes, \"\"\", that begin in line {begun} may have no three at their end"},
    {"O", "the three quotes, \"\"\", that begin here have no three at their end"},
    {"a", "a text stands in straight double quotes, \"\"; one of them is missing"},
    {"e", "ends with a curly quote; " STRAIGHT},
    {"o|^.p", "a quote, \", is missing at the end of the text"},
    {"q[W]*p", "begins with a curly quote; " STRAIGHT},
    {"t[W]+p", "one quote is missing, or one too many: a straight quote inside a text ends it; inside write “ and ”"},
    {"[W]p", "a quote, \", is missing at the beginning of the text"},
    {"p", "a quote, \", is missing at the end of the text, or one is too many"},
    {"q", "has curly quotes around a text; " STRAIGHT},
    {"!", "has a closing bracket too many"},
    {"^I", "the {{ in line {within} needs its }} on the same line"},
    {"^[Ll](\\[\\[?k|[W]=|$)", "the [ in line {within} has no ] before this line"},
    {"\\{[^}]*$", "the {{ needs its }} on the same line"},
    {"^T\\[\\[?[W][W]", "a name in brackets has no space"},
    {"^T\\[\\[([W])(?!\\]\\])",
     "as many brackets close as open: [[{word}]] for each of several, [{word}] for the only one"},
    {"^T\\[\\[[W]\\]\\].", "what follows [[...]] stands on the next line"},
    {"^T\\[[W]\\].", "what follows [...] stands on the next line"},
    {"^L[\\[{tW]", "a comma is missing at the end of line {before}"},
    {"=[tW\\]}](k)=", "a comma is missing before {word}"},
    {"[t\\]}]([\\[{])", "a comma is missing before {word}"},
    {"(?:^[Ll]|[\\[,])t(t)", "a comma is missing before {word}"},
    {"K=", "a key is missing before the ="},
    {"^Tr", "a remark begins with #"},
    {"K(c|kc)", "write = and not a colon after the key"},
    {"K([W][W]+)=", "the key {quoted} has a space; write {joined}"},
    {"K([wxc])=", "{quoted} is no key; a key has no accents and no other signs"},
    {"==", "one = is enough"},
    {"([W])=(?:,|\\}|$)", "nothing stands after {word} ="},
    {"K([W]+)t", "a = is missing after {word}"},
    {"V(y)(?!=)", "{word} is unknown; write true or false, in small letters"},
    {"=(n),([nz])", "a number has a point and no comma: {word}.{next}"},
    {"V[nz][nz]", "a number has no space inside"},
    {"V[bnm]([W])(?!=)", "stands after the value and should not: {word}"},
    {"Vz", "a number does not begin with 0"},
    {"V(x)", "{quoted} is no number; write one as 3, -3 or 0.5, or put quotes around a text"},
    {"V([kwc][W]*)(?![W=])", "the words {quoted} need quotes around them"},
    {"ts", "no ; stands at the end of a line"},
    {"t[Wt]", "a straight quote inside a text ends it; inside a text write curly ones, “ and ”"},
    {"(?:^[TlI]|[=,\\[{]),", "a comma too many"},
    {"^T[Wrs]+$", "is no key with = and a value; a remark begins with #"},
};
#undef STRAIGHT

const std::regex& pattern_of(std::size_t rule) {
    static const auto patterns = [] {
        std::vector<std::regex> made;
        for (const Rule& rule : rules) {
            std::string shape = rule.shape;
            for (const auto& [letter, meant] :
                 {std::pair{'K', "(?:^T|\\{(?:[^}]*,)?)"}, {'V', "(?:[=,]|^l|[=,lL]\\[|=\\[\\[)"}, {'W', "bynzmxkwc"}})
                for (auto at = shape.find(letter); at != std::string::npos; at = shape.find(letter))
                    shape.replace(at, 1, meant);
            made.emplace_back(shape);
        }
        return made;
    }();
    return patterns[rule];
}

// The words of one group, with a blank between them.
std::string words_in(const Line& line, const std::smatch& found, std::size_t group) {
    std::string words;
    const auto first = group < found.size() ? static_cast<std::size_t>(found.position(group)) - 1 : 0;
    for (std::size_t i = 0; group < found.size() && i < static_cast<std::size_t>(found.length(group)); ++i)
        words.append(i == 0 ? "" : " ").append(line.tokens[first + i].words);
    return words;
}

std::optional<TomlFault> fault_of_shape(const Line& line, int number) {
    std::smatch found;
    for (std::size_t rule = 0; rule < std::size(rules); ++rule) {
        if (!std::regex_search(line.shape, found, pattern_of(rule))) continue;
        const auto word = words_in(line, found, 1);
        auto joined = word;
        std::ranges::replace(joined, ' ', '_');
        const bool begun_above = !line.tokens.empty() && line.shape[1] == 'O';
        return TomlFault{begun_above ? line.tokens[0].line : number,
                         fmt::format(fmt::runtime(rules[rule].why), fmt::arg("word", shown(word)),
                                     fmt::arg("quoted", in_quotes(word)), fmt::arg("joined", shown(joined)),
                                     fmt::arg("next", shown(words_in(line, found, 2))),
                                     fmt::arg("begun", line.tokens.empty() ? number : line.tokens[0].line),
                                     fmt::arg("within", line.within.line), fmt::arg("before", line.before.last_line))};
    }
    return std::nullopt;
}

// What only its words show, and not its shape.
std::string odd_sign(std::string_view source) {
    const auto odd = std::ranges::find_if(source, [](char byte) {
        return (static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\r') || byte == 0x7F;
    });
    if (odd != source.end())
        return fmt::format("has a control character (U+{:04X}) that nobody sees; write the line anew",
                           static_cast<unsigned>(*odd));
    if (source.substr(0, source.size() - 1).find('\r') != std::string_view::npos)
        return "the lines end as those of old programs do; save it with the line ends of Windows or Unix";
    return {};
}

std::string repeated_name(const Line& line) {
    static const std::regex one("T\\[[^\\[\\]]\\]"), many("T\\[\\[[^\\[\\]]\\]\\]");
    const auto name = line.tokens.empty() ? "" : shown(line.tokens[line.tokens.size() / 2].words);
    if (line.same_name == 1 && std::regex_match(line.shape, many))
        return fmt::format("write [[{0}]] above too, with two brackets on each side, and not [{0}]", name);
    if (line.same_name == 0 || !std::regex_match(line.shape, one)) return {};
    if (name == "repeat" || name == "map" || name == "practice") return fmt::format("[{}] stands here twice", name);
    return fmt::format("write [[{0}]], with two brackets on each side, and not [{0}]", name);
}

std::string fault_of_words(const Line& line, int column) {
    if (std::ranges::any_of(line.tokens, [](const TomlToken& token) {
            return token.piece == Piece::text && token.words.find('\\') != std::string_view::npos;
        }))
        return "a backslash means something of its own in a text; write / or \\\\";
    if (line.same_key > 0)
        return fmt::format("the key {} stands in line {} already; is a line such as [[item]] missing between them?",
                           in_quotes(line.tokens.front().words), line.same_key);
    std::map<std::string_view, int> keys;
    for (std::size_t i = 0; i + 1 < line.tokens.size(); ++i)
        if (line.tokens[i + 1].is("=") && ++keys[line.tokens[i].words] > 1) return "a key stands here twice";
    return fmt::format("something is out of place in column {} or before it", column);
}

bool is_beyond_ascii(char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
}

// A letter beyond ASCII first behind a backslash, or behind it and the blanks and the end of line that it swallows.
bool has_letter_behind_backslash(std::string_view words) {
    for (auto at = words.find('\\'); at != std::string_view::npos;) {
        const auto next = words.find_first_not_of(" \t\r\n", at + 1);
        if (next == std::string_view::npos) return false;
        if (is_beyond_ascii(words[next])) return true;
        at = words.find('\\', next == at + 1 ? next + 1 : next);
    }
    return false;
}

}

TomlFault toml_fault(std::string_view text, int number, int column) {
    const Line line = line_of(text, number);
    TomlFault fault{number, odd_sign(source_of(text, number))};
    if (fault.why.empty()) fault.why = repeated_name(line);
    if (fault.why.empty())
        fault = fault_of_shape(line, number).value_or(TomlFault{number, fault_of_words(line, column)});
    const auto source = trimmed(source_of(text, fault.line));
    if (!source.empty()) fault.why += "; the line is: " + shown(source);
    return fault;
}

std::optional<UnsafeToml> unsafe_toml(std::string_view text) {
    TomlTokens tokens(text);
    TomlToken before;
    std::size_t end_of_value =
        0; // one without quotes goes up to a blank, a comma or a closing bracket, whatever is in it
    for (auto token = tokens.next(); token.piece != Piece::end; before = token, token = tokens.next()) {
        const auto at = static_cast<std::size_t>(token.words.data() - text.data());
        const bool in_list = !tokens.open().empty() && tokens.open().back().is("[");
        std::string_view bare = token.piece == Piece::word ? token.words : "";
        if (token.piece == Piece::word && (before.is("=") || in_list) && at >= end_of_value) {
            end_of_value = std::min(text.find_first_of(" \t\r\n,]}#", at), text.size());
            bare = text.substr(at, end_of_value - at);
        }
        if ((token.is(",") && !before.ends_value()) || tokens.closed_nothing() ||
            std::ranges::any_of(bare, is_beyond_ascii) ||
            (token.words.starts_with('"') && has_letter_behind_backslash(token.words))) {
            UnsafeToml found{token.line, std::string(text.substr(0, text.substr(0, at).rfind('\n') + 1))};
            for (std::size_t i = tokens.open().size(); i-- > 0;)
                if (tokens.open()[i].line < token.line) found.above += tokens.open()[i].is("[") ? ']' : '}';
            return found;
        }
    }
    return std::nullopt;
}

}
