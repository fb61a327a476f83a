// Finding a couple in the therapist's list.
#pragma once
#include "model/case/records.hpp"
#include "model/form/locale.hpp"
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace model {

// Over all visits of the case.
OfBoth<PrivateAnswers> private_answers_of(const CaseFile& file);

enum class CaseFilter { all, unread, this_week, asked, overdue };

// Chart code, with its dashes and without, and names, in plain letters: CaseSummary::folded, made once for each case.
std::string fold_for_search(const CaseSummary& summary);

// The words that stand between two names where a row is called by both ("and"), in plain letters, of each language.
std::vector<std::string> words_between_names(std::span<const Locale> locales);

// Indexes of the cases whose chart code or names hold every word of `search`, in the order given. Capitals, accents
// and a chart code's dashes make no difference, nor what is `between` and not the first word; an empty search matches
// all. Looks at CaseSummary::folded alone.
std::vector<std::size_t> matching_cases(std::span<const CaseSummary> cases, std::string_view search,
                                        std::span<const std::string> between = {});

// Those of them that the filter leaves; `now` says which week it is and what may be deleted.
std::vector<std::size_t> found_cases(std::span<const CaseSummary> cases, std::string_view search, CaseFilter filter,
                                     core::WallTime now, int retention_years,
                                     std::span<const std::string> between = {});
std::size_t count_in(std::span<const CaseSummary> cases, CaseFilter filter, core::WallTime now, int retention_years);

// Whether the time for which a case must be kept is over: so many years since the last visit, unless it is held.
// Never with 0 years, which a practice leaves when it decides for itself.
bool is_past_retention(const CaseSummary& summary, core::WallTime now, int years);

}
