#include "content/words/writing_check.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace content {

namespace {

constexpr std::size_t most_words = 20; // of an item

bool is_negative(const std::string& word, const WritingWords& words) {
    return words.negatives.contains(word) || (!words.negative_ending.empty() && word.ends_with(words.negative_ending));
}

// One file's texts, as they are read.
class Page {
public:
    Page(std::string file, const WritingRules& rules, std::vector<std::string>& lines)
        : m_rules(rules), m_lines(lines) {
        m_figures.file = std::move(file);
    }

    // A text that must be easy to read.
    void easy(const std::string& key, const std::string& text) {
        if (text.empty()) return;
        words(key, text);
        m_figures.words += words_of(text).size();
        grade(key, text);
    }

    // A text of any length that may not have certain words.
    void words(const std::string& key, const std::string& text) {
        const auto& lists = m_rules.words;
        for (const auto& word : words_of(text)) {
            if (lists.gendered.contains(word))
                add(key, fmt::format("\"{}\" says who a partner is; write \"my partner\" or \"they\"", word));
            if (lists.jargon.contains(word))
                add(key, fmt::format("\"{}\" is a word of the clinic; say it plainly", word));
        }
    }

    void item(const model::Item& item, bool reversed) {
        const auto key = "item " + item.words_of.value;
        if (!takes_answer(item.kind)) {
            easy(key + ".text", item.text);
        } else {
            question(key + ".text", item, reversed);
        }
        words(key + ".detail", item.detail);
        grade(key + ".detail", item.detail);
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
                                m_rules.language.empty() ? "" : fmt::format(" (in {})", m_rules.language));
        if (std::ranges::find(m_lines, line) == m_lines.end()) m_lines.push_back(std::move(line));
    }

private:
    void grade(const std::string& key, const std::string& text) {
        if (!m_rules.reading) return;
        const auto& formula = *m_rules.reading;
        const auto level = reading_level(text, formula);
        if (level.words < least_words_measured) return;
        if (!m_figures.has_level || is_harder(level.figure, m_figures.hardest, formula))
            m_figures.hardest = level.figure;
        m_figures.has_level = true;
        if (is_easy(level, formula)) return;
        add(key, fmt::format("{} {:.1f}; {:.0f} or {} is allowed (shorter sentences, shorter words)", formula.finding,
                             level.figure, formula.allowed, formula.less_is_easier ? "lower" : "more"));
    }

    void talk(const std::string& key, const model::TalkCard& card) {
        words(key + ".talk_title", card.title);
        easy(key + ".talk_prompt", card.prompt);
    }

    void question(const std::string& key, const model::Item& item, bool reversed) {
        words(key, item.text);
        grade(key, item.text);
        const auto said = words_of(item.text);
        if (said.size() > m_figures.longest_item) {
            m_figures.longest_item = said.size();
            m_figures.longest_id = item.words_of.value;
        }
        if (said.size() > most_words)
            add(key, fmt::format("has {} words; at most {} are allowed", said.size(), most_words));
        const auto negatives =
            std::ranges::count_if(said, [&](const auto& word) { return is_negative(word, m_rules.words); });
        if (negatives > 1) add(key, "has a negative inside a negative; say it the other way round");
        if (reversed && negatives > 0) add(key, "is reversed and has a negative; a reversed item is worded positively");
    }

    const WritingRules& m_rules;
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

WritingFigures check_module(const model::Module& module, const WritingRules& rules, WritingReport& report) {
    Page page(module.file, rules, module.fixed_wording ? report.notes : report.breaches);
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

WritingReport check_writing(const model::Content& content, const WritingRules& rules) {
    WritingReport report;
    for (const auto& article : content.articles) {
        Page page("articles/" + article.id.value + ".md", rules, report.breaches);
        page.easy("text", text_of(article));
        report.figures.push_back(page.figures());
    }
    for (const auto& [id, module] : content.modules)
        report.figures.push_back(check_module(module, rules, report));
    Page packets("packets.toml", rules, report.breaches);
    packets.easy("secrets_policy", content.secrets_policy);
    for (const auto& card : content.neutral_cards) {
        packets.words("neutral_card " + card.id + ".title", card.talk.title);
        packets.easy("neutral_card " + card.id + ".prompt", card.talk.prompt);
    }
    report.figures.push_back(packets.figures());
    return report;
}

std::string writing_table(const std::vector<WritingFigures>& figures, const WritingRules& rules) {
    const std::string figure = rules.reading ? rules.reading->figure : std::string();
    std::size_t width = 4;
    for (const auto& file : figures)
        width = std::max(width, file.file.size());
    std::string table = fmt::format("{:<{}}  {:>5}  {:>{}}  {}\n", "file", width, "words", figure, figure.size(),
                                    "longest item, words");
    for (const auto& file : figures) {
        const auto level = file.has_level ? fmt::format("{:.1f}", file.hardest) : std::string("-");
        const auto longest =
            file.longest_item == 0 ? std::string("-") : fmt::format("{} ({})", file.longest_item, file.longest_id);
        table +=
            fmt::format("{:<{}}  {:>5}  {:>{}}  {}\n", file.file, width, file.words, level, figure.size(), longest);
    }
    return table;
}

}
