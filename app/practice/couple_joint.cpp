// The shared page's keys: who starts first makes its key, who starts second has a share, and both are there when it
// opens.
#include "practice/couple_effects.hpp"
#include "practice/joint_share.hpp"
#include "practice/row_values.hpp"
#include "report/keepsake.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace {

constexpr std::uint64_t key_sequence = 0; // drafts count from 1

const vault::Bytes& slot_of(const store::PartRow& joint, model::Partner partner) {
    return partner == model::Partner::b ? joint.resume_slot_b : joint.resume_slot;
}

// Whose slot holds a share; nothing where each opens the page by a code alone.
std::optional<model::Partner> second_of(const store::PartRow& joint) {
    for (const auto partner : {model::Partner::a, model::Partner::b})
        if (decode_share(slot_of(joint, partner))) return partner;
    return std::nullopt;
}

}

core::Done CoupleEffects::start_joint(const store::SittingRow& sitting, model::Partner partner,
                                      const core::SecretText& code) {
    const auto parts = m_data.store.parts_of(sitting.id);
    if (!parts) return core::pass(parts.error());
    const auto* joint = find(*parts, store::PartOwner::joint);
    if (joint == nullptr || joint->status == store::PartStatus::sealed) return {};
    const auto under_code = [&](const core::SecretBytes& key, const vault::AssociatedData& associated_data) {
        return vault::wrap_for_resume(key, code.view(), m_data.device, associated_data, m_context.world.code_cost);
    };
    const bool is_b = partner == model::Partner::b;
    if (joint->status == store::PartStatus::not_started) {
        auto made = start(*joint, sitting, std::nullopt, {});
        if (!made) return core::pass(made.error());
        const auto slot = under_code(made->key, made->associated_data);
        if (!slot) return core::pass(slot.error());
        m_keys.joint = std::move(*made);
        return m_data.store.set_joint_resume(joint->id, is_b, *slot);
    }
    OpenShare open{joint->id, partner, vault::new_data_key()};
    auto slot = under_code(open.key, associated_data_of(*joint, sitting));
    if (!slot) return core::pass(slot.error());
    m_keys.share = std::move(open);
    return m_data.store.set_joint_resume(joint->id, is_b,
                                         encode({.code_slot = std::move(*slot), .drafts = {}, .joint_key = {}}));
}

core::Done CoupleEffects::open_joint_of(const store::PartRow& joint, const store::SittingRow& sitting,
                                        model::Partner partner, const core::SecretText& code) {
    const auto& slot = slot_of(joint, partner);
    const auto share = decode_share(slot);
    const auto associated_data = associated_data_of(joint, sitting);
    auto key = vault::resume(share ? share->code_slot : slot, code.view(), m_data.device, associated_data);
    if (!key) return core::pass(key.error());
    if (share) {
        m_keys.share = OpenShare{joint.id, partner, std::move(*key)};
        if (share->joint_key.empty()) return {};
        auto bytes = vault::open_entry(share->joint_key, m_keys.share->key, associated_data, key_sequence);
        if (!bytes) return core::pass(bytes.error());
        key = core::SecretBytes::copy_of(*bytes);
        std::fill(bytes->begin(), bytes->end(), std::uint8_t{0});
    }
    bool therapist_changed = false;
    auto open = opened_row(joint, sitting, std::move(*key), therapist_changed);
    if (!open) return core::pass(open.error());
    m_keys.joint = std::move(*open);
    return {};
}

core::Done CoupleEffects::open_joint_by_either(const store::PartRow& joint, const store::SittingRow& sitting,
                                               const core::SecretText& code) {
    const auto second = second_of(joint);
    const bool wants_both = second && decode_share(slot_of(joint, *second))->joint_key.empty();
    bool right = false;
    for (const auto partner : {model::Partner::a, model::Partner::b}) {
        const auto done = open_joint_of(joint, sitting, partner, code);
        if (!done && done.error().code != core::ErrorCode::wrong_secret) return done;
        right = right || done;
        if (right && !wants_both) break; // else the two may have chosen the same digits
    }
    if (right) return {};
    return core::fail(core::ErrorCode::wrong_secret, "code");
}

