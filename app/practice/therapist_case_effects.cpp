// The therapist's orders about a case as a whole: notes, the next packet, who can read it, where a part belongs, how
// long it is kept.
#include "practice/row_values.hpp"
#include "practice/therapist_effects.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

std::string case_words(core::CaseId id) {
    return fmt::format("case:{}", id.value);
}

}

core::Result<store::CaseRow> TherapistEffects::own_case(core::CaseId id) {
    if (!m_keys.therapist) return core::pass(caseload_locked());
    auto row = m_data.store.case_by_id(id);
    if (row && row->therapist != m_keys.therapist->who.id) return core::fail(core::ErrorCode::not_found, "case");
    return row;
}

core::Done TherapistEffects::change_case(core::CaseId id, std::string_view what, std::string about,
                                         const std::function<core::Done()>& body) {
    return m_data.store.at_once([&]() -> core::Done {
        if (auto done = body(); !done) return done;
        return m_context.append_audit(what, about.empty() ? case_words(id) : case_words(id) + " " + about);
    });
}

Answers TherapistEffects::changed(core::CaseId id, const core::Done& done) {
    if (!done) return {action::TherapistFailed{done.error()}};
    auto file = reader().case_file(id);
    if (!file) return {action::TherapistFailed{file.error()}};
    return {action::CaseOpened{std::move(*file)}};
}

Answers TherapistEffects::on(const effect::SaveNote& order) {
    if (!m_keys.therapist) return {action::NoteFailed{caseload_locked(), order.visit}};
    const auto sitting = m_data.store.sitting(order.visit);
    if (!sitting) return {action::NoteFailed{sitting.error(), order.visit}};
    const auto practice = m_data.store.practice();
    if (!practice) return {action::NoteFailed{practice.error(), order.visit}};
    store::NoteRow row{.uuid = vault::new_uuid(), .sitting = order.visit, .therapist = m_keys.therapist->who.id};
    const std::array readers{m_keys.therapist->keys.public_key, public_key_of(practice->recovery_public_key)};
    auto packet = vault::seal_packet({reinterpret_cast<const std::uint8_t*>(order.text.data()), order.text.size()},
                                     vault::new_data_key(), readers, associated_data_of(row, *sitting), m_data.device);
    if (!packet) return {action::NoteFailed{packet.error(), order.visit}};
    row.packet = packet_row(std::move(*packet));
    if (const auto done = m_data.store.put_note(row, m_context.wall()); !done) {
        m_context.unsaved.hold(std::move(row), m_context.wall()); // they may lock before they try again
        return {action::NoteFailed{done.error(), order.visit}};
    }
    m_context.unsaved.drop_note(row.sitting, row.therapist);
    return {action::NoteSaved{order.visit}};
}

Answers TherapistEffects::on(const effect::ChooseFollowUp& order) {
    if (!m_keys.therapist) return {action::TherapistFailed{caseload_locked()}};
    if (!order.packet.empty() && model::find_packet(*m_context.world.content, order.packet) == nullptr)
        return {action::TherapistFailed{{core::ErrorCode::not_found, "packet"}}};
    if (const auto mine = reader().case_file(order.id); !mine) return {action::TherapistFailed{mine.error()}};
    return changed(order.id, change_case(order.id, "follow-up-chosen", {},
                                         [&] { return m_data.store.set_next_packet(order.id, order.packet.value); }));
}

// A slot for each sealed part of a case that this therapist can open.
core::Result<std::vector<TherapistEffects::Readable>> TherapistEffects::readable_parts(core::CaseId id) {
    const auto sittings = m_data.store.sittings_of(id);
    if (!sittings) return core::pass(sittings.error());
    std::vector<Readable> readable;
    for (const auto& sitting : *sittings) {
        const auto parts = m_data.store.parts_of(sitting.id);
        if (!parts) return core::pass(parts.error());
        for (const auto& part : *parts) {
            if (part.status != store::PartStatus::sealed) continue;
            auto packet = m_data.store.packet(part.id);
            if (!packet && packet.error().code == core::ErrorCode::tampered) continue;
            if (!packet) return core::pass(packet.error());
            auto key = reader().key_of(part, sitting, *packet);
            // What is damaged or another's stays as it is; the rest of the case goes on.
            if (!key) continue;
            readable.push_back({part.id, associated_data_of(part, sitting), std::move(*packet), std::move(*key)});
        }
    }
    return readable;
}

