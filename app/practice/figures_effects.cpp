#include "practice/figures_effects.hpp"
#include "practice/export_effects.hpp"
#include "report/figure_times.hpp"
#include "report/figures_csv.hpp"
#include "report/figures_pdf.hpp"
#include "report/whole_file.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

core::Result<std::vector<std::filesystem::path>> write_figures(const model::PracticeFigures& figures,
                                                               const std::filesystem::path& to,
                                                               const model::Locale& locale,
                                                               std::span<const model::Locale> locales) {
    const core::Speaking speaking(locale.catalogue.get());
    auto page = report::figures_pdf(
        {.figures = figures, .content = *locale.content, .practice = locale.practice->name, .locales = locales});
    if (!page) return core::pass(page.error());
    const std::pair<const char*, std::string> files[] = {
        {"figures.csv", report::figures_csv(figures, *locale.content)},
        {"figures items.csv", report::figure_items_csv(figures, *locale.content)},
        {"figures times.csv", report::figure_times_csv(figures.times)},
        {"figures.pdf", std::move(*page)}};
    std::vector<report::WholeFile> begun; // all are whole or none is there
    std::vector<std::filesystem::path> written;
    for (const auto& [name, bytes] : files) {
        auto file = report::WholeFile::begin(to / name, report::Existing::replaced);
        if (!file) return core::pass(file.error());
        if (const auto done = file->write(bytes); !done) return core::pass(done.error());
        begun.push_back(std::move(*file));
        written.push_back(to / name);
    }
    for (auto& file : begun)
        if (const auto done = file.finish(); !done) return core::pass(done.error());
    return written;
}

Answers FiguresEffects::on(const effect::GatherFigures& order) {
    stop();
    if (!m_context.keys.therapist) return {action::TherapistFailed{caseload_locked()}};
    const auto cases = reader().caseload(m_context.wall());
    if (!cases) return {action::TherapistFailed{cases.error()}};
    const auto about = fmt::format("cases:{}{}", cases->size(), order.with_private ? " private" : "");
    if (const auto logged = m_context.append_audit("figures-read", about); !logged)
        return {action::TherapistFailed{logged.error()}};
    std::vector<core::CaseId> ids;
    for (const auto& one : *cases)
        ids.push_back(one.id);
    m_job.emplace(m_context.forms.today(), std::move(ids), order.with_private);
    return {action::FiguresGoOn{0, m_job->of()}};
}

Answers FiguresEffects::go_on() {
    if (m_job->done() < m_job->of()) {
        auto cases = reader();
        const auto went = m_job->go_on(cases);
        if (went) return {action::FiguresGoOn{m_job->done(), m_job->of()}};
        stop();
        return {action::TherapistFailed{went.error()}};
    }
    auto figures = std::make_shared<const model::PracticeFigures>(m_job->figures(m_context.wall()));
    stop();
    return {action::FiguresRead{std::move(figures)}};
}

Answers FiguresEffects::on(const effect::GoOnGathering&) {
    if (!m_job || !m_context.keys.therapist) return {};
    return go_on();
}

Answers FiguresEffects::on(const effect::StopGathering&) {
    stop();
    return {};
}

Answers FiguresEffects::on(const effect::WriteFigures& order) {
    if (!m_context.keys.therapist) return {action::TherapistFailed{caseload_locked()}};
    const auto& world = m_context.world;
    const auto spoken = std::ranges::find(world.locales, order.language, &model::Locale::language);
    const auto locale =
        spoken != world.locales.end() ? *spoken : model::Locale{.content = world.content, .practice = world.practice};
    const auto to = order.to.empty() ? world.export_folder : std::filesystem::path(order.to);
    if (order.to.empty())
        if (const auto there = make_export_folder(to); !there) return {action::TherapistFailed{there.error()}};
    if (const auto logged = m_context.append_audit("figures-written", order.figures->with_private ? "private" : "");
        !logged)
        return {action::TherapistFailed{logged.error()}};
    const auto written = write_figures(*order.figures, to, locale, world.locales);
    if (!written) return {action::TherapistFailed{written.error()}};
    std::string paths;
    for (const auto& path : *written)
        paths += (paths.empty() ? "" : "\n") + path.string();
    return {action::FiguresWritten{std::move(paths)}};
}

}
