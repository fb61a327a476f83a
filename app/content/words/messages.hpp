// Every text of the content that a person reads, with the context that names it for translators; and what is made of
// that: content in another language, the translators' template, and what is wrong with a translation.
#pragma once
#include "content/words/catalogue_file.hpp"
#include "model/form/module.hpp"
#include <functional>
#include <set>

namespace content {

// `text` may be changed; in articles **bold** stands between two asterisks. `file` is relative to the content folder.
// Contexts: "<module>.<item>.text" and so on; the list is in content/README.md.
using OnText = std::function<void(const std::string& context, std::string& text, const std::string& file)>;
void for_each_text(model::Content& content, const OnText& on_text);

// The same content in the catalogue's words, of the same structure; what it does not translate stays as it is.
model::Content translated(const model::Content& content, const core::Catalogue& catalogue);

// A gettext template (.pot) of the content's texts, the same for the same content.
std::string message_template(const model::Content& content);

// One line a fault, "name: context: rule". A form, packet or article of which the catalogue has not one word is a
// practice's own: it is shown in its own words, and a note says so.
struct TranslationReport {
    std::vector<std::string> faults, notes;
};
// `unsure` holds what the translator marked as fuzzy. What has a context of no module, packet or article of the content
// belongs to the program's own sentences: of these only the places are checked.
TranslationReport check_translation(const model::Content& content, const std::vector<CatalogueEntry>& messages,
                                    const std::vector<CatalogueEntry>& unsure, const std::string& name);

// The characters in the translations of a .po file that the screen cannot show: "name:line: context: rule".
std::vector<std::string> strange_letters_of(std::string_view po, const std::string& name);

}
