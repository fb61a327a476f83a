#include "practice/therapist_effects.hpp"
#include "practice/row_values.hpp"
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

Answers TherapistEffects::on(const effect::UnlockTherapist& order) {
    const auto subject = fmt::format("therapist:{}", order.therapist.id.value);
    if (const auto pause = m_context.paused(subject)) return {action::Refused{*pause}};
    const auto row = m_context.therapist(order.therapist.id);
    if (!row) return {action::Broke{row.error()}};
    auto keys = vault::unwrap_secret_key(row->wrapped_secret_key, public_key_of(row->public_key),
                                         order.passphrase.view(), row->uuid);
    if (!keys && keys.error().code == core::ErrorCode::wrong_secret) return {action::Refused{m_context.wrong(subject)}};
    if (!keys) return {action::Broke{keys.error()}};
    (void)m_data.store.clear_failures(subject); // a count that stays only makes the next wrong try wait longer
    m_keys.therapist = OpenTherapist{order.therapist, std::move(*keys)};
    if (const auto logged = m_context.append_audit("unlocked"); !logged) {
        m_keys.therapist.reset();
        return {action::Broke{logged.error()}};
    }
    seal_closed_parts();
    return on(effect::ReadCaseload{});
}

Answers TherapistEffects::on(const effect::ReadCaseload&) {
    if (!m_keys.therapist) return {action::TherapistFailed{caseload_locked()}};
    auto cases = reader().caseload(m_context.wall());
    if (!cases) return {action::TherapistFailed{cases.error()}};
    const bool note_unsaved = !m_context.unsaved.notes_of(m_keys.therapist->who.id).empty();
    Answers answers{action::Unlocked{m_keys.therapist->who, std::move(*cases), note_unsaved}};
    if (const auto& found = m_data.store.findings(); !found.empty())
        answers.push_back(action::TherapistFailed{{core::ErrorCode::tampered, found.words()}});
    return answers;
}

Answers TherapistEffects::on(const effect::ReadGlances& order) {
    if (!m_keys.therapist) return {};
    return {action::GlancesRead{reader().glances(order.ids)}};
}

Answers TherapistEffects::on(const effect::OpenCase& order) {
    if (!m_keys.therapist) return {action::TherapistFailed{caseload_locked()}};
    auto file = reader().case_file(order.id);
    if (!file) return {action::TherapistFailed{file.error()}};
    const auto logged = m_data.store.at_once([&]() -> core::Done {
        if (auto done = m_data.store.mark_read(order.id, m_keys.therapist->who.id); !done) return done;
        return m_context.append_audit("case-opened", fmt::format("case:{}", order.id.value));
    });
    if (!logged) return {action::TherapistFailed{logged.error()}};
    return {action::CaseOpened{std::move(*file)}};
}

Answers TherapistEffects::on(const effect::ReadPrivate& order) {
    if (!m_keys.therapist) return {action::TherapistFailed{caseload_locked()}};
    auto record = reader().private_record(order.sitting, order.partner);
    if (!record) return {action::TherapistFailed{record.error()}};
    if (const auto logged =
            m_context.append_audit("private-opened", fmt::format("sitting:{} {}", order.sitting.value,
                                                                 order.partner == model::Partner::a ? 'a' : 'b'));
        !logged)
        return {action::TherapistFailed{logged.error()}};
    if (!order.for_file)
        if (const auto marked = reader().mark_private_opened(order.sitting, order.partner); !marked)
            return {action::TherapistFailed{marked.error()}};
    return {action::PrivateRead{std::move(*record)}};
}

Answers TherapistEffects::on(const effect::LockTherapist& order) {
    m_exports.stop();
    m_figures.stop();
    // A disk that is full must not keep it open.
    if (m_keys.therapist && order.turned_to_couple)
        (void)m_context.append_audit("turned-to-couple", fmt::format("sitting:{}", order.turned_to_couple->value));
    else if (m_keys.therapist)
        (void)m_context.append_audit("locked");
    m_keys.therapist.reset();
    m_keys.kit.reset();
    return {};
}

}
