#include "practice/study_files.hpp"
#include "core/hex.hpp"
#include "report/study_codebook.hpp"
#include "report/study_rows.hpp"
#include "report/whole_file.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {
namespace {

using report::StudyTable;

struct StudyCouple {
    std::string id;
    core::CaseId in_case;
    model::OfBoth<std::string> people;
};
struct StudyPerson {
    std::string id;
    std::size_t couple = 0;
    model::Partner partner = model::Partner::a;
};

// Without the device's key nobody can tell whose it is: not from the chart code, which has no part in it, and not from
// the database. A letter comes first, so that no program takes it for a number.
std::string made_up_id(const vault::Device& device, const char* kind, char letter, const core::Uuid& in_case,
                       std::string_view whose) {
    constexpr std::size_t digits = 16;
    return letter + core::hex(device.index_of(kind, core::hex(in_case) + std::string(whose))).substr(0, digits);
}

bool stops_the_study(const core::Error& error) {
    return error.code == core::ErrorCode::io || error.code == core::ErrorCode::busy ||
           error.code == core::ErrorCode::out_of_memory;
}

class StudyFile {
public:
    static core::Result<StudyFile> begin(const std::filesystem::path& path) {
        auto file = report::WholeFile::begin(path, report::Existing::replaced);
        if (!file) return core::pass(file.error());
        return StudyFile(path, std::move(*file));
    }
    core::Done add(std::string_view bytes) {
        m_waiting += bytes;
        constexpr std::size_t at_once = std::size_t{64} * 1024;
        return m_waiting.size() < at_once ? core::Done() : flush();
    }
    core::Done flush() {
        const auto done = m_file.write(m_waiting);
        m_waiting.clear();
        return done;
    }
    core::Done finish() { return m_file.finish(); }
    const std::filesystem::path& path() const { return m_path; }

private:
    StudyFile(std::filesystem::path path, report::WholeFile file) : m_path(std::move(path)), m_file(std::move(file)) {}

    std::filesystem::path m_path;
    report::WholeFile m_file;
    std::string m_waiting;
};

class StudyWriter {
public:
    StudyWriter(EffectContext& context, const StudyPlan& plan)
        : m_context(context), m_plan(plan), m_reader(context.data, context.forms, *context.keys.therapist),
          m_answers(book(StudyTable::answers)), m_covered(book(StudyTable::covered)), m_times(book(StudyTable::times)) {
    }

    core::Result<StudyFiles> write() {
        for (const auto step :
             {&StudyWriter::list, &StudyWriter::find_columns, &StudyWriter::begin, &StudyWriter::write_couples,
              &StudyWriter::write_people, &StudyWriter::describe, &StudyWriter::finish})
            if (const auto done = (this->*step)(); !done) return core::pass(done.error());
        return std::move(m_written);
    }

private:
    report::StudyBook book(StudyTable table) const {
        return {table, m_plan.scope, *m_plan.source, *m_plan.locale.content};
    }

    core::Done list() {
        const auto cases = m_reader.caseload(m_context.wall());
        if (!cases) return core::pass(cases.error());
        auto about = fmt::format("study cases:{}", cases->size());
        if (m_plan.with_private) about += " private";
        if (m_plan.scope.texts) about += " texts";
        if (m_plan.scope.dates) about += " dates";
        if (const auto logged = m_context.append_audit("exported", about); !logged) return logged;
        const auto& device = m_context.data.device;
        for (const auto& one : *cases) {
            const auto row = m_context.data.store.case_by_id(one.id);
            if (!row) return core::pass(row.error());
            StudyCouple couple{.id = made_up_id(device, "study-couple", 'c', row->uuid, ""), .in_case = one.id};
            for (const auto partner : model::both_partners)
                couple.people.of(partner) =
                    made_up_id(device, "study-person", 'p', row->uuid, partner == model::Partner::a ? "a" : "b");
            m_couples.push_back(std::move(couple));
        }
        std::ranges::sort(m_couples, {}, &StudyCouple::id);
        for (std::size_t i = 0; i < m_couples.size(); ++i)
            for (const auto partner : model::both_partners)
                m_people.push_back({m_couples[i].people.of(partner), i, partner});
        std::ranges::sort(m_people, {}, &StudyPerson::id);
        m_written.couples = m_couples.size();
        return {};
    }

    // Nothing where the case cannot be read, which is counted.
    core::Result<std::optional<model::CaseFile>> read(const StudyCouple& couple) {
        auto file = m_plan.scope.texts ? m_reader.case_file(couple.in_case) : m_reader.visits_of(couple.in_case);
        if (file) return std::optional(std::move(*file));
        if (stops_the_study(file.error())) return core::pass(file.error());
        return std::optional<model::CaseFile>();
    }

    core::Result<std::optional<model::PrivateRecord>> opened(const model::VisitRecord& visit, model::Partner partner) {
        if (!m_plan.with_private || !model::part_of(visit, partner).content)
            return std::optional<model::PrivateRecord>();
        auto record = m_reader.private_record(visit.sitting, partner);
        if (!record) return core::pass(record.error());
        return std::optional(std::move(*record));
    }

