// Keys of parts: made, brought back, used and let go.
#include "practice/couple_effects.hpp"
#include "practice/row_values.hpp"
#include <fmt/format.h>

namespace practice {

namespace {

core::Error tampered(std::string what) {
    return {core::ErrorCode::tampered, std::move(what)};
}

// Until both partners have a code, the joint part's key waits for the second under the device key alone.
constexpr std::string_view waiting_key = "joint-key";

vault::Bytes hold_for_other(const vault::Device& device, const core::SecretBytes& key, const core::Uuid& part) {
    return device.seal_value({reinterpret_cast<const char*>(key.bytes().data()), key.size()}, {waiting_key, part});
}

core::Result<core::SecretBytes> held_for_other(const vault::Device& device, std::span<const std::uint8_t> slot,
                                               const core::Uuid& part) {
    auto text = device.open_value(slot, {waiting_key, part});
    if (!text) return core::pass(text.error());
    auto key = core::SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(text->data()), text->size()});
    std::fill(text->begin(), text->end(), '\0');
    return key;
}

}

core::Result<store::Bytes> CoupleEffects::form_for(const store::SittingRow& sitting) {
    const auto parts = m_data.store.parts_of(sitting.id);
    if (!parts) return core::pass(parts.error());
    auto form = form_of(*parts);
    return form.empty() ? m_context.forms.keep({sitting.packet}) : core::Result<store::Bytes>(std::move(form));
}

core::Result<OpenPart> CoupleEffects::start(const store::PartRow& part, const store::SittingRow& sitting,
                                            const std::optional<core::SecretText>& code,
                                            const model::Progress& progress) {
    const auto reader = m_context.therapist(sitting.therapist);
    if (!reader) return core::pass(reader.error());
    const auto practice = m_data.store.practice();
    if (!practice) return core::pass(practice.error());
    auto form = form_for(sitting);
    if (!form) return core::pass(form.error());
    store::PartRow begun = part;
    begun.form = *form;
    OpenPart open{.id = part.id, .associated_data = associated_data_of(begun, sitting), .key = vault::new_data_key()};
    store::Store::PartKeys keys;
    keys.sealed_for = reader->id;
    keys.form = std::move(*form);
    keys.therapist_slot = vault::seal_key(open.key, public_key_of(reader->public_key), open.associated_data);
    keys.recovery_slot = vault::seal_key(open.key, public_key_of(practice->recovery_public_key), open.associated_data);
    if (keys.therapist_slot.empty() || keys.recovery_slot.empty())
        return core::fail(core::ErrorCode::no_recipient, "a reader's public key cannot be used");
    keys.sealed_count = vault::seal_count(0, open.key, open.associated_data);
    if (code) {
        auto slot = vault::wrap_for_resume(open.key, code->view(), m_data.device, open.associated_data,
                                           m_context.world.code_cost);
        if (!slot) return core::pass(slot.error());
        keys.resume_slot = std::move(*slot);
    }
    const auto name = m_data.device.open_value(reader->sealed_name, {"therapist-name", reader->uuid});
    if (!name) return core::pass(name.error());
    if (const auto done = m_data.store.start_part(part.id, keys, progress_row(progress)); !done)
        return core::pass(done.error());
    // The same in either kind of journal.
    if (const auto done = put(open, {model::encode(model::Entry{model::Begun{open.associated_data.form, *name}})}, {});
        !done)
        return core::pass(done.error());
    open.basis = {open.associated_data.form, {*name}};
    return open;
}

core::Done CoupleEffects::note_reader(OpenPart& part, const store::SittingRow& sitting, model::PartContent& content) {
    const auto reader = m_context.therapist(sitting.therapist);
    if (!reader) return core::pass(reader.error());
    const auto name = m_data.device.open_value(reader->sealed_name, {"therapist-name", reader->uuid});
    if (!name) return core::pass(name.error());
    const model::Entry entry{model::Begun{part.associated_data.form, *name}};
    if (auto done = keep(part, {model::encode(entry)}, {}); !done) return done;
    model::replay(content, entry);
    part.basis = content.basis;
    return {};
}

