// The pieces of a TOML file that cannot be read, as far as they can be told apart in one: for saying what is wrong.
#pragma once
#include <string_view>
#include <vector>

namespace content {

enum class Piece {
    text,      // in quotes that are closed
    open_text, // from a quote to the end of its line, or of the file where three quotes begin it
    word,      // a key, a number, a word without quotes
    equals,
    comma,
    open,  // [ or {
    close, // ] or }
    end,   // none
};

struct TomlToken {
    Piece piece = Piece::end;
    int line = 1;      // where it begins
    int last_line = 1; // where it ends
    std::string_view words;

    bool is(std::string_view text) const { return words == text; }
};

// One line, and what stands around it.
struct TomlLine {
    int number = 1;
    std::string_view source;
    std::vector<TomlToken> tokens;
    TomlToken before;             // the last one of the lines above
    std::vector<TomlToken> above; // brackets that are open where the line begins, outermost first
    std::vector<TomlToken> after; // the same where it ends
    bool closes_nothing = false;  // has a bracket that closes none
    int same_key = 0;             // a line above that has this line's key in the same table, or 0

    Piece piece(std::size_t at) const { return at < tokens.size() ? tokens[at].piece : Piece::end; }
};
TomlLine toml_line(std::string_view text, int number);

// The first line with a comma or a closing bracket where there can be none; 1 when there is none of these.
int line_out_of_place(std::string_view text);

}
