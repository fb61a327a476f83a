// A folder in memory, where the system has one, removed with the object.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace walk {

class Scratch {
public:
    explicit Scratch(const std::string& name) {
        const std::filesystem::path memory = "/dev/shm";
        std::error_code error;
        const auto root =
            std::filesystem::is_directory(memory, error) ? memory : std::filesystem::temp_directory_path();
        auto pattern = (root / ("sameside-walk-" + name + "-XXXXXX")).string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder can be made in " + root.string());
        m_path = pattern;
    }
    ~Scratch() {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}
