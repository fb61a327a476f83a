#include "content/fhir/form.hpp"
#include "content/fhir/questions.hpp"
#include "content/forms/limits.hpp"
#include "content/forms/module_file.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include "content/read/letters.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace content {

namespace {

std::string small_hash(std::string_view text) { // FNV-1a, 32 bits
    std::uint32_t hash = 2'166'136'261U;
    for (const char byte : text)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16'777'619U;
    return fmt::format("{:08x}", hash);
}

std::string last_of_url(std::string_view url) {
    return std::string(url.substr(url.rfind('/') + 1));
}

bool any_restricted(const std::vector<FhirItem>& items) {
    return std::ranges::any_of(items,
                               [](const FhirItem& item) { return item.is_restricted || any_restricted(item.items); });
}

void head_of(const FhirQuestionnaire& source, const FhirWishes& wishes, WrittenModule& written, FhirLosses& losses) {
    model::Module& module = written.module;
    // Where items have labels of their own, these say which.
    const bool all_restricted = source.is_restricted && !any_restricted(source.items);
    if (all_restricted && !wishes.is_private)
        losses.add("", "the file is restricted (meta.security), and so the whole form is private");
    module.is_private = wishes.is_private || all_restricted;
    module.fixed_wording = true;
    std::string name = wishes.id;
    for (const auto& other : {source.name, last_of_url(source.url), source.title, source.id})
        if (name.empty()) name = as_id(other, "form-");
    module.id = {name.empty() ? "form" : name};
    const auto name_given = !source.title.empty() ? source.title : !source.name.empty() ? source.name : module.id.value;
    const auto title = with_shown_letters("", name_given, losses);
    module.title = cut_short(title, title_limit.characters);
    module.intro = "These questions come from a form that your therapist uses. You can skip any of them.";
    if (module.title != title) {
        losses.add("", fmt::format("the title is cut to {} characters; it is whole in intro", title_limit.characters));
        module.intro = cut_short(title, text_limit.characters) + "\n\n" + module.intro;
    }
    losses.add("", "the words before the first question are general (intro); write what this form asks");
    module.version = cut_short(source.version, version_limit.characters);
    if (source.version.empty()) {
        module.version = "1";
        losses.add("", "the file names no version; \"1\" is written");
    } else if (module.version != source.version) {
        losses.add("", fmt::format("the version is cut to {} characters", version_limit.characters));
    }
    module.rights = cut_short(source.copyright, rights_limit.characters);
    if (source.copyright.empty()) {
        module.rights = std::string(rights_not_stated);
        losses.add("", "the file has no copyright text; write in rights by what right your practice uses this form");
    } else if (module.rights != source.copyright) {
        losses.add("", fmt::format("the copyright text is cut to {} characters; it is whole in the comment at the top",
                                   rights_limit.characters));
        written.head.push_back("copyright: " + source.copyright);
    }
    if (!source.url.empty() && source.url.size() <= url_limit.characters && strange_letters(source.url).empty())
        module.canonical = source.url;
    if (!source.url.empty()) written.head.insert(written.head.begin(), "url: " + source.url);
    written.head.insert(written.head.begin(), "Made from a FHIR R4 Questionnaire by sameside content import-fhir.");
    if (!source.status.empty() && source.status != "active")
        losses.add("",
                   fmt::format("the file says that this form is {} and not active (status)", in_quotes(source.status)));
    for (const auto& key : source.unused)
        losses.add("", key + " is not used");
}

}

void FhirLosses::add(std::string_view who, std::string_view what) {
    m_lines.push_back(fmt::format("{}: {}", who.empty() ? "the form" : shown(who), what));
}

void FhirLosses::add_named(std::string_view names, std::string_view what) {
    m_lines.push_back(fmt::format("{}: {}", names, what));
}

std::string with_shown_letters(std::string_view who, std::string_view text, FhirLosses& losses) {
    const auto strange = strange_letters(text);
    if (strange.empty()) return std::string(text);
    losses.add(who, strange.names + ", which the kiosk cannot show; it is written ?");
    return without_strange_letters(text);
}

std::string as_id(std::string_view text, std::string_view before_a_digit) {
    std::string id;
    for (const char byte : text) {
        const char small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
        const bool fits = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (fits) {
            id += small;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    if (!id.empty() && id.front() <= '9') id.insert(0, before_a_digit);
    id.resize(std::min(id.size(), id_limit.characters));
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id;
}

std::string FhirIds::of(std::string_view link_id) {
    auto id = as_id(link_id, "q-");
    const bool taken = std::ranges::find(m_given, id) != m_given.end();
    if (id.empty() || taken) {
        const auto hash = small_hash(link_id);
        id = id.empty() ? "q-" + hash : id.substr(0, id_limit.characters - hash.size() - 1) + "-" + hash;
    }
    for (int again = 2; std::ranges::find(m_given, id) != m_given.end(); ++again)
        id = fmt::format("q-{}-{}", small_hash(link_id), again);
    m_given.push_back(id);
    return id;
}

std::vector<std::string> in_pieces(std::string_view text, std::size_t characters) {
    std::vector<std::string> pieces;
    while (core::utf8::length(text) > characters) {
        const std::size_t end = core::utf8::offset_of(text, characters);
        std::size_t sentence = 0, space = 0;
        for (std::size_t i = 1; i < end; ++i) {
            if (text[i] != ' ') continue;
            space = i;
            if (text[i - 1] == '.' || text[i - 1] == '?' || text[i - 1] == '!') sentence = i;
        }
        const std::size_t at = sentence > 0 ? sentence : space > 0 ? space : end;
        pieces.emplace_back(trimmed(text.substr(0, at)));
        text = trimmed(text.substr(at));
    }
    if (!text.empty()) pieces.emplace_back(text);
    return pieces;
}

std::optional<FhirForm> fhir_form(const FhirQuestionnaire& source, const FhirWishes& wishes, JsonFaults& faults) {
    FhirForm form;
    FhirLosses losses;
    head_of(source, wishes, form.written, losses);
    FhirQuestions questions(source, form.written, losses);
    questions.take_all();
    const auto& items = form.written.module.items;
    const bool asks = std::ranges::any_of(items, [](const auto& item) { return takes_answer(item.kind); });
    if (!asks) faults.add("item", "holds no question that can be asked here");
    if (items.size() > most_items)
        faults.add("item", fmt::format("makes {} items; a module has at most {}", items.size(), most_items));
    if (!faults.empty()) return std::nullopt;
    form.lost = losses.take();
    return form;
}

}
