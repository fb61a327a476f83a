// The words of a Questionnaire, and what stands beside them for other programs.
#include "a_questionnaire.hpp"
#include "content/fhir/plain_words.hpp"

using namespace content_tests;

TEST_CASE("HTML and Markdown in a text become plain text, and what only looks like them stays") {
    for (const auto& [written, shown] : std::initializer_list<std::pair<const char*, const char*>>{
             {"<p>Over the <b>last 2 weeks</b>,<br/>how often?</p>", "Over the last 2 weeks, how often?"},
             {"<ul><li>one</li><li>two</li></ul>", "one two"},
             {"Tom &amp; Ann&nbsp;say &quot;hi&quot; &#233; &#x2013; &copy;",
              "Tom & Ann say \"hi\" \u00e9 \u2013 \u00a9"},
             {"<a href=\"http://x.org/?a>b\">the page</a>", "the page"},
             {"<5 years, a < b and c > d", "<5 years, a < b and c > d"},
             {"<not an element>", "<not an element>"},
             {"R&D; &unknown; &", "R&D; &unknown; &"},
             {"<!-- a remark -->Seen", "Seen"},
             {"<style>p { color: red }</style>Words", "Words"},
             {"<script>alert(1)</script>Are you well?", "Are you well?"},
             {"**In general**, would you say *your* health is __good__?",
              "In general, would you say your health is good?"},
             {"# Heading\nText with [a link](https://example.org/x) and `code`", "Heading Text with a link and code"},
             {"2 * 3 * 4 = 24, snake_case_word, name: ____", "2 * 3 * 4 = 24, snake_case_word, name: ____"},
             {"* required", "* required"},
             {"1\\. Escaped \\*star\\*", "1. Escaped *star*"},
             {"[ ] unticked [see below]", "[ ] unticked [see below]"},
             {"cafe\u0301 nin\u0303o", "caf\u00e9 ni\u00f1o"},
         })
        CHECK(content::plain_words(written) == shown);
}

TEST_CASE("a hostile text of signs that open and never close is read at once") {
    std::string stars, links, tags, remarks;
    for (int i = 0; i < 5'000; ++i) {
        stars += " *a";
        links += "[a";
        tags += "<a '";
        remarks += "<!--";
    }
    for (const auto& text : {stars, links, tags, remarks})
        CHECK_FALSE(content::plain_words(text).empty());
}

TEST_CASE("texts, choices, translations and titles lose their markup, and a text that is only drawn is read") {
    const auto form = imported(
        R"({"resourceType": "Questionnaire", "name": "n", "version": "1", "title": "<b>My</b> form", "item": [
            {"linkId": "a", "type": "choice", "text": "<i>How</i> are you?", "answerOption": [
                {"valueCoding": {"code": "w", "display": "<b>Well</b>"}}, {"valueString": "**Ill**"}]},
            {"linkId": "b", "type": "string", "_text": {"extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/rendering-xhtml", "valueString": "<div>Say <b>more</b></div>"}]}},
            {"linkId": "c", "type": "string", "text": "Plain", "_text": {"extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/rendering-style", "valueString": "color: red"},
                {"url": "http://hl7.org/fhir/StructureDefinition/rendering-markdown", "valueMarkdown": "**Plain**"}]}}]})");
    CHECK(form.module.title == "My form");
    CHECK(form["a"].text == "How are you?");
    CHECK(form["a"].choices[0].label == "Well");
    CHECK(form["a"].choices[1].label == "Ill");
    CHECK(form["b"].text == "Say more");
    CHECK(form["c"].text == "Plain");
    CHECK_FALSE(form.lists("is not used"));
}

TEST_CASE("the address of a form, its linkIds, codes, weights and units stay in the module file") {
    const auto form = imported(questionnaire(
        R"({"linkId": "g", "type": "group", "item": [
            {"linkId": "/44250-9", "type": "choice", "text": "How often?",
             "code": [{"system": "http://loinc.org", "code": "44250-9", "display": "Interest"}],
             "answerOption": [
                {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}],
                 "valueCoding": {"system": "http://loinc.org", "code": "LA6568-5", "display": "Not at all"}},
                {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1.5}],
                 "valueCoding": {"system": "http://loinc.org", "code": "LA6569-3", "display": "Several days"}}]},
            {"linkId": "w", "type": "quantity", "text": "How heavy?", "extension": [)" +
            extension(
                "questionnaire-unit",
                R"("valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kilograms"})") +
            "]}]}," + item("yes", "boolean") + "," +
            item("n", "choice", R"("answerOption": [{"valueInteger": 4}, {"valueInteger": 7}])"),
        R"(, "url": "http://example.org/Questionnaire/one")"));
    CHECK(form.module.canonical == "http://example.org/Questionnaire/one");
    const auto& often = form["q-44250-9"];
    CHECK(often.origin.link_id == "/44250-9");
    CHECK(often.origin.groups == std::vector<std::string>{"g"});
    CHECK(often.origin.type == "choice");
    CHECK(often.origin.codes == std::vector<model::Code>{{"http://loinc.org", "44250-9", "Interest"}});
    CHECK(often.choices[1].system == "http://loinc.org");
    CHECK(often.choices[1].code == "LA6569-3");
    CHECK(often.choices[1].weight == 1.5);
    CHECK(form["w"].origin.unit == model::Code{"http://unitsofmeasure.org", "kg", "kilograms"});
    CHECK(form["w"].unit == "kilograms");
    CHECK(form["yes"].origin.type == "boolean");
    CHECK(form["n"].origin.option == "integer");
    CHECK_FALSE(form["n"].choices[0].weight.has_value());
}

