#include "ui/layout/article_pages.hpp"
#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"

namespace ui {
namespace {

void draw_header(Page& page, const std::string& words) {
    const float end = page.corner(false, ButtonSpec{.id = "close",
                                                    .name = tr("common.close", "Close"),
                                                    .look = ButtonLook::quiet_with_line,
                                                    .action = model::action::WentHome{}});
    const float room = end - 24 - page.margin();
    const float height = page.text_height(words, room, Style::body, Weight::bold);
    const float middle = page.portrait() ? 88 : 56;
    if (height <= (page.portrait() ? 128.f : 80.f))
        page.text({page.margin(), middle - height / 2, room, 0}, words, {.weight = Weight::bold});
}

}

void draw_reading(Page& page, const model::screen::Reading& screen) {
    const auto& articles = page.state.content->articles;
    const auto section = tr("articles.title", "Attachment, in plain words");
    const ButtonSpec leave{
        .id = "back", .name = tr("common.back", "Back"), .icon = Icon::back, .action = model::action::BackTapped{}};
    const ButtonSpec done{.id = "next",
                          .name = tr("common.done", "Done"),
                          .look = ButtonLook::primary,
                          .action = model::action::WentHome{}};
    if (screen.article >= articles.size()) {
        draw_header(page, section);
        page.footer({.left = leave});
        return;
    }
    const auto& article = articles[screen.article];
    const bool first = shown_page(screen.page, reading_pages(page, article)) == 0;
    draw_header(page, first ? section : article.title);
    draw_article(page, article, screen.page, {leave, done});
}

}
