#include "a_questionnaire.hpp"
#include "content/fhir/pattern.hpp"
#include "content/fhir/stated_range.hpp"
#include "model/scoring/scoring.hpp"
#include <cstdlib>
#include <map>

using namespace content_tests;

namespace {

const std::string formula_url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

std::string calculated(const std::string& formula) {
    return R"("extension": [{"url": ")" + formula_url +
           R"(", "valueExpression": {"language": "text/fhirpath", "expression": ")" + formula + "\"}}]";
}
std::string asked(const std::string& id) {
    return item(id, "choice", how_often);
}

std::vector<std::string> keys(const model::Scale& scale) {
    std::vector<std::string> ids;
    for (const auto& key : scale.keys)
        ids.push_back(key.item.value);
    return ids;
}

// The n-th choice of every keyed item; nothing for -1.
model::Answers answers_of(const model::Module& module, const std::vector<int>& places) {
    model::Answers answers;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& one = *model::find_item(module, module.scales.at(0).keys.at(i).item);
        answers[{module.id, one.id}] = places[i] < 0
                                           ? model::Answer(model::Skipped{})
                                           : model::Chosen{one.choices.at(static_cast<std::size_t>(places[i])).value};
    }
    return answers;
}

}

TEST_CASE("a mean whose formula says how many answers will do is scored with so many, and with no fewer") {
    const auto value = [](const std::string& id) { return "%resource.item.where(linkId = '" + id + "').answer.value"; };
    const auto each = [&](const std::string& counts) { // "@" is the answer
        std::string sum;
        for (const std::string id : {"a", "b", "c"}) {
            auto words = counts;
            for (auto at = words.find('@'); at != std::string::npos; at = words.find('@'))
                words.replace(at, 1, value(id));
            sum += (sum.empty() ? "" : " + ") + ("iif(" + value(id) + ".exists(), " + words + ", 0)");
        }
        return "(" + sum + ")";
    };
    const auto form_of = [&](const std::string& formula) {
        return imported_items(asked("a") + "," + asked("b") + "," + asked("c") +
                              R"(,{"linkId": "mean", "type": "decimal", "text": "Your score", "readOnly": true, )" +
                              calculated(formula) + "}");
    };
    const auto count = each("1"), sum = each("@.ordinal()");
    const auto form = form_of("iif(" + count + " >= 2, " + sum + " / " + count + ")");
    REQUIRE(form.module.scales.size() == 1);
    const auto& scale = form.module.scales[0];
    CHECK(scale.method == model::Method::mean);
    CHECK(form.lists("It is scored where 2 of them are answered."));
    CHECK(model::score(form.module, scale, answers_of(form.module, {2, -1, 1})).value == 1.5);
    CHECK_FALSE(model::score(form.module, scale, answers_of(form.module, {2, -1, -1})).value.has_value());
    // A sum over three, a count of something else, or a condition on one answer alone is no such mean.
    for (const auto& formula :
         {"iif(" + count + " >= 2, " + sum + " / 3)", "iif(" + each("2") + " >= 4, " + sum + " / " + count + ")",
          "iif(" + value("a") + ".exists(), " + sum + " / " + count + ")"}) {
        CAPTURE(formula);
        for (const auto& made : form_of(formula).module.scales)
            CHECK(made.least_answered == 3);
    }
}

TEST_CASE("a total whose formula is understood becomes a score that needs every answer") {
    const auto form =
        imported_items(asked("a") + "," + asked("b") +
                       R"(,{"linkId": "sum", "type": "decimal", "text": "Your score", "readOnly": true, )" +
                       calculated("%resource.item.answer.value.ordinal().sum()") + "}," + item("after", "string"));
    CHECK_FALSE(form.has("sum"));
    REQUIRE(form.module.scales.size() == 1);
    const auto& scale = form.module.scales[0];
    CHECK(scale.id.value == "sum");
    CHECK(scale.title == "Your score");
    CHECK(keys(scale) == std::vector<std::string>{"a", "b"});
    CHECK(scale.method == model::Method::sum);
    CHECK_FALSE(scale.prorate);
    CHECK(form.lists("sum: it is not asked; it is a score, the sum of a, b"));
    CHECK(model::score(form.module, scale, answers_of(form.module, {2, 1})).value == 3.0);
    CHECK_FALSE(model::score(form.module, scale, answers_of(form.module, {2, -1})).value.has_value());
    CHECK_FALSE(model::score(form.module, scale, {}).value.has_value());
}

