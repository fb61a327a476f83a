// The bundle as a parser, a validator and an expression language from npm read it; tests/run installs them.
#include "a_bundle.hpp"
#include "content/forms/content.hpp"
#include "model/form/applies.hpp"
#include "npm_packages.hpp"
#include "report/fhir_names.hpp"
#include "support/made_up_visits.hpp"
#include <cmath>
#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using report::Json;

std::string read_by_npm(const std::string& text, const std::string& expressions = {}) {
    const Folder folder;
    std::ofstream(folder / "bundle.json") << text;
    std::ofstream(folder / "expressions") << expressions;
    return output_of("node " SAMESIDE_SOURCE_DIR "/tests/report/npm/fhir_read.js " SAMESIDE_NPM_DIR " '" +
                     (folder / "bundle.json").string() + "' " +
                     (expressions.empty() ? "" : "'" + (folder / "expressions").string() + "'") +
                     " 2>&1 || echo the reader failed");
}

// What FHIRPath should take out of a bundle; check() has it done.
class Expected {
public:
    explicit Expected(std::string chart_code) : m_chart_code(std::move(chart_code)) {}

    void score(model::Partner partner, const model::Module& module, const model::Score& score) {
        of(partner, "Observation",
           fmt::format("code.coding.where(system = '{}' and code = '{}').exists()", report::questionnaire_url(module),
                       score.scale.value),
           "value.value", score.value ? Json::array({*score.value}) : Json::array());
    }
    // `rest` of the item, or of one direction of it.
    void item(model::Partner partner, const model::Module& module, const std::string& link, const char* rest,
              Json value) {
        of(partner, "QuestionnaireResponse",
           fmt::format("questionnaire.startsWith('{}')", report::questionnaire_url(module)),
           fmt::format("repeat(item).where(linkId = '{}').{}", link, rest), std::move(value));
    }
    void answer(model::Partner partner, const model::Module& module, const model::Item& item,
                const model::Answer& given);

    void check(const std::string& text) const {
        const std::string found = read_by_npm(text, m_expressions);
        std::istringstream expressions(m_expressions), lines(found);
        for (const Json& value : m_values) {
            std::string expression, line;
            REQUIRE(std::getline(expressions, expression));
            CAPTURE(expression);
            std::getline(lines, line);
            REQUIRE_MESSAGE(Json::accept(line), found);
            CHECK(Json::parse(line) == value);
        }
    }
    std::size_t size() const { return m_values.size(); }

private:
    // In the resources of one partner that are as `which` says.
    void of(model::Partner partner, const char* type, const std::string& which, const std::string& rest, Json value) {
        m_expressions += fmt::format(
            "entry.resource.ofType({}).where(subject.reference = %resource.entry.where(resource.identifier.value = "
            "'{}-{}').fullUrl and {}).{}\n",
            type, m_chart_code, partner == model::Partner::a ? "A" : "B", which, rest);
        m_values.push_back(std::move(value));
    }

    std::string m_chart_code, m_expressions;
    std::vector<Json> m_values;
};

void Expected::answer(model::Partner partner, const model::Module& module, const model::Item& item,
                      const model::Answer& given) {
    const auto code = [](int value) { return Json::array({std::to_string(value)}); };
    const auto way = [&](const std::optional<int>& value, const char* name) {
        this->item(partner, module, item.id.value + name, "answer.value.code", value ? code(*value) : Json::array());
    };
    const auto plain = [&](Json value) {
        this->item(partner, module, item.id.value, "answer.value", std::move(value));
    };
    if (const auto* both = std::get_if<model::BothWays>(&given)) {
        way(both->toward_me, ".toward_me");
        way(both->from_me, ".from_me");
    } else if (const auto* set = std::get_if<model::ChosenSet>(&given)) {
        Json codes = Json::array();
        for (const int value : set->values)
            codes.push_back(std::to_string(value));
        this->item(partner, module, item.id.value, "answer.value.code", std::move(codes));
    } else if (const auto* chosen = std::get_if<model::Chosen>(&given); chosen != nullptr) {
        if (item.kind == model::ItemKind::choice)
            this->item(partner, module, item.id.value, "answer.value.code", code(chosen->value));
        else if (item.decimals > 0)
            plain(Json::array({chosen->value / std::pow(10.0, item.decimals)}));
        else
            plain(Json::array({chosen->value}));
    } else if (const auto* written = std::get_if<model::Written>(&given)) {
        plain(Json::array({written->text}));
    } else if (const auto* consented = std::get_if<model::Consented>(&given)) {
        plain(Json::array({consented->agreed}));
    } else if (std::holds_alternative<model::Skipped>(given) || std::holds_alternative<model::PreferredNot>(given)) {
        plain(Json::array());
    }
}

}

TEST_CASE("a validator of others finds nothing wrong in a bundle, and XML loses nothing of it") {
    if (!packages_are_there()) return;
    AnExport visit;
    CHECK(read_by_npm(bundle(visit.whole_case())) == "");
    visit.private_a = visit.private_record(model::Partner::a, 3);
    visit.private_b = visit.private_record(model::Partner::b, 1);
    visit.of_a("about", "child") = model::Chosen{1};
    visit.of_a("about", "school") = model::Written{"By the river"};
    CHECK(read_by_npm(bundle(visit.whole_case(), report::Names::given)) == "");

    auto read = content::load(SAMESIDE_SOURCE_DIR "/content");
    REQUIRE(read);
    const support::MadeUpVisits visits(std::move(*read));
    for (int number = 0; number < 3; ++number) {
        const auto one = visits.case_of(number);
        CHECK(read_by_npm(
                  bundle({.content = visits.content(), .file = one, .practice = "P", .made_at = AChart::at(5)})) == "");
    }
}

