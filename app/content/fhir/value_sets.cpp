#include "content/fhir/value_sets.hpp"
#include <algorithm>
#include <set>

namespace content {

namespace {

constexpr std::size_t deepest = 20; // of sets that are made of others

// The code systems and value sets of a file, and what each of them lists.
class SetReader {
public:
    void take(const JsonPlace& resource, bool contained);
    // The choices of each set, under each of its names.
    std::map<std::string, std::vector<FhirOption>> sets();
    const std::map<std::pair<std::string, std::string>, double>& weights() const { return m_weights; }
    const std::set<std::string>& filtered() const { return m_filtered; } // names of sets that a filter makes

private:
    struct Set {
        JsonPlace place;
        std::vector<std::string> names;
    };
    void take_system(const JsonPlace& system);
    void take_concepts(const JsonPlace& place, const char* key, const std::string& system,
                       std::vector<FhirOption>& options) const;
    const std::vector<FhirOption>& options_of(const std::string& name);
    std::vector<FhirOption> listed(const JsonPlace& set);
    bool take_included(const JsonPlace& from, std::vector<FhirOption>& options);

    std::vector<Set> m_sets;
    std::map<std::string, std::size_t> m_places;                          // of the first set of each name
    std::map<std::string, std::vector<FhirOption>> m_read;                // by name
    std::map<std::string, std::vector<FhirOption>> m_systems;             // the whole ones, by URL
    std::map<std::pair<std::string, std::string>, FhirOption> m_concepts; // by system and code
    std::map<std::pair<std::string, std::string>, double> m_weights;
    std::set<std::string> m_open, m_filtered;
    bool m_met_filter = false;
};

void SetReader::take(const JsonPlace& resource, bool contained) {
    refuse_modifiers(resource);
    const auto type = line_at_key(resource, "resourceType");
    if (type == "CodeSystem") take_system(resource);
    if (type != "ValueSet") return;
    std::vector<std::string> names;
    if (contained) names.push_back("#" + line_at_key(resource, "id"));
    if (const auto url = line_at_key(resource, "url"); !url.empty()) {
        names.push_back(url);
        if (const auto version = line_at_key(resource, "version"); !version.empty())
            names.push_back(url + "|" + version);
    }
    for (const auto& name : names)
        m_places.emplace(name, m_sets.size());
    m_sets.push_back({resource, std::move(names)});
}

void SetReader::take_system(const JsonPlace& system) {
    const auto url = line_at_key(system, "url");
    if (url.empty()) return;
    std::vector<FhirOption> concepts;
    take_concepts(system, "concept", url, concepts);
    for (const auto& option : concepts) {
        if (option.weight) m_weights.emplace(std::pair(url, option.code), *option.weight);
        m_concepts.emplace(std::pair(url, option.code), option);
    }
    if (line_at_key(system, "content") == "complete") m_systems.emplace(url, std::move(concepts));
}

void SetReader::take_concepts(const JsonPlace& place, const char* key, const std::string& system,
                              std::vector<FhirOption>& options) const {
    for (const auto& entry : place.objects(key)) {
        FhirOption option;
        read_fhir_concept(entry, option);
        if (option.system.empty()) option.system = system;
        const auto known = m_concepts.find(std::pair(option.system, option.code));
        if (known != m_concepts.end() && option.label == option.code) { // no words of its own
            option.label = known->second.label;
            if (option.said.empty()) option.said = known->second.said;
            option.label_in.insert(known->second.label_in.begin(), known->second.label_in.end());
        }
        const bool is_shown = !entry.truth("abstract").value_or(false) && !entry.truth("inactive").value_or(false);
        if (option.label.empty()) {
            entry.diagnose("code", "is missing");
        } else if (is_shown) {
            options.push_back(std::move(option));
        }
        for (const char* below : {"contains", "concept"})
            take_concepts(entry, below, system, options);
    }
}

bool SetReader::take_included(const JsonPlace& from, std::vector<FhirOption>& options) {
    const auto before = options.size();
    const auto system = line_at_key(from, "system");
    take_concepts(from, "concept", system, options);
    if (options.size() > before) return true;
    m_met_filter = m_met_filter || from.has("filter");
    if (from.has("filter")) return false;
    if (from.has("valueSet")) {
        const auto others = from.texts("valueSet");
        if (others.size() != 1 || !system.empty()) return false; // what several have in common
        const auto& others_options = options_of(others.front());
        options.insert(options.end(), others_options.begin(), others_options.end());
        return !others_options.empty();
    }
    const auto whole = m_systems.find(system);
    if (whole == m_systems.end()) return false; // all of a code system that is not in the file
    const auto& all = whole->second;            // too many of them cannot be shown, however many they are
    options.insert(options.end(), all.begin(),
                   all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), fhir_options_kept)));
    return true;
}

