#include "report/json_export.hpp"
#include "core/hex.hpp"
#include "model/form/privacy.hpp"
#include "report/answer_value.hpp"
#include "report/iso_time.hpp"
#include "report/refused_parts.hpp"

namespace report {
namespace {

template<class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

std::string_view name_of_status(model::PartStatus status) {
    switch (status) {
    case model::PartStatus::absent:
        return "absent";
    case model::PartStatus::not_started:
        return "not_started";
    case model::PartStatus::open:
        return "open";
    case model::PartStatus::sealed:
        return "sealed";
    }
    return {};
}

Json part(const ExportVisit& visit, model::Partner partner) {
    const model::PartRecord& record = model::part_of(visit.visit, partner);
    Json json{{"partner", name_of(partner)},
              {"status", name_of_status(record.status)},
              {"sealed_at", record.sealed_at ? Json(utc_stamp(*record.sealed_at)) : Json(nullptr)}};
    if (!record.problem.empty()) json["unreadable"] = true;
    json["readers_named"] = record.content ? record.content->basis.readers : std::vector<std::string>();
    json["private_included"] = record_of(visit, partner) != nullptr;
    return json;
}

Json parts(const ExportVisit& visit, std::optional<model::Partner> whose) {
    Json list = Json::array();
    for (const model::Partner partner : both_partners)
        if (!whose || partner == *whose) list.push_back(part(visit, partner));
    return list;
}

Json unreadable(const ExportVisit& visit) {
    Json list = Json::array();
    for (const RefusedPart& refused : refused_parts(visit.visit))
        list.push_back({{"partner", name_of(refused.whose)}, {"why", refused.why.words()}});
    return list;
}

Json answers(const ExportVisit& visit) {
    Json list = Json::array();
    for (const AnswerRow& row : answer_rows(visit))
        list.push_back({{"partner", name_of(row.partner)},
                        {"module", row.module.value},
                        {"module_version", row.module_version},
                        {"item", row.item.value},
                        {"text", row.text},
                        {"about", or_null(row.about)},
                        {"kind", row.kind ? word_of(*row.kind) : ""},
                        {"direction", row.direction == Direction::none ? Json(nullptr) : Json(name_of(row.direction))},
                        {"value", json_value(row)},
                        {"words", row.words},
                        {"status", name_of(row.status)},
                        {"reversed", row.reversed},
                        {"private", row.in_private}});
    return list;
}

Json scores(const ExportVisit& visit) {
    Json list = Json::array();
    for (const ScoreRow& row : score_rows(visit)) {
        const auto& band = row.score.band;
        list.push_back({{"partner", name_of(row.partner)},
                        {"module", row.module->id.value},
                        {"module_version", row.module->version},
                        {"scale", row.scale->id.value},
                        {"title", row.scale->title},
                        {"about", or_null(row.about)},
                        {"value", or_null(row.score.value)},
                        {"low", band ? Json(band->low) : Json(nullptr)},
                        {"high", band ? Json(band->high) : Json(nullptr)},
                        {"standard_error", band ? Json(band->standard_error) : Json(nullptr)},
                        {"answered", row.score.answered},
                        {"of", row.score.of},
                        {"private", is_private(*row.module, *row.scale)}});
    }
    return list;
}

Json together(const model::JointRecord& joint) {
    if (joint.status == model::PartStatus::absent) return nullptr;
    Json agreed = Json::array(), released = Json::array();
    if (joint.content) {
        for (const model::AgreedVersion& version : joint.content->versions) {
            Json sentences = Json::array();
            for (const model::Sentence& sentence : version.statement.sentences)
                sentences.push_back({{"author", name_of(sentence.author)}, {"text", sentence.text}});
            agreed.push_back({{"at", utc_stamp(version.at)}, {"sentences", sentences}});
        }
        for (const model::Draft& draft : joint.content->drafts)
            released.push_back({{"author", name_of(draft.author)},
                                {"module", draft.source.module.value},
                                {"item", draft.source.item.value},
                                {"text", draft.text}});
    }
    Json json{{"status", name_of_status(joint.status)}};
    if (!joint.problem.empty()) json["unreadable"] = true;
    json["agreed"] = agreed;
    json["released"] = released;
    return json;
}

}

std::string JsonExport::head() {
    return m_pieces.head({{"format", "sameside-case"},
                          {"version", 2},
                          {"made_at", utc_stamp(m_input.made_at)},
                          {"practice", m_input.practice},
                          {"chart_code", m_input.file.chart_code},
                          {"therapist", m_input.file.therapist},
                          {"names", {{"a", m_input.file.name_a}, {"b", m_input.file.name_b}}}});
}

std::string JsonExport::visit(const ExportVisit& visit) {
    return m_pieces.element({{"visit", number_of(visit)},
                             {"date", utc_day(visit.visit.date)},
                             {"packet", visit.visit.packet.value},
                             {"form", visit.visit.form ? Json(core::hex(visit.visit.form->hash)) : Json(nullptr)},
                             {"form_recorded", !visit.visit.form_not_recorded},
                             {"parts", parts(visit, m_input.whose)},
                             {"unreadable", unreadable(visit)},
                             {"answers", answers(visit)},
                             {"scores", scores(visit)},
                             {"together", together(visit.visit.joint)}});
}

core::Result<std::string> json_export(const CaseExport& input) {
    const auto visits = visits_of(input);
    if (!visits) return core::pass(visits.error());
    JsonExport json(input);
    auto bytes = json.head();
    for (const ExportVisit& visit : *visits)
        bytes += json.visit(visit);
    return bytes + json.tail();
}

}
