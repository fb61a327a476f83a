// Questionnaires made up here, each with a total whose formula is written as publishers write theirs.
#pragma once
#include <fmt/format.h>
#include <string>
#include <vector>

namespace support {

inline const std::string fhir_ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

inline std::string in_json(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? "\\n" : std::string(1, c);
    }
    return '"' + out + '"';
}

enum class Weights { beside, in_coding, none };
inline std::string weighed_option(const std::string& code, const std::string& weight, Weights where = Weights::beside) {
    const auto mark = fmt::format(R"("extension": [{{"url": "{}", "valueDecimal": {}}}], )", fhir_ordinal, weight);
    return fmt::format(
        R"({{{}"valueCoding": {{{}"system": "http://example.org/cs", "code": "{}", "display": "Says {}"}}}})",
        where == Weights::beside ? mark : "", where == Weights::in_coding ? mark : "", code, code);
}

// A choice of as many as there are weights, with the codes c0, c1 and so on.
inline std::string asks_choice(const std::string& id, const std::vector<std::string>& weights = {"0", "1", "2", "3"},
                               Weights where = Weights::beside, const std::string& more = "") {
    std::string options;
    for (std::size_t i = 0; i < weights.size(); ++i)
        options += (i == 0 ? "" : ",") + weighed_option("c" + std::to_string(i), weights[i], where);
    return fmt::format(R"({{"linkId": "{}", "type": "choice", "text": "Item {}", "answerOption": [{}]{}}})", id, id,
                       options, more);
}
inline std::string asks_number(const std::string& id, int low, int high) {
    return fmt::format(
        R"({{"linkId": "{}", "type": "integer", "text": "Item {}", "extension": [{{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": {}}}, {{"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": {}}}]}})",
        id, id, low, high);
}
inline std::string asks(const std::string& id, const std::string& type) {
    return fmt::format(R"({{"linkId": "{}", "type": "{}", "text": "Item {}"}})", id, type, id);
}
inline std::string group(const std::string& id, const std::string& items, const std::string& more = "") {
    return fmt::format(R"({{"linkId": "{}", "type": "group", "text": "Group {}", "item": [{}]{}}})", id, id, items,
                       more);
}

inline std::string formula_of_total(const std::string& formula, const std::string& language = "text/fhirpath") {
    return fmt::format(
        R"({{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression", "valueExpression": {{"language": "{}", "expression": {}}}}})",
        language, in_json(formula));
}
inline std::string variable(const std::string& name, const std::string& formula) {
    return fmt::format(
        R"({{"url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": {{"name": "{}", "language": "text/fhirpath", "expression": {}}}}})",
        name, in_json(formula));
}
inline std::string total(const std::string& id, const std::string& formula, const std::string& text = "A total",
                         const std::string& variables = "") {
    return fmt::format(R"({{"linkId": "{}", "type": "decimal", "readOnly": true, "text": "{}", "extension": [{}{}]}})",
                       id, text, variables.empty() ? "" : variables + ", ", formula_of_total(formula));
}

inline std::string a_form_of(const std::string& items, const std::string& more = "") {
    return R"({"resourceType": "Questionnaire", "id": "made-up", "url": "http://example.org/made-up", "name": "MadeUp",
        "title": "Made up", "version": "1", "copyright": "Ours.", "status": "active", "item": [)" +
           items + "]" + more + "}";
}
inline std::string with_variables(const std::string& variables) {
    return R"(, "extension": [)" + variables + "]";
}

struct MadeUpTotal {
    const char* what;
    std::string json;
    std::vector<std::string> totals; // the linkIds of those that are to be imported
};

inline const std::string first_three = asks_choice("w1") + "," + asks_choice("w2") + "," + asks_choice("w3");

