#include "report/fhir_bundle.hpp"
#include "model/form/privacy.hpp"
#include "report/fhir_questionnaire.hpp"
#include "report/fhir_records.hpp"
#include "report/iso_time.hpp"
#include "report/json_pieces.hpp"
#include "report/refused_parts.hpp"
#include <algorithm>
#include <set>

namespace report {

class FhirBundle::Writing {
public:
    Writing(const CaseExport& input, Names names, const std::vector<ExportVisit>& visits)
        : m_input(input), m_names(names), m_visits(visits),
          m_system(input.identifier_system.empty() ? urn_of({"chart codes", input.practice})
                                                   : input.identifier_system) {}

    std::string head() {
        m_bytes = m_pieces.head(
            {{"resourceType", "Bundle"}, {"type", "transaction"}, {"timestamp", utc_stamp(m_input.made_at)}});
        add_patients();
        add_questionnaires();
        return std::move(m_bytes);
    }
    std::string visit(const ExportVisit& visit) {
        m_bytes.clear();
        for (const model::Partner partner : both_partners)
            add_part(visit, partner);
        for (const RefusedPart& part : refused_parts(visit.visit))
            add_refused(visit, part);
        return std::move(m_bytes);
    }
    std::string tail() const { return m_pieces.tail(); }

private:
    // `if_none` finds it where it was brought before: then it is left as it is there (R4, conditional create).
    void add(const std::string& urn, Json resource, const std::string& if_none) {
        Json request{{"method", "POST"}, {"url", resource["resourceType"]}, {"ifNoneExist", if_none}};
        m_bytes +=
            m_pieces.element({{"fullUrl", urn}, {"resource", std::move(resource)}, {"request", std::move(request)}});
    }
    void add(const std::string& urn, Json resource) {
        add(urn, std::move(resource), "identifier=" + in_query(m_system) + "|" + id_of(urn));
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
            const auto code = fhir_text(m_input.file.chart_code) + (partner == model::Partner::a ? "-A" : "-B");
            const auto name =
                m_names == Names::given ? fhir_text(model::name_of(m_input.file, partner)) : std::string();
            add(patient_urn(partner), patient({patient_urn(partner), code, m_system, name}),
                "identifier=" + in_query(m_system) + "|" + in_query(code));
        }
    }

    // What one export says of a form is the same for both partners, so it holds private items when either asked-for
    // record does.
    void add_questionnaires() {
        std::vector<const model::Module*> done;
        for (const ExportVisit& visit : m_visits) {
            for (const model::Module* module : forms(visit)) {
                if (std::ranges::any_of(done, [&](const auto* one) { return *one == *module; })) continue;
                done.push_back(module);
                Json form = questionnaire(*module, any_private());
                if (!form.contains("item")) continue;
                for (Json& system : code_systems(*module, any_private()))
                    add_form(std::move(system));
                add_form(std::move(form));
            }
        }
    }

    // Known by its address; its place in the bundle has another, for that is replaced wherever it stands.
    void add_form(Json resource) {
        std::string found = "url=" + in_query(resource["url"].get<std::string>());
        if (resource["resourceType"] == "Questionnaire" && resource.contains("version"))
            found += "&version=" + in_query(resource["version"].get<std::string>());
        const auto urn = "urn:uuid:" + resource["id"].get<std::string>();
        if (m_forms.insert(urn).second) add(urn, std::move(resource), found);
    }

    bool any_private() const {
        return std::ranges::any_of(m_visits, [](const ExportVisit& visit) {
            return visit.private_a != nullptr || visit.private_b != nullptr;
        });
    }

    std::vector<const model::Module*> forms(const ExportVisit& visit) const {
        return model::forms_of(m_input.content, visit.visit, {visit.private_a, visit.private_b});
    }

