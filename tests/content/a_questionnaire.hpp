// A Questionnaire of a few lines, imported and loaded from a content folder as the kiosk would.
#pragma once
#include "a_content_folder.hpp"
#include "content/fhir/import.hpp"
#include <algorithm>

namespace content_tests {

inline const std::string ordinal_url = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

// The whole file around its items, as JSON. `more` begins with a comma.
inline std::string questionnaire(const std::string& items, const std::string& more = "") {
    return R"({"resourceType": "Questionnaire", "name": "TestForm", "title": "A test form", "version": "3",
        "copyright": "Ours.", "status": "active", "item": [)" +
           items + "]" + more + "}";
}

inline std::string coded(const std::string& code, const std::string& display, const std::string& ordinal = "") {
    const std::string extension =
        ordinal.empty() ? "" : R"("extension": [{"url": ")" + ordinal_url + R"(", "valueDecimal": )" + ordinal + "}], ";
    return "{" + extension + R"("valueCoding": {"system": "s", "code": ")" + code + R"(", "display": ")" + display +
           "\"}}";
}

// Never 0, often 1, always 2.
inline const std::string how_often = R"("answerOption": [)" + coded("n", "Never", "0") + "," +
                                     coded("o", "Often", "1") + "," + coded("a", "Always", "2") + "]";

inline std::string item(const std::string& link_id, const std::string& type, const std::string& more = "") {
    return R"({"linkId": ")" + link_id + R"(", "type": ")" + type + R"(", "text": "Item )" + link_id + "\"" +
           (more.empty() ? "" : ", " + more) + "}";
}
inline std::string extension(const std::string& name, const std::string& value) {
    return R"({"url": "http://hl7.org/fhir/StructureDefinition/)" + name + R"(", )" + value + "}";
}

struct Imported {
    model::Module module;
    std::string toml;
    std::vector<std::string> lost;

    const model::Item& operator[](const std::string& id) const {
        const auto* found = model::find_item(module, {id});
        REQUIRE_MESSAGE(found != nullptr, id);
        return *found;
    }
    bool has(const std::string& id) const { return model::find_item(module, {id}) != nullptr; }
    bool lists(std::string_view words) const { return one_says(lost, words); }
    std::string all_lost() const {
        std::string all;
        for (const auto& line : lost)
            all += line + "\n";
        return all;
    }
};

inline Imported loaded(const content::FhirImport& made) {
    ContentFolder folder;
    folder.write("modules/" + made.id.value + ".toml", made.toml);
    folder.write("packets.toml", with(packets, "\"plain\"", "\"plain\", \"" + made.id.value + "\""));
    CAPTURE(made.toml);
    for (const auto& line : folder.diagnostics())
        CHECK_MESSAGE(false, line);
    const auto content = folder.load();
    REQUIRE(content.modules.contains(made.id));
    for (const auto& packet : content.packets)
        CHECK_FALSE(model::why_not(content, packet).has_value());
    return {content.modules.at(made.id), made.toml, made.lost};
}

inline Imported imported(const std::string& json, const content::FhirWishes& wishes = {}) {
    content::JsonFaults faults("form.json");
    const auto made = content::import_fhir_text(json, wishes, faults);
    for (const auto& line : faults.lines())
        CHECK_MESSAGE(false, line);
    REQUIRE(made.has_value());
    return loaded(*made);
}
inline Imported imported_items(const std::string& items, const content::FhirWishes& wishes = {}) {
    return imported(questionnaire(items), wishes);
}

inline std::vector<std::string> faults_of(const std::string& json) {
    content::JsonFaults faults("form.json");
    const auto made = content::import_fhir_text(json, {}, faults);
    CHECK_FALSE(made.has_value());
    CHECK_FALSE(faults.empty());
    for (const auto& line : faults.lines()) {
        CHECK(line.starts_with("form.json: "));
        CHECK(line.size() < 400);
        CHECK(std::ranges::none_of(line, [](char byte) { return static_cast<unsigned char>(byte) < 0x20; }));
    }
    return faults.lines();
}

}
