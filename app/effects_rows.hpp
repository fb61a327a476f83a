// Between rows of the store and values of the model.
#pragma once
#include "effects.hpp"

struct CoupleNames {
    std::string a, b;
};
// Empty until known. Fails with tampered.
core::Result<CoupleNames> names_of(const vault::Device& device, const store::CaseRow& row);
core::Result<std::string> chart_code_of(const vault::Device& device, const store::CaseRow& row);

model::PartStatus status_of(store::PartStatus status);
model::SittingStatus status_of(store::SittingStatus status);
store::PartRole role_of(model::Role role);
store::Progress progress_row(const model::Progress& progress);
model::Progress progress_of(const store::Progress& row);
vault::PartPlace place_of(const store::PartRow& part, const store::SittingRow& sitting);
const store::PartRow* find(const std::vector<store::PartRow>& parts, store::PartRole role);
core::WallTime time_of(std::int64_t milliseconds);
// "Would like a word": sealed, the same size either way.
vault::Bytes seal_wish(const vault::Device& device, const core::Uuid& part, bool wish);
core::Result<bool> open_wish(const vault::Device& device, const store::PartRow& part);
core::Result<bool> open_wish(const vault::Device& device, std::span<const std::uint8_t> sealed, const core::Uuid& part);
vault::Packet packet_of(const store::PacketRow& row);
store::PacketRow packet_row(vault::Packet packet); // two slots: therapist, recovery
vault::PartPlace place_of(const store::NoteRow& note, const store::SittingRow& sitting);
std::string index_text(std::string_view chart_code); // upper case, no blanks: RG-2041 and "rg 2041" are one case
