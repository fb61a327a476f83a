#include "a_questionnaire.hpp"
#include <sys/resource.h>

using namespace content_tests;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += piece;
    return out;
}

std::vector<std::string> faults_of_file(const std::string& text) {
    ContentFolder folder;
    folder.write("form.json", text);
    content::JsonFaults faults("form.json");
    CHECK_FALSE(content::import_fhir(folder.path() / "form.json", {}, faults).has_value());
    return faults.lines();
}

long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}

TEST_CASE("what is no JSON is refused with the line, and no word of it") {
    CHECK(faults_of("") == std::vector<std::string>{"form.json: line 1: is not JSON from here on"});
    CHECK(faults_of("{\n\"resourceType\": \"Quest") ==
          std::vector<std::string>{"form.json: line 2: is not JSON from here on"});
    CHECK(one_says(faults_of("[1, 2]"), "must be one JSON object"));
    CHECK(one_says(faults_of("{} {}"), "is not JSON from here on"));
    for (const char* bad :
         {"NaN", "Infinity", "-", "01", "1e", "'x'", "\"\\ud800\"", "\"\xC3\"", "\"\xED\xA0\x80\"", "\"\n\""})
        CHECK(one_says(faults_of(R"({"resourceType": )" + std::string(bad) + "}"), "is not JSON from here on"));
    CHECK(one_says(faults_of(R"({"x": 1e999})"), "has a number that is too large"));
    CHECK(one_says(faults_of_file("{\"x\": \"\xFF\"}"), "form.json:1: is not UTF-8"));
    CHECK(one_says(faults_of_file(std::string("{\"x\":\n\0}", 8)), "form.json:2: has a NUL byte"));
}

