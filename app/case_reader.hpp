// What a therapist who is unlocked may read. Public and private items are read apart: what is not asked for is not in
// memory. Holds references only; it lives no longer than the keys it is given.
#pragma once
#include "model/records.hpp"
#include "practice_data.hpp"

class CaseReader {
public:
    CaseReader(PracticeData& data, const model::Content& content, model::TherapistName who, const vault::KeyPair& keys)
        : m_data(data), m_content(content), m_who(std::move(who)), m_keys(keys) {}

    core::Result<std::vector<model::CaseSummary>> caseload(); // newest visit first
    // Without private items. Fails with not_found for another therapist's case; a part that cannot be opened says so.
    core::Result<model::CaseFile> case_file(core::CaseId id);
    // One partner's private items alone.
    core::Result<model::PrivateRecord> private_record(core::SittingId id, model::Role role);

private:
    core::Result<model::VisitRecord> visit(const store::SittingRow& row);
    core::Result<vault::Bytes> open_sealed(const store::PartRow& part, const store::SittingRow& sitting);

    PracticeData& m_data;
    const model::Content& m_content;
    model::TherapistName m_who;
    const vault::KeyPair& m_keys;
};
