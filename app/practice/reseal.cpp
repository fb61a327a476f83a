#include "practice/reseal.hpp"
#include "practice/row_values.hpp"
#include <algorithm>

namespace practice {

namespace {

class Resealing {
public:
    Resealing(PracticeData& data, const NewReaders& readers, vault::PublicKey device_public_key)
        : m_data(data), m_readers(readers), m_device_public_key(device_public_key) {}

    core::Done part(const store::PartRow& part, const store::SittingRow& sitting) {
        const bool theirs = m_readers.of && part.sealed_for == *m_readers.of;
        switch (part.status) {
        case store::PartStatus::not_started:
            return {};
        case store::PartStatus::open:
            return theirs || m_readers.recovery_key ? open_part(part, sitting, theirs) : core::Done();
        case store::PartStatus::sealed:
            return theirs || m_readers.recovery_key ? sealed_part(part, sitting, theirs) : core::Done();
        }
        return {};
    }

    core::Done note(store::NoteRow note, const store::SittingRow& sitting) {
        const bool theirs = m_readers.of && m_readers.with_notes && note.therapist == *m_readers.of;
        if (!theirs && !m_readers.recovery_key) return {};
        const auto associated_data = associated_data_of(note, sitting);
        auto packet = packet_of(note.packet);
        const auto key = vault::packet_key(packet, {}, m_readers.opener, associated_data, m_device_public_key);
        if (!key) return left();
        if (auto done = put_slots(packet, *key, associated_data, theirs); !done) return done;
        note.packet = packet_row(std::move(packet));
        if (theirs) ++m_done.notes;
        return m_data.store.set_note_slots(note);
    }

    Resealed take() { return std::move(m_done); }

private:
    core::Done left() {
        ++m_done.left;
        return {};
    }

    core::Result<vault::Bytes> slot(const core::SecretBytes& key, const vault::PublicKey& reader,
                                    const vault::AssociatedData& associated_data) const {
        auto slot = vault::seal_key(key, reader, associated_data);
        if (slot.empty()) return core::fail(core::ErrorCode::no_recipient, "a reader's key is not a key");
        return slot;
    }

    core::Done put_slots(vault::Packet& packet, const core::SecretBytes& key,
                         const vault::AssociatedData& associated_data, bool theirs) {
        if (theirs) {
            auto anew = slot(key, m_readers.key, associated_data);
            if (!anew) return core::pass(anew.error());
            packet.key_slots[0] = std::move(*anew);
        }
        if (m_readers.recovery_key) {
            auto anew = slot(key, *m_readers.recovery_key, associated_data);
            if (!anew) return core::pass(anew.error());
            packet.key_slots[1] = std::move(*anew);
        }
        vault::sign_packet(packet, associated_data, m_data.device);
        return {};
    }

    core::Done open_part(const store::PartRow& part, const store::SittingRow& sitting, bool theirs) {
        const auto associated_data = associated_data_of(part, sitting);
        auto key = vault::open_key(part.recovery_slot, m_readers.opener, associated_data);
        if (!key) key = vault::open_key(part.therapist_slot, m_readers.opener, associated_data);
        // Slots of an open part are not signed: the key must be the one that its entries are under.
        if (!key || !vault::open_count(part.sealed_count, *key, associated_data)) return left();
        auto for_therapist = part.therapist_slot, for_recovery = part.recovery_slot;
        if (theirs) {
            auto anew = slot(*key, m_readers.key, associated_data);
            if (!anew) return core::pass(anew.error());
            for_therapist = std::move(*anew);
            m_done.parts.push_back(part.id);
        }
        if (m_readers.recovery_key) {
            auto anew = slot(*key, *m_readers.recovery_key, associated_data);
            if (!anew) return core::pass(anew.error());
            for_recovery = std::move(*anew);
        }
        return m_data.store.set_part_slots(part.id, for_therapist, for_recovery);
    }

    core::Done sealed_part(const store::PartRow& part, const store::SittingRow& sitting, bool theirs) {
        auto row = m_data.store.packet(part.id);
        if (!row && (row.error().code == core::ErrorCode::not_found || row.error().code == core::ErrorCode::tampered))
            return left();
        if (!row) return core::pass(row.error());
        const auto associated_data = associated_data_of(part, sitting);
        auto packet = packet_of(*row);
        const auto key = vault::packet_key(packet, {}, m_readers.opener, associated_data, m_device_public_key);
        if (!key) return left();
        if (auto done = put_slots(packet, *key, associated_data, theirs); !done) return done;
        if (auto done = m_data.store.set_packet_slots(part.id, packet_row(std::move(packet))); !done) return done;
        if (theirs) m_done.parts.push_back(part.id);
        return m_readers.of ? shared(part, *key, associated_data) : core::Done();
    }

    // As a further reader.
    core::Done shared(const store::PartRow& part, const core::SecretBytes& key,
                      const vault::AssociatedData& associated_data) {
        const auto before = m_data.store.shared_slot(part.id, *m_readers.of);
        if (!before) return core::pass(before.error());
        if (!*before) return {};
        auto anew = slot(key, m_readers.key, associated_data);
        if (!anew) return core::pass(anew.error());
        return m_data.store.add_shared_slot({part.id, *m_readers.of, std::move(*anew)});
    }

    PracticeData& m_data;
    const NewReaders& m_readers;
    vault::PublicKey m_device_public_key;
    Resealed m_done;
};

}

core::Result<Resealed> reseal(PracticeData& data, const NewReaders& readers) {
    const auto practice = data.store.practice();
    if (!practice) return core::pass(practice.error());
    const auto sittings = data.store.every_sitting();
    if (!sittings) return core::pass(sittings.error());
    Resealing resealing(data, readers, public_key_of(practice->device_public_key));
    for (const auto& sitting : *sittings) {
        const auto parts = data.store.parts_of(sitting.id);
        if (!parts) return core::pass(parts.error());
        for (const auto& part : *parts)
            if (const auto done = resealing.part(part, sitting); !done) return core::pass(done.error());
    }
    auto notes = data.store.every_note();
    if (!notes) return core::pass(notes.error());
    for (auto& note : *notes) {
        const auto sitting = std::ranges::find(*sittings, note.sitting, &store::SittingRow::id);
        if (sitting == sittings->end()) continue;
        if (const auto done = resealing.note(std::move(note), *sitting); !done) return core::pass(done.error());
    }
    return resealing.take();
}

}
