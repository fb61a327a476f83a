// A practice whose keys are looked after: the recovery kit as it is printed, and the data as a command opens it.
#pragma once
#include "practice/audit.hpp"
#include "practice/recovery.hpp"
#include "report/pdf_reading.hpp"
#include "visits/a_visit.hpp"

namespace visits {

inline constexpr auto okafor = "Dr. Okafor";
inline constexpr auto reyes = "M. Reyes, LMFT";
inline constexpr auto new_passphrase = "nine lanterns over the harbour";

// The words of the page, in the order in which they are numbered.
std::string words_on(const std::filesystem::path& kit);

// While it is open the kiosk is not running.
PracticeData open_data(Visit& visit);

StaffMember member(PracticeData& data, std::string_view name);

core::Result<vault::KeyPair> try_kit(Visit& visit, PracticeData& data, std::string_view words);

std::vector<std::string> whole_log(PracticeData& data);

bool has_line(const std::vector<std::string>& lines, std::string_view line);

// A visit of both, sealed, with a note of its therapist's.
void a_visit_with_a_note(Visit& visit, std::string_view chart_code, std::string_view note);

// As the therapist reads it; nothing when the passphrase does not open it.
std::optional<model::CaseFile> read_as(Visit& visit, std::string_view therapist, std::string_view secret,
                                       std::string_view chart_code);

// To a part that Maya began, by her own code, and to its end. Who reads it now instead is said first.
void finish_begun_part(Visit& visit, const std::string& entry_code, std::string_view new_reader = {});

bool has_words_of_a(const std::optional<model::CaseFile>& file);

}
