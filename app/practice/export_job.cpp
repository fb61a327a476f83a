#include "practice/export_job.hpp"
#include "model/case/whose_file.hpp"
#include "model/form/privacy.hpp"
#include "report/csv_export.hpp"
#include "report/fhir_bundle.hpp"
#include "report/iso_time.hpp"
#include "report/json_export.hpp"
#include "report/keepsake.hpp"
#include "report/notes_text.hpp"
#include "report/refused_parts.hpp"
#include "report/visit_pdf.hpp"
#include "report/whole_file.hpp"
#include "report/zip_file.hpp"
#include <algorithm>
#include <array>
#include <cctype>

namespace practice {

namespace {

// The page that the couple takes home says what each of them will do from now on, where they released it.
const model::ItemRef intention{{"my-mission"}, {"intention-me"}};

ExportPlan for_readers(ExportPlan plan) {
    if (!plan.whose)
        plan.locale.content = std::make_shared<const model::Content>(model::with_authors_private(*plan.locale.content));
    return plan;
}

OpenedCase for_readers(const ExportPlan& plan, OpenedCase opened) {
    opened.file = plan.whose ? model::only_of(std::move(opened.file), *plan.whose)
                             : model::for_both(*plan.locale.content, std::move(opened.file));
    return opened;
}

}

class ExportJob::Writing {
public:
    Writing(ExportPlan plan, OpenedCase opened, core::SecretText archive, core::WallTime at)
        : m_plan(for_readers(std::move(plan))), m_opened(for_readers(m_plan, std::move(opened))),
          m_archive(std::move(archive)), m_code(file_code_of(m_plan, m_opened.file.chart_code)),
          m_input{.content = *m_plan.locale.content,
                  .file = m_opened.file,
                  .practice = m_plan.locale.practice->name,
                  .made_at = at,
                  .private_records = m_opened.private_records,
                  .only = {},
                  .identifier_system = m_plan.identifier_system.empty() ? m_plan.locale.practice->identifier_system
                                                                        : m_plan.identifier_system,
                  .whose = m_plan.whose} {}

    core::Done plan() {
        auto visits = report::visits_of(m_input);
        if (!visits) return core::pass(visits.error());
        m_visits.swap(*visits);
        for (const auto& [format, add] : writers)
            if (format == m_plan.format || is_archive()) (this->*add)();
        if (m_plan.with_notes && !m_pieces.empty()) add_notes();
        if (m_pieces.empty()) return core::fail(core::ErrorCode::not_found, "export: there is nothing to write");
        return {};
    }

    std::vector<RefusedInExport> refused() const {
        std::vector<RefusedInExport> all;
        for (const auto& visit : m_opened.file.visits) {
            if (m_plan.only && visit.sitting != *m_plan.only) continue;
            for (auto& part : report::refused_parts(visit))
                all.push_back({visit.date, part.whose, std::move(part.why)});
        }
        return all;
    }

    // After the last piece all files get their names.
    std::size_t of() const { return m_pieces.size() + 1; }
    std::size_t done() const { return m_done; }
    const std::vector<std::filesystem::path>& written() const { return m_written; }

    core::Done go_on() {
        const core::Speaking speaking(m_plan.locale.catalogue.get());
        const auto went = m_done < m_pieces.size() ? write(m_pieces[m_done]) : finish();
        if (went) ++m_done;
        return went;
    }

private:
    using Bytes = std::function<core::Result<std::string>()>;
    struct Piece {
        std::size_t file; // in m_names
        Bytes bytes;
    };

    void add(std::string file, Bytes bytes) {
        m_names.push_back(std::move(file));
        add_piece(std::move(bytes));
    }
    void add_piece(Bytes bytes) { m_pieces.push_back({m_names.size() - 1, std::move(bytes)}); } // of the last file

    bool is_archive() const { return m_plan.format == model::ExportFormat::archive; }
    // In an archive names can be read by anybody, so there they say nothing.
    std::string name(std::string_view plain) const {
        return is_archive() ? std::string(plain) : m_code + " " + std::string(plain);
    }
    std::string whole_name(std::string_view ending) const {
        return (is_archive() ? "case" : m_code) + std::string(ending);
    }

