#include "commands/export_study.hpp"
#include "commands/terminal.hpp"
#include "commands/therapist_orders.hpp"
#include <fmt/format.h>

namespace commands {

namespace {

core::Done check_study_folder(const StudyOrder& order) {
    std::error_code error;
    if (std::filesystem::is_directory(order.plan.to, error)) return {};
    return core::fail(core::ErrorCode::not_found,
                      fmt::format("--to {}: there is no such folder", order.plan.to.string()));
}

}

core::Result<practice::StudyFiles> export_study(const StudyOrder& order, const core::SecretText& passphrase) {
    if (const auto there = check_study_folder(order); !there) return core::pass(there.error());
    auto data = practice::open_practice(order.data_folder);
    if (!data) return core::pass(data.error());
    TherapistOrders orders("export", std::move(*data), order.plan.locale, {}, order.plan.to);
    if (const auto unlocked = orders.unlock(order.therapist, passphrase); !unlocked)
        return core::pass(unlocked.error());
    return practice::write_study(orders.context(), order.plan);
}

int run_study(const StudyOrder& order) {
    const Terminal terminal("export");
    const auto refuse = [&](const core::Error& why) {
        terminal.say(fmt::format("sameside: {}\n", why.detail));
        return 2;
    };
    if (const auto there = check_study_folder(order); !there) return refuse(there.error()); // before anything is typed
    const auto passphrase = terminal.ask_secret("Your passphrase: ");
    if (!passphrase) return refuse(passphrase.error());
    const auto written = export_study(order, *passphrase);
    if (!written) return refuse(written.error());
    for (const auto& file : written->files)
        fmt::print("{}\n", file.string());
    if (written->refused > 0)
        terminal.say(fmt::format("sameside: {} parts could not be opened; their rows say so\n", written->refused));
    if (written->left_out > 0)
        terminal.say(fmt::format("sameside: {} couples could not be read and are left out\n", written->left_out));
    return written->refused + written->left_out == 0 ? 0 : 1;
}

}