Answers TherapistEffects::on(const effect::ShareCase& order) {
    const auto row = own_case(order.id);
    if (!row) return {action::TherapistFailed{row.error()}};
    const auto with = m_context.therapist(order.with);
    if (!with) return {action::TherapistFailed{with.error()}};
    const auto about = fmt::format("therapist:{}", order.with.value);
    if (!order.shared)
        return changed(order.id, change_case(order.id, "sharing-ended", about,
                                             [&] { return m_data.store.remove_reader(order.id, order.with); }));
    const auto parts = readable_parts(order.id);
    if (!parts) return {action::TherapistFailed{parts.error()}};
    std::vector<store::Store::SharedSlot> slots;
    for (const auto& part : *parts) {
        auto slot = vault::seal_key(part.key, public_key_of(with->public_key), part.associated_data);
        if (slot.empty()) return {action::TherapistFailed{{core::ErrorCode::no_recipient, "public key"}}};
        slots.push_back({part.id, order.with, std::move(slot)});
    }
    return changed(order.id, change_case(order.id, "shared", about,
                                         [&] { return m_data.store.add_reader(order.id, order.with, slots); }));
}

Answers TherapistEffects::on(const effect::HandOverCase& order) {
    const auto row = own_case(order.id);
    if (!row) return {action::TherapistFailed{row.error()}};
    const auto to = m_context.therapist(order.to);
    if (!to) return {action::TherapistFailed{to.error()}};
    const auto practice = m_data.store.practice();
    if (!practice) return {action::TherapistFailed{practice.error()}};
    const auto parts = readable_parts(order.id);
    if (!parts) return {action::TherapistFailed{parts.error()}};
    const std::array readers{public_key_of(to->public_key), public_key_of(practice->recovery_public_key)};
    std::vector<store::Store::NewPacket> packets;
    for (const auto& part : *parts) {
        auto anew =
            vault::reseal_packet(packet_of(part.packet), part.key, readers, part.associated_data, m_data.device);
        if (!anew) return {action::TherapistFailed{anew.error()}};
        packets.push_back({part.id, packet_row(std::move(*anew))});
    }
    const auto done = change_case(order.id, "handed-over", fmt::format("therapist:{}", order.to.value), [&] {
        return m_data.store.hand_over(order.id, order.to, packets, m_context.wall());
    });
    if (!done) return {action::TherapistFailed{done.error()}};
    return {action::CaseErased{}};
}

