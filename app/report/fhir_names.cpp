#include "report/fhir_names.hpp"
#include "chart/answer_words.hpp"
#include "core/i18n.hpp"
#include "core/plain_text.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <array>
#include <charconv>
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

std::string questionnaire_url(const model::Module& module) {
    if (!module.canonical.empty()) return module.canonical;
    if (module.mark.empty()) return urn_of({"questionnaire", module.id.value, module.version});
    return urn_of({"questionnaire", module.id.value, module.version, module.mark});
}

Extent extent_of(const model::Module& module, bool private_items) {
    if (!private_items) return leaves_out_authors(module) ? Extent::for_both : Extent::usual;
    return holds_private(module) ? Extent::with_private : Extent::usual;
}

std::string questionnaire_version(const model::Module& module, bool private_items) {
    const auto version = fhir_text(module.version);
    switch (extent_of(module, private_items)) {
    case Extent::usual:
        return version;
    case Extent::with_private:
        return is_private(module) ? version : version + "+private";
    case Extent::for_both:
        return version + "+both";
    }
    return version;
}

std::string questionnaire_canonical(const model::Module& module, bool private_items) {
    const auto version = questionnaire_version(module, private_items);
    return questionnaire_url(module) + (version.empty() ? "" : "|" + version);
}

bool has_own_codes(const model::Item& item) {
    const auto& origin = item.origin;
    return has_choices(item.kind) && origin.type != "boolean" && origin.option.empty() &&
           std::ranges::any_of(item.choices, [](const model::Choice& choice) { return choice.code.empty(); });
}

// The same for all items that have the same choices, in whatever language: that of the first of them.
std::string choices_urn(const model::Module& module, const model::Item& item) {
    const auto first = std::ranges::find_if(
        module.items, [&](const model::Item& one) { return has_choices(one.kind) && one.choices == item.choices; });
    const auto& id = first == module.items.end() ? item.id.value : first->id.value;
    if (module.mark.empty()) return urn_of({"choices", module.id.value, module.version, id});
    return urn_of({"choices", module.id.value, module.version, id, module.mark});
}

std::vector<Json> code_systems(const model::Module& module, bool private_items) {
    std::vector<Json> systems;
    for (const model::Item& item : module.items) {
        if (!has_own_codes(item) || item.given || (is_private(module, item) && !private_items)) continue;
        const auto url = choices_urn(module, item);
        if (std::ranges::any_of(systems, [&](const Json& one) { return one["url"] == url; })) continue;
        Json system{{"resourceType", "CodeSystem"}, {"id", id_of(urn_of({"code system", url}))}};
        Json concepts = Json::array();
        std::vector<std::pair<std::string, std::string>> lines;
        for (const model::Choice& choice : item.choices) {
            const auto code = std::to_string(choice.value);
            concepts.push_back({{"code", code}});
            put_text(concepts.back(), "display", choice.label);
            lines.emplace_back(code, choice.label);
        }
        system["text"] = narrative(module.title, lines);
        system["url"] = url;
        put_text(system, "version", module.version);
        put_text(system, "title", module.title);
        system["status"] = "active";
        system["caseSensitive"] = true;
        system["content"] = "complete";
        system["concept"] = std::move(concepts);
        systems.push_back(std::move(system));
    }
    return systems;
}

FhirChoice choice_of(const model::Module& module, const model::Item& item, int value) {
    if (item.origin.type == "boolean") return {"Boolean", value != 0};
    const auto found = std::ranges::find(item.choices, value, &model::Choice::value);
    if (found != item.choices.end()) {
        int number = 0;
        const auto& label = found->label;
        const auto read = std::from_chars(label.data(), label.data() + label.size(), number);
        const bool whole = read.ec == std::errc{} && read.ptr == label.data() + label.size();
        if (item.origin.option == "integer" && whole) return {"Integer", number};
        if (item.origin.option == "string") return {"String", fhir_text(label)};
    }
    Json coding = Json::object();
    if (found != item.choices.end() && !found->code.empty()) {
        if (!found->system.empty()) coding["system"] = found->system;
        coding["code"] = found->code;
    } else {
        coding = {{"system", choices_urn(module, item)}, {"code", std::to_string(value)}};
    }
    put_text(coding, "display", chart::answer_words(item, model::ChosenSet{{value}}));
    return {"Coding", std::move(coding)};
}

Json codeable(const std::vector<model::Code>& codes) {
    Json list = Json::array();
    for (const model::Code& code : codes) {
        Json coding = Json::object();
        put_text(coding, "system", code.system);
        put_text(coding, "code", code.code);
        put_text(coding, "display", code.display);
        if (!coding.empty()) list.push_back(std::move(coding));
    }
    return list;
}

std::string link_id(const model::Item& item, Direction direction) {
    if (direction != Direction::none) return item.id.value + "." + std::string(name_of(direction));
    return item.origin.link_id.empty() ? item.id.value : item.origin.link_id;
}

std::string link_id(const model::Scale& scale) {
    return scale.origin.link_id.empty() ? "total/" + scale.id.value : scale.origin.link_id;
}

void put_in_groups(Json& items, const model::Origin& origin, Json item, GroupsOf what) {
    Json* into = &items;
    for (const std::string& group : origin.groups) {
        const auto found = std::ranges::find_if(*into, [&](const Json& one) { return one["linkId"] == group; });
        Json* there = found == into->end() ? nullptr : &*found;
        if (there == nullptr) {
            into->push_back({{"linkId", group}});
            there = &into->back();
            if (what == GroupsOf::questionnaire) (*there)["type"] = "group";
        } else if (what == GroupsOf::response && there->contains("answer")) {
            there = &(*there)["answer"].front();
        } else if (what == GroupsOf::response && there->contains("text")) {
            break; // below a question that has no answer there is no place (R4, qrs-1)
        }
        into = &(*there)["item"];
        if (into->is_null()) *into = Json::array();
    }
    into->push_back(std::move(item));
}

Json narrative(const std::string& heading, const std::vector<std::pair<std::string, std::string>>& lines) {
    const auto escaped = [](std::string_view text) {
        std::string out;
        for (const char c : fhir_text(text)) {
            if (c == '&')
                out += "&amp;";
            else if (c == '<')
                out += "&lt;";
            else if (c == '>')
                out += "&gt;";
            else
                out += c;
        }
        return out;
    };
    std::string div = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + escaped(heading) + "</p>";
    std::string list;
    for (const auto& [what, words] : lines) {
        const auto said = escaped(what), answered = escaped(words);
        if (!said.empty()) list += "<li>" + said + (answered.empty() ? "" : ": " + answered) + "</li>";
    }
    if (!list.empty()) div += "<ul>" + list + "</ul>";
    return {{"status", "generated"}, {"div", div + "</div>"}};
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

namespace {

Json restricted() {
    return fhir_code("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", "restricted");
}

}

void mark_restricted(Json& resource) {
    resource["meta"] = {{"security", Json::array({restricted()})}};
}

void mark_item_restricted(Json& item) {
    item["extension"].push_back(
        {{"url", "http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label"},
         {"valueCoding", restricted()}});
}

}
