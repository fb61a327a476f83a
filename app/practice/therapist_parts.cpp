// Parts that are being answered, which their therapist's key opens: a forgotten code, what the desk closed, and a joint
// part that nobody will finish. Nothing that was answered goes to a screen from here.
#include "practice/couple_effects.hpp"
#include "practice/joint_share.hpp"
#include "practice/row_values.hpp"
#include "practice/therapist_effects.hpp"
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

bool has_no_key_yet(std::span<const std::uint8_t> slot) {
    const auto share = decode_share(slot);
    return share && share->joint_key.empty();
}

}

core::Result<OpenPart> TherapistEffects::open_part(const store::PartRow& part, const store::SittingRow& sitting) {
    const auto in_case = m_data.store.case_by_id(sitting.in_case);
    if (!in_case) return core::pass(in_case.error());
    // A sitting that was put into another couple's case by hand opens nothing there.
    if (const auto made_for = open_entry_code(m_data.device, sitting, *in_case); !made_for)
        return core::pass(made_for.error());
    OpenPart open{.id = part.id, .associated_data = associated_data_of(part, sitting), .key = {}};
    auto key = vault::open_key(part.therapist_slot, m_keys.therapist->keys, open.associated_data);
    if (!key) return core::pass(key.error());
    open.key = std::move(*key);
    const auto count = vault::open_count(part.sealed_count, open.key, open.associated_data);
    if (!count) return core::pass(count.error());
    open.count = *count;
    return open;
}

core::Done TherapistEffects::seal_closed(const store::PartRow& part) {
    const auto sitting = m_data.store.sitting(part.sitting);
    if (!sitting) return core::pass(sitting.error());
    auto open = open_part(part, *sitting);
    if (!open) return core::pass(open.error());
    // The sitting was moved since its partner was here last: who has it now reads it, as the desk's page said.
    if (part.sealed_for != sitting->therapist) {
        const auto reader = m_context.therapist(sitting->therapist);
        if (!reader) return core::pass(reader.error());
        const auto slot = vault::seal_key(open->key, public_key_of(reader->public_key), open->associated_data);
        if (slot.empty()) return core::fail(core::ErrorCode::no_recipient, "the therapist's public key cannot be used");
        if (auto done = m_data.store.reseal_part(part.id, reader->id, slot); !done) return done;
        if (auto done = m_context.append_audit("reader-changed",
                                               fmt::format("{} therapist:{}", part_subject(part.id), reader->id.value));
            !done)
            return done;
    }
    CoupleEffects couple(m_context);
    return part.owner == store::PartOwner::joint ? couple.end_joint(*open, *sitting, std::nullopt)
                                                 : couple.seal_closed(*open, *sitting);
}

void TherapistEffects::seal_closed_parts() {
    const auto closed = m_data.store.closed_parts(m_keys.therapist->who.id);
    if (!closed) return;
    // One that cannot be opened, or a disk that is full, keeps nobody from the caseload; it is tried again next time.
    for (const auto& part : *closed)
        if (!seal_closed(part)) (void)m_context.append_audit("sealing-failed", part_subject(part.id));
}

core::Done TherapistEffects::end_joint(const std::vector<store::PartRow>& parts, const store::SittingRow& sitting,
                                       model::Partner gone) {
    const auto* joint = find(parts, store::PartOwner::joint);
    if (joint == nullptr || joint->status == store::PartStatus::sealed) return {};
    if (joint->status == store::PartStatus::not_started) return m_data.store.drop_part(joint->id);
    auto open = open_part(*joint, sitting);
    if (!open) return {}; // for a former therapist: it stays, for nobody here knows what the two wrote
    return CoupleEffects(m_context).end_joint(*open, sitting, gone);
}

Answers TherapistEffects::on(const effect::LetChooseCode& order) {
    if (!m_keys.therapist) return {action::TherapistFailed{caseload_locked()}};
    const auto sitting = m_data.store.sitting(order.sitting);
    if (!sitting) return {action::TherapistFailed{sitting.error()}};
    const auto parts = m_data.store.parts_of(order.sitting);
    if (!parts) return {action::TherapistFailed{parts.error()}};
    const auto* part = find(*parts, owner_of(order.partner));
    if (part == nullptr || part->status != store::PartStatus::open || part->closed)
        return {action::TherapistFailed{{core::ErrorCode::invalid_state, "part"}}};
    if (part->sealed_for != m_keys.therapist->who.id)
        return {action::TherapistFailed{{core::ErrorCode::not_found, "slot"}}};
    auto open = open_part(*part, *sitting);
    if (!open) return {action::TherapistFailed{open.error()}};
    ForgottenCode forgotten{
        .sitting = order.sitting, .partner = order.partner, .part = std::move(*open), .joint = std::nullopt};
    if (const auto* joint = find(*parts, store::PartOwner::joint);
        joint != nullptr && joint->status == store::PartStatus::open) {
        auto shared = open_part(*joint, *sitting);
        // Sealed for another therapist since the sitting was moved. A share that holds no key yet is made anew without.
        if (!shared && has_no_key_yet(order.partner == model::Partner::b ? joint->resume_slot_b : joint->resume_slot))
            shared = OpenPart{.id = joint->id, .associated_data = associated_data_of(*joint, *sitting), .key = {}};
        if (!shared) return {action::TherapistFailed{shared.error()}};
        forgotten.joint = std::move(*shared);
    }
    auto now = m_context.sitting_of(order.sitting);
    if (!now) return {action::TherapistFailed{now.error()}};
    if (const auto logged = m_context.append_audit("code-forgotten", part_subject(part->id)); !logged)
        return {action::TherapistFailed{logged.error()}};
    // From here on the partner sits at the screen.
    (void)on(effect::LockTherapist{});
    m_keys.forgotten = std::move(forgotten);
    return {action::CodeAwaited{model::Seat{std::move(*now), order.partner}}};
}

}
