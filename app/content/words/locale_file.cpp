#include "content/words/locale_file.hpp"
#include "content/read/fields.hpp"
#include "content/read/letters.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <sstream>

namespace content {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_row = 10;
constexpr double largest_figure = 1000;

// What stands between blanks and line ends.
std::vector<std::string> parts_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> parts;
    for (std::string part; in >> part;)
        parts.push_back(part);
    return parts;
}

std::set<std::string, std::less<>> words_in(Fields& fields, std::string_view key) {
    const auto words = parts_of(fields.text(key, page_limit, Need::optional));
    return {words.begin(), words.end()};
}

bool is_one_character(const std::string& key) {
    return core::utf8::length(key) == 1;
}

class KeyboardReader {
public:
    explicit KeyboardReader(Fields& fields) : m_fields(fields) {}

    void layer(std::string_view key, model::KeyLayer& into) {
        if (!m_fields.has(key)) return;
        const auto rows = m_fields.texts(key, label_limit, 3);
        if (rows.size() != 3) {
            m_fields.diagnose(key, "must be three rows of keys");
            return;
        }
        row(key, rows[0], into.first);
        row(key, rows[1], into.second);
        row(key, rows[2], into.third);
    }

private:
    template<std::size_t N>
    void row(std::string_view key, const std::string& text, std::array<std::string, N>& into) {
        const auto keys = parts_of(text);
        if (keys.size() == N && std::ranges::all_of(keys, is_one_character))
            std::ranges::copy(keys, into.begin());
        else
            m_fields.diagnose(key, in_quotes(text) + " must be " + std::to_string(N) +
                                       " keys of one character, with blanks between them");
    }

    Fields& m_fields;
};

std::shared_ptr<const model::KeyboardLayout> keyboard_of(const Node& table, Diagnostics& diagnostics) {
    Fields fields(table, "keyboard", diagnostics);
    model::KeyboardLayout layout = *model::source_keyboard();
    KeyboardReader reader(fields);
    layout.accent_key = fields.truth("accent_key").value_or(false);
    if (const auto name = fields.text("more_name", TextLimit{longest_row}, Need::optional); !name.empty())
        layout.more_name = name;
    reader.layer("letters", layout.letters);
    reader.layer("capitals", layout.capitals);
    reader.layer("signs", layout.signs);
    reader.layer("more_signs", layout.more_signs);
    fields.finish();
    return std::make_shared<const model::KeyboardLayout>(std::move(layout));
}

SyllableRules syllables_of(const Node& table, Diagnostics& diagnostics) {
    Fields fields(table, "syllables", diagnostics);
    SyllableRules rules{.strong = words_in(fields, "strong"),
                        .weak = words_in(fields, "weak"),
                        .weak_at_end = words_in(fields, "weak_at_end"),
                        .mute = parts_of(fields.text("mute", page_limit, Need::optional))};
    fields.finish();
    return rules;
}

ReadingFormula reading_of(const Node& table, Diagnostics& diagnostics) {
    Fields fields(table, "reading", diagnostics);
    const auto number = [&](std::string_view key) {
        return fields.number(key, -largest_figure, largest_figure, Need::required).value_or(0);
    };
    ReadingFormula formula;
    formula.figure = fields.text("figure", label_limit, Need::required);
    formula.finding = fields.text("finding", label_limit, Need::required);
    formula.constant = number("constant");
    formula.words_in_sentence = number("words_in_sentence");
    formula.syllables_in_word = number("syllables_in_word");
    formula.allowed = number("allowed");
    formula.less_is_easier = fields.one_of("easier", {"less", "more"}, Need::required) != 1U;
    fields.finish();
    return formula;
}

WritingWords writing_words(Fields& fields) {
    return {.negatives = words_in(fields, "negatives"),
            .negative_ending = fields.text("negative_ending", label_limit, Need::optional),
            .gendered = words_in(fields, "gendered"),
            .jargon = words_in(fields, "jargon")};
}

LocaleFile locale_of(const Node& root, Diagnostics& diagnostics) {
    Fields top(root, "", diagnostics);
    LocaleFile locale;
    locale.name = top.text("name", label_limit, Need::required);
    locale.writing.language = locale.name;
    if (const Node* keyboard = top.table("keyboard")) locale.keyboard = keyboard_of(*keyboard, diagnostics);
    if (const Node* reading = top.table("reading")) locale.writing.reading = reading_of(*reading, diagnostics);
    if (const Node* syllables = top.table("syllables")) {
        auto rules = syllables_of(*syllables, diagnostics);
        if (locale.writing.reading) locale.writing.reading->syllables = std::move(rules);
    }
    if (const Node* words = top.table("words")) {
        Fields fields(*words, "words", diagnostics);
        locale.writing.words = writing_words(fields);
        locale.small_words = words_in(fields, "small");
        fields.finish();
    }
    top.finish();
    check_letters(root, "", diagnostics);
    return locale;
}

}

core::Result<LocaleFile> read_locale(const fs::path& toml) {
    Diagnostics diagnostics(toml.string());
    LocaleFile locale;
    if (const auto root = read_toml(toml, diagnostics)) locale = locale_of(*root, diagnostics);
    if (diagnostics.empty()) return locale;
    std::string detail;
    for (const auto& line : diagnostics.lines())
        detail += (detail.empty() ? "" : "; ") + line;
    return core::fail(core::ErrorCode::bad_content, detail);
}

}
