#include "a_questionnaire.hpp"
#include "core/utf8.hpp"

using namespace content_tests;
using model::ItemKind;

namespace {

using Labels = std::vector<std::pair<int, std::string>>;
Labels labels(const model::Item& item) {
    Labels all;
    for (const auto& choice : item.choices)
        all.emplace_back(choice.value, choice.label);
    return all;
}

}

TEST_CASE("a form keeps its title, version, copyright and name") {
    const auto form = imported_items(item("a", "string"));
    CHECK(form.module.id.value == "testform");
    CHECK(form.module.title == "A test form");
    CHECK(form.module.version == "3");
    CHECK(form.module.rights == "Ours.");
    CHECK(form.module.fixed_wording);
    CHECK_FALSE(form.module.is_private);
}

TEST_CASE("what the file does not say is said to be missing, and rights must be filled in") {
    const auto form = imported(R"({"resourceType": "Questionnaire", "id": "7 up", "status": "draft",
        "description": "For staff.", "item": [)" +
                               item("a", "string") + "]}");
    CHECK(form.module.id.value == "form-7-up");
    CHECK(form.module.version == "1");
    CHECK(form.module.rights.starts_with("Not stated."));
    CHECK(form.lists("the form: the file has no copyright text"));
    CHECK(form.lists("the form: the file names no version"));
    CHECK(form.lists("the form: description is not used"));
    CHECK(form.lists("\"draft\" and not active"));
}

TEST_CASE("texts that are too long for the screen are cut where nothing is asked, and the list says so") {
    const std::string long_text(400, 'x');
    const auto form =
        imported(R"({"resourceType": "Questionnaire", "name": "n", "version": "2021-03-04T00:00:00Z.beta",
        "title": ")" +
                 long_text + R"(", "copyright": "whole )" + long_text + R"(", "item": [)" + item("a", "string") + "]}");
    CHECK(form.module.title.size() == 80);
    CHECK(form.module.title.ends_with("..."));
    CHECK(form.module.version == "2021-03-04T00:00:00Z.beta");
    CHECK(form.module.intro.starts_with(long_text.substr(0, 290)));
    CHECK(form.lists("the title is cut"));
    CHECK(form.module.rights == "whole " + long_text);
    CHECK_FALSE(form.lists("the version is cut"));
}

TEST_CASE("a question may list every country") {
    std::string list, concepts;
    for (int i = 0; i < 249; ++i) {
        list += (i == 0 ? "" : ",") + coded("c" + std::to_string(i), "Country " + std::to_string(i));
        concepts += std::string(i == 0 ? "" : ",") + R"({"code": "c)" + std::to_string(i) + R"(", "display": "Land )" +
                    std::to_string(i) + "\"}";
    }
    const auto form = imported(questionnaire(
        item("own", "choice", R"("answerOption": [)" + list + "]") + "," +
            item("set", "choice", R"("repeats": true, "answerValueSet": "#v")"),
        R"(, "contained": [{"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"concept": [)" + concepts +
            "]}]}}]"));
    REQUIRE(form["own"].choices.size() == 249);
    CHECK(form["own"].choices.back().label == "Country 248");
    CHECK(form["own"].choices.back().code == "c248");
    REQUIRE(form["set"].choices.size() == 249);
    CHECK(form["set"].kind == ItemKind::choices);
    CHECK(form["set"].choices.front().label == "Land 0");
}

