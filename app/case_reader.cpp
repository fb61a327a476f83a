#include "case_reader.hpp"
#include "effects_rows.hpp"
#include <algorithm>

namespace {

bool is_private(const model::Content& content, const model::ItemRef& ref) {
    const auto* module = model::find_module(content, ref.module);
    const auto* item = module == nullptr ? nullptr : model::find_item(*module, ref.item);
    // An item that the content no longer has might have been private: it is treated as such.
    return item == nullptr || item->is_private || module->is_private;
}

core::Saying said(const core::Error& error) {
    switch (error.code) {
    case core::ErrorCode::tampered:
        return core::saying("case.changed",
                            "This part was changed outside the kiosk and is not shown. Nothing was deleted.");
    case core::ErrorCode::not_found:
        return core::saying("case.not-yours", "This part is not locked for you.");
    default:
        return core::saying("case.damaged", "This part could not be read. Nothing was deleted.");
    }
}

}

core::Result<std::vector<model::CaseSummary>> CaseReader::caseload() {
    const auto rows = m_data.store.cases_of(m_who.id);
    if (!rows) return core::pass(rows.error());
    std::vector<model::CaseSummary> cases;
    for (const auto& row : *rows) {
        auto chart_code = chart_code_of(m_data.device, row);
        if (!chart_code) return core::pass(chart_code.error());
        auto names = names_of(m_data.device, row);
        if (!names) return core::pass(names.error());
        model::CaseSummary summary{.id = row.id,
                                   .chart_code = std::move(*chart_code),
                                   .name_a = std::move(names->a),
                                   .name_b = std::move(names->b)};
        const auto sittings = m_data.store.sittings_of(row.id);
        if (!sittings) return core::pass(sittings.error());
        for (const auto& sitting : *sittings) {
            const auto parts = m_data.store.parts_of(sitting.id);
            if (!parts) return core::pass(parts.error());
            ++summary.visits;
            const auto planned = time_of(sitting.planned_at_ms);
            if (!summary.last_visit || *summary.last_visit < planned) summary.last_visit = planned;
            for (const auto& part : *parts) {
                if (part.status == store::PartStatus::sealed) ++summary.sealed_parts;
                const auto wish = open_wish(m_data.device, part);
                if (!wish) return core::pass(wish.error());
                if (part.role == store::PartRole::a) summary.wish_a = summary.wish_a || *wish;
                if (part.role == store::PartRole::b) summary.wish_b = summary.wish_b || *wish;
            }
        }
        cases.push_back(std::move(summary));
    }
    std::ranges::stable_sort(cases, [](const auto& a, const auto& b) { return a.last_visit > b.last_visit; });
    return cases;
}

core::Result<vault::Bytes> CaseReader::open_sealed(const store::PartRow& part, const store::SittingRow& sitting) {
    const auto row = m_data.store.packet(part.id);
    if (!row) return core::fail(core::ErrorCode::tampered, "the packet of a sealed part is missing");
    const auto practice = m_data.store.practice();
    if (!practice) return core::pass(practice.error());
    const vault::Packet packet{{row->therapist_slot, row->recovery_slot}, row->box, row->signature};
    return vault::open_packet(packet, m_keys, place_of(part, sitting), practice->device_public_key);
}

core::Result<model::VisitRecord> CaseReader::visit(const store::SittingRow& row) {
    const auto parts = m_data.store.parts_of(row.id);
    if (!parts) return core::pass(parts.error());
    model::VisitRecord visit{.sitting = row.id, .packet = {row.packet}, .date = time_of(row.planned_at_ms)};
    for (const auto& part : *parts) {
        const auto status = status_of(part.status);
        const auto sealed_at =
            part.status == store::PartStatus::sealed ? std::optional(time_of(part.sealed_at_ms)) : std::nullopt;
        auto bytes = part.status == store::PartStatus::sealed ? open_sealed(part, row)
                                                              : core::Result<vault::Bytes>(vault::Bytes());
        const auto problem = bytes ? core::Saying() : said(bytes.error());
        if (part.role == store::PartRole::joint) {
            visit.joint = {.status = status, .sealed_at = sealed_at, .content = {}, .problem = problem};
            if (bytes && sealed_at) {
                auto content = model::decode_joint(*bytes);
                if (content)
                    visit.joint.content = std::move(*content);
                else
                    visit.joint.problem = said(content.error());
            }
            continue;
        }
        auto& record = part.role == store::PartRole::a ? visit.a : visit.b;
        const auto wish = open_wish(m_data.device, part);
        record = {.status = status, .sealed_at = sealed_at, .content = {}, .problem = problem, .wish = wish && *wish};
        if (bytes && sealed_at) {
            auto content = model::decode_part(*bytes);
            if (content) {
                std::erase_if(content->answers,
                              [&](const auto& answer) { return is_private(m_content, answer.first); });
                content->at.reset();
                record.content = std::move(*content);
            } else {
                record.problem = said(content.error());
            }
            std::fill(bytes->begin(), bytes->end(), std::uint8_t{0});
        }
    }
    return visit;
}

core::Result<model::CaseFile> CaseReader::case_file(core::CaseId id) {
    const auto row = m_data.store.case_by_id(id);
    if (!row) return core::pass(row.error());
    auto chart_code = chart_code_of(m_data.device, *row);
    if (!chart_code) return core::pass(chart_code.error());
    auto names = names_of(m_data.device, *row);
    if (!names) return core::pass(names.error());
    model::CaseFile file{.id = id,
                         .chart_code = std::move(*chart_code),
                         .name_a = std::move(names->a),
                         .name_b = std::move(names->b),
                         .therapist = m_who.name};
    const auto sittings = m_data.store.sittings_of(id);
    if (!sittings) return core::pass(sittings.error());
    bool mine = row->therapist == m_who.id;
    for (const auto& sitting : *sittings) {
        auto record = visit(sitting);
        if (!record) return core::pass(record.error());
        mine = mine || sitting.therapist == m_who.id;
        file.visits.push_back(std::move(*record));
    }
    if (!mine) return core::fail(core::ErrorCode::not_found, "case");
    return file;
}

core::Result<model::PrivateRecord> CaseReader::private_record(core::SittingId id, model::Role role) {
    const auto sitting = m_data.store.sitting(id);
    if (!sitting) return core::pass(sitting.error());
    const auto parts = m_data.store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    model::PrivateRecord record{.sitting = id, .role = role, .answers = {}};
    const auto* part = find(*parts, role_of(role));
    if (part == nullptr || part->status != store::PartStatus::sealed) return record;
    auto bytes = open_sealed(*part, *sitting);
    if (!bytes) return core::pass(bytes.error());
    auto content = model::decode_part(*bytes);
    std::fill(bytes->begin(), bytes->end(), std::uint8_t{0});
    if (!content) return core::pass(content.error());
    record.answers = std::move(content->answers);
    std::erase_if(record.answers, [&](const auto& answer) { return !is_private(m_content, answer.first); });
    return record;
}
