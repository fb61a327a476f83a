#include "export_files.hpp"
#include "report/chart_pdf.hpp"
#include "report/csv_export.hpp"
#include "report/fhir_bundle.hpp"
#include "report/iso_time.hpp"
#include "report/json_export.hpp"
#include "report/keepsake.hpp"
#include "report/whole_file.hpp"
#include "report/zip_file.hpp"
#include <algorithm>
#include <array>
#include <cctype>

namespace {

constexpr std::array<std::pair<std::string_view, ExportFormat>, 6> formats{{{"csv", ExportFormat::csv},
                                                                            {"json", ExportFormat::json},
                                                                            {"fhir", ExportFormat::fhir},
                                                                            {"pdf", ExportFormat::pdf},
                                                                            {"keepsake", ExportFormat::keepsake},
                                                                            {"zip-all", ExportFormat::zip_all}}};

struct File {
    std::string name, bytes;
};
using Files = core::Result<std::vector<File>>;

// The page that the couple takes home says what each of them will do from now on, where they released it.
const model::ItemRef intention{{"my-mission"}, {"intention-me"}};

class Writing {
public:
    Writing(const ExportPlan& plan, const OpenedCase& opened, core::WallTime at)
        : m_plan(plan), m_file(opened.file), m_input{.content = *plan.tongue.content,
                                                     .file = opened.file,
                                                     .practice = plan.tongue.practice->name,
                                                     .made_at = at,
                                                     .private_records = opened.private_records,
                                                     .only = {}} {
        for (const char c : opened.file.chart_code)
            m_code += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
    }

    const std::string& code() const { return m_code; }

    // `before` comes before each name. In an archive names can be read by anybody, so there it is empty.
    Files files(ExportFormat format, const std::string& before) const {
        switch (format) {
        case ExportFormat::csv:
            return tables(before.empty() ? "" : before + " ");
        case ExportFormat::json:
            return one((before.empty() ? "case" : before) + ".json", report::json_export(m_input));
        case ExportFormat::fhir:
            return one((before.empty() ? "case" : before) + ".fhir.json",
                       report::fhir_bundle(m_input, m_plan.names ? report::Names::given : report::Names::left_out));
        case ExportFormat::pdf:
            return charts(before.empty() ? "chart " : before + " ");
        case ExportFormat::keepsake:
            return keepsake(before.empty() ? "" : before + " ");
        case ExportFormat::zip_all:
            return all();
        }
        return std::vector<File>{};
    }

private:
    static Files one(std::string name, core::Result<std::string> bytes) {
        if (!bytes) return core::pass(bytes.error());
        std::vector<File> files;
        files.push_back({std::move(name), std::move(*bytes)});
        return files;
    }

    Files tables(const std::string& before) const {
        const auto visits = report::visits_of(m_input);
        if (!visits) return core::pass(visits.error());
        std::vector<File> files{{before + "answers.csv", report::csv_heading(report::Table::answers)},
                                {before + "scores.csv", report::csv_heading(report::Table::scores)}};
        for (const report::ExportVisit& visit : *visits) {
            files[0].bytes += report::csv_rows(report::Table::answers, visit);
            files[1].bytes += report::csv_rows(report::Table::scores, visit);
        }
        return files;
    }

    std::optional<model::PrivateRecord> record(core::SittingId sitting, model::Role role) const {
        const auto found = std::ranges::find_if(m_input.private_records, [&](const model::PrivateRecord& one) {
            return one.sitting == sitting && one.role == role;
        });
        if (found == m_input.private_records.end()) return std::nullopt;
        return *found;
    }

    Files charts(const std::string& before) const {
        std::vector<File> files;
        for (std::size_t i = 0; i < m_file.visits.size(); ++i) {
            const auto& visit = m_file.visits[i];
            const auto bytes = report::chart_pdf({.content = m_input.content,
                                                  .file = m_file,
                                                  .visit = i,
                                                  .practice = m_input.practice,
                                                  .private_a = record(visit.sitting, model::Role::a),
                                                  .private_b = record(visit.sitting, model::Role::b),
                                                  .printed_at = m_input.made_at});
            if (!bytes) return core::pass(bytes.error());
            std::string name = before + report::local_day(visit.date);
            const auto same_day = std::ranges::count_if(
                files, [&](const File& file) { return file.name.starts_with(name); }); // two visits of one day
            if (same_day > 0) name += " " + std::to_string(same_day + 1);
            files.push_back({name + ".pdf", *bytes});
        }
        return files;
    }

    // Of the newest visit at which they agreed; none where they never did.
    Files keepsake(const std::string& before) const {
        for (const auto& visit : m_file.visits)
            if (const auto page = report::keepsake_of(m_file, visit, intention))
                return one(before + "to take home.pdf", report::keepsake_pdf(*page));
        return std::vector<File>{};
    }

    Files all() const {
        std::vector<File> whole;
        for (const auto& [word, format] : formats) {
            if (format == ExportFormat::zip_all) continue;
            auto some = files(format, "");
            if (!some) return some;
            std::ranges::move(*some, std::back_inserter(whole));
        }
        return whole;
    }

    const ExportPlan& m_plan;
    const model::CaseFile& m_file;
    report::CaseExport m_input;
    std::string m_code;
};

}

std::optional<ExportFormat> export_format_of(std::string_view word) {
    for (const auto& [name, format] : formats)
        if (name == word) return format;
    return std::nullopt;
}

std::string_view name_of(ExportFormat format) {
    return std::ranges::find(formats, format, &std::pair<std::string_view, ExportFormat>::second)->first;
}

core::Result<std::vector<std::filesystem::path>> write_export(const ExportPlan& plan, const OpenedCase& opened,
                                                              const core::SecretText& archive, core::WallTime at) {
    const core::Speaking speaking(plan.tongue.catalogue.get());
    const Writing writing(plan, opened, at);
    const bool zipped = plan.format == ExportFormat::zip_all;
    auto files = writing.files(plan.format, zipped ? "" : writing.code());
    if (!files) return core::pass(files.error());
    if (files->empty()) return core::fail(core::ErrorCode::not_found, "export: there is nothing to write");
    if (zipped) {
        const auto path = plan.to / (writing.code() + ".zip");
        std::vector<report::ZipEntry> entries;
        for (File& file : *files)
            entries.push_back(report::entry_of(std::move(file.name), std::move(file.bytes)));
        const auto done = report::write_zip(path, std::move(entries), archive, at, report::Existing::replaced);
        if (!done) return core::pass(done.error());
        return std::vector{path};
    }
    std::vector<std::filesystem::path> written;
    for (const File& file : *files) {
        written.push_back(plan.to / file.name);
        const auto done = report::write_whole_file(written.back(), file.bytes, report::Existing::replaced);
        if (!done) return core::pass(done.error());
    }
    return written;
}
