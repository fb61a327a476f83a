#include "commands/figures_command.hpp"
#include "commands/terminal.hpp"
#include "commands/therapist_orders.hpp"
#include "report/figures_csv.hpp"
#include <fmt/format.h>

namespace commands {

namespace {

namespace action = model::action;
namespace effect = model::effect;

core::Done check_figures_folder(const FiguresPlan& plan) {
    std::error_code error;
    if (std::filesystem::is_directory(plan.to, error)) return {};
    return core::fail(core::ErrorCode::not_found, fmt::format("--to {}: there is no such folder", plan.to.string()));
}

core::Result<std::shared_ptr<const model::PracticeFigures>> gathered(TherapistOrders& orders, bool with_private) {
    auto part = orders.run<action::FiguresGoOn>(effect::GatherFigures{with_private});
    while (part && part->done < part->of)
        part = orders.run<action::FiguresGoOn>(effect::GoOnGathering{});
    if (!part) return core::pass(part.error());
    auto read = orders.run<action::FiguresRead>(effect::GoOnGathering{});
    if (!read) return core::pass(read.error());
    return std::move(read->figures);
}

}

CLI::App* add_figures_command(CLI::App& app, FiguresOptions& options) {
    auto* command = app.add_subcommand("figures", "the practice's own figures of each scale; asks for the therapist's "
                                                  "passphrase, while the kiosk is not running");
    command->add_option("--to", options.to, "a folder that is there")->required();
    command->add_option("--therapist", options.therapist, "whose cases, where there is more than one therapist");
    command->add_flag("--private", options.with_private, "private forms too; the audit log says so");
    command->add_flag("--sem", options.sem, "also print the lines that a form's file says its own error with");
    return command;
}

core::Result<Figured> write_figures(const FiguresPlan& plan, const core::SecretText& passphrase) {
    if (const auto there = check_figures_folder(plan); !there) return core::pass(there.error());
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return core::pass(data.error());
    TherapistOrders orders("figures", std::move(*data), plan.locale, plan.locales, plan.to);
    if (const auto unlocked = orders.unlock(plan.therapist, passphrase); !unlocked) return core::pass(unlocked.error());
    auto figures = gathered(orders, plan.with_private);
    if (!figures) return core::pass(figures.error());
    const auto written = orders.run<action::FiguresWritten>(
        effect::WriteFigures{.figures = *figures, .to = plan.to.string(), .language = plan.locale.language});
    if (!written) return core::pass(written.error());
    Figured done{.files = {}, .figures = std::move(*figures)};
    for (const char* name : {"figures.csv", "figures items.csv", "figures times.csv", "figures.pdf"})
        done.files.push_back(plan.to / name);
    return done;
}

int run_figures(const FiguresPlan& plan) {
    const Terminal terminal("figures");
    const auto refuse = [&](const core::Error& why) {
        terminal.say(fmt::format("sameside: {}\n", why.detail));
        return 2;
    };
    if (const auto there = check_figures_folder(plan); !there) return refuse(there.error()); // before anything is typed
    const auto passphrase = terminal.ask_secret("Your passphrase: ");
    if (!passphrase) return refuse(passphrase.error());
    const auto done = write_figures(plan, *passphrase);
    if (!done) return refuse(done.error());
    for (const auto& file : done->files)
        fmt::print("{}\n", file.string());
    if (plan.sem)
        fmt::print("\n{}", report::sem_lines(*done->figures, *plan.locale.content, plan.locale.practice->name));
    if (done->figures->left_out == 0) return 0;
    terminal.say(fmt::format("sameside: {} parts could not be opened and are left out\n", done->figures->left_out));
    return 1;
}

}