// Every formula of these is understood.
inline std::vector<MadeUpTotal> made_up_totals() {
    const auto of = [](const std::string& formula) { return a_form_of(first_three + "," + total("sum", formula)); };
    const std::string w1 = "%resource.item.where(linkId='w1').answer.value",
                      w2 = "%resource.item.where(linkId = 'w2').answer.value",
                      w3 = "%resource.item.where(linkId='w3').answer.value";
    const auto join = [](const std::string& id) {
        return "%questionnaire.item.where(linkId = '" + id +
               "').answerOption.where(valueCoding.code=%resource.item.where("
               "linkId = '" +
               id + "').answer.valueCoding.code).extension.where(url=%scoreExt).valueDecimal";
    };
    std::vector<MadeUpTotal> made;
    const auto add = [&](const char* what, std::string json, std::vector<std::string> totals = {"sum"}) {
        made.push_back({what, std::move(json), std::move(totals)});
    };
    add("all answers", of("%resource.item.answer.value.weight().sum()"));
    add("ordinal()", of("%resource.item.answer.value.ordinal().sum()"));
    add("of the answers and not of their values", of("%resource.item.answer.weight().sum()"));
    add("a list", of("%resource.item.where(linkId in ('w1'|'w3')).answer.value.weight().sum()"));
    add("or",
        of("%resource.item.where(linkId='w1' or linkId='w2').answer.value.weight().aggregate($this + $total, 0)"));
    add("startsWith", of("%resource.item.where(linkId.startsWith('w')).answer.value.weight().sum()"));
    add("contains", of("%resource.item.where(linkId.contains('3').not()).answer.value.weight().sum()"));
    add("matches", of("%resource.item.where(linkId.matches('^w[1-2]$')).answer.value.ordinal().sum()"));
    add("all but one", of("%resource.item.where(linkId != 'w2').answer.value.weight().sum()"));
    add("one question", of("%resource.item.where(linkId = 'w1').answer.value.weight() + 0"));
    add("a comment in the formula", of("// the first\n" + w1 + ".weight() /* and */ + " + w2 + ".weight()"));
    add("a constant", of(w1 + ".weight() + " + w2 + ".weight() + 10"));
    add("a multiple", of("2 * " + w1 + ".weight() + " + w2 + ".weight() * 3"));
    add("one twice", of(w1 + ".weight() + " + w1 + ".weight() + " + w2 + ".weight()"));
    add("turned round", of("(3 - " + w1 + ".weight()) + " + w2 + ".weight()"));
    add("all turned round", of("9 - %resource.item.answer.value.weight().sum()"));
    add("a threshold", of("iif(" + w1 + ".weight() > 1, 1, 0) + iif(" + w2 + ".weight() >= 2 and true, 1, 0)"));
    add("a count of weights",
        of("%resource.item.where(linkId in ('w1'|'w2'|'w3')).answer.where(value.weight() >= 2).count()"));
    add("a count of weights that are alike", of("%resource.item.answer.value.weight().where($this > 0).count()"));
    add("a count of what was answered",
        of("iif(" + w1 + ".exists(),1,0) + iif(%resource.item.where(linkId='w2').answer.exists(),1,0)"));
    add("a count of answers", of("%resource.item.where(linkId.startsWith('w')).answer.count()"));
    add("a count of questions with an answer",
        of("%resource.item.where(linkId.startsWith('w') and answer.exists()).count()"));
    add("a mean", of("(" + w1 + ".weight() + " + w2 + ".weight()) / 2"));
    add("a mean of as many as there are",
        of("%resource.item.answer.value.weight().sum() / %resource.item.where(linkId.startsWith('w')).answer.count()"));
    add("avg()", of("%resource.item.where(linkId.startsWith('w')).answer.value.weight().avg()"));
    add("0 to 100", of("(1 - ((%resource.item.answer.value.weight().sum() / 3) - 1) / 3) * 100"));
    add("whole numbers rounded", of("(%resource.item.answer.value.weight().sum()).round(1).toInteger()"));
    add("codes one by one",
        of("iif(" + w1 + ".code='c3', 5, iif(" + w1 + ".code = 'c1', 2, 0)) + " + w2 + ".weight()"));
    add("codes that are counted", of("%resource.item.answer.valueCoding.where(code in ('c2'|'c3')).count()"));
    add("codes of which a part is a number",
        of(w1 + ".code.substring(1).toInteger() + " + w2 + ".code.substring(1).toInteger()"));
    add("a total only where all are answered",
        of("iif(" + w1 + ".exists() and " + w2 + ".exists(), " + w1 + ".weight() + " + w2 + ".weight(), {})"));
    add("a question that must be answered and counts nothing",
        of("iif(" + w3 + ".exists(), " + w1 + ".weight() + " + w2 + ".weight(), {})"));
    add("a total that is never below zero", of("iif(%resource.item.answer.value.weight().sum() >= 0, "
                                               "%resource.item.answer.value.weight().sum(), 0)"));
    add("select()",
        of("%resource.item.where(linkId.startsWith('w')).select(iif(answer.value.weight() > 2, 2, 0)).sum()"));
    add("variables and choices of the form",
        a_form_of(first_three + "," +
                  total("sum", "iif(%any, iif(%a.exists(), %a, 0) + iif(%b.exists(), %b, 0), {})", "Total (0-6)",
                        variable("scoreExt", "'" + fhir_ordinal + "'") + "," + variable("a", join("w1")) + "," +
                            variable("b", join("w2")) + "," + variable("any", "%a.exists() or %b.exists()"))));
    add("variables at the top", a_form_of(first_three + "," + total("sum", "%raw"),
                                          with_variables(variable("raw", "item.answer.value.weight().sum()"))));
    add("variables of a group",
        a_form_of(group("g", first_three + "," + total("sum", "%raw * 2"),
                        with_variables(variable("raw", "%context.item.answer.value.weight().sum()")))));
    add("repeat(item)",
        a_form_of(
            group("g", first_three) + "," +
            total("sum",
                  "%resource.repeat(item).where(linkId='g').item.answer.value.weight().aggregate($total + $this, 0)")));
    add("descendants()",
        a_form_of(
            group("g", group("h", first_three)) + "," +
            total("sum", "%resource.item.descendants().where(linkId.startsWith('w')).answer.value.weight().sum()")));
    add("a total in its group",
        a_form_of(group(
            "g", asks_choice("a1") + "," + asks_choice("a2") + "," +
                     total("sum",
                           "%resource.item.where(linkId='g').item.where(linkId!='sum').answer.value.weight().sum()"))));
    add("below a question",
        a_form_of(asks_choice("p", {"0", "1"}, Weights::beside, R"(, "item": [)" + asks_choice("c") + "]") + "," +
                  total("sum", "%resource.descendants().where(linkId='p' or linkId='c').answer.value.weight().sum()")));
    const auto carried = asks_choice("w1", {"1", "2", "4"}, Weights::in_coding) + "," +
                         asks_choice("w2", {"1", "2", "4"}, Weights::in_coding);
    add("weights that answers carry",
        a_form_of(carried + "," +
                  total("sum", "%resource.item.answer.valueCoding.extension.where(url='" + fhir_ordinal +
                                   "').valueDecimal.sum()") +
                  "," + total("again", "%resource.item.answer.value.extension('" + fhir_ordinal + "').value.sum()")),
        {"sum", "again"});
    add("two choices of one weight",
        a_form_of(first_three + "," + asks_choice("w4", {"0", "0", "1", "2"}) + "," +
                  total("sum", "%resource.item.where(linkId.startsWith('w')).answer.value.weight().sum()",
                        "Total score (0-11)")));
    add("weights with halves",
        a_form_of(asks_choice("w1", {"0", "0.5", "1.5"}) + "," + asks_choice("w2", {"0.25", "1", "2"}) + "," +
                  total("sum", "%resource.item.answer.value.weight().sum()")));
    add("weights that fall",
        a_form_of(asks_choice("w1", {"3", "2", "1", "0"}) + "," + asks_choice("w2", {"0", "1", "2", "3"}) + "," +
                  total("sum", "%resource.item.answer.value.weight().sum()")));
    add("other ranges",
        a_form_of(asks_choice("w1") + "," + asks_choice("w2", {"0", "1"}) + "," + asks_number("n", 0, 10) + "," +
                  total("sum", w1 + ".weight() + " + w2 + ".weight() + %resource.item.where(linkId='n').answer.value",
                        "Total (0 to 14)")));
    add("whole numbers", a_form_of(asks_number("w1", 0, 10) + "," + asks_number("w2", 0, 10) + "," +
                                   total("sum", "%resource.item.where(linkId in 'w1'|'w2').answer.valueInteger.sum()",
                                         "Total score (0–20)")));
    add("a threshold of a whole number",
        a_form_of(asks_number("w1", 1, 30) + "," + asks_choice("w2") + "," +
                  total("sum", "iif(" + w1 + " >= 21, 2, iif(" + w1 + " > 6, 1, 0)) + " + w2 + ".weight()")));
    add("yes counts one", a_form_of(asks("w1", "boolean") + "," + asks("w2", "boolean") + "," +
                                    total("sum", "iif(" + w1 + " = true,1,0) + iif(" + w2 + ",1,0)")));
    add("a count of yes", a_form_of(asks("w1", "boolean") + "," + asks("w2", "boolean") + "," +
                                    total("sum", "%resource.item.answer.where(value = true).count()")));
    add("a total of totals",
        a_form_of(first_three + "," + total("part", w1 + ".weight() + " + w2 + ".weight()") + "," +
                  total("sum", "%resource.item.where(linkId='part').answer.value + " + w3 + ".weight()")),
        {"part", "sum"});
    add("texts beside it", a_form_of(first_three + "," + asks("words", "text") + "," + asks("day", "date") + "," +
                                     total("sum", "%resource.item.answer.value.weight().sum()")));
    return made;
}

}
