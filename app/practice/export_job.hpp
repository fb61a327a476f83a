// Writes an opened case as files, piece by piece; for the kiosk's export screen and `sameside export`.
#pragma once
#include "core/result.hpp"
#include "core/secret.hpp"
#include "model/case/export_format.hpp"
#include "model/case/records.hpp"
#include "model/form/locale.hpp"
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace practice {

struct ExportPlan {
    std::filesystem::path data_folder;
    std::string chart_code;
    int namesake = 0;      // another case that was written has the same name in files
    std::string therapist; // the name; empty where there is one
    model::ExportFormat format = model::ExportFormat::csv;
    std::filesystem::path to;            // a folder that is there
    std::optional<model::Partner> whose; // one partner's own part; none: both, and then nothing private
    bool with_private = false;           // of that partner
    bool with_notes = false;             // the therapist's own, in a file of their own
    std::optional<core::SittingId> only; // one visit, where a file is of one; none: of each
    bool names = false;                  // in FHIR
    std::string identifier_system;       // of chart codes in FHIR; empty: the practice's setting
    model::Locale locale;                // what the words are written in
};

struct OpenedCase {
    core::TherapistId therapist;
    model::CaseFile file;
    std::vector<model::PrivateRecord> private_records;
};

// The case with the private answers that the plan asks for, of the visits it is about; each record is read by `read`.
using ReadPrivate = std::function<core::Result<model::PrivateRecord>(core::SittingId, model::Partner)>;
[[nodiscard]] core::Result<OpenedCase> opened_for(const ExportPlan& plan, core::TherapistId therapist,
                                                  model::CaseFile file, const ReadPrivate& read);

// A sealed part that could not be opened. Each file of the export that says something of its visit names it.
struct RefusedInExport {
    core::WallTime visit;
    std::optional<model::Partner> whose; // none: the shared page
    core::Message why;
};

// "RG-2041-A private": what the names of the plan's files begin with, for the case of this chart code.
std::string file_code_of(const ExportPlan& plan, const std::string& chart_code);
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
    std::vector<RefusedInExport> refused() const;

private:
    class Writing;
    explicit ExportJob(std::shared_ptr<Writing> writing) : m_writing(std::move(writing)) {}
    std::shared_ptr<Writing> m_writing;
};

}
