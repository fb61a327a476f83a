#include "content/read/toml_tokens.hpp"
#include <algorithm>
#include <map>

namespace content {

namespace {

constexpr std::size_t most_tokens = 1'000; // of the line that is asked for; nobody writes as many

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    TomlToken next() {
        skip_space();
        m_from = m_at;
        m_first_line = m_line;
        if (m_at >= m_text.size()) return made(Piece::end);
        const char byte = m_text[m_at];
        if (byte == '"' || byte == '\'') return quoted(byte);
        ++m_at;
        switch (byte) {
        case '=':
            return made(Piece::equals);
        case ',':
            return made(Piece::comma);
        case '[':
        case '{':
            return made(Piece::open);
        case ']':
        case '}':
            return made(Piece::close);
        default:
            m_at = std::min(m_text.find_first_of(" \t\r\n=,[]{}\"#", m_at), m_text.size());
            return made(Piece::word);
        }
    }

private:
    void skip_space() {
        for (; m_at < m_text.size(); ++m_at) {
            const char byte = m_text[m_at];
            if (byte == '#') m_at = std::min(m_text.find('\n', m_at), m_text.size());
            if (m_at == m_text.size() || std::string_view(" \t\r\n#").find(m_text[m_at]) == std::string_view::npos)
                return;
            if (m_text[m_at] == '\n') ++m_line;
        }
    }
    TomlToken made(Piece piece) const { return {piece, m_first_line, m_line, m_text.substr(m_from, m_at - m_from)}; }
    TomlToken quoted(char quote) {
        const std::string_view longest = quote == '"' ? "\"\"\"" : "'''";
        const bool three = m_text.substr(m_at, 3) == longest;
        const auto quotes = longest.substr(0, three ? 3 : 1);
        for (m_at += quotes.size(); m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\n' && !three) return made(Piece::open_text);
            if (m_text[m_at] == '\n') ++m_line;
            if (m_text[m_at] == '\\' && quote == '"' && m_at + 1 < m_text.size() && m_text[m_at + 1] != '\n') {
                ++m_at;
            } else if (m_text.substr(m_at, quotes.size()) == quotes) {
                m_at += quotes.size();
                return made(Piece::text);
            }
        }
        return made(Piece::open_text);
    }

    std::string_view m_text;
    std::size_t m_at = 0, m_from = 0;
    int m_line = 1, m_first_line = 1;
};

// Keeps the list of brackets that are open; false for one that closes none.
bool follow(std::vector<TomlToken>& open, const TomlToken& token) {
    if (token.piece == Piece::open) open.push_back(token);
    if (token.piece != Piece::close) return true;
    if (open.empty() || open.back().is("[") != token.is("]")) return false;
    open.pop_back();
    return true;
}

std::string_view source_of(std::string_view text, int number) {
    std::size_t at = 0;
    for (int line = 1; line < number && at != std::string_view::npos; ++line)
        at = text.find('\n', at) == std::string_view::npos ? std::string_view::npos : text.find('\n', at) + 1;
    if (at == std::string_view::npos) return {};
    return text.substr(at, text.find('\n', at) - at);
}

}

TomlLine toml_line(std::string_view text, int number) {
    TomlLine line;
    line.number = number;
    line.source = source_of(text, number);
    Scanner scanner(text);
    std::vector<TomlToken> open;
    std::map<std::string_view, int> keys; // of the table at hand
    TomlToken before;
    for (auto token = scanner.next(); token.piece != Piece::end && token.line <= number; token = scanner.next()) {
        const bool begins_line = token.line != before.last_line || before.piece == Piece::end;
        if (begins_line && open.empty()) {
            if (token.piece == Piece::open) keys.clear();
            if (token.piece == Piece::word && token.line < number) keys.emplace(token.words, token.line);
        }
        if (token.last_line < number) {
            follow(open, token);
            line.before = token;
        } else if (line.tokens.size() < most_tokens) {
            if (line.tokens.empty()) line.above = open;
            line.closes_nothing = !follow(open, token) || line.closes_nothing;
            line.tokens.push_back(token);
        }
        before = token;
    }
    if (line.tokens.empty()) line.above = open;
    line.after = std::move(open);
    if (!line.tokens.empty() && keys.contains(line.tokens.front().words))
        line.same_key = keys.at(line.tokens.front().words);
    return line;
}

int line_out_of_place(std::string_view text) {
    Scanner scanner(text);
    std::vector<TomlToken> open;
    TomlToken before;
    for (auto token = scanner.next(); token.piece != Piece::end; before = token, token = scanner.next()) {
        const bool too_many = token.piece == Piece::comma && before.piece != Piece::text &&
                              before.piece != Piece::word && before.piece != Piece::close;
        if (too_many || !follow(open, token)) return token.line;
    }
    return 1;
}

}