TEST_CASE("each kind of question becomes the kind that the kiosk asks") {
    const auto form = imported_items(
        item("yes", "boolean") + "," + item("line", "string", R"("maxLength": 40)") + "," + item("page", "text") + "," +
        item("day", "date",
             R"("extension": [)" + extension("minValue", R"("valueDate": "1950-01-01")") + "," +
                 extension("maxValue", R"("valueDate": "2030")") + "]") +
        "," + item("when", "dateTime") + "," + item("read", "display") + "," + item("pick", "choice", how_often) + "," +
        item("many", "choice", R"("repeats": true, )" + how_often) + "," + item("open", "open-choice", how_often));
    CHECK(labels(form["yes"]) == Labels{{0, "No"}, {1, "Yes"}});
    CHECK(form["line"].kind == ItemKind::short_text);
    CHECK(form["line"].max_bytes == 160);
    CHECK(form["page"].kind == ItemKind::long_text);
    CHECK(form["day"].kind == ItemKind::date);
    CHECK(form["day"].minimum == 1950);
    CHECK(form["day"].maximum == 2030);
    CHECK(form["when"].kind == ItemKind::date);
    CHECK(form.lists("when: the time of day"));
    CHECK(form["read"].kind == ItemKind::display);
    CHECK(form["read"].text == "Item read");
    CHECK(form["pick"].kind == ItemKind::choice);
    CHECK(labels(form["pick"]) == Labels{{0, "Never"}, {1, "Often"}, {2, "Always"}});
    CHECK(form["many"].kind == ItemKind::choices);
    CHECK(form["open"].kind == ItemKind::choice);
    CHECK(form.lists("open: an answer in one's own words"));
}

TEST_CASE("numbers keep their range, decimals and unit") {
    const auto bounds = [](const std::string& kind, const std::string& low, const std::string& high) {
        return extension("minValue", "\"" + kind + "\": " + low) + "," +
               extension("maxValue", "\"" + kind + "\": " + high);
    };
    const auto unit = extension("questionnaire-unit", R"("valueCoding": {"code": "h", "display": "hours"})");
    const auto form =
        imported_items(item("years", "integer", R"("extension": [)" + bounds("valueInteger", "-3", "90") + "]") + "," +
                       item("weight", "decimal",
                            R"("extension": [)" + bounds("valueDecimal", "0.5", "12.25") + "," +
                                extension("maxDecimalPlaces", R"("valueInteger": 1)") + "]") +
                       "," + item("sleep", "quantity", R"("extension": [)" + unit + "]"));
    CHECK(form["years"].minimum == -3);
    CHECK(form["years"].maximum == 90);
    CHECK(form["years"].decimals == 0);
    CHECK_FALSE(form.lists("years:"));
    CHECK(form["weight"].decimals == 1);
    CHECK(form["weight"].minimum == 0);
    CHECK(form["weight"].maximum == 130);
    CHECK(form.lists("weight: its smallest value 0.5; here it is 0"));
    CHECK(form.lists("weight: its largest value 12.25; here it is 13"));
    CHECK(form["sleep"].kind == ItemKind::number);
    CHECK(form["sleep"].decimals == 2);
    CHECK(form["sleep"].unit == "hours");
    CHECK(form.lists("sleep: the file names no largest value"));
}

TEST_CASE("choices come from codes, numbers, texts and value sets in the file") {
    const auto form = imported(questionnaire(
        item("whole", "choice", R"("answerOption": [{"valueInteger": 4}, {"valueInteger": 7}])") + "," +
            item("words", "choice", R"("answerOption": [{"valueString": "Tea"}, {"valueString": "Coffee"}])") + "," +
            item("set", "choice", R"("answerValueSet": "#vs")") + "," +
            item("elsewhere", "choice", R"("answerValueSet": "http://example.org/vs")"),
        R"(, "contained": [{"resourceType": "ValueSet", "id": "vs", "compose": {"include": [{"system": "s", "concept": [
            {"code": "x", "display": "Ex", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 5}]},
            {"code": "y", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 6}]}]}]}}])"));
    CHECK(labels(form["whole"]) == Labels{{4, "4"}, {7, "7"}});
    CHECK(labels(form["words"]) == Labels{{1, "Tea"}, {2, "Coffee"}});
    CHECK(labels(form["set"]) == Labels{{5, "Ex"}, {6, "y"}});
    CHECK_FALSE(form.has("elsewhere"));
    CHECK(form.lists("elsewhere: the question is left out: its choices are not in the file"));
}

