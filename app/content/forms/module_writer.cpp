#include "content/forms/module_writer.hpp"
#include "content/forms/item_keys.hpp"
#include "content/forms/module_file.hpp"
#include "core/toml_string.hpp"
#include "core/utf8.hpp"
#include "model/scoring/error_floor.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

constexpr std::size_t longest_comment = 2'000; // bytes

std::string comment(std::string_view text) {
    std::string line = "# ";
    int dots = 0;
    for (const char byte : text.substr(0, core::utf8::begin_of(text, longest_comment))) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '.' && ++dots > core::most_toml_dots) continue;
        line += code < 0x20 || code == 0x7F ? '?' : byte;
    }
    return line;
}

void put_true(std::string& out, std::string_view key, bool is) {
    if (is) put(out, key, "true");
}

std::string list_of(const std::vector<model::Choice>& choices, const std::vector<std::string>& notes) {
    std::string out = "[\n";
    for (std::size_t i = 0; i < choices.size(); ++i) {
        out += fmt::format("    {{ value = {}, label = {} }},", choices[i].value, core::toml_string(choices[i].label));
        if (i < notes.size() && !notes[i].empty()) out += " " + comment(notes[i]);
        out += '\n';
    }
    return out + "]";
}

std::string_view test_word(model::Test test) {
    switch (test) {
    case model::Test::answered:
        return "answered";
    case model::Test::unanswered:
        return "unanswered";
    case model::Test::equals:
        return "equals";
    case model::Test::differs:
        return "differs";
    case model::Test::above:
        return "above";
    case model::Test::at_least:
        return "at_least";
    case model::Test::below:
        return "below";
    case model::Test::at_most:
        return "at_most";
    }
    return "";
}

// As it is typed: 125 with one decimal is 12.5.
std::string number(int value, int decimals) {
    return decimals == 0 ? std::to_string(value) : fmt::format("{:.{}f}", value / std::pow(10, decimals), decimals);
}

// Choices that several items have stand once, as a [[response]].
class WrittenResponses {
public:
    explicit WrittenResponses(const WrittenModule& written) {
        for (const auto& item : written.module.items) {
            if (item.choices.empty()) continue;
            const auto text = text_of(written, item);
            if (++m_uses[text] == 2) m_order.push_back(text);
        }
    }
    std::string tables() const {
        std::string out;
        for (std::size_t i = 0; i < m_order.size(); ++i)
            out += fmt::format("\n[[response]]\nid = \"answers-{}\"\nchoices = {}\n", i + 1, m_order[i]);
        return out;
    }
    // The item's line.
    std::string choices_of(const WrittenModule& written, const model::Item& item) const {
        const auto text = text_of(written, item);
        const auto shared = std::ranges::find(m_order, text);
        std::string out;
        if (shared == m_order.end()) {
            put(out, "choices", text);
        } else {
            put(out, "response", fmt::format("\"answers-{}\"", shared - m_order.begin() + 1));
        }
        return out;
    }

private:
    static std::string text_of(const WrittenModule& written, const model::Item& item) {
        const auto notes = written.choice_notes.find(item.id);
        return list_of(item.choices, notes == written.choice_notes.end() ? std::vector<std::string>() : notes->second);
    }
    std::map<std::string, int> m_uses;
    std::vector<std::string> m_order;
};

void put_conditions(std::string& out, const model::Module& module, const model::EnableWhen& when) {
    if (when.conditions.empty()) return;
    out += "enable_when = [\n";
    for (const auto& condition : when.conditions) {
        out += fmt::format("    {{ item = \"{}\", test = \"{}\"", condition.item.value, test_word(condition.test));
        const auto* about = model::find_item(module, condition.item);
        const bool compares = condition.test != model::Test::answered && condition.test != model::Test::unanswered;
        if (compares) out += ", value = " + number(condition.value, about != nullptr ? about->decimals : 0);
        out += " },\n";
    }
    out += "]\n";
    put_true(out, "enable_any", when.any);
}

void put_item(std::string& out, const WrittenModule& written, const model::Item& item,
              const WrittenResponses& responses, const std::set<core::ItemId>& keyed) {
    const model::Module& module = written.module;
    out += "\n";
    const auto note = written.item_notes.find(item.id);
    if (note != written.item_notes.end()) out += comment(note->second) + "\n";
    out += "[[item]]\n";
    put_text(out, "id", item.id.value);
    put(out, "kind", fmt::format("\"{}\"", word_of(item.kind)));
    put_text(out, "text", item.text);
    put_text(out, "detail", item.detail);
    put_text(out, "chart_label", item.chart_label);
    put_kind_keys(out, item, responses.choices_of(written, item));
    if (keyed.contains(item.id)) {
        put(out, "scored", "true");
    } else if (!module.scales.empty() && can_be_scored(item)) {
        put(out, "scored", "false");
    }
    put_conditions(out, module, item.enable_when);
}

