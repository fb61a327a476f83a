#include "report/fhir_names.hpp"
#include "chart/answer_words.hpp"
#include "core/i18n.hpp"
#include "core/plain_text.hpp"
#include <array>
#include <sodium.h>

namespace report {

std::string urn_of(std::initializer_list<std::string_view> parts) {
    std::string bytes;
    for (const std::string_view part : parts) {
        bytes += std::to_string(part.size()) + ":";
        bytes += part;
    }
    std::array<unsigned char, 16> uuid{};
    crypto_generichash(uuid.data(), uuid.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    uuid[6] = static_cast<unsigned char>((uuid[6] & 0x0FU) | 0x80U);
    uuid[8] = static_cast<unsigned char>((uuid[8] & 0x3FU) | 0x80U);
    std::array<char, 33> hex{};
    sodium_bin2hex(hex.data(), hex.size(), uuid.data(), uuid.size());
    const std::string_view digits(hex.data());
    std::string urn = "urn:uuid:";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) urn += '-';
        urn += digits[i];
    }
    return urn;
}

std::string id_of(std::string_view urn) {
    return std::string(urn.substr(std::string_view("urn:uuid:").size()));
}

std::string fhir_text(std::string_view text) {
    return std::string(core::trimmed(core::cleaned(text, core::Lines::many)));
}

void put_text(Json& into, const char* key, std::string_view text) {
    if (const std::string clean = fhir_text(text); !clean.empty()) into[key] = clean;
}

Json reference(const std::string& urn) {
    return {{"reference", urn}};
}

Json fhir_code(const char* system, const char* code, const char* display) {
    return {{"system", system}, {"code", code}, {"display", display}};
}

std::string questionnaire_urn(const model::Module& module) {
    if (module.mark.empty()) return urn_of({"questionnaire", module.id.value, module.version});
    return urn_of({"questionnaire", module.id.value, module.version, module.mark});
}

std::string choices_urn(const model::Module& module, const model::Item& item) {
    if (module.mark.empty()) return urn_of({"choices", module.id.value, module.version, item.id.value});
    return urn_of({"choices", module.id.value, module.version, item.id.value, module.mark});
}

Json coding_of(const model::Module& module, const model::Item& item, int value) {
    Json coding{{"system", choices_urn(module, item)}, {"code", std::to_string(value)}};
    put_text(coding, "display", chart::answer_words(item, model::ChosenSet{{value}}));
    return coding;
}

std::string link_id(const model::Item& item, Direction direction) {
    return direction == Direction::none ? item.id.value : item.id.value + "." + std::string(name_of(direction));
}

std::string text_of(Direction direction) {
    switch (direction) {
    case Direction::none:
        return {};
    case Direction::toward_me:
        return core::tr("export.toward-me", "From my partner toward me");
    case Direction::from_me:
        return core::tr("export.from-me", "From me toward my partner");
    }
    return {};
}

void mark_restricted(Json& resource) {
    resource["meta"] = {{"security", Json::array({fhir_code("http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
                                                            "R", "restricted")})}};
}

}
