// Couples written straight into a practice's store, as the kiosk writes them: sealed parts under real keys, with the
// form that they were asked. For what needs more people than anybody can tap.
#pragma once
#include "model/form/journal.hpp"
#include "practice/kept_forms.hpp"
#include "practice/row_values.hpp"
#include <algorithm>
#include <array>

namespace support {

class ManyCouples {
public:
    // Of the first therapist. Both outlive it.
    ManyCouples(practice::PracticeData& data, const practice::World& world)
        : m_data(data), m_world(world), m_forms(data.store, world) {}

    core::Result<core::CaseId> couple(int number) { return couple("MC-" + std::to_string(number)); }
    core::Result<core::CaseId> couple(const std::string& code) {
        const auto therapists = m_data.store.therapists();
        if (!therapists) return core::pass(therapists.error());
        store::CaseRow row;
        row.uuid = vault::new_uuid();
        row.therapist = therapists->front().id;
        row.sealed_chart_code = m_data.device.seal_value(code, {"chart-code", row.uuid});
        row.chart_code_index = m_data.device.index_of("chart-code", practice::index_text(code));
        row.sealed_name_a = m_data.device.seal_value("Maya", {"partner-name-a", row.uuid});
        row.sealed_name_b = m_data.device.seal_value("Jordan", {"partner-name-b", row.uuid});
        return m_data.store.add_case(row);
    }

    // A visit with the first packet, both parts of it sealed.
    core::Done visit(core::CaseId in_case, core::WallTime at, model::PartContent a, model::PartContent b) {
        const auto owner = m_data.store.case_by_id(in_case);
        if (!owner) return core::pass(owner.error());
        store::SittingRow row;
        row.uuid = vault::new_uuid();
        row.in_case = in_case;
        row.sealed_entry_code = practice::seal_entry_code(m_data.device, "", row.uuid, owner->uuid);
        row.therapist = owner->therapist;
        row.packet = m_world.content->packets.front().id.value;
        row.status = store::SittingStatus::finished;
        row.planned_at_ms = row.changed_at_ms = at.time_since_epoch().count();
        std::vector<store::Store::NewPart> parts;
        for (const auto partner : {store::PartOwner::a, store::PartOwner::b}) {
            const auto uuid = vault::new_uuid();
            parts.push_back({partner, uuid, practice::seal_wish(m_data.device, uuid, practice::Wish::none)});
        }
        const auto id = m_data.store.new_sitting(row, parts);
        if (!id) return core::pass(id.error());
        row.id = *id;
        const auto rows = m_data.store.parts_of(*id);
        if (!rows) return core::pass(rows.error());
        for (const auto& part : *rows)
            if (auto done = seal(part, row, part.owner == store::PartOwner::a ? a : b, at); !done) return done;
        return {};
    }

private:
    core::Done seal(store::PartRow part, const store::SittingRow& sitting, model::PartContent& content,
                    core::WallTime at) {
        const auto therapists = m_data.store.therapists();
        if (!therapists) return core::pass(therapists.error());
        const auto& therapist = therapists->front();
        const auto practice_row = m_data.store.practice();
        if (!practice_row) return core::pass(practice_row.error());
        if (m_form.empty()) {
            auto form = m_forms.keep({sitting.packet});
            if (!form) return core::pass(form.error());
            m_form = std::move(*form);
        }
        part.form = m_form;
        core::FormHash hash{};
        std::ranges::copy(m_form, hash.begin());
        content.basis = {.form = hash, .readers = {"Dr. Okafor"}};
        const auto associated_data = practice::associated_data_of(part, sitting);
        const auto key = vault::new_data_key();
        const auto reader = practice::public_key_of(therapist.public_key);
        const auto kit = practice::public_key_of(practice_row->recovery_public_key);
        auto packet =
            vault::seal_packet(model::encode(content), key, std::array{reader, kit}, associated_data, m_data.device);
        if (!packet) return core::pass(packet.error());
        const store::Store::PartKeys keys{.sealed_for = therapist.id,
                                          .therapist_slot = vault::seal_key(key, reader, associated_data),
                                          .recovery_slot = vault::seal_key(key, kit, associated_data),
                                          .resume_slot = {1},
                                          .sealed_count = vault::seal_count(0, key, associated_data),
                                          .form = m_form};
        if (auto done = m_data.store.start_part(part.id, keys, {}); !done) return done;
        return m_data.store.seal_part(part.id, practice::packet_row(std::move(*packet)), {}, at);
    }

    practice::PracticeData& m_data;
    const practice::World& m_world;
    practice::KeptForms m_forms;
    store::Bytes m_form;
};

}
