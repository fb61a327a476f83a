#include "content/fhir/fhirpath.hpp"
#include "content/read/diagnostics.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace content {

namespace {

constexpr std::size_t longest_path = 40'000; // bytes
constexpr int deepest_path = 60;             // brackets in brackets
constexpr int deepest_tree = 800;            // of a chain of as many signs; evaluated and freed by recursion

struct PathToken {
    enum class Kind { end, name, text, number, variable, dollar, sign };
    Kind kind = Kind::end;
    std::string word;
};

struct UnreadPath {
    std::string why;
};

bool is_digit_here(char c) {
    return c >= '0' && c <= '9';
}
bool is_name_here(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit_here(c);
}

class PathTokens {
public:
    explicit PathTokens(std::string_view source) : m_source(source) { next(); }
    const PathToken& now() const { return m_now; }
    void next();

private:
    char at(std::size_t ahead = 0) const { return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0'; }
    void pass_space();
    std::string quoted(char quote);
    std::string name();

    std::string_view m_source;
    std::size_t m_at = 0;
    PathToken m_now;
};

void PathTokens::pass_space() {
    for (;;) {
        if (at() == ' ' || at() == '\t' || at() == '\n' || at() == '\r') {
            ++m_at;
        } else if (at() == '/' && (at(1) == '/' || at(1) == '*')) {
            const auto end = m_source.find(at(1) == '/' ? "\n" : "*/", m_at + 2);
            m_at = end == std::string_view::npos ? m_source.size() : end + (at(1) == '/' ? 1 : 2);
        } else {
            return;
        }
    }
}

std::string PathTokens::quoted(char quote) {
    static constexpr std::string_view letters = "'\"`\\/rntf", meant = "'\"`\\/\r\n\t\f";
    std::string text;
    for (++m_at; at() != quote; ++m_at) {
        if (m_at >= m_source.size()) throw UnreadPath{"has a quote that does not end"};
        if (at() != '\\') {
            text += at();
            continue;
        }
        ++m_at;
        const auto which = letters.find(at());
        if (which == std::string_view::npos || m_at >= m_source.size())
            throw UnreadPath{"has a \\ before a letter that it means nothing for"};
        text += meant[which];
    }
    ++m_at;
    return text;
}

std::string PathTokens::name() {
    const auto begin = m_at;
    while (is_name_here(at()))
        ++m_at;
    return std::string(m_source.substr(begin, m_at - begin));
}

void PathTokens::next() {
    pass_space();
    m_now = {};
    const char c = at();
    if (c == '\0' && m_at >= m_source.size()) return;
    if (is_digit_here(c)) {
        const auto begin = m_at;
        while (is_digit_here(at()) || (at() == '.' && is_digit_here(at(1))))
            ++m_at;
        m_now = {PathToken::Kind::number, std::string(m_source.substr(begin, m_at - begin))};
        if (is_name_here(at())) throw UnreadPath{"has a number with letters behind it"};
    } else if (is_name_here(c)) {
        m_now = {PathToken::Kind::name, name()};
    } else if (c == '\'') {
        m_now = {PathToken::Kind::text, quoted('\'')};
    } else if (c == '`') {
        m_now = {PathToken::Kind::name, quoted('`')};
    } else if (c == '%') {
        ++m_at;
        const bool in_quotes = at() == '`' || at() == '\'';
        m_now = {PathToken::Kind::variable, in_quotes ? quoted(at()) : name()};
    } else if (c == '$') {
        ++m_at;
        m_now = {PathToken::Kind::dollar, name()};
    } else {
        static constexpr std::string_view pairs[]{"<=", ">=", "!=", "!~"};
        const auto two = m_source.substr(m_at, 2);
        const bool pair = std::ranges::find(pairs, two) != std::end(pairs);
        m_now = {PathToken::Kind::sign, std::string(pair ? two : m_source.substr(m_at, 1))};
        if (!pair && std::string_view(".,()[]{}+-*/&|<>=~").find(c) == std::string_view::npos)
            throw UnreadPath{"has a sign that no number has: " + shown(std::string_view(m_now.word))};
        m_at += m_now.word.size();
    }
}

// What binds tighter comes first.
constexpr std::array<std::array<std::string_view, 4>, 9> path_operators{{{"*", "/", "div", "mod"},
                                                                         {"+", "-", "&"},
                                                                         {"|"},
                                                                         {"<", ">", "<=", ">="},
                                                                         {"=", "~", "!=", "!~"},
                                                                         {"in", "contains"},
                                                                         {"and"},
                                                                         {"or", "xor"},
                                                                         {"implies"}}};
constexpr std::size_t types_above = 2; // `is` and `as` bind looser than + and tighter than |

void add_part(FhirPath& path, FhirPath part) {
    path.depth = std::max(path.depth, part.depth + 1);
    if (path.depth > deepest_tree) throw UnreadPath{"has too many parts"};
    path.parts.push_back(std::move(part));
}

class PathParser {
public:
    explicit PathParser(std::string_view source) : m_tokens(source) {}
    FhirPath whole() {
        auto made = expression();
        if (m_tokens.now().kind != PathToken::Kind::end)
            throw UnreadPath{"goes on with " + in_quotes(m_tokens.now().word) + " where it should end"};
        return made;
    }

private:
    bool is(std::string_view word) const {
        const auto& now = m_tokens.now();
        return (now.kind == PathToken::Kind::sign || now.kind == PathToken::Kind::name) && now.word == word;
    }
    bool take(std::string_view word) {
        if (!is(word)) return false;
        m_tokens.next();
        return true;
    }
    void want(std::string_view word) {
        if (!take(word)) throw UnreadPath{fmt::format("lacks a {}", word)};
    }
    std::string want_name() {
        if (m_tokens.now().kind != PathToken::Kind::name) throw UnreadPath{"lacks a name"};
        auto name = m_tokens.now().word;
        m_tokens.next();
        return name;
    }
    FhirPath expression() {
        if (++m_depth > deepest_path) throw UnreadPath{"is nested too deep"};
        auto made = of_level(path_operators.size());
        --m_depth;
        return made;
    }
    FhirPath of_level(std::size_t level);
    FhirPath signed_term();
    FhirPath term();
    FhirPath first();
    FhirPath named(std::optional<FhirPath> input);

