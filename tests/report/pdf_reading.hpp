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

std::string output_of(const std::string& command);

std::string bytes_of(const std::filesystem::path& file);

// The text of each page, as it is set.
// What a report was made of, as a file in place of an older one.
core::Done written(const core::Result<std::string>& bytes, const std::filesystem::path& file);

std::vector<std::string> pages_of(const std::filesystem::path& file);

std::string info_of(const std::filesystem::path& file);

bool says(const std::string& text, const std::string& words);

std::string joined(const std::vector<std::string>& pages);

// Words in a row, however the lines were broken.
std::string flat(const std::string& text);
