// What a therapist takes away in files. What cannot be logged in the audit log is not written.
#pragma once
#include "practice/answers.hpp"
#include "practice/case_reader.hpp"
#include "practice/effect_context.hpp"
#include "practice/export_job.hpp"

namespace practice {

// Readable by the kiosk's user alone. Fails with io.
[[nodiscard]] core::Done make_export_folder(const std::filesystem::path& folder);

class ExportEffects {
public:
    explicit ExportEffects(EffectContext& context) : m_context(context), m_data(context.data), m_keys(context.keys) {}

    Answers on(const model::effect::FindUsbDrives&);
    Answers on(const model::effect::WriteExport&);
    Answers on(const model::effect::GoOnWriting&);
    Answers on(const model::effect::StopWriting&);
    void stop() { m_job.reset(); }

private:
    core::Result<model::CaseFile> case_of(const model::effect::WriteExport& order);
    core::Result<ExportJob> begin(const model::effect::WriteExport& order);
    CaseReader reader() { return {m_data, m_context.forms, *m_keys.therapist}; }

    EffectContext& m_context;
    PracticeData& m_data;
    OpenKeys& m_keys;
    std::optional<ExportJob> m_job; // being written
};

}
