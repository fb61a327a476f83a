#include "report/study_names.hpp"
#include <fmt/format.h>

namespace report {
namespace {

constexpr std::size_t longest_name = 64; // SPSS 28, Command Syntax Reference, "Variable Names"

// FNV-1a, 32 bit (Fowler, Noll, Vo): the same everywhere, and no secret.
std::string name_digest(std::string_view key) {
    std::uint32_t hash = 2166136261U;
    for (const char c : key)
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return fmt::format("{:08x}", hash);
}

// Small letters and digits, and _ for all else.
std::string plain_name(std::string_view id) {
    std::string name;
    for (const char c : id) {
        const bool capital = c >= 'A' && c <= 'Z', letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
        name += capital ? static_cast<char>(c - 'A' + 'a') : letter || digit ? c : '_';
    }
    return name;
}

std::string ending_of(const StudyVariable& variable) {
    switch (variable.part) {
    case StudyVariable::Part::value:
    case StudyVariable::Part::text:
        return "";
    case StudyVariable::Part::toward_me:
        return "_to_me";
    case StudyVariable::Part::from_me:
        return "_from_me";
    case StudyVariable::Part::chosen:
        return variable.choice < 0 ? fmt::format("_m{}", -variable.choice) : fmt::format("_{}", variable.choice);
    case StudyVariable::Part::day:
        return "_date";
    case StudyVariable::Part::minutes:
        return "_min";
    case StudyVariable::Part::score:
        return "_score";
    case StudyVariable::Part::standard_error:
        return "_se";
    case StudyVariable::Part::answered:
        return "_n";
    }
    return "";
}

}

StudyNames::StudyNames(const std::vector<StudyVariable>& heads) {
    for (const auto& head : heads)
        m_taken.insert(head.name);
}

std::string StudyNames::take(const StudyVariable& variable, const std::string& key) {
    auto name = plain_name(variable.module.value);
    if (!variable.place.empty()) name += "_" + plain_name(variable.place);
    if (name.empty() || name.front() < 'a' || name.front() > 'z') name = "v_" + name;
    name += ending_of(variable);
    while (name.back() == '_')
        name.pop_back();
    auto free = name;
    for (std::string seed = key; free.size() > longest_name || m_taken.contains(free); seed += '+') {
        const auto digest = "_" + name_digest(seed);
        free = name.substr(0, longest_name - digest.size()) + digest;
    }
    m_taken.insert(free);
    return free;
}

}
