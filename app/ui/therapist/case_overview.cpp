// What a visit's pictures show of the two: map, bars and widest gaps on one screen where it has the room; else, and for
// all that has none there, one kind of picture at a time.
#include "ui/layout/pages.hpp"
#include "ui/layout/tab_row.hpp"
#include "ui/therapist/case_pictures.hpp"
#include <algorithm>

namespace ui {
namespace {

using model::Pictures;

std::shared_ptr<ShownPictures> pictures_of(const Page& page, const model::screen::Case& screen) {
    auto shown = std::make_shared<ShownPictures>(
        ShownPictures{model::overview_of(*page.state.content, screen.file, screen.visit), names_of(screen.file)});
    if (screen.dots_by_level)
        for (auto& directions : shown->view.both_ways)
            for (auto& pairs : directions)
                model::put_in_order(pairs.pairs, model::PairOrder::by_level);
    return shown;
}

std::vector<Pictures> kinds_of(Page& page, const ShownPictures& shown, float height) {
    const auto& view = shown.view;
    std::vector<Pictures> kinds;
    if (CasePictures::fits_glance(page, shown, page.inner().w, height)) // as high as there is room
        kinds.push_back(Pictures::glance);
    if (!view.maps.empty()) kinds.push_back(Pictures::map);
    if (!view.sides.empty()) kinds.push_back(Pictures::scores);
    if (!view.moves.empty()) kinds.push_back(Pictures::moves);
    if (!view.both_ways.empty()) kinds.push_back(Pictures::gaps);
    if (!view.profiles.empty()) kinds.push_back(Pictures::people);
    return kinds;
}

Pictures kind_shown(const std::vector<Pictures>& kinds, const model::screen::Case& screen) {
    const bool there = screen.pictures && std::ranges::find(kinds, *screen.pictures) != kinds.end();
    return there ? *screen.pictures : kinds.front();
}

std::string name_of(Pictures kind, const ShownPictures& shown) {
    switch (kind) {
    case Pictures::glance:
        return tr("overview.glance", "All three");
    case Pictures::map:
        return tr("overview.map", "Map");
    case Pictures::scores:
        return shown.view.sides.front().rows.front().scale->title;
    case Pictures::moves:
        return tr("overview.moves", "Moves");
    case Pictures::gaps:
        return tr("overview.gaps", "Gaps");
    case Pictures::people:
        return tr("overview.people", "People");
    }
    return {};
}

std::string id_of(Pictures kind) {
    return "pictures:" + std::to_string(static_cast<int>(kind) + 1);
}

TabRow tabs_of(Page& page, const std::vector<Pictures>& kinds, Pictures now, const ShownPictures& shown, float width) {
    std::vector<Page::Segment> segments;
    for (const auto kind : kinds)
        segments.push_back({.id = id_of(kind),
                            .name = name_of(kind, shown),
                            .on = kind == now,
                            .action = model::action::PicturesChosen{kind}});
    return {page, std::move(segments), width};
}

// What has to be known first, and in large letters after the first picture: a line before it would be a page of its
// own.
Flow notes_of(Page& page, const model::screen::Case& screen, const model::VisitRecord& visit, float width,
              bool private_note) {
    Flow notes(page, width);
    add_problem(page, notes, screen);
    if (private_note) add_private_note(notes, screen.file);
    add_part_notes(page, notes, screen, visit);
    return notes;
}

void add_kind(CasePictures& pictures, Pictures kind, float first_room) {
    switch (kind) {
    case Pictures::glance:
        return pictures.add_glance(first_room);
    case Pictures::map:
        return pictures.add_maps(first_room);
    case Pictures::scores:
        return pictures.add_bars();
    case Pictures::moves:
        return pictures.add_moves();
    case Pictures::gaps:
        return pictures.add_gaps();
    case Pictures::people:
        return pictures.add_people();
    }
}

}

std::optional<ButtonSpec> way_to_pictures(Page& page, const model::screen::Case& screen) {
    const auto shown = pictures_of(page, screen);
    const auto kinds = kinds_of(page, *shown, page.inner().h);
    if (kinds.size() < 3 || kind_shown(kinds, screen) != Pictures::glance) return std::nullopt;
    return ButtonSpec{.id = "pictures",
                      .name = tr("overview.one-by-one", "One by one"),
                      .icon = Icon::more,
                      .action = model::action::PicturesChosen{kinds[1]}};
}

void draw_overview(Page& page, const model::screen::Case& screen, const model::VisitRecord& visit, Rect room,
                   bool private_note) {
    room.h = page.height() - (page.portrait() ? 64 : 16) - room.y;
    const auto shown = pictures_of(page, screen);
    const auto notes = notes_of(page, screen, visit, room.w, private_note);
    const float taken = notes.height() > 0 ? notes.height() + 16 : 0;
    const bool notes_beside = taken <= room.h / 3;
    const auto kinds = kinds_of(page, *shown, notes_beside ? room.h - taken : highest_picture(page, room));
    Flow flow(page, room.w);
    if (kinds.empty()) {
        flow.append(notes);
        if (visit.a.content || visit.b.content)
            flow.text(tr("case.nothing-scored", "Nothing in this visit is scored. The answers are under Answers."),
                      {.style = Style::heading});
        flow.draw(room, screen.page);
        return;
    }
    const auto kind = kind_shown(kinds, screen);
    const bool glance = kind == Pictures::glance, chosen = !glance && kinds.size() > 1;
    const auto tabs = tabs_of(page, kinds, kind, *shown, room.w);
    const float above = chosen ? tabs.height() + 12 : 0;
    const Rect below{room.x, room.y + above, room.w, room.h - above};
    const float highest = chosen || (glance && notes_beside) ? below.h : highest_picture(page, below);

    const bool first = kind == kinds.front(), notes_first = first && !is_crowded(page);
    if (notes_first) flow.append(notes);
    CasePictures pictures(page, flow, screen, shown, highest);
    add_kind(pictures, kind, !notes_first || !notes_beside ? highest : highest - taken);
    if (first && !notes_first) flow.append(notes);
    if (!chosen) return draw_picture_pages(page, flow, room, screen.page);
    const auto pages = flow.pages(below.h), page_shown = shown_page(screen.page, pages);
    tabs.draw({room.x, room.y}, page_shown, pages);
    flow.draw_page(below, page_shown);
}

}
