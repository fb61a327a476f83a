// What a therapist takes away in files. What cannot be noted in the audit log is not written.
#include "effects_rows.hpp"
#include "export_files.hpp"
#include "report/chart_pdf.hpp"
#include <algorithm>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace action = model::action;
namespace effect = model::effect;

namespace {

ExportFormat format_of(model::ExportKind kind) {
    switch (kind) {
    case model::ExportKind::chart:
        return ExportFormat::pdf;
    case model::ExportKind::keepsake:
        return ExportFormat::keepsake;
    case model::ExportKind::csv:
        return ExportFormat::csv;
    case model::ExportKind::json:
        return ExportFormat::json;
    case model::ExportKind::fhir:
        return ExportFormat::fhir;
    case model::ExportKind::archive:
        return ExportFormat::zip_all;
    }
    return ExportFormat::pdf;
}

// Private pages go into no page that a couple takes home.
std::set<model::Role> private_items(const effect::WriteChart& order) {
    std::set<model::Role> roles;
    if (order.kind == model::ExportKind::keepsake) return roles;
    if (order.private_a) roles.insert(model::Role::a);
    if (order.private_b) roles.insert(model::Role::b);
    return roles;
}

core::Done make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, std::filesystem::perm_options::replace,
                                     error);
    if (std::filesystem::is_directory(folder, error)) return {};
    return core::fail(core::ErrorCode::io, "the export folder cannot be made");
}

std::string plain_code(const std::string& chart_code) {
    std::string code;
    for (const char c : chart_code)
        code += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
    return code;
}

}

core::Result<std::filesystem::path> EffectRunner::write_visit_chart(const effect::WriteChart& order,
                                                                    const OpenedCase& opened,
                                                                    const model::Tongue& tongue) {
    const auto& file = opened.file;
    const auto found = std::ranges::find(file.visits, order.sitting, &model::VisitRecord::sitting);
    const core::Speaking speaking(tongue.catalogue.get());
    report::ChartInput input{.content = *tongue.content,
                             .file = file,
                             .visit = static_cast<std::size_t>(found - file.visits.begin()),
                             .practice = tongue.practice->name,
                             .private_a = {},
                             .private_b = {},
                             .printed_at = wall()};
    for (const auto& record : opened.private_records)
        (record.role == model::Role::a ? input.private_a : input.private_b) = record;
    const auto path =
        m_world.export_folder / fmt::format("{} {:%Y-%m-%d}{}.pdf", plain_code(file.chart_code), found->date,
                                            opened.private_records.empty() ? "" : " with private pages");
    if (auto done = report::write_chart(input, path); !done) return core::pass(done.error());
    return path;
}

EffectRunner::Answers EffectRunner::on(const effect::WriteChart& order) {
    const auto failed = [](const core::Error& error) -> Answers { return {action::TherapistFailed{error}}; };
    if (!m_therapist) return failed({core::ErrorCode::invalid_state, "the caseload is locked"});
    const auto sitting = m_data.store.sitting(order.sitting);
    if (!sitting) return failed(sitting.error());
    auto file = reader().case_file(sitting->in_case);
    if (!file) return failed(file.error());
    if (std::ranges::find(file->visits, order.sitting, &model::VisitRecord::sitting) == file->visits.end())
        return failed({core::ErrorCode::not_found, "visit"});
    const bool whole_case = order.kind != model::ExportKind::chart && order.kind != model::ExportKind::keepsake;
    OpenedCase opened{.therapist = m_therapist->who.id, .file = std::move(*file), .private_records = {}};
    if (order.kind == model::ExportKind::keepsake)
        std::erase_if(opened.file.visits, [&](const auto& visit) { return visit.sitting != order.sitting; });
    for (const auto& visit : opened.file.visits)
        for (const auto role : private_items(order)) {
            if (!whole_case && visit.sitting != order.sitting) continue;
            auto record = reader().private_record(visit.sitting, role);
            if (!record) return failed(record.error());
            opened.private_records.push_back(std::move(*record));
        }
    const auto tongue = std::ranges::find(m_world.tongues, order.language, &model::Tongue::language);
    const ExportPlan plan{.data_folder = {},
                          .chart_code = opened.file.chart_code,
                          .therapist = {},
                          .format = format_of(order.kind),
                          .to = m_world.export_folder,
                          .private_items = private_items(order),
                          .tongue = tongue != m_world.tongues.end()
                                        ? *tongue
                                        : model::Tongue{.content = m_world.content, .practice = m_world.practice}};
    if (const auto there = make_folder(m_world.export_folder); !there) return failed(there.error());
    auto about = fmt::format("sitting:{} {}", order.sitting.value, name_of(plan.format));
    for (const auto role : plan.private_items)
        about += role == model::Role::a ? " private:a" : " private:b";
    if (const auto noted = note("exported", about); !noted) return failed(noted.error());
    if (order.kind == model::ExportKind::chart) {
        const auto path = write_visit_chart(order, opened, plan.tongue);
        if (!path) return failed(path.error());
        return {action::ChartWritten{path->string()}};
    }
    const auto written = write_export(plan, opened, order.archive, wall());
    if (!written) return failed(written.error());
    std::string paths;
    for (const auto& path : *written)
        paths += (paths.empty() ? "" : "\n") + path.string();
    return {action::ChartWritten{std::move(paths)}};
}
