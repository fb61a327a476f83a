#include "content/words/writing_check.hpp"
#include "content/words/writing_words.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace content {

namespace {

constexpr std::size_t most_words = 20; // of an item

bool is_negative(const std::string& word, Language language) {
    if (writing_words(language).negatives.contains(word)) return true;
    return language == Language::english && word.ends_with("n't");
}

// One file's texts, as they are read.
class Page {
public:
    Page(std::string file, Language language, std::vector<std::string>& lines) : m_language(language), m_lines(lines) {
        m_figures.file = std::move(file);
    }

    // A text that must be easy to read.
    void easy(const std::string& key, const std::string& text) {
        if (text.empty()) return;
        words(key, text);
        const auto level = reading_level(text, m_language);
        m_figures.words += level.words;
        if (level.words < least_words_measured) return;
        const bool harder =
            m_language == Language::english ? level.figure > m_figures.hardest : level.figure < m_figures.hardest;
        if (!m_figures.has_level || harder) m_figures.hardest = level.figure;
        m_figures.has_level = true;
        if (is_easy(level, m_language)) return;
        add(key,
            m_language == Language::english
                ? fmt::format("reads at grade {:.1f}; {:.0f} or lower is allowed (shorter sentences, shorter words)",
                              level.figure, hardest_grade)
                : fmt::format(
                      "has a perspicuity of {:.1f}; {:.0f} or more is allowed (shorter sentences, shorter words)",
                      level.figure, least_perspicuity));
    }

    // A text of any length that may not have certain words.
    void words(const std::string& key, const std::string& text) {
        const auto& lists = writing_words(m_language);
        for (const auto& word : words_of(text)) {
            if (lists.gendered.contains(word))
                add(key, fmt::format("\"{}\" says who a partner is; write \"my partner\" or \"they\"", word));
            if (lists.jargon.contains(word))
                add(key, fmt::format("\"{}\" is a word of the clinic; say it plainly", word));
        }
    }

    void item(const model::Item& item, bool reversed) {
        const auto key = "item " + item.words_of.value;
        if (item.kind == model::ItemKind::display) {
            easy(key + ".text", item.text);
        } else {
            question(key + ".text", item, reversed);
        }
        words(key + ".detail", item.detail);
        for (const auto& choice : item.choices)
            words(key + ".choices", choice.label);
        for (const auto& starter : item.starters)
            words(key + ".starters", starter);
        words(key + ".low_label", item.low_label);
        words(key + ".high_label", item.high_label);
        talk(key, item.talk);
    }

    // What both read at once, when they look together.
    void scale(const model::Scale& scale) {
        const auto key = "scale " + scale.words_of.value;
        easy(key + ".strength", scale.strength);
        talk(key, scale.talk);
    }

    const WritingFigures& figures() const { return m_figures; }
    void add(const std::string& key, const std::string& rule) {
        auto line = fmt::format("{}: {}: {}{}", m_figures.file, key, rule,
                                m_language == Language::spanish ? " (in the Spanish)" : "");
        if (std::ranges::find(m_lines, line) == m_lines.end()) m_lines.push_back(std::move(line));
    }

private:
    void talk(const std::string& key, const model::TalkCard& card) {
        words(key + ".talk_title", card.title);
        easy(key + ".talk_prompt", card.prompt);
    }

    void question(const std::string& key, const model::Item& item, bool reversed) {
        words(key, item.text);
        const auto said = words_of(item.text);
        if (said.size() > m_figures.longest_item) {
            m_figures.longest_item = said.size();
            m_figures.longest_id = item.words_of.value;
        }
        if (said.size() > most_words)
            add(key, fmt::format("has {} words; at most {} are allowed", said.size(), most_words));
        const auto negatives =
            std::ranges::count_if(said, [&](const auto& word) { return is_negative(word, m_language); });
        if (negatives > 1) add(key, "has a negative inside a negative; say it the other way round");
        if (reversed && negatives > 0) add(key, "is reversed and has a negative; a reversed item is worded positively");
    }

    Language m_language;
    std::vector<std::string>& m_lines;
    WritingFigures m_figures;
};

bool is_reversed(const model::Module& module, const model::Item& item) {
    return std::ranges::any_of(module.scales, [&](const model::Scale& scale) {
        return std::ranges::any_of(scale.keys,
                                   [&](const model::Key& key) { return key.item == item.id && key.reversed; });
    });
}

std::string text_of(const model::Article& article) {
    std::string text = article.title + "\n";
    for (const auto& block : article.blocks) {
        for (const auto& span : block.spans)
            text += span.text;
        text += "\n";
    }
    return text;
}

WritingFigures check_module(const model::Module& module, Language language, WritingReport& report) {
    Page page(module.file, language, module.fixed_wording ? report.notes : report.breaches);
    page.words("title", module.title);
    page.easy("intro", module.intro);
    page.easy("notice", module.notice);
    for (const auto& item : module.items)
        page.item(item, is_reversed(module, item));
    for (const auto& scale : module.scales)
        page.scale(scale);
    return page.figures();
}

}

WritingReport check_writing(const model::Content& content, Language language) {
    WritingReport report;
    for (const auto& article : content.articles) {
        Page page("articles/" + article.id.value + ".md", language, report.breaches);
        page.easy("text", text_of(article));
        report.figures.push_back(page.figures());
    }
    for (const auto& [id, module] : content.modules)
        report.figures.push_back(check_module(module, language, report));
    Page packets("packets.toml", language, report.breaches);
    packets.easy("secrets_policy", content.secrets_policy);
    report.figures.push_back(packets.figures());
    return report;
}

std::string writing_table(const std::vector<WritingFigures>& figures, Language language) {
    std::size_t width = 4;
    for (const auto& file : figures)
        width = std::max(width, file.file.size());
    std::string table = fmt::format("{:<{}}  {:>5}  {:>{}}  {}\n", "file", width, "words",
                                    language == Language::english ? "grade" : "perspicuity",
                                    language == Language::english ? 5 : 11, "longest item, words");
    for (const auto& file : figures) {
        const auto level = file.has_level ? fmt::format("{:.1f}", file.hardest) : std::string("-");
        const auto longest =
            file.longest_item == 0 ? std::string("-") : fmt::format("{} ({})", file.longest_item, file.longest_id);
        table += fmt::format("{:<{}}  {:>5}  {:>{}}  {}\n", file.file, width, file.words, level,
                             language == Language::english ? 5 : 11, longest);
    }
    return table;
}

}
