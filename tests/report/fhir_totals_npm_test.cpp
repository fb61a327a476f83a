// Every total that an import keeps is what FHIRPath makes of the file's own formula, whatever is answered.
#include "content/fhir/import.hpp"
#include "content/forms/module_file.hpp"
#include "model/form/applies.hpp"
#include "model/scoring/scoring.hpp"
#include "npm_packages.hpp"
#include "support/made_up_totals.hpp"
#include <algorithm>
#include <cstdlib>
#include <random>

namespace {

using Json = nlohmann::json;

struct Question {
    core::ItemId id;
    std::string link_id;
    std::vector<Json> answers; // as fhir_totals.js wants them, in the order of the item's own
};

std::string linked(const std::string& note) {
    return note.substr(8); // "linkId: q1"
}

// A form, the questions of it that a total may count, and what stands in the file for each of their answers.
class Totals {
public:
    explicit Totals(const std::string& json) : m_json(Json::parse(json)) {
        content::JsonFaults faults("form.json");
        const auto source = content::fhir_questionnaire(m_json, faults);
        REQUIRE(source);
        const auto form = content::fhir_form(*source, {}, faults);
        const auto made = content::import_fhir_text(json, {}, faults);
        REQUIRE(made);
        content::Diagnostics diagnostics("form.toml");
        const auto root = content::parse_toml(made->toml, diagnostics);
        auto read = root ? content::module_from(*root, made->id.value, diagnostics) : std::nullopt;
        REQUIRE(read);
        m_module = std::move(*read);
        for (const auto& [id, note] : form->written.scale_notes)
            m_totals.emplace_back(id, linked(note));
        for (const auto& item : m_module.items)
            if (content::can_be_scored(item)) add(item);
    }

    std::size_t count() const { return m_totals.size(); }
    bool has(const std::string& link_id) const {
        return std::ranges::any_of(m_totals, [&](const auto& total) { return total.second == link_id; });
    }

    // `many` sets of random answers; first of all each with every question answered in the same place.
    void check(int many) const {
        std::mt19937 dice{4711};
        std::vector<model::Answers> all;
        Json cases{{"questionnaire", m_json}, {"responses", Json::array()}};
        for (int i = 0; i < many; ++i) {
            model::Answers answers;
            Json given = Json::object();
            for (const auto& question : m_questions) {
                const auto last = question.answers.size() - 1;
                const auto place = i < 12 ? std::min<std::size_t>(static_cast<std::size_t>(i) * last / 11, last)
                                          : std::uniform_int_distribution<std::size_t>(0, last)(dice);
                if (i >= 12 && i % 3 == 0 && dice() % 5 == 0) continue;
                const auto& item = *model::find_item(m_module, question.id);
                const int value =
                    item.choices.empty() ? item.minimum + static_cast<int>(place) : item.choices[place].value;
                answers[{m_module.id, item.id}] = model::Chosen{value};
                given[question.link_id] = question.answers[place];
            }
            all.push_back(std::move(answers));
            cases["responses"].push_back(std::move(given));
        }
        const Folder folder;
        std::ofstream(folder / "cases.json") << cases.dump();
        const auto lines =
            output_of("node " SAMESIDE_SOURCE_DIR "/tests/report/npm/fhir_totals.js " SAMESIDE_NPM_DIR " '" +
                      (folder / "cases.json").string() + "' 2>&1 || echo the reader failed");
        std::istringstream stream(lines);
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::string line;
            std::getline(stream, line);
            CAPTURE(cases["responses"][i].dump());
            REQUIRE_MESSAGE(Json::accept(line), lines);
            compare(all[i], Json::parse(line));
        }
    }

private:
    void add(const model::Item& item) {
        Question question{item.id, item.origin.link_id, {}};
        const auto* source = find(m_json["item"], question.link_id);
        REQUIRE(source != nullptr);
        if (item.choices.empty()) {
            for (int value = item.minimum; value <= item.maximum; ++value)
                question.answers.push_back({{"number", value}});
        } else if ((*source)["type"] == "boolean") {
            question.answers = {{{"truth", false}}, {{"truth", true}}};
        } else {
            for (const auto& choice : item.choices) // a text has no code, and keeps its place
                question.answers.push_back(
                    {{"option", choice.code.empty() ? question.answers.size() : place_of(*source, choice.code)}});
        }
        m_questions.push_back(std::move(question));
    }
    std::size_t place_of(const Json& source, const std::string& code) const {
        std::vector<std::string> codes;
        if (source.contains("answerOption"))
            for (const auto& option : source["answerOption"])
                codes.push_back(option["valueCoding"]["code"]);
        else
            for (const auto& contained : m_json["contained"])
                if (contained["resourceType"] == "ValueSet")
                    for (const auto& concept_here : contained["compose"]["include"][0]["concept"])
                        codes.push_back(concept_here["code"]);
        const auto found = std::ranges::find(codes, code);
        REQUIRE(found != codes.end());
        return static_cast<std::size_t>(found - codes.begin());
    }
    static const Json* find(const Json& items, const std::string& link_id) {
        for (const auto& item : items) {
            if (item["linkId"] == link_id) return &item;
            if (!item.contains("item")) continue;
            if (const auto* found = find(item["item"], link_id)) return found;
        }
        return nullptr;
    }
    void compare(const model::Answers& answers, const Json& values) const {
        for (const auto& [id, link_id] : m_totals) {
            const auto scale = std::ranges::find(m_module.scales, id, &model::Scale::id);
            REQUIRE(scale != m_module.scales.end());
            const auto made = model::score(m_module, *scale, answers);
            const auto& value = values.at(link_id);
            CAPTURE(link_id);
            CAPTURE(value.dump());
            if (made.value) {
                REQUIRE(value.is_number());
                CHECK(*made.value == doctest::Approx(value.get<double>()).epsilon(1e-9));
            }
            // Nothing is withheld but for what was skipped.
            if (answers.size() == m_questions.size()) CHECK(made.value.has_value());
        }
    }

    Json m_json;
    model::Module m_module;
    std::vector<std::pair<core::ScaleId, std::string>> m_totals;
    std::vector<Question> m_questions;
};

}

TEST_CASE("every total that was made up is imported, and is what FHIRPath makes of the file's formula") {
    const bool npm = packages_are_there();
    for (const auto& form : support::made_up_totals()) {
        CAPTURE(form.what);
        const Totals totals(form.json);
        for (const auto& link_id : form.totals)
            CHECK_MESSAGE(totals.has(link_id), link_id);
        if (npm) totals.check(150);
    }
}

TEST_CASE("every total of the reference files is what FHIRPath makes of the file's formula") {
    const char* folder = std::getenv("SAMESIDE_REFERENCE_DATA");
    if (folder == nullptr) {
        MESSAGE("skipped, SAMESIDE_REFERENCE_DATA is not set: no reference Questionnaire was read");
        return;
    }
    if (!packages_are_there()) return;
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(folder) / "fhir-inputs")) {
        const auto name = entry.path().filename().string();
        if (entry.path().extension() != ".json" || name.starts_with("b08")) continue; // refused as a whole
        CAPTURE(name);
        const Totals totals(bytes_of(entry.path()));
        count += totals.count();
        if (totals.count() > 0) totals.check(100);
    }
    CHECK(count >= 16);
    Totals(bytes_of(std::filesystem::path(folder) / "fhir-r4-phq9.json")).check(100);
}
