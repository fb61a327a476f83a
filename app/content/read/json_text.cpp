#include "content/read/json_text.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/text_file.hpp"
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

using Json = nlohmann::json;

// The parser's events, looked at before anything is built. Its words quote the file, so its reason is not passed on.
class Guard final : public Json::json_sax_t {
public:
    Guard(std::string_view text, JsonFaults& faults) : m_text(text), m_faults(faults) {}

    bool null() override { return counts(); }
    bool boolean(bool) override { return counts(); }
    bool number_integer(number_integer_t) override { return counts(); }
    bool number_unsigned(number_unsigned_t) override { return counts(); }
    bool number_float(number_float_t, const string_t&) override { return counts(); }
    bool string(string_t&) override { return counts(); }
    bool binary(binary_t&) override { return counts(); }
    bool start_object(std::size_t) override { return counts() && opens(); }
    bool start_array(std::size_t) override { return counts() && opens(); }
    bool end_object() override { return closes(); }
    bool end_array() override { return closes(); }
    bool key(string_t& name) override {
        if (m_open.back().insert(name).second) return true;
        m_faults.add(in_quotes(name), "stands twice in one object; a reader could take either");
        return false;
    }
    bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
        const int line = line_at(m_text, std::min(position, m_text.size()));
        constexpr int number_overflow = 406;
        m_faults.add(fmt::format("line {}", line), error.id == number_overflow
                                                       ? "has a number that is too large to be one"
                                                       : "is not JSON from here on");
        return false;
    }

private:
    bool counts() {
        if (++m_count <= json_values) return true;
        m_faults.add("", fmt::format("holds more than {} values; no form is as large as that", json_values));
        return false;
    }
    bool opens() {
        m_open.emplace_back();
        if (m_open.size() <= json_depth) return true;
        m_faults.add("", fmt::format("nests deeper than {} levels", json_depth));
        return false;
    }
    bool closes() {
        m_open.pop_back();
        return true;
    }

    std::string_view m_text;
    JsonFaults& m_faults;
    std::vector<std::set<std::string>> m_open; // the keys of each object that is open
    std::size_t m_count = 0;
};

}

void JsonFaults::add(std::string_view place, std::string_view rule) {
    if (m_lines.size() > limit) return;
    if (m_lines.size() == limit) {
        m_lines.push_back(m_file + ": there is more wrong with this file");
        return;
    }
    std::string line = m_file + ": ";
    if (!place.empty()) line.append(place).append(": ");
    m_lines.push_back(line.append(rule));
}

std::optional<Json> parse_json(std::string_view text, JsonFaults& faults) {
    Guard guard(text, faults);
    if (!Json::sax_parse(text, &guard)) {
        if (faults.empty()) faults.add("", "is not JSON");
        return std::nullopt;
    }
    auto parsed = Json::parse(text, nullptr, false);
    if (parsed.is_object()) return parsed;
    faults.add("", "must be one JSON object, { ... }");
    return std::nullopt;
}

std::optional<Json> read_json(const std::filesystem::path& file, JsonFaults& faults) {
    Diagnostics diagnostics(faults.file());
    const auto text = read_text(file, diagnostics, json_bytes);
    for (const std::string& line : diagnostics.lines())
        faults.add_line(line);
    return text ? parse_json(*text, faults) : std::nullopt;
}

JsonPlace::JsonPlace(const Json& object, std::string place, JsonFaults& faults, const std::string& link_id)
    : m_object(&object), m_place(std::move(place)), m_faults(&faults), m_link_id(link_id) {
    const Json* own = find("linkId");
    if (own != nullptr && own->is_string()) m_link_id = own->get<std::string>();
}

const Json* JsonPlace::find(const char* key) const {
    const auto found = m_object->find(key);
    return found == m_object->end() ? nullptr : &*found;
}

std::string JsonPlace::below(std::string_view key) const {
    if (key.empty()) return m_place;
    return m_place.empty() ? std::string(key) : fmt::format("{}.{}", m_place, key);
}

void JsonPlace::diagnose(std::string_view key, std::string_view rule) const {
    const bool named = !m_link_id.empty() && key != "linkId";
    m_faults->add(below(key), named ? fmt::format("{} (linkId {})", rule, in_quotes(m_link_id)) : std::string(rule));
}

std::vector<std::string> JsonPlace::keys() const {
    std::vector<std::string> names;
    for (const auto& entry : m_object->items())
        names.push_back(entry.key());
    return names;
}

std::optional<std::string> JsonPlace::text(const char* key) const {
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_string()) {
        diagnose(key, "must be a text");
        return std::nullopt;
    }
    const auto& words = value->get_ref<const std::string&>();
    return trimmed(words).empty() ? std::nullopt : std::optional(words);
}

std::optional<bool> JsonPlace::truth(const char* key) const {
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_boolean()) return value->get<bool>();
    diagnose(key, "must be true or false");
    return std::nullopt;
}

std::optional<std::int64_t> JsonPlace::whole(const char* key) const {
    constexpr std::int64_t greatest = 2'147'483'647; // FHIR R4: an integer has 32 bits
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    const bool large = value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t{greatest};
    if (value->is_number_integer() && !large) {
        const auto number = value->get<std::int64_t>();
        if (number >= -greatest - 1) return number;
    }
    diagnose(key,
             value->is_number_integer() ? "is out of range; a whole number has 32 bits" : "must be a whole number");
    return std::nullopt;
}

std::optional<double> JsonPlace::number(const char* key) const {
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_number()) {
        const auto number = value->get<double>();
        if (std::isfinite(number)) return number;
    }
    diagnose(key, "must be a number");
    return std::nullopt;
}

std::optional<JsonPlace> JsonPlace::object(const char* key) const {
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_object()) return JsonPlace(*value, below(key), *m_faults, m_link_id);
    diagnose(key, "must be an object, { ... }");
    return std::nullopt;
}

std::vector<JsonPlace> JsonPlace::objects(const char* key) const {
    const Json* value = find(key);
    std::vector<JsonPlace> list;
    if (value == nullptr) return list;
    if (!value->is_array()) {
        diagnose(key, "must be a list, [ ... ]");
        return list;
    }
    for (std::size_t i = 0; i < value->size(); ++i) {
        const auto place = fmt::format("{}[{}]", key, i);
        if (value->at(i).is_object()) {
            list.emplace_back(value->at(i), below(place), *m_faults, m_link_id);
        } else {
            diagnose(place, "must be an object, { ... }");
        }
    }
    return list;
}

std::vector<std::string> JsonPlace::texts(const char* key) const {
    const Json* value = find(key);
    std::vector<std::string> list;
    if (value == nullptr) return list;
    if (!value->is_array()) {
        diagnose(key, "must be a list, [ ... ]");
        return list;
    }
    for (const auto& one : *value)
        if (one.is_string()) list.push_back(one.get<std::string>());
    return list;
}

}
