// Keys of parts: made, brought back, used and let go.
#include "practice/couple_effects.hpp"
#include "practice/row_values.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace {

core::Error tampered(std::string what) {
    return {core::ErrorCode::tampered, std::move(what)};
}

// As they stand in the journal, behind what is there. They are wiped.
UnsavedEntries sealed(const OpenPart& part, std::vector<vault::Bytes> entries,
                      const std::optional<store::Progress>& progress) {
    UnsavedEntries order{.entries = {}, .progress = progress};
    auto sequence = part.count;
    for (auto& entry : entries) {
        ++sequence;
        order.entries.push_back({part.id, sequence, vault::seal_entry(entry, part.key, part.associated_data, sequence),
                                 vault::seal_count(sequence, part.key, part.associated_data)});
        std::fill(entry.begin(), entry.end(), std::uint8_t{0});
    }
    return order;
}

core::Done append(store::Store& store, const UnsavedEntries& order) {
    for (const auto& entry : order.entries)
        if (auto put = store.append(entry, order.progress); !put) return put;
    return {};
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
        keys.code_digits = static_cast<int>(code->length());
    }
    if (const auto done = m_data.store.start_part(part.id, keys, progress_row(progress)); !done)
        return core::pass(done.error());
    auto names = m_context.reader_names(sitting);
    if (!names) return core::pass(names.error());
    for (const auto& each : *names)
        if (const auto done = put(open, {open.associated_data.form, each}); !done) return core::pass(done.error());
    open.basis = {open.associated_data.form, std::move(*names)};
    return open;
}

core::Result<bool> CoupleEffects::note_readers(OpenPart& part, const store::SittingRow& sitting, model::Basis& basis,
                                               bool changed, std::vector<vault::Bytes> pending) {
    if (!basis.form && !changed) return false; // begun before readers were written down
    auto names = m_context.reader_names(sitting);
    if (!names) return core::pass(names.error());
    std::erase_if(
        *names, [&](const std::string& each) { return std::ranges::find(basis.readers, each) != basis.readers.end(); });
    if (names->empty()) return false;
    const auto before = part.count;
    const auto noted = m_data.store.at_once([&]() -> core::Done {
        for (const auto& each : *names)
            if (auto done = put(part, {part.associated_data.form, each}); !done) return done;
        return {};
    });
    if (!noted) {
        part.count = before;
        return core::pass(noted.error());
    }
    basis.form = part.associated_data.form;
    basis.readers.insert(basis.readers.end(), names->begin(), names->end());
    part.basis = basis;
    // What the disk refused before comes behind it.
    if (!pending.empty()) part.unsaved = sealed(part, std::move(pending), part.unsaved.progress);
    return true;
}
core::Result<OpenPart> CoupleEffects::resume_row(const store::PartRow& part, const store::SittingRow& sitting,
                                                 std::span<const std::uint8_t> slot, const core::SecretText& code,
                                                 bool& therapist_changed) {
    auto key = vault::resume(slot, code.view(), m_data.device, associated_data_of(part, sitting));
    if (!key) return core::pass(key.error());
    return opened_row(part, sitting, std::move(*key), therapist_changed);
}

