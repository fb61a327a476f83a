#include "report/answer_value.hpp"
#include "chart/answer_words.hpp"
#include "report/iso_time.hpp"
#include <array>
#include <charconv>
#include <cmath>

namespace report {
namespace {

using model::AnswerShape;

struct AsText {
    const model::Item& item;

    std::string operator()(const model::Skipped&) const { return {}; }
    std::string operator()(const model::PreferredNot&) const { return {}; }
    std::string operator()(const model::Chosen& chosen) const {
        return model::number_words(chosen.value, item.decimals);
    }
    std::string operator()(const model::ChosenSet& set) const {
        std::string text;
        for (const int value : set.values)
            text += (text.empty() ? "" : ";") + std::to_string(value);
        return text;
    }
    std::string operator()(const model::BothWays& both) const { // of an item that is no longer asked both ways
        const auto way = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); };
        return way(both.toward_me) + ";" + way(both.from_me);
    }
    std::string operator()(const model::Written& written) const { return written.text; }
    std::string operator()(const model::Consented& consented) const { return consented.agreed ? "true" : "false"; }
    std::string operator()(const model::Dated& dated) const { return iso_day(dated.day); }
    std::string operator()(const model::Signed& sign) const { return sign.typed; }
};

Json number_of(std::string_view text) {
    std::int64_t whole = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (read.ptr == text.data() + text.size()) return whole;
    double broken = 0;
    std::from_chars(text.data(), text.data() + text.size(), broken);
    return broken;
}

Json list_of(std::string_view text) {
    Json list = Json::array();
    while (!text.empty()) {
        const auto end = text.find(';');
        list.push_back(number_of(text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return list;
}

Json text_answer(const std::string& text) {
    const std::string clean = fhir_text(text);
    return clean.empty() ? Json::array() : fhir_answer("valueString", clean);
}

struct AsAnswers { // the `answer` of an item; empty for none
    const model::Module& module;
    const model::Item& item;

    Json operator()(const model::Skipped&) const { return Json::array(); }
    Json operator()(const model::PreferredNot&) const { return Json::array(); }
    Json operator()(const model::Chosen& chosen) const {
        if (is_counted(item.kind)) return counted_answer(chosen.value);
        return chosen_answer(chosen.value);
    }
    Json operator()(const model::ChosenSet& set) const {
        Json list = Json::array();
        for (const int value : set.values)
            list.push_back(chosen_answer(value).front());
        return list;
    }
    Json chosen_answer(int value) const {
        auto choice = choice_of(module, item, value);
        return fhir_answer(("value" + choice.type).c_str(), std::move(choice.value));
    }
    Json counted_answer(int value) const {
        const std::string_view type = fhir_type(item);
        Json number = value;
        if (item.decimals > 0) number = value / std::pow(10.0, item.decimals);
        if (type == "quantity") return fhir_answer("valueQuantity", quantity_of(item, std::move(number)));
        return fhir_answer(type == "decimal" ? "valueDecimal" : "valueInteger", std::move(number));
    }
    Json operator()(const model::BothWays&) const { return Json::array(); } // in the two items inside
    Json operator()(const model::Written& written) const { return text_answer(written.text); }
    Json operator()(const model::Consented& consented) const { return fhir_answer("valueBoolean", consented.agreed); }
    Json operator()(const model::Dated& dated) const {
        const bool has_time = std::string_view(fhir_type(item)) == "dateTime";
        return fhir_answer(has_time ? "valueDateTime" : "valueDate", iso_day(dated.day));
    }
    Json operator()(const model::Signed& sign) const { return text_answer(chart::answer_words(item, sign)); }
};

}

std::string value_text(const model::Item& item, const model::Answer& answer) {
    return std::visit(AsText{item}, answer);
}

Json json_value(const AnswerRow& row) {
    if (row.value.empty()) return nullptr;
    const auto shape = row.kind ? shape_of(*row.kind) : AnswerShape::words;
    if (shape == AnswerShape::one_value || shape == AnswerShape::both_ways) return number_of(row.value);
    if (shape == AnswerShape::values) return list_of(row.value);
    if (shape == AnswerShape::tick) return row.value == "true";
    return row.value;
}

Json fhir_answers(const model::Module& module, const model::Item& item, const model::Answer& answer) {
    return std::visit(AsAnswers{module, item}, answer);
}

Json fhir_answer(const char* key, Json value) {
    return Json::array({{{key, std::move(value)}}});
}

Json quantity_of(const model::Item& item, Json number) {
    Json quantity{{"value", std::move(number)}};
    put_text(quantity, "unit", item.unit);
    if (!item.origin.unit.system.empty() && !item.origin.unit.code.empty()) {
        quantity["system"] = item.origin.unit.system;
        quantity["code"] = item.origin.unit.code;
    }
    return quantity;
}

const char* fhir_type(const model::Item& item) {
    // What it was where it came from, of those that its answer here can be.
    struct There {
        AnswerShape shape;
        bool has_choices;
        const char* type;
    };
    using enum AnswerShape;
    static constexpr std::array<There, 12> others{{{one_value, true, "boolean"},
                                                   {one_value, true, "open-choice"},
                                                   {one_value, true, "integer"},
                                                   {one_value, true, "string"},
                                                   {one_value, true, "text"},
                                                   {one_value, false, "decimal"},
                                                   {one_value, false, "quantity"},
                                                   {values, true, "open-choice"},
                                                   {words, false, "text"},
                                                   {words, false, "string"},
                                                   {day, false, "dateTime"},
                                                   {day, false, "date"}}};
    for (const auto& other : others)
        if (other.shape == shape_of(item.kind) && other.has_choices == has_choices(item.kind) &&
            item.origin.type == other.type)
            return other.type;
    switch (shape_of(item.kind)) {
    case AnswerShape::one_value:
        if (has_choices(item.kind)) return "choice";
        return item.decimals > 0 ? "decimal" : "integer";
    case AnswerShape::values:
        return "choice";
    case AnswerShape::both_ways:
        return "group";
    case AnswerShape::words:
        return entered_by(item.kind) == model::EnteredBy::lines ? "text" : "string";
    case AnswerShape::signature:
        return "string";
    case AnswerShape::tick:
        return "boolean";
    case AnswerShape::day:
        return "date";
    case AnswerShape::nothing:
        break;
    }
    return "display";
}

}
