#include "ui/layout/pages.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/stack.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_articles(Page& page, const model::screen::Articles& screen) {
    const auto inner = page.inner();
    const float end = page.corner(false, ButtonSpec{.id = "close",
                                                    .name = tr("common.close", "Close"),
                                                    .look = ButtonLook::quiet_with_line,
                                                    .action = model::action::WentHome{}});
    const Line title{.text = tr("articles.title", "Attachment, in plain words"),
                     .style = Style::title,
                     .gap = 0,
                     .role = Role::heading};
    const bool beside = !page.portrait() && page.text_width(title.text, Style::title) <= end - 24 - inner.x;
    const Rect place{inner.x, beside ? 32.f : page.header_bottom(), beside ? end - 24 - inner.x : inner.w, 0};
    const float top = std::max(page.header_bottom(), draw_stack(page, place, {&title, 1}) + 16);

    const auto& articles = page.state.content->articles;
    const auto choice_of = [&](std::size_t i) {
        return ChoiceSpec{.id = "article:" + std::to_string(i),
                          .name = articles[i].title,
                          .icon = Icon::book,
                          .action = model::action::ArticleChosen{i}};
    };
    if (articles.empty()) {
        const Line none = soft_line(page, tr("articles.none", "There is nothing to read here yet."), Style::heading);
        draw_stack(page, {inner.x, top, inner.w, 0}, {&none, 1});
        return;
    }
    // Two columns on a lying screen while every title has room in half of it.
    const float half = (inner.w - 16) / 2;
    bool two = !page.portrait();
    for (std::size_t i = 0; i < articles.size(); ++i)
        two = two && choice_height(page, choice_of(i), half) <= 16 + 2 * page.type(Style::heading).line + 16;
    const std::size_t columns = two ? 2 : 1;
    const float width = two ? half : inner.w;
    std::vector<float> rows;
    for (std::size_t i = 0; i < articles.size(); i += columns) {
        float height = choice_height(page, choice_of(i), width);
        if (two && i + 1 < articles.size()) height = std::max(height, choice_height(page, choice_of(i + 1), width));
        rows.push_back(std::max(height, page.portrait() ? 104.f : 88.f));
    }
    const float gap = 16;
    const auto pages = pack_below(page, top, rows, gap);
    const auto shown = shown_page(screen.page, pages.size());

    float y = top;
    for (auto row = pages[shown].begin; row < pages[shown].end; ++row) {
        for (std::size_t column = 0; column < columns && row * columns + column < articles.size(); ++column)
            choice(page, {inner.x + static_cast<float>(column) * (width + 16), y, width, rows[row]},
                   choice_of(row * columns + column));
        y += rows[row] + gap;
    }
    if (pages.size() > 1) draw_page_turns(page, {.shown = shown, .count = pages.size()});
}

}
