#include "model/case/caseload.hpp"
#include "model/case/plain_letters.hpp"
#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

namespace model {
namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

// "rg-2041" as "rg2041", for who types it so.
std::string without_signs(std::string_view code) {
    std::string letters;
    std::ranges::copy_if(code, std::back_inserter(letters),
                         [](char c) { return (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0; });
    return letters;
}

constexpr std::chrono::days week{7};

bool in_filter(const CaseSummary& summary, CaseFilter filter, core::WallTime now, int retention_years) {
    switch (filter) {
    case CaseFilter::all:
        return true;
    case CaseFilter::unread:
        return summary.unread_a || summary.unread_b || summary.unread_joint ||
               summary.private_answers.a == PrivateAnswers::not_opened ||
               summary.private_answers.b == PrivateAnswers::not_opened;
    case CaseFilter::this_week:
        return summary.last_visit && *summary.last_visit > now - week;
    case CaseFilter::asked:
        return summary.wish_a || summary.wish_b || summary.wish_joint;
    case CaseFilter::overdue:
        return is_past_retention(summary, now, retention_years);
    }
    return true;
}

}

OfBoth<PrivateAnswers> private_answers_of(const CaseFile& file) {
    OfBoth<PrivateAnswers> answers;
    for (const auto partner : {Partner::a, Partner::b})
        for (const auto& visit : file.visits) {
            const auto& part = part_of(visit, partner);
            if (part.status != PartStatus::sealed) continue;
            auto& all = answers.of(partner);
            const bool opened = part.private_opened && all != PrivateAnswers::not_opened;
            all = opened ? PrivateAnswers::opened : PrivateAnswers::not_opened;
        }
    return answers;
}

std::string fold_for_search(const CaseSummary& summary) {
    const auto code = plain_letters(summary.chart_code);
    return code + '\n' + without_signs(code) + '\n' + plain_letters(summary.name_a + '\n' + summary.name_b);
}

std::vector<std::string> words_between_names(std::span<const Locale> locales) {
    std::vector<std::string> between;
    const auto add = [&](const core::Catalogue* catalogue) {
        const auto pattern = core::message("caseload.couple", "{a} and {b}", {{"a", " "}, {"b", " "}});
        std::ranges::move(words_of(plain_letters(pattern.words_in(catalogue))), std::back_inserter(between));
    };
    if (locales.empty()) add(nullptr);
    for (const auto& locale : locales)
        add(locale.catalogue.get());
    return between;
}

bool is_past_retention(const CaseSummary& summary, core::WallTime now, int years) {
    if (years <= 0 || summary.legal_hold || !summary.last_visit) return false;
    const std::chrono::year_month_day last(std::chrono::floor<std::chrono::days>(*summary.last_visit));
    // The 29th of February of a year that has none is, as days are counted, its 1st of March.
    return now >= std::chrono::sys_days(last + std::chrono::years(years));
}

std::vector<std::size_t> matching_cases(std::span<const CaseSummary> cases, std::string_view search,
                                        std::span<const std::string> between) {
    auto words = words_of(plain_letters(search));
    if (!words.empty())
        words.erase(std::remove_if(words.begin() + 1, words.end(),
                                   [&](const auto& word) { return std::ranges::find(between, word) != between.end(); }),
                    words.end());
    std::vector<std::size_t> matching;
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (std::ranges::all_of(words,
                                [&](const auto& word) { return cases[i].folded.find(word) != std::string::npos; }))
            matching.push_back(i);
    return matching;
}

std::vector<std::size_t> found_cases(std::span<const CaseSummary> cases, std::string_view search, CaseFilter filter,
                                     core::WallTime now, int retention_years, std::span<const std::string> between) {
    auto found = matching_cases(cases, search, between);
    std::erase_if(found, [&](std::size_t i) { return !in_filter(cases[i], filter, now, retention_years); });
    return found;
}

std::size_t count_in(std::span<const CaseSummary> cases, CaseFilter filter, core::WallTime now, int retention_years) {
    return static_cast<std::size_t>(std::ranges::count_if(
        cases, [&](const auto& summary) { return in_filter(summary, filter, now, retention_years); }));
}

}
