#include "refused.hpp"

namespace content_tests {

std::string plain() {
    return plain_head + three_choices + two_items + one_scale;
}

std::string plain_with(std::string_view from, std::string_view to) {
    return with(plain(), from, to);
}

std::string plain_and(std::string_view more) {
    return plain() + std::string(more);
}

std::string head_and(std::string_view items) {
    return plain_head + std::string(items);
}

void each_is_refused(const std::vector<Rule>& rules) {
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

}
