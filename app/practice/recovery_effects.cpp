// The therapist's orders where the passphrase is forgotten.
#include "practice/recovery.hpp"
#include "practice/secret_rules.hpp"
#include "practice/therapist_effects.hpp"
#include "practice/tries.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

// Which word was misread; nothing where they do not belong together.
std::optional<int> misread_word(const core::Error& error) {
    constexpr std::string_view named = "recovery word ";
    if (!error.detail.starts_with(named)) return std::nullopt;
    int word = 0;
    std::from_chars(error.detail.data() + named.size(), error.detail.data() + error.detail.size(), word);
    return word > 0 ? std::optional(word) : std::nullopt;
}

core::Message unreadable() {
    return core::message("recover.unreadable", "The kiosk's data could not be read. Nothing was changed.");
}

core::Message words_on_kit(const core::Error& error) {
    switch (error.code) {
    case core::ErrorCode::throttled:
        return core::message("recover.paused", "That was another kiosk's kit. Please wait a moment and try again.");
    case core::ErrorCode::wrong_secret:
        if (const auto word = misread_word(error))
            return core::message("recover.word", "Word {word} cannot be right. Please compare it with the page.",
                                 {{"word", std::to_string(*word)}});
        if (error.detail.starts_with("this is the kit"))
            return core::message("recover.other", "This is another kiosk's kit. Please compare the number.");
        return core::message("recover.together",
                             "These words do not belong together. Please compare each with the page.");
    default:
        return unreadable();
    }
}

core::Message words_on_writing(const core::Error& error) {
    if (error.code == core::ErrorCode::disk_full)
        return core::message("recover.full", "There is no room left there. Nothing was changed.");
    return core::message("recover.failed", "The new kit could not be written. Nothing was changed.");
}

}

Answers TherapistEffects::on(const effect::TryKit& order) {
    auto kit = open_kit(m_data, order.words, m_context.moment());
    if (!kit) return {action::KeysRefused{words_on_kit(kit.error())}};
    m_keys.kit = std::move(*kit);
    return {action::KeysTaken{}};
}

Answers TherapistEffects::on(const effect::TryPassphrase& order) {
    // It was typed with one of the kiosk's keyboards, or one that is plugged in.
    std::vector<std::shared_ptr<const model::KeyboardLayout>> keyboards{model::source_keyboard()};
    for (const auto& locale : m_context.world.locales)
        keyboards.push_back(locale.keyboard);
    if (order.passphrase.length() < 12)
        return {action::KeysRefused{core::message("export.too-short", "Please use 12 letters or more.")}};
    if (!passphrase_trouble(order.passphrase.view(), keyboards).empty())
        return {action::KeysRefused{core::message(
            "recover.weak", "Please use letters that this kiosk's keyboard has, and not one over and over.")}};
    return {action::KeysTaken{}};
}

Answers TherapistEffects::on(const effect::RecoverKeys& order) {
    if (!m_keys.kit)
        return {action::KeysRefused{core::message("recover.locked", "Please begin anew with the words of the kit.")}};
    auto staff = staff_of(m_data);
    if (!staff) return {action::KeysRefused{unreadable()}};
    const auto who = std::ranges::find(*staff, order.therapist, [](const StaffMember& one) { return one.row.id; });
    if (who == staff->end()) return {action::KeysRefused{unreadable()}};
    const auto& world = m_context.world;
    const auto folder = order.to.empty() ? world.export_folder : std::filesystem::path(order.to);
    if (order.to.empty())
        if (const auto there = make_export_folder(folder); !there)
            return {action::KeysRefused{words_on_writing(there.error())}};
    const auto locale = std::ranges::find(world.locales, order.language, &model::Locale::language);
    const auto at = std::chrono::floor<std::chrono::seconds>(m_context.wall());
    const KitPlan plan{.file = folder / fmt::format("sameside-recovery-kit-{:%Y-%m-%d-%H%M%S}.pdf", at),
                       .practice = world.practice->name,
                       .words = locale == world.locales.end() ? nullptr : locale->catalogue};
    const auto done =
        recover(m_data, *m_keys.kit, *who, order.passphrase, world.passphrase_cost, plan, m_context.wall());
    if (!done) return {action::KeysRefused{words_on_writing(done.error())}};
    m_keys.kit.reset();
    return {action::KeysRecovered{plan.file.string(), done->fingerprint, done->parts, done->left}};
}

}