// Nothing where it does not list everything.
std::vector<FhirOption> SetReader::listed(const JsonPlace& set) {
    std::vector<FhirOption> options;
    if (const auto expansion = set.object("expansion")) {
        take_concepts(*expansion, "contains", "", options);
        const auto total = expansion->whole("total");
        if (!options.empty() && total.value_or(0) <= static_cast<std::int64_t>(expansion->objects("contains").size()))
            return options;
        options.clear();
    }
    const auto compose = set.object("compose");
    if (!compose) return {};
    for (const auto& one : compose->objects("include")) {
        if (!take_included(one, options)) return {};
        if (options.size() > fhir_options_kept) break;
    }
    for (const auto& one : compose->objects("exclude")) {
        std::vector<FhirOption> excluded;
        if (!take_included(one, excluded)) return {};
        std::erase_if(options, [&](const FhirOption& option) {
            return std::ranges::any_of(excluded, [&](const FhirOption& other) {
                return other.system == option.system && other.code == option.code;
            });
        });
    }
    return options;
}

const std::vector<FhirOption>& SetReader::options_of(const std::string& name) {
    static const std::vector<FhirOption> none;
    if (const auto read = m_read.find(name); read != m_read.end()) return read->second;
    const auto set = m_places.find(name);
    // A set may not be in itself.
    if (set == m_places.end() || m_open.size() == deepest || !m_open.insert(name).second) return none;
    m_met_filter = false;
    auto options = listed(m_sets[set->second].place);
    if (options.empty() && m_met_filter) m_filtered.insert(name);
    if (options.size() > fhir_options_kept) options.resize(fhir_options_kept);
    m_open.erase(name);
    return m_read.emplace(name, std::move(options)).first->second;
}

std::map<std::string, std::vector<FhirOption>> SetReader::sets() {
    std::map<std::string, std::vector<FhirOption>> all;
    for (const auto& set : m_sets)
        for (const auto& name : set.names)
            all.emplace(name, options_of(name));
    return all;
}

}

FhirValueSets::FhirValueSets(const JsonPlace& questionnaire, const std::vector<nlohmann::json>& more,
                             JsonFaults& faults) {
    SetReader reader;
    std::vector<std::pair<JsonPlace, bool>> resources;
    for (const auto& contained : questionnaire.objects("contained"))
        resources.emplace_back(contained, true);
    for (const auto& json : more) {
        const JsonPlace file(json, "value sets", faults);
        if (line_at_key(file, "resourceType") != "Bundle") resources.emplace_back(file, false);
        for (const auto& entry : file.objects("entry"))
            if (const auto resource = entry.object("resource")) resources.emplace_back(*resource, false);
    }
    // A set may list the codes of a system alone, and the system their words: systems come first.
    for (const bool systems : {true, false})
        for (const auto& [resource, contained] : resources)
            if ((line_at_key(resource, "resourceType") == "CodeSystem") == systems) reader.take(resource, contained);
    m_sets = reader.sets();
    m_weights = reader.weights();
    m_filtered = reader.filtered();
}

const std::vector<FhirOption>* FhirValueSets::find(const std::string& wanted) const {
    auto found = m_sets.find(wanted);
    // One that says no version of its own is taken for any.
    if (found == m_sets.end()) {
        const auto url = wanted.substr(0, wanted.find('|'));
        const bool has_versions =
            std::ranges::any_of(m_sets, [&](const auto& one) { return one.first.starts_with(url + "|"); });
        if (!has_versions) found = m_sets.find(url);
    }
    return found == m_sets.end() ? nullptr : &found->second;
}

void FhirValueSets::weigh(std::vector<FhirOption>& options) const {
    for (auto& option : options) {
        if (option.weight || option.code.empty()) continue;
        const auto found = m_weights.find(std::pair(option.system, option.code));
        if (found != m_weights.end()) option.weight = found->second;
    }
}

}
