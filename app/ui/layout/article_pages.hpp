// An article, cut into pages that hold without scrolling.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

// How many pages the article takes on this screen at this text size.
std::size_t reading_pages(Page& page, const model::Article& article);

struct ArticleEnds { // what stands in for Back on the first page, and for Next on the last
    ButtonSpec leave, done;
};
// All but the header.
void draw_article(Page& page, const model::Article& article, std::size_t wanted, const ArticleEnds& ends);

}
