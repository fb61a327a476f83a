// Between rows of the store and values of the model.
#pragma once
#include "model/case/records.hpp"
#include "practice/practice_data.hpp"
#include "vault/part.hpp"

namespace practice {

struct CoupleNames {
    std::string a, b;
};
// Empty until known. Fails with tampered.
core::Result<CoupleNames> names_of(const vault::Device& device, const store::CaseRow& row);
core::Result<std::string> therapist_name(const vault::Device& device, const store::TherapistRow& row);
core::Result<std::string> chart_code_of(const vault::Device& device, const store::CaseRow& row);

// The entry code, sealed with the case that the sitting was made for. Opening fails with tampered when the sitting
// stands in another one: its parts are bound to the sitting, and nothing else binds the sitting to its couple.
vault::Bytes seal_entry_code(const vault::Device& device, std::string_view code, const core::Uuid& sitting,
                             const core::Uuid& in_case);
core::Result<std::string> open_entry_code(const vault::Device& device, const store::SittingRow& sitting,
                                          const store::CaseRow& in_case);

model::PartStatus status_of(store::PartStatus status);
model::PartStatus status_of(const store::PartRow& part); // closed by the desk: to all but its reader it is sealed
model::SittingStatus status_of(store::SittingStatus status);
store::PartOwner owner_of(model::Partner partner);
store::Progress progress_row(const model::Progress& progress);
model::Progress progress_of(const store::Progress& row);
vault::AssociatedData associated_data_of(const store::PartRow& part, const store::SittingRow& sitting);
const store::PartRow* find(const std::vector<store::PartRow>& parts, store::PartOwner owner);
core::WallTime time_of(std::int64_t milliseconds);
// The sentences that are read back to a couple, bound to their case.
vault::Bytes seal_read_back(const vault::Device& device, const std::vector<std::string>& sentences,
                            const core::Uuid& in_case);
[[nodiscard]] core::Result<std::vector<std::string>>
open_read_back(const vault::Device& device, std::span<const std::uint8_t> sealed, const core::Uuid& in_case);

// "Would like a word": sealed, the same size either way.
// A wish of longer ago was heard or is in the case; lists are about who waits now.
inline constexpr std::chrono::days wishes_of_late{90};
enum class Wish { none, raised, acknowledged }; // would like a word; the desk has seen to it
vault::Bytes seal_wish(const vault::Device& device, const core::Uuid& part, Wish wish);
core::Result<Wish> open_wish(const vault::Device& device, const store::PartRow& part);
core::Result<Wish> open_wish(const vault::Device& device, std::span<const std::uint8_t> sealed, const core::Uuid& part);
vault::Packet packet_of(const store::PacketRow& row);
store::PacketRow packet_row(vault::Packet packet); // two slots: therapist, recovery
vault::AssociatedData associated_data_of(const store::NoteRow& note, const store::SittingRow& sitting);
std::string index_text(std::string_view chart_code); // upper case, no blanks: RG-2041 and "rg 2041" are one case

}
