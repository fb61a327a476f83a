#include "ui/layout/fitting.hpp"
#include "ui/layout/pages.hpp"
#include "ui/layout/rows.hpp"
#include "ui/therapist/together_parts.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using model::CardKind;
using model::screen::TogetherView;

constexpr float between = 24; // cards
constexpr Size picture_size{336, 208};

struct Cell { // of a grid
    float height;
    std::function<void(Rect)> draw;
};

std::string talk_title(std::size_t count) {
    switch (count) {
    case 1:
        return tr("together.talk-one", "One thing to talk about");
    case 2:
        return tr("together.talk-two", "Two things to talk about");
    case 3:
        return tr("together.talk-three", "Three things to talk about");
    default:
        return tr("together.talk", "Things to talk about");
    }
}
std::string strength_title() {
    return tr("together.holding", "What is holding you");
}

float title_height(const Page& page, const std::string& title, float width) {
    return page.text_height(title, width, Style::title);
}
void draw_title(Page& page, Rect at, const std::string& title) {
    page.text(at, title, {.style = Style::title}, Role::heading);
}

// Cells in rows of `columns`, cut into pages that begin with the title.
void add_grid(Page& page, std::vector<Sheet>& sheets, const std::string& title, const std::vector<Cell>& cells,
              std::size_t columns, Size room) {
    const float below = !page.portrait() && page.text_at_least(150) ? 12 : between; // a title, and a row
    const float head = title_height(page, title, room.w) + below;
    const float width = (room.w - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Flow rows(page, room.w);
    for (std::size_t begin = 0; begin < cells.size(); begin += columns) {
        const auto from = cells.begin() + static_cast<std::ptrdiff_t>(begin);
        const std::vector<Cell> row(from, from + static_cast<std::ptrdiff_t>(std::min(columns, cells.size() - begin)));
        rows.block(
            std::ranges::max(row, {}, &Cell::height).height,
            [row, width](Rect at) {
                for (std::size_t i = 0; i < row.size(); ++i)
                    row[i].draw({at.x + static_cast<float>(i) * (width + between), at.y, width, at.h});
            },
            below);
    }
    const auto pages = rows.pages(room.h - head);
    for (std::size_t i = 0; i < pages; ++i)
        sheets.push_back([&page, title, rows, head, i](Rect at) {
            draw_title(page, {at.x, at.y, at.w, 0}, title);
            rows.draw_page({at.x, at.y + head, at.w, at.h - head}, i);
        });
}

std::vector<CardFace> faces_of(const std::vector<ShownCard>& cards, Style style) {
    std::vector<CardFace> faces;
    for (const auto& [index, card] : cards)
        faces.push_back({.index = index, .card = card, .words = card.words, .style = style});
    return faces;
}

float highest_of(const Page& page, const TogetherView& screen, const std::vector<CardFace>& faces, float width) {
    float highest = 0;
    for (const auto& face : faces)
        highest = std::max(highest, face_height(page, screen.together, face, width));
    return highest;
}
bool all_fit(const Page& page, const std::vector<CardFace>& faces, float width) {
    return std::ranges::all_of(faces, [&](const CardFace& face) { return face_fits(page, face, width); });
}

std::vector<Cell> cells_of(Page& page, const TogetherView& screen, const std::vector<CardFace>& faces, float width,
                           float least = 0) {
    std::vector<Cell> cells;
    for (const auto& face : faces)
        cells.push_back({std::max(least, face_height(page, screen.together, face, width)),
                         [&page, &screen, face](Rect at) { draw_face(page, at, screen.together, face); }});
    return cells;
}

// How talking cards stand on their pages.
struct Setting {
    Style style = Style::heading;
    std::size_t columns = 1;
    float width = 0;
};

// All of them on one page in the largest letters that allow it; else on several, and large.
Setting setting_of(const Page& page, const TogetherView& screen, const std::vector<ShownCard>& talks, Size room) {
    const std::size_t most = page.portrait() ? 1 : std::min<std::size_t>(3, talks.size());
    const auto count = static_cast<float>(talks.size());
    for (const bool one_page : {true, false})
        for (const auto style : {Style::title, Style::large, Style::heading})
            for (std::size_t columns = most; columns > 0; --columns) {
                const auto across = static_cast<float>(columns);
                const float width = (room.w - between * (across - 1)) / across;
                const auto faces = faces_of(talks, style);
                const float high = highest_of(page, screen, faces, width);
                const float rows = one_page ? std::ceil(count / across) : 1;
                if (all_fit(page, faces, width) && rows * (high + between) - between <= room.h)
                    return {style, columns, width};
            }
    return {.width = room.w};
}

void add_talks(Page& page, std::vector<Sheet>& sheets, const TogetherView& screen, const std::vector<ShownCard>& talks,
               Size room) {
    if (talks.empty()) return;
    const auto title = talk_title(talks.size());
    const Size below{room.w, room.h - title_height(page, title, room.w) - between};
    const auto setting = setting_of(page, screen, talks, below);
    const float least = setting.columns == 1 ? 0 : std::min(below.h, 272.f);
    add_grid(page, sheets, title, cells_of(page, screen, faces_of(talks, setting.style), setting.width, least),
             setting.columns, room);
}

bool has_picture(const Page& page) {
    return !page.portrait() && !page.text_at_least(150);
}

// Lines that are both partners', with the two circles beside them where there is room.
void add_lines(Page& page, std::vector<Sheet>& sheets, const std::string& title, const std::vector<std::string>& lines,
               Size room) {
    if (lines.empty()) return;
    const float width = has_picture(page) ? room.w - picture_size.w - 64 : room.w;
    const auto flow_in = [&](Style style) {
        Flow flow(page, width);
        flow.heading(title, Style::title, 32);
        add_shared_lines(page, flow, lines, style, room.h - title_height(page, title, width) - 32);
        return flow;
    };
    auto flow = flow_in(flow_in(Style::title).fits(room.h) ? Style::title : Style::large);
    for (std::size_t i = 0; i < flow.pages(room.h); ++i)
        sheets.push_back([&page, flow, i](Rect at) {
            flow.draw_page(at, i);
            if (has_picture(page))
                page.two_circles({at.right() - picture_size.w, at.y + 10, picture_size.w, picture_size.h}, true);
        });
}

// What holds them above what there is to talk about, on one page; nothing where it takes two.
std::optional<Sheet> both(Page& page, const TogetherView& screen, const std::vector<ShownCard>& strengths,
                          const std::vector<ShownCard>& talks, Size room) {
    const bool tall = page.portrait();
    if (strengths.empty() || talks.empty() || talks.size() > 3 || (!tall && page.text_at_least(125)))
        return std::nullopt;
    const std::size_t columns = tall ? 1 : talks.size();
    const float width = (room.w - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float lines_width = tall ? room.w : room.w - picture_size.w - 32;
    const auto title = strength_title(), second = talk_title(talks.size());
    for (const auto style : {Style::large, Style::heading})
        for (const float air : {1.f, 0.85f, 0.7f, 0.55f}) {
            const auto faces = faces_of(talks, style);
            if (!all_fit(page, faces, width)) continue;
            float lines = 0;
            for (const auto& one : strengths)
                lines += shared_line_height(page, one.card.words, lines_width) + 16 * air;
            const float above = title_height(page, title, lines_width) + between * air + lines - 16 * air;
            const float cards_top = above + 40 * air + title_height(page, second, room.w) + between * air;
            float cards = highest_of(page, screen, faces, width);
            if (tall) {
                cards = -between;
                for (const auto& face : faces)
                    cards += face_height(page, screen.together, face, width) + between;
            }
            if (cards_top + cards > room.h) continue;
            const float card = std::min(room.h - cards_top, std::max(cards, 272.f));
            // Standing, the circles take room that is left over.
            const float spare = tall ? room.h - cards_top - cards - 48 : 0;
            const float picture = spare >= 208 ? std::min(spare, 360.f) : 0;
            return [=, &page, &screen](Rect at) {
                float y = at.y;
                if (picture > 0) {
                    const float wide = picture * picture_size.w / picture_size.h;
                    page.two_circles({at.center().x - wide / 2, y, wide, picture}, true);
                    y += picture + 48;
                }
                draw_title(page, {at.x, y, lines_width, 0}, title);
                if (!tall)
                    page.two_circles({at.right() - picture_size.w, at.y + 10, picture_size.w,
                                      std::min(picture_size.h, cards_top - 24)},
                                     true);
                float line = y + title_height(page, title, lines_width) + between * air;
                for (const auto& one : strengths) {
                    draw_shared_line(page, {at.x, line, lines_width, 0}, one.card.words);
                    line += shared_line_height(page, one.card.words, lines_width) + 16 * air;
                }
                draw_title(page, {at.x, y + above + 40 * air, at.w, 0}, second);
                float top = y + cards_top;
                for (std::size_t i = 0; i < faces.size(); ++i) {
                    const float high = tall ? face_height(page, screen.together, faces[i], width) : card;
                    const float x = tall ? at.x : at.x + static_cast<float>(i) * (width + between);
                    draw_face(page, {x, top, width, high}, screen.together, faces[i]);
                    if (tall) top += high + between;
                }
            };
        }
    return std::nullopt;
}

void add_texts(Page& page, std::vector<Sheet>& sheets, const TogetherView& screen, Size room) {
    const auto cards = cards_of(page, screen.together, CardKind::text);
    if (cards.empty()) return;
    const std::size_t columns = page.portrait() || page.text_at_least(150) || cards.size() == 1 ? 1 : 2;
    const float width = (room.w - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    auto faces = faces_of(cards, Style::heading);
    const Size words{width - 48, 3 * page.type(Style::heading).line};
    for (auto& face : faces)
        face.words = shortened(page, face.words, words, Style::heading);
    add_grid(page, sheets, tr("together.texts", "In your own words"), cells_of(page, screen, faces, width), columns,
             room);
}

void add_articles(Page& page, std::vector<Sheet>& sheets, const TogetherView& screen, Size room) {
    const auto cards = cards_of(page, screen.together, CardKind::article);
    if (cards.empty()) return;
    const std::size_t columns = page.portrait() || page.text_at_least(150) ? 1 : 2;
    const float width = (room.w - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    std::vector<Cell> cells;
    for (const auto& [index, card] : cards) {
        const ChoiceSpec spec{.id = "card:" + std::to_string(index),
                              .name = card.title,
                              .icon = Icon::book,
                              .action = model::action::CardTapped{index}};
        cells.push_back({std::max(page.portrait() ? 104.f : 88.f, choice_height(page, spec, width)),
                         [&page, spec](Rect at) { choice(page, at, spec); }});
    }
    add_grid(page, sheets, tr("together.articles", "To read together"), cells, columns, room);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

}

std::vector<Sheet> sheets_of(Page& page, const TogetherView& screen, Size room) {
    std::vector<Sheet> sheets;
    const auto strengths = cards_of(page, screen.together, CardKind::strength);
    const auto talks = cards_of(page, screen.together, CardKind::talk);
    if (auto one = both(page, screen, strengths, talks, room)) {
        sheets.push_back(std::move(*one));
    } else {
        std::vector<std::string> lines;
        for (const auto& strength : strengths)
            lines.push_back(strength.card.words);
        add_lines(page, sheets, strength_title(), lines, room);
        add_talks(page, sheets, screen, talks, room);
    }
    for (const auto& mission : cards_of(page, screen.together, CardKind::mission))
        add_lines(page, sheets, tr("together.mission", "What you stand for together"), lines_of(mission.card.words),
                  room);
    add_texts(page, sheets, screen, room);
    add_articles(page, sheets, screen, room);
    return sheets;
}

}