core::Done CoupleEffects::start_joint(const store::SittingRow& sitting, model::Partner partner,
                                      const core::SecretText& code) {
    const auto parts = m_data.store.parts_of(sitting.id);
    if (!parts) return core::pass(parts.error());
    const auto* joint = find(*parts, store::PartOwner::joint);
    if (joint == nullptr || joint->status == store::PartStatus::sealed) return {};
    const bool is_b = partner == model::Partner::b;
    if (joint->status == store::PartStatus::not_started) {
        auto made = start(*joint, sitting, std::nullopt, {});
        if (!made) return core::pass(made.error());
        m_keys.joint = std::move(*made);
        const auto waiting = hold_for_other(m_data.device, m_keys.joint->key, joint->uuid);
        if (const auto done = m_data.store.set_joint_resume(joint->id, !is_b, waiting); !done) return done;
    } else {
        auto key = held_for_other(m_data.device, is_b ? joint->resume_slot_b : joint->resume_slot, joint->uuid);
        if (!key) return core::pass(key.error());
        m_keys.joint =
            OpenPart{.id = joint->id, .associated_data = associated_data_of(*joint, sitting), .key = std::move(*key)};
        const auto count = vault::open_count(joint->sealed_count, m_keys.joint->key, m_keys.joint->associated_data);
        if (!count) return core::pass(count.error());
        m_keys.joint->count = *count;
    }
    auto slot = vault::wrap_for_resume(m_keys.joint->key, code.view(), m_data.device, m_keys.joint->associated_data,
                                       m_context.world.code_cost);
    if (!slot) return core::pass(slot.error());
    return m_data.store.set_joint_resume(joint->id, is_b, *slot);
}

core::Result<OpenPart> CoupleEffects::resume_row(const store::PartRow& part, const store::SittingRow& sitting,
                                                 std::span<const std::uint8_t> slot, const core::SecretText& code,
                                                 bool& therapist_changed) {
    OpenPart open{.id = part.id, .associated_data = associated_data_of(part, sitting), .key = {}};
    auto key = vault::resume(slot, code.view(), m_data.device, open.associated_data);
    if (!key) return core::pass(key.error());
    open.key = std::move(*key);
    const auto count = vault::open_count(part.sealed_count, open.key, open.associated_data);
    if (!count) return core::pass(count.error());
    open.count = *count;
    therapist_changed = part.sealed_for != sitting.therapist;
    if (therapist_changed) {
        const auto reader = m_context.therapist(sitting.therapist);
        if (!reader) return core::pass(reader.error());
        const auto resealed = vault::seal_key(open.key, public_key_of(reader->public_key), open.associated_data);
        if (resealed.empty())
            return core::fail(core::ErrorCode::no_recipient, "the therapist's public key cannot be used");
        if (const auto done = m_data.store.reseal_part(part.id, reader->id, resealed); !done)
            return core::pass(done.error());
    }
    return open;
}

core::Done CoupleEffects::put(OpenPart& part, std::vector<vault::Bytes> entries,
                              const std::optional<store::Progress>& progress) {
    core::Done done;
    auto sequence = part.count;
    for (auto& entry : entries) {
        if (done) {
            ++sequence;
            done = m_data.store.append({part.id, sequence,
                                        vault::seal_entry(entry, part.key, part.associated_data, sequence),
                                        vault::seal_count(sequence, part.key, part.associated_data)},
                                       progress);
        }
        std::fill(entry.begin(), entry.end(), std::uint8_t{0});
    }
    if (done) part.count += entries.size();
    return done;
}

core::Done CoupleEffects::keep(OpenPart& part, std::vector<vault::Bytes> entries,
                               const std::optional<store::Progress>& progress) {
    const auto before = part.count;
    auto done = m_data.store.at_once([&] { return put(part, std::move(entries), progress); });
    if (!done) part.count = before;
    return done;
}

core::Done CoupleEffects::share(const OpenPart& part, core::CaseId id) {
    const auto readers = m_data.store.readers_of(id);
    if (!readers) return core::pass(readers.error());
    for (const auto& reader : *readers) {
        const auto row = m_context.therapist(reader);
        if (!row) return core::pass(row.error());
        auto slot = vault::seal_key(part.key, public_key_of(row->public_key), part.associated_data);
        if (slot.empty()) return core::fail(core::ErrorCode::no_recipient, "a reader's key is not a key");
        if (auto done = m_data.store.add_shared_slot({part.id, reader, std::move(slot)}); !done) return done;
    }
    return {};
}

