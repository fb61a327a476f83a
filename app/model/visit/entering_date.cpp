#include "model/visit/entering_date.hpp"
#include "core/i18n.hpp"
#include "model/form/answer.hpp"
#include "model/visit/text_edit.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>
#include <cstdlib>

namespace model {
namespace {

std::string& field_of(DateEntry& entry, DatePart part) {
    switch (part) {
    case DatePart::day:
        return entry.day;
    case DatePart::month:
        return entry.month;
    case DatePart::year:
        return entry.year;
    }
    return entry.day;
}

int value_of(const std::string& digits) {
    return digits.empty() ? 0 : std::atoi(digits.c_str());
}

// No digit that follows could still be meant: "4" can be no other day than the fourth.
bool is_full(DatePart part, const std::string& digits) {
    switch (part) {
    case DatePart::day:
        return digits.size() == 2 || value_of(digits) > 3;
    case DatePart::month:
        return digits.size() == 2 || value_of(digits) > 1;
    case DatePart::year:
        return digits.size() == 4;
    }
    return false;
}

std::optional<DatePart> neighbour(const DateEntry& entry, int by) {
    const auto here = std::ranges::find(entry.order, entry.field) - entry.order.begin() + by;
    if (here < 0 || here >= static_cast<std::ptrdiff_t>(entry.order.size())) return std::nullopt;
    return entry.order[static_cast<std::size_t>(here)];
}

void erase_digit(DateEntry& entry) {
    if (field_of(entry, entry.field).empty())
        if (const auto before = neighbour(entry, -1)) entry.field = *before;
    auto& digits = field_of(entry, entry.field);
    if (!digits.empty()) digits.pop_back();
    entry.replaces = false;
}

bool type_digit(DateEntry& entry, const std::string& digit) {
    auto& digits = field_of(entry, entry.field);
    if (entry.replaces) digits.clear();
    if (digits.size() >= (entry.field == DatePart::year ? 4U : 2U)) return false;
    digits += digit;
    entry.replaces = false;
    if (!is_full(entry.field, digits)) return true;
    if (const auto next = neighbour(entry, 1)) {
        entry.field = *next;
        entry.replaces = true;
    }
    return true;
}

std::chrono::year_month_day day_of(const DateEntry& entry) {
    return {std::chrono::year(value_of(entry.year)), std::chrono::month(static_cast<unsigned>(value_of(entry.month))),
            std::chrono::day(static_cast<unsigned>(value_of(entry.day)))};
}

}

std::optional<Answer> enter_date(DateEntry& entry, const Item& item, Among<known::Dates> action) {
    if (const auto* tapped = is<action::DatePartTapped>(action)) {
        entry.field = tapped->part;
        entry.replaces = true;
        return std::nullopt;
    }
    if (const auto* key = is<action::KeyTyped>(action)) {
        if (!is_digit(key->text) || !type_digit(entry, key->text)) return std::nullopt;
    } else if (is<action::BackspaceTyped>(action) != nullptr) {
        erase_digit(entry);
    } else {
        return std::nullopt;
    }
    return trouble_of(entry, item) == DateTrouble::none ? Answer{Dated{day_of(entry)}} : Answer{Skipped{}};
}

bool step_to_open_field(DateEntry& entry) {
    for (const DatePart part : entry.order) {
        const auto& digits = field_of(entry, part);
        const bool open = digits.empty() || (part == DatePart::year && digits.size() < 4);
        if (!open) continue;
        if (part == entry.field) return true; // it waits for its digits
        entry.field = part;
        entry.replaces = false;
        return true;
    }
    return false;
}

DateOrder date_order_of(const core::Catalogue* catalogue) {
    // A pattern for translators: the three words, in English, in the order in which the language writes a date.
    const auto pattern = core::message("when.date-order", "month day year").words_in(catalogue);
    std::array places{std::pair{pattern.find("day"), DatePart::day}, std::pair{pattern.find("month"), DatePart::month},
                      std::pair{pattern.find("year"), DatePart::year}};
    std::ranges::sort(places);
    return {places[0].second, places[1].second, places[2].second};
}

DateEntry date_entry(const DateOrder& order, const Answer* answer) {
    DateEntry entry{.order = order, .field = order.front()};
    const auto* dated = answer == nullptr ? nullptr : std::get_if<Dated>(answer);
    if (dated == nullptr) return entry;
    entry.day = std::to_string(static_cast<unsigned>(dated->day.day()));
    entry.month = std::to_string(static_cast<unsigned>(dated->day.month()));
    entry.year = std::to_string(static_cast<int>(dated->day.year()));
    entry.replaces = true;
    return entry;
}

std::optional<int> month_typed(const DateEntry& entry) {
    const int month = value_of(entry.month);
    return month >= 1 && month <= 12 ? std::optional(month) : std::nullopt;
}

DateTrouble trouble_of(const DateEntry& entry, const Item& item) {
    if (entry.month.size() == 2 && !month_typed(entry)) return DateTrouble::no_such_month;
    const int day = value_of(entry.day);
    if (day > 31 || (entry.day.size() == 2 && day == 0)) return DateTrouble::no_such_day;
    // Until the year is known, the 29th of February may be meant.
    if (const auto month = month_typed(entry); month && day > 0) {
        const auto year = entry.year.size() == 4 ? std::chrono::year(value_of(entry.year)) : std::chrono::year(2000);
        const std::chrono::year_month_day known{year, std::chrono::month(static_cast<unsigned>(*month)),
                                                std::chrono::day(static_cast<unsigned>(day))};
        if (!known.ok()) return DateTrouble::no_such_day;
    }
    if (entry.year.size() == 4 && (value_of(entry.year) < item.minimum || value_of(entry.year) > item.maximum))
        return DateTrouble::out_of_years;
    if (day == 0 || !month_typed(entry) || entry.year.size() < 4) return DateTrouble::open;
    return DateTrouble::none;
}

}