TEST_CASE("that validator does find what is wrong") {
    if (!packages_are_there()) return;
    const AnExport visit;
    const auto json = Json::parse(bundle(visit.whole_case()));
    const auto said_of = [&](const char* type, auto&& change) {
        Json changed = json;
        for (auto& entry : changed["entry"])
            if (entry["resource"]["resourceType"] == type) change(entry["resource"]);
        return read_by_npm(changed.dump());
    };
    CHECK(says(said_of("Observation", [](Json& one) { one["status"] = "perhaps"; }), "not found in value set"));
    CHECK(says(said_of("Observation", [](Json& one) { one.erase("code"); }), "Missing property"));
    CHECK(says(said_of("Observation", [](Json& one) { one["valueDecimal"] = 1; }), "Unexpected property"));
    CHECK(says(said_of("Patient", [](Json& one) { one["identifier"] = "RG"; }), "not an array"));
    CHECK(says(said_of("QuestionnaireResponse", [](Json& one) { one["authored"] = "March"; }), "Invalid dateTime"));
    CHECK(says(said_of("Questionnaire", [](Json& one) { one["resourceType"] = "Form"; }), "not a valid resource"));
}

TEST_CASE("FHIRPath takes every public answer and score of both partners out of a bundle as they were given") {
    if (!packages_are_there()) return;
    auto read = content::load(SAMESIDE_SOURCE_DIR "/content");
    REQUIRE(read);
    const support::MadeUpVisits visits(std::move(*read));
    const auto one = visits.case_of(2);
    Expected expected(one.chart_code);
    for (const auto partner : {model::Partner::a, model::Partner::b}) {
        const auto& answers = model::part_of(one.visits[0], partner).content->answers;
        for (const auto& id : visits.content().packets.front().modules) {
            const model::Module& module = visits.content().modules.at(id);
            const auto asked = model::which_apply(module, answers);
            for (std::size_t i = 0; i < module.items.size(); ++i)
                if (const auto given = answers.find({id, module.items[i].id}); given != answers.end() && asked[i])
                    expected.answer(partner, module, module.items[i], given->second);
            for (const auto& score : model::score_all(module, answers))
                expected.score(partner, module, score);
        }
    }
    CHECK(expected.size() > 100);
    expected.check(bundle({.content = visits.content(), .file = one, .practice = "P", .made_at = AChart::at(5)}));
}

TEST_CASE("FHIRPath finds both ways of an answer, why one is missing, and private ones only where they were chosen") {
    if (!packages_are_there()) return;
    AnExport visit;
    const auto& modules = visit.content.modules;
    const auto none = Json::array();
    constexpr auto a = model::Partner::a, b = model::Partner::b;
    Expected plain("RG-2041"), with("RG-2041");
    for (auto* expected : {&plain, &with}) {
        expected->item(a, modules.at({"wear"}), "lying.toward_me", "answer.value.code", Json::array({"2"}));
        expected->item(a, modules.at({"wear"}), "lying.from_me", "answer.exists()", Json::array({false}));
        expected->item(a, modules.at({"about"}), "sleep", "answer.value", Json::array({6.5}));
        expected->item(a, modules.at({"about"}), "help", "answer.value.code", Json::array({"1", "2"}));
        expected->item(a, modules.at({"about"}), "since", "extension.value", Json::array({"asked-declined"}));
        expected->item(b, modules.at({"team"}), "t1", "answer.value.display", Json::array({"Neither"}));
        expected->item(b, modules.at({"team"}), "t2", "exists()", Json::array({true})); // skipped
        expected->item(b, modules.at({"team"}), "t2", "extension", none);
        expected->item(b, modules.at({"team"}), "t2", "answer", none);
        expected->item(b, modules.at({"team"}), "t3", "extension.value", Json::array({"not-asked"}));
        expected->item(b, modules.at({"steady"}), "afraid", "exists()", Json::array({false}));
        for (const auto partner : {a, b})
            for (const auto& score :
                 model::score_all(modules.at({"team"}), model::part_of(visit.visit(), partner).content->answers))
                expected->score(partner, modules.at({"team"}), score);
    }
    plain.item(a, modules.at({"steady"}), "afraid", "exists()", Json::array({false}));
    plain.item(a, modules.at({"wear"}), "verbal", "exists()", Json::array({false}));
    plain.check(bundle(visit.whole_case()));

    visit.private_a = visit.private_record(a, 3);
    with.item(a, modules.at({"steady"}), "afraid", "answer.value.code", Json::array({"3"}));
    with.item(a, modules.at({"steady"}), "words", "answer.value", Json::array({"Only the therapist reads this."}));
    with.item(a, modules.at({"wear"}), "verbal.toward_me", "answer.value.code", Json::array({"3"}));
    with.item(a, modules.at({"wear"}), "verbal.from_me", "answer.value.code", Json::array({"1"}));
    with.check(bundle(visit.whole_case()));
}