    void add_part(const ExportVisit& visit, model::Partner partner) {
        const model::PartRecord& record = model::part_of(visit.visit, partner);
        const model::PrivateRecord* hidden = record_of(visit, partner);
        if (!record.content && hidden == nullptr) return;
        const auto sitting = std::to_string(visit.visit.sitting.value);
        const auto date = utc_stamp(visit.visit.date);
        FhirPart part{
            .visit = visit,
            .partner = partner,
            .urn = urn_of({"part", m_input.practice, m_input.file.chart_code, sitting, date, name_of(partner)}),
            .patient = patient_urn(partner),
            .encounter =
                urn_of({"encounter", m_input.practice, m_input.file.chart_code, sitting, date, name_of(partner)}),
            .system = m_system,
            .answers = public_answers(m_input.content, visit.visit, partner),
            .private_items = hidden != nullptr,
            .form_has_private = any_private()};
        if (hidden != nullptr) part.answers.insert(hidden->answers.begin(), hidden->answers.end());
        add(part.encounter, encounter(part));
        std::vector<std::string> made;
        const auto add_made = [&](const std::string& urn, Json resource) {
            made.push_back(urn);
            add(urn, std::move(resource));
        };
        std::vector<const model::Module*> answered;
        for (const model::Module* module : forms(visit)) {
            Json response = questionnaire_response(part, *module);
            if (response.is_null()) continue;
            answered.push_back(module);
            add_made(response_urn(part, *module), std::move(response));
            for (auto& [urn, consent] : consents(part, *module))
                add_made(urn, std::move(consent));
        }
        if (hidden != nullptr)
            if (Json response = unknown_response(part, *hidden); !response.is_null())
                add_made(unknown_urn(part), std::move(response));
        for (const ScoreRow& row : score_rows(visit))
            if (row.partner == partner && std::ranges::find(answered, row.module) != answered.end())
                add_made(observation_urn(part, row), observation(part, row));
        if (made.empty()) return;
        const bool for_both = std::ranges::any_of(answered, [](const auto* one) { return leaves_out_authors(*one); });
        const auto urn = urn_of({hidden != nullptr ? "provenance with private"
                                 : for_both        ? "provenance for both"
                                                   : "provenance",
                                 part.urn});
        add(urn, provenance(part, urn, m_input.practice, m_input.made_at, made),
            "_tag=" + in_query(m_system) + "|" + id_of(urn)); // R4 gives it no identifier
    }

    // What is not here is said: in a Basic, for a server keeps no OperationOutcome.
    void add_refused(const ExportVisit& visit, const RefusedPart& part) {
        const auto urn = urn_of({"unreadable", m_input.practice, m_input.file.chart_code,
                                 std::to_string(visit.visit.sitting.value), name_of(part.whose)});
        const auto what =
            fhir_text(local_day(visit.visit.date) + ", " + std::string(name_of(part.whose)) + ": " + part.why.words());
        Json json{{"resourceType", "Basic"}, {"id", id_of(urn)}};
        json["text"] = narrative(what);
        json["identifier"] = Json::array({{{"system", m_system}, {"value", id_of(urn)}}});
        json["code"] = {{"text", what}};
        if (part.whose && was_here(*part.whose)) json["subject"] = reference(patient_urn(*part.whose));
        json["created"] = utc_day(visit.visit.date);
        add(urn, std::move(json));
    }

    // A value in a search: what means something there is written as what it is not.
    static std::string in_query(std::string_view text) {
        constexpr std::string_view plain = "-._~:/";
        std::string out;
        for (const char c : text) {
            const bool same = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                              plain.find(c) != std::string_view::npos;
            if (same) {
                out += c;
            } else {
                constexpr std::string_view digits = "0123456789ABCDEF";
                const auto code = static_cast<unsigned char>(c);
                out += {'%', digits[code >> 4U], digits[code & 15U]};
            }
        }
        return out;
    }

    const CaseExport& m_input;
    Names m_names;
    const std::vector<ExportVisit>& m_visits;
    std::string m_system; // of chart codes and of all that is made here
    JsonPieces m_pieces{"entry"};
    std::set<std::string> m_forms; // that are there
    std::string m_bytes;
};

FhirBundle::FhirBundle(const CaseExport& input, Names names, const std::vector<ExportVisit>& visits)
    : m_writing(std::make_shared<Writing>(input, names, visits)) {}

std::string FhirBundle::head() {
    return m_writing->head();
}
std::string FhirBundle::visit(const ExportVisit& visit) {
    return m_writing->visit(visit);
}
std::string FhirBundle::tail() {
    return m_writing->tail();
}

core::Result<std::string> fhir_bundle(const CaseExport& input, Names names) {
    const auto visits = visits_of(input);
    if (!visits) return core::pass(visits.error());
    FhirBundle bundle(input, names, *visits);
    auto bytes = bundle.head();
    for (const ExportVisit& visit : *visits)
        bytes += bundle.visit(visit);
    return bytes + bundle.tail();
}

}
