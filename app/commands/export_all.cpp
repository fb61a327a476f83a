#include "commands/export_all.hpp"
#include "commands/therapist_orders.hpp"
#include "practice/export_job.hpp"
#include <fmt/format.h>
#include <set>

namespace commands {

namespace {

namespace action = model::action;
namespace effect = model::effect;

// What no other case would do better with.
bool stops_the_export(const core::Error& error) {
    return error.code == core::ErrorCode::io || error.code == core::ErrorCode::busy ||
           error.code == core::ErrorCode::out_of_memory;
}

class AllCases {
public:
    AllCases(practice::PracticeData data, const practice::ExportPlan& plan, const ExportSecrets& secrets,
             const std::function<void(const std::filesystem::path&)>& tell)
        : m_plan(plan), m_secrets(secrets), m_tell(tell),
          m_orders("export", std::move(data), plan.locale, {}, plan.to) {}

    core::Result<ExportedAll> write() {
        const auto unlocked = m_orders.unlock(m_plan.therapist, m_secrets.passphrase);
        if (!unlocked) return core::pass(unlocked.error());
        if (unlocked->cases.empty())
            return core::fail(core::ErrorCode::not_found,
                              fmt::format("--all: {} has no case", unlocked->therapist.name));
        for (const auto& one : unlocked->cases)
            if (const auto done = write(one, unlocked->therapist.id); !done) return core::pass(done.error());
        return std::move(m_written);
    }

private:
    core::Done write(const model::CaseSummary& one, core::TherapistId therapist) {
        auto opened = m_orders.run<action::CaseOpened>(effect::OpenCase{one.id});
        if (!opened && stops_the_export(opened.error())) return core::pass(opened.error());
        if (!opened) {
            m_written.left_out.push_back(one.chart_code);
            return {};
        }
        const auto about = fmt::format("case:{} {}", one.id.value, practice::what_of(m_plan));
        if (const auto logged = m_orders.context().append_audit("exported", about); !logged) return logged;
        auto plan = m_plan;
        plan.chart_code = one.chart_code;
        while (!m_names.insert(practice::file_code_of(plan, one.chart_code)).second)
            ++plan.namesake; // another code that reads the same in a file's name
        auto job =
            practice::ExportJob::begin(plan, {therapist, std::move(opened->file), {}}, m_secrets.archive, now().wall);
        if (!job && job.error().code == core::ErrorCode::not_found) return {}; // of this format it has nothing
        if (!job) return core::pass(job.error());
        while (job->done() < job->of())
            if (const auto went = job->go_on(); !went) return went;
        ++m_written.cases;
        m_written.files += job->written().size();
        for (const auto& file : job->written())
            m_tell(file);
        for (const auto& part : job->refused())
            m_written.refused.push_back(fmt::format("{}: {}", one.chart_code, words_of(part)));
        return {};
    }

    const practice::ExportPlan& m_plan;
    const ExportSecrets& m_secrets;
    const std::function<void(const std::filesystem::path&)>& m_tell;
    TherapistOrders m_orders;
    std::set<std::string> m_names;
    ExportedAll m_written;
};

}

core::Result<ExportedAll> export_all(const practice::ExportPlan& plan, const ExportSecrets& secrets,
                                     const std::function<void(const std::filesystem::path&)>& tell) {
    if (const auto there = check_export_folder(plan); !there) return core::pass(there.error());
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    return AllCases(std::move(*data), plan, secrets, tell).write();
}

int run_export_all(const practice::ExportPlan& plan) {
    auto secrets = ask_export_secrets(plan);
    if (!secrets) return refuse_export(secrets.error());
    const auto written =
        export_all(plan, *secrets, [](const std::filesystem::path& file) { fmt::print("{}\n", file.string()); });
    if (!written) return refuse_export(written.error());
    for (const auto& refused : written->refused)
        fmt::print(stderr, "sameside: not in the export: {}\n", refused);
    for (const auto& code : written->left_out)
        fmt::print(stderr, "sameside: could not be read and is left out: {}\n", code);
    return written->refused.empty() && written->left_out.empty() ? 0 : 1;
}

}