TEST_CASE("values that cannot be stored are replaced by places and never scored") {
    const auto choice = [](const std::string& id, const std::string& one, const std::string& two) {
        return item(id, "choice", R"("answerOption": [)" + coded("a", "A", one) + "," + coded("b", "B", two) + "]");
    };
    const auto form = imported_items(
        choice("same", "1", "1") + "," + choice("part", "1", "") + "," + choice("half", "0", "0.5") + "," +
        choice("down", "3", "0") + "," + choice("huge", "1", "1e300") + "," +
        item(
            "total", "integer",
            R"("extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                "valueExpression": {"expression": "%resource.item.where(linkId='down').answer.value.ordinal() "}}])"));
    CHECK(form.lists("same: its own values: two of its choices have the value 1"));
    CHECK(form.lists("part: its own values: only some of its choices have a value"));
    CHECK(form.lists("half: its own values: a choice has a value that is no whole number"));
    CHECK(form.lists("huge: its own values: a choice has a value that is no whole number"));
    CHECK(labels(form["half"]) == Labels{{1, "A"}, {2, "B"}});
    CHECK(labels(form["down"]) == Labels{{0, "A"}, {3, "B"}});
    CHECK(form["down"].choices[0].weight == 3.0);
    CHECK(form.lists("down: the first of its choices counts most"));
    REQUIRE(form.module.scales.size() == 1);
    CHECK(form.module.scales[0].keys.size() == 1);
    CHECK(form.module.scales[0].keys[0].item.value == "down");
    CHECK(form.module.scales[0].keys[0].reversed);
}

TEST_CASE("numbers that fall from choice to choice keep their order, and what is stored for them is said") {
    const auto form = imported_items(item("down", "integer", R"("answerOption": [{"valueInteger": 10},
        {"valueInteger": 9}, {"valueInteger": 1}])"));
    CHECK(labels(form["down"]) == Labels{{1, "10"}, {2, "9"}, {10, "1"}});
    CHECK(form.lists("down: its numbers fall from choice to choice"));
    CHECK(form.lists("order: 1 stands for 10, and exports say both"));
    CHECK_FALSE(form.lists("the first of its choices counts most"));
}

TEST_CASE("labels that are too long and differ only in their ends keep their ends") {
    std::string start;
    for (int i = 0; i < 60; ++i)
        start += "I feel like ";
    const auto form = imported_items(item("long", "choice",
                                          R"("answerOption": [{"valueString": ")" + start +
                                              "going\"}, {\"valueString\": \"" + start + "staying\"}]"));
    const auto& choices = form["long"].choices;
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].label.ends_with("I feel like going"));
    CHECK(choices[1].label.ends_with("I feel like staying"));
    CHECK(choices[0].label.starts_with("I feel like I feel like"));
    CHECK(core::utf8::length(choices[0].label) <= 300);
    CHECK(core::utf8::length(choices[0].label) > 280);
    CHECK(form.lists("is cut to 300 characters"));
    CHECK_FALSE(form.lists("another choice says"));
}

TEST_CASE("a stem is said with each of its questions, a heading gets a page, and nested groups keep their order") {
    const auto form = imported_items(
        R"({"linkId": "g", "type": "group", "prefix": "1.", "text": "In the last week, how often:", "item": [)" +
        item("a", "choice", how_often) + R"(, {"linkId": "h", "type": "group", "text": "At home", "item": [)" +
        item("b", "string") + "]}, " + item("c", "string") + "]}," + item("d", "string"));
    std::vector<std::string> texts;
    for (const auto& one : form.module.items)
        texts.push_back(one.text);
    CHECK(texts == std::vector<std::string>{"1. In the last week, how often: Item a", "At home",
                                            "1. In the last week, how often: Item b",
                                            "1. In the last week, how often: Item c", "Item d"});
    CHECK(form["a"].chart_label == "Item a");
    CHECK(form["h-text"].kind == ItemKind::display);
}

