// What is wrong with a content or configuration file, said so that the person who wrote the file can mend it.
// Each is one line, "file:line: key: rule".
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content {

// Foreign text made fit for a message: one line, at most 40 characters, control characters shown as "?".
std::string shown(std::string_view text);
std::string in_quotes(std::string_view text); // the same between "quotes"

class Diagnostics {
public:
    static constexpr std::size_t limit = 100; // a hostile file cannot fill the log

    explicit Diagnostics(std::string file) : m_file(std::move(file)) {}
    void add(int line, std::string_view key, std::string_view rule); // key may be empty
    bool empty() const { return m_lines.empty(); }
    std::size_t count() const { return m_lines.size(); }
    const std::string& file() const { return m_file; }
    const std::vector<std::string>& lines() const { return m_lines; }

private:
    std::string m_file;
    std::vector<std::string> m_lines;
};

}
