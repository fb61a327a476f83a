// Parts whose partner does not come back to them: one more try at the code, or closed as they are, unread.
#include "practice/desk_book.hpp"
#include "practice/effect_context.hpp"
#include "practice/row_values.hpp"
#include <algorithm>

namespace practice {
namespace {

// Since the right code was typed last: whoever has the PIN must not try out a partner's code.
constexpr int most_allowed = 3;

}

bool DeskBook::may_have_try(core::PartId id) {
    const auto row = m_context.data.store.throttle(part_subject(id));
    return row && row->allowed < most_allowed && m_context.paused(part_subject(id)).has_value();
}

core::Result<core::PartId> DeskBook::part_of(core::SittingId id, std::optional<model::Partner> partner) {
    const auto parts = m_context.data.store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    const auto* part = find(*parts, partner ? owner_of(*partner) : store::PartOwner::joint);
    if (part == nullptr) return core::fail(core::ErrorCode::not_found, "part");
    return part->id;
}

core::Done DeskBook::allow_try(core::SittingId id, std::optional<model::Partner> partner) {
    const auto part = part_of(id, partner);
    if (!part) return core::pass(part.error());
    if (!may_have_try(*part)) return core::fail(core::ErrorCode::invalid_state, "nobody is locked out, or too often");
    return m_context.data.store.at_once([&]() -> core::Done {
        if (auto done = m_context.allow_try(part_subject(*part)); !done) return done;
        return m_context.append_audit("try-allowed", part_subject(*part));
    });
}

core::Done DeskBook::close_part(core::SittingId id, std::optional<model::Partner> partner) {
    const auto part = part_of(id, partner);
    if (!part) return core::pass(part.error());
    const auto parts = m_context.data.store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    if (!partner) return close_joint(id, *parts);
    // With one of the two gone nobody waits for a shared page, and one that needs both codes would never open. What the
    // other released for it stands in their own part.
    const auto* joint = find(*parts, store::PartOwner::joint);
    return m_context.data.store.at_once([&]() -> core::Done {
        if (auto done = m_context.data.store.close_part(*part, wall()); !done) return done;
        if (joint != nullptr && joint->status != store::PartStatus::sealed)
            if (auto done = m_context.data.store.drop_part(joint->id); !done) return done;
        if (auto done = m_context.append_audit("part-closed", part_subject(*part)); !done) return done;
        return m_context.finish_if_done(id);
    });
}

core::Done DeskBook::acknowledge(core::SittingId id) {
    auto& data = m_context.data;
    const auto parts = data.store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    return data.store.at_once([&]() -> core::Done {
        for (const auto& part : *parts) {
            const auto wish = open_wish(data.device, part);
            if (!wish) return core::pass(wish.error());
            if (*wish != Wish::raised) continue;
            if (auto done = data.store.set_wish(part.id, seal_wish(data.device, part.uuid, Wish::acknowledged)); !done)
                return done;
        }
        return append_audit("wish-acknowledged", id);
    });
}

core::Done DeskBook::close_joint(core::SittingId id, const std::vector<store::PartRow>& parts) {
    const auto over = [](const store::PartRow& part) {
        return part.owner == store::PartOwner::joint || status_of(part) == model::PartStatus::sealed;
    };
    if (!std::ranges::all_of(parts, over))
        return core::fail(core::ErrorCode::invalid_state, "one of the two is still answering");
    const auto& joint = *find(parts, store::PartOwner::joint);
    return m_context.data.store.at_once([&]() -> core::Done {
        auto done = joint.status == store::PartStatus::not_started ? m_context.data.store.drop_part(joint.id)
                                                                   : m_context.data.store.close_part(joint.id, wall());
        if (!done) return done;
        if (done = m_context.append_audit("part-closed", part_subject(joint.id)); !done) return done;
        return m_context.finish_if_done(id);
    });
}

}
