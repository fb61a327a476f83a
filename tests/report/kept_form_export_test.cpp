// Files of a visit whose form was kept with it, or not.
#include "a_bundle.hpp"
#include "report/csv_export.hpp"
#include "report/fhir_names.hpp"
#include "report/json_export.hpp"
#include <nlohmann/json.hpp>

namespace {

// Since the visit, every word and key became another, and one form went away.
struct AnOldVisit : AnExport {
    AnOldVisit() {
        auto form = std::make_shared<model::AskedForm>();
        form->hash.fill(0xAB);
        form->in["en"] = content;
        for (auto& [id, module] : form->in.at("en").modules)
            module.mark = "then";
        visit().form = std::move(form);
        for (auto& [id, module] : content.modules) {
            module.version = "72";
            for (auto& item : module.items)
                item.text = "Words that nobody read";
            for (auto& scale : module.scales)
                for (auto& key : scale.keys)
                    key.reversed = !key.reversed;
        }
        content.modules.erase({"bonds"});
    }
};

std::string tables(const report::CaseExport& input) {
    const auto visits = report::visits_of(input);
    REQUIRE(visits);
    return report::csv_rows(report::Table::answers, visits->front()) +
           report::csv_rows(report::Table::scores, visits->front());
}
std::string tables(const AnExport& visit) {
    return tables(visit.whole_case());
}

std::string without_form(std::string text) {
    for (const std::string from : {",abababababababab,yes\r\n", ",,yes\r\n"})
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from))
            text.replace(at, from.size(), "\r\n");
    return text;
}

bool holds(const std::string& all, std::string_view words) {
    return all.find(words) != std::string::npos;
}

}

TEST_CASE("tables have the words, keys and scores of the form that was kept, and name it") {
    const AnExport then;
    const AnOldVisit now;
    CHECK(holds(tables(now), ",abababababababab,yes\r\n"));
    CHECK(without_form(tables(now)) == without_form(tables(then)));
}

TEST_CASE("what was not recorded says so in every format") {
    AnExport visit;
    visit.visit().form_not_recorded = true;
    CHECK(holds(tables(visit), ",,no\r\n"));
    CHECK_FALSE(holds(tables(visit), ",yes\r\n"));
    const auto text = report::json_export(visit.whole_case());
    REQUIRE(text);
    const auto json = nlohmann::json::parse(*text);
    CHECK(json["visits"][0]["form_recorded"] == false);
    CHECK(json["visits"][0]["form"].is_null());
    CHECK(holds(bundle(visit.whole_case()), "form-not-recorded"));
    CHECK_FALSE(holds(bundle(AnExport().whole_case()), "form-not-recorded"));
}

TEST_CASE("a bundle names a form that was kept by another name than today's of its id and version") {
    AnOldVisit old;
    const auto& kept = old.visit().form->in.at("en").modules.at({"team"});
    auto same = kept;
    same.mark.clear();
    CHECK(report::questionnaire_url(kept) != report::questionnaire_url(same));
    const auto text = bundle(old.whole_case());
    CHECK(holds(text, report::questionnaire_url(kept)));
    CHECK_FALSE(holds(text, "Words that nobody read"));
}

TEST_CASE("a private answer that no form is there for stands in one partner's own bundle by its id") {
    AnExport visit;
    visit.private_a = model::PrivateRecord{.sitting = {7}, .partner = model::Partner::a, .answers = {}};
    visit.private_a->answers[{{"gone"}, {"fear"}}] = model::Written{"At night."};
    const auto text = bundle(visit.whole_case());
    CHECK(holds(text, "gone.fear"));
    CHECK(holds(text, "At night."));
}
