#include "ui/desk/desk_parts.hpp"
#include "ui/kit/when.hpp"
#include <algorithm>
#include <array>

namespace ui {
namespace {

struct Tile {
    Icon icon;
    std::string name;
    const model::SelfCheck* check;
};
std::array<Tile, 4> tiles_of(const model::Board& board) {
    return {{{Icon::screen, tr("desk.screen", "Screen"), &board.screen},
             {Icon::storage, tr("desk.storage", "Storage"), &board.storage},
             {Icon::clock, tr("desk.clock", "Clock"), &board.clock},
             {Icon::upload, tr("desk.backup", "Backup"), &board.backup}}};
}

std::string short_words(const model::SelfCheck& check) {
    return check.health == model::Health::good ? tr("desk.ok", "OK") : tr("desk.look", "Look");
}

float tile_width(const Page& page, const Tile& tile) {
    return 2 * page.icon_size() + page.text_width(tile.name, Style::body) +
           page.text_width(short_words(*tile.check), Style::body, Weight::bold) + 20 * 2 + 12 + 24 + 10;
}

// All that are well, as one; nothing where none is.
std::optional<Tile> good_ones(const std::array<Tile, 4>& tiles) {
    std::optional<Tile> all;
    for (const auto& tile : tiles) {
        if (tile.check->health != model::Health::good) continue;
        if (all)
            all->name += ", " + tile.name;
        else
            all = tile;
    }
    return all;
}

void draw_tile(Page& page, Rect at, const Tile& tile) {
    const bool good = tile.check->health == model::Health::good;
    const auto paper = good ? page.color.ok_soft : page.color.alert_soft;
    const auto ink = good ? page.color.ok : page.color.alert;
    page.box(at, paper, 16);
    const float icon = page.icon_size(), line = page.type(Style::body).line;
    const float y = at.y + (at.h - line) / 2;
    page.icon({at.x + 20, at.center().y - icon / 2, icon, icon}, tile.icon, page.color.ink);
    const float state = page.text_width(short_words(*tile.check), Style::body, Weight::bold) + 2;
    const float text_x = at.x + 20 + icon + 12;
    page.text({text_x, y, at.right() - 20 - state - icon - 10 - text_x, 0}, tile.name,
              {.style = Style::body, .paper = paper});
    page.icon({at.right() - 20 - state - icon - 8, at.center().y - icon / 2, icon, icon},
              good ? Icon::tick : Icon::alert, ink);
    page.text({at.right() - 20 - state, y, state, 0}, short_words(*tile.check),
              {.style = Style::body, .weight = Weight::bold, .color = ink, .paper = paper}, Role::status);
}

}

std::string status_words(const model::BoardPart& part, bool short_words) {
    switch (part.status) {
    case model::PartStatus::absent:
        return tr("desk.not-expected", "Not expected");
    case model::PartStatus::not_started:
        return tr("desk.not-started", "Not started");
    case model::PartStatus::sealed:
        return tr("desk.sealed", "Sealed");
    case model::PartStatus::open:
        break;
    }
    const auto left = minutes_left_words(part.progress.left);
    if (short_words) return fill(tr("desk.answering-short", "About {time} left"), {{"time", left}});
    return fill(tr("desk.answering", "Answering, about {time} left"), {{"time", left}});
}

Page::PillSpec status_pill(const Page& page, const model::BoardPart& part, bool short_words) {
    const auto words = status_words(part, short_words);
    switch (part.status) {
    case model::PartStatus::absent:
    case model::PartStatus::not_started:
        break;
    case model::PartStatus::sealed:
        return {words, Icon::lock, page.color.ok, page.color.ok_soft, {}, {}};
    case model::PartStatus::open: {
        const float total = static_cast<float>(std::max(1, part.progress.screens_total));
        return {words,
                Icon::none,
                page.color.action,
                page.color.action_soft,
                {},
                static_cast<float>(part.progress.screens_done) / total};
    }
    }
    return {words, Icon::none, page.color.soft, page.color.bg, page.color.line, {}};
}

std::optional<ButtonSpec> row_action(const model::BoardRow& row, bool primary) {
    const auto id = std::to_string(row.sitting.value);
    switch (row.status) {
    case model::SittingStatus::waiting:
    case model::SittingStatus::parked:
        return ButtonSpec{.id = "start:" + id,
                          .name = tr("desk.start", "Start"),
                          .look = primary ? ButtonLook::primary : ButtonLook::secondary,
                          .action = model::action::StartTapped{row.sitting}};
    case model::SittingStatus::active:
        return ButtonSpec{.id = "park:" + id,
                          .name = tr("desk.park", "Park and reset"),
                          .action = model::action::ParkTapped{row.sitting}};
    case model::SittingStatus::finished:
    case model::SittingStatus::cancelled:
        break;
    }
    return std::nullopt;
}

bool is_next(const model::Board& board, const model::BoardRow& row) {
    const auto first = std::ranges::find_if(
        board.rows, [](const auto& other) { return other.status == model::SittingStatus::waiting; });
    return first != board.rows.end() && first->sitting == row.sitting;
}

void add_tiles(Page& page, Flow& flow, const model::Board& board) {
    const auto tiles = tiles_of(board);
    float widest = 0;
    for (const auto& tile : tiles)
        widest = std::max(widest, tile_width(page, tile));
    const float gap = 16;
    const std::size_t columns = 4 * widest + 3 * gap <= flow.width() ? 4 : 2 * widest + gap <= flow.width() ? 2 : 1;
    const float width = (flow.width() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = std::max(56.f, page.type(Style::body).line + 16);
    const auto good = good_ones(tiles);
    // Lying, in large letters, the sittings need the room of a second row: what is well stands in one tile, and what is
    // not is said in words below.
    if (!page.portrait() && columns < 4 && good && tile_width(page, *good) <= flow.width()) {
        flow.block(
            height, [&page, good = *good](Rect at) { draw_tile(page, at, good); }, 12);
    } else
        for (std::size_t begin = 0; begin < tiles.size(); begin += columns)
            flow.block(
                height,
                [&page, &board, begin, columns, width, gap](Rect at) {
                    const auto all = tiles_of(board);
                    for (std::size_t i = 0; i < columns; ++i)
                        draw_tile(page, {at.x + static_cast<float>(i) * (width + gap), at.y, width, at.h},
                                  all[begin + i]);
                },
                begin + columns < tiles.size() ? 8.f : 12.f);
    for (const auto& tile : tiles)
        if (tile.check->health != model::Health::good)
            flow.icon_text(
                Icon::alert,
                fill(tr("desk.check", "{what}: {how}"), {{"what", tile.name}, {"how", tile.check->words.words()}}),
                {.style = Style::small, .weight = Weight::bold, .color = page.color.alert}, 8);
}

std::string packet_words(const Page& page, const model::BoardRow& row) {
    const auto* packet = model::find_packet(*page.state.content, row.packet);
    return packet == nullptr ? row.packet_title : packet->title;
}

float mark_size(const Page& page) {
    return page.icon_size() * 0.5f;
}

void draw_mark(Page& page, Point center) {
    const float half = mark_size(page) / 2;
    page.box({center.x - half, center.y - half, 2 * half, 2 * half}, page.color.soft, 3);
}

}