TEST_CASE("a whole number or a line that names the answers it takes is a choice") {
    const auto form =
        imported_items(item("n", "integer", R"("answerOption": [{"valueInteger": 4}, {"valueInteger": 7}])") + "," +
                       item("s", "string", R"("answerOption": [{"valueString": "Tea"}, {"valueString": "Milk"}])"));
    CHECK(form["n"].kind == model::ItemKind::choice);
    CHECK(form["n"].choices[1].value == 7);
    CHECK(form["n"].origin.type == "integer");
    CHECK(form["n"].origin.option == "integer");
    CHECK(form["s"].choices[1].label == "Milk");
}

TEST_CASE("choices keep the order of the file, whichever way their values run") {
    const auto choices = [](std::initializer_list<const char*> weights) {
        std::string list;
        for (const char* weight : weights)
            list += (list.empty() ? "" : ",") + coded(std::string("c") + weight, std::string("L") + weight, weight);
        return imported_items(item("a", "choice", R"("answerOption": [)" + list + "]"))["a"].choices;
    };
    const auto values = [](const std::vector<model::Choice>& list) {
        std::vector<int> all;
        for (const auto& choice : list)
            all.push_back(choice.value);
        return all;
    };
    CHECK(values(choices({"4", "2", "1"})) == std::vector<int>{1, 3, 4});
    CHECK(choices({"4", "2", "1"})[0].label == "L4");
    CHECK(values(choices({"1", "2", "4"})) == std::vector<int>{1, 2, 4});
    CHECK(values(choices({"2", "4", "1"})) == std::vector<int>{1, 2, 3});
    CHECK(choices({"2", "4", "1"})[1].weight == 4.0);
}