core::Result<vault::Bytes> CoupleEffects::new_joint_slot(const OpenPart& joint, const store::PartRow& row,
                                                         model::Partner partner, const core::SecretText& code) {
    const auto share = decode_share(slot_of(row, partner));
    const auto key = share ? vault::new_data_key() : core::SecretBytes();
    auto slot = vault::wrap_for_resume(share ? key : joint.key, code.view(), m_data.device, joint.associated_data,
                                       m_context.world.code_cost);
    if (!slot || !share) return slot;
    // There are no drafts: whoever has released some has locked their part and needs their code no more for it.
    JointShare now{.code_slot = std::move(*slot), .drafts = {}, .joint_key = {}};
    if (!share->joint_key.empty())
        now.joint_key = vault::seal_entry(joint.key.bytes(), key, joint.associated_data, key_sequence);
    return encode(now);
}

core::Result<bool> CoupleEffects::join(const store::PartRow& joint) {
    const bool is_open = m_keys.joint && m_keys.joint->id == joint.id;
    const auto second = second_of(joint);
    if (!second) return is_open;
    const auto share = *decode_share(slot_of(joint, *second));
    if (!share.joint_key.empty()) return is_open;
    if (!is_open || !m_keys.share || m_keys.share->joint != joint.id) return false;
    auto& open = *m_keys.joint;
    const auto joined = m_data.store.at_once([&]() -> core::Done {
        auto sequence = open.count;
        for (std::size_t i = 0; i < share.drafts.size(); ++i) {
            auto entry = vault::open_entry(share.drafts[i], m_keys.share->key, open.associated_data, i + 1);
            if (!entry) return core::pass(entry.error());
            ++sequence;
            const auto put = m_data.store.append({open.id, sequence,
                                                  vault::seal_entry(*entry, open.key, open.associated_data, sequence),
                                                  vault::seal_count(sequence, open.key, open.associated_data)},
                                                 std::nullopt);
            std::fill(entry->begin(), entry->end(), std::uint8_t{0});
            if (!put) return put;
        }
        const JointShare now{
            .code_slot = share.code_slot,
            .drafts = {},
            .joint_key = vault::seal_entry(open.key.bytes(), m_keys.share->key, open.associated_data, key_sequence)};
        return m_data.store.set_joint_resume(joint.id, *second == model::Partner::b, encode(now));
    });
    if (!joined) return core::pass(joined.error());
    open.count += share.drafts.size();
    return true;
}

core::Result<CoupleEffects::Released> CoupleEffects::released(std::vector<vault::Bytes> entries) {
    Released released;
    if (m_keys.joint) {
        for (auto& entry : entries) {
            const auto sequence = m_keys.joint->count + released.drafts.size() + 1;
            released.drafts.push_back(
                {m_keys.joint->id, sequence,
                 vault::seal_entry(entry, m_keys.joint->key, m_keys.joint->associated_data, sequence),
                 vault::seal_count(sequence, m_keys.joint->key, m_keys.joint->associated_data)});
        }
    } else if (m_keys.share) {
        const auto joint = m_data.store.part(m_keys.share->joint);
        if (!joint) return core::pass(joint.error());
        const auto sitting = m_data.store.sitting(joint->sitting);
        if (!sitting) return core::pass(sitting.error());
        auto share = decode_share(slot_of(*joint, m_keys.share->whose));
        if (!share) return core::fail(core::ErrorCode::tampered, "the share of the joint part");
        for (const auto& entry : entries)
            share->drafts.push_back(vault::seal_entry(entry, m_keys.share->key, associated_data_of(*joint, *sitting),
                                                      share->drafts.size() + 1));
        released.share = encode(*share);
    }
    for (auto& entry : entries)
        std::fill(entry.begin(), entry.end(), std::uint8_t{0});
    return released;
}

// Who is handed the paper is both of them; the bytes go to the printer alone.
Answers CoupleEffects::on(const model::effect::PrintMission& order) {
    if (!m_context.world.print) return {model::action::PrintFailed{}};
    const auto& locales = m_context.world.locales;
    const auto locale = std::ranges::find(locales, order.language, &model::Locale::language);
    const core::Speaking speaking(locale == locales.end() ? nullptr : locale->catalogue.get());
    const auto page = report::keepsake_pdf({.name_a = order.sitting.name_a,
                                            .name_b = order.sitting.name_b,
                                            .statement = order.mission.statement,
                                            .intention_a = {},
                                            .intention_b = {},
                                            .agreed_at = order.mission.at});
    if (!page || !m_context.world.print(*page)) {
        (void)m_context.append_audit("print-failed");
        return {model::action::PrintFailed{}};
    }
    (void)m_context.append_audit("mission-printed", fmt::format("sitting:{}", order.sitting.id.value));
    return {model::action::MissionPrinted{}};
}

}
