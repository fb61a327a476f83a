// A PDF as other programs read it (poppler, zbar), and a folder of its own for each test.
#pragma once
#include "report/whole_file.hpp"
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "sameside-report-XXXXXX").string();
        if (!::mkdtemp(name.data())) std::abort();
        m_path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(m_path))
            names.push_back(entry.path().filename());
        return names;
    }

private:
    std::filesystem::path m_path;
};

inline std::string output_of(const std::string& command) {
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    if (!pipe) return {};
    std::string output;
    char buffer[4096];
    for (std::size_t got = 0; (got = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        output.append(buffer, got);
    ::pclose(pipe);
    return output;
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The text of each page, as it is set.
// What a report was made of, as a file in place of an older one.
inline core::Done written(const core::Result<std::string>& bytes, const std::filesystem::path& file) {
    if (!bytes) return core::pass(bytes.error());
    return report::write_whole_file(file, *bytes, report::Existing::replaced);
}

inline std::vector<std::string> pages_of(const std::filesystem::path& file) {
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

inline std::string info_of(const std::filesystem::path& file) {
    return output_of("pdfinfo '" + file.string() + "'");
}

inline bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

inline std::string joined(const std::vector<std::string>& pages) {
    std::string all;
    for (const auto& page : pages)
        all += page + '\f';
    return all;
}

// Words in a row, however the lines were broken.
inline std::string flat(const std::string& text) {
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
