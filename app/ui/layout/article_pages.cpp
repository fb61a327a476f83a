#include "ui/layout/article_pages.hpp"
#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

using model::BlockKind;

// A block, or what of it fits on one page.
struct Piece {
    BlockKind kind = BlockKind::paragraph;
    std::vector<Page::Run> runs;
};
// What stays together: a heading with what follows it; a list, on a card of its own.
struct Group {
    std::vector<Piece> pieces;
    bool card = false;
    bool begins_idea = false;
};

struct Layout {
    Rect picture = {}; // no width: no picture
    float x = 0, width = 0, top = 0, bottom = 0, title_height = 0;
};

constexpr float group_gap = 24, piece_gap = 8, card_inset = 24;

std::string plain(const Piece& piece) {
    std::string text;
    for (const auto& run : piece.runs)
        text += run.text;
    return text;
}

Style style_of(const Piece& piece) {
    return piece.kind == BlockKind::heading ? Style::heading : Style::body;
}

// Bold is the wider weight: a paragraph with any bold in it is measured as if all of it were.
Weight widest(const Piece& piece) {
    const bool any = std::any_of(piece.runs.begin(), piece.runs.end(),
                                 [](const Page::Run& run) { return run.weight == Weight::bold; });
    return any || piece.kind == BlockKind::heading ? Weight::bold : Weight::regular;
}

float indent(const Page& page, const Piece& piece) {
    return piece.kind == BlockKind::bullet ? page.icon_size() + 12 : 0;
}

float height_of(const Page& page, const Piece& piece, float width) {
    return page.text_height(plain(piece), width - indent(page, piece), style_of(piece), widest(piece));
}

float height_of(const Page& page, const Group& group, float width) {
    const float room = group.card ? width - 2 * card_inset : width;
    float height = group.card ? 2 * 16 : 0;
    for (std::size_t i = 0; i < group.pieces.size(); ++i)
        height += (i == 0 ? 0 : piece_gap) + height_of(page, group.pieces[i], room);
    return height;
}

Piece piece_of(const model::Block& block) {
    Piece piece{block.kind, {}};
    for (const auto& span : block.spans)
        piece.runs.push_back(
            {span.text, span.bold || block.kind == BlockKind::heading ? Weight::bold : Weight::regular, std::nullopt});
    return piece;
}

// The longest beginning of whole words that fits, taken off the piece; at least one word.
Piece take_what_fits(const Page& page, Piece& piece, float width, float room) {
    std::vector<Page::Run> words;
    for (const auto& run : piece.runs)
        for (std::size_t begin = 0; begin < run.text.size();) {
            const auto space = run.text.find(' ', begin);
            const auto end = space == std::string::npos ? run.text.size() : space + 1;
            words.push_back({run.text.substr(begin, end - begin), run.weight, run.color});
            begin = end;
        }
    const auto first = [&](std::size_t count) {
        return Piece{piece.kind, {words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}};
    };
    std::size_t least = 1, most = std::max<std::size_t>(1, words.size());
    while (least < most) {
        const auto middle = (least + most + 1) / 2;
        if (height_of(page, first(middle), width) <= room)
            least = middle;
        else
            most = middle - 1;
    }
    auto taken = first(std::min(least, words.size()));
    piece.runs.assign(words.begin() + static_cast<std::ptrdiff_t>(std::min(least, words.size())), words.end());
    return taken;
}

std::vector<Group> groups_of(const Page& page, const model::Article& article, float width, float room) {
    std::vector<Group> groups;
    const auto& blocks = article.blocks;
    for (std::size_t i = 0; i < blocks.size();) {
        Group group;
        group.begins_idea = blocks[i].kind == BlockKind::heading;
        group.pieces.push_back(piece_of(blocks[i++]));
        const bool heading = group.begins_idea;
        if (heading && i < blocks.size() && blocks[i].kind == BlockKind::paragraph)
            group.pieces.push_back(piece_of(blocks[i++]));
        else
            while (i < blocks.size() && blocks[i].kind == BlockKind::bullet &&
                   group.pieces.front().kind != BlockKind::paragraph)
                group.pieces.push_back(piece_of(blocks[i++]));
        group.card = group.pieces.back().kind == BlockKind::bullet;
        groups.push_back(std::move(group));
    }
    // What is higher than a whole page falls apart: first into its blocks, then into words.
    std::vector<Group> fitting;
    for (auto& group : groups) {
        if (height_of(page, group, width) <= room) {
            fitting.push_back(std::move(group));
            continue;
        }
        bool idea = group.begins_idea;
        for (auto& piece : group.pieces) {
            while (height_of(page, piece, width) > room) {
                auto taken = take_what_fits(page, piece, width, room);
                if (piece.runs.empty()) {
                    piece = std::move(taken);
                    break;
                }
                fitting.push_back({{std::move(taken)}, false, std::exchange(idea, false)});
            }
            fitting.push_back({{std::move(piece)}, false, std::exchange(idea, false)});
        }
    }
    return fitting;
}

