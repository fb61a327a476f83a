#include "commands/export_case.hpp"
#include "commands/terminal.hpp"
#include "commands/therapist_orders.hpp"
#include "practice/audit.hpp"
#include "practice/export_job.hpp"
#include "practice/row_values.hpp"
#include "practice/secret_rules.hpp"
#include "report/iso_time.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace commands {

namespace {

namespace action = model::action;
namespace effect = model::effect;

core::Result<practice::OpenedCase> open_case(practice::PracticeData data, const practice::ExportPlan& plan,
                                             const core::SecretText& passphrase) {
    TherapistOrders orders("export", std::move(data), plan.locale, {}, plan.to);
    const auto unlocked = orders.unlock(plan.therapist, passphrase);
    if (!unlocked) return core::pass(unlocked.error());
    const auto& who = unlocked->therapist;
    const auto summary = std::ranges::find_if(unlocked->cases, [&](const model::CaseSummary& one) {
        return practice::index_text(one.chart_code) == practice::index_text(plan.chart_code);
    });
    if (summary == unlocked->cases.end())
        return core::fail(core::ErrorCode::not_found,
                          fmt::format("--case {}: {} has no such case", plan.chart_code, who.name));
    auto opened = orders.run<action::CaseOpened>(effect::OpenCase{summary->id});
    if (!opened) return core::pass(opened.error());
    return practice::opened_for(
        plan, who.id, std::move(opened->file),
        [&](core::SittingId sitting, model::Partner partner) -> core::Result<model::PrivateRecord> {
            auto read = orders.run<action::PrivateRead>(effect::ReadPrivate{sitting, partner, true});
            if (!read) return core::pass(read.error());
            return std::move(read->record);
        });
}

// Before anything is written: what cannot be noted is not exported.
core::Done note(const practice::ExportPlan& plan, const practice::OpenedCase& opened) {
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    const auto about = fmt::format("case:{} {}", opened.file.id.value, practice::what_of(plan));
    return practice::audit::append(*data, now().wall, fmt::format("therapist:{}", opened.therapist.value), "exported",
                                   about);
}

}

core::Done check_export_folder(const practice::ExportPlan& plan) {
    std::error_code error;
    if (std::filesystem::is_directory(plan.to, error)) return {};
    return core::fail(core::ErrorCode::not_found, fmt::format("--to {}: there is no such folder", plan.to.string()));
}

core::Result<Exported> export_case(const practice::ExportPlan& plan, const ExportSecrets& secrets) {
    if (const auto there = check_export_folder(plan); !there) return core::pass(there.error());
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    auto opened = open_case(std::move(*data), plan, secrets.passphrase); // closes the data at its end
    if (!opened) return core::pass(opened.error());
    if (const auto noted = note(plan, *opened); !noted) return core::pass(noted.error());
    auto job = practice::ExportJob::begin(plan, std::move(*opened), secrets.archive, now().wall);
    if (!job) return core::pass(job.error());
    while (job->done() < job->of())
        if (const auto went = job->go_on(); !went) return core::pass(went.error());
    return Exported{job->written(), job->refused()};
}

std::string words_of(const practice::RefusedInExport& refused) {
    const auto part = refused.whose ? (*refused.whose == model::Partner::a ? "part a" : "part b") : "the shared page";
    return fmt::format("{}, {}: {}", report::local_day(refused.visit), part, refused.why.words_in(nullptr));
}

int refuse_export(const core::Error& why) {
    Terminal("export").say(fmt::format("sameside: {}\n", why.detail));
    return 2;
}

core::Result<ExportSecrets> ask_export_secrets(const practice::ExportPlan& plan) {
    if (const auto there = check_export_folder(plan); !there) return core::pass(there.error()); // before it is typed
    const Terminal terminal("export");
    ExportSecrets secrets;
    auto passphrase = terminal.ask_secret("Your passphrase: ");
    if (!passphrase) return core::pass(passphrase.error());
    secrets.passphrase = std::move(*passphrase);
    if (plan.format != model::ExportFormat::archive) return secrets;
    auto archive = terminal.ask_twice("A passphrase for the archive (12 letters or more): ",
                                      "The same passphrase again: ", [](std::string_view typed) {
                                          return practice::passphrase_trouble(typed, {}); // typed elsewhere
                                      });
    if (!archive) return core::pass(archive.error());
    secrets.archive = std::move(*archive);
    return secrets;
}

int run_export(const practice::ExportPlan& plan) {
    const auto secrets = ask_export_secrets(plan);
    if (!secrets) return refuse_export(secrets.error());
    const auto exported = export_case(plan, *secrets);
    if (!exported) return refuse_export(exported.error());
    for (const auto& file : exported->files)
        fmt::print("{}\n", file.string());
    for (const auto& refused : exported->refused)
        fmt::print(stderr, "sameside: not in the export: {}\n", words_of(refused));
    return exported->refused.empty() ? 0 : 1;
}

}
