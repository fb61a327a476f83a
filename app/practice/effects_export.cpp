// What a therapist takes away in files. What cannot be noted in the audit log is not written.
#include "practice/effects_rows.hpp"
#include "practice/export_job.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

core::Done make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, std::filesystem::perm_options::replace,
                                     error);
    if (std::filesystem::is_directory(folder, error)) return {};
    return core::fail(core::ErrorCode::io, "the export folder cannot be made");
}

}

EffectRunner::Answers EffectRunner::on(const effect::FindUsbDrives&) {
    return {action::UsbDrivesFound{m_world.usb_drives ? m_world.usb_drives() : std::vector<model::ExportPlace>{}}};
}

core::Result<OpenedCase> EffectRunner::case_to_export(const effect::WriteExport& order) {
    if (!m_therapist) return core::fail(core::ErrorCode::invalid_state, "the caseload is locked");
    const auto sitting = m_data.store.sitting(order.sitting);
    if (!sitting) return core::pass(sitting.error());
    auto file = reader().case_file(sitting->in_case);
    if (!file) return core::pass(file.error());
    if (std::ranges::find(file->visits, order.sitting, &model::VisitRecord::sitting) == file->visits.end())
        return core::fail(core::ErrorCode::not_found, "visit");
    OpenedCase opened{.therapist = m_therapist->who.id, .file = std::move(*file), .private_records = {}};
    if (!order.whose || !order.with_private) return opened;
    for (const auto& visit : opened.file.visits) {
        const bool wanted = !model::is_of_one_visit(order.format) || visit.sitting == order.sitting;
        if (!wanted || model::part_of(visit, *order.whose).status != model::PartStatus::sealed) continue;
        auto record = reader().private_record(visit.sitting, *order.whose);
        if (!record) return core::pass(record.error());
        opened.private_records.push_back(std::move(*record));
    }
    return opened;
}

core::Result<ExportJob> EffectRunner::begin_export(const effect::WriteExport& order) {
    auto opened = case_to_export(order);
    if (!opened) return core::pass(opened.error());
    const auto locale = std::ranges::find(m_world.locales, order.language, &model::Locale::language);
    const bool one_visit = model::is_of_one_visit(order.format);
    const ExportPlan plan{.data_folder = {},
                          .chart_code = opened->file.chart_code,
                          .therapist = {},
                          .format = order.format,
                          .to = order.to.empty() ? m_world.export_folder : std::filesystem::path(order.to),
                          .whose = order.whose,
                          .with_private = order.with_private,
                          .only = one_visit ? std::optional(order.sitting) : std::nullopt,
                          .locale = locale != m_world.locales.end()
                                        ? *locale
                                        : model::Locale{.content = m_world.content, .practice = m_world.practice}};
    // A stick that is gone is not made up as a folder of the kiosk's own disk.
    if (order.to.empty())
        if (const auto there = make_folder(plan.to); !there) return core::pass(there.error());
    const auto about =
        fmt::format("sitting:{} {}{}", order.sitting.value, what_of(plan), order.to.empty() ? "" : " stick");
    if (const auto noted = note("exported", about); !noted) return core::pass(noted.error());
    return ExportJob::begin(plan, std::move(*opened), order.archive, wall());
}

EffectRunner::Answers EffectRunner::on(const effect::WriteExport& order) {
    m_export.reset();
    auto job = begin_export(order);
    if (!job) return {action::TherapistFailed{job.error()}};
    m_export = std::make_shared<ExportJob>(std::move(*job));
    return {action::ExportGoesOn{m_export->done(), m_export->of()}};
}

EffectRunner::Answers EffectRunner::on(const effect::GoOnWriting&) {
    if (!m_export) return {};
    if (const auto went = m_export->go_on(); !went) {
        m_export.reset();
        return {action::TherapistFailed{went.error()}};
    }
    if (m_export->done() < m_export->of()) return {action::ExportGoesOn{m_export->done(), m_export->of()}};
    const auto job = std::exchange(m_export, nullptr);
    std::string paths;
    for (const auto& path : job->written())
        paths += (paths.empty() ? "" : "\n") + path.string();
    return {action::ExportWritten{std::move(paths)}};
}

EffectRunner::Answers EffectRunner::on(const effect::StopWriting&) {
    m_export.reset();
    return {};
}

}
