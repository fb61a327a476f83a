// Parts that their partner does not finish: under another code, sealed as they stand, or no longer waited for.
#include "model/form/applies.hpp"
#include "practice/couple_effects.hpp"
#include "practice/row_values.hpp"
#include <algorithm>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

// A name that was being changed names nobody yet: what was answered stays with the person it was about. Nobody
// confirmed what was released.
void settle(model::PartContent& content) {
    for (const auto& [person, name] : content.about)
        content.answers[person] = model::Written{name};
    content.about.clear();
    content.released.clear();
}

}

core::Done CoupleEffects::name_reader(model::Basis& basis, const store::SittingRow& sitting) {
    const auto reader = m_context.therapist(sitting.therapist);
    if (!reader) return core::pass(reader.error());
    auto name = therapist_name(m_data.device, *reader);
    if (!name) return core::pass(name.error());
    auto& readers = basis.readers;
    if (basis.form && std::ranges::find(readers, *name) == readers.end()) readers.push_back(std::move(*name));
    return {};
}

core::Done CoupleEffects::seal_closed(OpenPart& part, const store::SittingRow& sitting) {
    auto content = read_part(part);
    if (!content) return core::pass(content.error());
    settle(*content);
    if (auto named = name_reader(content->basis, sitting); !named) return named;
    auto bytes = model::encode(*content);
    auto packet = packet_for(part, sitting, bytes);
    std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
    if (!packet) return core::pass(packet.error());
    model::Sitting after;
    return seal(part, sitting.id, *packet, {}, after);
}

core::Done CoupleEffects::end_joint(OpenPart& joint, const store::SittingRow& sitting,
                                    std::optional<model::Partner> gone) {
    auto content = read_joint(joint);
    if (!content) return core::pass(content.error());
    if (content->statement.sentences.empty() && content->versions.empty()) return m_data.store.drop_part(joint.id);
    std::erase_if(content->drafts, [&](const model::Draft& draft) { return gone && draft.author == *gone; });
    if (auto named = name_reader(content->basis, sitting); !named) return named;
    const auto bytes = model::encode(*content);
    auto packet = packet_for(joint, sitting, bytes);
    if (!packet) return core::pass(packet.error());
    model::Sitting after;
    return seal(joint, sitting.id, *packet, {}, after);
}

Answers CoupleEffects::on(const effect::ChangeCode& order) {
    const auto& forgotten = m_keys.forgotten;
    if (!forgotten || forgotten->sitting != order.seat.sitting.id || forgotten->partner != order.seat.partner)
        return {action::Refused{{.why = model::Refusal::Why::gone}}};
    const auto row = m_data.store.sitting(forgotten->sitting);
    if (!row) return {action::Broke{row.error()}};
    const auto in_case = m_data.store.case_by_id(row->in_case);
    if (!in_case) return {action::Broke{in_case.error()}};
    const auto entry_code = open_entry_code(m_data.device, *row, *in_case);
    if (!entry_code) return {action::Broke{entry_code.error()}};
    if (*entry_code == order.code.view()) return {action::Refused{{.why = model::Refusal::Why::wrong}}};
    const auto changed = m_data.store.at_once([&]() -> core::Done {
        const auto change = [&](const OpenPart& open) -> core::Done {
            const auto part = m_data.store.part(open.id);
            if (!part) return core::pass(part.error());
            const auto slot = part->owner == store::PartOwner::joint
                                  ? new_joint_slot(open, *part, forgotten->partner, order.code)
                                  : vault::wrap_for_resume(open.key, order.code.view(), m_data.device,
                                                           open.associated_data, m_context.world.code_cost);
            if (!slot) return core::pass(slot.error());
            return m_data.store.change_resume(*part, owner_of(forgotten->partner), *slot,
                                              static_cast<int>(order.code.length()));
        };
        if (auto done = change(forgotten->part); !done) return done;
        if (forgotten->joint)
            if (auto done = change(*forgotten->joint); !done) return done;
        // The wrong tries stay: whoever comes back is told of them, and does not wait for them.
        if (auto done = m_context.allow_try(part_subject(forgotten->part.id)); !done) return done;
        return m_context.append_audit("code-changed", part_subject(forgotten->part.id));
    });
    if (!changed) return {action::Broke{changed.error()}};
    m_keys.forgotten.reset();
    auto sitting = m_context.sitting_of(row->id);
    if (!sitting) return {action::Broke{sitting.error()}};
    return {action::CodeChanged{std::move(*sitting)}};
}

}