core::Result<OpenPart> CoupleEffects::opened_row(const store::PartRow& part, const store::SittingRow& sitting,
                                                 core::SecretBytes key, bool& therapist_changed) {
    OpenPart open{.id = part.id, .associated_data = associated_data_of(part, sitting), .key = std::move(key)};
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

core::Done CoupleEffects::put(OpenPart& part, const model::Begun& entry) {
    // The same in either kind of journal.
    const auto order = sealed(part, {model::encode(model::Entry{entry})}, std::nullopt);
    auto done = append(m_data.store, order);
    if (done) ++part.count;
    return done;
}

core::Done CoupleEffects::keep(OpenPart& part, std::vector<vault::Bytes> entries,
                               const std::optional<store::Progress>& progress) {
    auto order = sealed(part, std::move(entries), progress);
    const auto done = m_data.store.at_once([&] { return append(m_data.store, order); });
    part.unsaved = {};
    if (done)
        part.count += order.entries.size();
    else
        part.unsaved = std::move(order);
    return done;
}

template<class Entry, class Content>
core::Result<std::vector<Entry>>
CoupleEffects::take_back(OpenPart& part, Content& content,
                         core::Result<Entry> (*decode)(std::span<const std::uint8_t>)) {
    std::vector<Entry> entries;
    part.unsaved = m_context.unsaved.take(part.id);
    for (const auto& append : part.unsaved.entries) {
        auto bytes = vault::open_entry(append.sealed, part.key, part.associated_data, append.sequence);
        if (!bytes) return core::pass(bytes.error());
        auto entry = decode(*bytes);
        std::fill(bytes->begin(), bytes->end(), std::uint8_t{0});
        if (!entry) return core::pass(entry.error());
        model::replay(content, *entry);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

core::Done CoupleEffects::take_back(model::Session& session) {
    auto entries = take_back(*m_keys.part, session.content, model::decode_entry);
    if (!entries) return core::pass(entries.error());
    session.trouble = !entries->empty();
    session.pending = std::move(*entries);
    return {};
}

core::Done CoupleEffects::share(const OpenPart& part, core::CaseId id) {
    const auto readers = m_data.store.readers_of(id);
    if (!readers) return core::pass(readers.error());
    for (const auto& reader : *readers) {
        const auto row = m_context.therapist(reader);
        if (!row && row.error().code == core::ErrorCode::tampered)
            continue; // changed by hand: the storage tile and the log say so
        if (!row) return core::pass(row.error());
        auto slot = vault::seal_key(part.key, public_key_of(row->public_key), part.associated_data);
        if (slot.empty()) return core::fail(core::ErrorCode::no_recipient, "a reader's key is not a key");
        if (auto done = m_data.store.add_shared_slot({part.id, reader, std::move(slot)}); !done) return done;
    }
    return {};
}

core::Done CoupleEffects::seal(const OpenPart& part, core::SittingId id, const store::PacketRow& packet,
                               const Released& shared, model::Sitting& sitting) {
    const auto close = [&]() -> core::Done {
        const auto row = m_data.store.sitting(id);
        if (!row) return core::pass(row.error());
        if (const auto done = share(part, row->in_case); !done) return done;
        if (const auto done = m_data.store.seal_part(part.id, packet, shared.drafts, m_context.wall()); !done)
            return done;
        if (!shared.share.empty())
            if (const auto done = m_data.store.set_joint_resume(m_keys.share->joint,
                                                                m_keys.share->whose == model::Partner::b, shared.share);
                !done)
                return done;
        if (const auto done = m_context.append_audit("part-sealed", fmt::format("part:{}", part.id.value)); !done)
            return done;
        auto now = m_context.sitting_of(id);
        if (!now) return core::pass(now.error());
        sitting = std::move(*now);
        return m_context.finish_if_done(id);
    };
    auto done = m_data.store.at_once(close);
    const bool full = !done && done.error().code == core::ErrorCode::disk_full;
    if (full && m_data.store.give_back_reserve()) done = m_data.store.at_once(close);
    m_data.store.keep_reserve();
    return done;
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
    model::JointSession session{
        .sitting = std::move(*sitting), .part = m_keys.joint->id, .content = std::move(*content)};
    auto entries = take_back(*m_keys.joint, session.content, model::decode_joint_entry);
    if (!entries) return core::pass(entries.error());
    session.trouble = !entries->empty();
    session.pending = std::move(*entries);
    const auto row = m_data.store.sitting(id);
    if (!row) return core::pass(row.error());
    std::vector<vault::Bytes> pending;
    for (const auto& entry : session.pending)
        pending.push_back(model::encode(entry));
    const auto noted = note_readers(*m_keys.joint, *row, session.content.basis, false, std::move(pending));
    if (!noted) return core::pass(noted.error());
    return session;
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
