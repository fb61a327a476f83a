// What a therapist who is unlocked may read. Public and private items are read apart: what is not asked for is not in
// memory. Holds references only; it lives no longer than the keys it is given.
#pragma once
#include "model/case/records.hpp"
#include "practice/kept_forms.hpp"
#include "practice/open_keys.hpp"
#include "practice/practice_data.hpp"
#include <span>

namespace practice {

inline core::Error caseload_locked() {
    return {core::ErrorCode::invalid_state, "the caseload is locked"};
}

class CaseReader {
public:
    // `unsaved`: their notes that the disk has not taken yet, which stand for those that it has.
    CaseReader(PracticeData& data, KeptForms& forms, const OpenTherapist& therapist,
               std::vector<store::NoteRow> unsaved = {})
        : m_data(data), m_forms(forms), m_who(therapist.who), m_keys(therapist.keys), m_unsaved(std::move(unsaved)) {}

    core::Result<std::vector<model::CaseSummary>> caseload(core::WallTime now); // newest visit first
    // Without private items. Fails with not_found for another therapist's case; a part that cannot be opened says so.
    core::Result<model::CaseFile> case_file(core::CaseId id);
    // The visits of a case alone, newest first: no name, no note. Fails as case_file() does.
    core::Result<model::CaseFile> visits_of(core::CaseId id);
    // Scores of the kind a glance shows, of the cases that can be read.
    std::vector<model::Glance> glances(std::span<const core::CaseId> ids);
    // The key of a sealed part, by its packet or by a slot that was shared.
    core::Result<core::SecretBytes> key_of(const store::PartRow& part, const store::SittingRow& sitting,
                                           const store::PacketRow& packet);
    // One partner's private items alone.
    core::Result<model::PrivateRecord> private_record(core::SittingId id, model::Partner partner);
    // They were shown to this therapist.
    core::Done mark_private_opened(core::SittingId id, model::Partner partner);

private:
    core::Result<model::CaseSummary> summary(const store::CaseLine& line);
    core::Result<model::VisitRecord> visit(const store::SittingRow& row);
    // What a visit is read with, for the part as well.
    core::Done read_form(model::VisitRecord& visit, const std::vector<store::PartRow>& parts);
    template<class Content>
    core::Result<Content> content_of(const store::PartRow& part, const store::SittingRow& sitting,
                                     const model::VisitRecord& visit,
                                     core::Result<Content> (*decode)(std::span<const std::uint8_t>));
    core::Done read_visits(model::CaseFile& file, const store::CaseRow& row,
                           std::span<const store::SittingRow> sittings);
    core::Done read_notes(model::CaseFile& file, std::span<const store::SittingRow> sittings);
    core::Done read_opened(model::CaseFile& file);
    core::Done read_people(model::CaseFile& file, const store::CaseRow& row);
    core::Done is_in_its_case(const store::SittingRow& sitting);
    core::Result<vault::Bytes> open_sealed(const store::PartRow& part, const store::SittingRow& sitting);

    PracticeData& m_data;
    KeptForms& m_forms;
    model::TherapistName m_who;
    const vault::KeyPair& m_keys;
    std::vector<store::NoteRow> m_unsaved;
};

}
