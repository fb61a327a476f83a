#include "report/json_pieces.hpp"

namespace report {
namespace {

std::string text_of(const JsonPieces::Json& json) {
    return json.dump(1, ' ', false, JsonPieces::Json::error_handler_t::replace);
}

}

std::string JsonPieces::head(const Json& object) {
    auto text = text_of(object);
    text.resize(text.size() - 2); // what ends it
    return text;
}

// No line of it ends within a text: there a line's end is written \n.
std::string JsonPieces::element(const Json& json) {
    std::string piece = m_any ? ",\n  " : ",\n \"" + m_list + "\": [\n  ";
    m_any = true;
    for (const char c : text_of(json)) {
        piece += c;
        if (c == '\n') piece += "  ";
    }
    return piece;
}

std::string JsonPieces::tail() const {
    return m_any ? "\n ]\n}\n" : "\n}\n";
}

}
