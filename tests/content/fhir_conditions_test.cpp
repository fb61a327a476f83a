#include "a_questionnaire.hpp"
#include "model/form/applies.hpp"

using namespace content_tests;
using model::Test;

namespace {

std::string when(const std::string& question, const std::string& test, const std::string& answer) {
    return R"({"question": ")" + question + R"(", "operator": ")" + test + R"(", )" + answer + "}";
}
std::string enabled(const std::string& conditions, const std::string& behavior = "") {
    return R"("enableWhen": [)" + conditions + "]" +
           (behavior.empty() ? "" : R"(, "enableBehavior": ")" + behavior + "\"");
}
const std::string above =
    item("n", "integer") + "," + item("c", "choice", how_often) + "," + item("y", "boolean") + "," +
    item("d", "decimal", R"("extension": [)" + extension("maxDecimalPlaces", R"("valueInteger": 1)") + "]") + "," +
    item("s", "string") + "," + item("m", "choice", R"("repeats": true, )" + how_often) + ",";

model::EnableWhen of(const std::string& conditions, const std::string& behavior = "") {
    return imported_items(above + item("q", "string", enabled(conditions, behavior)))["q"].enable_when;
}

}

TEST_CASE("every operator of enableWhen is kept") {
    using Expected = std::pair<const char*, Test>;
    for (const auto& [name, test] :
         {Expected{"=", Test::equals}, Expected{">", Test::above}, Expected{">=", Test::at_least},
          Expected{"<", Test::below}, Expected{"<=", Test::at_most}}) {
        CAPTURE(name);
        CHECK(of(when("n", name, R"("answerInteger": 5)")) == model::EnableWhen{{{{"n"}, test, 5}}, false});
    }
    CHECK(of(when("s", "exists", R"("answerBoolean": true)")) ==
          model::EnableWhen{{{{"s"}, Test::answered, 0}}, false});
    CHECK(of(when("s", "exists", R"("answerBoolean": false)")) ==
          model::EnableWhen{{{{"s"}, Test::unanswered, 0}}, false});
    CHECK(of(when("c", "=", R"("answerCoding": {"system": "s", "code": "o"})")) ==
          model::EnableWhen{{{{"c"}, Test::equals, 1}}, false});
    CHECK(of(when("m", "=", R"("answerCoding": {"code": "a"})")) ==
          model::EnableWhen{{{{"m"}, Test::equals, 2}}, false});
    CHECK(of(when("y", "=", R"("answerBoolean": true)")) == model::EnableWhen{{{{"y"}, Test::equals, 1}}, false});
    CHECK(of(when("d", ">", R"("answerDecimal": 2.5)")) == model::EnableWhen{{{{"d"}, Test::above, 25}}, false});
}

TEST_CASE("not equal holds without an answer, as FHIR says") {
    const auto not_often = of(when("c", "!=", R"("answerCoding": {"code": "o"})"));
    CHECK(not_often == model::EnableWhen{{{{"c"}, Test::differs, 1}, {{"c"}, Test::unanswered, 0}}, true});
    const auto form =
        imported_items(above + item("q", "string", enabled(when("c", "!=", R"("answerCoding": {"code": "o"})"))));
    const model::ItemRef c{form.module.id, {"c"}};
    CHECK(model::applies(form.module, form["q"], {}));
    CHECK(model::applies(form.module, form["q"], {{c, model::Chosen{2}}}));
    CHECK_FALSE(model::applies(form.module, form["q"], {{c, model::Chosen{1}}}));
}

TEST_CASE("all and any are kept, and a condition that is lost never hides a question") {
    const auto five = when("n", "=", R"("answerInteger": 5)"), yes = when("y", "=", R"("answerBoolean": true)");
    const auto unknown = when("gone", "=", R"("answerBoolean": true)"), text = when("s", "=", R"("answerString": "x")");
    CHECK(of(five + "," + yes, "all").conditions.size() == 2);
    CHECK_FALSE(of(five + "," + yes, "all").any);
    CHECK(of(five + "," + yes, "any").any);
    CHECK(of(five + "," + unknown, "all").conditions.size() == 1);
    CHECK(of(five + "," + text, "any").conditions.empty());
    CHECK(of(when("q", "exists", R"("answerBoolean": true)")).conditions.empty());
    const auto form = imported_items(above + item("q", "string", enabled(unknown + "," + text, "any")));
    CHECK(form.lists("q: its condition on \"gone\" (enableWhen): is not asked before it"));
    CHECK(form.lists("q: its condition on \"s\" (enableWhen): cannot be compared so here"));
}

TEST_CASE("a group's condition is that of each of its questions") {
    const auto form =
        imported_items(above + R"({"linkId": "g", "type": "group", "text": "More", )" +
                       enabled(when("y", "=", R"("answerBoolean": true)")) + R"(, "item": [)" + item("a", "string") +
                       "," + item("b", "string", enabled(when("n", ">", R"("answerInteger": 1)"))) + "]}");
    CHECK(form["a"].enable_when.conditions.size() == 1);
    CHECK(form["b"].enable_when.conditions.size() == 2);
    CHECK(form["g-text"].enable_when == form["a"].enable_when);
}
