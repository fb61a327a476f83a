// What memory it takes to write everybody for a study, and one couple of many visits in each format.
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include "commands/export_case.hpp"
#include "commands/export_study.hpp"
#include <fmt/format.h>
#include <fstream>

namespace bench {

namespace {

// The most that this process held since the last call, in MiB; the kernel's proc_pid_clear_refs(5) sets it back.
double most_since() {
    std::ifstream status("/proc/self/status");
    double peak = 0;
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) peak = std::stod(line.substr(6)) / 1024;
    std::ofstream("/proc/self/clear_refs") << "5";
    return peak;
}

model::Locale locale_of(const World& world) {
    return {.language = model::Language{}, .catalogue = {}, .content = world.content, .practice = world.practice};
}

std::filesystem::path made(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    return folder;
}

core::Result<double> study_of(const std::filesystem::path& data, const World& world) {
    commands::StudyOrder order{.data_folder = data, .therapist = {}, .plan = {}};
    order.plan.to = made(data / "out");
    order.plan.with_private = true;
    order.plan.scope = {.texts = true, .dates = true};
    order.plan.source = world.content;
    order.plan.locale = locale_of(world);
    most_since();
    const auto written = commands::export_study(order, core::SecretText(passphrase));
    if (!written) return core::pass(written.error());
    return most_since();
}

core::Result<double> case_of(const std::filesystem::path& data, const World& world, model::ExportFormat format) {
    practice::ExportPlan plan{.data_folder = data,
                              .chart_code = "MC-0",
                              .therapist = {},
                              .format = format,
                              .to = made(data / "out"),
                              .whose = {},
                              .with_private = false,
                              .with_notes = false,
                              .only = {},
                              .names = false,
                              .identifier_system = {},
                              .locale = locale_of(world)};
    commands::ExportSecrets secrets;
    secrets.passphrase = core::SecretText(passphrase);
    most_since();
    const auto written = commands::export_case(plan, secrets);
    if (!written) return core::pass(written.error());
    return most_since();
}

core::Done filled(const std::filesystem::path& folder, const World& world, int couples, int visits) {
    if (auto done = make_practice_in(folder, true); !done) return done;
    return fill(folder, world, couples, visits);
}

}

core::Done study(const Options& options) {
    const auto content = shipped_content();
    if (!content) return core::pass(content.error());
    const auto world = world_of(*content);
    const int few = options.quick ? 20 : 500, times = 10;
    double before = 0;
    for (const int couples : {few, few * times}) {
        const auto folder = options.data / std::to_string(couples);
        if (auto done = filled(folder, world, couples, 1); !done) return done;
        const auto began = Clock::now();
        const auto most = study_of(folder, world);
        if (!most) return core::pass(most.error());
        const auto aim = before > 0 ? std::optional(*most < before + 8) : std::nullopt;
        print({fmt::format("{} parts for a study: most memory", 2 * couples), fmt::format("{:.1f} MiB", *most),
               aim ? "+8 MiB" : "", aim,
               fmt::format("of the whole process, {:.1f} s", milliseconds(Clock::now() - began) / 1000)});
        before = *most;
    }
    using enum model::ExportFormat;
    for (const int visits : {options.quick ? 5 : 50, options.quick ? 50 : 500}) {
        const auto folder = options.data / fmt::format("visits-{}", visits);
        if (auto done = filled(folder, world, 1, visits); !done) return done;
        for (const auto format : {csv, json, fhir}) {
            const auto most = case_of(folder, world, format);
            if (!most) return core::pass(most.error());
            print({fmt::format("{} parts of one couple as {}: most memory", 2 * visits, model::facts_of(format).word),
                   fmt::format("{:.1f} MiB", *most),
                   "",
                   {},
                   "of the whole process, which reads the whole case"});
        }
    }
    return {};
}

}