TEST_CASE("depth, size and number are bounded before anything is built") {
    const long before = peak_kilobytes();
    CHECK(one_says(faults_of(repeated("[", 4'000'000)), "nests deeper than 64 levels"));
    CHECK(one_says(faults_of(repeated(R"({"item":[)", 800'000)), "nests deeper than 64 levels"));
    CHECK(one_says(faults_of(R"({"x": [)" + repeated("0,", 4'000'000) + "0]}"), "holds more than 400000 values"));
    CHECK(one_says(faults_of_file(std::string(50'000'000, ' ')), "is larger than 8 MiB"));
#if defined(__SANITIZE_ADDRESS__)
    constexpr long most = 1'000'000; // the sanitizer keeps what is freed for a while
#else
    constexpr long most = 150'000;
#endif
    CHECK(peak_kilobytes() - before < most);
    std::string groups = item("a", "string");
    for (int i = 0; i < 40; ++i)
        groups = R"({"linkId": "g)" + std::to_string(i) + R"(", "type": "group", "item": [)" + groups + "]}";
    CHECK(one_says(faults_of(questionnaire(groups)), "nests deeper"));
}

TEST_CASE("another type than FHIR says is named by its place") {
    CHECK(one_says(faults_of("{}"), "form.json: resourceType: is missing"));
    CHECK(one_says(faults_of(R"({"resourceType": 5})"), "resourceType: must be a text"));
    CHECK(one_says(faults_of(R"({"resourceType": "Patient"})"), "\"Patient\" is not a form"));
    CHECK(one_says(faults_of(R"({"resourceType": "Questionnaire"})"), "item: is missing"));
    CHECK(one_says(faults_of(R"({"resourceType": "Questionnaire", "item": {}})"), "item: must be a list"));
    CHECK(one_says(faults_of(questionnaire("null")), "item[0]: must be an object"));
    CHECK(one_says(faults_of(questionnaire("{}")), "item[0].linkId: is missing"));
    const std::pair<const char*, const char*> faults[]{
        {R"("text": 5)", "item[0].text: must be a text"},
        {R"("text": null)", "item[0].text: must be a text"},
        {R"("required": "yes")", "item[0].required: must be true or false"},
        {R"("maxLength": "9")", "item[0].maxLength: must be a whole number"},
        {R"("maxLength": 9.5)", "item[0].maxLength: must be a whole number"},
        {R"("maxLength": 99999999999999999999)", "item[0].maxLength: must be a whole number"},
        {R"("maxLength": 9999999999)", "item[0].maxLength: is out of range"},
        {R"("maxLength": -1)", "item[0].maxLength: must be 1 or more"},
        {R"("item": "x")", "item[0].item: must be a list"},
        {R"("answerOption": [5])", "item[0].answerOption[0]: must be an object"},
        {R"("answerOption": [{}])", "item[0].answerOption[0]: has no answer to show"},
        {R"("answerOption": [{"valueCoding": []}])", "item[0].answerOption[0].valueCoding: must be an object"},
        {R"("answerOption": [{"valueInteger": "1"}])", "item[0].answerOption[0].valueInteger: must be a whole number"},
        {R"("answerValueSet": "#none")", "item[0].answerValueSet: there is no contained ValueSet"},
        {R"("extension": [{}])", "item[0].extension[0].url: is missing"},
        {R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": "1"}])",
         "item[0].extension[0].valueDecimal: must be a number"},
        {R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDate": "soon"}])",
         "item[0].extension[0].valueDate: must begin with a year"},
        {R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 5},
            {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 4}])",
         "item[0].extension: has a minValue that is larger than its maxValue"},
        {R"("enableWhen": [{"question": "a", "operator": "~", "answerBoolean": true}])",
         "item[0].enableWhen[0].operator: must be one of"},
        {R"("enableWhen": [{"operator": "=", "answerBoolean": true}])", "item[0].enableWhen[0].question: is missing"},
        {R"("enableWhen": [{"question": "a", "operator": "exists"}])",
         "item[0].enableWhen[0].answerBoolean: is missing"},
        {R"("enableBehavior": "some")", "item[0].enableBehavior: must be"},
    };
    for (const auto& [json, fault] : faults) {
        const std::string only = R"({"linkId": "a", "type": "string", )" + std::string(json) + "}";
        const auto lines = faults_of(questionnaire(only));
        CHECK_MESSAGE(one_says(lines, "form.json: " + std::string(fault)), fault, " and not ", lines.front());
        for (const auto& line : lines)
            CHECK(line.ends_with(" (linkId \"a\")"));
    }
    CHECK(one_says(faults_of(questionnaire(R"({"linkId": "a"})")), "item[0].type: is missing"));
    CHECK(one_says(faults_of(questionnaire(item("a", "question"))), "is no type of an item"));
}

TEST_CASE("a linkId or a key that stands twice is refused") {
    const auto twice = item("g", "group", R"("item": [)" + item("a", "string") + "]") + "," + item("a", "string");
    CHECK(faults_of(questionnaire(twice)) ==
          std::vector<std::string>{"form.json: item[1].linkId: \"a\" is another item's linkId too"});
    CHECK(one_says(faults_of(R"({"resourceType": "Questionnaire", "resourceType": "Patient"})"),
                   "\"resourceType\": stands twice"));
}

TEST_CASE("more items than a module may hold are an error, and so is a form that asks nothing") {
    std::string items = item("i", "string");
    for (int i = 0; i < 200; ++i)
        items += "," + item("i" + std::to_string(i), "string");
    CHECK(faults_of(questionnaire(items)) ==
          std::vector<std::string>{"form.json: item: makes 201 items; a module has at most 200"});
    CHECK(one_says(faults_of(questionnaire(item("a", "display"))), "holds no question that can be asked here"));
    CHECK(one_says(faults_of(questionnaire(item("a", "attachment"))), "holds no question"));
    std::string many = item("x", "widget");
    for (int i = 0; i < 5'000; ++i)
        many += "," + item("x", "widget");
    CHECK(faults_of(questionnaire(many)).size() == content::JsonFaults::limit + 1);
}

TEST_CASE("extreme numbers and empty lists are carried or listed, never trusted") {
    const auto number = [](const std::string& low, const std::string& high) {
        return imported_items(item("n", "decimal",
                                   R"("extension": [)" + extension("minValue", "\"valueDecimal\": " + low) + "," +
                                       extension("maxValue", "\"valueDecimal\": " + high) + "," +
                                       extension("maxDecimalPlaces", R"("valueInteger": 2000000000)") + "]"));
    };
    for (const auto& [low, high] : {std::pair{"-1e308", "1e308"}, std::pair{"1e300", "1e301"},
                                    std::pair{"-1e301", "-1e300"}, std::pair{"5", "5"}, std::pair{"0.1", "0.2"}}) {
        CAPTURE(low);
        const auto form = number(low, high);
        CHECK(form["n"].minimum < form["n"].maximum);
        CHECK(form["n"].decimals == 3);
        CHECK(form.lists("n: "));
    }
    const auto options = [](int count) {
        std::string list;
        for (int i = 0; i < count; ++i)
            list += (i == 0 ? "" : ",") + std::string(R"({"valueInteger": )") + std::to_string(i) + "}";
        return imported_items(item("s", "string") + "," + item("c", "choice", R"("answerOption": [)" + list + "]"));
    };
    CHECK(options(20).has("c"));
    CHECK(options(250).has("c"));
    CHECK(options(251).lists("c: the question is left out: it has 251 choices"));
    CHECK(options(1).lists("c: the question is left out: it has 1 choices"));
    CHECK(options(0).lists("c: the question is left out: it has 0 choices"));
}

TEST_CASE("a megabyte of Windows line ends is read as fast as any other") {
    ContentFolder folder;
    folder.write("form.json", "{" + repeated("\r\n", 3'900'000) + "}");
    content::JsonFaults faults("form.json");
    const auto begun = std::chrono::steady_clock::now();
    CHECK_FALSE(content::import_fhir(folder.path() / "form.json", {}, faults).has_value());
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20)); // removed one by one: an hour
    CHECK(one_says(faults.lines(), "resourceType: is missing"));
}

TEST_CASE("a file within its size cannot ask for work without end") {
    const auto begun = std::chrono::steady_clock::now();
    std::string many = item("i", "string");
    for (int i = 0; i < 10'000; ++i)
        many += "," + item("i" + std::to_string(i), "string");
    CHECK(one_says(faults_of(questionnaire(many)), "item: makes more than 1000 items; a module has at most 200"));
    CHECK(one_says(faults_of(questionnaire(R"({"linkId": "a", "type": "string", "text": ")" +
                                           std::string(7'000'000, 'x') + "\"}")),
                   "item[0].text: is longer than 20000 bytes"));
    std::string conditions;
    for (int i = 0; i < 10'000; ++i)
        conditions +=
            std::string(i == 0 ? "" : ",") + R"({"question": "a", "operator": "exists", "answerBoolean": true})";
    CHECK(one_says(faults_of(questionnaire(item("a", "string", R"("enableWhen": [)" + conditions + "]"))),
                   "item[0].enableWhen: has more than 100 conditions"));
    std::string concepts, users = item("s", "string");
    for (int i = 0; i < 15'000; ++i)
        concepts += std::string(i == 0 ? "" : ",") + R"({"code": "c)" + std::to_string(i) + "\"}";
    for (int i = 0; i < 900; ++i)
        users += "," + item("u" + std::to_string(i), "choice", R"("answerValueSet": "#v")");
    CHECK(one_says(faults_of(questionnaire(
                       item("c", "choice", R"("answerOption": [)" + coded("c", std::string(2'000, 'x')) + "]"))),
                   "item[0].answerOption[0].valueCoding: has a choice that is longer than 1000 bytes"));
    const auto form = imported(questionnaire(
        users, R"(, "contained": [{"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"concept": [)" +
                   concepts + "]}]}}]"));
    CHECK(form.module.items.size() == 1);
    CHECK(form.lists("u0: the question is left out: it has more than 250 choices"));
    concepts.clear();
    for (int i = 0; i < 250; ++i)
        concepts += std::string(i == 0 ? "" : ",") + R"({"code": "c)" + std::to_string(i) + "\"}";
    CHECK(one_says(
        faults_of(questionnaire(
            users, R"(, "contained": [{"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"concept": [)" +
                       concepts + "]}]}}]")),
        "item[81].answerValueSet: the questions have more than 20000 choices of value sets in all"));
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(60)); // without limits: hours, or no memory
}
