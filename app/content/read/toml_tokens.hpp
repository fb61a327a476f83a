// The pieces of a TOML file, as far as they can be told apart in one that is broken too.
#pragma once
#include <string_view>
#include <vector>

namespace content {

enum class Piece {
    text,      // in quotes that are closed
    open_text, // from a quote to the end of its line, or of the file where three quotes begin it
    word,      // a key, a number, a word without quotes
    sign,      // one of = , [ ] { }
    end,
};
struct TomlToken {
    Piece piece = Piece::end;
    int line = 1;      // where it begins
    int last_line = 1; // where it ends
    std::string_view words;

    bool is(std::string_view text) const { return words == text; }
    bool ends_value() const { return piece == Piece::text || piece == Piece::word || is("]") || is("}"); }
};

class TomlTokens {
public:
    explicit TomlTokens(std::string_view text) : m_text(text) {}
    TomlToken next();
    // The brackets that the tokens so far leave open, outermost first.
    const std::vector<TomlToken>& open() const { return m_open; }
    bool closed_nothing() const { return m_closed_nothing; } // the last one is a bracket that closes none

private:
    void skip_space();
    void pass_quotes();
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    Piece m_piece = Piece::end;
    std::vector<TomlToken> m_open;
    bool m_closed_nothing = false;
};

}
