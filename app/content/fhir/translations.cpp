#include "content/fhir/translations.hpp"
#include "content/fhir/plain_words.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

constexpr std::size_t most_languages = 6;
constexpr std::string_view translation_url = "http://hl7.org/fhir/StructureDefinition/translation";

// "es" of "es" and of "es-MX"; nothing of what is no tag.
std::string language_of(const std::string& tag) {
    const auto subtag = tag.substr(0, tag.find('-'));
    const bool fits = (subtag.size() == 2 || subtag.size() == 3) &&
                      std::ranges::all_of(subtag, [](char c) { return c >= 'a' && c <= 'z'; });
    return fits ? subtag : std::string();
}

void collect(const std::vector<FhirItem>& items, std::set<std::string>& languages) {
    const auto take = [&](const std::map<std::string, std::string>& words) {
        for (const auto& entry : words)
            if (languages.size() < most_languages) languages.insert(entry.first);
    };
    for (const auto& item : items) {
        take(item.text_in);
        for (const auto& option : item.options)
            take(option.label_in);
        collect(item.items, languages);
    }
}

void say_in(const std::string& language, const std::map<std::string, std::string>& words, std::string& text) {
    const auto found = words.find(language);
    if (found != words.end() && !found->second.empty()) text = found->second;
}

void say_in(const std::string& language, std::vector<FhirItem>& items) {
    for (auto& item : items) {
        say_in(language, item.text_in, item.text);
        for (auto& option : item.options)
            say_in(language, option.label_in, option.label);
        say_in(language, item.items);
    }
}

// The words that the file itself says are the same in that language.
void collect_same(const std::string& language, const std::vector<FhirItem>& items, std::set<std::string>& same) {
    const auto look = [&](const std::string& words, const std::map<std::string, std::string>& in) {
        if (const auto found = in.find(language); found != in.end() && found->second == words) same.insert(words);
    };
    for (const auto& item : items) {
        look(item.text, item.text_in);
        for (const auto& option : item.options)
            look(option.label, option.label_in);
        collect_same(language, item.items, same);
    }
}

void collect_untold(const std::string& language, const std::vector<FhirItem>& items, std::vector<std::string>& untold) {
    for (const auto& item : items) {
        if (!item.text.empty() && !item.text_in.contains(language)) untold.push_back(item.text);
        collect_untold(language, item.items, untold);
    }
}

bool options_told_in(const std::string& language, const std::vector<FhirItem>& items) {
    const auto is_told = [&](const FhirOption& option) {
        return option.whole.has_value() || option.label == option.code || option.label_in.contains(language);
    };
    return std::ranges::all_of(items, [&](const FhirItem& item) {
        return std::ranges::all_of(item.options, is_told) && options_told_in(language, item.items);
    });
}

template<class Turn>
void turn_all(std::vector<FhirItem>& items, const Turn& turn) {
    for (auto& item : items) {
        turn(item.text, item.text_in);
        for (auto& option : item.options)
            turn(option.label, option.label_in);
        turn_all(item.items, turn);
    }
}

// Between quotes; a text is one line without control characters.
std::string po_string(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') out += '\\';
        out += byte;
    }
    return out + '"';
}

// A text of the form and the same of the translated form; one that is the same in both has no translation unless the
// file says that it is the same, and one that still has words of an item without a translation is in two languages.
class Catalogue {
public:
    Catalogue(std::vector<std::string> untold, std::set<std::string> same)
        : m_untold(std::move(untold)), m_same(std::move(same)) {}
    void add_item(const std::string& context, const std::string& text, const std::string& translated) {
        const bool mixed = std::ranges::any_of(
            m_untold, [&](const std::string& words) { return translated.find(words) != std::string::npos; });
        add(context, text, mixed ? text : translated);
    }
    void add(const std::string& context, const std::string& text, const std::string& translated) {
        if (text.empty() || !m_known.insert(context + '\n' + text).second) return;
        if (text == translated && !m_same.contains(text)) {
            ++m_missing;
            return;
        }
        m_entries += fmt::format("\nmsgctxt {}\nmsgid {}\nmsgstr {}\n", po_string(context), po_string(text),
                                 po_string(translated));
    }
    std::size_t missing() const { return m_missing; }
    std::string whole(const std::string& language) const {
        return fmt::format("msgid \"\"\nmsgstr \"\"\n\"Language: {}\\n\"\n\"MIME-Version: 1.0\\n\"\n"
                           "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n",
                           language) +
               m_entries;
    }

private:
    std::vector<std::string> m_untold;
    std::set<std::string> m_same, m_known;
    std::size_t m_missing = 0;
    std::string m_entries;
};

bool same_shape(const model::Module& one, const model::Module& other) {
    const auto same_item = [](const model::Item& a, const model::Item& b) {
        return a.id == b.id && a.kind == b.kind && a.choices.size() == b.choices.size();
    };
    return std::ranges::equal(one.items, other.items, same_item) &&
           std::ranges::equal(one.scales, other.scales, {}, &model::Scale::id, &model::Scale::id);
}