TEST_CASE("a total without a formula is left out and never guessed") {
    for (const std::string& more :
         {std::string(R"("readOnly": true)"),
          std::string(R"("code": [{"system": "http://loinc.org", "code": "44261-6"}])"),
          R"("extension": [)" + extension("questionnaire-unit", R"("valueCoding": {"code": "{score}"})") + "]"}) {
        CAPTURE(more);
        const auto form =
            imported_items(asked("a") + "," + asked("b") +
                           R"(,{"linkId": "sum", "type": "decimal", "text": "Your score", )" + more + "}");
        CHECK_FALSE(form.has("sum"));
        CHECK(form.module.scales.empty());
        CHECK(form.lists("sum: the total is left out: the file has no formula for it"));
    }
}

TEST_CASE("a sum or a mean of one range is written as one, and what counts otherwise as points") {
    const auto made = [](const std::string& formula) {
        const auto form =
            imported_items(asked("a") + "," + asked("b") + "," + item("sum", "decimal", calculated(formula)));
        CAPTURE(form.all_lost());
        REQUIRE(form.module.scales.size() == 1);
        return form;
    };
    const std::string a = "%resource.item.where(linkId='a').answer.value.weight()",
                      b = "%resource.item.where(linkId='b').answer.value.weight()";
    const auto mean = made("(" + a + " + " + b + ") / 2");
    CHECK(mean.module.scales[0].method == model::Method::mean);
    CHECK(mean.module.scales[0].least_answered == 2);
    CHECK(mean.lists("sum: it is not asked; it is a score, the mean of a, b"));
    const auto turned = made(a + " + (2 - " + b + ")");
    CHECK(turned.module.scales[0].method == model::Method::sum);
    CHECK(turned.module.scales[0].keys[1].reversed);
    CHECK(turned.lists("sum: some of its answers count turned round"));
    const auto points = made(a + " + iif(" + b + " > 1, 5, 0) + 1");
    const auto& scale = points.module.scales[0];
    CHECK(scale.method == model::Method::points);
    CHECK(scale.uncertainty == model::Uncertainty::none);
    CHECK(scale.minimum == 1);
    CHECK(scale.maximum == 8);
    CHECK(points.lists("sum: it is not asked; it is a score, made of points for a, b, as its formula says"));
    CHECK(model::score(points.module, scale, answers_of(points.module, {2, 2})).value == 8.0);
    CHECK(model::score(points.module, scale, answers_of(points.module, {2, 1})).value == 3.0);
    CHECK_FALSE(model::score(points.module, scale, answers_of(points.module, {2, -1})).value.has_value());
    const auto count = made("%resource.item.where(linkId in ('a'|'b')).answer.count()");
    CHECK(count.lists("sum: it is not asked; it is a score, a count of which were answered of a, b"));
    CHECK(model::score(count.module, count.module.scales[0], answers_of(count.module, {0, -1})).value == 1.0);
    CHECK_FALSE(
        model::score(count.module, count.module.scales[0], answers_of(count.module, {-1, -1})).value.has_value());
}

TEST_CASE("a total that is not wholly understood is left out with the reason") {
    const std::string plain =
        item("plain", "choice", R"("answerOption": [)" + coded("p", "A") + "," + coded("q", "B") + "]");
    const std::string many = item("many", "choice", how_often + R"(, "repeats": true)");
    const std::string other = item("other", "choice", R"("answerValueSet": "http://example.org/elsewhere")");
    const auto left_out = [&](const std::string& formula, const std::string& text = "A total") {
        const auto form = imported_items(
            asked("a") + "," + asked("b") + "," + plain + "," + many + "," + other + "," + item("words", "string") +
            "," + item("inner", "decimal", calculated("%nobody")) +
            R"(,{"linkId": "sum", "type": "decimal", "text": ")" + text + "\", " + calculated(formula) + "}");
        CHECK(form.module.scales.empty());
        std::string why;
        for (const auto& line : form.lost)
            if (line.starts_with("sum: the total is left out: ")) why = line.substr(28);
        return why;
    };
    const auto of = [](const std::string& id) {
        return "%resource.item.where(linkId='" + id + "').answer.value.weight()";
    };
    const auto both = of("a") + " + " + of("b");
    for (const auto& [formula, why] : std::vector<std::pair<std::string, std::string>>{
             {of("a") + " * " + of("b"), "more than a sum"},
             {of("a") + " + iif(" + of("a") + " + " + of("b") + " > 2, 1, 0)", "what a total is decides"},
             {"iif(" + of("a") + " > " + of("b") + ", 1, 0)", "one answer decides what another counts"},
             {both + " + " + of("plain"), "counts \"plain\", whose choices have no values"},
             {both + " + " + of("many"), "counts \"many\", whose answers cannot be counted here"},
             {both + " + " + of("other"), "counts \"other\", which is left out"},
             {both + " + " + of("nobody"), "names no question"},
             {both + " + %resource.item.where(linkId='inner').answer.value",
              "uses %nobody, which the file does not define"},
             {both + " + %resource.item.where(linkId='sum').answer.value", "needs its own result"},
             {"%resource.item.where(linkId='words').answer.value.length() + " + of("a"), "uses length()"},
             {"iif(%resource.item.where(linkId='words').answer.exists(), " + both + ", {})",
              "its formula needs \"words\", which has no whole number of points here"},
             {"(" + both + ") / 3).round(1)", "goes on with"},
             {"((" + both + ") / 3).round(1)", "rounds its result"},
             {"%resource.item.where(type = 'choice').answer.value.weight().sum()", "no question"},
             {"%context.item.where(linkId = 'a').answer.value.weight().sum()", "no question"},
             {"item.where(linkId = 'a').answer.value.weight()", "begins at the total itself"},
             {"%resource.item.where(linkId.matches('^(?!b)')).answer.value.weight().sum()",
              "has a pattern that is not known"},
             {"%resource.item.where(linkId in ('a'|'b')).answer.value.weight().max()", "uses max()"},
             {"%resource.item.where(linkId in ('a'|'b')).answer.value.distinct().count()", "uses distinct()"},
             {"%resource.item.where(linkId in ('a'|'b')).count()", "counts questions and not their answers"},
             {"(" + of("a") + " | " + of("b") + ").sum()", "takes answers that are alike for one"},
             {"%resource.item.where(linkId in ('a'|'b')).answer.value.weight() + 1",
              "takes several answers where one belongs"},
             {"%resource.item.where(linkId in ('a'|'b')).answer.value.sum()",
              "counts with something that is no number"},
             {"%resource.item.where(linkId = 'a').answer.value.extension('" + ordinal_url + "').valueDecimal",
              "names no question"},
             {"today()", "begins at the total itself"},
             {"5", "gives the same number whatever is answered"},
             {"a +", "its formula"},
             {"'a", "has a quote that does not end"},
         }) {
        CAPTURE(formula);
        const auto said = left_out(formula);
        CAPTURE(said);
        CHECK(said.find(why) != std::string::npos);
    }
    CHECK(left_out(both, "Total (0-27)") == "its words say 0 to 27, and its formula gives 0 to 4");
    CHECK(left_out(both, "Total, from 1 to 4") == "its words say 1 to 4, and its formula gives 0 to 4");
    const auto spoken = imported_items(
        asked("a") + "," + item("sum", "decimal", with(calculated("Sum of a"), "text/fhirpath", "text/cql")));
    CHECK(spoken.lists("sum: the total is left out: its formula is written in text/cql and not in FHIRPath"));
    CHECK(imported_items(item("x", "string") + "," + item("sum", "integer", calculated("%score")))
              .lists("sum: the total is left out: its formula uses %score"));
}

TEST_CASE("a total says the range that its words say, with bands, dashes and words between") {
    using content::stated_range;
    const auto range = [](double low, double high) { return std::optional(std::pair(low, high)); };
    CHECK(stated_range("Total score (0-27)") == range(0, 27));
    CHECK(stated_range("PHQ-9 total (0\u201327)") == range(0, 27));
    CHECK(stated_range("Sum, 0 to 27") == range(0, 27));
    CHECK(stated_range("0-4 none, 5-9 mild, 10-21 severe") == range(0, 21));
    CHECK(stated_range("Mean [1.5 - 4]") == range(1.5, 4));
    CHECK(stated_range("From -3 to 3") == range(-3, 3));
    CHECK_FALSE(stated_range("PHQ-9 score").has_value());
    CHECK_FALSE(stated_range("GAD-7 total, item 3").has_value());
    CHECK_FALSE(stated_range("Total of the last 2 weeks").has_value());
    CHECK_FALSE(stated_range("").has_value());
}

TEST_CASE("patterns that choose linkIds match as they do elsewhere, and others are not guessed at") {
    using content::Match;
    const auto found = [](const char* text, const char* pattern) {
        return content::matches_pattern(text, pattern, Match::anywhere);
    };
    for (const auto& [text, pattern] : std::vector<std::pair<const char*, const char*>>{{"out1", "out[0-9]"},
                                                                                        {"phq-q03", "^phq-q0[1-9]$"},
                                                                                        {"q12", "^q(0[1-9]|1[0-2])$"},
                                                                                        {"a.b", "a\\.b"},
                                                                                        {"a1", "\\w\\d"},
                                                                                        {"aaa", "^a{2,3}$"},
                                                                                        {"ab", "a.?b"},
                                                                                        {"x-y", "[a-x]-[^x]"},
                                                                                        {"q1", "(?:q|r)\\d+?"},
                                                                                        {"", "^$"},
                                                                                        {"abc", ""},
                                                                                        {"aXb", "a[A-Z]*b"}})
        CHECK_MESSAGE(found(text, pattern) == true, text << " " << pattern);
    for (const auto& [text, pattern] : std::vector<std::pair<const char*, const char*>>{{"out", "out[0-9]"},
                                                                                        {"xphq-q03", "^phq"},
                                                                                        {"q13", "^q(0[1-9]|1[0-2])$"},
                                                                                        {"aab", "^a{3}"},
                                                                                        {"acb", "a\\.b"}})
        CHECK_MESSAGE(found(text, pattern) == false, text << " " << pattern);
    for (const char* pattern :
         {"(?!a)", "(a", "a)", "[a", "*a", "a**", "\\b", "a{2", "[z-a]", "\\1", "(?i)a", "a{9999}"})
        CHECK_MESSAGE(!found("a", pattern).has_value(), pattern);
    CHECK(content::matches_pattern("q1x", "q1", Match::whole) == false);
    CHECK(content::matches_pattern("q1", "q1", Match::whole) == true);
    const std::string many(400, 'a');
    CHECK(content::matches_pattern(many, "^(a*)*(a*)*(a*)*b$", Match::anywhere) == false);
}

TEST_CASE("the totals of the reference files are right or left out") {
    const char* folder = std::getenv("SAMESIDE_REFERENCE_DATA");
    if (folder == nullptr) {
        MESSAGE("skipped, SAMESIDE_REFERENCE_DATA is not set: the reference Questionnaires were not imported");
        return;
    }
    struct Row {
        const char* file;
        std::vector<std::pair<std::map<std::string, int>, std::map<std::string, std::optional<double>>>> cases;
    };
    const std::optional<double> none;
    const std::map<std::string, int> threes{{"w1", 3}, {"w2", 3}, {"w3", 3}, {"w4", 3}};
    const std::vector<Row> rows{
        {"a01-count-becomes-sum",
         {{threes, {{"n", 3}}},
          {{{"w1", 1}, {"w2", 1}, {"w3", 1}}, {{"n", 0}}},
          {{{"w1", 3}, {"w2", 3}}, {{"n", none}}}}},
        {"a02-answered-count-becomes-sum", {{threes, {{"n", 2}}}, {{{"w1", 0}}, {{"n", 1}}}}},
        {"a04-a-summand-without-values-is-left-out",
         {{{{"w1", 3}, {"w2", 4}, {"w3", 3}}, {{"sum", 9}}},
          {{{"w1", 3}, {"w2", 1}, {"w3", 3}}, {{"sum", 6}}},
          {{{"w1", 3}, {"w3", 3}}, {{"sum", none}}}}},
        {"a05-two-subscales-by-pattern",
         {{{{"out1", 3}, {"out2", 3}, {"in1", 3}, {"in2", 3}}, {{"s-out", 6}, {"s-in", 6}}},
          {{{"out1", 3}, {"out2", 3}, {"in1", 0}, {"in2", 0}}, {{"s-out", 6}, {"s-in", 0}}},
          {{{"out1", 3}, {"out2", 3}}, {{"s-out", 6}, {"s-in", none}}}}},
        {"a06-all-but-one",
         {{{{"w1", 3}, {"w2", 3}, {"w3", 3}, {"hard", 0}}, {{"sum", 9}}},
          {threes, {{"sum", 9}}},
          {{{"w1", 3}, {"w2", 3}}, {{"sum", none}}}}},
        {"a07-threshold-points",
         {{threes, {{"pts", 2}}}, {{{"w1", 1}, {"w2", 2}}, {{"pts", 1}}}, {{{"w1", 3}}, {{"pts", none}}}}},
        {"a08-constant-added",
         {{threes, {{"pts", 16}}}, {{{"w1", 0}, {"w2", 0}}, {{"pts", 10}}}, {{{"w1", 3}}, {{"pts", none}}}}},
        {"a09-one-question-twice",
         {{threes, {{"pts", 9}}}, {{{"w1", 3}, {"w2", 0}}, {{"pts", 6}}}, {{{"w2", 3}}, {{"pts", none}}}}},
        {"a11-total-of-a-total",
         {{threes, {{"s1", 6}, {"s2", 12}}}, {{{"w1", 3}, {"w2", 3}, {"w3", 3}}, {{"s1", 6}, {"s2", none}}}}},
        {"b03-numbers-in-a-total",
         {{threes, {{"sum", 6}}}, {{{"w1", 10}, {"w2", 4}}, {{"sum", 14}}}, {{{"w1", 3}}, {{"sum", none}}}}},
        {"b04-yes-counts-one",
         {{{{"w1", 1}, {"w2", 1}}, {{"sum", 2}}},
          {{{"w1", 1}, {"w2", 0}}, {{"sum", 1}}},
          {{{"w1", 1}}, {{"sum", none}}}}},
        {"b10-unequal-ranges",
         {{{{"w1", 3}, {"w2", 1}}, {{"sum", 4}}},
          {{{"w1", 0}, {"w2", 1}}, {{"sum", 1}}},
          {{{"w1", 3}}, {{"sum", none}}}}},
        {"b11-mean-of-items",
         {{threes, {{"m", 3}}}, {{{"w1", 3}, {"w2", 0}}, {{"m", 1.5}}}, {{{"w1", 3}}, {{"m", none}}}}},
        {"b12-weights-in-a-contained-code-system",
         {{{{"w1", 1}, {"w2", 1}}, {{"sum", 2}}},
          {{{"w1", 0}, {"w2", 1}}, {{"sum", 1}}},
          {{{"w1", 1}}, {{"sum", none}}}}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.file);
        content::JsonFaults faults(row.file);
        const auto file = std::filesystem::path(folder) / "fhir-inputs" / (std::string(row.file) + ".json");
        const auto made = content::import_fhir(file, {}, faults);
        REQUIRE(made.has_value());
        const auto form = loaded(*made);
        CAPTURE(form.all_lost());
        // By the place of the choice, or the number.
        for (const auto& [given, totals] : row.cases) {
            model::Answers answers;
            for (const auto& [id, place] : given) {
                if (!form.has(id)) continue;
                const auto& one = form[id];
                answers[{form.module.id, one.id}] =
                    model::Chosen{one.choices.empty() ? place : one.choices.at(static_cast<std::size_t>(place)).value};
            }
            for (const auto& [id, value] : totals) {
                CAPTURE(id);
                const auto scale = std::ranges::find(form.module.scales, core::ScaleId{id}, &model::Scale::id);
                REQUIRE(scale != form.module.scales.end());
                CHECK(model::score(form.module, *scale, answers).value == value);
            }
        }
    }
}

TEST_CASE("the reference depression screen imports, adds its own values and never scores a skip") {
    const char* folder = std::getenv("SAMESIDE_REFERENCE_DATA");
    if (folder == nullptr) {
        MESSAGE("skipped, SAMESIDE_REFERENCE_DATA is not set: the reference Questionnaire was not imported");
        return;
    }
    content::JsonFaults faults("reference");
    const auto made = content::import_fhir(std::filesystem::path(folder) / "fhir-r4-phq9.json", {}, faults);
    REQUIRE(made.has_value());
    const auto form = loaded(*made);
    CHECK(form.module.items.size() == 10);
    REQUIRE(form.module.scales.size() == 1);
    const auto& scale = form.module.scales[0];
    REQUIRE(scale.keys.size() == 9);
    CHECK(scale.minimum == 0);
    CHECK(scale.maximum == 3);
    const auto total = [&](const std::vector<int>& places) {
        return model::score(form.module, scale, answers_of(form.module, places)).value;
    };
    CHECK(total({0, 0, 0, 0, 0, 0, 0, 0, 0}) == 0.0);
    CHECK(total({3, 3, 3, 3, 3, 3, 3, 3, 3}) == 27.0);
    CHECK(total({1, 2, 3, 0, 1, 2, 0, 1, 2}) == 12.0);
    CHECK_FALSE(total({1, 2, 3, 0, 1, 2, 0, 1, -1}).has_value());
    CHECK_FALSE(total({0, 0, 0, 0, 0, 0, 0, 0, -1}).has_value());
    CHECK_FALSE(total({}).has_value());
    CHECK(std::ranges::count_if(form.lost, [](const auto& line) {
              return line.ends_with("it is required; here everybody may skip");
          }) == 8);
    CHECK(form.lists("the form: the file has no copyright text"));
    const auto private_form = [&] {
        content::JsonFaults none("reference");
        return content::import_fhir(std::filesystem::path(folder) / "fhir-r4-phq9.json",
                                    {.is_private = true, .id = "screen"}, none);
    }();
    REQUIRE(private_form.has_value());
    const auto kept = loaded(*private_form);
    CHECK(kept.module.id.value == "screen");
    CHECK(kept.module.is_private);
    CHECK(kept.module.scales.at(0).is_private);
}
