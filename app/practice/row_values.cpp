#include "practice/row_values.hpp"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace practice {

core::Result<CoupleNames> names_of(const vault::Device& device, const store::CaseRow& row) {
    CoupleNames names;
    if (!row.sealed_name_a.empty()) {
        auto name = device.open_value(row.sealed_name_a, {"partner-name-a", row.uuid});
        if (!name) return core::pass(name.error());
        names.a = std::move(*name);
    }
    if (!row.sealed_name_b.empty()) {
        auto name = device.open_value(row.sealed_name_b, {"partner-name-b", row.uuid});
        if (!name) return core::pass(name.error());
        names.b = std::move(*name);
    }
    return names;
}

core::Result<std::string> therapist_name(const vault::Device& device, const store::TherapistRow& row) {
    return device.open_value(row.sealed_name, {"therapist-name", row.uuid});
}

core::Result<std::string> chart_code_of(const vault::Device& device, const store::CaseRow& row) {
    return device.open_value(row.sealed_chart_code, {"chart-code", row.uuid});
}

vault::Bytes seal_entry_code(const vault::Device& device, std::string_view code, const core::Uuid& sitting,
                             const core::Uuid& in_case) {
    std::string text(in_case.begin(), in_case.end());
    text += code;
    return device.seal_value(text, {"entry-code", sitting});
}

core::Result<std::string> open_entry_code(const vault::Device& device, const store::SittingRow& sitting,
                                          const store::CaseRow& in_case) {
    auto text = device.open_value(sitting.sealed_entry_code, {"entry-code", sitting.uuid});
    // A code that stands alone, as kiosks before this one sealed it, names no case.
    if (!text || text->size() < in_case.uuid.size()) return text;
    const std::string made_for(in_case.uuid.begin(), in_case.uuid.end());
    if (!text->starts_with(made_for)) return core::fail(core::ErrorCode::tampered, "the case of a sitting");
    text->erase(0, made_for.size());
    return text;
}

model::PartStatus status_of(store::PartStatus status) {
    switch (status) {
    case store::PartStatus::not_started:
        return model::PartStatus::not_started;
    case store::PartStatus::open:
        return model::PartStatus::open;
    case store::PartStatus::sealed:
        return model::PartStatus::sealed;
    }
    return model::PartStatus::absent;
}

model::PartStatus status_of(const store::PartRow& part) {
    return part.closed ? model::PartStatus::sealed : status_of(part.status);
}

model::SittingStatus status_of(store::SittingStatus status) {
    switch (status) {
    case store::SittingStatus::waiting:
        return model::SittingStatus::waiting;
    case store::SittingStatus::active:
        return model::SittingStatus::active;
    case store::SittingStatus::parked:
        return model::SittingStatus::parked;
    case store::SittingStatus::finished:
        return model::SittingStatus::finished;
    case store::SittingStatus::cancelled:
        return model::SittingStatus::cancelled;
    }
    return model::SittingStatus::waiting;
}

store::PartOwner owner_of(model::Partner partner) {
    return partner == model::Partner::a ? store::PartOwner::a : store::PartOwner::b;
}

store::Progress progress_row(const model::Progress& progress) {
    return {progress.screens_done, progress.screens_total, static_cast<int>(progress.left.count())};
}

model::Progress progress_of(const store::Progress& row) {
    return {row.screens_done, row.screens_total, std::chrono::seconds(row.seconds_left)};
}

vault::AssociatedData associated_data_of(const store::PartRow& part, const store::SittingRow& sitting) {
    const char owner = part.owner == store::PartOwner::a ? 'a' : part.owner == store::PartOwner::b ? 'b' : 'j';
    vault::AssociatedData associated_data{part.uuid, sitting.uuid, owner};
    if (core::FormHash form{}; part.form.size() == form.size()) {
        std::ranges::copy(part.form, form.begin());
        associated_data.form = form;
    }
    return associated_data;
}

const store::PartRow* find(const std::vector<store::PartRow>& parts, store::PartOwner owner) {
    const auto found = std::ranges::find(parts, owner, &store::PartRow::owner);
    return found == parts.end() ? nullptr : &*found;
}

core::WallTime time_of(std::int64_t milliseconds) {
    return core::WallTime(core::Milliseconds(milliseconds));
}

vault::Bytes seal_read_back(const vault::Device& device, const std::vector<std::string>& sentences,
                            const core::Uuid& in_case) {
    if (sentences.empty()) return {};
    return device.seal_value(nlohmann::json(sentences).dump(), {"read-back", in_case});
}

core::Result<std::vector<std::string>> open_read_back(const vault::Device& device, std::span<const std::uint8_t> sealed,
                                                      const core::Uuid& in_case) {
    if (sealed.empty()) return std::vector<std::string>();
    const auto text = device.open_value(sealed, {"read-back", in_case});
    if (!text) return core::pass(text.error());
    const auto list = nlohmann::json::parse(*text, nullptr, false);
    std::vector<std::string> sentences;
    if (!list.is_array()) return core::fail(core::ErrorCode::damaged, "read-back");
    for (const auto& sentence : list)
        if (sentence.is_string()) sentences.push_back(sentence.get<std::string>());
    return sentences;
}

vault::Bytes seal_wish(const vault::Device& device, const core::Uuid& part, Wish wish) {
    // One letter each: the size says nothing.
    const char* word = wish == Wish::raised ? "y" : wish == Wish::acknowledged ? "a" : "n";
    return device.seal_value(word, {"wish", part});
}

core::Result<Wish> open_wish(const vault::Device& device, const store::PartRow& part) {
    return open_wish(device, part.sealed_wish, part.uuid);
}

core::Result<Wish> open_wish(const vault::Device& device, std::span<const std::uint8_t> sealed,
                             const core::Uuid& part) {
    const auto wish = device.open_value(sealed, {"wish", part});
    if (!wish) return core::pass(wish.error());
    return *wish == "y" ? Wish::raised : *wish == "a" ? Wish::acknowledged : Wish::none;
}

vault::Packet packet_of(const store::PacketRow& row) {
    return {{row.therapist_slot, row.recovery_slot}, row.box, row.signature};
}

store::PacketRow packet_row(vault::Packet packet) {
    return {std::move(packet.key_slots[0]), std::move(packet.key_slots[1]), std::move(packet.box),
            std::move(packet.signature)};
}

vault::AssociatedData associated_data_of(const store::NoteRow& note, const store::SittingRow& sitting) {
    return {note.uuid, sitting.uuid, 'n'};
}

std::string index_text(std::string_view chart_code) {
    std::string text;
    for (const char c : chart_code) {
        if (c == ' ' || c == '-') continue;
        text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

}