Catalogue compared(const model::Module& form, const model::Module& translated, Catalogue catalogue) {
    const auto& id = form.id.value;
    catalogue.add(id + ".title", form.title, translated.title);
    for (std::size_t i = 0; i < form.items.size(); ++i) {
        const auto &item = form.items[i], &other = translated.items[i];
        const auto context = id + "." + item.id.value;
        catalogue.add_item(context + ".text", item.text, other.text);
        catalogue.add_item(context + ".detail", item.detail, other.detail);
        for (std::size_t k = 0; k < item.choices.size(); ++k)
            catalogue.add(id + ".choice", item.choices[k].label, other.choices[k].label);
        catalogue.add_item(context + ".low_label", item.low_label, other.low_label);
        catalogue.add_item(context + ".high_label", item.high_label, other.high_label);
        catalogue.add_item(context + ".chart_label", item.chart_label, other.chart_label);
    }
    for (std::size_t i = 0; i < form.scales.size(); ++i)
        catalogue.add(id + ".scale." + form.scales[i].id.value + ".title", form.scales[i].title,
                      translated.scales[i].title);
    return catalogue;
}

}

std::map<std::string, std::string> fhir_translations(const JsonPlace& place, const char* key,
                                                     std::vector<std::string>& unused) {
    std::map<std::string, std::string> words;
    const auto element = place.object(key);
    if (!element) return words;
    for (const auto& extension : fhir_extensions(*element)) {
        if (is_drawing_of_text(extension.url)) continue;
        if (extension.url != translation_url) {
            add_unused(unused, fmt::format("extension {} of {}", extension.url, key));
            continue;
        }
        std::string tag, content;
        for (const auto& part : fhir_extensions(extension.place)) {
            if (part.url == "lang")
                tag = line_at_key(part.place, part.place.has("valueCode") ? "valueCode" : "valueString");
            if (part.url == "content")
                content = words_at_key(part.place, part.place.has("valueMarkdown") ? "valueMarkdown" : "valueString");
        }
        if (content.size() > fhir_text_bytes) {
            place.diagnose(key, "is longer than " + std::to_string(fhir_text_bytes) + " bytes");
        } else {
            add_translation(tag, content, words);
        }
    }
    return words;
}

void add_translation(const std::string& tag, const std::string& words, std::map<std::string, std::string>& in) {
    const auto language = language_of(tag);
    if (language.empty() || words.empty() || in.size() == most_languages) return;
    if (tag == language) {
        in[language] = words; // before that of one country
    } else {
        in.emplace(language, words);
    }
}

bool turn_to_english(FhirQuestionnaire& source) {
    const auto language = language_of(source.language);
    if (language.empty() || language == "en") return false;
    std::vector<std::string> untold;
    collect_untold("en", source.items, untold);
    const bool told = source.title.empty() || source.title_in.contains("en");
    if (!untold.empty() || !told || !options_told_in("en", source.items)) return false;
    const auto turn = [&](std::string& text, std::map<std::string, std::string>& in) {
        if (const auto english = in.find("en"); english != in.end()) {
            in.emplace(language, text);
            text = english->second;
        }
    };
    turn(source.title, source.title_in);
    turn_all(source.items, turn);
    return true;
}

std::map<std::string, std::string> fhir_catalogues(const FhirQuestionnaire& source, const FhirWishes& wishes,
                                                   FhirForm& form) {
    std::set<std::string> languages;
    collect(source.items, languages);
    for (const auto& entry : source.title_in)
        if (languages.size() < most_languages) languages.insert(entry.first);
    std::map<std::string, std::string> catalogues;
    for (const auto& language : languages) {
        if (language == "en") continue;
        auto spoken = source;
        say_in(language, spoken.title_in, spoken.title);
        say_in(language, spoken.items);
        JsonFaults none("");
        auto named = wishes;
        named.id = form.written.module.id.value;
        const auto other = fhir_form(spoken, named, none);
        if (!other || !same_shape(form.written.module, other->written.module)) {
            form.lost.push_back(fmt::format("the form: its words in the language {}, which do not fall into the same "
                                            "pages",
                                            language));
            continue;
        }
        std::vector<std::string> untold;
        collect_untold(language, source.items, untold);
        std::set<std::string> same;
        collect_same(language, source.items, same);
        const auto catalogue =
            compared(form.written.module, other->written.module, {std::move(untold), std::move(same)});
        if (catalogue.missing() > 0)
            form.lost.push_back(fmt::format("the form: {} of its texts are the same in the language {}, or have no "
                                            "words in it",
                                            catalogue.missing(), language));
        catalogues.emplace(language, catalogue.whole(language));
    }
    return catalogues;
}

}
