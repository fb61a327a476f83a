#include "content/read/letters.hpp"
#include "content/words/messages.hpp"
#include <algorithm>
#include <map>

namespace content {

namespace {

struct Source {
    std::string context, text;
    bool operator<(const Source& other) const { return std::tie(context, text) < std::tie(other.context, other.text); }
};

// A text of a .po file, broken after each of its own lines as gettext's programs do.
std::string po_text(std::string_view text) {
    std::string out = "\"";
    if (const auto line = text.find('\n'); line != std::string_view::npos && line + 1 < text.size()) out += "\"\n\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += i + 1 < text.size() ? "\\n\"\n\"" : "\\n";
            break;
        default:
            out += text[i];
        }
    }
    return out + "\"";
}

constexpr std::string_view template_header = "msgid \"\"\n"
                                             "msgstr \"\"\n"
                                             "\"MIME-Version: 1.0\\n\"\n"
                                             "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                             "\"Content-Transfer-Encoding: 8bit\\n\"\n";

// The named places of a text, "{name}", each once.
std::set<std::string> places_in(std::string_view text) {
    std::set<std::string> places;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::size_t end = text.find('}', at);
        if (end == std::string_view::npos) break;
        places.emplace(text.substr(at, end - at + 1));
    }
    return places;
}

std::string joined(const std::set<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : " ") + word;
    return all.empty() ? "none" : all;
}

// A singular may leave its number to a word, "one"; it may not have a place that nothing fills.
bool places_agree(const CatalogueEntry& message, const std::string& said, bool singular) {
    const auto theirs = places_in(said);
    auto ours = places_in(message.english);
    if (message.many.empty()) return theirs == ours;
    ours.merge(places_in(message.many));
    return singular ? std::ranges::includes(ours, theirs) : theirs == places_in(message.many);
}

class Faults {
public:
    explicit Faults(const std::string& name) : m_name(name) {}
    void add(const std::string& context, const std::string& rule) {
        m_lines.push_back(m_name + ": " + context + ": " + rule);
    }
    std::vector<std::string> take() { return std::move(m_lines); }

private:
    const std::string& m_name;
    std::vector<std::string> m_lines;
};

void check_places(const CatalogueEntry& message, Faults& faults) {
    for (std::size_t i = 0; i < message.said.size(); ++i) {
        const std::string& said = message.said[i];
        if (said.empty())
            faults.add(message.context, "is empty: " + in_quotes(message.english));
        else if (!places_agree(message, said, i == 0))
            faults.add(message.context, "has the places " + joined(places_in(said)) + ", its source text has " +
                                            joined(places_in(message.many.empty() ? message.english : message.many)));
    }
    const auto marks = [](std::string_view text) {
        std::size_t count = 0;
        for (std::size_t at = text.find("**"); at != std::string_view::npos; at = text.find("**", at + 2))
            ++count;
        return count;
    };
    if (message.context.starts_with("article.") && !message.said.empty() && marks(message.said.front()) % 2 != 0)
        faults.add(message.context, "has a ** without its other half: " + in_quotes(message.said.front()));
}

// The form, packet or article that a context belongs to.
std::string owner_of(const std::string& context) {
    const bool named_second = context.starts_with("article.") || context.starts_with("packet.");
    const std::size_t first = context.find('.');
    return context.substr(0, named_second ? context.find('.', first + 1) : first);
}

// Whether a text with this context comes from the content folder and not from the program.
bool of_content(const model::Content& content, const std::string& context) {
    const std::string first = context.substr(0, context.find('.'));
    return first == "article" || first == "packet" || first == "content" || content.modules.contains({first});
}

}

std::string message_template(const model::Content& content) {
    model::Content read = content;
    std::vector<Source> order;
    std::map<Source, std::vector<std::string>> files;
    for_each_text(read, [&](const std::string& context, std::string& text, const std::string& file) {
        auto& where = files[{context, text}];
        if (where.empty()) order.push_back({context, text});
        if (std::ranges::find(where, file) == where.end()) where.push_back(file);
    });
    std::string made(template_header);
    for (const Source& source : order) {
        made += "\n#:";
        for (const std::string& file : files[source])
            made += " content/" + file;
        made += "\nmsgctxt " + po_text(source.context) + "\nmsgid " + po_text(source.text) + "\nmsgstr \"\"\n";
    }
    return made;
}

std::vector<std::string> strange_letters_of(std::string_view po, const std::string& name) {
    Diagnostics diagnostics(name);
    std::string context;
    bool translation = false; // the line belongs to one
    int number = 1;
    for (std::size_t from = 0; from < po.size(); ++number) {
        const auto end = std::min(po.find('\n', from), po.size());
        const auto line = po.substr(from, end - from);
        from = end + 1;
        if (line.starts_with("msgctxt \"") && line.size() > 10) context = shown(line.substr(9, line.size() - 10));
        if (!line.starts_with('"')) translation = line.starts_with("msgstr");
        const auto strange = translation ? strange_letters(line) : StrangeLetters{};
        if (!strange.empty()) diagnostics.add(number, context, strange.rule());
    }
    return diagnostics.lines();
}

TranslationReport check_translation(const model::Content& content, const std::vector<CatalogueEntry>& messages,
                                    const std::vector<CatalogueEntry>& unsure, const std::string& name) {
    Faults faults(name);
    std::set<std::string> translated_ones, own;
    std::set<Source> said, fuzzy, sources;
    std::set<std::string> contexts;
    for (const CatalogueEntry& message : messages)
        said.insert({message.context, message.english}), translated_ones.insert(owner_of(message.context));
    for (const CatalogueEntry& message : unsure) {
        translated_ones.insert(owner_of(message.context));
        if (!said.contains({message.context, message.english})) fuzzy.insert({message.context, message.english});
    }
    model::Content read = content;
    for_each_text(read, [&](const std::string& context, std::string& text, const std::string& file) {
        contexts.insert(context);
        if (!sources.insert({context, text}).second || said.contains({context, text})) return;
        if (const auto owner = owner_of(context); !translated_ones.contains(owner)) {
            own.insert(owner + " (" + file + ")");
            return;
        }
        const bool marked = fuzzy.erase({context, text}) > 0;
        faults.add(context, (marked ? "is marked fuzzy; look at it again: " : "has no translation of ") +
                                in_quotes(text) + " (" + file + ")");
    });
    // What could not be read is not gone.
    const auto is_unread = [&](const std::string& context) {
        return !content.broken.empty() && !contexts.contains(context) && of_content(content, context);
    };
    for (const Source& source : fuzzy)
        if (!is_unread(source.context))
            faults.add(source.context, "is marked fuzzy; look at it again: " + in_quotes(source.text));
    for (const CatalogueEntry& message : messages) {
        check_places(message, faults);
        if (!of_content(content, message.context) || sources.contains({message.context, message.english})) continue;
        if (is_unread(message.context)) continue;
        faults.add(message.context, contexts.contains(message.context)
                                        ? "is stale, its source text has changed: " + in_quotes(message.english)
                                        : "is stale, its source text is gone: " + in_quotes(message.english));
    }
    TranslationReport report{.faults = faults.take(), .notes = {}};
    for (const std::string& one : own)
        report.notes.push_back(name + ": " + one + ": has no translation at all; it is shown in its own words");
    return report;
}

}
