// What the program's own import makes of the Questionnaires that it exports.
#include "a_bundle.hpp"
#include "content/fhir/import.hpp"
#include "content/forms/content.hpp"
#include "content/forms/module_file.hpp"
#include "model/form/privacy.hpp"
#include "report/fhir_questionnaire.hpp"

namespace {

using report::Json;

std::optional<content::FhirImport> imported(const Json& form, const content::FhirWishes& wishes = {}) {
    content::JsonFaults faults("form.json");
    auto made = content::import_fhir_text(form.dump(), wishes, faults);
    for (const auto& fault : faults.lines())
        MESSAGE(fault);
    return made;
}

model::Module read(const content::FhirImport& made) {
    content::Diagnostics diagnostics("form.toml");
    const auto root = content::parse_toml(made.toml, diagnostics);
    auto module = root ? content::module_from(*root, "", diagnostics) : std::nullopt;
    REQUIRE(module);
    return std::move(*module);
}

model::Content shipped() {
    auto content = content::load(SAMESIDE_SOURCE_DIR "/content");
    REQUIRE(content);
    return std::move(*content);
}

bool lists(const content::FhirImport& made, const std::string& words) {
    for (const auto& line : made.lost)
        if (says(line, words)) return true;
    return false;
}

}

TEST_CASE("every shipped form comes back whole from its own Questionnaire") {
    const auto content = shipped();
    REQUIRE(content.modules.size() > 10);
    for (const auto& [id, module] : content.modules) {
        CAPTURE(id.value);
        const auto made = imported(report::questionnaire(module, true));
        REQUIRE(made);
        CHECK(made->lost.empty());
        auto back = read(*made);
        back.file = module.file;
        CHECK(back == module);
    }
}

TEST_CASE("without what is private a form comes back without it, and says so") {
    const auto content = shipped();
    const auto& wear = content.modules.at({"wear"});
    const auto form = report::questionnaire(wear, false);
    CHECK_FALSE(says(form.dump(), "spiritual"));
    const auto made = imported(form);
    REQUIRE(made);
    CHECK(lists(*made, "its private questions and scores, which are not in this export"));
    const auto back = read(*made);
    CHECK_FALSE(back.items.empty());
    CHECK(back.items.size() < wear.items.size());
    CHECK_FALSE(model::holds_private(back));
}

TEST_CASE("a Questionnaire whose words were changed elsewhere is read as any other, with those words") {
    const auto content = shipped();
    for (const char* id : {"same-side", "satisfaction"}) {
        auto form = report::questionnaire(content.modules.at({id}), true);
        form["item"][0]["text"] = "Other words than ours";
        const auto made = imported(form);
        REQUIRE(made);
        CHECK(lists(*made, "the file asks in other words than Sameside wrote into it"));
        CHECK(read(*made).items.front().text == "Other words than ours");
    }
    auto form = report::questionnaire(content.modules.at({"satisfaction"}), true);
    form["extension"][0]["extension"][0]["valueString"] = "{}";
    const auto broken = imported(form);
    REQUIRE(broken);
    CHECK(lists(*broken, "which cannot be read"));
}

TEST_CASE("where the extension was lost on the way, what is private stays private, and a consent what it was") {
    const auto content = shipped();
    std::size_t covered = 0, consents = 0, signatures = 0;
    for (const auto& [id, module] : content.modules) {
        CAPTURE(id.value);
        auto form = report::questionnaire(module, true);
        form.erase("extension");
        const auto made = imported(form);
        REQUIRE(made);
        const auto back = read(*made);
        for (const auto& item : module.items) {
            CAPTURE(item.id.value);
            const auto* same = model::find_item(back, item.id);
            if (same == nullptr) continue;
            CHECK(is_private(back, *same) == is_private(module, item));
            if (item.kind == model::ItemKind::consent || item.kind == model::ItemKind::signature)
                CHECK(same->kind == item.kind);
            covered += is_private(module, item);
            consents += item.kind == model::ItemKind::consent;
            signatures += item.kind == model::ItemKind::signature;
        }
        for (const auto& item : back.items) // also of what is asked both ways, which comes back as two questions
            if (const auto at = item.id.value.rfind("-toward"); at != std::string::npos)
                CHECK(is_private(back, item) ==
                      is_private(module, *model::find_item(module, {item.id.value.substr(0, at)})));
        for (const auto& scale : back.scales)
            for (const auto& key : scale.keys)
                CHECK((is_private(back, scale) || !is_private(back, *model::find_item(back, key.item))));
    }
    CHECK(covered > 5);
    CHECK(consents > 0);
    CHECK(signatures > 0);
}

TEST_CASE("a Questionnaire whose words were changed elsewhere keeps private what was private") {
    const auto content = shipped();
    auto form = report::questionnaire(content.modules.at({"steady"}), true);
    form["item"][0]["text"] = "Other words than ours";
    const auto back = read(*imported(form));
    CHECK(back.items.front().text == "Other words than ours");
    for (const auto& item : back.items)
        CHECK_MESSAGE(is_private(back, item), item.id.value);
}

TEST_CASE("where the extension was lost on the way, scores of plain sums and means come back by their formulas") {
    const auto content = shipped();
    auto form = report::questionnaire(content.modules.at({"satisfaction"}), true);
    form.erase("extension");
    const auto made = imported(form);
    REQUIRE(made);
    const auto back = read(*made);
    CHECK(back.items.size() == content.modules.at({"satisfaction"}).items.size());
    for (const auto& line : made->lost)
        CAPTURE(line);
    CHECK(back.items.front().choices.size() == content.modules.at({"satisfaction"}).items.front().choices.size());
}
