#include "a_content_folder.hpp"

namespace content_tests {

std::string with(std::string text, std::string_view from, std::string_view to) {
    std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

bool one_says(const std::vector<std::string>& lines, std::string_view words) {
    for (const std::string& line : lines) {
        if (line.find(words) != std::string::npos) return true;
    }
    return false;
}

std::filesystem::path shipped_content() {
    const char* told = std::getenv("SAMESIDE_CONTENT");
#ifdef SAMESIDE_SOURCE_DIR
    return told ? told : SAMESIDE_SOURCE_DIR "/content";
#else
    return told ? told : "content";
#endif
}

}
