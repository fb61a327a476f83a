#include "ui/desk/desk_parts.hpp"
#include "ui/kit/when.hpp"
#include <algorithm>

namespace ui {
namespace {

struct TileOf {
    Icon icon;
    std::string name;
    const model::Check* check; // the gravest behind it
    model::Tile which;

    bool is_good() const { return check->found.health == model::Health::good; }
};

// Those that something stands behind.
std::vector<TileOf> tiles_of(const model::Board& board) {
    using enum model::Tile;
    std::vector<TileOf> tiles{{Icon::screen, tr("desk.screen", "Screen"), nullptr, screen},
                              {Icon::storage, tr("desk.storage", "Storage"), nullptr, storage},
                              {Icon::clock, tr("desk.clock", "Clock"), nullptr, clock},
                              {Icon::upload, tr("desk.backup", "Backup"), nullptr, backup}};
    for (auto& tile : tiles)
        tile.check = model::gravest_of(board.checks, tile.which);
    std::erase_if(tiles, [](const TileOf& tile) { return tile.check == nullptr; });
    return tiles;
}

// When the backup was made is what its tile is read for.
std::string words_on(const TileOf& tile) {
    if (!tile.is_good()) return tr("desk.look", "Look");
    return tile.which == model::Tile::backup ? tile.check->found.words.words() : tr("desk.ok", "OK");
}

float tile_width(const Page& page, const TileOf& tile) {
    return 2 * page.icon_size() + page.text_width(tile.name, Style::body) +
           page.text_width(words_on(tile), Style::body, Weight::bold) + 20 * 2 + 12 + 24 + 10;
}

// All that are well, as one; nothing where none is.
std::optional<TileOf> good_ones(const std::vector<TileOf>& tiles) {
    std::optional<TileOf> all;
    for (const auto& tile : tiles) {
        if (!tile.is_good()) continue;
        if (all)
            all->name += ", " + tile.name;
        else
            all = tile;
        all->which = model::Tile::screen; // of several, no one's words
    }
    return all;
}

void draw_tile(Page& page, Rect at, const TileOf& tile) {
    const std::string id = "tile:" + std::to_string(static_cast<int>(tile.which));
    const auto paper = page.view.pressed == id ? page.color.sunk
                       : tile.is_good()        ? page.color.ok_soft
                                               : page.color.alert_soft;
    const auto ink = tile.is_good() ? page.color.ok : page.color.alert;
    page.box(at, paper, 16);
    const float icon = page.icon_size(), line = page.type(Style::body).line;
    const float y = at.y + (at.h - line) / 2;
    const auto words = words_on(tile);
    page.add({.id = id,
              .role = Role::row,
              .name = fill(tr("desk.tile", "{name}: {words}"), {{"name", tile.name}, {"words", words}}),
              .rect = at,
              .action = model::action::ChecksTapped{},
              .ink = page.color.ink,
              .paper = paper,
              .round = 16});
    page.icon({at.x + 20, at.center().y - icon / 2, icon, icon}, tile.icon, page.color.ink);
    const float state = page.text_width(words, Style::body, Weight::bold) + 2;
    const float text_x = at.x + 20 + icon + 12;
    page.text({text_x, y, at.right() - 20 - state - icon - 10 - text_x, 0}, tile.name,
              {.style = Style::body, .paper = paper});
    page.icon({at.right() - 20 - state - icon - 8, at.center().y - icon / 2, icon, icon},
              tile.is_good() ? Icon::tick : Icon::alert, ink);
    page.text({at.right() - 20 - state, y, state, 0}, words,
              {.style = Style::body, .weight = Weight::bold, .color = ink, .paper = paper}, Role::status);
}

}

std::string status_words(const model::BoardRow& row, const model::BoardPart& part, bool short_words) {
    switch (part.status) {
    case model::PartStatus::absent:
        return tr("desk.not-expected", "Not expected");
    case model::PartStatus::not_started:
        return tr("desk.waiting", "Waiting");
    case model::PartStatus::sealed:
        return tr("desk.sealed", "Sealed");
    case model::PartStatus::open:
        break;
    }
    if (row.status == model::SittingStatus::parked) return tr("desk.parked", "Parked");
    const auto left = minutes_left_words(part.progress.left);
    if (short_words) return fill(tr("desk.answering-short", "About {time} left"), {{"time", left}});
    return fill(tr("desk.answering", "Answering, about {time} left"), {{"time", left}});
}

Page::PillSpec status_pill(const Page& page, const model::BoardRow& row, const model::BoardPart& part,
                           bool short_words) {
    const auto words = status_words(row, part, short_words);
    switch (part.status) {
    case model::PartStatus::absent:
    case model::PartStatus::not_started:
        break;
    case model::PartStatus::sealed:
        return {words, Icon::lock, page.color.ok, page.color.ok_soft, {}, {}};
    case model::PartStatus::open: {
        if (row.status == model::SittingStatus::parked)
            return {words, Icon::pause, page.color.ink, page.color.sunk, {}, {}};
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

std::optional<ButtonSpec> row_action(const model::BoardRow& row, bool primary, bool short_words) {
    const auto id = std::to_string(row.sitting.value);
    switch (row.status) {
    case model::SittingStatus::waiting:
    case model::SittingStatus::parked:
        return ButtonSpec{.id = "start:" + id,
                          .name = short_words ? tr("desk.start", "Start") : tr("desk.open", "Open on this screen"),
                          .look = primary ? ButtonLook::primary : ButtonLook::secondary,
                          .action = model::action::StartTapped{row.sitting},
                          .about = row.chart_code};
    case model::SittingStatus::active:
        return ButtonSpec{.id = "park:" + id,
                          .name = tr("desk.park", "Park and reset"),
                          .action = model::action::ParkTapped{row.sitting},
                          .about = row.chart_code};
    case model::SittingStatus::finished:
    case model::SittingStatus::cancelled:
        break;
    }
    return std::nullopt;
}

void add_tiles(Page& page, Flow& flow, const model::Board& board) {
    const auto tiles = tiles_of(board);
    if (tiles.empty()) return;
    float widest = 0, all_wide = 0;
    for (const auto& tile : tiles) {
        widest = std::max(widest, tile_width(page, tile));
        all_wide += tile_width(page, tile);
    }
    const float gap = 16;
    const bool one_row = all_wide + gap * static_cast<float>(tiles.size() - 1) <= flow.width();
    const std::size_t columns = one_row ? tiles.size() : 2 * widest + gap <= flow.width() ? 2 : 1;
    const float height = std::max(56.f, page.type(Style::body).line + 16);
    const auto good = good_ones(tiles);
    // Lying, in large letters, the sittings need the room of a second row: what is well stands in one tile, and what is
    // not is said in words below.
    if (!page.portrait() && !one_row && good && tile_width(page, *good) <= flow.width()) {
        flow.block(
            height, [&page, good = *good](Rect at) { draw_tile(page, at, good); }, 12);
    } else
        for (std::size_t begin = 0; begin < tiles.size(); begin += columns) {
            const auto end = std::min(tiles.size(), begin + columns);
            const float spare = flow.width() - gap * static_cast<float>(columns - 1);
            flow.block(
                height,
                [&page, tiles, begin, end, columns, gap, spare, one_row, all_wide](Rect at) {
                    float x = at.x;
                    for (std::size_t i = begin; i < end; ++i) {
                        // What is left over is shared, so that one with more words is the wider.
                        const float width =
                            one_row ? tile_width(page, tiles[i]) + (spare - all_wide) / static_cast<float>(columns)
                                    : spare / static_cast<float>(columns);
                        draw_tile(page, {x, at.y, width, at.h}, tiles[i]);
                        x += width + gap;
                    }
                },
                end < tiles.size() ? 8.f : 12.f);
        }
    for (const auto& tile : tiles) {
        if (tile.is_good()) continue;
        auto words = fill(tr("desk.check", "{what}: {how}"),
                          {{"what", name_of(tile.check->what).words()}, {"how", tile.check->found.words.words()}});
        // Lying, in large letters, the sittings need that room: the tile leads to it.
        if (!tile.check->found.to_do.empty() && (page.portrait() || !page.text_at_least(150)))
            words =
                fill(tr("desk.check-do", "{found}. {do}"), {{"found", words}, {"do", tile.check->found.to_do.words()}});
        flow.icon_text(Icon::alert, words, {.style = Style::small, .weight = Weight::bold, .color = page.color.alert},
                       8);
    }
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
