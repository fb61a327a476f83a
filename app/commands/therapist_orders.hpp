// A therapist's orders, given on the command line: the same as from the kiosk's screens, so that throttle and audit log
// are the same too.
#pragma once
#include "practice/effect_runner.hpp"

namespace commands {

core::Now now();

class TherapistOrders {
public:
    // `command` is named where something fails. Files are written to `to` in the language of `locale`.
    TherapistOrders(std::string command, practice::PracticeData data, const model::Locale& locale,
                    std::vector<model::Locale> locales, std::filesystem::path to);

    // The one therapist there is, or the one of this name. Fails with not_found, naming all; with wrong_secret or
    // throttled.
    [[nodiscard]] core::Result<model::action::Unlocked> unlock(const std::string& name,
                                                               const core::SecretText& passphrase);
    // What an order is answered with: `Wanted`, or why not.
    template<class Wanted>
    [[nodiscard]] core::Result<Wanted> run(const model::Effect& order) {
        for (const auto& answer : m_runner.run(order)) {
            if (const auto* wanted = answer.as<Wanted>()) return *wanted;
            if (const auto* failed = answer.as<model::action::TherapistFailed>()) return core::pass(failed->error);
            if (const auto* broke = answer.as<model::action::Broke>()) return core::pass(broke->error);
            if (const auto* no = answer.as<model::action::Refused>()) return core::pass(refused(no->refusal));
        }
        return core::fail(core::ErrorCode::invalid_state, m_command + ": no answer");
    }

    practice::EffectContext& context() { return m_runner.context(); }

private:
    core::Error refused(const model::Refusal& refusal) const;
    core::Result<model::TherapistName> therapist(const std::string& name);

    std::string m_command;
    practice::EffectRunner m_runner;
};

}
