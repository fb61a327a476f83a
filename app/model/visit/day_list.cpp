#include "model/visit/day_list.hpp"
#include "core/normal_form.hpp"
#include "core/plain_text.hpp"
#include "core/utf8.hpp"
#include "model/visit/day_time.hpp"
#include "model/visit/packet_offer.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace model {
namespace {

enum class Column { date, time, code, therapist, minutes };
constexpr std::size_t columns = 5;

std::optional<Column> column_called(std::string_view name) {
    constexpr std::pair<std::string_view, Column> names[] = {
        {"time", Column::time},           {"start", Column::time},
        {"start time", Column::time},     {"begins", Column::time},
        {"hora", Column::time},           {"inicio", Column::time},
        {"hora de inicio", Column::time}, {"comienza", Column::time},
        {"code", Column::code},           {"chart", Column::code},
        {"chart code", Column::code},     {"client", Column::code},
        {"client id", Column::code},      {"subject", Column::code},
        {"código", Column::code},         {"codigo", Column::code},
        {"expediente", Column::code},     {"asunto", Column::code},
        {"therapist", Column::therapist}, {"provider", Column::therapist},
        {"clinician", Column::therapist}, {"terapeuta", Column::therapist},
        {"minutes", Column::minutes},     {"min", Column::minutes},
        {"duration", Column::minutes},    {"length", Column::minutes},
        {"minutos", Column::minutes},     {"duración", Column::minutes},
        {"duracion", Column::minutes},    {"date", Column::date},
        {"start date", Column::date},     {"day", Column::date},
        {"fecha", Column::date},          {"día", Column::date},
        {"fecha de inicio", Column::date}};
    auto said = core::folded(core::tidied(name));
    std::ranges::replace(said, '_', ' ');
    std::ranges::replace(said, '-', ' ');
    const auto* found = std::ranges::find(names, said, [](const auto& each) { return each.first; });
    return found == std::end(names) ? std::nullopt : std::optional(found->second);
}

using Places = std::array<std::optional<std::size_t>, columns>;

// Of a header; none where the row is none.
std::optional<Places> places_in(const DayTableRow& row) {
    Places places;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (const auto column = column_called(row.cells[i]))
            if (auto& place = places[static_cast<std::size_t>(*column)]; !place) place = i;
    const bool has_both =
        places[static_cast<std::size_t>(Column::time)] && places[static_cast<std::size_t>(Column::code)];
    return has_both ? std::optional(places) : std::nullopt;
}
constexpr Places usual_places{std::nullopt, 0, 1, 2, 3};

std::string cell_of(const DayTableRow& row, const Places& places, Column column) {
    const auto place = places[static_cast<std::size_t>(column)];
    if (!place || *place >= row.cells.size()) return {};
    return std::string(core::trimmed(core::cleaned(row.cells[*place], core::Lines::one)));
}

// As the kiosk finds a couple by it.
std::string same_code(std::string_view code) {
    auto text = core::folded(code);
    std::erase(text, ' ');
    return text;
}

std::set<std::string> words_of_name(std::string_view name) {
    std::set<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty() && word != "dr" && word != "dra") words.insert(word);
        word.clear();
    };
    for (const char letter : core::folded(name))
        if (letter == ' ' || letter == '.' || letter == ',')
            end();
        else
            word += letter;
    end();
    return words;
}

// By the whole name, or by words of it that no other has.
const TherapistName* therapist_called(const std::vector<TherapistName>& therapists, std::string_view said) {
    const auto asked = words_of_name(said);
    if (asked.empty()) return nullptr;
    const TherapistName* found = nullptr;
    for (const auto& each : therapists) {
        const auto words = words_of_name(each.name);
        if (words == asked) return &each;
        if (!std::ranges::includes(words, asked)) continue;
        if (found != nullptr) return nullptr;
        found = &each;
    }
    return found;
}

bool has_a_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::optional<std::chrono::minutes> minutes_in(std::string_view text) {
    int count = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9')
        count = 10 * count + (text[digits++] - '0');
    const auto rest = core::folded(core::trimmed(text.substr(digits)));
    const bool named = rest.empty() || rest == "min" || rest == "min." || rest == "minutes" || rest == "minutos";
    if (digits == 0 || !named || count < 1 || count > 600) return std::nullopt;
    return std::chrono::minutes(count);
}

// What is left out says the same whichever column it is about.
struct Reader {
    const DayFacts& facts;
    const Places& places;
    const DayTableRow& row;
    core::Message why = {};

    bool fails(core::Message because) {
        why = std::move(because);
        return false;
    }

    bool takes_time(PlannedSitting& sitting) {
        const auto text = cell_of(row, places, Column::time);
        const auto read = read_day_time(text);
        if (!read.into_day)
            return fails(core::message("day-list.no-time", "“{text}” is no time of day.", {{"text", text}}));
        const auto date = cell_of(row, places, Column::date);
        if (!is_of_day(text, facts.today) || (!date.empty() && !is_of_day(date, facts.today)))
            return fails(core::message("day-list.other-day", "It is of another day."));
        sitting.at = facts.moment(*read.into_day);
        return true;
    }

