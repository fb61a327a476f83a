// The therapist's orders.
#include "effects_rows.hpp"
#include "report/chart_pdf.hpp"
#include <algorithm>
#include <fmt/chrono.h>
#include <fmt/format.h>

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

EffectRunner::Answers EffectRunner::on(const effect::WriteChart& order) {
    if (!m_therapist) return {action::TherapistFailed{locked()}};
    const auto sitting = m_data.store.sitting(order.sitting);
    if (!sitting) return {action::TherapistFailed{sitting.error()}};
    auto file = reader().case_file(sitting->in_case);
    if (!file) return {action::TherapistFailed{file.error()}};
    const auto found = std::ranges::find(file->visits, order.sitting, &model::VisitRecord::sitting);
    if (found == file->visits.end()) return {action::TherapistFailed{{core::ErrorCode::not_found, "visit"}}};
    const auto tongue = std::ranges::find(m_world.tongues, order.language, &model::Tongue::language);
    const bool speaks = tongue != m_world.tongues.end();
    const core::Speaking speaking(speaks ? tongue->catalogue.get() : nullptr);
    report::ChartInput input{.content = speaks ? *tongue->content : *m_world.content,
                             .file = *file,
                             .visit = static_cast<std::size_t>(found - file->visits.begin()),
                             .practice = (speaks ? tongue->practice : m_world.practice)->name,
                             .private_a = {},
                             .private_b = {},
                             .printed_at = wall()};
    if (order.private_a) {
        auto record = reader().private_record(order.sitting, model::Role::a);
        if (!record) return {action::TherapistFailed{record.error()}};
        input.private_a = std::move(*record);
    }
    if (order.private_b) {
        auto record = reader().private_record(order.sitting, model::Role::b);
        if (!record) return {action::TherapistFailed{record.error()}};
        input.private_b = std::move(*record);
    }
    std::error_code error;
    if (std::filesystem::create_directories(m_world.export_folder, error))
        std::filesystem::permissions(m_world.export_folder, std::filesystem::perms::owner_all,
                                     std::filesystem::perm_options::replace, error);
    std::string code;
    for (const char c : file->chart_code)
        code += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
    const auto path =
        m_world.export_folder / fmt::format("{} {:%Y-%m-%d}{}.pdf", code, found->date,
                                            order.private_a || order.private_b ? " with private pages" : "");
    const auto private_words = order.private_a && order.private_b ? " private:a,b"
                               : order.private_a                  ? " private:a"
                               : order.private_b                  ? " private:b"
                                                                  : "";
    if (const auto noted = note("exported", fmt::format("sitting:{} pdf{}", order.sitting.value, private_words));
        !noted)
        return {action::TherapistFailed{noted.error()}};
    if (const auto done = report::write_chart(input, path); !done) return {action::TherapistFailed{done.error()}};
    return {action::ChartWritten{path.string()}};
}

EffectRunner::Answers EffectRunner::on(const effect::LockTherapist& order) {
    // A disk that is full must not keep it open.
    if (m_therapist && order.turned_to_couple)
        (void)note("turned-to-couple", fmt::format("sitting:{}", order.turned_to_couple->value));
    else if (m_therapist)
        (void)note("locked");
    m_therapist.reset();
    return {};
}