TEST_CASE("help under a question is its second sentence, and a long text takes pages before it") {
    std::string story;
    for (int i = 0; i < 30; ++i)
        story += "Somebody waits for the bus. ";
    const auto form = imported_items(
        R"({"linkId": "q", "type": "string", "text": "Where?", "item": [{"linkId": "q-help", "type": "display", "text": "A town.",
            "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                           "valueCodeableConcept": {"coding": [{"code": "help"}]}}]}]},
           {"linkId": "s", "type": "string", "text": ")" +
        story + R"(How long?"})");
    CHECK(form["q"].detail == "A town.");
    CHECK_FALSE(form.has("q-help"));
    CHECK(form["s"].text.ends_with("How long?"));
    CHECK(form["s"].text.starts_with("Somebody waits"));
    CHECK(form["s-text"].kind == ItemKind::display);
    CHECK(form.lists("s: its long text on one page"));
}

TEST_CASE("linkIds become ids that never clash and stay the same") {
    const auto form =
        imported_items(item("/44250-9", "string") + "," + item("A.1", "string") + "," + item("a-1", "string") + "," +
                       item("ä", "string") + "," + item(std::string(200, 'z'), "string"));
    CHECK(form.has("q-44250-9"));
    CHECK(form["a-1"].text == "Item A.1");
    CHECK(form.module.items[2].id.value.starts_with("a-1-"));
    CHECK(form.toml.find("# linkId: /44250-9\n") != std::string::npos);
    CHECK(form.module.items[4].id.value == std::string(64, 'z'));
    const auto later =
        imported_items(item("new", "string") + "," + item("A.1", "string") + "," + item("a-1", "string"));
    CHECK(later.module.items[2].id == form.module.items[2].id);
}

TEST_CASE("quotes, backslashes, line ends, control characters and rows of dots arrive as one honest line") {
    const auto form = imported(
        questionnaire(R"({"linkId": "q\"\n[[item]]", "type": "string", "text": "He \"said\" C:\\ \u0007 and\n\tleft )" +
                      std::string(100, '.') + R"( {person} é 😀\u007F"})"));
    CHECK(form.module.items.at(0).text == "He \"said\" C:\\ and left " + std::string(100, '.') + " [person] é 😀");
    CHECK(form.lists("{person}"));
}

TEST_CASE("what the file asks of the person and the kiosk does not is listed by linkId") {
    const auto form = imported_items(
        item("r", "string", R"("required": true, "repeats": true, "initial": [{"valueString": "x"}])") + "," +
        item("c", "choice",
             R"("answerOption": [{"valueString": "A", "initialSelected": true}, {"valueString": "B"}])") +
        "," + item("f", "attachment") + "," + item("u", "url") + "," + item("t", "time") + "," +
        item("p", "reference") + "," + item("o", "integer", R"("readOnly": true)") + "," +
        item("e", "string",
             R"("_text": {"extension": [{"url": "http://example.org/z", "valueString": "y"}]}, )"
             R"("extension": [{"url": "http://example.org/x", "valueString": "y"}])"));
    for (const char* line :
         {"r: it is required", "r: it may be answered several times", "r: its answer that is filled in",
          "c: a choice that is chosen from the start", "f: the question is left out: attachment",
          "u: the question is left out: url", "t: the question is left out: time",
          "p: the question is left out: reference", "o: the question is left out: the file says that nobody answers it",
          "e: extension http://example.org/x is not used", "e: extension http://example.org/z of _text is not used"})
        CHECK_MESSAGE(form.lists(line), line, " in\n", form.all_lost());
    CHECK(form.module.items.size() == 3);
}

TEST_CASE("a private import makes a private module, and loses every condition aloud") {
    const auto when = R"("enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}])";
    const auto form =
        imported_items(item("a", "boolean") + "," + item("b", "string", when), {.is_private = true, .id = ""});
    CHECK(form.module.is_private);
    CHECK(form["b"].is_private);
    CHECK(form["b"].enable_when.conditions.empty());
    CHECK(form.lists("b: its condition on \"a\""));
}

