// What a Questionnaire says of itself by labels and codes of FHIR: what is private, what is signed or agreed to.
#include "a_questionnaire.hpp"
#include "model/form/privacy.hpp"

using namespace content_tests;
using model::ItemKind;

namespace {

std::string labelled(const std::string& code) {
    return R"({"url": "http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label",
        "valueCoding": {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": ")" +
           code + "\"}}";
}
std::string with_extension(const std::string& one) {
    return R"("extension": [)" + one + "]";
}
std::string when(const std::string& question) {
    return R"("enableWhen": [{"question": ")" + question + R"(", "operator": "exists", "answerBoolean": true}])";
}

}

TEST_CASE("what a security label restricts is private, with all that stands in it, and nothing depends on it") {
    const auto form = imported_items(
        item("open", "string") + R"(,{"linkId": "g", "type": "group", "text": "A group of questions.", )" +
        with_extension(labelled("R")) + R"(, "item": [)" + item("within", "choice", how_often) + "," +
        item("asked", "string", when("open")) + "]}," + item("own", "string", with_extension(labelled("V"))) + "," +
        item("usual", "string", with_extension(labelled("N"))) + "," + item("after", "string", when("within")));
    CHECK_FALSE(form.module.is_private);
    for (const char* id : {"within", "asked", "own"})
        CHECK_MESSAGE(form[id].is_private, id);
    for (const char* id : {"open", "usual", "after"})
        CHECK_MESSAGE(!form[id].is_private, id);
    CHECK(form["asked"].enable_when.conditions.empty());
    CHECK(form.lists("asked: its condition (enableWhen): a private question is always asked"));
    CHECK(form["after"].enable_when.conditions.empty());
    CHECK(form.lists("after: its condition on \"within\" (enableWhen): is private"));
    CHECK(form.lists("usual: extension http://hl7.org/fhir/uv/security-label-ds4p"));
}

TEST_CASE("a score of something private is private") {
    const std::string total =
        R"json({"linkId": "sum", "type": "integer", "text": "Total score", "readOnly": true, "extension": [
             {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
              "valueExpression": {"language": "text/fhirpath",
               "expression": "%resource.item.answer.value.ordinal().sum()"}}]})json";
    const auto form = imported_items(item("a", "choice", how_often + ", " + with_extension(labelled("R"))) + "," +
                                     item("b", "choice", how_often) + "," + total);
    REQUIRE(form.module.scales.size() == 1);
    CHECK(is_private(form.module, form.module.scales[0]));
}

TEST_CASE("a file that is restricted as a whole is a private form, unless its items say which") {
    const std::string security = R"(, "meta": {"security": [
        {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"}]})";
    const auto whole = imported(questionnaire(item("a", "string"), security));
    CHECK(whole.module.is_private);
    CHECK(whole.lists("the form: the file is restricted (meta.security), and so the whole form is private"));
    const auto some = imported(
        questionnaire(item("a", "string") + "," + item("b", "string", with_extension(labelled("R"))), security));
    CHECK_FALSE(some.module.is_private);
    CHECK_FALSE(some["a"].is_private);
    CHECK(some["b"].is_private);
}

TEST_CASE("a line that has to be signed is signed, and a consent is a tick") {
    const auto signature = with_extension(
        extension("questionnaire-signatureRequired", R"("valueCodeableConcept": {"text": "Consent Signature"})"));
    const auto form = imported_items(
        item("sign", "string", signature) + "," + item("often", "choice", how_often + ", " + signature) + "," +
        item("agree", "boolean", R"("code": [{"system": "http://loinc.org", "code": "59284-0"}])") + "," +
        item("other", "boolean"));
    CHECK(form["sign"].kind == ItemKind::signature);
    CHECK(form["often"].kind == ItemKind::choice);
    CHECK(form.lists("often: extension http://hl7.org/fhir/StructureDefinition/questionnaire-signatureRequired"));
    CHECK(form["agree"].kind == ItemKind::consent);
    CHECK(form.lists("agree: it is a consent (LOINC 59284-0)"));
    CHECK(form["other"].kind == ItemKind::choice);
}
