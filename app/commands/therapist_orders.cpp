#include "commands/therapist_orders.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace commands {

core::Now now() {
    return {std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now()),
            std::chrono::time_point_cast<core::Milliseconds>(std::chrono::steady_clock::now())};
}

TherapistOrders::TherapistOrders(std::string command, practice::PracticeData data, const model::Locale& locale,
                                 std::vector<model::Locale> locales, std::filesystem::path to)
    : m_command(std::move(command)), m_runner(std::move(data), {.content = locale.content,
                                                                .practice = locale.practice,
                                                                .locales = std::move(locales),
                                                                .now = now,
                                                                .screen_check = {},
                                                                .export_folder = std::move(to)}) {}

core::Error TherapistOrders::refused(const model::Refusal& refusal) const {
    const auto left = refusal.until ? *refusal.until - now().steady : core::Milliseconds(0);
    const auto seconds = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(left).count());
    if (refusal.why == model::Refusal::Why::paused)
        return {core::ErrorCode::throttled,
                fmt::format("{}: wrong passphrases; the next try is in {} s", m_command, seconds)};
    return {core::ErrorCode::wrong_secret, fmt::format("{}: the passphrase does not match", m_command)};
}

core::Result<model::TherapistName> TherapistOrders::therapist(const std::string& name) {
    auto staff = run<model::action::StaffListed>(model::effect::ListStaff{});
    if (!staff) return core::pass(staff.error());
    if (name.empty() && staff->therapists.size() == 1) return staff->therapists.front();
    std::string names;
    for (const auto& one : staff->therapists) {
        if (one.name == name) return one;
        names += (names.empty() ? "" : ", ") + one.name;
    }
    return core::fail(core::ErrorCode::not_found, fmt::format("--therapist: one of these is needed: {}", names));
}

core::Result<model::action::Unlocked> TherapistOrders::unlock(const std::string& name,
                                                              const core::SecretText& passphrase) {
    const auto who = therapist(name);
    if (!who) return core::pass(who.error());
    return run<model::action::Unlocked>(model::effect::UnlockTherapist{*who, passphrase});
}

}
