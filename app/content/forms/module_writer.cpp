#include "content/forms/module_writer.hpp"
#include "content/forms/folded.hpp"
#include "content/forms/item_keys.hpp"
#include "content/forms/module_file.hpp"
#include "core/toml_string.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

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

std::string list_of(const std::vector<model::Choice>& choices) {
    std::string out = "[\n";
    for (const auto& choice : choices) {
        out += fmt::format("    {{ value = {}, label = {}", choice.value, core::toml_string(choice.label));
        if (!choice.system.empty()) out += ", system = " + core::toml_string(choice.system);
        if (!choice.code.empty()) out += ", code = " + core::toml_string(choice.code);
        if (choice.weight) out += fmt::format(", weight = {}", *choice.weight);
        out += " },\n";
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
    explicit WrittenResponses(const model::Module& module) {
        for (const auto& item : module.items) {
            if (item.choices.empty()) continue;
            const auto text = list_of(item.choices);
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
    std::string choices_of(const model::Item& item) const {
        const auto text = list_of(item.choices);
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

std::string_view brief_word(model::InBrief brief) {
    switch (brief) {
    case model::InBrief::why:
        return "why";
    case model::InBrief::hope:
        return "hope";
    case model::InBrief::urgency:
        return "urgency";
    }
    return "";
}

// Who reads an answer, and what is made of it.
void put_reading(std::string& out, const model::Module& module, const model::Item& item) {
    put_true(out, "private", item.is_private && !module.is_private);
    put_true(out, "opens_private", item.opens_private);
    put_true(out, "author_only", item.author_only);
    put_true(out, "releasable", item.releasable);
    put_true(out, "prefer_not_to_say", item.may_prefer_not);
    if (item.brief) put(out, "brief", fmt::format("\"{}\"", brief_word(*item.brief)));
    put_text(out, "talk_title", item.talk.title);
    put_text(out, "talk_prompt", item.talk.prompt);
    std::string starters;
    for (const auto& starter : item.starters)
        starters += (starters.empty() ? "" : ", ") + core::toml_string(starter);
    if (!starters.empty()) put(out, "starters", "[" + starters + "]");
}

void put_note(std::string& out, const auto& notes, const auto& id) {
    out += "\n";
    if (const auto note = notes.find(id); note != notes.end()) out += comment(note->second) + "\n";
}

void put_item(std::string& out, const WrittenModule& written, const FoldedModule& form, const model::Item& item,
              const WrittenResponses& responses) {
    const model::Module& module = form.module;
    put_note(out, written.item_notes, item.id);
    out += "[[item]]\n";
    put_text(out, "id", item.id.value);
    put(out, "kind", fmt::format("\"{}\"", word_of(item.kind)));
    put_text(out, "text", item.text);
    put_text(out, "detail", item.detail);
    put_text(out, "chart_label", item.chart_label);
    put_kind_keys(out, item, responses.choices_of(item));
    put_reading(out, module, item);
    const bool keyed = std::ranges::any_of(module.scales, [&](const model::Scale& scale) {
        return std::ranges::find(scale.keys, item.id, &model::Key::item) != scale.keys.end();
    });
    if (keyed) {
        put(out, "scored", "true");
    } else if (!module.scales.empty() && can_be_scored(item)) {
        put(out, "scored", "false");
    }
    if (form.for_each.contains(item.id)) put(out, "for_each", "\"agreed_sentence\"");
    put_conditions(out, module, item.enable_when);
    put_origin(out, item.origin);
}

void put_map(std::string& out, const model::Map& map) {
    out += "\n[map]\n";
    put_text(out, "x", map.x.value);
    put_text(out, "y", map.y.value);
    const std::pair<std::string, const std::string&> regions[]{
        {"low_low", map.low_low}, {"low_high", map.low_high}, {"high_low", map.high_low}, {"high_high", map.high_high}};
    for (std::size_t i = 0; i < std::size(regions); ++i) {
        put_text(out, regions[i].first, regions[i].second);
        put_text(out, regions[i].first + "_article", map.articles.at(i).value);
    }
}

}

void put(std::string& out, std::string_view key, const std::string& value) {
    out += fmt::format("{} = {}\n", key, value);
}
void put_true(std::string& out, std::string_view key, bool is) {
    if (is) put(out, key, "true");
}
void put_text(std::string& out, std::string_view key, std::string_view text) {
    if (!text.empty()) put(out, key, core::toml_string(text));
}

std::string to_toml(const WrittenModule& written) {
    const auto form = folded(written.module);
    const model::Module& module = form.module;
    std::string out;
    for (const auto& line : written.head)
        out += comment(line) + "\n";
    put_text(out, "id", module.id.value);
    put_text(out, "title", module.title);
    put_text(out, "intro", module.intro);
    put_text(out, "notice", module.notice);
    put_text(out, "rights", module.rights);
    put_text(out, "version", module.version);
    put_text(out, "canonical", module.canonical);
    put_true(out, "fixed_wording", module.fixed_wording);
    put_true(out, "needs_reading_today", module.needs_reading_today);
    put_true(out, "private", module.is_private);
    put_true(out, "joint", module.joint);
    put_true(out, "shareable", module.shareable);
    put_true(out, "after_session", module.after_session);
    if (module.same_items_as) put_text(out, "same_items_as", module.same_items_as->value);
    std::string missing;
    for (const int value : module.missing)
        missing += (missing.empty() ? "" : ", ") + std::to_string(value);
    for (const auto& word : module.missing_words)
        missing += (missing.empty() ? "" : ", ") + core::toml_string(word);
    if (!missing.empty()) put(out, "missing", "[" + missing + "]");
    out += form.repeat;
    const WrittenResponses responses(module);
    out += responses.tables();
    for (const auto& item : module.items)
        put_item(out, written, form, item, responses);
    for (const auto& scale : module.scales) {
        put_note(out, written.scale_notes, scale.id);
        out += "[[scale]]\n";
        put_scale(out, module, scale);
    }
    if (module.map) put_map(out, *module.map);
    return out;
}

}
