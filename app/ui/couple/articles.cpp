#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_articles(Page& page, const model::screen::Articles& screen) {
    const auto inner = page.inner();
    const float end = page.corner(false, ButtonSpec{.id = "close",
                                                    .name = tr("common.close", "Close"),
                                                    .look = ButtonLook::quiet_with_line,
                                                    .action = model::action::WentHome{}});
    const auto title = tr("articles.title", "Attachment, in plain words");
    const bool beside = !page.portrait() && page.text_width(title, Style::title) <= end - 24 - inner.x;
    const Rect place{inner.x, beside ? 32.f : page.header_bottom(), beside ? end - 24 - inner.x : inner.w, 0};
    const float title_bottom = place.y + page.text(place, title, {.style = Style::title}, Role::heading);
    const float top = std::max(page.header_bottom(), title_bottom + 16);

    const auto& articles = page.state.content->articles;
    const auto choice_of = [&](std::size_t i) {
        return ChoiceSpec{.id = "article:" + std::to_string(i),
                          .name = articles[i].title,
                          .icon = Icon::book,
                          .action = model::action::ArticleChosen{i}};
    };
    if (articles.empty()) {
        page.text({inner.x, top, inner.w, 0}, tr("articles.none", "There is nothing to read here yet."),
                  {.style = Style::heading, .color = page.color.soft});
        return;
    }
    // Two columns on a lying screen while every title has room in half of it.
    const float half = (inner.w - 16) / 2;
    bool two = !page.portrait();
    for (std::size_t i = 0; i < articles.size(); ++i)
        two = two && choice_height(page, choice_of(i), half) <= 16 + 2 * page.type(Style::heading).line + 16;
    const std::size_t columns = two ? 2 : 1;
    const float width = two ? half : inner.w;
    Flow list(page, inner.w);
    for (std::size_t begin = 0; begin < articles.size(); begin += columns) {
        std::vector<ChoiceSpec> row;
        float height = page.portrait() ? 104.f : 88.f;
        for (auto i = begin; i < std::min(begin + columns, articles.size()); ++i) {
            row.push_back(choice_of(i));
            height = std::max(height, choice_height(page, row.back(), width));
        }
        list.block(
            height,
            [&page, row, width](Rect at) {
                for (std::size_t i = 0; i < row.size(); ++i)
                    choice(page, {at.x + static_cast<float>(i) * (width + 16), at.y, width, at.h}, row[i]);
            },
            16);
    }
    list.draw_to_foot({inner.x, top}, screen.page);
}

}
