#include "content/read/toml_tokens.hpp"
#include <algorithm>
#include <string>

namespace content {

TomlToken TomlTokens::next() {
    skip_space();
    TomlToken token{.line = m_line};
    const std::size_t from = m_at;
    const char byte = m_at < m_text.size() ? m_text[m_at] : '\0';
    m_piece = Piece::word;
    if (m_at == m_text.size()) {
        m_piece = Piece::end;
    } else if (byte == '"' || byte == '\'') {
        pass_quotes();
    } else if (std::string_view("=,[]{}").find(byte) != std::string_view::npos) {
        m_piece = Piece::sign;
        ++m_at;
    } else {
        m_at = std::min(m_text.find_first_of(" \t\r\n=,[]{}\"#", m_at + 1), m_text.size());
    }
    token.piece = m_piece;
    token.last_line = m_line;
    token.words = m_text.substr(from, m_at - from);
    if (token.is("[") || token.is("{")) m_open.push_back(token);
    const bool closes = token.is("]") || token.is("}");
    m_closed_nothing = closes && (m_open.empty() || m_open.back().is("[") != token.is("]"));
    if (closes && !m_closed_nothing) m_open.pop_back();
    return token;
}

void TomlTokens::skip_space() {
    for (; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == '#') m_at = std::min(m_text.find('\n', m_at), m_text.size());
        if (m_at == m_text.size() || std::string_view(" \t\r\n").find(m_text[m_at]) == std::string_view::npos) return;
        if (m_text[m_at] == '\n') ++m_line;
    }
}

void TomlTokens::pass_quotes() {
    const char quote = m_text[m_at];
    const std::string three(3, quote);
    const bool many_lines = m_text.substr(m_at, 3) == three;
    const auto quotes = std::string_view(three).substr(0, many_lines ? 3 : 1);
    m_piece = Piece::open_text;
    for (m_at += quotes.size(); m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == '\n' && !many_lines) return;
        if (m_text[m_at] == '\n') ++m_line;
        if (m_text[m_at] == '\\' && quote == '"' && m_at + 1 < m_text.size() && m_text[m_at + 1] != '\n') {
            ++m_at;
        } else if (m_text.substr(m_at, quotes.size()) == quotes) {
            m_piece = Piece::text;
            m_at += quotes.size();
            for (int more = 0; many_lines && more < 2 && m_text.substr(m_at, 1) == quotes.substr(0, 1); ++more)
                ++m_at; // one or two quotes at the end of a text of many lines are its own
            return;
        }
    }
}

}