    core::Done find_columns() {
        for (const auto& couple : m_couples) {
            const auto file = read(couple);
            if (!file) return core::pass(file.error());
            if (!*file) ++m_written.left_out;
            if (!*file) continue;
            for (const auto& visit : (*file)->visits) {
                if (!visit.a.content && !visit.b.content) continue;
                m_answers.add(visit);
                m_times.add(visit);
                if (!m_plan.with_private) continue;
                const auto a = opened(visit, model::Partner::a), b = opened(visit, model::Partner::b);
                for (const auto* one : {&a, &b})
                    if (!*one) return core::pass(one->error());
                m_covered.add(visit, {*a ? &**a : nullptr, *b ? &**b : nullptr});
            }
        }
        for (auto* each : {&m_answers, &m_times, &m_covered})
            each->settle();
        return {};
    }

    core::Done begin() {
        std::vector<std::pair<const char*, std::string>> names{{"study.csv", study_heading(m_answers)},
                                                               {"study missing.csv", report::study_missing_heading()},
                                                               {"study times.csv", study_heading(m_times)}};
        if (m_plan.with_private) {
            names.emplace_back("study private.csv", study_heading(m_covered));
            names.emplace_back("study private missing.csv", report::study_missing_heading());
        }
        for (const auto& [name, heading] : names) {
            auto file = StudyFile::begin(m_plan.to / name);
            if (!file) return core::pass(file.error());
            m_files.push_back(std::move(*file));
            if (const auto done = m_files.back().add(heading); !done) return done;
        }
        return {};
    }

    report::StudyPart part_of(const StudyCouple& couple, const model::CaseFile& file, std::size_t visit,
                              model::Partner partner) const {
        return {.person = couple.people.of(partner),
                .couple = couple.id,
                .partner = partner,
                .number = file.visits.size() - visit, // the newest comes first
                .first_visit = file.visits.back().date,
                .visit = file.visits[visit],
                .names = {file.name_a, file.name_b}};
    }

    core::Done add(std::size_t file, const report::StudyRow& row) {
        if (const auto done = m_files[file].add(row.cells); !done) return done;
        return row.missing.empty() ? core::Done() : m_files[file + 1].add(row.missing);
    }

    core::Done write_couples() {
        for (const auto& couple : m_couples) {
            const auto file = read(couple);
            if (!file) return core::pass(file.error());
            if (!*file) continue;
            for (std::size_t visit = (*file)->visits.size(); visit-- > 0;)
                for (const auto partner : model::both_partners) {
                    const auto row = study_row(m_answers, part_of(couple, **file, visit, partner));
                    if (row.cells.empty()) continue;
                    ++m_written.rows;
                    if (!model::part_of((*file)->visits[visit], partner).content) ++m_written.refused;
                    if (const auto done = add(0, row); !done) return done;
                }
        }
        return {};
    }

    // By person, so that who stands beside whom says nothing.
    core::Done write_people() {
        for (const auto& person : m_people) {
            const auto& couple = m_couples[person.couple];
            const auto file = read(couple);
            if (!file) return core::pass(file.error());
            if (!*file) continue;
            for (std::size_t visit = (*file)->visits.size(); visit-- > 0;) {
                auto part = part_of(couple, **file, visit, person.partner);
                if (const auto done = add(2, study_row(m_times, part)); !done) return done;
                if (!m_plan.with_private) continue;
                const auto record = opened(part.visit, person.partner);
                if (!record) return core::pass(record.error());
                part.opened = *record ? &**record : nullptr;
                if (const auto done = add(3, study_row(m_covered, part)); !done) return done;
            }
        }
        return {};
    }

    core::Done describe() {
        std::vector<report::StudyFile> tables{{m_answers, "study.csv", "study missing.csv"},
                                              {m_times, "study times.csv", ""}};
        if (m_plan.with_private) tables.push_back({m_covered, "study private.csv", "study private missing.csv"});
        for (const auto& [name, bytes] : {std::pair{"study codebook.csv", report::study_codebook(tables)},
                                          {"datapackage.json", report::study_package(tables)},
                                          {"study.R", report::study_r(tables)},
                                          {"study.sps", report::study_spss(tables)}}) {
            auto file = StudyFile::begin(m_plan.to / name);
            if (!file) return core::pass(file.error());
            m_files.push_back(std::move(*file));
            if (const auto done = m_files.back().add(bytes); !done) return done;
        }
        return {};
    }

    core::Done finish() {
        for (auto& file : m_files)
            if (const auto done = file.flush(); !done) return done;
        for (auto& file : m_files) {
            if (const auto done = file.finish(); !done) return done;
            m_written.files.push_back(file.path());
        }
        return {};
    }

    EffectContext& m_context;
    const StudyPlan& m_plan;
    CaseReader m_reader;
    report::StudyBook m_answers, m_covered, m_times;
    std::vector<StudyCouple> m_couples;
    std::vector<StudyPerson> m_people;
    std::vector<StudyFile> m_files;
    StudyFiles m_written;
};

}

core::Result<StudyFiles> write_study(EffectContext& context, const StudyPlan& plan) {
    if (!context.keys.therapist) return core::pass(caseload_locked());
    const core::Speaking speaking(plan.locale.catalogue.get());
    return StudyWriter(context, plan).write();
}

}
