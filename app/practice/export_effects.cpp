#include "practice/export_effects.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

core::Done make_export_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, std::filesystem::perm_options::replace,
                                     error);
    if (std::filesystem::is_directory(folder, error)) return {};
    return core::fail(core::ErrorCode::io, "the export folder cannot be made");
}

Answers ExportEffects::on(const effect::FindUsbDrives&) {
    return {action::UsbDrivesFound{m_context.world.usb_drives ? m_context.world.usb_drives()
                                                              : std::vector<model::ExportPlace>{}}};
}

core::Result<model::CaseFile> ExportEffects::case_of(const effect::WriteExport& order) {
    if (!m_keys.therapist) return core::pass(caseload_locked());
    const auto sitting = m_data.store.sitting(order.sitting);
    if (!sitting) return core::pass(sitting.error());
    auto file = reader().case_file(sitting->in_case);
    if (!file) return core::pass(file.error());
    if (std::ranges::find(file->visits, order.sitting, &model::VisitRecord::sitting) == file->visits.end())
        return core::fail(core::ErrorCode::not_found, "visit");
    return file;
}

core::Result<ExportJob> ExportEffects::begin(const effect::WriteExport& order) {
    auto file = case_of(order);
    if (!file) return core::pass(file.error());
    const auto locale = std::ranges::find(m_context.world.locales, order.language, &model::Locale::language);
    const bool one_visit = model::facts_of(order.format).is_of_one_visit;
    const ExportPlan plan{
        .data_folder = {},
        .chart_code = file->chart_code,
        .therapist = {},
        .format = order.format,
        .to = order.to.empty() ? m_context.world.export_folder : std::filesystem::path(order.to),
        .whose = order.whose,
        .with_private = order.with_private,
        .with_notes = order.with_notes,
        .only = one_visit ? std::optional(order.sitting) : std::nullopt,
        .locale = locale != m_context.world.locales.end()
                      ? *locale
                      : model::Locale{.content = m_context.world.content, .practice = m_context.world.practice}};
    auto opened = opened_for(
        plan, m_keys.therapist->who.id, std::move(*file),
        [&](core::SittingId sitting, model::Partner partner) { return reader().private_record(sitting, partner); });
    if (!opened) return core::pass(opened.error());
    // A stick that is gone is not made up as a folder of the kiosk's own disk.
    if (order.to.empty())
        if (const auto there = make_export_folder(plan.to); !there) return core::pass(there.error());
    const auto about =
        fmt::format("sitting:{} {}{}", order.sitting.value, what_of(plan), order.to.empty() ? "" : " stick");
    if (const auto logged = m_context.append_audit("exported", about); !logged) return core::pass(logged.error());
    return ExportJob::begin(plan, std::move(*opened), order.archive, m_context.wall());
}

Answers ExportEffects::on(const effect::WriteExport& order) {
    stop();
    auto job = begin(order);
    if (!job) return {action::TherapistFailed{job.error()}};
    m_job = std::move(*job);
    return {action::ExportGoesOn{m_job->done(), m_job->of()}};
}

Answers ExportEffects::on(const effect::GoOnWriting&) {
    if (!m_job) return {};
    if (const auto went = m_job->go_on(); !went) {
        stop();
        return {action::TherapistFailed{went.error()}};
    }
    if (m_job->done() < m_job->of()) return {action::ExportGoesOn{m_job->done(), m_job->of()}};
    std::string paths;
    for (const auto& path : m_job->written())
        paths += (paths.empty() ? "" : "\n") + path.string();
    const bool incomplete = !m_job->refused().empty();
    stop();
    return {action::ExportWritten{std::move(paths), incomplete}};
}

Answers ExportEffects::on(const effect::StopWriting&) {
    stop();
    return {};
}

}
