#include "support/process_memory.hpp"
#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace support {
namespace {

constexpr std::size_t at_once = std::size_t{4} << 20;

struct Mapping {
    off_t begin = 0, end = 0;
    std::string name;
};

// "7f00-7f80 rw-p 00000000 00:00 0   [heap]"
std::vector<Mapping> readable_mappings(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/maps");
    std::vector<Mapping> mappings;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        Mapping mapping;
        char dash = 0;
        std::string rights, skipped;
        words >> std::hex >> mapping.begin >> dash >> mapping.end >> rights >> skipped >> skipped >> skipped;
        std::getline(words >> std::ws, mapping.name);
        mapping.name += " (" + rights + ")";
        if (rights.starts_with('r')) mappings.push_back(std::move(mapping));
    }
    return mappings;
}

}

std::vector<std::string> forms_of(const std::string& text) {
    std::vector<std::string> forms{text};
    for (const std::size_t width : {2U, 4U}) {
        std::string wide;
        for (const char letter : text)
            wide += letter + std::string(width - 1, '\0');
        forms.push_back(std::move(wide));
    }
    return forms;
}

std::vector<std::string> found_in_memory(pid_t pid, const std::vector<std::string>& wanted) {
    std::vector<std::string> found;
    const int memory = open(("/proc/" + std::to_string(pid) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    if (memory < 0) return {"its memory could not be opened"};
    std::size_t longest = 1;
    for (const auto& bytes : wanted)
        longest = std::max(longest, bytes.size());
    std::string block(at_once, '\0');
    for (const auto& mapping : readable_mappings(pid)) {
        // One block overlaps the next, so that nothing is cut in two.
        for (off_t at = mapping.begin; at < mapping.end; at += static_cast<off_t>(at_once - longest)) {
            const auto size = std::min(at_once, static_cast<std::size_t>(mapping.end - at));
            const auto count = pread(memory, block.data(), size, at);
            if (count <= 0) break; // the kernel's own pages
            for (const auto& bytes : wanted)
                if (memmem(block.data(), static_cast<std::size_t>(count), bytes.data(), bytes.size()) != nullptr)
                    found.push_back(mapping.name);
        }
    }
    close(memory);
    return found;
}

}
