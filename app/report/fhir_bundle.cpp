#include "report/fhir_bundle.hpp"
#include "report/fhir_questionnaire.hpp"
#include "report/fhir_response.hpp"
#include "report/iso_time.hpp"
#include "report/refused_parts.hpp"
#include <algorithm>

namespace report {
namespace {

class Bundle {
public:
    Bundle(const CaseExport& input, Names names, const std::vector<ExportVisit>& visits)
        : m_input(input), m_names(names), m_visits(visits) {}

    std::string bytes() {
        add_patients();
        add_questionnaires();
        for (const ExportVisit& visit : m_visits) {
            for (const model::Partner partner : both_partners)
                add_part(visit, partner);
            for (const RefusedPart& part : refused_parts(visit.visit))
                add_refused(visit, part);
        }
        Json bundle{{"resourceType", "Bundle"}, {"type", "collection"}, {"timestamp", utc_stamp(m_input.made_at)}};
        if (!m_entries.empty()) bundle["entry"] = std::move(m_entries);
        return bundle.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    }

private:
    void add(const std::string& urn, Json resource) {
        m_entries.push_back({{"fullUrl", urn}, {"resource", std::move(resource)}});
    }

    std::string patient_urn(model::Partner partner) const {
        return urn_of({"patient", m_input.practice, m_input.file.chart_code, name_of(partner)});
    }

    bool was_here(model::Partner partner) const {
        return std::ranges::any_of(m_visits, [&](const ExportVisit& visit) {
            return model::part_of(visit.visit, partner).content || record_of(visit, partner) != nullptr;
        });
    }

    void add_patients() {
        for (const model::Partner partner : both_partners) {
            if (!was_here(partner)) continue;
            Json patient{{"resourceType", "Patient"}, {"id", id_of(patient_urn(partner))}};
            const std::string code = fhir_text(m_input.file.chart_code) + (partner == model::Partner::a ? "-A" : "-B");
            patient["identifier"] = Json::array({{{"type", {{"text", "Chart code"}}}, {"value", code}}});
            const std::string name = fhir_text(model::name_of(m_input.file, partner));
            if (m_names == Names::given && !name.empty()) patient["name"] = Json::array({{{"text", name}}});
            add(patient_urn(partner), std::move(patient));
        }
    }

    // What one export says of a form is the same for both partners, so it holds private items when either asked-for
    // record does.
    void add_questionnaires() {
        const bool private_items = std::ranges::any_of(m_visits, [](const ExportVisit& visit) {
            return visit.private_a != nullptr || visit.private_b != nullptr;
        });
        std::vector<const model::Module*> done;
        for (const ExportVisit& visit : m_visits) {
            for (const model::Module* module : forms(visit)) {
                if (std::ranges::any_of(done, [&](const auto* one) { return *one == *module; })) continue;
                done.push_back(module);
                Json form = questionnaire(*module, private_items);
                if (form.contains("item")) add(questionnaire_urn(*module), std::move(form));
            }
        }
    }

    std::vector<const model::Module*> forms(const ExportVisit& visit) const {
        return model::forms_of(m_input.content, visit.visit, {visit.private_a, visit.private_b});
    }

    void add_part(const ExportVisit& visit, model::Partner partner) {
        const model::PartRecord& record = model::part_of(visit.visit, partner);
        const model::PrivateRecord* hidden = record_of(visit, partner);
        if (!record.content && hidden == nullptr) return;
        FhirPart part{
            .visit = visit,
            .partner = partner,
            .urn = urn_of({"part", m_input.practice, m_input.file.chart_code, std::to_string(visit.visit.sitting.value),
                           utc_stamp(visit.visit.date), name_of(partner)}),
            .patient = patient_urn(partner),
            .answers = public_answers(m_input.content, visit.visit, partner),
            .private_items = hidden != nullptr};
        if (hidden != nullptr) part.answers.insert(hidden->answers.begin(), hidden->answers.end());
        std::vector<const model::Module*> answered;
        for (const model::Module* module : forms(visit)) {
            Json response = questionnaire_response(part, *module);
            if (response.is_null()) continue;
            answered.push_back(module);
            add(response_urn(part, *module), std::move(response));
        }
        if (hidden != nullptr)
            if (Json response = unknown_response(part, *hidden); !response.is_null())
                add(unknown_urn(part), std::move(response));
        for (const ScoreRow& row : score_rows(visit))
            if (row.partner == partner && std::ranges::find(answered, row.module) != answered.end())
                add(observation_urn(part, row), observation(part, row));
    }

    // What is not here is said: an OperationOutcome (FHIR R4) in the place of the part.
    void add_refused(const ExportVisit& visit, const RefusedPart& part) {
        const auto urn = urn_of({"unreadable", m_input.practice, m_input.file.chart_code,
                                 std::to_string(visit.visit.sitting.value), name_of(part.whose)});
        const auto what = local_day(visit.visit.date) + ", " + std::string(name_of(part.whose)) + ": ";
        Json issue{{"severity", "error"}, {"code", "incomplete"}, {"diagnostics", fhir_text(what + part.why.words())}};
        add(urn,
            {{"resourceType", "OperationOutcome"}, {"id", id_of(urn)}, {"issue", Json::array({std::move(issue)})}});
    }

    const CaseExport& m_input;
    Names m_names;
    const std::vector<ExportVisit>& m_visits;
    Json m_entries = Json::array();
};

}

core::Result<std::string> fhir_bundle(const CaseExport& input, Names names) {
    const auto visits = visits_of(input);
    if (!visits) return core::pass(visits.error());
    return Bundle(input, names, *visits).bytes();
}

}
