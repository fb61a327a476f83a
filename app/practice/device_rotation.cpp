#include "practice/device_rotation.hpp"
#include "practice/audit.hpp"
#include "practice/commit_count.hpp"
#include "practice/row_values.hpp"
#include "practice/tries.hpp"
#include "store/folder.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace {

// Values from under one key to under another. What does not open stays as it is: it is no more readable than before.
class UnderNewKey {
public:
    UnderNewKey(PracticeData& data, const vault::Device& next) : m_data(data), m_next(next) {}

    core::Done all() {
        const auto practice = m_data.store.practice();
        if (!practice) return core::pass(practice.error());
        m_former_public_key = practice->device_public_key;
        if (auto done = therapists(); !done) return done;
        if (auto done = cases(); !done) return done;
        if (auto done = sittings(); !done) return done;
        if (auto done = notes(); !done) return done;
        return audit::relink(m_data, m_next);
    }
    Rotated counts() const { return m_counts; }

private:
    void move(store::Bytes& sealed, const vault::ValueAssociatedData& associated_data) {
        if (sealed.empty()) return; // not known yet
        auto value = m_data.device.open_value(sealed, associated_data);
        if (!value) {
            ++m_counts.left;
            return;
        }
        sealed = m_next.seal_value(*value, associated_data);
        ++m_counts.values;
    }

    core::Done therapists() {
        auto rows = m_data.store.therapists();
        if (!rows) return core::pass(rows.error());
        for (auto& row : *rows) {
            move(row.sealed_name, {"therapist-name", row.uuid});
            if (auto done = m_data.store.set_sealed_values(row); !done) return done;
        }
        return {};
    }

    core::Done cases() {
        auto rows = m_data.store.every_case();
        if (!rows) return core::pass(rows.error());
        for (auto& row : *rows) {
            if (const auto code = chart_code_of(m_data.device, row))
                row.chart_code_index = m_next.index_of("chart-code", index_text(*code));
            move(row.sealed_chart_code, {"chart-code", row.uuid});
            move(row.sealed_name_a, {"partner-name-a", row.uuid});
            move(row.sealed_name_b, {"partner-name-b", row.uuid});
            if (auto done = m_data.store.set_sealed_values(row); !done) return done;
            auto read_back = m_data.store.read_back(row.id);
            if (!read_back) return core::pass(read_back.error());
            if (read_back->empty()) continue;
            move(*read_back, {"read-back", row.uuid});
            if (auto done = m_data.store.set_read_back(row.id, *read_back); !done) return done;
        }
        m_cases = std::move(*rows);
        return {};
    }

    core::Done sittings() {
        auto rows = m_data.store.every_sitting();
        if (!rows) return core::pass(rows.error());
        for (auto& row : *rows) {
            const auto in_case = std::ranges::find(m_cases, row.in_case, &store::CaseRow::id);
            if (in_case == m_cases.end()) { // its row was changed by another hand
                ++m_counts.left;
                continue;
            }
            const auto code = open_entry_code(m_data.device, row, *in_case);
            if (code && !row.entry_code_index.empty()) row.entry_code_index = m_next.index_of("entry-code", *code);
            move(row.sealed_entry_code, {"entry-code", row.uuid});
            if (auto done = m_data.store.set_sealed_values(row); !done) return done;
            if (auto done = parts(row); !done) return done;
        }
        m_sittings = std::move(*rows);
        return {};
    }

    core::Done parts(const store::SittingRow& sitting) {
        auto rows = m_data.store.parts_of(sitting.id);
        if (!rows) return core::pass(rows.error());
        for (auto& part : *rows) {
            if (part.status == store::PartStatus::open)
                return core::fail(core::ErrorCode::invalid_state,
                                  "a part is still being answered, and its partner's code works with the former key "
                                  "alone; let it be locked for its therapist first");
            move(part.sealed_wish, {"wish", part.uuid});
            if (auto done = m_data.store.set_wish(part.id, part.sealed_wish); !done) return done;
            if (part.status != store::PartStatus::sealed) continue;
            auto row = m_data.store.packet(part.id);
            if (!row && row.error().code == core::ErrorCode::tampered) {
                ++m_counts.left;
                continue;
            }
            if (!row) return core::pass(row.error());
            if (!sign(*row, associated_data_of(part, sitting))) continue;
            if (auto done = m_data.store.set_packet_slots(part.id, *row); !done) return done;
        }
        return {};
    }

    core::Done notes() {
        auto rows = m_data.store.every_note();
        if (!rows) return core::pass(rows.error());
        for (auto& note : *rows) {
            const auto sitting = std::ranges::find(m_sittings, note.sitting, &store::SittingRow::id);
            if (sitting == m_sittings.end() || !sign(note.packet, associated_data_of(note, *sitting))) continue;
            if (auto done = m_data.store.set_note_slots(note); !done) return done;
        }
        return {};
    }