TEST_CASE("value sets come from a file beside the form, by address and version, with their words in Spanish") {
    const auto set = nlohmann::json::parse(R"({"resourceType": "Bundle", "entry": [
        {"resource": {"resourceType": "ValueSet", "url": "http://example.org/vs", "version": "2", "compose": {"include": [
            {"system": "http://example.org/cs", "concept": [{"code": "y", "designation": [{"language": "es", "value": "S\u00ed"}]},
             {"code": "n", "display": "No thanks"}]}]}}},
        {"resource": {"resourceType": "ValueSet", "url": "http://example.org/all", "compose": {"include": [
            {"valueSet": ["http://example.org/vs"]}]}}},
        {"resource": {"resourceType": "ValueSet", "url": "http://example.org/less", "compose": {
            "include": [{"system": "http://example.org/other", "concept": [{"code": "m", "display": "Maybe"}]},
                        {"valueSet": ["http://example.org/vs"]}],
            "exclude": [{"system": "http://example.org/other", "concept": [{"code": "m"}, {"code": "y"}]}]}}},
        {"resource": {"resourceType": "ValueSet", "url": "http://example.org/less-than-known", "compose": {
            "include": [{"valueSet": ["http://example.org/vs"]}],
            "exclude": [{"valueSet": ["http://example.org/elsewhere"]}]}}},
        {"resource": {"resourceType": "CodeSystem", "url": "http://example.org/cs", "content": "complete", "concept": [
            {"code": "y", "display": "Yes please", "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue", "valueDecimal": 5}]},
            {"code": "n", "display": "No", "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue", "valueDecimal": 6}]}]}},
        {"resource": {"resourceType": "ValueSet", "url": "http://example.org/part", "expansion": {"total": 9, "contains": [
            {"code": "a", "display": "A"}, {"code": "b", "display": "B"}]}}},
        {"resource": {"resourceType": "ValueSet", "url": "http://example.org/sought", "compose": {"include": [
            {"system": "http://example.org/cs", "filter": [{"property": "concept", "op": "is-a", "value": "y"}]}]}}},
        {"resource": {"resourceType": "ValueSet", "url": "http://example.org/itself", "compose": {"include": [
            {"valueSet": ["http://example.org/itself"]}]}}}]})");
    const auto asked = [](const char* url) {
        return item("a", "choice", std::string(R"("answerValueSet": ")") + url + "\"") + "," + item("b", "string");
    };
    const auto form = [&](const char* url) {
        return imported_items(asked(url), {.is_private = false, .id = "", .value_sets = {set}});
    };
    for (const char* url :
         {"http://example.org/vs", "http://example.org/vs|2", "http://example.org/all", "http://example.org/less"}) {
        CAPTURE(url);
        const auto made = form(url);
        REQUIRE(made["a"].choices.size() == 2);
        CHECK(made["a"].choices[0].label == "Yes please");
        CHECK(made["a"].choices[0].value == 5);
        CHECK(made["a"].choices[1].label == "No thanks");
        CHECK(made["a"].choices[1].system == "http://example.org/cs");
    }
    for (const char* url : {"http://example.org/vs|3", "http://example.org/part", "http://example.org/itself",
                            "http://example.org/less-than-known"})
        CHECK(form(url).lists(std::string("and --value-sets can bring them (answerValueSet \"") + url + "\")"));
    CHECK(form("http://example.org/sought")
              .lists("a: the question is left out: its choices are all that a filter finds"));
    CHECK(form("http://example.org/vs|3").lists("a: the question is left out: its choices are not in the file"));
    CHECK(form("http://example.org/less-than-known").lists("a: the question is left out: its choices are in a set"));
    content::JsonFaults faults("form.json");
    const auto made = content::import_fhir_text(questionnaire(asked("http://example.org/vs")),
                                                {.is_private = false, .id = "", .value_sets = {set}}, faults);
    REQUIRE(made.has_value());
    REQUIRE(made->catalogues.contains("es"));
    CHECK(made->catalogues.at("es").find("msgid \"Yes please\"\nmsgstr \"S\u00ed\"") != std::string::npos);
}

TEST_CASE("a form in Spanish that has all of its words in English is one in English with a Spanish catalogue") {
    const auto english = [](const char* words) {
        return std::string(
                   R"({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
            {"url": "lang", "valueCode": "en"}, {"url": "content", "valueString": ")") +
               words + "\"}]}]}";
    };
    const auto json = [&](const std::string& second) {
        return R"({"resourceType": "Questionnaire", "language": "es", "name": "n", "version": "1", "title": "Prueba",
            "_title": )" +
               english("A test") +
               R"(, "item": [{"linkId": "a", "type": "string", "text": "\u00bfC\u00f3mo est\u00e1?", "_text": )" +
               english("How are you?") + R"(}, {"linkId": "b", "type": "string", "text": "Adi\u00f3s")" + second +
               "}]}";
    };
    content::JsonFaults faults("form.json");
    const auto made = content::import_fhir_text(json(", \"_text\": " + english("Goodbye")), {}, faults);
    REQUIRE(made.has_value());
    CHECK(loaded(*made)["a"].text == "How are you?");
    REQUIRE(made->catalogues.contains("es"));
    CHECK(made->catalogues.at("es").find("msgid \"Goodbye\"\nmsgstr \"Adi\u00f3s\"") != std::string::npos);
    const auto half = imported(json(""));
    CHECK(half["a"].text == "\u00bfC\u00f3mo est\u00e1?");
    CHECK(half.lists("the form: its words are in the language \"es\""));
}

TEST_CASE(
    "a choice that the file says in Spanish with the same letters is in its catalogue, and one it does not is missed") {
    const auto said = [](const char* words, const char* spanish) {
        return std::string(R"({"valueCoding": {"system": "s", "code": ")") + words + R"(", "display": ")" + words +
               R"(", "_display": {"extension": [
            {"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
            {"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": ")" +
               spanish + "\"}]}]}}}";
    };
    const auto made_of = [](const std::string& options) {
        content::JsonFaults faults("form.json");
        auto made = content::import_fhir_text(questionnaire(item("a", "choice", "\"answerOption\": [" + options + "]")),
                                              {}, faults);
        REQUIRE(made.has_value());
        REQUIRE(made->catalogues.contains("es"));
        return made->catalogues.at("es");
    };
    const std::string no = "msgid \"No\"\nmsgstr \"No\"";
    CHECK(made_of(said("Yes", "S\u00ed") + "," + said("No", "No")).find(no) != std::string::npos);
    CHECK(made_of(said("Yes", "S\u00ed") + "," + coded("n", "No")).find(no) == std::string::npos);
}