TEST_CASE("a character that the kiosk cannot show is written as a question mark and listed") {
    const auto form =
        imported(questionnaire(R"({"linkId": "1", "type": "choice", "text": "How \uE000 often ✓?", "answerOption": [)" +
                               coded("n", "Ни\u202Eкогда", "0") + "," + coded("a", "Always", "1") + "]}"));
    CHECK(form["q-1"].text == "How ? often ✓?");
    CHECK(form["q-1"].choices[0].label == "Ни?когда");
    CHECK(form.lists("1: \"\uE000\" (U+E000), which the kiosk cannot show; it is written ?"));
    CHECK(form.lists("1: U+202E"));
    CHECK(imported(with(questionnaire(item("1", "string")), "A test form", "A form 😀")).module.title == "A form 😀");
}

TEST_CASE("choices that say the same are told apart by a number, which is listed") {
    const std::string label(298, 'x');
    const auto form =
        imported_items(item("1", "choice",
                            R"("answerOption": [)" + coded("a", "Yes", "0") + "," + coded("b", "Yes", "1") + "," +
                                coded("c", label, "2") + "," + coded("d", label, "3") + "]"));
    const auto& choices = form["q-1"].choices;
    CHECK(choices[0].label == "Yes");
    CHECK(choices[1].label == "Yes (2)");
    CHECK(choices[3].label == std::string(292, 'x') + "... (2)");
    CHECK(form.lists("1: another choice says \"Yes\" too; here this one says \"Yes (2)\""));
}

TEST_CASE("a form whose meaning may be turned round by what is not known here is refused") {
    const std::string turned =
        R"("modifierExtension": [{"url": "http://example.org/meaning-is-reversed", "valueBoolean": true}])";
    for (const auto& json :
         {questionnaire(item("a", "boolean"), ", " + turned), questionnaire(item("a", "boolean", turned)),
          questionnaire(item("a", "choice",
                             R"("answerOption": [{"valueString": "A", )" + turned + R"(}, {"valueString": "B"}])")),
          questionnaire(item("a", "boolean") + "," +
                        item("b", "boolean",
                             R"("enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true, )" +
                                 turned + "}]"))}) {
        CAPTURE(json);
        CHECK(one_says(faults_of(json), "may turn round the meaning of what it stands in (modifierExtension)"));
    }
}

TEST_CASE("conditions that do not say how many of them must hold must all hold, which is listed") {
    const std::string when = R"("enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true},
        {"question": "b", "operator": "=", "answerBoolean": true}])";
    const auto items = item("a", "boolean") + "," + item("b", "boolean") + ",";
    const auto form = imported_items(items + item("c", "string", when));
    CHECK(form["c"].enable_when.conditions.size() == 2);
    CHECK_FALSE(form["c"].enable_when.any);
    CHECK(form.lists("c: the file does not say whether one of its conditions is enough or all must hold"));
    CHECK_FALSE(
        imported_items(items + item("c", "string", when + R"(, "enableBehavior": "all")")).lists("(enableBehavior)"));
}

