// A JSON object whose last member is a list, written an element at a time: the same bytes as the whole of it at once,
// of which nothing but one element is in memory.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace report {

class JsonPieces {
public:
    using Json = nlohmann::ordered_json;
    explicit JsonPieces(std::string list) : m_list(std::move(list)) {}

    std::string head(const Json& object); // that has a member, and not the list
    std::string element(const Json& json);
    std::string tail() const;
    bool any() const { return m_any; }

private:
    std::string m_list;
    bool m_any = false;
};

}
