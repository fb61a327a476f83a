#include "report/fhir_scores.hpp"
#include "model/scoring/scoring.hpp"
#include "report/answer_value.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace report {
namespace {

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

// What one item counts, as an expression over its answer.
class Counted {
public:
    Counted(const model::Module& module, const model::Scale& scale, const model::Key& key)
        : m_module(module), m_scale(scale), m_key(key), m_item(*model::find_item(module, key.item)),
          m_path(path_of(m_item)) {}

    std::string there() const { return m_path + ".exists()"; }
    // Where there is an answer.
    std::string points() const {
        if (m_item.choices.empty()) return of_number();
        const auto numbers = by_choice();
        const auto& choices = m_item.choices;
        const auto low = choices.front().value, high = choices.back().value;
        const auto all = [&](const auto& fits) {
            for (std::size_t i = 0; i < choices.size(); ++i)
                if (!fits(choices[i], numbers[i])) return false;
            return true;
        };
        const auto weight = [&](const model::Choice& choice) {
            return m_item.origin.link_id.empty() ? std::optional(static_cast<double>(choice.value)) : choice.weight;
        };
        if (all([&](const auto& choice, int points) { return weight(choice) == static_cast<double>(points); }))
            return m_path + ".ordinal()";
        if (all([&](const auto& choice, int points) {
                return weight(choice) == static_cast<double>(low + high - points);
            }))
            return fmt::format("({} - {}.ordinal())", low + high, m_path);
        return by_code(numbers);
    }

private:
    static std::string path_of(const model::Item& item, const std::optional<model::Way>& way) {
        std::string path = "%resource";
        for (const auto& group : item.origin.groups)
            path += fmt::format(".item.where(linkId = {})", in_quotes(group));
        path += fmt::format(".item.where(linkId = {})", in_quotes(link_id(item, Direction::none)));
        if (way)
            path += fmt::format(
                ".item.where(linkId = {})",
                in_quotes(link_id(item, *way == model::Way::toward_me ? Direction::toward_me : Direction::from_me)));
        return path + ".answer.value";
    }
    std::string path_of(const model::Item& item) const { return path_of(item, m_key.way); }

    std::vector<int> by_choice() const {
        std::vector<int> numbers;
        for (const auto& choice : m_item.choices)
            numbers.push_back(model::counted(m_module, m_scale, m_key, choice.value));
        return numbers;
    }
    std::string by_code(const std::vector<int>& numbers) const {
        std::string formula = std::to_string(numbers.back());
        for (auto at = numbers.size() - 1; at-- > 0;) {
            const auto choice = choice_of(m_module, m_item, m_item.choices[at].value);
            const auto test =
                choice.type == "Coding"
                    ? fmt::format("{}.code = {}", m_path, in_quotes(choice.value["code"].get<std::string>()))
                : choice.type == "String" ? fmt::format("{} = {}", m_path, in_quotes(choice.value.get<std::string>()))
                                          : fmt::format("{} = {}", m_path, choice.value.dump());
            formula = fmt::format("iif({}, {}, {})", test, numbers[at], formula);
        }
        return formula;
    }
    std::string of_number() const {
        if (m_key.points.empty())
            return m_key.reversed ? fmt::format("({} - {})", m_scale.minimum + m_scale.maximum, m_path) : m_path;
        std::string formula = std::to_string(m_key.points.front().points);
        for (std::size_t i = 1; i < m_key.points.size(); ++i)
            formula =
                fmt::format("iif({} >= {}, {}, {})", m_path, m_key.points[i].from, m_key.points[i].points, formula);
        return formula;
    }

    const model::Module& m_module;
    const model::Scale& m_scale;
    const model::Key& m_key;
    const model::Item& m_item;
    std::string m_path;
};

std::string summed(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts)
        all += (all.empty() ? "" : " + ") + part;
    return all;
}

}

std::string score_formula(const model::Module& module, const model::Scale& scale) {
    const bool needs_all = scale.least_answered >= scale.keys.size();
    std::vector<std::string> points, counts;
    for (const auto& key : scale.keys) {
        const Counted counted(module, scale, key);
        const auto skipped = key.unanswered.value_or(0);
        const bool plain = needs_all && !key.unanswered;
        points.push_back(plain ? counted.points()
                               : fmt::format("iif({}, {}, {})", counted.there(), counted.points(), skipped));
        counts.push_back(fmt::format("iif({}, 1, 0)", counted.there()));
    }
    auto sum = summed(points);
    const auto answered = summed(counts);
    const auto of = scale.keys.size();
    if (scale.method == model::Method::points) {
        if (scale.add != 0) sum = fmt::format("{} + {}", scale.add, sum);
        if (scale.divide_by) sum = fmt::format("({}) / {}", sum, *scale.divide_by);
        std::vector<std::string> needed;
        for (const auto& key : scale.keys)
            if (!key.unanswered) needed.push_back(Counted(module, scale, key).there());
        if (needed.size() == of) return sum; // a part that is missing makes nothing of the whole
        std::string all = fmt::format("({}) >= {}", answered, scale.least_answered);
        for (const auto& one : needed)
            all += " and " + one;
        return fmt::format("iif({}, {})", all, sum);
    }
    if (needs_all) return scale.method == model::Method::mean ? fmt::format("({}) / {}", sum, of) : sum;
    auto mean = fmt::format("({}) / ({})", sum, answered);
    if (scale.method == model::Method::sum) mean += fmt::format(" * {}", of);
    return fmt::format("iif(({}) >= {}, {})", answered, scale.least_answered, mean);
}

Json score_item(const model::Module& module, const model::Scale& scale) {
    Json expression{{"language", "text/fhirpath"}, {"expression", score_formula(module, scale)}};
    Json json{
        {"extension",
         Json::array({{{"url", "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"},
                       {"valueExpression", std::move(expression)}}})},
        {"linkId", link_id(scale)}};
    if (Json codes = codeable(scale.origin.codes); !codes.empty()) json["code"] = std::move(codes);
    put_text(json, "text", scale.title);
    json["type"] = scale.origin.type == "integer" || scale.origin.type == "quantity" ? scale.origin.type : "decimal";
    json["readOnly"] = true;
    return json;
}

Json score_answer(const model::Scale& scale, const model::Score& score) {
    if (!score.value) return nullptr;
    Json json{{"linkId", link_id(scale)}};
    put_text(json, "text", scale.title);
    if (scale.origin.type == "integer" && *score.value == static_cast<double>(static_cast<std::int64_t>(*score.value)))
        json["answer"] = fhir_answer("valueInteger", static_cast<std::int64_t>(*score.value));
    else if (scale.origin.type == "quantity") {
        Json quantity{{"value", *score.value}};
        put_text(quantity, "unit", scale.origin.unit.display);
        put_text(quantity, "system", scale.origin.unit.code.empty() ? "" : scale.origin.unit.system);
        if (quantity.contains("system")) quantity["code"] = scale.origin.unit.code;
        json["answer"] = fhir_answer("valueQuantity", std::move(quantity));
    } else
        json["answer"] = fhir_answer("valueDecimal", *score.value);
    return json;
}

}