TEST_CASE("a line from 0 to 10 with words at its ends is one question with both words") {
    const auto control = [](const std::string& code) {
        return extension("questionnaire-itemControl",
                         R"("valueCodeableConcept": {"coding": [{"code": ")" + code + "\"}]}");
    };
    const auto line = [&](const std::string& most, const std::string& step, const std::string& words) {
        return imported_items(
            item("w", "integer",
                 R"("extension": [)" + control("slider") + "," + extension("minValue", "\"valueInteger\": 0") + "," +
                     extension("maxValue", "\"valueInteger\": " + most) + "," +
                     extension("questionnaire-sliderStepValue", "\"valueInteger\": " + step) + "]" + words));
    };
    const auto ends = R"(, "item": [)" + item("l", "display", R"("extension": [)" + control("lower") + "]") + "," +
                      item("u", "display", R"("extension": [)" + control("upper") + "]") + "]";
    const auto form = line("10", "1", ends);
    CHECK(form.module.items.size() == 1);
    CHECK(form["w"].kind == model::ItemKind::zero_to_ten);
    CHECK(form["w"].low_label == "Item l");
    CHECK(form["w"].high_label == "Item u");
    CHECK_FALSE(form.lists("is not used"));
    CHECK(line("10", "1", "")["w"].kind == model::ItemKind::number);
    const auto hundred = line("100", "1", ends);
    CHECK(hundred.module.items.size() == 1);
    CHECK(hundred["w"].kind == model::ItemKind::number);
    CHECK(hundred["w"].detail == "0: Item l. 100: Item u.");
    CHECK(line("10", "5", ends)["w"].kind == model::ItemKind::number);
    CHECK(line("10", "5", ends).lists("w: its steps of 5"));
}

TEST_CASE("choices of a sentence are kept whole") {
    const std::string same = "I had about as much time for myself as I usually have in a week";
    const auto form = imported_items(item("w", "choice",
                                          R"("answerOption": [)" + coded("a", same + ".", "0") + "," +
                                              coded("b", same + ", but it was cut up.", "1") + "]"));
    CHECK(form["w"].choices[0].label == same + ".");
    CHECK(form["w"].choices[1].label == same + ", but it was cut up.");
    CHECK_FALSE(form.lists("is cut to"));
    const std::string long_one(310, 'x');
    const auto cut = imported_items(
        item("w", "choice", R"("answerOption": [)" + coded("a", long_one) + "," + coded("b", "B") + "]"));
    CHECK(cut["w"].choices[0].label.size() == 300);
    CHECK(cut.lists("is cut to 300 characters"));
}

