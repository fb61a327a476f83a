#include "content/forms/answers_file.hpp"
#include "content/forms/module_file.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/text_file.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

namespace content {

namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_but_case(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

// A whole number; "3.0" is one too, as programs write that keep a column with gaps as fractions; or "3,0", where cells
// are not parted by commas.
std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return std::nullopt;
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (rest.empty()) return value;
    if (!(rest.starts_with('.') || rest.starts_with(',')) || rest.find_first_not_of('0', 1) != std::string_view::npos)
        return std::nullopt;
    return value;
}

// As it is typed: 125 for 12.5 with one decimal.
std::optional<int> scaled_number(std::string_view text, int decimals) {
    double value = 0;
    std::string digits(text);
    std::ranges::replace(digits, ',', '.'); // "1,234.5" is no number then, and is refused
    const char* const whole = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), whole, value, std::chars_format::fixed);
    if (error != std::errc{} || end != whole) return std::nullopt;
    const double scaled = value * scaled_by(decimals);
    if (!(std::abs(scaled) < 1e9) || std::abs(scaled - std::round(scaled)) > 1e-6) return std::nullopt;
    return static_cast<int>(std::lround(scaled));
}

std::string words_of_separator(char separator) {
    return separator == ';' ? "semicolons" : separator == '\t' ? "tabs" : "commas";
}

bool is_choice(const model::Item& item, int value) {
    if (item.choices.empty()) return value >= item.minimum && value <= item.maximum;
    return std::ranges::find(item.choices, value, &model::Choice::value) != item.choices.end();
}

// The values that were chosen, parted by semicolons; nothing when one of them is no choice.
std::optional<std::set<int>> chosen_set(const model::Item& item, std::string_view text) {
    std::set<int> values;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        const auto value = whole_number(trimmed(text.substr(0, end)));
        if (!value || !is_choice(item, *value)) return std::nullopt;
        values.insert(*value);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return values;
}

}

// The item a column is named after that is scored or decides what is asked: by its exact id, else by one in other
// letter case.
std::optional<std::size_t> AnswersFile::item_named(std::string_view name) const {
    for (bool exact : {true, false}) {
        for (std::size_t i = 0; i < m_module->items.size(); ++i) {
            const core::ItemId& id = m_module->items[i].id;
            bool fits = exact ? id.value == name : same_but_case(id.value, name);
            if (fits && (m_asked.decides(i) || is_scored(*m_module, id))) return i;
        }
    }
    return std::nullopt;
}

tl::unexpected<core::Error> AnswersFile::refuse(std::size_t line, const Column* column, const std::string& rule) const {
    std::string where = m_file.path() + ":" + std::to_string(line) + ": ";
    if (column) where += "column " + std::to_string(column->number) + ", " + shown(column->name) + ": ";
    return core::fail(core::ErrorCode::bad_content, where + rule);
}

core::Result<AnswersFile> AnswersFile::open(const std::string& path, const model::Module& module) {
    // A column holds one value a person.
    for (const auto& scale : module.scales)
        for (const auto& key : scale.keys)
            if (key.way)
                return core::fail(core::ErrorCode::bad_content,
                                  module.file + ": scale " + scale.id.value + " counts item " + key.item.value +
                                      ", which is answered both ways; no file of answers can hold that");
    auto file = CsvFile::open(path);
    if (!file) return core::pass(file.error());
    AnswersFile answers(std::move(*file), module);
    core::Done header;
    bool any = false;
    // The first row is enough: reading stops at it with an error that is none.
    const core::Error enough{core::ErrorCode::invalid_state, {}};
    auto read = answers.m_file.read([&](const CsvRow& row) -> core::Done {
        any = true;
        header = answers.take_header(row);
        return core::pass(enough);
    });
    if (!any && !read) return core::pass(read.error());
    if (!any) return answers.refuse(1, nullptr, "is empty; its first line must name the columns");
    if (!header) return core::pass(header.error());
    return answers;
}

core::Done AnswersFile::take_header(const CsvRow& header) {
    for (std::string_view name : header.cells) {
        Column column{.name = std::string(trimmed(name)), .number = m_columns.size() + 1};
        column.item = item_named(column.name);
        if (column.item) {
            const model::Item& item = m_module->items[*column.item];
            column.scored = is_scored(*m_module, item.id);
            column.decides = m_asked.decides(*column.item);
            column.minimum = item.minimum;
            column.maximum = item.maximum;
            for (const model::Choice& choice : item.choices)
                column.values.push_back(choice.value);
        }
        if (!column.scored) m_carried_names.emplace_back(name);
        m_columns.push_back(std::move(column));
    }
    for (std::size_t i = 0; i < m_module->items.size(); ++i)
        if (m_asked.decides(i) && std::ranges::find(m_columns, std::optional(i), &Column::item) == m_columns.end())
            m_not_there.push_back(m_module->items[i].id);
    m_asked.leave_out(m_not_there);
    return check_columns(header.line);
}