    bool takes_code(PlannedSitting& sitting) {
        sitting.chart_code = cell_of(row, places, Column::code);
        if (sitting.chart_code.empty()) return fails(core::message("day-list.no-code", "It has no chart code."));
        if (core::utf8::length(sitting.chart_code) > longest_chart_code)
            return fails(core::message("day-list.long-code", "It is too long for a chart code."));
        // A calendar has names in the place of codes.
        if (!has_a_digit(sitting.chart_code))
            return fails(
                core::message("day-list.name", "It has no digit, so it may be a name. A name is never taken."));
        return true;
    }

    bool takes_therapist(PlannedSitting& sitting, const KnownCode& known) {
        const auto said = cell_of(row, places, Column::therapist);
        const TherapistName* found = nullptr;
        if (!said.empty())
            found = therapist_called(facts.therapists, said);
        else if (const auto own = std::ranges::find(facts.therapists, known.therapist, &TherapistName::id);
                 own != facts.therapists.end())
            found = &*own;
        else if (facts.therapists.size() == 1)
            found = &facts.therapists.front();
        if (found == nullptr)
            return fails(said.empty() ? core::message("day-list.no-therapist", "It names no therapist.")
                                      : core::message("day-list.unknown-therapist", "Nobody here is called “{name}”.",
                                                      {{"name", said}}));
        sitting.therapist = *found;
        return true;
    }

    bool takes_packet(PlannedSitting& sitting, const KnownCode& known) {
        const auto said = cell_of(row, places, Column::minutes);
        const auto minutes = minutes_in(said);
        if (!said.empty() && !minutes)
            return fails(core::message("day-list.no-minutes", "“{text}” is no number of minutes.", {{"text", said}}));
        screen::NewSitting asked;
        asked.minutes = minutes;
        asked.wished = wished_packet(facts.content, known);
        settle_packet(asked, facts.content, facts.practice);
        if (asked.packet >= facts.content.packets.size() ||
            offer_of(facts.content, facts.practice, asked, asked.packet).why_not)
            return fails(core::message("day-list.no-packet", "No packet fits the time there is."));
        sitting.packet = facts.content.packets[asked.packet].id;
        return true;
    }

    bool takes(PlannedSitting& sitting) {
        if (!takes_code(sitting) || !takes_time(sitting)) return false;
        const auto known = facts.known(sitting.chart_code);
        if (!known) return fails(core::message("day-list.not-told", "Its record cannot be read. Make it by hand."));
        if (known->has_open) return fails(core::message("day-list.is-open", "A sitting for it is open already."));
        if (known->last_here && is_same_day(*known->last_here))
            return fails(core::message("day-list.was-here", "They were here today already."));
        return takes_therapist(sitting, *known) && takes_packet(sitting, *known);
    }

    bool is_same_day(core::WallTime time) const {
        const auto begins = facts.moment(std::chrono::minutes(0));
        return time >= begins && time < begins + std::chrono::hours(24);
    }
};

bool is_same(const PlannedSitting& one, const PlannedSitting& other) {
    return one.at == other.at && one.therapist.id == other.therapist.id && one.packet == other.packet;
}

// A line that stands there twice is one; lines that say different things of a code are none.
void leave_out_doubles(DayPlan& plan) {
    std::map<std::string, std::vector<PlannedSitting>> by_code;
    for (auto& sitting : plan.sittings)
        by_code[same_code(sitting.chart_code)].push_back(std::move(sitting));
    plan.sittings.clear();
    for (auto& [code, all] : by_code) {
        const bool agree = std::ranges::all_of(all, [&](const auto& each) { return is_same(each, all.front()); });
        if (agree) {
            plan.sittings.push_back(std::move(all.front()));
            continue;
        }
        for (const auto& each : all)
            plan.left_out.push_back({each.line, each.chart_code,
                                     core::message("day-list.double", "The code stands there more than once, and not "
                                                                      "with the same time and therapist.")});
    }
}

}

DayPlan plan_day(const DayTable& table, const DayFacts& facts) {
    DayPlan plan{.name = table.name, .sittings = {}, .left_out = {}, .refused = {}};
    auto rows = std::span(table.rows);
    auto places = usual_places;
    if (!rows.empty())
        if (const auto header = places_in(rows.front())) {
            places = *header;
            rows = rows.subspan(1);
        }
    const auto reads_as_row = [&](const DayTableRow& row) {
        return read_day_time(cell_of(row, places, Column::time)).into_day.has_value();
    };
    if (std::ranges::none_of(rows, reads_as_row)) {
        plan.refused = core::message("day-list.no-list", "No line of it has a time and a chart code.");
        return plan;
    }
    for (const auto& row : rows) {
        Reader reader{.facts = facts, .places = places, .row = row};
        PlannedSitting sitting{.line = row.line};
        if (reader.takes(sitting))
            plan.sittings.push_back(std::move(sitting));
        else
            plan.left_out.push_back({row.line, cell_of(row, places, Column::code), std::move(reader.why)});
    }
    leave_out_doubles(plan);
    if (plan.sittings.size() > most_of_a_day) {
        plan.sittings.clear();
        plan.left_out.clear();
        plan.refused = core::message("day-list.too-many", "It has more than {count} sittings, too many for a day.",
                                     {{"count", std::to_string(most_of_a_day)}});
        return plan;
    }
    std::ranges::sort(plan.sittings, {}, [](const auto& each) { return std::pair(each.at, each.line); });
    std::ranges::sort(plan.left_out, {}, &LeftOut::line);
    return plan;
}

}
