// Files with one fault each, and the complaint that must name it.
#pragma once
#include "a_content_folder.hpp"

namespace content_tests {

struct Rule {
    const char* what;
    std::string file;
    std::string text;
    std::string complaint; // the whole line, or its telling part
};

inline std::string plain() {
    return plain_head + three_choices + two_items + one_scale;
}
inline std::string plain_with(std::string_view from, std::string_view to) {
    return with(plain(), from, to);
}
inline std::string plain_and(std::string_view more) {
    return plain() + std::string(more);
}
inline std::string head_and(std::string_view items) {
    return plain_head + std::string(items);
}

inline void each_is_refused(const std::vector<Rule>& rules) {
    for (const Rule& rule : rules) {
        CAPTURE(rule.what);
        ContentFolder folder;
        folder.write(rule.file, rule.text);
        auto lines = folder.diagnostics();
        std::string all;
        for (const std::string& line : lines)
            all += line + "\n";
        CAPTURE(all);
        CHECK(one_says(lines, rule.complaint));
        for (const std::string& line : lines)
            CHECK(line.find('\n') == std::string::npos);
    }
}

inline const std::string m = "modules/plain.toml";

}
