// The board in the order it is read, and what both its shapes say of a row.
#include "ui/desk/desk_parts.hpp"
#include "ui/kit/when.hpp"
#include <algorithm>

namespace ui {
namespace {

std::string row_name(const model::BoardRow& row, core::WallTime now) {
    return fill(tr("desk.row", "{code}, {therapist}, {time}. First partner: {a}. Second partner: {b}."),
                {{"code", row.chart_code},
                 {"therapist", row.therapist},
                 {"time", time_words(row, now)},
                 {"a", status_words(row, row.a, false)},
                 {"b", status_words(row, row.b, false)}});
}

}

void add_row_target(Page& page, const model::BoardRow& row, Rect at, Color paper) {
    const auto id = "row:" + std::to_string(row.sitting.value);
    page.add({.id = id,
              .role = Role::row,
              .name = row_name(row, page.view.now.wall),
              .rect = at,
              .action = model::action::RowTapped{row.sitting},
              .ink = page.color.ink,
              .paper = paper,
              .frame = at.inset(10, 10),
              .round = 8});
}

bool is_over(const model::BoardRow& row) {
    return row.status == model::SittingStatus::finished || row.status == model::SittingStatus::cancelled;
}

std::string over_words(const model::BoardRow& row, core::WallTime now) {
    return fill(tr("desk.finished-at", "Finished {time}"),
                {{"time", core::is_same_day(row.changed_at, now) ? clock_words(row.changed_at)
                                                                 : core::short_day_words(row.changed_at)}});
}

std::string time_words(const model::BoardRow& row, core::WallTime now) {
    return core::is_same_day(row.planned_at, now) ? clock_words(row.planned_at) : core::short_day_words(row.planned_at);
}

bool is_next(const model::Board& board, const model::BoardRow& row, core::WallTime now) {
    const auto first = [&](bool of_today) {
        return std::ranges::find_if(board.rows, [&](const model::BoardRow& other) {
            return other.status == model::SittingStatus::waiting &&
                   (!of_today || core::is_same_day(other.planned_at, now));
        });
    };
    auto next = first(true);
    if (next == board.rows.end()) next = first(false);
    return next != board.rows.end() && next->sitting == row.sitting;
}

std::vector<BoardLine> lines_of(const model::Board& board, core::WallTime now) {
    std::vector<BoardLine> today, other_days, over;
    for (const auto& row : board.rows) {
        const bool over_today = is_over(row) && core::is_same_day(row.changed_at, now);
        auto& group = over_today ? over : core::is_same_day(row.planned_at, now) && !is_over(row) ? today : other_days;
        group.push_back({.row = &row});
    }
    const auto add = [&](std::vector<BoardLine>& group, const std::string& words) {
        if (group.empty()) return;
        today.push_back({.row = nullptr, .band = fill(words, {{"count", std::to_string(group.size())}})});
        std::ranges::move(group, std::back_inserter(today));
    };
    add(other_days, tr("desk.other-days", "From other days, {count}"));
    add(over, tr("desk.finished-today", "Finished today, {count}"));
    return today;
}

}