Layout layout_of(const Page& page, const model::Article& article) {
    const auto inner = page.inner();
    Layout layout{.x = inner.x, .width = inner.w, .top = page.header_bottom(), .bottom = page_turns_top(page) - 32};
    if (!page.portrait() && !page.text_at_least(125) && !article.picture.empty()) {
        layout.picture = {inner.x, layout.top, 432, std::min(568.f, layout.bottom - layout.top)};
        layout.x = layout.picture.right() + 48;
        layout.width = inner.right() - layout.x;
    } else if (!page.portrait() && !page.text_at_least(150)) {
        layout.width = std::min(inner.w, page.text_at_least(125) ? 960.f : 800.f);
    }
    layout.title_height = page.text_height(article.title, layout.width, Style::title) + 24;
    return layout;
}

std::vector<PageRange> pages_of(const Page& page, const Layout& layout, std::span<const Group> groups) {
    const float room = layout.bottom - layout.top;
    std::vector<float> heights;
    for (const auto& group : groups)
        heights.push_back(height_of(page, group, layout.width));
    // In large letters every idea has a page of its own.
    return pack(heights, group_gap, room - layout.title_height, room,
                [&](std::size_t i) { return page.text_at_least(150) && groups[i].begins_idea; });
}

std::vector<Group> cut(const Page& page, const model::Article& article, const Layout& layout) {
    return groups_of(page, article, layout.width, layout.bottom - layout.top - layout.title_height);
}

void draw_group(Page& page, Rect at, const Group& group) {
    if (group.card) page.card(at);
    const auto paper = group.card ? page.color.surface : page.color.bg;
    const float x = group.card ? at.x + card_inset : at.x;
    const float width = group.card ? at.w - 2 * card_inset : at.w;
    float y = group.card ? at.y + 16 : at.y;
    for (const auto& piece : group.pieces) {
        const float left = indent(page, piece);
        const float size = page.icon_size();
        if (left > 0)
            page.icon({x, y + (page.type(Style::body).line - size) / 2, size, size}, Icon::tick, page.color.ok);
        page.runs({x + left, y, width - left, 0}, piece.runs, {.style = style_of(piece), .paper = paper});
        y += height_of(page, piece, width) + piece_gap;
    }
}

}

std::size_t reading_pages(const Page& page, const model::Article& article) {
    const auto layout = layout_of(page, article);
    return pages_of(page, layout, cut(page, article, layout)).size();
}

void draw_article(Page& page, const model::Article& article, std::size_t wanted, const ArticleEnds& ends) {
    const auto layout = layout_of(page, article);
    const auto groups = cut(page, article, layout);
    const auto pages = pages_of(page, layout, groups);
    const auto shown = shown_page(wanted, pages.size());
    if (layout.picture.w > 0) page.picture(layout.picture, article.picture, 24, {});
    float y = layout.top;
    if (shown == 0) {
        page.text({layout.x, y, layout.width, 0}, article.title, {.style = Style::title}, Role::heading);
        y += layout.title_height;
    }
    for (auto i = pages[shown].begin; i < pages[shown].end; ++i) {
        const float height = height_of(page, groups[i], layout.width);
        draw_group(page, {layout.x, y, layout.width, height}, groups[i]);
        y += height + group_gap;
    }
    // On a standing panel the drawing takes the room that the words leave, where that is enough for it.
    const float below = layout.bottom - y;
    if (page.portrait() && pages.size() == 1 && below >= 400 && !article.picture.empty()) {
        const float high = std::min(below, 710.f);
        page.picture({layout.x, layout.bottom - high, high * 432 / 568, high}, article.picture, 24, {});
    }
    draw_page_turns(page, {.shown = shown, .count = pages.size(), .leave = ends.leave, .done = ends.done});
}

}