Answers TherapistEffects::on(const effect::MovePart& order) {
    if (!m_keys.therapist) return {action::TherapistFailed{caseload_locked()}};
    const auto from = m_data.store.sitting(order.from);
    if (!from) return {action::TherapistFailed{from.error()}};
    const auto row = own_case(from->in_case);
    if (!row) return {action::TherapistFailed{row.error()}};
    const auto target = m_data.store.find_case(m_data.device.index_of("chart-code", index_text(order.chart_code)));
    if (!target) return {action::TherapistFailed{target.error()}};
    if (!*target || (*target)->therapist != m_keys.therapist->who.id || (*target)->id == from->in_case)
        return {action::TherapistFailed{{core::ErrorCode::not_found, "case"}}};
    const auto parts = readable_parts(from->in_case);
    if (!parts) return {action::TherapistFailed{parts.error()}};
    const auto rows = m_data.store.parts_of(order.from);
    if (!rows) return {action::TherapistFailed{rows.error()}};
    const auto* part = find(*rows, owner_of(order.partner));
    const auto open = part == nullptr ? parts->end() : std::ranges::find(*parts, part->id, &Readable::id);
    if (open == parts->end()) return {action::TherapistFailed{{core::ErrorCode::invalid_state, "part"}}};

    store::SittingRow there = *from;
    there.uuid = vault::new_uuid();
    there.in_case = (*target)->id;
    there.therapist = m_keys.therapist->who.id;
    there.expects_a = order.as == model::Partner::a;
    there.expects_b = !there.expects_a;
    there.status = store::SittingStatus::finished;
    there.sealed_entry_code = seal_entry_code(m_data.device, "", there.uuid, (*target)->uuid);
    there.entry_code_index.clear();
    const auto waiting_uuid = vault::new_uuid();
    const std::array waiting{
        store::Store::NewPart{owner_of(order.as), waiting_uuid, seal_wish(m_data.device, waiting_uuid, Wish::none)}};
    const auto practice = m_data.store.practice();
    if (!practice) return {action::TherapistFailed{practice.error()}};
    auto content = vault::open_packet_with(packet_of(open->packet), open->key, open->associated_data);
    if (!content) return {action::TherapistFailed{content.error()}};
    // What was kept for their partner there goes nowhere: another couple's joint page is not theirs.
    const std::array readers{m_keys.therapist->keys.public_key, public_key_of(practice->recovery_public_key)};
    const vault::AssociatedData associated_data{open->associated_data.part, there.uuid,
                                                order.as == model::Partner::a ? 'a' : 'b', open->associated_data.form};
    auto packet = vault::seal_packet(*content, vault::new_data_key(), readers, associated_data, m_data.device);
    std::fill(content->begin(), content->end(), std::uint8_t{0});
    if (!packet) return {action::TherapistFailed{packet.error()}};
    const auto done =
        change_case(from->in_case, "part-moved", fmt::format("part:{} case:{}", open->id.value, (*target)->id.value),
                    [&]() -> core::Done {
                        const auto sitting = m_data.store.new_sitting(there, waiting);
                        if (!sitting) return core::pass(sitting.error());
                        if (auto ended = end_joint(*rows, *from, order.partner); !ended) return ended;
                        return m_data.store.move_part(open->id, *sitting, owner_of(order.as),
                                                      packet_row(std::move(*packet)), m_context.wall());
                    });
    return changed(from->in_case, done);
}

Answers TherapistEffects::on(const effect::HoldCase& order) {
    const auto row = own_case(order.id);
    if (!row) return {action::TherapistFailed{row.error()}};
    return changed(order.id, change_case(order.id, order.held ? "hold-set" : "hold-lifted", {},
                                         [&] { return m_data.store.set_legal_hold(order.id, order.held); }));
}

Answers TherapistEffects::on(const effect::SetReadBack& order) {
    const auto row = own_case(order.id);
    if (!row) return {action::TherapistFailed{row.error()}};
    const auto sealed = seal_read_back(m_data.device, order.sentences, row->uuid);
    return changed(order.id, change_case(order.id, order.sentences.empty() ? "read-back-ended" : "read-back-set", {},
                                         [&] { return m_data.store.set_read_back(order.id, sealed); }));
}

Answers TherapistEffects::on(const effect::EraseCase& order) {
    const auto row = own_case(order.id);
    if (!row) return {action::TherapistFailed{row.error()}};
    const auto chart_code = chart_code_of(m_data.device, *row);
    if (!chart_code) return {action::TherapistFailed{chart_code.error()}};
    if (index_text(*chart_code) != index_text(order.chart_code))
        return {action::TherapistFailed{{core::ErrorCode::wrong_secret, "chart code"}}};
    if (row->legal_hold) return {action::TherapistFailed{{core::ErrorCode::invalid_state, "held"}}};
    // What was ordered is on record before the first key goes.
    if (const auto logged = m_context.append_audit("erased", case_words(order.id)); !logged)
        return {action::TherapistFailed{logged.error()}};
    if (const auto done = m_data.store.erase_case(order.id); !done) {
        (void)m_context.append_audit("erasing-failed", case_words(order.id));
        return {action::TherapistFailed{done.error()}};
    }
    return {action::CaseErased{}};
}

}
