#include "pdf_reading.hpp"

std::string output_of(const std::string& command) {
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    if (!pipe) return {};
    std::string output;
    char buffer[4096];
    for (std::size_t got = 0; (got = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        output.append(buffer, got);
    ::pclose(pipe);
    return output;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

core::Done written(const core::Result<std::string>& bytes, const std::filesystem::path& file) {
    if (!bytes) return core::pass(bytes.error());
    return report::write_whole_file(file, *bytes, report::Existing::replaced);
}

std::vector<std::string> pages_of(const std::filesystem::path& file) {
    std::vector<std::string> pages;
    std::string page;
    for (const char c : output_of("pdftotext -layout '" + file.string() + "' -")) {
        if (c == '\f')
            pages.push_back(std::exchange(page, {}));
        else
            page += c;
    }
    return pages;
}

std::string info_of(const std::filesystem::path& file) {
    return output_of("pdfinfo '" + file.string() + "'");
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

std::string joined(const std::vector<std::string>& pages) {
    std::string all;
    for (const auto& page : pages)
        all += page + '\f';
    return all;
}

std::string flat(const std::string& text) {
    std::string words;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\f';
        if (!space)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    return words;
}
