// Writes an opened case as files, piece by piece; the part of export.cpp that knows their names. For it and the kiosk's
// own export screen.
#pragma once
#include "core/result.hpp"
#include "export.hpp"
#include "model/records.hpp"
#include <memory>

struct OpenedCase {
    core::TherapistId therapist;
    model::CaseFile file;
    std::vector<model::PrivateRecord> private_records;
};

std::string what_of(const ExportPlan& plan); // for the audit log: "csv partner:a private"

// Until the last piece nothing of it has its name; a job that is dropped before leaves nothing.
class ExportJob {
public:
    // Fails with not_found when there is nothing to write; with invalid_state for private items in what both may read.
    [[nodiscard]] static core::Result<ExportJob> begin(const ExportPlan& plan, OpenedCase opened,
                                                       core::SecretText archive, core::WallTime at);
    std::size_t done() const;
    std::size_t of() const;
    // The next piece. Fails as the writers of report/ do; then the job is over.
    [[nodiscard]] core::Done go_on();
    const std::vector<std::filesystem::path>& written() const; // after the last piece

private:
    class Writing;
    explicit ExportJob(std::shared_ptr<Writing> writing) : m_writing(std::move(writing)) {}
    std::shared_ptr<Writing> m_writing;
};