core::Done AnswersFile::check_columns(std::size_t line) const {
    std::set<std::size_t> named;
    for (const Column& column : m_columns) {
        if (column.item && !named.insert(*column.item).second)
            return refuse(line, &column, "another column names this item too");
    }
    for (std::size_t i = 0; i < m_module->items.size(); ++i) {
        const core::ItemId& id = m_module->items[i].id;
        if (!named.contains(i) && is_scored(*m_module, id)) {
            return refuse(line, nullptr, "no column is named " + in_quotes(id.value) + ", which the form scores");
        }
    }
    return {};
}

bool AnswersFile::is_missing(std::string_view text, std::optional<int> value) const {
    if (text.empty() || std::ranges::find(m_module->missing_words, text) != m_module->missing_words.end()) return true;
    return value && std::ranges::find(m_module->missing, *value) != m_module->missing.end();
}

core::Result<std::optional<int>> AnswersFile::answer_of(const Column& column, std::string_view cell,
                                                        std::size_t line) const {
    if (cell.size() == 1 && cell[0] - '0' >= column.minimum && cell[0] - '0' <= column.maximum && cell[0] >= '0' &&
        cell[0] <= '9' && column.values.empty())
        return cell[0] - '0'; // nearly every cell of nearly every file
    std::string_view text = trimmed(cell);
    auto value = whole_number(text);
    if (is_missing(text, value)) return std::nullopt;
    // The answer itself is not said: it belongs to a person, and messages end in logs.
    if (!value && text.find(',') != std::string_view::npos)
        return refuse(line, &column,
                      "has a comma; a decimal comma is read where only zeros stand behind it, for answers are whole");
    if (!value) {
        return refuse(line, &column,
                      "is no whole number; a skip is an empty cell, or a value that the form names in missing");
    }
    bool fits = column.values.empty() ? *value >= column.minimum && *value <= column.maximum
                                      : std::ranges::find(column.values, *value) != column.values.end();
    if (!fits) {
        int low = column.values.empty() ? column.minimum : column.values.front();
        int high = column.values.empty() ? column.maximum : column.values.back();
        return refuse(line, &column,
                      "is outside the scale, which has " + std::to_string(low) + " to " + std::to_string(high) +
                          "; a value that stands for a skip must be named in missing");
    }
    return value;
}

// Of a text, a date and the like it can only matter that something stands there.
core::Result<std::optional<model::Answer>> AnswersFile::deciding_answer(const Column& column, std::string_view cell,
                                                                        std::size_t line) const {
    const model::Item& item = m_module->items[*column.item];
    const std::string_view text = trimmed(cell);
    std::optional<int> value = whole_number(text);
    const auto shape = shape_of(item.kind);
    if (shape == model::AnswerShape::one_value) {
        if (item.decimals > 0) value = scaled_number(text, item.decimals);
        if (value && is_choice(item, *value)) return model::Answer{model::Chosen{*value}};
    } else if (shape == model::AnswerShape::values) {
        if (const auto values = chosen_set(item, text); values && !values->empty())
            return model::Answer{model::ChosenSet{*values}};
    } else {
        if (shape == model::AnswerShape::tick && (text == "0" || text == "false")) return std::nullopt;
        if (!is_missing(text, value)) return model::Answer{model::Written{"answered"}};
    }
    if (is_missing(text, value)) return std::nullopt;
    return refuse(
        line, &column,
        "is no answer to this item, which decides what is asked; a skip is an empty cell, or a value that the "
        "form names in missing");
}

core::Done AnswersFile::read(const std::function<core::Done(const AnswersRow&)>& each) const {
    std::vector<std::string_view> carried;
    std::vector<std::optional<int>> answers(m_module->items.size());
    model::Answers given; // of the items that decide
    bool header = true;
    return m_file.read([&](const CsvRow& row) -> core::Done {
        if (std::exchange(header, false)) return {};
        if (row.cells.size() != m_columns.size()) {
            return refuse(row.line, nullptr,
                          "has " + std::to_string(row.cells.size()) + " cells, parted by " +
                              words_of_separator(m_file.separator()) + ", and the header names " +
                              std::to_string(m_columns.size()) + " columns");
        }
        carried.clear();
        given.clear();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const Column& column = m_columns[i];
            if (column.scored) {
                auto answer = answer_of(column, row.cells[i], row.line);
                if (!answer) return core::pass(std::move(answer.error()));
                answers[*column.item] = *answer;
            } else {
                carried.push_back(row.cells[i]);
            }
            if (!column.decides) continue;
            auto answer = deciding_answer(column, row.cells[i], row.line);
            if (!answer) return core::pass(std::move(answer.error()));
            if (*answer) given[{m_module->id, m_module->items[*column.item].id}] = std::move(**answer);
        }
        if (m_asked.matter()) m_asked.drop_unasked(given, answers);
        return each(AnswersRow{carried, answers});
    });
}

}