    PathTokens m_tokens;
    int m_depth = 0;
};

FhirPath PathParser::of_level(std::size_t level) {
    if (level == 0) return signed_term();
    auto left = of_level(level - 1);
    for (;;) {
        const auto& signs = path_operators[level - 1];
        const auto sign = std::ranges::find_if(signs, [&](auto one) { return !one.empty() && is(one); });
        const bool type = level == types_above && (is("is") || is("as"));
        if (sign == signs.end() && !type) return left;
        FhirPath both{.kind = FhirPath::Kind::both, .word = m_tokens.now().word, .number = {}, .parts = {}};
        m_tokens.next();
        add_part(both, std::move(left));
        add_part(both, of_level(level - 1));
        left = std::move(both);
    }
}

FhirPath PathParser::signed_term() {
    while (take("+")) {
    }
    if (!take("-")) return term();
    FhirPath made{.kind = FhirPath::Kind::negative, .word = {}, .number = {}, .parts = {}};
    add_part(made, term());
    return made;
}

FhirPath PathParser::term() {
    auto made = first();
    for (;;) {
        if (take(".")) {
            made = named(std::move(made));
        } else if (take("[")) {
            FhirPath place{.kind = FhirPath::Kind::place, .word = {}, .number = {}, .parts = {}};
            add_part(place, std::move(made));
            add_part(place, expression());
            want("]");
            made = std::move(place);
        } else {
            return made;
        }
    }
}

FhirPath PathParser::named(std::optional<FhirPath> input) {
    FhirPath made{.kind = FhirPath::Kind::member, .word = want_name(), .number = {}, .parts = {}};
    made.has_input = input.has_value();
    if (input) add_part(made, std::move(*input));
    if (!take("(")) return made;
    made.kind = FhirPath::Kind::call;
    if (take(")")) return made;
    do
        add_part(made, expression());
    while (take(","));
    want(")");
    return made;
}

FhirPath PathParser::first() {
    FhirPath made{.word = m_tokens.now().word, .number = {}, .parts = {}};
    switch (m_tokens.now().kind) {
    case PathToken::Kind::end:
        throw UnreadPath{"ends where something should follow"};
    case PathToken::Kind::name:
        if (!is("true") && !is("false")) return named(std::nullopt);
        made.kind = FhirPath::Kind::truth;
        made.truth = is("true");
        break;
    case PathToken::Kind::text:
        made.kind = FhirPath::Kind::text;
        break;
    case PathToken::Kind::number: {
        const auto number = exact_number(made.word);
        if (!number) throw UnreadPath{"has a number of too many digits"};
        made.kind = FhirPath::Kind::number;
        made.number = *number;
        break;
    }
    case PathToken::Kind::variable:
        made.kind = FhirPath::Kind::variable;
        break;
    case PathToken::Kind::dollar:
        if (made.word != "this" && made.word != "total") throw UnreadPath{"has $" + shown(made.word)};
        made.kind = made.word == "this" ? FhirPath::Kind::self : FhirPath::Kind::total;
        break;
    case PathToken::Kind::sign:
        if (take("{")) {
            want("}");
            return made;
        }
        want("(");
        made = expression();
        want(")");
        return made;
    }
    m_tokens.next();
    return made;
}

}

std::optional<FhirPath> parse_fhirpath(std::string_view text, std::string& why_not) {
    if (text.size() > longest_path) {
        why_not = "is longer than 40000 bytes";
        return std::nullopt;
    }
    try {
        return PathParser(text).whole();
    } catch (const UnreadPath& unread) {
        why_not = unread.why;
        return std::nullopt;
    }
}

}
