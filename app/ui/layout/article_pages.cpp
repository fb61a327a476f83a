#include "ui/layout/article_pages.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

using model::BlockKind;

struct Layout {
    Rect picture = {}; // no width: no picture
    float x = 0, width = 0, top = 0, bottom = 0;
};

constexpr float group_gap = 24, above_list = 16;

// One block, or a part of one.
void add_words(Page& page, Flow& flow, BlockKind kind, std::vector<Page::Run> runs, Color paper) {
    flow.words({.runs = std::move(runs),
                .look = {.style = kind == BlockKind::heading ? Style::heading : Style::body, .paper = paper},
                .icon = kind == BlockKind::bullet ? Icon::tick : Icon::none,
                .icon_color = page.color.ok});
}

std::vector<Page::Run> runs_of(const model::Block& block) {
    std::vector<Page::Run> runs;
    for (const auto& span : block.spans)
        runs.push_back(
            {span.text, span.bold || block.kind == BlockKind::heading ? Weight::bold : Weight::regular, std::nullopt});
    return runs;
}

// Blocks that stay together: a heading with what follows it; a list, on a card of its own.
std::size_t end_of_group(const std::vector<model::Block>& blocks, std::size_t begin) {
    auto end = begin + 1;
    if (blocks[begin].kind == BlockKind::paragraph) return end;
    if (blocks[begin].kind == BlockKind::heading && end < blocks.size() && blocks[end].kind == BlockKind::paragraph)
        return end + 1;
    while (end < blocks.size() && blocks[end].kind == BlockKind::bullet)
        ++end;
    return end;
}

void add_whole(Flow& flow, const Flow& group) {
    flow.block(
        group.height(),
        [group](Rect at) {
            group.draw({at.x, at.y});
        },
        group_gap);
}

// What is higher than `room` falls apart: into its blocks, and these between lines.
void add_group(Page& page, Flow& flow, std::span<const model::Block> blocks, float room) {
    const bool list = blocks.back().kind == BlockKind::bullet;
    Flow group(page, list ? flow.width() - 2 * Flow::card_inset : flow.width());
    for (const auto& block : blocks)
        add_words(page, group, block.kind, runs_of(block), list ? page.color.surface : page.color.bg);
    if (group.height() + (list ? 2 * above_list : 0) <= room) {
        if (list)
            flow.card(std::move(group), above_list, group_gap);
        else
            add_whole(flow, group);
        return;
    }
    for (const auto& block : blocks) {
        const float indent = block.kind == BlockKind::bullet ? page.icon_size() + 12 : 0;
        const auto style = block.kind == BlockKind::heading ? Style::heading : Style::body;
        for (auto rest = runs_of(block); !rest.empty();) {
            auto cut = page.cut(rest, {flow.width() - indent, room}, style);
            Flow part(page, flow.width());
            add_words(page, part, block.kind, std::move(cut.first), page.color.bg);
            add_whole(flow, part);
            rest = std::move(cut.rest);
        }
    }
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
    return layout;
}

Flow column_of(Page& page, const model::Article& article, const Layout& layout) {
    Flow flow(page, layout.width);
    flow.heading(article.title, Style::title, group_gap);
    const float below_title = layout.bottom - layout.top - flow.height() - group_gap;
    const auto& blocks = article.blocks;
    for (std::size_t begin = 0; begin < blocks.size();) {
        const auto end = end_of_group(blocks, begin);
        // In large letters every idea has a page of its own.
        if (begin > 0 && page.text_at_least(150) && blocks[begin].kind == BlockKind::heading) flow.begin_page();
        add_group(page, flow, std::span(blocks).subspan(begin, end - begin), below_title);
        begin = end;
    }
    return flow;
}

}

std::size_t reading_pages(Page& page, const model::Article& article) {
    const auto layout = layout_of(page, article);
    return column_of(page, article, layout).pages(layout.bottom - layout.top);
}

void draw_article(Page& page, const model::Article& article, std::size_t wanted, const ArticleEnds& ends) {
    const auto layout = layout_of(page, article);
    const auto column = column_of(page, article, layout);
    const Rect room{layout.x, layout.top, layout.width, layout.bottom - layout.top};
    const auto pages = column.pages(room.h);
    const auto shown = shown_page(wanted, pages);
    if (layout.picture.w > 0) page.picture(layout.picture, article.picture, 24, {});
    const float end = column.draw_page(room, shown);
    // On a standing panel the drawing takes the room that the words leave, where that is enough for it.
    const float below = layout.bottom - end - group_gap;
    if (page.portrait() && pages == 1 && below >= 400 && !article.picture.empty()) {
        const float high = std::min(below, 710.f);
        page.picture({layout.x, layout.bottom - high, high * 432 / 568, high}, article.picture, 24, {});
    }
    draw_paged_footer(page, {.shown = shown, .count = pages, .leave = ends.leave, .done = ends.done});
}

}
