#include "practice/case_reader.hpp"
#include "model/form/journal.hpp"
#include "model/form/privacy.hpp"
#include "practice/row_values.hpp"
#include <algorithm>

namespace practice {

namespace {

core::Message said(const core::Error& error) {
    switch (error.code) {
    case core::ErrorCode::tampered:
        return core::message("case.changed",
                             "This part was changed outside the kiosk and is not shown. Nothing was deleted.");
    case core::ErrorCode::not_found:
        return core::message("case.not-yours", "This part is not locked for you.");
    default:
        return core::message("case.damaged", "This part could not be read. Nothing was deleted.");
    }
}

}

core::Done CaseReader::read_opened(model::CaseFile& file) {
    const auto opened = m_data.store.private_opened(file.id, m_who.id);
    if (!opened) return core::pass(opened.error());
    for (const auto& one : *opened) {
        const auto visit = std::ranges::find(file.visits, one.sitting, &model::VisitRecord::sitting);
        if (visit == file.visits.end() || one.owner == store::PartOwner::joint) continue;
        (one.owner == store::PartOwner::a ? visit->a : visit->b).private_opened = true;
    }
    return {};
}

core::Done CaseReader::mark_private_opened(core::SittingId id, model::Partner partner) {
    const auto parts = m_data.store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    const auto* part = find(*parts, owner_of(partner));
    if (part == nullptr || part->status != store::PartStatus::sealed) return {};
    return m_data.store.mark_private_opened(part->id, m_who.id);
}

core::Done CaseReader::is_in_its_case(const store::SittingRow& sitting) {
    const auto row = m_data.store.case_by_id(sitting.in_case);
    if (!row) return core::pass(row.error());
    const auto code = open_entry_code(m_data.device, sitting, *row);
    return code ? core::Done() : core::pass(code.error());
}

core::Result<core::SecretBytes> CaseReader::key_of(const store::PartRow& part, const store::SittingRow& sitting,
                                                   const store::PacketRow& packet) {
    if (const auto done = is_in_its_case(sitting); !done) return core::pass(done.error());
    const auto practice = m_data.store.practice();
    if (!practice) return core::pass(practice.error());
    vault::Bytes slot;
    if (part.sealed_for != m_who.id) {
        auto shared = m_data.store.shared_slot(part.id, m_who.id);
        if (!shared) return core::pass(shared.error());
        if (*shared) slot = std::move(**shared);
    }
    return vault::packet_key(packet_of(packet), slot, m_keys, associated_data_of(part, sitting),
                             practice->device_public_key);
}

core::Result<vault::Bytes> CaseReader::open_sealed(const store::PartRow& part, const store::SittingRow& sitting) {
    const auto row = m_data.store.packet(part.id);
    if (!row) return core::fail(core::ErrorCode::tampered, "the packet of a sealed part is missing");
    const auto key = key_of(part, sitting, *row);
    if (!key) return core::pass(key.error());
    return vault::open_packet_with(packet_of(*row), *key, associated_data_of(part, sitting));
}

core::Done CaseReader::read_notes(model::CaseFile& file, std::span<const store::SittingRow> sittings) {
    auto notes = m_data.store.notes_of(file.id, m_who.id);
    if (!notes) return core::pass(notes.error());
    notes->insert(notes->end(), m_unsaved.begin(), m_unsaved.end()); // read last
    const auto practice = m_data.store.practice();
    if (!practice) return core::pass(practice.error());
    for (const auto& note : *notes) {
        const auto visit = std::ranges::find(file.visits, note.sitting, &model::VisitRecord::sitting);
        const auto sitting = std::ranges::find(sittings, note.sitting, &store::SittingRow::id);
        if (visit == file.visits.end() || sitting == sittings.end()) continue;
        const auto in_its_case = is_in_its_case(*sitting);
        const auto bytes = in_its_case
                               ? vault::open_packet(packet_of(note.packet), m_keys, associated_data_of(note, *sitting),
                                                    practice->device_public_key)
                               : core::Result<vault::Bytes>(core::pass(in_its_case.error()));
        if (bytes) {
            visit->note.assign(bytes->begin(), bytes->end());
            visit->note_problem = {};
        } else
            visit->note_problem = said(bytes.error());
    }
    return {};
}

core::Done CaseReader::read_people(model::CaseFile& file, const store::CaseRow& row) {
    const auto therapists = m_data.store.therapists();
    if (!therapists) return core::pass(therapists.error());
    const auto readers = m_data.store.readers_of(file.id);
    if (!readers) return core::pass(readers.error());
    for (const auto& person : *therapists) {
        if (person.id == m_who.id) continue;
        auto name = therapist_name(m_data.device, person);
        if (!name) return core::pass(name.error());
        if (std::ranges::find(*readers, person.id) != readers->end() || person.id == row.therapist)
            file.shared_with.push_back({person.id, *name});
        file.colleagues.push_back({person.id, std::move(*name)});
    }
    return {};
}

core::Done CaseReader::read_form(model::VisitRecord& visit, const std::vector<store::PartRow>& parts) {
    auto form = m_forms.read_or_blank(form_of(parts));
    if (!form) return core::pass(form.error());
    visit.form = std::move(*form);
    visit.form_not_recorded = std::ranges::any_of(parts, [](const store::PartRow& part) {
        return part.status == store::PartStatus::sealed && part.form.empty();
    });
    return {};
}

template<class Content>
core::Result<Content> CaseReader::content_of(const store::PartRow& part, const store::SittingRow& sitting,
                                             const model::VisitRecord& visit,
                                             core::Result<Content> (*decode)(std::span<const std::uint8_t>)) {
    auto bytes = open_sealed(part, sitting);
    if (!bytes) return core::pass(bytes.error());
    auto content = decode(*bytes);
    std::fill(bytes->begin(), bytes->end(), std::uint8_t{0});
    if (!content) return content;
    const auto bound = associated_data_of(part, sitting).form;
    // All parts of a visit were asked one form, and it is there: else the words beside the answers would be others.
    const bool read_with_it =
        form_of(part).empty() || (visit.form && std::ranges::equal(visit.form->hash, form_of(part)));
    if (content->basis.form != bound || !read_with_it)
        return core::fail(core::ErrorCode::tampered, "the form of a sealed part");
    return content;
}

core::Result<model::VisitRecord> CaseReader::visit(const store::SittingRow& row) {
    const auto parts = m_data.store.parts_of(row.id);
    if (!parts) return core::pass(parts.error());
    model::VisitRecord visit{.sitting = row.id, .packet = {row.packet}, .date = time_of(row.planned_at_ms)};
    if (const auto done = read_form(visit, *parts); !done) return core::pass(done.error());
    for (const auto& part : *parts) {
        const auto status = status_of(part.status);
        const bool sealed = part.status == store::PartStatus::sealed;
        const auto sealed_at = sealed ? std::optional(time_of(part.sealed_at_ms)) : std::nullopt;
        if (part.owner == store::PartOwner::joint) {
            visit.joint = {.status = status, .sealed_at = sealed_at, .content = {}, .problem = {}};
            if (!sealed) continue;
            auto content = content_of(part, row, visit, &model::decode_joint);
            if (content)
                visit.joint.content = std::move(*content);
            else
                visit.joint.problem = said(content.error());
            continue;
        }
        auto& record = part.owner == store::PartOwner::a ? visit.a : visit.b;
        const auto wish = open_wish(m_data.device, part);
        record = {.status = status,
                  .sealed_at = sealed_at,
                  .content = {},
                  .problem = {},
                  .wish = wish && *wish != Wish::none};
        if (!sealed) continue;
        auto content = content_of(part, row, visit, &model::decode_part);
        if (content) {
            content->answers = model::public_answers(model::content_of(m_forms.today(), visit), content->answers);
            std::erase_if(content->first_at, [&](const auto& one) { return !content->answers.contains(one.first); });
            content->at.reset();
            record.content = std::move(*content);
        } else {
            record.problem = said(content.error());
        }
    }
    return visit;
}

core::Done CaseReader::read_visits(model::CaseFile& file, const store::CaseRow& row,
                                   std::span<const store::SittingRow> sittings) {
    file.own = row.therapist == m_who.id;
    const auto readers = m_data.store.readers_of(row.id);
    if (!readers) return core::pass(readers.error());
    bool mine = file.own || std::ranges::find(*readers, m_who.id) != readers->end();
    for (const auto& sitting : sittings) {
        auto record = visit(sitting);
        if (!record) return core::pass(record.error());
        mine = mine || sitting.therapist == m_who.id;
        file.visits.push_back(std::move(*record));
    }
    return mine ? core::Done() : core::fail(core::ErrorCode::not_found, "case");
}

core::Result<model::CaseFile> CaseReader::visits_of(core::CaseId id) {
    const auto row = m_data.store.case_by_id(id);
    if (!row) return core::pass(row.error());
    const auto sittings = m_data.store.sittings_of(id);
    if (!sittings) return core::pass(sittings.error());
    model::CaseFile file{.id = id};
    if (auto done = read_visits(file, *row, *sittings); !done) return core::pass(done.error());
    return file;
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
    file.next_packet = {row->next_packet};
    file.legal_hold = row->legal_hold;
    const auto sealed = m_data.store.read_back(id);
    if (!sealed) return core::pass(sealed.error());
    // What does not open is read back to nobody: it can be set anew.
    if (auto sentences = open_read_back(m_data.device, *sealed, row->uuid)) file.read_back = std::move(*sentences);
    if (auto done = read_visits(file, *row, *sittings); !done) return core::pass(done.error());
    if (auto done = read_opened(file); !done) return core::pass(done.error());
    if (auto done = read_people(file, *row); !done) return core::pass(done.error());
    if (auto done = read_notes(file, *sittings); !done) return core::pass(done.error());
    return file;
}

core::Result<model::PrivateRecord> CaseReader::private_record(core::SittingId id, model::Partner partner) {
    const auto sitting = m_data.store.sitting(id);
    if (!sitting) return core::pass(sitting.error());
    const auto parts = m_data.store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    model::PrivateRecord record{.sitting = id, .partner = partner, .answers = {}};
    const auto* part = find(*parts, owner_of(partner));
    if (part == nullptr || part->status != store::PartStatus::sealed) return record;
    model::VisitRecord visit{.sitting = id, .packet = {sitting->packet}};
    if (const auto done = read_form(visit, *parts); !done) return core::pass(done.error());
    auto content = content_of(*part, *sitting, visit, &model::decode_part);
    if (!content) return core::pass(content.error());
    record.answers = std::move(content->answers);
    const auto& asked = model::content_of(m_forms.today(), visit);
    std::erase_if(record.answers, [&](const auto& answer) { return !model::is_private(asked, answer.first); });
    return record;
}

}