core::Done CoupleEffects::seal(const OpenPart& part, core::SittingId id, const store::PacketRow& packet,
                               std::span<const store::Store::Append> drafts, model::Sitting& sitting) {
    return m_data.store.at_once([&]() -> core::Done {
        const auto row = m_data.store.sitting(id);
        if (!row) return core::pass(row.error());
        if (const auto done = share(part, row->in_case); !done) return done;
        if (const auto done = m_data.store.seal_part(part.id, packet, drafts, m_context.wall()); !done) return done;
        if (const auto done = m_context.append_audit("part-sealed", fmt::format("part:{}", part.id.value)); !done)
            return done;
        auto now = m_context.sitting_of(id);
        if (!now) return core::pass(now.error());
        sitting = std::move(*now);
        const auto left = [](model::PartStatus status) {
            return status == model::PartStatus::not_started || status == model::PartStatus::open;
        };
        if (left(sitting.a) || left(sitting.b) || left(sitting.joint)) return {};
        return m_data.store.set_sitting_status(id, store::SittingStatus::finished, m_context.wall());
    });
}

core::Result<model::PartContent> CoupleEffects::read_part(OpenPart& part) {
    const auto rows = m_data.store.journal(part.id);
    if (!rows) return core::pass(rows.error());
    if (rows->size() != part.count) return core::pass(tampered("journal: entries are missing or were added"));
    model::PartContent content;
    std::uint64_t sequence = 0;
    for (const auto& row : *rows) {
        if (row.sequence != ++sequence) return core::pass(tampered("journal: entries are out of order"));
        const auto bytes = vault::open_entry(row.sealed, part.key, part.associated_data, sequence);
        if (!bytes) return core::pass(bytes.error());
        const auto entry = model::decode_entry(*bytes);
        if (!entry) return core::pass(entry.error());
        model::replay(content, *entry);
    }
    if (content.basis.form != part.associated_data.form) return core::pass(tampered("journal: of another form"));
    part.basis = content.basis;
    return content;
}

core::Result<model::JointContent> CoupleEffects::read_joint(OpenPart& part) {
    const auto rows = m_data.store.journal(part.id);
    if (!rows) return core::pass(rows.error());
    if (rows->size() != part.count) return core::pass(tampered("joint journal: entries are missing or were added"));
    model::JointContent content;
    std::uint64_t sequence = 0;
    for (const auto& row : *rows) {
        if (row.sequence != ++sequence) return core::pass(tampered("joint journal: entries are out of order"));
        const auto bytes = vault::open_entry(row.sealed, part.key, part.associated_data, sequence);
        if (!bytes) return core::pass(bytes.error());
        const auto entry = model::decode_joint_entry(*bytes);
        if (!entry) return core::pass(entry.error());
        model::replay(content, *entry);
    }
    if (content.basis.form != part.associated_data.form) return core::pass(tampered("joint journal: of another form"));
    part.basis = content.basis;
    return content;
}

core::Result<model::JointSession> CoupleEffects::joint_session(core::SittingId id) {
    auto content = read_joint(*m_keys.joint);
    if (!content) return core::pass(content.error());
    auto sitting = m_context.sitting_of(id);
    if (!sitting) return core::pass(sitting.error());
    return model::JointSession{
        .sitting = std::move(*sitting), .part = m_keys.joint->id, .content = std::move(*content)};
}

core::Result<store::PacketRow> CoupleEffects::packet_for(const OpenPart& part, const store::SittingRow& sitting,
                                                         std::span<const std::uint8_t> content) {
    const auto reader = m_context.therapist(sitting.therapist);
    if (!reader) return core::pass(reader.error());
    const auto practice = m_data.store.practice();
    if (!practice) return core::pass(practice.error());
    const std::array readers{public_key_of(reader->public_key), public_key_of(practice->recovery_public_key)};
    auto packet = vault::seal_packet(content, part.key, readers, part.associated_data, m_data.device);
    if (!packet) return core::pass(packet.error());
    return packet_row(std::move(*packet));
}

}
