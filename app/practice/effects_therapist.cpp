// The therapist's orders.
#include "practice/effects_rows.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

core::Error locked() {
    return {core::ErrorCode::invalid_state, "the caseload is locked"};
}

}

EffectRunner::Answers EffectRunner::on(const effect::UnlockTherapist& order) {
    const auto subject = fmt::format("therapist:{}", order.therapist.id.value);
    if (const auto pause = paused(subject)) return {action::Refused{*pause}};
    const auto row = therapist(order.therapist.id);
    if (!row) return {action::Broke{row.error()}};
    auto keys = vault::unwrap_secret_key(row->wrapped_secret_key, public_key_of(row->public_key),
                                         order.passphrase.view(), row->uuid);
    if (!keys && keys.error().code == core::ErrorCode::wrong_secret) return {action::Refused{wrong(subject)}};
    if (!keys) return {action::Broke{keys.error()}};
    (void)m_data.store.clear_failures(subject); // a count that stays only makes the next wrong try wait longer
    m_therapist = OpenTherapist{order.therapist, std::move(*keys)};
    if (const auto noted = note("unlocked"); !noted) {
        m_therapist.reset();
        return {action::Broke{noted.error()}};
    }
    return on(effect::ReadCaseload{});
}

EffectRunner::Answers EffectRunner::on(const effect::ReadCaseload&) {
    if (!m_therapist) return {action::TherapistFailed{locked()}};
    auto cases = reader().caseload(wall());
    if (!cases) return {action::TherapistFailed{cases.error()}};
    return {action::Unlocked{m_therapist->who, std::move(*cases)}};
}

EffectRunner::Answers EffectRunner::on(const effect::ReadGlances& order) {
    if (!m_therapist) return {};
    return {action::GlancesRead{reader().glances(order.ids)}};
}

EffectRunner::Answers EffectRunner::on(const effect::OpenCase& order) {
    if (!m_therapist) return {action::TherapistFailed{locked()}};
    auto file = reader().case_file(order.id);
    if (!file) return {action::TherapistFailed{file.error()}};
    const auto noted = m_data.store.at_once([&]() -> core::Done {
        if (auto done = m_data.store.mark_read(order.id, m_therapist->who.id); !done) return done;
        return note("case-opened", fmt::format("case:{}", order.id.value));
    });
    if (!noted) return {action::TherapistFailed{noted.error()}};
    return {action::CaseOpened{std::move(*file)}};
}

EffectRunner::Answers EffectRunner::on(const effect::ReadPrivate& order) {
    if (!m_therapist) return {action::TherapistFailed{locked()}};
    auto record = reader().private_record(order.sitting, order.role);
    if (!record) return {action::TherapistFailed{record.error()}};
    if (const auto noted = note("private-opened", fmt::format("sitting:{} {}", order.sitting.value,
                                                              order.role == model::Role::a ? 'a' : 'b'));
        !noted)
        return {action::TherapistFailed{noted.error()}};
    return {action::PrivateRead{std::move(*record)}};
}

EffectRunner::Answers EffectRunner::on(const effect::LockTherapist& order) {
    m_export.reset();
    // A disk that is full must not keep it open.
    if (m_therapist && order.turned_to_couple)
        (void)note("turned-to-couple", fmt::format("sitting:{}", order.turned_to_couple->value));
    else if (m_therapist)
        (void)note("locked");
    m_therapist.reset();
    return {};
}

}
