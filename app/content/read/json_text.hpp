// Foreign JSON, checked before it is built: bounded in size, depth and count, every breach a line
// "file: place in the JSON: rule". A place is written as "item[2].answerOption[0].valueCoding".
#pragma once
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content {

inline constexpr std::size_t json_bytes = std::size_t{8} * 1024 * 1024;
inline constexpr std::size_t json_depth = 64; // the library frees and copies by recursion
inline constexpr std::size_t json_values = 400'000;

class JsonFaults {
public:
    static constexpr std::size_t limit = 50; // a hostile file cannot fill the screen

    explicit JsonFaults(std::string file) : m_file(std::move(file)) {}
    void add(std::string_view place, std::string_view rule);
    void add_line(std::string line) { m_lines.push_back(std::move(line)); }
    bool empty() const { return m_lines.empty(); }
    const std::string& file() const { return m_file; }
    const std::vector<std::string>& lines() const { return m_lines; }

private:
    std::string m_file;
    std::vector<std::string> m_lines;
};

// Complains, and gives nothing, when the text is no JSON, nests deeper than json_depth, holds more than json_values
// values or the same key twice in one object.
std::optional<nlohmann::json> parse_json(std::string_view text, JsonFaults& faults);
// The same of a file, which must be a plain one of at most json_bytes in UTF-8.
std::optional<nlohmann::json> read_json(const std::filesystem::path& file, JsonFaults& faults);

// One object of the file and where it stands. Takes values of a wanted type; another type is a fault, absence is not.
// Lives no longer than the JSON and the faults it was made with.
class JsonPlace {
public:
    // `link_id` is that of the FHIR item around the object; an object with a linkId has its own.
    JsonPlace(const nlohmann::json& object, std::string place, JsonFaults& faults, const std::string& link_id = {});

    bool has(const char* key) const { return m_object->contains(key); }
    std::optional<std::string> text(const char* key) const; // an empty text is absent
    std::optional<bool> truth(const char* key) const;
    std::optional<std::int64_t> whole(const char* key) const;
    std::optional<double> number(const char* key) const; // whole or with a fraction; always finite
    std::optional<JsonPlace> object(const char* key) const;
    std::vector<JsonPlace> objects(const char* key) const; // of a list
    std::vector<std::string> texts(const char* key) const; // of a list

    const std::string& place() const { return m_place; }
    std::vector<std::string> keys() const;
    void diagnose(std::string_view key, std::string_view rule) const; // key may be empty; the linkId is said too

private:
    const nlohmann::json* find(const char* key) const;
    std::string below(std::string_view key) const;

    const nlohmann::json* m_object;
    std::string m_place;
    JsonFaults* m_faults;
    std::string m_link_id;
};

}