    void add_csv() {
        add_table(report::Table::answers, name("answers.csv"));
        add_table(report::Table::scores, name("scores.csv"));
    }

    void add_json() {
        m_json.emplace(m_input);
        add_visits(whole_name(".json"), *m_json);
    }

    void add_fhir() {
        m_fhir.emplace(m_input, m_plan.names ? report::Names::given : report::Names::left_out, m_visits);
        add_visits(whole_name(".fhir.json"), *m_fhir);
    }

    template<class Format>
    void add_visits(std::string file, Format& format) {
        add(std::move(file), [&format] { return core::Result<std::string>(format.head()); });
        for (const auto& visit : m_visits)
            add_piece([&format, &visit] { return core::Result<std::string>(format.visit(visit)); });
        add_piece([&format] { return core::Result<std::string>(format.tail()); });
    }

    void add_table(report::Table table, std::string file) {
        add(std::move(file), [table] { return core::Result<std::string>(report::csv_heading(table)); });
        for (const auto& visit : m_visits)
            add_piece([table, &visit] { return core::Result<std::string>(report::csv_rows(table, visit)); });
    }

    std::optional<model::PrivateRecord> record(core::SittingId sitting, model::Partner partner) const {
        const auto found = std::ranges::find_if(m_opened.private_records, [&](const model::PrivateRecord& one) {
            return one.sitting == sitting && one.partner == partner;
        });
        if (found == m_opened.private_records.end()) return std::nullopt;
        return *found;
    }

    core::Result<std::string> visit_pdf(std::size_t visit) const {
        const auto sitting = m_opened.file.visits[visit].sitting;
        return report::visit_pdf({.content = m_input.content,
                                  .file = m_opened.file,
                                  .visit = visit,
                                  .practice = m_input.practice,
                                  .whose = m_plan.whose,
                                  .private_a = record(sitting, model::Partner::a),
                                  .private_b = record(sitting, model::Partner::b),
                                  .printed_at = m_input.made_at});
    }

    void add_visit_pdfs() {
        const std::string before = is_archive() ? "chart " : m_code + " ";
        for (std::size_t i = 0; i < m_opened.file.visits.size(); ++i) {
            const auto& visit = m_opened.file.visits[i];
            if (m_plan.only && visit.sitting != *m_plan.only) continue;
            std::string name = before + report::local_day(visit.date);
            const auto same_day = std::ranges::count_if(
                m_names, [&](const std::string& other) { return other.starts_with(name); }); // two visits of one day
            if (same_day > 0) name += " " + std::to_string(same_day + 1);
            add(name + ".pdf", [this, i] { return visit_pdf(i); });
        }
    }

    // Of the newest visit at which they agreed; none where they never did.
    void add_keepsake() {
        if (m_plan.whose) return;
        for (const auto& visit : m_opened.file.visits) {
            if (m_plan.only && visit.sitting != *m_plan.only) continue;
            auto page = report::keepsake_of(m_opened.file, visit, intention);
            if (!page) continue;
            add(name("to take home.pdf"), [page = std::move(*page)] { return report::keepsake_pdf(page); });
            return;
        }
    }

    // Never among the couple's pages: what a therapist notes is no part of their chart.
    void add_notes() {
        const auto visits = model::notes_for_file(m_opened.file, m_plan.only, m_plan.format, m_plan.whose);
        if (visits.empty()) return;
        add(name("notes.txt"),
            [this, visits] { return core::Result<std::string>(report::notes_text(m_opened.file, visits)); });
    }

    core::Done write(const Piece& piece) {
        auto bytes = piece.bytes();
        if (!bytes) return core::pass(bytes.error());
        if (is_archive()) {
            m_held.resize(m_names.size());
            m_held[piece.file] += *bytes;
            return {};
        }
        if (piece.file == m_files.size()) {
            auto file = report::WholeFile::begin(m_plan.to / m_names[piece.file], report::Existing::replaced);
            if (!file) return core::pass(file.error());
            m_files.push_back(std::move(*file));
        }
        return m_files[piece.file].write(*bytes);
    }