std::string_view method_word(model::Method method) {
    switch (method) {
    case model::Method::mean:
        return "mean";
    case model::Method::sum:
        return "sum";
    case model::Method::points:
        return "points";
    }
    return "";
}

std::string_view uncertainty_word(model::Uncertainty uncertainty) {
    switch (uncertainty) {
    case model::Uncertainty::own_mean:
        return "own_mean";
    case model::Uncertainty::sem:
        return "sem";
    case model::Uncertainty::none:
        return "none";
    }
    return "";
}

std::string listed_in_key(const model::Key& key, int model::PointStep::*number) {
    std::string list;
    for (const auto& step : key.points)
        list += (list.empty() ? "" : ", ") + std::to_string(step.*number);
    return list;
}

void put_key(std::string& out, const model::Module& module, const model::Key& key) {
    const auto* item = model::find_item(module, key.item);
    out += fmt::format("    {{ item = \"{}\"", key.item.value);
    if (key.reversed) out += ", reversed = true";
    if (key.way)
        out += fmt::format(", direction = \"{}\"", *key.way == model::Way::toward_me ? "toward_me" : "from_me");
    if (!key.points.empty()) {
        if (item == nullptr || item->choices.empty())
            out += fmt::format(", from = [{}]", listed_in_key(key, &model::PointStep::from));
        out += fmt::format(", points = [{}]", listed_in_key(key, &model::PointStep::points));
    }
    if (key.unanswered) out += fmt::format(", unanswered = {}", *key.unanswered);
    out += " },\n";
}

void put_scale(std::string& out, const WrittenModule& written, const model::Scale& scale) {
    out += "\n";
    const auto note = written.scale_notes.find(scale.id);
    if (note != written.scale_notes.end()) out += comment(note->second) + "\n";
    out += "[[scale]]\n";
    put_text(out, "id", scale.id.value);
    put_text(out, "title", scale.title);
    put(out, "method", fmt::format("\"{}\"", method_word(scale.method)));
    put_true(out, "prorate", scale.prorate);
    put(out, "minimum", std::to_string(scale.minimum));
    put(out, "maximum", std::to_string(scale.maximum));
    if (scale.add != 0) put(out, "add", std::to_string(scale.add));
    if (scale.divide_by) put(out, "divide_by", std::to_string(*scale.divide_by));
    put(out, "least_answered", std::to_string(scale.least_answered));
    put(out, "uncertainty", fmt::format("\"{}\"", uncertainty_word(scale.uncertainty)));
    if (scale.uncertainty == model::Uncertainty::own_mean) {
        const auto floor = model::floor_of(scale);
        put(out, "error_floor",
            fmt::format("{{ value = {:.2f}, day = {:.2f}, borrowed = {}, source = {} }}", floor.value, floor.day,
                        floor.borrowed, core::toml_string(floor.source)));
    }
    put_text(out, "low_means", scale.low_means);
    put_text(out, "high_means", scale.high_means);
    out += "keys = [\n";
    for (const auto& key : scale.keys)
        put_key(out, written.module, key);
    out += "]\n";
}

}

void put(std::string& out, std::string_view key, const std::string& value) {
    out += fmt::format("{} = {}\n", key, value);
}
void put_text(std::string& out, std::string_view key, std::string_view text) {
    if (!text.empty()) put(out, key, core::toml_string(text));
}

std::string to_toml(const WrittenModule& written) {
    const model::Module& module = written.module;
    std::string out;
    for (const auto& line : written.head)
        out += comment(line) + "\n";
    put_text(out, "id", module.id.value);
    put_text(out, "title", module.title);
    put_text(out, "intro", module.intro);
    put_text(out, "notice", module.notice);
    put_text(out, "rights", module.rights);
    put_text(out, "version", module.version);
    put_true(out, "fixed_wording", module.fixed_wording);
    put_true(out, "needs_reading_today", module.needs_reading_today);
    put_true(out, "private", module.is_private);
    const WrittenResponses responses(written);
    out += responses.tables();
    std::set<core::ItemId> keyed;
    for (const auto& scale : module.scales)
        for (const auto& key : scale.keys)
            keyed.insert(key.item);
    for (const auto& item : module.items)
        put_item(out, written, item, responses, keyed);
    for (const auto& scale : module.scales)
        put_scale(out, written, scale);
    return out;
}

}