    // Only what the former key signed is signed by the new one.
    bool sign(store::PacketRow& row, const vault::AssociatedData& associated_data) {
        auto packet = packet_of(row);
        if (!vault::is_whole(packet, associated_data, m_former_public_key)) {
            ++m_counts.left;
            return false;
        }
        vault::sign_packet(packet, associated_data, m_next);
        row = packet_row(std::move(packet));
        ++m_counts.values;
        return true;
    }

    PracticeData& m_data;
    const vault::Device& m_next;
    store::Bytes m_former_public_key;
    std::vector<store::CaseRow> m_cases;
    std::vector<store::SittingRow> m_sittings;
    Rotated m_counts;
};

core::Done try_desk_pin(PracticeData& data, const store::PracticeRow& practice, const core::SecretText& pin,
                        const store::Moment& now) {
    if (const auto pause = pause_before(data, "desk", now))
        return core::fail(core::ErrorCode::throttled,
                          fmt::format("wrong PINs; the next try is in {} s",
                                      std::chrono::ceil<std::chrono::seconds>(pause->left).count()));
    auto done = vault::check_verifier(pin.view(), practice.desk_pin_verifier, data.device, desk_pin_associated_data);
    if (done || done.error().code != core::ErrorCode::wrong_secret) return done;
    if (const auto counted = count_wrong(data, "desk", now); !counted) return core::pass(counted.error());
    return core::fail(core::ErrorCode::wrong_secret, "the desk's PIN does not match");
}

}

std::filesystem::path next_key(const std::filesystem::path& key_file) {
    return store::beside(key_file, ".next");
}

core::Result<Rotated> rotate_device_key(const std::filesystem::path& folder, PracticeData& data,
                                        const core::SecretText& desk_pin, const vault::KdfCost& pin_cost,
                                        const store::Moment& now, const std::function<void(RotationStep)>& passed) {
    const auto tell = [&](RotationStep step) {
        if (passed) passed(step);
    };
    auto practice = data.store.practice();
    if (!practice) return core::pass(practice.error());
    if (const auto right = try_desk_pin(data, *practice, desk_pin, now); !right) return core::pass(right.error());
    const auto key_file = folder / "device.key";
    // Where a former rotation could not put its key in this place, the one beside is in use.
    const auto in_place = vault::Device::open(key_file);
    if (!in_place) return core::pass(in_place.error());
    if (!std::ranges::equal(practice->device_public_key, in_place->public_key()))
        return core::fail(core::ErrorCode::io, key_file.string() + ": cannot be replaced");
    std::error_code ignored;
    std::filesystem::remove(next_key(key_file), ignored); // of a rotation that was cut off
    auto next = vault::Device::create(next_key(key_file));
    if (!next) return core::pass(next.error());
    tell(RotationStep::key_made);
    const auto undo = [&](const core::Error& why) {
        std::filesystem::remove(next_key(key_file), ignored);
        return core::pass(why);
    };
    auto verifier = vault::make_verifier(desk_pin.view(), *next, pin_cost, desk_pin_associated_data);
    if (!verifier) return undo(verifier.error());
    UnderNewKey values(data, *next);
    bool swapped = false;
    const auto done = data.store.at_once([&]() -> core::Done {
        if (auto made = values.all(); !made) return made;
        practice->device_public_key.assign(next->public_key().begin(), next->public_key().end());
        practice->desk_pin_verifier = std::move(*verifier);
        if (auto set = data.store.set_practice(*practice); !set) return set;
        std::swap(data.device, *next);
        swapped = true;
        if (auto noted = audit::append(data, now.wall, "setup", "device-key-changed"); !noted) return noted;
        if (auto made = data.store.sign_rows_anew(data.device.row_hash()); !made) return made;
        data.count->change_key(data.device, data.store.generation() + 1);
        tell(RotationStep::values_made);
        return {};
    });
    if (!done) {
        if (swapped) std::swap(data.device, *next);
        data.count->change_key(data.device, data.store.generation());
        // Should the commit have held after all, the key beside is the right one and is needed.
        const auto held = data.store.practice();
        if (!held || std::ranges::equal(held->device_public_key, next->public_key())) return core::pass(done.error());
        return undo(done.error());
    }
    tell(RotationStep::committed);
    // It is done: where the key cannot be put in its place now, each opening tries again and uses it where it is.
    (void)store::rename_durably(next_key(key_file), key_file);
    tell(RotationStep::key_replaced);
    (void)data.store.forget_former_keys();
    return values.counts();
}

core::Result<vault::Device> settle_device_key(const std::filesystem::path& key_file, vault::Device device,
                                              std::span<const std::uint8_t> device_public_key) {
    std::error_code ignored;
    if (std::ranges::equal(device_public_key, device.public_key())) {
        std::filesystem::remove(next_key(key_file), ignored);
        return device;
    }
    auto next = vault::Device::open(next_key(key_file));
    if (!next || !std::ranges::equal(device_public_key, next->public_key()))
        return core::fail(core::ErrorCode::tampered, "device.key does not belong to sameside.db");
    (void)store::rename_durably(next_key(key_file), key_file); // used where it is, when that cannot be
    return next;
}

}
