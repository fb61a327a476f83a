#include "content/fhir/own_form.hpp"
#include "content/fhir/plain_words.hpp"
#include "content/forms/module_file.hpp"
#include "content/read/diagnostics.hpp"
#include "model/form/asked_form.hpp"
#include <algorithm>

namespace content {

namespace {

const FhirItem* item_called(const std::vector<FhirItem>& items, const std::string& link_id) {
    for (const auto& item : items) {
        if (item.link_id == link_id) return &item;
        if (const auto* found = item_called(item.items, link_id)) return found;
    }
    return nullptr;
}

bool says_the_same(const FhirQuestionnaire& source, const model::Item& item) {
    const auto* there = item_called(source.items, item.origin.link_id.empty() ? item.id.value : item.origin.link_id);
    if (there == nullptr || there->text != plain_words(item.text)) return false;
    if (there->type == FhirType::group || there->type == FhirType::boolean) return true;
    return std::ranges::equal(there->options, item.choices, [](const FhirOption& option, const model::Choice& choice) {
        return option.label == plain_words(choice.label);
    });
}

std::optional<model::Module> module_in(const std::string& text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto contents = model::decode_contents({bytes, text.size()});
    if (!contents || contents->size() != 1) return std::nullopt;
    auto& modules = contents->begin()->second.modules;
    if (modules.size() != 1) return std::nullopt;
    return std::move(modules.begin()->second);
}

// The module as its file reads back.
std::optional<model::Module> read_back(const WrittenModule& written) {
    const auto& id = written.module.id.value;
    Diagnostics diagnostics(id + ".toml");
    const auto root = parse_toml(to_toml(written), diagnostics);
    auto module = root ? module_from(*root, id, diagnostics) : std::nullopt;
    if (module) module->file.clear();
    return module;
}

}

std::optional<FhirForm> own_form(const FhirQuestionnaire& source, const FhirWishes& wishes, std::string& why_not) {
    auto module = module_in(source.own_form);
    why_not = "its form (extension urn:sameside:form), which cannot be read; it is read as any other Questionnaire";
    if (!module) return std::nullopt;
    if (!wishes.id.empty()) module->id = {wishes.id};
    const bool same = std::ranges::all_of(
        module->items, [&](const model::Item& item) { return item.given || says_the_same(source, item); });
    if (!same || source.title != plain_words(module->title)) {
        why_not = "its form (extension urn:sameside:form): the file asks in other words than Sameside wrote into it; "
                  "it is read as any other Questionnaire";
        return std::nullopt;
    }
    if (wishes.is_private && !module->is_private) {
        why_not = "its form (extension urn:sameside:form): with --private it is read as any other Questionnaire";
        return std::nullopt;
    }
    FhirForm form;
    form.written.head.emplace_back("Made from a FHIR R4 Questionnaire of Sameside by sameside content import-fhir.");
    form.written.module = std::move(*module);
    if (read_back(form.written) != form.written.module) return std::nullopt;
    if (source.own_form_in_part)
        form.lost.emplace_back("the form: its private questions and scores, which are not in this export");
    return form;
}

}