    core::Done finish() {
        if (is_archive()) return finish_archive();
        for (std::size_t i = 0; i < m_files.size(); ++i) {
            if (const auto done = m_files[i].finish(); !done) return done;
            m_written.push_back(m_plan.to / m_names[i]);
        }
        return {};
    }

    core::Done finish_archive() {
        std::vector<report::ZipEntry> entries;
        for (std::size_t i = 0; i < m_names.size(); ++i)
            entries.push_back(report::entry_of(m_names[i], std::move(m_held[i])));
        m_written.push_back(m_plan.to / (m_code + ".zip"));
        return report::write_zip(m_written.back(), std::move(entries), m_archive, m_input.made_at,
                                 report::Existing::replaced);
    }

    // What adds a format's files and their pieces, in the order of an archive.
    static constexpr std::array<std::pair<model::ExportFormat, void (Writing::*)()>, 5> writers{
        {{model::ExportFormat::csv, &Writing::add_csv},
         {model::ExportFormat::json, &Writing::add_json},
         {model::ExportFormat::fhir, &Writing::add_fhir},
         {model::ExportFormat::visit_pdf, &Writing::add_visit_pdfs},
         {model::ExportFormat::keepsake, &Writing::add_keepsake}}};

    ExportPlan m_plan;
    OpenedCase m_opened;
    core::SecretText m_archive;
    std::string m_code;
    report::CaseExport m_input;
    std::vector<report::ExportVisit> m_visits;
    std::optional<report::JsonExport> m_json;
    std::optional<report::FhirBundle> m_fhir;
    std::vector<std::string> m_names;
    std::vector<Piece> m_pieces;
    std::vector<report::WholeFile> m_files;
    std::vector<std::string> m_held; // what an archive will be made of
    std::size_t m_done = 0;
    std::vector<std::filesystem::path> m_written;
};

std::string file_code_of(const ExportPlan& plan, const std::string& chart_code) {
    std::string code;
    for (const char c : chart_code)
        code += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
    if (plan.namesake > 0) code += " " + std::to_string(plan.namesake + 1);
    if (plan.whose) code += *plan.whose == model::Partner::a ? "-A" : "-B";
    if (plan.with_private) code += " private";
    return code;
}

std::string what_of(const ExportPlan& plan) {
    std::string what(model::facts_of(plan.format).word);
    if (plan.whose) what += *plan.whose == model::Partner::a ? " partner:a" : " partner:b";
    if (plan.with_private) what += " private";
    if (plan.with_notes) what += " notes";
    return what;
}

core::Result<OpenedCase> opened_for(const ExportPlan& plan, core::TherapistId therapist, model::CaseFile file,
                                    const ReadPrivate& read) {
    OpenedCase opened{.therapist = therapist, .file = std::move(file), .private_records = {}};
    if (!plan.whose || !plan.with_private) return opened;
    for (const auto& visit : opened.file.visits) {
        if (plan.only && visit.sitting != *plan.only) continue;
        const auto& part = model::part_of(visit, *plan.whose);
        if (part.status != model::PartStatus::sealed || !part.problem.empty()) continue; // refused: named, not read
        auto record = read(visit.sitting, *plan.whose);
        if (!record) return core::pass(record.error());
        opened.private_records.push_back(std::move(*record));
    }
    return opened;
}

core::Result<ExportJob> ExportJob::begin(const ExportPlan& plan, OpenedCase opened, core::SecretText archive,
                                         core::WallTime at) {
    if ((plan.with_private || !opened.private_records.empty()) && !plan.whose)
        return core::fail(core::ErrorCode::invalid_state, "export: what both may read holds no private answers");
    const core::Speaking speaking(plan.locale.catalogue.get());
    auto writing = std::make_shared<Writing>(plan, std::move(opened), std::move(archive), at);
    if (const auto planned = writing->plan(); !planned) return core::pass(planned.error());
    return ExportJob(std::move(writing));
}

std::size_t ExportJob::done() const {
    return m_writing->done();
}
std::size_t ExportJob::of() const {
    return m_writing->of();
}
core::Done ExportJob::go_on() {
    return m_writing->go_on();
}
std::vector<RefusedInExport> ExportJob::refused() const {
    return m_writing->refused();
}
const std::vector<std::filesystem::path>& ExportJob::written() const {
    return m_writing->written();
}

}