TEST_CASE("weights stand in a value set, or in a code system that the file contains") {
    const auto weighed = [](const std::string& name, const std::string& value) {
        return R"("extension": [)" + extension(name, "\"valueDecimal\": " + value) + "]";
    };
    const auto concepts = [&](const std::string& name) {
        return R"("concept": [{"code": "n", "display": "Never", )" + weighed(name, "0") +
               R"(}, {"code": "o", "display": "Often", )" + weighed(name, "4") + "}]";
    };
    const std::string system =
        R"({"resourceType": "CodeSystem", "id": "cs", "url": "http://example.org/cs", "content": "complete", )" +
        concepts("codesystem-ordinalValue") + "}";
    const auto set = [](const std::string& include) {
        return R"({"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"system": "http://example.org/cs")" +
               include + "}]}}";
    };
    for (const auto& contained :
         {set(", " + concepts("valueset-ordinalValue")), set(", " + concepts("ordinalValue")), system + "," + set(""),
          system + "," +
              set(R"(, "concept": [{"code": "n", "display": "Never"}, {"code": "o", "display": "Often"}])")}) {
        CAPTURE(contained);
        const auto form = imported(
            questionnaire(item("w", "choice", R"("answerValueSet": "#v")"), R"(, "contained": [)" + contained + "]"));
        REQUIRE(form["w"].choices.size() == 2);
        CHECK(form["w"].choices[0].value == 0);
        CHECK(form["w"].choices[1].value == 4);
    }
}

TEST_CASE("words that the file has in another language become entries of that language's catalogue") {
    const auto in = [](const std::string& tag, const std::string& words) {
        return R"({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [{"url": "lang", "valueCode": ")" +
               tag + R"("}, {"url": "content", "valueString": ")" + words + "\"}]}]}";
    };
    const auto choice = [&](const std::string& code, const std::string& words, const std::string& spanish) {
        return R"({"valueCoding": {"code": ")" + code + R"(", "display": ")" + words + R"(", "_display": )" +
               in("es-MX", spanish) + "}}";
    };
    content::JsonFaults faults("form.json");
    const auto made = content::import_fhir_text(
        questionnaire(R"({"linkId": "g", "type": "group", "text": "This week:", "_text": )" + in("es", "Esta semana:") +
                          R"(, "item": [)" +
                          item("w", "choice",
                               R"("_text": )" + in("es", "\u00bfCaminaste?") + R"(, "answerOption": [)" +
                                   choice("n", "Never", "Nunca") + "," + choice("o", "Often", "A menudo") + "]") +
                          "," + item("plain", "string") + "]}",
                      R"(, "_title": )" + in("es", "Una prueba")),
        {}, faults);
    REQUIRE(made.has_value());
    REQUIRE(made->catalogues.size() == 1);
    const auto& spanish = made->catalogues.at("es");
    CAPTURE(spanish);
    for (const char* entry :
         {"msgctxt \"testform.title\"\nmsgid \"A test form\"\nmsgstr \"Una prueba\"\n",
          "msgctxt \"testform.w.text\"\nmsgid \"This week: Item w\"\nmsgstr \"Esta semana: \u00bfCaminaste?\"\n",
          "msgctxt \"testform.choice\"\nmsgid \"Never\"\nmsgstr \"Nunca\"\n",
          "msgctxt \"testform.choice\"\nmsgid \"Often\"\nmsgstr \"A menudo\"\n"})
        CHECK_MESSAGE(spanish.find(entry) != std::string::npos, entry);
    CHECK(spanish.find("testform.plain") == std::string::npos); // half of it would be in English
    CHECK(one_says(made->lost, "have no words in it"));
    CHECK_FALSE(one_says(made->lost, "_text is not used"));
    CHECK(imported_items(item("x", "string")).lost.size() > 0);
    content::JsonFaults none("form.json");
    CHECK(content::import_fhir_text(questionnaire(item("x", "string")), {}, none)->catalogues.empty());
}

TEST_CASE("the reference files that have no totals import as their table says") {
    const char* folder = std::getenv("SAMESIDE_REFERENCE_DATA");
    if (folder == nullptr) {
        MESSAGE("skipped, SAMESIDE_REFERENCE_DATA is not set: the reference Questionnaires were not imported");
        return;
    }
    const auto made = [&](const char* name) {
        content::JsonFaults faults(name);
        auto form = content::import_fhir(std::filesystem::path(folder) / "fhir-inputs" / name, {}, faults);
        CHECK(form.has_value() == faults.empty());
        return form;
    };
    const auto spanish = made("b01-spanish-in-the-file.json");
    REQUIRE(spanish.has_value());
    REQUIRE(spanish->catalogues.contains("es"));
    for (const char* words : {"Camin\u00e9.", "Le\u00ed.", "Nunca", "A menudo", "S\u00ed"})
        CHECK_MESSAGE(spanish->catalogues.at("es").find(std::string("msgstr \"") + words) != std::string::npos, words);
    const auto long_choices = loaded(*made("b05-long-choices.json"));
    CHECK(long_choices["w1"].choices[0].label == "I had about as much time for myself as I usually have in a week.");
    CHECK(long_choices["w1"].choices[1].label ==
          "I had about as much time for myself as I usually have in a week, but it was cut up.");
    CHECK_FALSE(made("b08-modifier-extension.json").has_value());
    const auto conditions = loaded(*made("b09-two-conditions-no-behavior.json"));
    CHECK(conditions["w3"].enable_when.conditions.size() == 2);
    CHECK_FALSE(conditions["w3"].enable_when.any);
    CHECK(conditions.lists("w3: the file does not say whether one of its conditions is enough"));
    const auto line = loaded(*made("b13-slider-with-ends.json"));
    CHECK(line.module.items.size() == 1);
    CHECK(line["w1"].kind == model::ItemKind::zero_to_ten);
    CHECK(line["w1"].low_label == "Not at all");
    CHECK(line["w1"].high_label == "Fully");
}
